"""Where settings are found: upwards from a document, and in the user's own configuration folder."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from termlint.errors import ConfigError
from termlint.files.paths import reachable
from termlint.files.regular import RefusedFileError, boundary, home_folder, is_repository, read_regular
from termlint.settings import toml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NAMES = ("termlint.yaml", "termlint.yml")
PROJECT = "pyproject.toml"
LARGEST = 1.0
"""Megabytes of a settings file; an organisation with thousands of exemptions stays below a fifth of it."""

_ROOT = 0
TABLE = re.compile(r"^\s*\[\s*tool\s*\.\s*termlint\s*[\].]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Nearest:
    """The settings file that holds in a folder, and those on the way that are somebody else's."""

    file: Path | None = None
    foreign: tuple[Path, ...] = ()


def nearest(folder: Path) -> Nearest:
    """The settings file of `folder` or of the nearest one above it, up to its repository's root or the home.

    A file of another user counts only where the folder that the search began in is that user's too: whoever
    may write above somebody's documents must not decide what is found in them. ConfigError for a file that
    is no plain file, is too large, or is a link out of its place: it is never passed over.
    """
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 - as it is written: links lead elsewhere
    owners, home = _trusted_owners(folder), home_folder()
    foreign: list[Path] = []
    for each in (folder, *folder.parents):
        for file in _in(each):
            if owners is None or _owners(file) <= owners:
                if file.name != PROJECT or _is_ours(file):
                    return Nearest(file, tuple(foreign))
            elif file.name != PROJECT or _may_be_ours(file):
                foreign.append(file)
        if each == home or is_repository(each):
            break
    return Nearest(None, tuple(foreign))


def user_file() -> Path | None:
    """The user's own settings, below those of any project; None when there are none."""
    folder = user_folder()
    return next(_there(folder, NAMES), None) if folder else None


def user_folder() -> Path | None:
    """The folder for the user's own settings, as the platform has it; None for a user without a home."""
    home = home_folder()
    if sys.platform == "win32":
        roaming = os.environ.get("APPDATA")
        return Path(roaming, "termlint") if roaming else home and home / "AppData" / "Roaming" / "termlint"
    if sys.platform == "darwin":
        return home and home / "Library" / "Application Support" / "termlint"
    named = os.environ.get("XDG_CONFIG_HOME", "")
    if os.path.isabs(named):  # noqa: PTH117 - a relative one is to be ignored, says the XDG specification
        return Path(named, "termlint")
    return home and home / ".config" / "termlint"


def read_settings(path: Path, within: Path | None) -> bytes:
    """The bytes of a settings file; ConfigError says in plain words why it is not read."""
    try:
        return read_regular(path, LARGEST, within)
    except RefusedFileError as error:
        raise ConfigError(f"config-{error.why}", path=str(path), **error.details) from error
    except OSError as error:
        raise ConfigError(
            "config-unreadable", path=str(path), problem=error.strerror or str(error)
        ) from error


def _in(folder: Path) -> Iterator[Path]:
    """What may be settings in a folder. A link that leads nowhere is told when it is read."""
    return _there(folder, (*NAMES, PROJECT))


def _there(folder: Path, names: Iterable[str]) -> Iterator[Path]:
    return (file for name in names if os.path.lexists(reachable(file := folder / name)))


def _is_ours(project: Path) -> bool:
    """Whether a pyproject.toml holds settings of ours; ConfigError when it is no plain file in its place.

    One that this user may not open was not meant for them.
    """
    try:
        data = read_settings(project, boundary(project.parent))
    except ConfigError as error:
        if isinstance(error.__cause__, PermissionError):
            return False
        raise
    content = data.decode("utf-8-sig", "replace")
    if TABLE.search(content):
        return True
    try:
        return toml.ours(content) is not None
    except ValueError:  # it is no TOML: whoever it is for will say so
        return False


def _may_be_ours(project: Path) -> bool:
    """As `_is_ours`, for the file of somebody else: what cannot be read is nobody's trouble."""
    try:
        return _is_ours(project)
    except ConfigError:
        return False


def _trusted_owners(folder: Path) -> frozenset[int] | None:
    """Whose settings may hold here: of the user, the system, the folder; None: files have no owners."""
    if not hasattr(os, "geteuid"):
        return None
    try:
        return frozenset({os.geteuid(), _ROOT, folder.stat().st_uid})
    except OSError:
        return frozenset({os.geteuid(), _ROOT})


def _owners(file: Path) -> frozenset[int]:
    """Who could have made the file what it is: the owner of a link, and of what it leads to."""
    try:
        return frozenset({file.lstat().st_uid, file.stat().st_uid})
    except OSError:  # it leads nowhere, or may not be looked at: whoever reads it says so
        return frozenset()
