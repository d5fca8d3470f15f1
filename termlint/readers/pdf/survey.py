"""The first pass, over every page: its text, and a look at a few of its lines.

Everything that is known of a document as a whole comes from here, never from the layout of the pages that
the prefilter happened to keep: so it is the same whatever the prefilter keeps.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from termlint.readers.pdf.quality import Look, look_at

if TYPE_CHECKING:
    from termlint.readers.pdf.annotations import Annotation, AnnotationReader
    from termlint.readers.pdf.pdfium import Page, Pdf, Rect

Ink = Literal["text", "scan", "outlines", "garbled", "blank", "broken"]
"""What a page shows: text we can read, a picture, outlines of letters, text we cannot read, or nothing."""

_LINE = re.compile(r"[^\r\n\ufffe]+")
_EDGE = 6
"""Lines at either end of a page's text searched for running heads; more, to see where text begins."""
_SAMPLES = 7
"""Lines measured on each page to learn the size of body text."""
_HEADING_LENGTH = 160
_LARGER = 1.12
"""A heading's font is at least this much larger than body text."""


class SurveyLine(NamedTuple):
    """`text[start:end]` of a page; `rect` is the box of its first letter or digit."""

    start: int
    end: int
    rect: Rect


class ProminentLine(NamedTuple):
    """A line set apart: larger than body text, or bold."""

    start: int
    end: int
    rect: Rect
    bold: bool


@dataclass(frozen=True, slots=True)
class PageSurvey:
    """What the first pass learned of a page. `text` is PDFium's, with `\\ufffe` for a line-end hyphen."""

    number: int
    text: str
    ink: Ink
    width: float
    height: float
    edges: tuple[SurveyLine, ...] = ()
    marks: tuple[ProminentLine, ...] = ()
    notes: tuple[Annotation, ...] = ()


@dataclass(slots=True)
class BodySize:
    """The size of body text, learned page by page: the height that most characters have."""

    heights: Counter[float]
    bold: int = 0
    plain: int = 0

    @property
    def height(self) -> float:
        """In points; infinite before anything was measured, so that nothing is larger."""
        return self.heights.most_common(1)[0][0] if self.heights else float("inf")

    @property
    def is_bold(self) -> bool:
        """Whether bold says nothing in this document."""
        return self.bold > self.plain


def survey(pdf: Pdf, notes: AnnotationReader) -> tuple[list[PageSurvey], BodySize]:
    """Every page of the document, and the size of its body text."""
    body = BodySize(Counter())
    pages = []
    for number in range(1, pdf.page_count + 1):
        page = pdf.page(number)
        if page is None:
            pages.append(PageSurvey(number, "", "broken", 0.0, 0.0))
        else:
            pages.append(_survey_page(page, body, notes))
    return pages, body


def _survey_page(page: Page, body: BodySize, notes: AnnotationReader) -> PageSurvey:
    text = page.text
    ink = _ink(page, look_at(text))
    width, height = page.size
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text) if match[0].strip()]
    _learn(page, lines, body)
    edge = lines if len(lines) <= 2 * _EDGE else lines[:_EDGE] + lines[-_EDGE:]
    edges = tuple(SurveyLine(start, end, page.tall(_first(text, start, end))) for start, end in edge)
    marks = tuple(_marks(page, lines, body))
    return PageSurvey(page.number, text, ink, width, height, edges, marks, notes.of(page))


def _first(text: str, start: int, end: int) -> int:
    """The first letter or digit of a line: a bullet has a font of its own, and white space no box."""
    at = start
    while at < end and not text[at].isalnum():
        at += 1
    if at < end:
        return at
    while text[start].isspace():
        start += 1
    return start


def _learn(page: Page, lines: list[tuple[int, int]], body: BodySize) -> None:
    for start, end in lines[:: max(1, len(lines) // _SAMPLES)]:
        if end - start < 20:
            continue
        first = _first(page.text, start, end)
        rect = page.tall(first)
        body.heights[round(rect.bottom - rect.top, 1)] += end - start
        if page.bold(first):
            body.bold += 1
        else:
            body.plain += 1


def _marks(page: Page, lines: list[tuple[int, int]], body: BodySize) -> list[ProminentLine]:
    """The lines larger than body text or wholly bold, that begin like a heading or go on with one."""
    marks: list[ProminentLine] = []
    following = False
    height = body.height
    text = page.text
    for start, end in lines:
        first = text[start]
        if (
            not (following or first.isupper() or first.isdigit() or not first.isalpha())
            or end - start > _HEADING_LENGTH
        ):
            following = False
            continue
        mark = _mark(page, start, end, height, bold_counts=not body.is_bold)
        following = mark is not None
        if mark:
            marks.append(mark)
    return marks


def _mark(page: Page, start: int, end: int, height: float, *, bold_counts: bool) -> ProminentLine | None:
    first = _first(page.text, start, end)
    rect = page.tall(first)
    size = rect.bottom - rect.top
    if size >= _LARGER * height:
        return ProminentLine(start, end, rect, bold=False)
    if not bold_counts or size < 0.93 * height:
        return None
    last = end - 1
    while page.text[last].isspace():
        last -= 1
    return ProminentLine(start, end, rect, bold=True) if page.bold(first) and page.bold(last) else None


def _ink(page: Page, look: Look) -> Ink:
    """Only a page with hardly any text is searched for pictures and outlines: that costs."""
    if look == "garbled":
        return "garbled"
    return "text" if look == "text" else _drawn(page, bare=look == "bare")


def _drawn(page: Page, *, bare: bool) -> Ink:
    """With little text a page is a scan when a picture fills it; with none, when it has a picture."""
    from termlint.readers.pdf.drawings import ink_besides_text

    drawn = ink_besides_text(page)
    if drawn == "blank" or (not bare and drawn != "scan"):
        return "blank" if bare else "text"
    return drawn
