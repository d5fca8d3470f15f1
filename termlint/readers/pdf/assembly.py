"""The blocks of a document: which pages are laid out, and what runs on from one page to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from termlint.readers.pdf.boxes import CharacterBoxes
from termlint.readers.pdf.layout import PER_PAGE, lay_out
from termlint.readers.pdf.passages import Passage, PrintedLine, apart, block, follows, join
from termlint.readers.pdf.toc import TableOfContents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from termlint.model import Block
    from termlint.readers.base import Candidate
    from termlint.readers.pdf.headings import Headings
    from termlint.readers.pdf.pdfium import Pdf
    from termlint.readers.pdf.running import RunningHeads
    from termlint.readers.pdf.survey import PageSurvey

_SEAM = 700
"""Characters on either side of a page's end that are screened together: a phrase, and notes under it."""
_NOTES = PER_PAGE - 10_000
_FOOTERS = PER_PAGE - 1_000


@dataclass(slots=True)
class Assembly:
    """The blocks of a document, from the first pass and the laying out of the pages that matter."""

    pdf: Pdf
    pages: Sequence[PageSurvey]
    heads: RunningHeads
    headings: Headings
    labels: Sequence[str]
    body_height: float
    candidate: Candidate

    def blocks(self) -> list[Block]:
        """In reading order: the running heads, passages and notes of each page."""
        by_page = TableOfContents(self.pages, self.headings, self.labels).without_entries(_laid_out(self))
        for number, found in _running_heads(self).items():
            by_page.setdefault(number, []).extend(found)
        for page in self.pages:
            if page.notes:
                by_page.setdefault(page.number, []).extend(_notes(self, page))
        return [
            block(item)
            for passages in _over_pages(by_page)
            for item in sorted(passages, key=lambda item: item.index)
        ]

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


def _laid_out(work: Assembly) -> dict[int, list[Passage]]:
    """The chosen pages, and the neighbours that a paragraph with a possible finding runs into."""
    done: dict[int, list[Passage]] = {}
    for number in work.chosen():
        if number not in done:
            done[number] = work.page(number)
        _backwards(work, number, done)
        _forwards(work, number, done)
    return done


def _flow(passages: Sequence[Passage]) -> list[Passage]:
    return [item for item in passages if item.in_flow]


def _backwards(work: Assembly, number: int, done: dict[int, list[Passage]]) -> None:
    while number > 1 and number - 1 not in done:
        flow = _flow(done[number])
        if not flow or not flow[0].may_follow:
            return
        if not work.candidate(work.pages[number - 2].text + " " + flow[0].text):
            return
        done[number - 1] = work.page(number - 1)
        before = _flow(done[number - 1])
        if not before or not follows(before[-1], flow[0]) or len(before) > 1:
            return
        number -= 1


def _forwards(work: Assembly, number: int, done: dict[int, list[Passage]]) -> None:
    while number < len(work.pages) and number + 1 not in done:
        flow = _flow(done[number])
        if not flow or not flow[-1].may_lead:
            return
        if not work.candidate(flow[-1].text + " " + work.pages[number].text):
            return
        done[number + 1] = work.page(number + 1)
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


def _running_heads(work: Assembly) -> dict[int, list[Passage]]:
    """Each running head that can hold a finding, once, on the first page it stands on."""
    found: dict[int, list[Passage]] = {}
    for head in work.heads.heads:
        text = "\n".join(work.pages[head.first - 1].text[start:end] for start, end in head.lines)
        page = work.pdf.page(head.first) if work.candidate(text) else None
        if page is None:
            continue
        lines = tuple(
            PrintedLine(
                page.text[start:end],
                head.first,
                i,
                CharacterBoxes(head.first, list(map(page.box, range(start, end)))),
            )
            for i, (start, end) in enumerate(head.lines, start=1)
        )
        others = found.setdefault(head.first, [])
        index = head.first * PER_PAGE + (0 if head.part == "header" else _FOOTERS) + len(others)
        others.append(apart(lines, head.part, index, pages=head.pages))
    return found


def _notes(work: Assembly, page: PageSurvey) -> Iterator[Passage]:
    """What fields and annotations say, after their page; each character has the box of the whole."""
    for i, note in enumerate(page.notes):
        text = note.text.replace("\r\n", "\n").replace("\r", "\n")
        boxes = CharacterBoxes(note.page, [note.rect] * len(text)) if work.candidate(text) else ()
        line = PrintedLine(text, note.page, 1, boxes)
        yield apart((line,), note.part, page.number * PER_PAGE + _NOTES + i, author=note.author)
