"""Writers: a document and its findings in, a marked copy out. A new writer is one module and one line."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from termlint.writers.base import Deed, RuleText, WriteOptions, Writer, Written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.model import Document, Finding

__all__ = ["WRITERS", "Deed", "RuleText", "WriteOptions", "Writer", "Written"]


def _lazy(module: str) -> Writer:
    """The `write` of a module, imported at its first document."""

    def write(data: bytes, document: Document, findings: Sequence[Finding], options: WriteOptions) -> Written:
        written: Written = import_module(f"termlint.writers.{module}").write(
            data, document, findings, options
        )
        return written

    return write


WRITERS: dict[str, Writer] = {
    "docx": _lazy("docx"),
    "pdf": _lazy("pdf"),
    **dict.fromkeys(("text", "markdown", "quarto", "html", "csv", "r", "python"), _lazy("text")),
}
"""By the format of the document, as its reader named it."""
