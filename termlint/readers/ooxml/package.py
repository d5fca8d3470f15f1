"""An Office Open XML package: parts, parsed safely, and the relationships between them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote

from lxml import etree

from termlint.errors import ReadError
from termlint.readers.ooxml.archive import MOST, Archive
from termlint.readers.ooxml.names import clark

if TYPE_CHECKING:
    from lxml.etree import _Element

Flaw = Literal["damaged", "excessive", "doctype"]
"""What may be wrong with a part: broken, larger or deeper than any document, or forbidden."""

_DOCUMENT = frozenset(clark("w:document"))
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_OTHERS: dict[str, str] = {
    "ppt/presentation.xml": "PowerPoint",
    "xl/workbook.xml": "Excel",
    "xl/workbook.bin": "Excel",
    "visio/document.xml": "Visio",
    "content.xml": "OpenDocument",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship: its id, the last word of its type ("header"), and the part it leads to."""

    ident: str
    kind: str
    target: str
    external: bool


class Package:
    """The parts of a Word file, by name without a leading slash.

    `damaged` names the parts that could be read in part only, or not at all, and why.
    """

    def __init__(self, data: bytes, most: int = MOST) -> None:
        """`most`: bytes that the parts that are read may unpack to."""
        _refuse_other_kinds(data)
        self.data = data
        self.damaged: dict[str, Flaw] = {}
        self.archive = Archive(data, most)
        if not self.archive.entries:
            raise ReadError("docx-damaged")
        self.main = self._main()

    def _main(self) -> str:
        """The name of the main document part: by relationship, else by its usual place."""
        named = [relation.target for relation in self.relations("") if relation.kind == "officeDocument"]
        for name in (*named, "word/document.xml", "word/document2.xml"):
            if name.lower() in self.archive.entries and not _is_other(name):
                return name
        for name, format_name in _OTHERS.items():
            if name in self.archive.entries:
                raise ReadError("docx-other-format", format=format_name)
        raise ReadError("docx-damaged" if self.archive.lost else "docx-no-document")

    def document(self) -> _Element:
        """The root of the main part; ReadError when it is no Word document."""
        root = self.xml(self.main)
        if root is None:
            raise ReadError("docx-doctype" if self.damaged.get(self.main) == "doctype" else "docx-damaged")
        if root.tag not in _DOCUMENT:
            raise ReadError("docx-no-document")
        return root

    def xml(self, name: str) -> _Element | None:
        """The root of a part, or None when it is absent or beyond reading (then `damaged` names it).

        No document type, entity or network address is ever followed. Broken XML is read as far as
        it makes sense.
        """
        entry = self.archive.read(name)
        if entry is None:
            return None
        content, whole = entry
        root, flaw = _parsed(content)
        if flaw or not whole:
            self.damaged.setdefault(name, flaw or "damaged")
        return root

    def relations(self, name: str) -> list[Relation]:
        """The relationships of a part, in order; those of the package itself for the name ""."""
        folder, base = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", base + ".rels"))
        if root is None:
            return []
        return [_relation(element, folder) for element in root.iter() if element.get("Target") is not None]

    def related(self, name: str, kind: str) -> list[str]:
        """The parts inside the package to which `name` has a relationship of this kind, each once."""
        found = (r.target for r in self.relations(name) if r.kind == kind and not r.external)
        return [target for target in dict.fromkeys(found) if target.lower() in self.archive.entries]


def _relation(element: _Element, folder: str) -> Relation:
    external = element.get("TargetMode") == "External"
    target = element.get("Target", "")
    if not external:
        target = unquote(target.replace("\\", "/"))
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    kind = element.get("Type", "").rsplit("/", 1)[-1]
    return Relation(element.get("Id", ""), kind, target, external)


def _parsed(content: bytes) -> tuple[_Element | None, Flaw | None]:
    """The root of a part, as far as it can be read, and what is wrong with it.

    The format forbids a document type: it only ever serves an attack, and such a part is not read.
    """
    flaw: Flaw | None = None
    try:
        root = _parse(content)
    except (etree.XMLSyntaxError, ValueError) as error:
        flaw = "excessive" if "HUGE" in str(error).upper() else "damaged"
        root = _rescued(content)
    if root is not None and root.getroottree().docinfo.internalDTD is not None:
        return None, "doctype"
    return root, flaw if root is not None else "damaged"


def _rescued(content: bytes) -> _Element | None:
    try:
        return _parse(content, recover=True)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _parse(content: bytes, *, recover: bool = False) -> _Element | None:
    """The root of a part. The parser keeps comments and white space: a writer gives them back."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover
    )
    root: _Element | None = etree.fromstring(content, parser)
    return root


def _is_other(name: str) -> bool:
    return name.lower() in _OTHERS


def _refuse_other_kinds(data: bytes) -> None:
    """Raise the message that helps for a file that is no package at all."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00").lower()
    if not head:
        raise ReadError("docx-empty-file")
    if data.startswith(_OLE):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise ReadError("docx-encrypted" if encrypted else "docx-old-format")
    if head.startswith(b"%pdf-"):
        raise ReadError("docx-other-format", format="PDF")
    if head.startswith(b"{\\rtf"):
        raise ReadError("docx-other-format", format="RTF")
    if head.startswith((b"<!doctype html", b"<html", b"mime-version:")):
        raise ReadError("docx-other-format", format="HTML")
