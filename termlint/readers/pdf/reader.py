"""The PDF reader: all pages for their text, and those that can hold a finding laid out.

What is known of the document as a whole (running heads, headings, size of body text, page labels, notices)
comes from the first pass over all pages, so that the findings are the same whichever pages the screen keeps.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from termlint.model import Document, Notice
from termlint.readers.pdf import contents, headings, running, survey
from termlint.readers.pdf.assembly import Assembly
from termlint.readers.pdf.notes import is_xfa, notes
from termlint.readers.pdf.outline import attachments, bookmarks, page_labels
from termlint.readers.pdf.pdfium import Pdf, opened
from termlint.readers.pdf.soundness import damaged_streams

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.readers.base import Candidate, ReadOptions
    from termlint.readers.pdf.survey import PageSurvey

_TOO_MANY = 0.2
"""Share of unreadable pages from which a document is only partly read."""
_UNREAD = {
    "scan": "scan-without-text",
    "outlines": "outlines-without-text",
    "garbled": "garbled-text",
    "broken": "page-damaged",
}
_PARTIAL = frozenset({"pdf-stream-damaged", "pages-limit"})
"""Notices about the document as a whole that make it only partly read."""


def read(data: bytes, candidate: Candidate, options: ReadOptions) -> Document:
    """Read a PDF.

    Raises ReadError: pdf-damaged, pdf-password-needed, pdf-password-wrong, pdf-security, pdf-no-pages.
    """
    with opened(data, options.password, options.vocabulary) as pdf:
        count, pdf.page_count = pdf.page_count, min(pdf.page_count, options.limits.pages)
        with notes(pdf, options.own_author) as reading:
            pages, body = survey.survey(pdf, reading)
        heads = running.find(pages, body.height)
        titled = _headings(pdf, pages, heads)
        labels = page_labels(pdf)
        blocks = Assembly(pdf, pages, heads, titled, labels, body.height, candidate).blocks()
        about = (*_about_file(pdf, data), *_about_document(pdf, pages))
    if count > len(pages):
        about = (Notice("pages-limit", {"count": count, "limit": len(pages)}), *about)
    text = _text(pages, heads)
    unread = _about_pages(pages)
    accepted = bool(unread) and hashlib.sha256(data).hexdigest() in options.accepted_scans
    partial = bool(unread) and not accepted and (options.strict_scans or len(unread) > _TOO_MANY * len(pages))
    partial = partial or any(notice.code in _PARTIAL for notice in about)
    if accepted:
        unread = (Notice("scans-accepted", {"count": len(unread)}),)
    return Document(
        format="pdf",
        blocks=tuple(blocks),
        text=text,
        words=len(text.replace("-\n", "").split()),
        status="partial" if partial else "checked",
        pages=count,
        notices=(*unread, *about),
        page_labels=labels,
        marked=frozenset(reading.marked),
    )


def _headings(pdf: Pdf, pages: Sequence[PageSurvey], heads: running.RunningHeads) -> headings.Headings:
    """The headings; without bookmarks, a contents list tells which lines are some."""
    marks = bookmarks(pdf)
    keep = pdf.vocabulary.abbreviations
    found = headings.find(pages, marks, heads.stretches, keep)
    listed = () if marks else contents.listed(pages, found)
    return headings.find(pages, marks, heads.stretches, keep, listed) if listed else found


def _text(pages: Sequence[PageSurvey], heads: running.RunningHeads) -> str:
    """All text, running heads once, with what fields and annotations say."""
    once = [pages[head.first - 1].text[start:end] for head in heads.heads for start, end in head.lines]
    bodies = [heads.without(page) for page in pages]
    said = [note.text for page in pages for note in page.notes]
    return "\n".join([*once, *bodies, *said]).replace("\ufffe", "-\n").replace("\r\n", "\n").replace("\0", "")


def _about_pages(pages: Sequence[PageSurvey]) -> tuple[Notice, ...]:
    """A notice for each page that could not be read."""
    return tuple(
        Notice(_UNREAD[page.ink], {"page": page.number}, page.number) for page in pages if page.ink in _UNREAD
    )


def _about_file(pdf: Pdf, data: bytes) -> tuple[Notice, ...]:
    """What is wrong with the file itself, where PDFium says nothing and reads what it can."""
    if damaged_streams(pdf, data):
        return (Notice("pdf-stream-damaged"),)
    return () if pdf.has_sound_tables else (Notice("pdf-repaired"),)


def _about_document(pdf: Pdf, pages: Sequence[PageSurvey]) -> tuple[Notice, ...]:
    found = []
    if all(page.ink == "blank" and not page.notes for page in pages):
        found.append(Notice("pdf-empty"))
    if is_xfa(pdf):
        found.append(Notice("xfa-not-read"))
    names = attachments(pdf)
    if names:
        found.append(Notice("attachments-not-read", {"count": len(names), "names": ", ".join(names[:10])}))
    return tuple(found)
