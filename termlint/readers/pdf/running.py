"""Running heads: the lines that stand in the same place on page after page, and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from termlint.model import Part
    from termlint.readers.pdf.survey import PageSurvey, SurveyLine

_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"^[ivxlc]+$")
_SPACE = re.compile(r"\s+")
_MARGIN = 0.15
"""Part of a page's height, at either end, in which a running head stands."""
_SAME_PLACE = 4.0
"""Points by which the place of a running head may differ between pages."""
_LONGEST = 3
"""Lines of a running head; more lines close together are text that happens to be on two pages."""

_FURTHEST = 3
"""Pages from one print of a head to the next: it may stand on left pages only, and pass over a picture."""
_SHORT = 4
"""Pages of a document in which any repeated line of the margin is a head."""

TextRange = tuple[int, int]
"""Start and end in a page's text."""


@dataclass(frozen=True, slots=True)
class RunningHead:
    """One head with the pages it stands on, and its lines in the text of the first of them."""

    part: Part
    pages: tuple[int, ...]
    lines: tuple[TextRange, ...]

    @property
    def first(self) -> int:
        """The first page it stands on."""
        return self.pages[0]


@dataclass(frozen=True, slots=True)
class RunningHeads:
    """All heads, and for each page the stretches of its text that are heads or page numbers, in order."""

    heads: tuple[RunningHead, ...]
    stretches: dict[int, tuple[TextRange, ...]]

    def without(self, page: PageSurvey) -> str:
        """A page's text less its running heads."""
        text = page.text
        for start, end in reversed(self.stretches.get(page.number, ())):
            text = text[:start] + text[end:]
        return text


def find(pages: Sequence[PageSurvey], body_height: float) -> RunningHeads:
    """The same words, numbers aside, in the same place of the margin on pages that follow each other.

    On two pages only, they must look like a head: of another size than body text, or where others stand.
    """
    groups: dict[str, list[_LinePosition]] = defaultdict(list)
    for page in pages:
        for line in _candidates(page):
            shape = _shape(page.text[line.start : line.end])
            groups[shape].append(_LinePosition(page, line, any(map(str.isalpha, shape))))
    sets = [near for places in groups.values() for level in _by_height(places) for near in _by_page(level)]
    known = [group[0].height for group in sets if len(group) > 2]
    kept = [group for group in sets if len(pages) <= _SHORT or _looks_like_head(group, known, body_height)]
    return _collected(kept)


def _looks_like_head(group: list[_LinePosition], known: list[float], body_height: float) -> bool:
    if len(group) > 2 or not group[0].worded:
        return True
    rect = group[0].line.rect
    other_size = abs(rect.bottom - rect.top - body_height) > 0.05 * body_height
    return other_size or any(abs(height - group[0].height) <= _SAME_PLACE for height in known)


def _collected(groups: list[list[_LinePosition]]) -> RunningHeads:
    stretches: dict[int, list[TextRange]] = defaultdict(list)
    firsts: dict[tuple[int, ...], list[_LinePosition]] = defaultdict(list)
    for group in groups:
        for place in group:
            stretches[place.page.number].append((place.line.start, place.line.end))
        if group[0].worded:
            numbers = tuple(sorted({place.page.number for place in group}))
            firsts[numbers].append(min(group, key=lambda place: place.page.number))
    heads = [head for numbers, places in firsts.items() for head in _heads(numbers, places)]
    return RunningHeads(
        tuple(sorted(heads, key=lambda head: (head.first, head.lines))),
        {number: tuple(sorted(found)) for number, found in stretches.items()},
    )


@dataclass(frozen=True, slots=True)
class _LinePosition:
    """A line on a page that may be a running head; `worded` when it is more than numbers."""

    page: PageSurvey
    line: SurveyLine
    worded: bool

    @property
    def height(self) -> float:
        """From the nearer edge of the page: pages may differ in size."""
        top = self.line.rect.top
        return top if top < self.page.height / 2 else top - self.page.height + 100_000


def _candidates(page: PageSurvey) -> Iterator[SurveyLine]:
    """Lines in the margin that do not belong to a body of text."""
    for run in _runs(page.edges):
        if len(run) <= _LONGEST:
            yield from (line for line in run if _in_margin(page, line))


def _runs(lines: Sequence[SurveyLine]) -> list[list[SurveyLine]]:
    """Lines that follow each other closely, in size and place those of one text."""
    runs: list[list[SurveyLine]] = []
    for line in lines:
        if runs and _close(runs[-1][-1], line):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _close(a: SurveyLine, b: SurveyLine) -> bool:
    height = a.rect.bottom - a.rect.top
    white = b.rect.top - a.rect.bottom
    alike = abs(height - (b.rect.bottom - b.rect.top)) < 0.15 * height
    return alike and -0.5 * height < white < 0.6 * height and b.start - a.end <= 3


def _in_margin(page: PageSurvey, line: SurveyLine) -> bool:
    return line.rect.bottom <= _MARGIN * page.height or line.rect.top >= (1 - _MARGIN) * page.height


def _shape(text: str) -> str:
    """A line's words with every number alike, so that page numbers do not tell heads apart."""
    folded = _SPACE.sub(" ", _DIGITS.sub("#", text)).strip().lower()
    return "#" if _ROMAN.match(folded) else folded


def _by_height(places: list[_LinePosition]) -> list[list[_LinePosition]]:
    """Equal lines grouped by where they stand."""
    groups: list[list[_LinePosition]] = []
    last = float("-inf")
    for place in sorted(places, key=lambda place: place.height):
        if place.height - last > _SAME_PLACE:
            groups.append([])
        groups[-1].append(place)
        last = place.height
    return groups


def _by_page(places: list[_LinePosition]) -> list[list[_LinePosition]]:
    """Lines grouped where their pages follow each other, left and right pages apart; no line alone."""
    groups: list[list[_LinePosition]] = []
    last = -_FURTHEST - 1
    for place in sorted(places, key=lambda place: place.page.number):
        if place.page.number - last > _FURTHEST:
            groups.append([])
        groups[-1].append(place)
        last = place.page.number
    return [group for group in groups if group[0].page is not group[-1].page]


def _heads(numbers: tuple[int, ...], places: list[_LinePosition]) -> list[RunningHead]:
    """The heads that stand on these pages; lines close together are one head, for words may run on in it."""
    ordered = sorted((place.line for place in places), key=lambda line: line.start)
    middle = places[0].page.height / 2
    return [
        RunningHead(
            "header" if run[0].rect.top < middle else "footer",
            numbers,
            tuple((line.start, line.end) for line in run),
        )
        for run in _runs(ordered)
    ]
