"""YAML files with the line of every value, so that an error can point at its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from termlint.config.source import MOST_VALUES, values_in
from termlint.errors import RuleError
from termlint.files.regular import RefusedFileError, read_regular

if TYPE_CHECKING:
    from pathlib import Path

Key = tuple["str | int", ...]

LARGEST = 5.0
"""Megabytes of a rule file; a list of all streets of a town is a tenth of it."""


@dataclass(frozen=True, slots=True)
class YamlSource:
    """A parsed file: `data`, and in `lines` the line (from 1) at which the value under each key path
    begins.
    """

    path: Path
    data: Any
    lines: dict[Key, int]
    text: str

    def line(self, where: Key) -> int:
        """The line of the value under the key path `where`, or of the nearest one that encloses it."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)

    def error(self, code: str, where: Key = (), /, **params: object) -> RuleError:
        """A `RuleError` at the value under the key path `where`, or at the nearest enclosing one."""
        line = self.line(where)
        rows = self.text.splitlines()
        excerpt = rows[line - 1].strip() if line <= len(rows) else ""
        return RuleError(code, path=self.path, line=line, excerpt=excerpt, **params)


def read(path: Path, within: Path | None = None) -> YamlSource:
    """Parse a file; RuleError also when it cannot or may not be read (see `read_bytes`) or is not UTF-8."""
    try:
        return parse(read_bytes(path, within).decode("utf-8-sig"), path)
    except UnicodeDecodeError as error:
        raise RuleError("rule-not-utf8", path=path) from error


def read_bytes(path: Path, within: Path | None) -> bytes:
    """What a regular file of at most `LARGEST` megabytes holds, `within` a folder (None: anywhere)."""
    try:
        return read_regular(path, LARGEST, within)
    except RefusedFileError as error:
        details: dict[str, Any] = error.details
        raise RuleError(f"rule-{error.why}", path=path, **details) from error
    except OSError as error:
        raise RuleError("rule-unreadable", path=path, problem=error.strerror or str(error)) from error


def parse(text: str, path: Path) -> YamlSource:
    """Parse `text` as safe YAML; RuleError for bad syntax, a duplicate key or a value that is no data."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    lines: dict[Key, int] = {}
    try:
        node = loader.get_single_node()
        hides = "*" in text  # only aliases make a few lines stand for many values
        if node is not None and hides and values_in(node) > MOST_VALUES:
            raise RuleError("rule-yaml", path=path, line=1, problem="&/*")
        data = None if node is None else _build(loader, node, (), lines)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        rows = text.splitlines()
        excerpt = rows[line - 1].strip() if line <= len(rows) else ""
        raise RuleError(
            "rule-yaml", path=path, line=line, excerpt=excerpt, problem=error.problem or ""
        ) from error
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date that does not exist
        raise RuleError("rule-yaml", path=path, line=1, problem=str(error).splitlines()[0]) from error
    except RecursionError as error:
        raise RuleError("rule-yaml", path=path, line=1, problem="&/*") from error
    finally:
        loader.dispose()
    return YamlSource(path, data, lines, text)


def _build(loader: Any, node: yaml.Node, key: Key, lines: dict[Key, int]) -> Any:
    """The plain value of a node; aliases are followed, lines noted."""
    lines[key] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _mapping(loader, node, key, lines)
    if isinstance(node, yaml.SequenceNode):
        return [_build(loader, child, (*key, at), lines) for at, child in enumerate(node.value)]
    return _scalar(loader, node)


def _scalar(loader: Any, node: yaml.Node) -> Any:
    """Most are words, which need no constructor."""
    return node.value if node.tag == "tag:yaml.org,2002:str" else loader.construct_object(node)


def _mapping(loader: Any, node: yaml.MappingNode, key: Key, lines: dict[Key, int]) -> dict[str, Any]:
    built: dict[str, Any] = {}
    for name_node, value_node in node.value:
        name = str(_scalar(loader, name_node))
        if name in built:
            raise yaml.MarkedYAMLError(problem=f"duplicate key: {name}", problem_mark=name_node.start_mark)
        built[name] = _build(loader, value_node, (*key, name), lines)
        lines[(*key, name)] = name_node.start_mark.line + 1
    return built
