"""Readers: bytes of a document in, a `Document` out. A new one is a module here and a record in `formats`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from termlint.formats import BY_SUFFIX, function_at
from termlint.readers.base import Candidate, Reader, ReadOptions

if TYPE_CHECKING:
    from termlint.model import Document

__all__ = ["READERS", "Candidate", "ReadOptions", "Reader"]


@cache
def _lazy(path: str) -> Reader:
    """A function by its dotted path, imported at its first document: a run over text never loads PDFium."""

    def read(data: bytes, candidate: Candidate, options: ReadOptions) -> Document:
        reader: Reader = function_at(path)
        return reader(data, candidate, options)

    return read


READERS: dict[str, Reader] = {
    suffix: _lazy(record.reader) for suffix, record in BY_SUFFIX.items() if record.reader
}
"""By lower-case suffix."""
