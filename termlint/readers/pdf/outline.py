"""What the document says of itself: bookmarks, page labels, the names of its attachments."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as c

if TYPE_CHECKING:
    from collections.abc import Callable

    from termlint.readers.pdf.pdfium import Pdf

_MOST = 5_000
"""Bookmarks read; they may go round in a circle."""
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A title and the page it leads to, from 1."""

    title: str
    page: int


def bookmarks(pdf: Pdf) -> tuple[Bookmark, ...]:
    """The bookmarks that lead to a page, in their own order."""
    found: list[Bookmark] = []
    _collect(pdf, None, 0, set(), found)
    return tuple(found)


def _collect(pdf: Pdf, parent: Any, depth: int, seen: set[int], found: list[Bookmark]) -> None:
    node = c.FPDFBookmark_GetFirstChild(pdf.handle, parent)
    while node and len(found) < _MOST:
        address = ctypes.addressof(node.contents)
        if address in seen:
            return
        seen.add(address)
        title = wide(lambda buffer, size, node=node: c.FPDFBookmark_GetTitle(node, buffer, size))  # type: ignore[misc]
        destination = c.FPDFBookmark_GetDest(pdf.handle, node)
        page = c.FPDFDest_GetDestPageIndex(pdf.handle, destination) if destination else -1
        if title.strip() and page >= 0:
            found.append(Bookmark(title, page + 1))
        if depth < _DEEPEST:
            _collect(pdf, node, depth + 1, seen, found)
        node = c.FPDFBookmark_GetNextSibling(pdf.handle, node)


def page_labels(pdf: Pdf) -> tuple[str, ...]:
    """The printed page numbers; empty when the document names none, or only what counting gives."""
    first = _label(pdf, 0)
    last = _label(pdf, pdf.page_count - 1)
    if not first and not last:
        return ()
    labels = tuple(_label(pdf, index) for index in range(pdf.page_count))
    return () if labels == tuple(str(number) for number in range(1, len(labels) + 1)) else labels


def _label(pdf: Pdf, index: int) -> str:
    return wide(lambda buffer, size: c.FPDF_GetPageLabel(pdf.handle, index, buffer, size))


def attachments(pdf: Pdf) -> tuple[str, ...]:
    """The names of the files inside the document."""
    names = []
    for index in range(c.FPDFDoc_GetAttachmentCount(pdf.handle)):
        item = c.FPDFDoc_GetAttachment(pdf.handle, index)
        if item:
            names.append(wide(lambda buffer, size, item=item: _attachment_name(item, buffer, size)) or "?")  # type: ignore[misc]
    return tuple(names)


def _attachment_name(item: Any, buffer: Any, size: int) -> int:
    return int(c.FPDFAttachment_GetName(item, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size))


def wide(ask: Callable[[Any, int], int]) -> str:
    """A UTF-16 string that PDFium writes into a buffer: asked once for its size in bytes, once for itself."""
    size = ask(None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace").replace("\0", "")
