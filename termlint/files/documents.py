"""The bytes of a document, and in plain words why there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termlint.errors import ReadError
from termlint.files.regular import MEGABYTE, RefusedFileError, read_unchanged

if TYPE_CHECKING:
    from pathlib import Path


def read_document(path: Path, most: float) -> bytes:
    """The bytes of a file of at most `most` megabytes; ReadError says in plain words why not."""
    try:
        data = read_unchanged(path, most)
    except RefusedFileError as error:
        if error.why == "too-large":
            raise ReadError("too-large", size=int(error.details["size"]), limit=f"{most:g}") from error
        raise ReadError("not-a-file") from error
    except FileNotFoundError as error:
        raise ReadError("vanished") from error
    except PermissionError as error:
        raise ReadError("no-access") from error
    except OSError as error:
        raise ReadError("not-readable", problem=error.strerror or str(error)) from error
    if data is None:
        raise ReadError("changed-while-read")
    return data


def within_limit(data: bytes, most: float) -> bytes:
    """What came by another way than a file, as from standard input; ReadError over `most` megabytes."""
    if len(data) > most * MEGABYTE:
        raise ReadError("too-large", size=round(len(data) / MEGABYTE), limit=f"{most:g}")
    return data
