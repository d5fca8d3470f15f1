"""PDF files written by hand, for what reportlab would not draw."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def raw_pdf(
    content: str, *, to_unicode: dict[int, str] | None = None, objects: Iterable[str] = (), catalog: str = ""
) -> bytes:
    """One page with this content stream, a character a byte; /F1 is Helvetica, with a ToUnicode map.

    Further `objects` get the numbers 10 and up; `catalog` is added to the catalog.
    """
    stream = zlib.compress(content.encode("latin-1"))
    unicode_map = _to_unicode(to_unicode or {})
    bodies: dict[int, bytes] = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        4: b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding%s >>"
        % (b" /ToUnicode 6 0 R" if to_unicode else b""),
        6: b"<< /Length %d >>\nstream\n%s\nendstream" % (len(unicode_map), unicode_map),
    }
    bodies.update({10 + i: body.encode("latin-1") for i, body in enumerate(objects)})
    return of_objects(bodies)


def _to_unicode(codes: dict[int, str]) -> bytes:
    rows = "\n".join(
        f"<{code:02X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in codes.items()
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{rows}\nendbfchar\nendcmap end end"
    ).encode()


def of_objects(bodies: dict[int, bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in bodies.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    size = max(bodies) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        place = places.get(number)
        out += b"%010d 00000 n \n" % place if place else b"0000000000 00000 f \n"
    return bytes(out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start))


def misplaced_xref(data: bytes) -> bytes:
    """The file with its cross-reference table said to stand elsewhere, as a mail program leaves it."""
    return data[: data.rindex(b"startxref")] + b"startxref\n7\n%%EOF\n"
