"""Readers: bytes of a document in, a `Document` out. A new reader is one module and one line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from termlint.readers.base import Candidate, Reader, ReadOptions

if TYPE_CHECKING:
    from termlint.model import Document

__all__ = ["READERS", "Candidate", "ReadOptions", "Reader"]


def _lazy(module: str, function: str = "read") -> Reader:
    """A function of a module, imported at its first document: a run over text never loads PDFium."""

    def read(data: bytes, candidate: Candidate, options: ReadOptions) -> Document:
        reader: Reader = getattr(import_module(f"termlint.readers.{module}"), function)
        return reader(data, candidate, options)

    return read


_DOCX, _PDF, _TEXT, _MARKDOWN = _lazy("docx"), _lazy("pdf"), _lazy("text"), _lazy("markdown")
_QUARTO, _HTML = _lazy("quarto"), _lazy("html")

READERS: dict[str, Reader] = {
    ".docx": _DOCX,
    ".docm": _DOCX,
    ".dotx": _DOCX,
    ".dotm": _DOCX,
    ".pdf": _PDF,
    ".txt": _TEXT,
    ".md": _MARKDOWN,
    ".qmd": _QUARTO,
    ".rmd": _QUARTO,
    ".r": _lazy("script", "read_r"),
    ".py": _lazy("script", "read_python"),
    ".html": _HTML,
    ".htm": _HTML,
    ".csv": _lazy("csv"),
}
"""By lower-case suffix."""
