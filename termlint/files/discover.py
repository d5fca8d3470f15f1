"""From what a user names on the command line to documents, in a fixed order.

A name that cannot be followed is part of the answer, never an exception: it comes back with the code
that says why. Paths are shown as the user gave them, with forward slashes.
"""

from __future__ import annotations

import errno
import glob
import os
import stat
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Literal

from termlint.files.filetype import REPORT_HEAD, REPORTED, is_report
from termlint.files.paths import reachable
from termlint.files.regular import beginning
from termlint.formats import BY_SUFFIX, UNREAD

IGNORED_FOLDERS = frozenset({"_site", "_freeze", "renv", "node_modules", "__pycache__", "venv"})
"""Never walked; nor are folders whose name begins with a dot (.git, .venv, .quarto…)."""

DEEPEST = 100
"""Folders inside each other that are walked: settings are looked for in each, upwards from each."""

_RENDERED_FROM = frozenset(suffix for suffix, record in BY_SUFFIX.items() if record.is_source)
_RENDERED = frozenset(suffix for suffix, record in BY_SUFFIX.items() if record.may_be_rendered)
"""What Quarto makes beside a source of the same name: counted once, at the source."""
_REPORTED = frozenset(suffix for suffix, record in BY_SUFFIX.items() if record.name in REPORTED)

Exclude = Callable[[Path], bool]


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was named or met: a document to read, or why it is not read.

    `path` is what the user sees, `file` what is opened (None: its `data` are here already, or come from a
    stream). `code` is a message code; `status` is what it makes of the document when there is one.
    """

    path: str
    file: Path | None
    suffix: str
    code: str | None = None
    status: Literal["failed", "skipped"] = "skipped"
    params: dict[str, object] = field(default_factory=dict)
    data: bytes | BinaryIO | None = None


@dataclass(slots=True)
class Discovery:
    """What is read, and what is left alone.

    `suffixes` have a reader. `exclude` says which paths the settings leave out; files named one by
    one are read all the same, unless `force_exclude`. Each file comes once, at its first mention.
    """

    suffixes: Collection[str]
    exclude: Exclude = lambda path: False  # noqa: ARG005
    force_exclude: bool = False
    _seen: set[tuple[int, int] | str] = field(default_factory=set)

    def find(self, names: Sequence[str]) -> Iterator[Found]:
        """Every document under `names`: files, folders and patterns, in the order given, folders sorted."""
        for name in names:
            yield from self._named(name)

    def _named(self, name: str) -> Iterator[Found]:
        name = _unquoted(name)
        path = Path(name)
        try:
            status = reachable(path).stat()
        except (OSError, ValueError) as error:
            yield from self._pattern(name, error)
            return
        if stat.S_ISDIR(status.st_mode):
            yield from self._folder(path, name)
        elif self._first(path, status) and not (self.force_exclude and self.exclude(path)):
            yield self._file(path, name, status, named=True)

    def _pattern(self, name: str, error: Exception) -> Iterator[Found]:
        """Windows leaves patterns to the program: what one matches counts as met, not as named."""
        if not glob.has_magic(name) or os.path.lexists(name):  # a link to nowhere is no pattern
            code, params = _reason(error)
            yield Found(shown(name), Path(name), suffix_of(name), code, "failed", params)
            return
        written = set(Path(name).parts)
        matched = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - absolute patterns too
        for path in map(Path, matched):
            if any(_ignored_folder(part) for part in path.parts if part not in written):
                continue
            if path.is_dir():
                yield from self._folder(path, str(path))
            else:
                yield from self._met(path, str(path))
        if not matched:
            yield Found(shown(name), None, suffix_of(name), "no-match", "failed")

    def _folder(self, folder: Path, name: str) -> Iterator[Found]:
        try:
            there = reachable(folder)
            if not self._first(folder, there.stat()):
                return
            entries = sorted(os.scandir(there), key=lambda entry: entry.name)
        except OSError as error:
            code, params = _reason(error, "folder-")
            yield Found(shown(name), folder, "", code, "failed", params)
            return
        files = [entry for entry in entries if not _is_folder(entry)]
        sources = {Path(entry.name).stem for entry in files if suffix_of(entry.name) in _RENDERED_FROM}
        folders = [entry for entry in entries if _is_folder(entry)]
        for entry in files:
            path, shown_as = folder / entry.name, _join(name, entry.name)
            if sources and Path(entry.name).stem in sources and suffix_of(entry.name) in _RENDERED:
                yield Found(shown(shown_as), path, suffix_of(entry.name), "rendered-copy")
            else:
                yield from self._met(path, shown_as)
        for entry in folders:
            path = folder / entry.name
            if not _ignored_folder(entry.name) and not self.exclude(path):
                yield from self._subfolder(path, _join(name, entry.name))

    def _subfolder(self, path: Path, name: str) -> Iterator[Found]:
        if os.path.islink(path) and _leads_above(path):  # noqa: PTH114 - false where this user may not look
            yield Found(shown(name), path, "", "folder-loop")
        elif len(path.parts) > DEEPEST:
            yield Found(shown(name), path, "", "folder-too-deep", "failed", {"most": DEEPEST})
        else:
            yield from self._folder(path, name)

    def _met(self, path: Path, name: str) -> Iterator[Found]:
        """A file met in a folder."""
        if is_ours_or_temporary(path.name) or self.exclude(path):
            return
        try:
            status = reachable(path).stat()
        except (OSError, ValueError) as error:
            code, params = _reason(error)
            readable = suffix_of(name) in self.suffixes
            yield Found(shown(name), path, suffix_of(name), code, "failed" if readable else "skipped", params)
            return
        if self._first(path, status) and not _is_our_report(path, status):
            yield self._file(path, name, status, named=False)

    def _file(self, path: Path, name: str, status: os.stat_result, *, named: bool) -> Found:
        suffix = suffix_of(name)
        outcome: Literal["failed", "skipped"] = "failed" if named else "skipped"
        if is_ours_or_temporary(path.name) and path.name.startswith(("~$", "._")):
            return Found(shown(name), path, suffix, "lock-file", "skipped")
        if not stat.S_ISREG(status.st_mode):
            return Found(shown(name), path, suffix, "not-a-file", outcome)
        if suffix not in self.suffixes:
            code = "unread-format" if suffix in UNREAD else "unknown-format"
            return Found(shown(name), path, suffix, code, outcome, {"suffix": suffix or path.name})
        return Found(shown(name), path, suffix)

    def _first(self, path: Path, status: os.stat_result) -> bool:
        """Whether this file or folder was not met before, under whatever name."""
        linked = status.st_nlink > 1 and not stat.S_ISDIR(
            status.st_mode
        )  # hard links are documents of their own
        numbered = status.st_ino and not linked
        key = (status.st_dev, status.st_ino) if numbered else os.path.realpath(path)
        new = key not in self._seen
        self._seen.add(key)
        return new


def folder_of(name: str) -> Path:
    """The folder that a name on the command line stands for: itself, that of a file, or that of a pattern."""
    path = Path(name)
    if os.path.isdir(path):  # noqa: PTH112 - false where this user may not look
        return path
    while glob.has_magic(str(path)) and not os.path.lexists(path):
        path = path.parent
    return path if os.path.isdir(path) else path.parent  # noqa: PTH112


def shown(name: str) -> str:
    """A path as reports show it: as the user gave it, with forward slashes."""
    return name.replace(os.sep, "/") if os.sep != "/" else name


def _unquoted(name: str) -> str:
    r"""A name without the quotation mark that Windows leaves of "C:\map\": no name there can hold one."""
    return name.removesuffix('"') if sys.platform == "win32" else name


def suffix_of(name: str) -> str:
    """The lower-case suffix of a path, with its dot."""
    suffix = os.path.splitext(name)[1].lower()  # noqa: PTH122 - asked of each file, and ten times as fast
    return suffix if suffix != "." else ""


def is_ours_or_temporary(name: str) -> bool:
    """Word's lock files, macOS's shadows, and the copies that termlint itself makes."""
    return name.startswith(("~$", "._")) or ".termlint." in name


def _is_our_report(path: Path, status: os.stat_result) -> bool:
    """Whether termlint made this page or table of earlier findings (a file it cannot open is none)."""
    suffix = suffix_of(path.name)
    if suffix not in _REPORTED or not stat.S_ISREG(status.st_mode):
        return False
    try:
        return is_report(beginning(path, REPORT_HEAD), suffix)
    except OSError:
        return False


def _join(folder: str, name: str) -> str:
    if folder in (".", "./", f".{os.sep}"):
        return name
    drive, rest = os.path.splitdrive(folder)
    here = drive.endswith(":") and not rest  # "C:" is the current folder of that drive
    return folder + name if here or folder.endswith(("/", os.sep)) else f"{folder}/{name}"


def _ignored_folder(name: str) -> bool:
    return name in IGNORED_FOLDERS or name.startswith(".")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _leads_above(path: Path) -> bool:
    """Whether a linked folder holds the link itself."""
    try:
        target = path.resolve()
    except (OSError, RuntimeError):
        return True
    return target == path.parent.resolve() or target in path.parent.resolve().parents


def _reason(error: Exception, kind: str = "") -> tuple[str, dict[str, object]]:
    """The message code for what the operating system said."""
    if isinstance(error, FileNotFoundError):
        return f"{kind}not-found", {}
    if isinstance(error, PermissionError):
        return f"{kind}no-access", {}
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return "link-loop", {}
    return "not-readable", {"problem": error.strerror if isinstance(error, OSError) else str(error)}
