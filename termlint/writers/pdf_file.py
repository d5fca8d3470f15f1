"""A PDF file to which objects are added at its end: what stood there stays, byte for byte.

This is what the format calls an incremental update. It is only as good as the file's own tables; a file
whose tables had to be guessed is `Unfit`.
"""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING, Any

from pdfminer.pdfdocument import PDFDocument, PDFXRefFallback, PDFXRefStream
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import LIT

from termlint.writers.pdf_syntax import Unfit, encryption, written

if TYPE_CHECKING:
    from collections.abc import Iterator

logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # what it mutters is nothing to a user

_DEEPEST = 64
_KEPT = ("Root", "Info", "ID", "Encrypt")


class _Objects(PDFDocument):
    """A document of pdfminer's without references that go round: those it would follow for ever."""

    def getobj(self, objid: int) -> object:
        """The object of that number; None where it refers to itself, as for one that is not there."""
        found = super().getobj(objid)
        seen = {objid}
        while isinstance(found, PDFObjRef):
            if found.objid in seen:
                return None
            seen.add(found.objid)
            found = super().getobj(found.objid)
        return found


class PdfFile:
    """The objects of a file, and those to be added. `pages` has the object number of each page."""

    def __init__(self, data: bytes, password: str | None) -> None:
        """Raises Unfit; and pdfminer raises whatever it likes on a file that is not as it should be."""
        self._data = data
        self._document = _Objects(PDFParser(io.BytesIO(data)), password=password or "", fallback=False)
        xrefs = self._document.xrefs
        if not data.startswith(b"%PDF-") or any(isinstance(each, PDFXRefFallback) for each in xrefs):
            raise Unfit("tables")
        self._trailer: dict[str, Any] = dict(xrefs[0].get_trailer())
        if not isinstance(self._trailer.get("Root"), PDFObjRef):
            raise Unfit("no root")
        self._size = 1 + max(number for xref in xrefs for number in xref.get_objids())
        self._size = max(self._size, int(self._trailer.get("Size", 0)))
        self._new: dict[int, tuple[Any, bytes | None]] = {}
        self.pages = list(self._leaves(self._document.catalog["Pages"], 0))

    def _leaves(self, node: Any, depth: int) -> Iterator[int]:
        found = resolve1(node)
        if depth > _DEEPEST or not isinstance(found, dict):
            raise Unfit("page tree")
        if "Kids" in found:
            for kid in resolve1(found["Kids"]):
                yield from self._leaves(kid, depth + 1)
        elif isinstance(node, PDFObjRef):
            yield node.objid
        else:
            raise Unfit("page without a number")

    @property
    def is_signed(self) -> bool:
        """Whether the document says that it carries a digital signature."""
        form = resolve1(self._document.catalog.get("AcroForm"))
        flags = resolve1(form.get("SigFlags")) if isinstance(form, dict) else 0
        return isinstance(flags, int) and bool(flags & 1)

    def reference(self, number: int) -> PDFObjRef:
        """How other objects name object `number`."""
        return PDFObjRef(self._document, number)

    def add(self, value: Any, stream: bytes | None = None) -> PDFObjRef:
        """A new object, with the bytes of its stream if it has one."""
        number = self._size
        self._size += 1
        self._new[number] = (value, stream)
        return self.reference(number)

    def annotate(self, page: int, annotations: list[PDFObjRef]) -> None:
        """Put annotations on the page with that object number, behind those that are there.

        Only the list of annotations is written anew where the page names one, else the page's entry.
        """
        entry = dict(self._dictionary(page))
        listed = entry.get("Annots")
        there = resolve1(listed) or []
        if not isinstance(there, list):
            raise Unfit("annotations")
        if isinstance(listed, PDFObjRef) and there:
            self._new[listed.objid] = ([*there, *annotations], None)
        else:
            entry["Annots"] = self.add([*there, *annotations])
            self._new[page] = (entry, None)

    def _dictionary(self, number: int) -> dict[str, Any]:
        found = self._document.getobj(number)
        if not isinstance(found, dict):
            raise Unfit("page")
        return found

    def saved(self) -> bytes:
        """The file as it was, followed by everything new."""
        out = io.BytesIO()
        out.write(self._data)
        if not self._data.endswith((b"\n", b"\r")):
            out.write(b"\n")
        places = {}
        for number in sorted(self._new):
            places[number] = out.tell()
            out.write(self._object(number))
        if isinstance(self._document.xrefs[0], PDFXRefStream):
            self._table_as_stream(out, places)
        else:
            self._table(out, places)
        return out.getvalue()

    def _object(self, number: int) -> bytes:
        value, stream = self._new[number]
        encrypt = encryption(self._document.decipher, number, self._generation(number))
        body = b""
        if stream is not None:
            stream = encrypt(stream)
            value = {**value, "Length": len(stream)}
            body = b"\nstream\n" + stream + b"\nendstream"
        text = written(value, self._generation, encrypt)
        return b"%d %d obj\n%s%s\nendobj\n" % (number, self._generation(number), text, body)

    def _generation(self, number: int) -> int:
        """That of an object in use; what stands in an object stream, and what is new, has 0."""
        for xref in self._document.xrefs:
            try:
                stream, _, generation = xref.get_pos(number)
            except KeyError:
                continue
            return 0 if stream is not None else generation
        return 0

    # --- the tables at the end ---

    def _table(self, out: io.BytesIO, places: dict[int, int]) -> None:
        start = out.tell()
        out.write(b"xref\n")
        for first, count in _runs(places):
            out.write(b"%d %d\n" % (first, count))
            for number in range(first, first + count):
                out.write(b"%010d %05d n \n" % (places[number], self._generation(number)))
        out.write(b"trailer\n" + self._plain(self._tail(self._size)) + b"\n")
        out.write(b"startxref\n%d\n%%%%EOF\n" % start)

    def _table_as_stream(self, out: io.BytesIO, places: dict[int, int]) -> None:
        """The table of a file that keeps its tables in streams; it lists itself, and is never encrypted."""
        start, number = out.tell(), self._size
        places = {**places, number: start}
        rows = b"".join(
            b"\1" + place.to_bytes(8, "big") + self._generation(each).to_bytes(2, "big")
            for each, place in sorted(places.items())
        )
        entry = {
            "Type": LIT("XRef"),
            "W": [1, 8, 2],
            "Index": [each for run in _runs(places) for each in run],
            "Length": len(rows),
            **self._tail(number + 1),
        }
        out.write(b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (number, self._plain(entry), rows))
        out.write(b"startxref\n%d\n%%%%EOF\n" % start)

    def _tail(self, size: int) -> dict[str, Any]:
        there = {key: self._trailer[key] for key in _KEPT if key in self._trailer}
        kept = {key: value for key, value in there.items() if resolve1(value) is not None}
        return {**kept, "Size": size, "Prev": self._last_table()}

    def _last_table(self) -> int:
        """Where the file's own last table stands, as its last lines say."""
        at = self._data.rfind(b"startxref")
        number = self._data[at + 9 : at + 60].split()[:1]
        if at < 0 or not number or not number[0].isdigit():
            raise Unfit("startxref")
        return int(number[0])

    def _plain(self, value: Any) -> bytes:
        return written(value, self._generation, lambda data: data)


def _runs(numbers: dict[int, int]) -> list[tuple[int, int]]:
    """Numbers as (first, count) of each unbroken row."""
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and sum(runs[-1]) == number:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((number, 1))
    return runs
