"""Readers: bytes of a document in, a `Document` out. A new reader is one module and one line here."""

from __future__ import annotations

from importlib import import_module

from termlint.model import Document
from termlint.readers.base import Candidate, Reader, ReadOptions

__all__ = ["READERS", "Candidate", "ReadOptions", "Reader"]


def _lazy(module: str) -> Reader:
    """The `read` of a module, imported at its first document: a run over text never loads PDFium."""

    def read(data: bytes, candidate: Candidate, options: ReadOptions) -> Document:
        document: Document = import_module(f"termlint.readers.{module}").read(data, candidate, options)
        return document

    return read


_DOCX, _PDF, _TEXT, _MARKDOWN = _lazy("docx"), _lazy("pdf"), _lazy("text"), _lazy("markdown")

READERS: dict[str, Reader] = {
    ".docx": _DOCX,
    ".docm": _DOCX,
    ".dotx": _DOCX,
    ".dotm": _DOCX,
    ".pdf": _PDF,
    ".txt": _TEXT,
    ".md": _MARKDOWN,
}
"""By lower-case suffix."""
