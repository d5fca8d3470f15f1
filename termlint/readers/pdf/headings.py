"""Headings, by the document's bookmarks and by its typography; known of every page before any is laid out."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from termlint.readers.pdf.outline import Bookmark
    from termlint.readers.pdf.survey import Mark, PageSurvey

_LONGEST = 3
"""Lines of a heading; more lines in large or bold type are a quotation, an introduction, a table."""
_MOST_ON_PAGE = 14
"""More bold lines on a page than this are a table or a list of names, not headings."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_NOT_LETTER = re.compile(r"[\W_]+")
_LINE = re.compile(r"[^\r\n\ufffe]+")
_SPACED = re.compile(r"(?:\b\w\b\s*){4,}")


class Heading(NamedTuple):
    """`text[start:end]` of a page."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings by page, and for each page the heading in force at its top."""

    by_page: dict[int, tuple[Heading, ...]]
    before: tuple[str | None, ...]

    def in_force(self, page: int) -> str | None:
        """The last heading on the pages before `page`."""
        return self.before[page - 1]


def find(
    pages: Sequence[PageSurvey], marks: Iterable[Bookmark], running: dict[int, tuple[tuple[int, int], ...]]
) -> Headings:
    """The headings of a document; running heads are none."""
    titles: dict[int, list[str]] = defaultdict(list)
    for mark in marks:
        titles[mark.page].append(mark.title)
    by_page: dict[int, tuple[Heading, ...]] = {}
    before: list[str | None] = []
    current: str | None = None
    for page in pages:
        before.append(current)
        found = _on_page(page, titles[page.number], running.get(page.number, ()), bold_counts=not titles)
        if found:
            by_page[page.number] = found
            current = heading_text(page.text[found[-1].start : found[-1].end])
        elif titles[page.number]:
            current = heading_text(titles[page.number][-1])
    return Headings(by_page, tuple(before))


def heading_text(raw: str) -> str:
    """A heading as it is shown: one line, letters that were spaced out brought together."""
    text = re.sub(r"\s+", " ", raw.replace("\ufffe", "-").replace("\xad", "")).strip()
    return text[:200]


def _on_page(
    page: PageSurvey, titles: list[str], running: tuple[tuple[int, int], ...], *, bold_counts: bool
) -> tuple[Heading, ...]:
    marks = [mark for mark in page.marks if (mark.start, mark.end) not in running]
    bold = sum(mark.bold for mark in marks)
    if not bold_counts or bold > _MOST_ON_PAGE:
        marks = [mark for mark in marks if not mark.bold]
    found = [
        heading
        for heading in _together(page.text, marks)
        if _reads_as_heading(page.text[heading.start : heading.end])
    ]
    named = [heading for title in titles if (heading := _titled(page.text, title))]
    merged: list[Heading] = []
    for heading in sorted([*named, *found]):
        if not merged or heading.start >= merged[-1].end:
            merged.append(heading)
    return tuple(merged)


def _together(text: str, marks: list[Mark]) -> Iterable[Heading]:
    """Marked lines that follow each other in one size are one heading; a run of too many is none."""
    runs: list[list[Mark]] = []
    for mark in marks:
        if runs and _continues(text, runs[-1][-1], mark):
            runs[-1].append(mark)
        else:
            runs.append([mark])
    return [Heading(run[0].start, run[-1].end) for run in runs if len(run) <= _LONGEST]


def _continues(text: str, last: Mark, mark: Mark) -> bool:
    height = last.rect.bottom - last.rect.top
    return (
        last.bold == mark.bold
        and abs(height - (mark.rect.bottom - mark.rect.top)) < 0.06 * height
        and not text[last.end : mark.start].strip("\r\n\ufffe ")
        and -0.5 * height < mark.rect.top - last.rect.bottom < 0.6 * height
    )


def _reads_as_heading(text: str) -> bool:
    return bool(_WORD.search(text) or _SPACED.search(text)) and "...." not in text and len(text) <= 240


def _titled(text: str, title: str) -> Heading | None:
    """Where one to three lines of the page read as a bookmark's title."""
    wanted = _folded(title)
    if len(wanted) < 3:
        return None
    lines = list(_LINE.finditer(text))
    for i, line in enumerate(lines):
        folded = ""
        for last in lines[i : i + _LONGEST]:
            folded += _folded(last[0])
            if folded == wanted:
                return Heading(line.start(), last.end())
            if not wanted.startswith(folded):
                break
    return None


def _folded(text: str) -> str:
    return _NOT_LETTER.sub("", text).lower()
