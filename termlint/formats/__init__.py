"""The formats of documents: one record each, and all that is known of a suffix. A new format is one module
that reads it and one record here.

Records are data. They name readers and writers by dotted path, so that a run over text never loads PDFium.
"""

from __future__ import annotations

from termlint.formats.model import Format, Mode, Signature, function_at

__all__ = ["BY_NAME", "BY_SUFFIX", "FORMATS", "UNREAD", "Format", "Mode", "Signature", "function_at"]

_ZIP = b"PK\x03\x04"
_TEXT = "termlint.writers.text:write"

FORMATS: tuple[Format, ...] = (
    Format(
        "docx",
        (".docx", ".docm", ".dotx", ".dotm"),
        reader="termlint.readers.docx:read",
        writer="termlint.writers.docx:write",
        modes=("tracked", "comments", "replace"),
        signature=Signature(_ZIP, part="[Content_Types].xml", holds=b"wordprocessingml.document.main+xml"),
    ),
    Format(
        "pdf",
        (".pdf",),
        reader="termlint.readers.pdf:read",
        writer="termlint.writers.pdf:write",
        modes=("comments",),
        signature=Signature(b"%PDF-", rubbish=1019),
        native=True,
        may_be_rendered=True,
    ),
    Format("text", (".txt",), "termlint.readers.text:read", _TEXT, ("replace",)),
    Format("markdown", (".md",), "termlint.readers.markdown:read", _TEXT, ("replace",)),
    Format("quarto", (".qmd", ".rmd"), "termlint.readers.quarto:read", _TEXT, ("replace",), is_source=True),
    Format(
        "r",
        (".r",),
        reader="termlint.readers.script:read_r",
        writer=_TEXT,
        modes=("replace",),
        reserved=frozenset("\"'`\\\r\n{}"),
        keeps_lines=True,
    ),
    Format(
        "python",
        (".py",),
        reader="termlint.readers.script:read_python",
        writer=_TEXT,
        modes=("replace",),
        reserved=frozenset("\"'\\\r\n{}"),
        keeps_lines=True,
    ),
    Format(
        "html",
        (".html", ".htm"),
        reader="termlint.readers.html:read",
        writer=_TEXT,
        modes=("replace",),
        may_be_rendered=True,
        reserved=frozenset("<>&"),
    ),
    Format(
        "csv",
        (".csv",),
        reader="termlint.readers.csv:read",
        writer=_TEXT,
        modes=("replace",),
        reserved=frozenset('",;\t\r\n'),
        keeps_lines=True,
    ),
    Format("doc", (".doc", ".dot")),
    Format("rtf", (".rtf",)),
    Format("ppt", (".ppt", ".pps")),
    Format("pptx", (".pptx", ".ppsx")),
    Format("odt", (".odt",)),
    Format("odp", (".odp",)),
    Format("wpd", (".wpd",)),
    Format("pages", (".pages",)),
    Format("epub", (".epub",)),
)

BY_SUFFIX = {suffix: record for record in FORMATS for suffix in record.suffixes}
BY_NAME = {record.name: record for record in FORMATS}
UNREAD = frozenset(suffix for suffix, record in BY_SUFFIX.items() if record.reader is None)
"""Suffixes of documents that a person would expect to be checked and that get a loud line."""
