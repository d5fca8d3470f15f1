"""One document to check: where its bytes are, and whether it is light enough to do without workers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - a type that users of the dataclass may ask for

from termlint.errors import ReadError
from termlint.execution.process_limits import may_copy_itself
from termlint.files.documents import read_document, within_limit
from termlint.files.filetype import true_suffix, unpacked_size
from termlint.files.regular import MEGABYTE
from termlint.formats import BY_SUFFIX

_SMALL = 2_000_000
_SMALL_UNPACKED = 8_000_000
_SHARE = 4
"""By which these are divided where a crash in this process would be the end of the program."""


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
        return read_document(self.file, most) if self.data is None else within_limit(self.data, most)


def is_light(job: Job) -> bool:
    """Whether this is a small document, also unpacked, that needs no workers to be safe and quick."""
    if _is_native(job.suffix):
        return False
    try:
        data = read_document(job.file, _SMALL / MEGABYTE) if job.data is None else job.data
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
