"""One document to check: where its bytes are, and whether it is light enough to do without workers."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - a type that users of the dataclass may ask for

from termlint.errors import ReadError
from termlint.execution.process_limits import may_copy_itself
from termlint.files.filetype import true_suffix, unpacked_size
from termlint.files.paths import reachable
from termlint.formats import BY_SUFFIX

_SMALL = 2_000_000
_SMALL_UNPACKED = 8_000_000
_SHARE = 4
"""By which these are divided where a crash in this process would be the end of the program."""
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Job:
    """One document to check: `file` is opened by whoever checks it, unless its `data` is here already.

    `run` is the number of the settings that hold for it (see `SettingsTable`).
    """

    path: str
    file: Path
    suffix: str
    run: int = 0
    profile: str | None = None
    data: bytes | None = None

    def read(self, most: float) -> bytes:
        """The bytes of the document, of at most `most` megabytes; ReadError says in plain words why not."""
        if self.data is None:
            return read_bytes(self.file, most)
        if len(self.data) > most * _MEGABYTE:
            raise _too_large(len(self.data), most)
        return self.data


def is_light(job: Job) -> bool:
    """Whether this is a small document, also unpacked, that needs no workers to be safe and quick."""
    if _is_native(job.suffix):
        return False
    try:
        data = read_bytes(job.file, _SMALL / _MEGABYTE) if job.data is None else job.data
    except ReadError as error:
        return error.code != "too-large"
    suffix, share = true_suffix(data, job.suffix), 1 if may_copy_itself() else _SHARE
    if len(data) > _SMALL // share or _is_native(suffix):
        return False
    return not _is_package(suffix) or unpacked_size(data) <= _SMALL_UNPACKED // share


def _is_native(suffix: str) -> bool:
    return suffix in BY_SUFFIX and BY_SUFFIX[suffix].native


def _is_package(suffix: str) -> bool:
    return suffix in BY_SUFFIX and BY_SUFFIX[suffix].is_package


def read_bytes(path: Path, most: float) -> bytes:
    """The bytes of a file of at most `most` megabytes; ReadError says in plain words why not."""
    try:
        with open(reachable(path), "rb", opener=_without_waiting) as file:
            before = os.fstat(file.fileno())
            if not stat.S_ISREG(before.st_mode):
                raise ReadError("not-a-file")
            if before.st_size > most * _MEGABYTE:
                raise _too_large(before.st_size, most)
            data = file.read(before.st_size + 1)  # no more memory than it needs, unless its size was no truth
            if len(data) > before.st_size:
                data += file.read(int(most * _MEGABYTE))
            after = os.fstat(file.fileno())
    except FileNotFoundError as error:
        raise ReadError("vanished") from error
    except PermissionError as error:
        raise ReadError("no-access") from error
    except OSError as error:
        raise ReadError("not-readable", problem=error.strerror or str(error)) from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise ReadError("changed-while-read")
    return data


def _too_large(size: int, most: float) -> ReadError:
    return ReadError("too-large", size=round(size / _MEGABYTE), limit=f"{most:g}")


def _without_waiting(name: str, flags: int) -> int:
    """Open, also what has become a pipe to which nobody writes."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))
