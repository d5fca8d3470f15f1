"""Rule and pack files with the line of every value, so that an error can point at its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from termlint.errors import RuleError
from termlint.files import yaml_tree
from termlint.files.regular import RefusedFileError, read_regular
from termlint.files.yaml_tree import Bounds, Key, Shape, Tree, YamlError
from termlint.rulebook import limits
from termlint.rulebook.limits import shortened

if TYPE_CHECKING:
    from pathlib import Path

_CODES = {
    "syntax": "rule-yaml",
    "duplicate": "rule-duplicate-key",
    "tag": "rule-yaml-tag",
    "key": "rule-yaml-key",
    "value": "rule-yaml-value",
    "loop": "limit-alias-loop",
    "depth": "limit-depth",
    "values": "limit-all-values",
    "mappings": "limit-all-mappings",
    "text": "limit-text",
    "size": "limit-file-text",
}


@dataclass(frozen=True, slots=True)
class YamlSource:
    """A parsed file, its text, and where in it each value stands."""

    path: Path
    tree: Tree
    text: str

    @property
    def data(self) -> Any:
        """What the file says."""
        return self.tree.data

    @property
    def shape(self) -> Shape:
        """How much it asks for."""
        return self.tree.shape

    def line(self, where: Key) -> int:
        """The line of the value under the key path `where`, or of the nearest one that encloses it."""
        return self.tree.line(where)

    def error(self, code: str, where: Key = (), /, **params: object) -> RuleError:
        """A `RuleError` at the value under the key path `where`, or at the nearest enclosing one."""
        return _error(code, self.path, self.line(where), self.text, **params)


def bounds() -> Bounds:
    """How much one file may ask for; the values and mappings of all own files together are no more."""
    return Bounds(limits.FILE_TEXT, limits.TEXT, limits.DEPTH, limits.VALUES, limits.MAPPINGS)


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
        return YamlSource(path, yaml_tree.parse(text, bounds() if bounded else None), text)
    except YamlError as error:
        raise _error(_CODES[error.why], path, error.line, text, **error.details) from error
