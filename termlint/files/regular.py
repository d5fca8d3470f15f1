"""Files that steer a run (settings, rules, baselines), read whole when they are plain and stay in place.

They may come with a repository that somebody cloned. A link in it must not make us read, and quote in an
error, a file from elsewhere; a device or a pipe must not keep us; one without end must not fill the memory.
"""

from __future__ import annotations

import os
import select
import stat
import sys
from pathlib import Path
from typing import BinaryIO, Literal

from termlint.errors import Internal
from termlint.files.paths import is_handle, reachable

Why = Literal["link-outside", "not-regular", "too-large"]

WAITS = 3.0
"""Seconds that a pipe is waited for which nobody may hold the other end of."""
_MEGABYTE = 1_000_000


class RefusedFileError(Internal, Exception):
    """A file that is not read.

    `why`, and the `details` for the sentence about it (folder, limit).
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
    where = os.path.realpath(path)
    if within is not None and not is_inside(where, within):
        raise RefusedFileError("link-outside", folder=within.as_posix())
    with open(reachable(Path(where)), "rb", opener=_without_waiting) as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise RefusedFileError("not-regular")
        limit = int(most * _MEGABYTE)
        data = file.read(min(status.st_size, limit) + 1)
        if len(data) > status.st_size:  # its size was no promise: it grows, or is of /proc
            data += _upto(file, limit)
    if len(data) > limit:
        raise RefusedFileError("too-large", limit=f"{most:g}")
    return data


def read_pipe(path: Path, most: float) -> bytes:
    """All that a pipe brings, at most `most` megabytes.

    What a shell made (`/dev/fd/63`) is waited for. A pipe by another name may have come with a clone, and
    have nobody who writes: RefusedFileError ("not-regular") after `WAITS` seconds.
    """
    with open(path, "rb", opener=None if is_handle(path) else _with_a_writer) as pipe:
        data = _upto(pipe, int(most * _MEGABYTE) + 1)
    if len(data) > most * _MEGABYTE:
        raise RefusedFileError("too-large", limit=f"{most:g}")
    return data


def _upto(file: BinaryIO, most: int) -> bytes:
    """At most so many bytes; read in pieces, since one large read sets all its room aside first."""
    data = bytearray()
    while len(data) < most and (piece := file.read(min(_MEGABYTE, most - len(data)))):
        data += piece
    return bytes(data)


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


def _without_waiting(name: str, flags: int) -> int:
    """Open; what has become a link or a pipe since it was looked at keeps nobody."""
    extra = (getattr(os, flag, 0) for flag in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_NOCTTY"))
    return os.open(name, flags | sum(extra))
