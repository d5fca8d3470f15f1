"""Documents that mean harm, or look like it: bombs, circles, depth without end, names that lead elsewhere.

Each is built in a blink; what it costs is what a careless reader makes of it.
"""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from typing import TYPE_CHECKING

from tests.builders import docx
from tests.builders.docx_package import NAMESPACES, relations_xml, style, zipped

if TYPE_CHECKING:
    from collections.abc import Mapping

USE = "De stad telt veel studenten in het hoger onderwijs."
MAIN = "word/document.xml"
MEGABYTE = 2**20

# --- Word -----------------------------------------------------------------------------------------


def with_main(xml: str | bytes) -> bytes:
    """A Word file whose main part is this."""
    return docx.word(USE, extra={MAIN: xml if isinstance(xml, bytes) else xml.encode()})


def document(body: str, before: str = "") -> str:
    """A main part: `before` stands between the XML declaration and the root."""
    return f'<?xml version="1.0"?>\n{before}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>'


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def billion_laughs() -> bytes:
    """Ten entities, each ten times the one before."""
    entities = '<!ENTITY a0 "lol">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return with_main(document(paragraph("&a9;"), f"<!DOCTYPE w [{entities}]>"))


def external_entity(address: str) -> bytes:
    """An entity that would pull in a file or a page."""
    doctype = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{address}">]>'
    return with_main(document(paragraph("hoger onderwijs &x;"), doctype))


def external_dtd(address: str) -> bytes:
    """A document type that stands elsewhere."""
    return with_main(document(paragraph(USE), f'<!DOCTYPE w SYSTEM "{address}">'))


def nested_tables(depth: int) -> bytes:
    """A table in a table in a table…, with a paragraph before and in the innermost."""
    opened, closed = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    return with_main(document(paragraph(USE) + opened * depth + paragraph(USE) + closed * depth))


def huge_part(megabytes: int, *, declared: int | None = None, tightly: bool = False) -> bytes:
    """A main part of so many megabytes of XML, packed in a blink; `declared` is the size that it claims.

    Packed `tightly` by a thousand, else by some two hundred.
    """
    start = document("").partition("</w:body>")[0].encode()
    filler = b" " if tightly else b"".join(b"<w:p><!-- %d --></w:p>" % (n * n) for n in range(250))
    block = (filler * (MEGABYTE // len(filler) + 1))[:MEGABYTE]
    pack = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = pack.compress(start) + pack.flush(zlib.Z_FULL_FLUSH)
    one = pack.compress(block) + pack.flush(zlib.Z_FULL_FLUSH)
    size = len(start) + megabytes * MEGABYTE if declared is None else declared
    others = docx.word(USE, extra={MAIN: b""})
    return _packed_in(others, MAIN, packed + one * megabytes + pack.flush(), size)


def _packed_in(archive: bytes, name: str, packed: bytes, size: int) -> bytes:
    """The archive with a ready-made deflate stream as the content of one entry."""
    written = name.encode()
    entry = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, 0, len(packed), size, len(written), 0)
    shift = 30 + len(written) + len(packed)
    central = archive.index(b"PK\x01\x02")
    end = archive.rindex(b"PK\x05\x06")
    directory = archive[central:end]
    at = directory.index(written) - 46
    own = (
        struct.pack("<4sH", b"PK\x01\x02", 20) + entry + struct.pack("<HHHII", 0, 0, 0, 0, central) + written
    )
    after = at + 46 + len(written) + sum(struct.unpack_from("<HH", directory, at + 30))
    directory = directory[:at] + own + directory[after:]
    count = struct.unpack_from("<H", archive, end + 10)[0]
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(directory), central + shift, 0)
    return archive[:central] + b"PK\x03\x04" + entry + written + packed + directory + tail


def strangely_named(names: Mapping[str, bytes]) -> bytes:
    """A Word file with further entries under these names, whatever they are."""
    return docx.word(USE, extra=dict(names))


def twice_named(*contents: str) -> bytes:
    """A Word file with a main part for each of these texts, all under one name."""
    stream = io.BytesIO(docx.word(USE))
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore", UserWarning)
        for text in contents:
            archive.writestr(MAIN, document(paragraph(text)))
    return stream.getvalue()


def dtd_in_footnotes() -> bytes:
    """A sound document whose footnotes have a document type."""
    whole = docx.word(docx.p(USE, docx.footnote("Noot.")))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        notes = archive.read("word/footnotes.xml")
        files = {name: archive.read(name) for name in archive.namelist()}
    return zipped(
        files | {"word/footnotes.xml": notes.replace(b"<w:footnotes", b"<!DOCTYPE x><w:footnotes", 1)}
    )


def one_word(length: int) -> bytes:
    """A paragraph that is one word of so many letters, after a sound one; packed like other text."""
    noise = b"".join(b"%d" % (n * n) for n in range(length // 8))
    return with_main(document(paragraph(USE) + paragraph((noise.decode() * 2)[:length])))


def circular_styles() -> bytes:
    """Styles that are each based on the other."""
    styles = "".join(style(one, one, f'<w:basedOn w:val="{other}"/>') for one, other in ("AB", "BA"))
    return docx.word(docx.p(USE, style="A"), styles=styles)


def part_in_itself() -> bytes:
    """A document that is its own running head."""
    relations = relations_xml([("rId1", "header", "document.xml", False)])
    body = paragraph(USE) + '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'
    extra = {"word/_rels/document.xml.rels": relations, MAIN: document(body).encode()}
    return docx.word(USE, extra=extra)


def nested_boxes(depth: int) -> bytes:
    """A text box in a text box in a text box…"""
    opened = "<w:p><w:r><w:pict><w:txbxContent>"
    closed = "</w:txbxContent></w:pict></w:r></w:p>"
    return with_main(document(opened * depth + paragraph(USE) + closed * depth))


def with_attributes(count: int) -> bytes:
    """A paragraph with so many attributes."""
    many = " ".join(f'a{n}="{n * n}"' for n in range(count))
    return with_main(document(paragraph(USE) + f"<w:p {many}/>"))


def with_links(address: str) -> bytes:
    """A document that points elsewhere in every way that Word knows."""
    kinds = (
        "hyperlink",
        "image",
        "attachedTemplate",
        "frame",
        "oleObject",
        "subDocument",
        "aFChunk",
        "video",
    )
    relations = relations_xml([(f"rId{n}", kind, address, True) for n, kind in enumerate(kinds)])
    body = (
        paragraph(USE)
        + "".join(f'<w:p><w:hyperlink r:id="rId{n}"/></w:p><w:altChunk r:id="rId{n}"/>' for n in range(8))
        + f'<w:p><w:fldSimple w:instr="INCLUDETEXT &quot;{address}&quot;"/></w:p>'
        + f'<w:p><w:fldSimple w:instr="DDEAUTO c:\\x.exe {address}"/></w:p>'
        + '<w:p><w:r><w:object><o:OLEObject Type="Link" r:id="rId4"/></w:object></w:r></w:p>'
    )
    extra = {"word/_rels/document.xml.rels": relations, MAIN: document(body).encode()}
    return docx.word(USE, extra=extra)
