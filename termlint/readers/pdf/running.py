"""Running heads: the lines that stand in the same place on page after page, and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.model import Part
    from termlint.readers.pdf.survey import Line, PageSurvey

_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"^[ivxlc]+$")
_SPACE = re.compile(r"\s+")
_MARGIN = 0.15
"""Part of a page's height, at either end, in which a running head stands."""
_SAME_PLACE = 4.0
"""Points by which the place of a running head may differ between pages."""


@dataclass(frozen=True, slots=True)
class RunningHead:
    """One head with the pages it stands on; on `first` it is `start:end` of the page's text."""

    part: Part
    pages: tuple[int, ...]
    first: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RunningHeads:
    """All heads, and for each page the stretches of its text that are running heads."""

    heads: tuple[RunningHead, ...]
    stretches: dict[int, tuple[tuple[int, int], ...]]

    def without(self, page: PageSurvey) -> str:
        """A page's text less its running heads."""
        text = page.text
        for start, end in reversed(self.stretches.get(page.number, ())):
            text = text[:start] + text[end:]
        return text


def find(pages: Sequence[PageSurvey]) -> RunningHeads:
    """The running heads of a document: the same words, numbers aside, in the same place of a margin on two pages or more."""
    groups: dict[str, list[tuple[PageSurvey, Line]]] = defaultdict(list)
    for page in pages:
        for line in page.edges:
            if _in_margin(page, line):
                groups[_shape(page.text[line.start : line.end])].append((page, line))
    stretches: dict[int, set[tuple[int, int]]] = defaultdict(set)
    heads: list[RunningHead] = []
    for shape, places in groups.items():
        for together in _by_place(places):
            numbers = tuple(sorted({page.number for page, _ in together}))
            if len(numbers) < 2:
                continue
            for page, line in together:
                stretches[page.number].add((line.start, line.end))
            if any(char.isalpha() for char in shape):
                heads.extend(_heads(together))
    ordered = {number: tuple(sorted(found)) for number, found in stretches.items()}
    return RunningHeads(tuple(sorted(heads, key=lambda head: (head.first, head.start))), ordered)


def _in_margin(page: PageSurvey, line: Line) -> bool:
    return line.rect.bottom <= _MARGIN * page.height or line.rect.top >= (1 - _MARGIN) * page.height


def _shape(text: str) -> str:
    """A line's words with every number alike, so that page numbers do not tell heads apart."""
    folded = _SPACE.sub(" ", _DIGITS.sub("#", text)).strip().lower()
    return "#" if _ROMAN.match(folded) else folded


def _by_place(places: list[tuple[PageSurvey, Line]]) -> list[list[tuple[PageSurvey, Line]]]:
    """Split equal lines by height on the page; a page of another size counts from its nearer edge."""
    groups: list[list[tuple[PageSurvey, Line]]] = []
    last = float("-inf")
    for place in sorted(places, key=_height):
        height = _height(place)
        if height - last > _SAME_PLACE:
            groups.append([])
        groups[-1].append(place)
        last = height
    return groups


def _height(place: tuple[PageSurvey, Line]) -> float:
    page, line = place
    return line.rect.top if line.rect.top < page.height / 2 else line.rect.top - page.height + 10_000


def _heads(together: list[tuple[PageSurvey, Line]]) -> list[RunningHead]:
    """One head for each wording: "Hoofdstuk 1" and "Hoofdstuk 2" have one shape and are two heads, page numbers none."""
    page, line = min(together, key=lambda place: place[0].number)
    part: Part = "header" if line.rect.top < page.height / 2 else "footer"
    numbers = tuple(sorted({page.number for page, _ in together}))
    return [RunningHead(part, numbers, page.number, line.start, line.end)]
