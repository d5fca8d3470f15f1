"""What a file is by its content, where its suffix says otherwise."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING

from termlint.messages import say

if TYPE_CHECKING:
    from typing import Literal

_ZIP = b"PK\x03\x04"
_HEAD = 1024  # a PDF's header may stand after this much rubbish
_WORD_TYPE = b"wordprocessingml.document.main+xml"
_REPORT = b'<meta name="generator" content="termlint '
_BROKEN = (KeyError, OSError, RuntimeError, ValueError, EOFError, IndexError, struct.error, zlib.error)
"""What zipfile raises over a damaged file, besides its own error."""
REPORT_HEAD = 4096
"""Bytes from the start of a file in which a report shows that it is one."""
ZIPPED = frozenset({".docx", ".docm", ".dotx", ".dotm"})
"""Word's own suffixes."""


def true_suffix(data: bytes, suffix: str) -> str:
    """The suffix by which to read `data`: its own, unless the content is plainly a PDF or a Word document."""
    if suffix != ".pdf" and _is_pdf(data, suffix):
        return ".pdf"
    if suffix not in ZIPPED and data.startswith(_ZIP) and _is_word(data):
        return ".docx"
    return suffix


def unpacked_size(data: bytes) -> float:
    """Bytes of XML that a package says it holds; infinite when it does not say."""
    import zipfile  # only where a package is looked into

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return sum(info.file_size for info in package.infolist() if _is_xml(info.filename))
    except (zipfile.BadZipFile, *_BROKEN):
        return float("inf")


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def is_report(head: bytes, suffix: str) -> bool:
    """Whether a file that begins like this is a page or table that termlint made: it is full of findings."""
    if suffix in (".html", ".htm"):
        return _REPORT in head
    return suffix == ".csv" and head.startswith((_columns("nl"), _columns("en")))


def _columns(lang: Literal["nl", "en"]) -> bytes:
    return ";".join(say(f"formats-csv-{name}", lang) for name in ("path", "place", "page")).encode(
        "utf-8-sig"
    )


def _is_pdf(data: bytes, suffix: str) -> bool:
    """A PDF may begin with rubbish, but only a file that cannot be text or Word is taken for one then."""
    return data.startswith(b"%PDF-") or (suffix in ZIPPED and b"%PDF-" in data[:_HEAD] and data[:2] != b"PK")


def _is_word(data: bytes) -> bool:
    import zipfile  # only for a file whose suffix lies: the clean path must not pay for it

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open("[Content_Types].xml") as types:
            return _WORD_TYPE in types.read(1 << 20)
    except (zipfile.BadZipFile, *_BROKEN):
        return False
