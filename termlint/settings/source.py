"""Settings files as values that know their line: YAML as its tree tells it, TOML by looking the key up."""

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

    from termlint.files.yaml_tree import Key

MOST_VALUES = 200_000
"""More values than this are in no file that a person wrote."""


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


_BOUNDS = (1_000_000, 100_000, 30, MOST_VALUES, 20_000)
"""Those of `yaml_tree.Bounds`: each far above what a person writes."""
_CODES = {
    "syntax": "config-bad-yaml",
    "duplicate": "config-duplicate-key",
    "tag": "config-yaml-tag",
    "key": "config-wants-mapping",
    "loop": "config-alias-loop",
}
"""The code for each `YamlError.why`; the others say that there is too much."""


def _yaml(text: Text, content: str) -> Located:
    from termlint.files import yaml_tree  # only where there is a settings file

    try:
        tree = yaml_tree.parse(content, yaml_tree.Bounds(*_BOUNDS), odd_as_text=True)
    except yaml_tree.YamlError as error:
        details = {"key": "termlint", **error.details}
        text.fail(_CODES.get(error.why, f"config-yaml-{error.why}"), error.line, **details)
    return _placed({} if tree.data is None else tree.data, tree.lines, ())


def _placed(value: Any, lines: dict[Key, int], key: Key) -> Located:
    """A value with the lines of all that is in it."""
    placed = value
    if isinstance(value, dict):
        placed = {name: _placed(each, lines, (*key, name)) for name, each in value.items()}
    elif isinstance(value, list):
        placed = [_placed(each, lines, (*key, at)) for at, each in enumerate(value)]
    return Located(placed, lines.get(key, 1))


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
