"""Writers: a document and its findings in, a marked copy out. A new one is a module here, named by
the records in `formats` of what it writes.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from termlint.formats import FORMATS, function_at
from termlint.writers.base import FixRecord, RuleText, WriteOptions, Writer, WriteResult

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.model import Document, Finding

__all__ = ["WRITERS", "FixRecord", "RuleText", "WriteOptions", "WriteResult", "Writer"]


@cache
def _lazy(path: str) -> Writer:
    """A function by its dotted path, imported at its first document."""

    def write(
        data: bytes, document: Document, findings: Sequence[Finding], options: WriteOptions
    ) -> WriteResult:
        writer: Writer = function_at(path)
        return writer(data, document, findings, options)

    return write


WRITERS: dict[str, Writer] = {record.name: _lazy(record.writer) for record in FORMATS if record.writer}
"""By the format of the document, as its reader named it."""
