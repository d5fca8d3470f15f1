"""Settings files as values that know their line: YAML through its node tree, TOML by looking the key up."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from termlint.errors import ConfigError
from termlint.settings import toml
from termlint.settings.locate import TABLE, read_settings

if TYPE_CHECKING:
    from pathlib import Path

    import yaml

MOST_VALUES = 200_000
"""More values than this are in no file that a person wrote."""

_LONGEST_VALUE = 100
"""Characters of what is no text: a longer number or date is none, and takes long to work out."""
_TEXT = "tag:yaml.org,2002:str"


@dataclass(frozen=True, slots=True)
class Located:
    """A value with its line (from 1): a scalar, a list of these, or a dict of these by key."""

    value: Any
    line: int


@dataclass(frozen=True, slots=True)
class Trust:
    """How far a settings file is trusted.

    One that the user named, or wrote for all their work, may point anywhere and choose a model (`within` is
    None). One that was found beside documents stays `within` its repository or folder, whoever wrote it.
    """

    within: Path | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A settings file as it stands; its lines are quoted in errors."""

    path: Path
    lines: tuple[str, ...]

    def fail(self, code: str, line: int, **params: object) -> NoReturn:
        """Raise ConfigError `code` for a line of this file."""
        excerpt = self.lines[line - 1].strip() if 0 < line <= len(self.lines) else ""
        raise ConfigError(code, path=str(self.path), line=line, excerpt=excerpt, **params)


@dataclass(frozen=True, slots=True)
class SettingsFile(Text):
    """A settings file that was read: its tree too, and how far it is trusted."""

    tree: Located
    trust: Trust


def load(path: Path, trust: Trust) -> SettingsFile:
    """The settings in a file; ConfigError when it may not or cannot be read, or is no YAML or TOML."""
    try:
        content = read_settings(path, trust.within).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError("config-encoding", path=str(path)) from error
    text = Text(path, tuple(content.splitlines()))
    tree = _toml(text, content) if path.suffix == ".toml" else _yaml(text, content)
    return SettingsFile(path, text.lines, tree, trust)


# --- YAML -----------------------------------------------------------------------------------------


def _yaml(text: Text, content: str) -> Located:
    import yaml  # only where there is a settings file

    try:
        node = yaml.compose(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        if node is not None and values_in(node) > MOST_VALUES:
            text.fail("config-bad-yaml", 1, problem="&/*")
        return Located({}, 1) if node is None else _value(text, node, yaml.SafeLoader(""))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        last = max(1, len(text.lines))  # what is never closed is missed behind the last line
        text.fail("config-bad-yaml", min(mark.line + 1, last) if mark else 1, problem=error.problem or "")
    except (yaml.YAMLError, RecursionError) as error:
        text.fail("config-bad-yaml", 1, problem=str(error).splitlines()[0])


def values_in(node: yaml.Node, known: dict[int, int] | None = None) -> int:
    """How many values a tree holds with its aliases followed: a few lines can stand for a billion."""
    known = {} if known is None else known
    if id(node) not in known:
        inside = node.value if isinstance(node.value, list) else ()
        nodes = (each for one in inside for each in (one if isinstance(one, tuple) else (one,)))
        known[id(node)] = 1 + sum(values_in(each, known) for each in nodes)
    return known[id(node)]


def _value(text: Text, node: yaml.Node, loader: yaml.SafeLoader) -> Located:
    import yaml

    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return Located(_mapping(text, node, loader), line)
    if isinstance(node, yaml.SequenceNode):
        return Located([_value(text, each, loader) for each in node.value], line)
    return Located(_scalar(node, loader), line)


def _scalar(node: yaml.Node, loader: yaml.SafeLoader) -> Any:
    """The value of a scalar; its text where that is no number, date or bool after all (30 February)."""
    if node.tag == _TEXT or len(node.value) > _LONGEST_VALUE:
        return node.value
    try:
        return loader.construct_object(node)
    except (ValueError, LookupError, AttributeError):  # AttributeError: `!!timestamp x`
        return node.value


def _mapping(text: Text, node: yaml.MappingNode, loader: yaml.SafeLoader) -> dict[str, Located]:
    entries: dict[str, Located] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key.value, str):
            text.fail("config-wants-mapping", line, key="termlint")
        if key.value in entries:
            text.fail("config-duplicate-key", line, key=key.value)
        entries[key.value] = Located(_value(text, value, loader).value, line)
    return entries


# --- TOML -----------------------------------------------------------------------------------------


def _toml(text: Text, content: str) -> Located:
    try:
        table = toml.ours(content)
        start = next((n for n, line in enumerate(text.lines) if TABLE.match(line)), 0)
        return _located({} if table is None else table, _KeyLines(text.lines), start)
    except (ValueError, RecursionError) as error:
        found = re.search(r"\(at line (\d+)", str(error))
        text.fail("config-bad-toml", int(found[1]) if found else 1, problem=str(error).splitlines()[0])


def _located(value: Any, keys: _KeyLines, at: int) -> Located:
    """A TOML value with the line on which its key stands, as far as the text tells (the parser does not)."""
    if isinstance(value, dict):
        return Located({k: _located(v, keys, keys.after(at, k)) for k, v in value.items()}, at + 1)
    if isinstance(value, list):
        return Located([_located(each, keys, at) for each in value], at + 1)
    return Located(value, at + 1)


class _KeyLines:
    """On which lines a word stands as a key."""

    _KEY = re.compile(r"""(?:^|[.\[{,])\s*["']?([^\s"'.,=\[\]{}]+)["']?\s*(?=[=.\]])""")

    def __init__(self, lines: tuple[str, ...]) -> None:
        self._lines: dict[str, list[int]] = {}
        for number, line in enumerate(lines):
            for found in self._KEY.finditer(line):
                self._lines.setdefault(found[1], []).append(number)

    def after(self, at: int, key: str) -> int:
        """The number (from 0) of the first line from `at` with this key; `at` where there is none."""
        numbers = self._lines.get(key, [])
        found = bisect_left(numbers, at)
        return numbers[found] if found < len(numbers) else at
