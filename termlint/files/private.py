"""Whether files are what we made: by owner, mode and kind, before anything in them is read.

Nothing that stood there is altered. Windows has no owners and modes of this kind; there only the kind counts.
SQLite replays a journal that it finds beside a file, and a journal may name another file to be deleted.
"""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_NAMES_A_FILE_TO_DELETE = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
"""The end of a journal that names another file; ours never do, as each changes one database."""


def private_folder(folder: Path) -> Path | None:
    """`folder`, made if need be, or one of our own inside it where others may make theirs too, as in /tmp.

    None where somebody else could put another in its place; OSError when it cannot be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if sys.platform == "win32":
        return folder
    status = folder.stat()
    if _is_ours_alone(status):
        return folder
    if status.st_uid not in (0, os.getuid()) or not status.st_mode & stat.S_ISVTX:
        return None  # others can put something else in the place of what we make there
    own = folder / f"termlint-{os.getuid()}"
    own.mkdir(mode=0o700, exist_ok=True)
    return own if _is_ours_alone(own.lstat()) else None


def _is_ours_alone(status: os.stat_result) -> bool:
    if sys.platform == "win32":
        return True
    return (
        stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid() and not status.st_mode & _OTHERS_WRITE
    )


def usable(file: Path, most: int) -> bool:
    """Whether the file is there and is ours: plain, by one name, private, and of at most `most` bytes.

    What stands there and is not goes away unread, and so does what lies beside it, which SQLite would read.
    OSError when it stays.
    """
    if any(beside(file)):
        throw_away(file)
    try:
        status = file.lstat()
    except FileNotFoundError:
        return False
    if _is_ours(status) and status.st_size <= most:
        return True
    throw_away(file)
    return False


def _is_ours(status: os.stat_result) -> bool:
    if not stat.S_ISREG(status.st_mode):
        return False
    if not hasattr(os, "getuid"):
        return True
    return status.st_uid == os.getuid() and status.st_nlink == 1 and not status.st_mode & _OTHERS_WRITE


def is_plain(file: Path) -> bool:
    """Whether a file may be made here, or is there and is a plain one: no link, pipe or device."""
    try:
        return stat.S_ISREG(file.lstat().st_mode)
    except FileNotFoundError:
        return True


def is_own(file: Path) -> bool:
    """Whether a plain file is there, and is this user's."""
    try:
        status = file.lstat()
    except OSError:
        return False
    return stat.S_ISREG(status.st_mode) and (not hasattr(os, "getuid") or status.st_uid == os.getuid())


def make_private(file: Path) -> None:
    """Let nobody else read a file of ours; SQLite makes them as the user's other files are."""
    if hasattr(os, "getuid") and file.lstat().st_mode & 0o077:
        file.chmod(0o600)


def throw_away(file: Path) -> None:
    """Take a database and what lies beside it away, by name: of a link the link. OSError when it stays."""
    for each in (file, *beside(file)):
        each.unlink(missing_ok=True)


# --- what stands beside a database --------------------------------------------------------------------


def beside(path: Path) -> Iterator[Path]:
    """The files by this database's name that SQLite would read, those that are there."""
    for suffix in ("-journal", "-wal", "-shm"):
        file = path.with_name(path.name + suffix)
        if os.path.lexists(file):
            yield file


def intruder(path: Path) -> Path | None:
    """A file beside the database that no run of ours that was broken off can have left there."""
    return next((file for file in beside(path) if not _may_be_ours(file, path)), None)


def _may_be_ours(file: Path, path: Path) -> bool:
    """Whether it is a plain journal by this user or by the database's owner."""
    if not file.name.endswith("-journal"):
        return False  # ours have no log and no shared memory
    try:
        status, owner = file.lstat(), path.lstat().st_uid
        if not stat.S_ISREG(status.st_mode):
            return False
        if hasattr(os, "getuid") and status.st_uid not in (os.getuid(), owner):
            return False
        with file.open("rb") as journal:
            journal.seek(max(0, status.st_size - len(_NAMES_A_FILE_TO_DELETE)))
            return journal.read(len(_NAMES_A_FILE_TO_DELETE)) != _NAMES_A_FILE_TO_DELETE
    except FileNotFoundError:
        return True  # another run is done with it
    except OSError:
        return False
