"""Settings files as values that know their line: YAML through its node tree, TOML by looking the key up."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from termlint.errors import ConfigError
from termlint.paths import reachable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import yaml

NAMES = ("termlint.yaml", "termlint.yml")
PROJECT = "pyproject.toml"
MOST_VALUES = 200_000
"""More values than this are in no file that a person wrote."""


@dataclass(frozen=True, slots=True)
class Located:
    """A value with its line (from 1): a scalar, a list of these, or a dict of these by key."""

    value: Any
    line: int


@dataclass(frozen=True, slots=True)
class Source:
    """A settings file that was read: its tree, and its lines for excerpts."""

    path: Path
    tree: Located
    lines: tuple[str, ...]

    def fail(self, code: str, line: int, **params: object) -> NoReturn:
        """Raise ConfigError `code` for a line of this file."""
        excerpt = self.lines[line - 1].strip() if 0 < line <= len(self.lines) else ""
        raise ConfigError(code, path=str(self.path), line=line, excerpt=excerpt, **params)


def nearest(folder: Path) -> Path | None:
    """The settings file that holds in `folder`: its own, or that of the nearest folder above it."""
    folder = folder.absolute()
    return next((found for each in (folder, *folder.parents) if (found := _in(each))), None)


def _in(folder: Path) -> Path | None:
    for name in NAMES:
        if os.path.isfile(reachable(folder / name)):  # noqa: PTH113 - false where this user may not look
            return folder / name
    project = folder / PROJECT
    try:
        ours = _TABLE.search(reachable(project).read_text("utf-8", "replace"))
    except OSError:  # most often there is none
        return None
    return project if ours else None


_TABLE = re.compile(r"^\s*\[\s*tool\s*\.\s*termlint\s*[\].]", re.MULTILINE)


def load(path: Path) -> Source:
    """The settings in a file; ConfigError when it cannot be read or is no YAML or TOML."""
    try:
        text = reachable(path).read_text("utf-8-sig")
    except OSError as error:
        raise ConfigError(
            "config-unreadable", path=str(path), problem=error.strerror or str(error)
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigError("config-encoding", path=str(path)) from error
    lines = tuple(text.splitlines())
    tree = _toml(path, text, lines) if path.suffix == ".toml" else _yaml(path, text, lines)
    return Source(path, tree, lines)


def _yaml(path: Path, text: str, lines: tuple[str, ...]) -> Located:
    import yaml  # only where there is a settings file

    empty = Source(path, Located({}, 1), lines)
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        if node is not None and values_in(node) > MOST_VALUES:
            empty.fail("config-bad-yaml", 1, problem="&/*")
        return Located({}, 1) if node is None else _value(empty, node, yaml.SafeLoader(""))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        empty.fail("config-bad-yaml", mark.line + 1 if mark else 1, problem=error.problem or "")
    except (yaml.YAMLError, RecursionError) as error:
        empty.fail("config-bad-yaml", 1, problem=str(error).splitlines()[0])


def values_in(node: yaml.Node, known: dict[int, int] | None = None) -> int:
    """How many values a tree holds with its aliases followed: a few lines can stand for a billion."""
    known = {} if known is None else known
    if id(node) not in known:
        inside = node.value if isinstance(node.value, list) else ()
        nodes = (each for one in inside for each in (one if isinstance(one, tuple) else (one,)))
        known[id(node)] = 1 + sum(values_in(each, known) for each in nodes)
    return known[id(node)]


def _value(source: Source, node: yaml.Node, loader: yaml.SafeLoader) -> Located:
    import yaml

    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return Located(_mapping(source, node, loader), line)
    if isinstance(node, yaml.SequenceNode):
        return Located([_value(source, each, loader) for each in node.value], line)
    return Located(loader.construct_object(node), line)


def _mapping(source: Source, node: yaml.MappingNode, loader: yaml.SafeLoader) -> dict[str, Located]:
    entries: dict[str, Located] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if key.value in entries:
            source.fail("config-duplicate-key", line, key=key.value)
        entries[str(key.value)] = Located(_value(source, value, loader).value, line)
    return entries


def _toml(path: Path, text: str, lines: tuple[str, ...]) -> Located:
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        Source(path, Located({}, 1), lines).fail(
            "config-bad-toml", int(found[1]) if found else 1, problem=str(error)
        )
    start = next((n for n, line in enumerate(lines) if _TABLE.match(line)), 0)
    return _located(table.get("tool", {}).get("termlint", {}), lines, start)


def _located(value: Any, lines: tuple[str, ...], at: int) -> Located:
    """A TOML value with the line on which its key stands, as far as the text tells (the parser does not)."""
    if isinstance(value, dict):
        return Located({k: _located(v, lines, _line_of(k, lines, at)) for k, v in value.items()}, at + 1)
    if isinstance(value, list):
        return Located([_located(each, lines, at) for each in value], at + 1)
    return Located(value, at + 1)


def _line_of(key: str, lines: tuple[str, ...], at: int) -> int:
    pattern = re.compile(rf"""(?:^|[.\[{{,])\s*["']?{re.escape(key)}["']?\s*[=.\]]""")
    return next(_hits(pattern, lines, at), at)


def _hits(pattern: re.Pattern[str], lines: tuple[str, ...], at: int) -> Iterator[int]:
    return (number for number in range(at, len(lines)) if pattern.search(lines[number]))
