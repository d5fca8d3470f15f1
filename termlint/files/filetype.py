"""What a file is by its content, where its suffix says otherwise."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING

from termlint.formats import BY_SUFFIX, FORMATS
from termlint.messages import say

if TYPE_CHECKING:
    from typing import Literal

    from termlint.formats import Format, Signature

_MOST_OF_A_PART = 1 << 20
"""Bytes of a part of a package that are looked through for what it holds."""
_REPORT = b'<meta name="generator" content="termlint '
_BROKEN = (KeyError, OSError, RuntimeError, ValueError, EOFError, IndexError, struct.error, zlib.error)
"""What zipfile raises over a damaged file, besides its own error."""
REPORT_HEAD = 4096
"""Bytes from the start of a file in which a report shows that it is one."""


def true_suffix(data: bytes, suffix: str) -> str:
    """The suffix by which to read `data`: its own, unless the content plainly shows another format."""
    named = BY_SUFFIX.get(suffix)
    for record in FORMATS:
        if record.signature and record is not named and _shows(data, record.signature, named):
            return record.suffixes[0]
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
    format_name = BY_SUFFIX[suffix].name if suffix in BY_SUFFIX else ""
    return format_name in REPORTED and REPORTED[format_name](head)


def _is_our_page(head: bytes) -> bool:
    return _REPORT in head


def _is_our_table(head: bytes) -> bool:
    return head.startswith((_columns("nl"), _columns("en")))


REPORTED = {"html": _is_our_page, "csv": _is_our_table}
"""How a report of our own shows itself, for each format of documents in which there are such reports."""


def _columns(lang: Literal["nl", "en"]) -> bytes:
    return ";".join(say(f"formats-csv-{name}", lang) for name in ("path", "place", "page")).encode(
        "utf-8-sig"
    )


def _shows(data: bytes, signature: Signature, named: Format | None) -> bool:
    """Whether these bytes, of a file whose name says `named`, begin as a format does."""
    if data.startswith(signature.start):
        return not signature.part or _holds(data, signature)
    rubbish = data[: signature.rubbish + len(signature.start)] if signature.rubbish else b""
    return signature.start in rubbish and _is_nothing(data, named)


def _is_nothing(data: bytes, named: Format | None) -> bool:
    """Whether the name promises a format that is no text, and the bytes do not begin to keep that promise."""
    own = named.signature if named else None
    return own is not None and not data.startswith(own.start[:2])


def _holds(data: bytes, signature: Signature) -> bool:
    import zipfile  # only for a file whose suffix lies: the clean path must not pay for it

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open(signature.part) as part:
            return signature.holds in part.read(_MOST_OF_A_PART)
    except (zipfile.BadZipFile, *_BROKEN):
        return False
