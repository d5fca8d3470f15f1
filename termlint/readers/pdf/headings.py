"""Headings, by the document's bookmarks and by its typography; known of every page before any is laid out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from termlint.dutch.view import reading_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from termlint.readers.pdf.outline import Bookmark
    from termlint.readers.pdf.survey import Mark, PageSurvey

LONGEST = 3
"""Lines of a heading; more lines in large or bold type are a quotation, an introduction, a table."""
_MOST_ON_PAGE = 14
"""More bold lines on a page than this are a table or a list of names, not headings."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_NOT_LETTER = re.compile(r"[\W_]+")
LINE = re.compile(r"[^\r\n\ufffe]+")
_SPACED = re.compile(r"\b\w(?: {1,4}\w\b){3,}")
_BETWEEN_LETTERS = re.compile(r"(?<! ) (?! )")
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s")
_NUMBERED = re.compile(
    r"((\d{1,2}(?:\.\d{1,2}){1,4})\.? +[A-ZÀ-Þ‘“]"
    r"[^\r\n\ufffe]{2,100}[^\W\d]['’”)?!]?)(?= *(?:[\r\n]|$))"
)
"""A line that begins with a number of two parts or more and a capital, and ends in a letter."""
_LONGEST_SHOWN = 200
_LONG_LINE = 45


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
    pages: Sequence[PageSurvey],
    marks: Sequence[Bookmark],
    running: dict[int, tuple[tuple[int, int], ...]],
    abbreviations: frozenset[str],
    listed: Sequence[Bookmark] = (),
) -> Headings:
    """The headings of a document; running heads are none. `abbreviations` keep their hyphen at a line end.

    `listed` are the titles of its contents list: unlike bookmarks, they may leave out the lesser headings.
    """
    titles: dict[int, list[str]] = {}
    for mark in (*marks, *listed):
        titles.setdefault(mark.page, []).append(mark.title)
    by_page: dict[int, tuple[Heading, ...]] = {}
    numbers: set[str] = set()
    before: list[str | None] = []
    current: str | None = None
    for page in pages:
        before.append(current)
        named = titles.get(page.number, [])
        found = _on_page(page, named, running.get(page.number, ()), bold_counts=not marks)
        found = _with_numbered(page.text, found, running.get(page.number, ()), numbers)
        if found:
            by_page[page.number] = found
            current = heading_text(page.text, found[-1], abbreviations)
        elif named and marks:
            current = _shown(named[-1], abbreviations)
    return Headings(by_page, tuple(before))


def heading_text(text: str, heading: Heading, abbreviations: frozenset[str]) -> str:
    """A heading as it is shown: on one line, letters that were spaced out brought together."""
    return _shown(text[heading.start : heading.end], abbreviations)


def _shown(raw: str, abbreviations: frozenset[str]) -> str:
    text = _SPACED.sub(lambda run: _BETWEEN_LETTERS.sub("", run[0]), raw)
    view = reading_view(text.replace("\ufffe", "-\n").replace("\r\n", "\n"), abbreviations)
    return " ".join(view.text.split())[:_LONGEST_SHOWN]


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
    named = _titled(page.text, titles) if titles else []
    merged: list[Heading] = []
    for heading in sorted([*named, *found]):
        if not merged or heading.start >= merged[-1].end:
            merged.append(heading)
    return tuple(merged)


def _with_numbered(
    text: str, found: tuple[Heading, ...], running: Sequence[tuple[int, int]], numbers: set[str]
) -> tuple[Heading, ...]:
    """Headings and the lines numbered under one of them (3.1.2 under 3.1), in whatever type they are set.

    `numbers` are those of the headings so far, and of this page's from now on.
    """
    taken = [*found, *(Heading(*stretch) for stretch in running)]
    said = (_NUMBER.match(text, heading.start) for heading in found)
    numbers.update(number[1] for number in said if number)
    more = []
    for line in _numbered_lines(text) if numbers else ():
        start, end = line.span(1)
        own = line[2]
        free = all(end <= other.start or other.end <= start for other in taken)
        if free and own.rpartition(".")[0] in numbers and not _runs_on(text, start, end):
            numbers.add(own)
            more.append(Heading(start, end))
    return tuple(sorted([*found, *more])) if more else found


def _numbered_lines(text: str) -> Iterator[re.Match[str]]:
    start = 0
    for line in text.split("\n"):
        found = _NUMBERED.match(text, start) if line[:1].isdigit() else None
        if found:
            yield found
        start += len(line) + 1


def _together(text: str, marks: list[Mark]) -> Iterable[Heading]:
    """Marked lines that follow each other in one size are one heading; a run of too many is none."""
    runs: list[list[Mark]] = []
    for mark in marks:
        if runs and _continues(text, runs[-1][-1], mark):
            runs[-1].append(mark)
        else:
            runs.append([mark])
    return [
        Heading(run[0].start, run[-1].end)
        for run in runs
        if len(run) <= LONGEST
        and not (run[0].bold and text[run[-1].end - 1] in ".,;")
        and not _runs_on(text, run[0].start, run[-1].end)
    ]


def _runs_on(text: str, start: int, end: int) -> bool:
    """Whether a line begins or goes on in lower case: it is of a paragraph in large type."""
    if text[start].islower() or text[start] == "(":
        return True
    following = text[end : end + 8].lstrip("\r\n\ufffe \xad")
    return end - start > _LONG_LINE and following[:1].islower()


def _continues(text: str, last: Mark, mark: Mark) -> bool:
    height = last.rect.bottom - last.rect.top
    return (
        last.bold == mark.bold
        and abs(height - (mark.rect.bottom - mark.rect.top)) < 0.06 * height
        and not text[last.end : mark.start].strip("\r\n\ufffe ")
        and -0.5 * height < mark.rect.top - last.rect.bottom < height
    )


def _reads_as_heading(text: str) -> bool:
    words = _WORD.search(text) or _SPACED.search(text)
    return bool(words) and "...." not in text and len(text) <= 240


def _titled(text: str, titles: Sequence[str]) -> list[Heading]:
    """Where one to three lines of the page read as a bookmark's title."""
    lines = [(line.start(), line.end(), _folded(line[0])) for line in LINE.finditer(text)]
    found = (_lines_reading(_folded(title), lines) for title in titles)
    return [heading for heading in found if heading]


def _lines_reading(wanted: str, lines: Sequence[tuple[int, int, str]]) -> Heading | None:
    for i, (start, _, _) in enumerate(lines):
        read = ""
        for _, end, folded in lines[i : i + LONGEST]:
            read += folded
            if read == wanted and len(wanted) > 2:
                return Heading(start, end)
            if not wanted.startswith(read):
                break
    return None


def _folded(text: str) -> str:
    return _NOT_LETTER.sub("", text).lower()
