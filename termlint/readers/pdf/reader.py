"""The PDF reader: all pages for their text, and those that can hold a finding laid out.

What is known of the document as a whole (running heads, headings, size of body text, page labels, notices)
comes from the first pass over all pages, so that the findings are the same whichever pages the screen keeps.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from termlint.model import Block, Document, Notice
from termlint.readers.pdf import headings, running, survey
from termlint.readers.pdf.layout import PER_PAGE, lay_out
from termlint.readers.pdf.outline import attachments, bookmarks, page_labels
from termlint.readers.pdf.passages import Passage, PrintedLine, block, follows, join
from termlint.readers.pdf.pdfium import Pdf, opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from termlint.readers.base import Candidate, ReadOptions
    from termlint.readers.pdf.survey import PageSurvey

_SEAM = 700
"""Characters on either side of a page's end that are screened together: room for a phrase and the notes under it."""
_TOO_MANY = 0.2
"""Share of unreadable pages from which a document is only partly read."""
_UNREAD = {
    "scan": "scan-without-text",
    "outlines": "outlines-without-text",
    "garbled": "garbled-text",
    "broken": "page-damaged",
}


def read(data: bytes, candidate: Candidate, options: ReadOptions) -> Document:
    """Read a PDF. Raises ReadError: pdf-damaged, pdf-password-needed, pdf-password-wrong, pdf-security, pdf-no-pages."""
    with opened(data, options.password) as pdf:
        pages, body = survey.survey(pdf)
        heads = running.find(pages)
        titled = headings.find(pages, bookmarks(pdf), heads.stretches)
        layout = _Layout(pdf, pages, heads, titled, body.height, candidate)
        blocks = tuple(_blocks(layout, heads))
        notices, unread = _notices(pdf, pages)
        labels = page_labels(pdf)
    text = _text(pages, heads)
    partial = _partial(unread, len(pages), data, options)
    return Document(
        format="pdf",
        blocks=blocks,
        text=text,
        words=len(text.replace("-\n", "").split()),
        status="partial" if partial else "checked",
        pages=len(pages),
        notices=notices,
        page_labels=labels,
    )


def _text(pages: Sequence[PageSurvey], heads: running.RunningHeads) -> str:
    """All text, running heads once."""
    once = [pages[head.first - 1].text[head.start : head.end] for head in heads.heads]
    bodies = [heads.without(page) for page in pages]
    return "\n".join([*once, *bodies]).replace("\ufffe", "-\n").replace("\r\n", "\n").replace("\0", "")


# --- pages and passages ---------------------------------------------------------------------------


@dataclass(slots=True)
class _Layout:
    """The laying out of pages on demand."""

    pdf: Pdf
    pages: Sequence[PageSurvey]
    heads: running.RunningHeads
    headings: headings.Headings
    body_height: float
    candidate: Candidate

    def page(self, number: int) -> list[Passage]:
        """The passages of a page; none of a page without text."""
        page = self.pdf.page(number) if self.pages[number - 1].text else None
        if page is None:
            return []
        return lay_out(
            page,
            skip=self.heads.stretches.get(number, ()),
            headings=self.headings.by_page.get(number, ()),
            in_force=self.headings.in_force(number),
            body_height=self.body_height,
            wanted=self.candidate,
        )

    def chosen(self) -> list[int]:
        """The pages that can hold a finding, alone or over the end of a page."""
        texts = [self.heads.without(page) for page in self.pages]
        keep = {i + 1 for i, text in enumerate(texts) if text and self.candidate(text)}
        for i in range(1, len(texts)):
            if i in keep and i + 1 in keep:
                continue
            if self.candidate(texts[i - 1][-_SEAM:] + " " + texts[i][:_SEAM]):
                keep |= {i, i + 1}
        return sorted(keep)


def _blocks(layout: _Layout, heads: running.RunningHeads) -> Iterator[Block]:
    by_page = _laid_out(layout)
    for number, found in _running_heads(layout, heads).items():
        by_page.setdefault(number, []).extend(found)
    for passages in _over_pages(by_page):
        for item in sorted(passages, key=lambda item: item.index):
            yield block(item)


def _laid_out(layout: _Layout) -> dict[int, list[Passage]]:
    """The chosen pages, and the neighbours that a paragraph with a possible finding runs into."""
    done: dict[int, list[Passage]] = {}
    for number in layout.chosen():
        if number not in done:
            done[number] = layout.page(number)
        _backwards(layout, number, done)
        _forwards(layout, number, done)
    return done


def _flow(passages: Sequence[Passage]) -> list[Passage]:
    return [item for item in passages if item.in_flow]


def _backwards(layout: _Layout, number: int, done: dict[int, list[Passage]]) -> None:
    while number > 1 and number - 1 not in done:
        flow = _flow(done[number])
        if not flow or not flow[0].may_follow:
            return
        if not layout.candidate(layout.pages[number - 2].text + " " + flow[0].text):
            return
        done[number - 1] = layout.page(number - 1)
        before = _flow(done[number - 1])
        if not before or not follows(before[-1], flow[0]) or len(before) > 1:
            return
        number -= 1


def _forwards(layout: _Layout, number: int, done: dict[int, list[Passage]]) -> None:
    while number < len(layout.pages) and number + 1 not in done:
        flow = _flow(done[number])
        if not flow or not flow[-1].may_lead:
            return
        if not layout.candidate(flow[-1].text + " " + layout.pages[number].text):
            return
        done[number + 1] = layout.page(number + 1)
        after = _flow(done[number + 1])
        if not after or not follows(flow[-1], after[0]) or len(after) > 1:
            return
        number += 1


def _over_pages(by_page: dict[int, list[Passage]]) -> list[list[Passage]]:
    """Paragraphs that go on over the end of a page made one, in the place where they begin."""
    pages = {number: list(passages) for number, passages in sorted(by_page.items())}
    for number in sorted(pages, reverse=True):
        above = pages.get(number - 1)
        flow = _flow(pages[number])
        before = _flow(above) if above else []
        if above and flow and before and follows(before[-1], flow[0]):
            pages[number].remove(flow[0])
            above[above.index(before[-1])] = join(before[-1], flow[0])
    return list(pages.values())


def _running_heads(layout: _Layout, heads: running.RunningHeads) -> dict[int, list[Passage]]:
    """Each running head that can hold a finding, once, on the first page it stands on."""
    found: dict[int, list[Passage]] = {}
    for place, head in enumerate(heads.heads):
        text = layout.pages[head.first - 1].text[head.start : head.end]
        if layout.candidate(text):
            item = _running_head(layout, head, text)
            index = head.first * PER_PAGE + (0 if head.part == "header" else PER_PAGE - 1)
            found.setdefault(head.first, []).append(replace(item, index=index, heading=None))
    return found


def _running_head(layout: _Layout, head: running.RunningHead, text: str) -> Passage:
    from termlint.model import Box

    page = layout.pdf.page(head.first)
    boxes = tuple(Box(head.first, *page.box(i)) for i in range(head.start, head.end)) if page else ()
    line = PrintedLine(text, head.first, 1, boxes)
    return Passage(-1, head.part, (line,), 0.0, False, False, False, False, True, pages=head.pages)


# --- notices --------------------------------------------------------------------------------------


def _notices(pdf: Pdf, pages: Sequence[PageSurvey]) -> tuple[tuple[Notice, ...], int]:
    """What the user must know, and how many pages could not be read."""
    found = [
        Notice(_UNREAD[page.ink], {"page": page.number}, page.number) for page in pages if page.ink in _UNREAD
    ]
    unread = len(found)
    if not unread and all(page.ink == "blank" for page in pages):
        found.append(Notice("pdf-empty"))
    names = attachments(pdf)
    if names:
        found.append(Notice("attachments-not-read", {"count": len(names), "names": ", ".join(names[:10])}))
    return tuple(found), unread


def _partial(unread: int, total: int, data: bytes, options: ReadOptions) -> bool:
    if not unread or hashlib.sha256(data).hexdigest() in options.accepted_scans:
        return False
    return options.strict_scans or unread > _TOO_MANY * total
