"""YAML files with the line of every value, so that an error can point at its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from termlint.errors import RuleError
from termlint.files.regular import RefusedFileError, read_regular
from termlint.rulebook import limits
from termlint.rulebook.limits import LimitError, shortened
from termlint.rulebook.shape import Shape, measure

if TYPE_CHECKING:
    from pathlib import Path

Key = tuple["str | int", ...]


@dataclass(frozen=True, slots=True)
class YamlSource:
    """A parsed file: `data`, and in `lines` the line (from 1) at which the value under each key path
    begins.
    """

    path: Path
    data: Any
    lines: dict[Key, int]
    text: str
    shape: Shape = field(default_factory=Shape)

    def line(self, where: Key) -> int:
        """The line of the value under the key path `where`, or of the nearest one that encloses it."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)

    def error(self, code: str, where: Key = (), /, **params: object) -> RuleError:
        """A `RuleError` at the value under the key path `where`, or at the nearest enclosing one."""
        return _error(code, self.path, self.line(where), self.text, **params)


def _error(code: str, path: Path, line: int, text: str, /, **params: object) -> RuleError:
    """A RuleError at a line of `text`; what is too long to read is cut."""
    rows = text.splitlines()
    excerpt = shortened(rows[line - 1].strip()) if line <= len(rows) else ""
    shown = {
        name: value if isinstance(value, int) else shortened(str(value)) for name, value in params.items()
    }
    return RuleError(code, path=path, line=line, excerpt=excerpt, **shown)


def read(path: Path, within: Path | None = None, *, bounded: bool = True) -> YamlSource:
    """Parse a file; RuleError also when it cannot or may not be read (see `read_content`) or is not UTF-8.

    `bounded` as for `parse`.
    """
    try:
        return parse(read_content(path, within).decode("utf-8-sig"), path, bounded=bounded)
    except UnicodeDecodeError as error:
        raise RuleError("rule-not-utf8", path=path) from error


def read_content(path: Path, within: Path | None) -> bytes:
    """What a regular file holds that is not too large, and lies `within` a folder (None: anywhere)."""
    try:
        return read_regular(path, limits.FILE_MEGABYTES, within)
    except RefusedFileError as error:
        details: dict[str, Any] = error.details
        raise RuleError(f"rule-{error.why}", path=path, **details) from error
    except OSError as error:
        raise RuleError("rule-unreadable", path=path, problem=error.strerror or str(error)) from error


def parse(text: str, path: Path, *, bounded: bool = True) -> YamlSource:
    """Parse `text` as safe YAML; RuleError for bad syntax, a duplicate key or a value that is no data.

    `bounded` False is for our own files: their size is not measured first.
    """
    try:
        shape = measure(text) if bounded else Shape()
        return _parsed(text, path, shape)
    except LimitError as error:
        raise _error(error.code, path, error.line or 1, text, **error.params) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _error("rule-yaml", path, line, text, problem=error.problem or "") from error
    except yaml.YAMLError as error:
        problem = str(error).splitlines()[0]
        raise RuleError("rule-yaml", path=path, line=1, problem=problem) from error


def _parsed(text: str, path: Path, shape: Shape) -> YamlSource:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    lines: dict[Key, int] = {}
    try:
        node = loader.get_single_node()
        data = None if node is None else _build(loader, node, (), lines)
    finally:
        loader.dispose()
    return YamlSource(path, data, lines, text, shape)


_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("bool", "float", "int", "map", "null", "seq", "str", "timestamp")
)
"""What values may be: plain data. `<<` and every other tag ask for more."""


def _build(loader: Any, node: yaml.Node, key: Key, lines: dict[Key, int]) -> Any:
    """The plain value of a node; aliases are followed, lines noted."""
    lines[key] = node.start_mark.line + 1
    if node.tag not in _TAGS:
        raise LimitError("rule-yaml-tag", tag=node.tag).at(node.start_mark)
    if isinstance(node, yaml.MappingNode):
        return _mapping(loader, node, key, lines)
    if isinstance(node, yaml.SequenceNode):
        return [_build(loader, child, (*key, at), lines) for at, child in enumerate(node.value)]
    return _scalar(loader, node)


def _scalar(loader: Any, node: yaml.Node) -> Any:
    """Most are words, which need no constructor."""
    if node.tag == "tag:yaml.org,2002:str":
        return node.value
    try:
        value = loader.construct_object(node)
        str(value)  # Python writes no number of more than 4,300 digits
    except (ValueError, LookupError, AttributeError) as error:  # a date that does not exist, !!bool maybe
        raise LimitError("rule-yaml-value", value=node.value).at(node.start_mark) from error
    return value


def _mapping(loader: Any, node: yaml.MappingNode, key: Key, lines: dict[Key, int]) -> dict[str, Any]:
    built: dict[str, Any] = {}
    for name_node, value_node in node.value:
        if not isinstance(name_node, yaml.ScalarNode) or name_node.tag not in _TAGS:
            raise LimitError("rule-yaml-key").at(name_node.start_mark)
        name = str(_scalar(loader, name_node))
        if name in built:
            raise yaml.MarkedYAMLError(problem=f"duplicate key: {name}", problem_mark=name_node.start_mark)
        built[name] = _build(loader, value_node, (*key, name), lines)
        lines[(*key, name)] = name_node.start_mark.line + 1
    return built
