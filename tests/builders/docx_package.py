"""The package of a Word file for tests: parts, relationships, content types, and the zip around them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from collections.abc import Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = {
    W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    R: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "http://purl.oclc.org/ooxml/drawingml/main",
}
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
DATE = "2026-01-02T03:04:05Z"
TYPES = "application/vnd.openxmlformats-officedocument."
_EXTERNAL = ' TargetMode="External"'
MAIN_TYPE = TYPES + "wordprocessingml.document.main+xml"


@dataclass
class Parts:
    """The package in the making."""

    files: dict[str, bytes] = field(default_factory=dict)
    overrides: dict[str, str] = field(default_factory=dict)
    relations: list[tuple[str, str, str, bool]] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    endnotes: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    number: int = 100

    def next(self) -> int:
        self.number += 1
        return self.number

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        ident = f"rId{len(self.relations) + 1}"
        self.relations.append((ident, kind, target, external))
        return ident

    def part(self, kind: str, name: str, content_type: str, xml: str) -> str:
        """Add a part beside the document and return the id of the relationship to it."""
        self.files[f"word/{name}"] = (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()
        )
        self.overrides[f"/word/{name}"] = content_type
        return self.relate(kind, name)


def style(ident: str, name: str, rest: str = "", kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{ident}"><w:name w:val="{name}"/>{rest}</w:style>'


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>'
    + "".join(
        style(
            f"Kop{n}", f"heading {n}", f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr><w:rPr><w:b/></w:rPr>'
        )
        for n in (1, 2, 3)
    )
    + style("Titel", "Title")
    + style("Bijschrift", "caption")
    + style("Verborgen", "Verborgen", "<w:rPr><w:vanish/></w:rPr>", "character")
)


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip of these files, in this order, always the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return stream.getvalue()


def root(tag: str, content: str) -> str:
    return f"<w:{tag} {NAMESPACES}>{content}</w:{tag}>"


def content_types(parts: Parts, main: str) -> bytes:
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>'
        for name, kind in {"/word/document.xml": main, **parts.overrides}.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def relations_xml(relations: Sequence[tuple[str, str, str, bool]]) -> bytes:
    lines = "".join(
        f'<Relationship Id="{ident}" Type="{R}/{kind}" Target={quoteattr(target)}'
        f"{_EXTERNAL if external else ''}/>"
        for ident, kind, target, external in relations
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'
    ).encode()


def strictly(data: bytes) -> bytes:
    for transitional, strict in STRICT.items():
        data = data.replace(transitional.encode(), strict.encode())
    return data
