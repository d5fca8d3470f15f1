"""Whether a PDF's packed streams are whole.

PDFium reads a damaged stream up to the damage and says nothing: the rest of a page's text is then gone
without a trace. So the packed bytes are looked at themselves, as they stand in the file.
"""

from __future__ import annotations

import base64
import ctypes
import re
import zlib
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as c

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.readers.pdf.pdfium import Pdf

_STREAM = re.compile(rb"stream(?:\r\n|\n|\r)")
_LONGEST = 4096
"""Bytes of the dictionary before a stream that are looked at."""
_NO_TEXT = re.compile(
    rb"/Subtype\s*/(?:Image|Type1C|CIDFontType0C|OpenType|XML)|/Length[123]\b|/(?:Function|Shading)Type|/Alternate"
    rb"|/Type\s*/(?:EmbeddedFile|Metadata|XRef)"
)
"""Pictures, fonts, colours, the table of objects and the like: they hold no text."""
_FILTER = re.compile(rb"/Filter\s*(?:\[\s*)?/(\w+)\s*(?:/(\w+))?")
_MOST = 32 * 2**20
"""Bytes of one stream that are unpacked to see whether it is whole."""


def damaged_streams(pdf: Pdf, data: bytes) -> int:
    """How many packed streams that may hold text do not unpack to their end. `data` are those of `pdf`."""
    if b"/Encrypt" in data:
        data = written_anew(pdf, c.FPDF_REMOVE_SECURITY)
    return sum(not _is_whole(data, start, plain) for start, plain in _packed(data))


def _packed(data: bytes) -> Iterator[tuple[int, bool]]:
    """Where each stream to look at begins, and whether it stands in the file as it is (else in ASCII 85)."""
    for found in _STREAM.finditer(data):
        head = data[max(0, found.start() - _LONGEST) : found.start()]
        head = head[head.rfind(b"obj") + 3 :]
        filters = _FILTER.search(head)
        if not filters or not head.rstrip().endswith(b">>") or _NO_TEXT.search(head):
            continue
        if filters[1] == b"FlateDecode":
            yield found.end(), True
        elif filters.groups() == (b"ASCII85Decode", b"FlateDecode"):
            yield found.end(), False


def _is_whole(data: bytes, start: int, plain: bool) -> bool:
    """Whether a stream unpacks to its end and its check sum is right; well-known programs cut that off."""
    end = data.find(b"endstream", start)
    content = data[start : end if end >= 0 else len(data)]
    unpacking = zlib.decompressobj(-15)
    try:
        packed = content if plain else base64.a85decode(content.partition(b"~>")[0])
        unpacked = unpacking.decompress(packed[2:], _MOST)
    except (zlib.error, ValueError):
        return False
    said = unpacking.unused_data.rstrip(b"\r\n")[:4]
    if unpacking.unconsumed_tail or len(said) < 4:
        return unpacking.eof or bool(unpacking.unconsumed_tail)
    return said == zlib.adler32(unpacked).to_bytes(4, "big")


def written_anew(pdf: Pdf, flags: int) -> bytes:
    """The file as PDFium writes it, its streams as they are; empty when it cannot."""
    out = bytearray()

    def take(_: Any, block: Any, size: int) -> int:
        out.extend(ctypes.string_at(block, size))
        return 1

    writer = c.FPDF_FILEWRITE(version=1)
    writer.WriteBlock = type(writer.WriteBlock)(take)
    return bytes(out) if c.FPDF_SaveAsCopy(pdf.handle, ctypes.byref(writer), flags) else b""
