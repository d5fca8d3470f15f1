"""The one place where what others made is opened and read: never more than asked for, never waited for.

Files that steer a run (settings, rules, baselines) may come with a repository that somebody cloned. A link
in it must not make us read, and quote in an error, a file from elsewhere; a device or a pipe must not keep
us; one without end must not fill the memory. `tests/files/test_bounded.py` holds that nothing else reads so.
"""

from __future__ import annotations

import errno
import hashlib
import math
import os
import select
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from termlint.errors import Internal
from termlint.files.paths import is_handle, reachable

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import RawIOBase

Why = Literal["link-outside", "not-regular", "too-large"]

WAITS = 3.0
"""Seconds that a pipe is waited for which nobody may hold the other end of."""
MEGABYTE = 1_000_000
_PIECE = 1 << 18


class RefusedFileError(Internal, Exception):
    """A file that is not read.

    `why`, and the `details` for the sentence about it (folder, limit, size in megabytes).
    """

    def __init__(self, why: Why, **details: str) -> None:
        super().__init__(why)
        self.why = why
        self.details = details


def read_regular(path: Path, most: float, within: Path | None = None) -> bytes:
    """The bytes of a regular file of at most `most` megabytes.

    `within` is the folder that it may not leave through links (None: wherever the user pointed). Raises
    RefusedFileError, or the OSError of whoever may not read it.
    """
    if within is None:
        return _read(path, most, _without_waiting)[0]
    where = Path(os.path.realpath(path))
    if not is_inside(where, within):
        raise RefusedFileError("link-outside", folder=within.as_posix())
    return _read(where, most, _without_following)[0]


def read_unchanged(path: Path, most: float) -> bytes | None:
    """As `read_regular`, for a file of any place; None when it changed while it was read."""
    data, changed = _read(path, most, _without_waiting)
    return None if changed else data


def _read(path: Path, most: float, opener: Callable[[str, int], int]) -> tuple[bytes, bool]:
    """What a file holds, and whether it changed meanwhile."""
    with open(reachable(path), "rb", opener=opener) as file:
        before = _regular(file)
        limit = int(most * MEGABYTE)
        if before.st_size > limit:
            raise _too_large(before.st_size, most)
        data = file.read(before.st_size + 1)  # no more memory than it needs, unless its size was no truth
        if len(data) > before.st_size:  # it grows, or is of /proc
            data += upto(file, limit + 1 - len(data))
        after = os.fstat(file.fileno())
    changed = (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns)
    if len(data) > limit and not changed:
        raise _too_large(len(data), most)
    return data[:limit], changed


def read_pipe(path: Path, most: float) -> bytes:
    """All that a pipe brings, at most `most` megabytes.

    What a shell made (`/dev/fd/63`) is waited for. A pipe by another name may have come with a clone, and
    have nobody who writes: RefusedFileError ("not-regular") after `WAITS` seconds.
    """
    with open(path, "rb", opener=None if is_handle(path) else _with_a_writer) as pipe:
        data = upto(pipe, int(most * MEGABYTE) + 1)
    if len(data) > most * MEGABYTE:
        raise _too_large(len(data), most)
    return data


def beginning(path: Path, most: int) -> bytes:
    """The first bytes of a regular file, at most so many; OSError when it is none or cannot be read."""
    with open(reachable(path), "rb", opener=_without_waiting) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
        return upto(file, most)


def sha256_of(path: Path, most: float = math.inf) -> str | None:
    """The SHA-256 of a regular file of at most `most` megabytes.

    None for one that is larger, grows while it is read, or cannot be read: that is no content to know by.
    """
    try:
        with open(reachable(path), "rb", buffering=0, opener=_without_waiting) as file:
            size = _regular(file).st_size
            return None if size > most * MEGABYTE else _digest(file, size)
    except (OSError, RefusedFileError):
        return None


def upto(file: BinaryIO, most: int) -> bytes:
    """At most so many bytes; read in pieces, since one large read sets all its room aside first."""
    data = bytearray()
    while len(data) < most and (piece := file.read(min(MEGABYTE, most - len(data)))):
        data += piece
    return bytes(data)


def _digest(file: RawIOBase, size: int) -> str | None:
    digest, piece, read = hashlib.sha256(), bytearray(min(_PIECE, size + 1)), 0
    while read <= size and (count := file.readinto(piece)):
        digest.update(memoryview(piece)[:count])
        read += count
    return digest.hexdigest() if read == size else None


def _regular(file: BinaryIO | RawIOBase) -> os.stat_result:
    status = os.fstat(file.fileno())
    if not stat.S_ISREG(status.st_mode):
        raise RefusedFileError("not-regular")
    return status


def _too_large(size: int, most: float) -> RefusedFileError:
    return RefusedFileError("too-large", size=str(round(size / MEGABYTE)), limit=f"{most:g}")


def is_inside(path: str | Path, folder: Path) -> bool:
    """Whether `path`, its links followed, is `folder` or lies below it."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def boundary(folder: Path) -> Path:
    """The folder that what steers a run from `folder` may not leave: its repository, else itself.

    A repository around the home folder (of somebody's own settings) is none: it holds all that is private.
    """
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 - as it is written, links and all
    home = home_folder()
    for each in (folder, *folder.parents):
        if each == home:
            break
        if is_repository(each):
            return each
    return folder


def is_repository(folder: Path) -> bool:
    """Whether a repository, a submodule or a linked worktree begins here."""
    return os.path.lexists(folder / ".git")


def home_folder() -> Path | None:
    """The user's home folder; None for a user without one."""
    try:
        return Path.home()
    except RuntimeError:
        return None


def _with_a_writer(name: str, flags: int) -> int:
    """Open a pipe that somebody writes in."""
    if sys.platform == "win32":  # where none stands in a folder
        return os.open(name, flags)
    handle = os.open(name, flags | os.O_NONBLOCK)
    if not select.select([handle], (), (), WAITS)[0]:
        os.close(handle)
        raise RefusedFileError("not-regular")
    os.set_blocking(handle, True)
    return handle


def _without_following(name: str, flags: int) -> int:
    """Open; what has become a link since it was looked at is not followed."""
    return _without_waiting(name, flags | getattr(os, "O_NOFOLLOW", 0))


def _without_waiting(name: str, flags: int) -> int:
    """Open; what is a pipe to which nobody writes, or has become one, keeps nobody."""
    extra = (getattr(os, flag, 0) for flag in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY"))
    return os.open(name, flags | sum(extra))
