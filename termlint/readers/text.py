"""Plain text: paragraphs between blank lines, list items, table rows, headings, fenced code.

Text files also hold what was pasted from Word, scanned by OCR or cut out of code, so the signs of
structure are read generously: a bullet may have become the letter e, a table's columns upright bars.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from termlint.model import Cell, Document, Part
from termlint.readers.plain import Draft, SourceLine, SourceSpan, decode, document, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.readers.base import Candidate, ReadOptions

_BULLET = re.compile(
    r"\s*(?:[-*+•·▪▫◦‣⁃●○■□►✓✔–—»]|\(?\d{1,3}[.)]|\(?[a-z][.)]|[eo]|[ivx]{1,4}[.)])\s+(?=\S)"
)
_NUMBERED = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})+\.?\s+(?=[^\W\d_])")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(?P<text>(?![a-zà-ÿ]).*?)\s*(?:#+\s*)?(?:\{[^}]*\}\s*)?$")
_RULER = re.compile(r"\s*([-=_*~+.])(?:\s*\1){2,}\s*$")
_BAR = re.compile(r"(?<!\|)\|(?![|>])")
_LONE_BAR = re.compile(r"(?:^|\s)\|(?:\s|$)")
_LABEL = re.compile(r"\s*[^\W\d_][\w /&()’'-]{1,40}:(?:\s|$)")
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_META = re.compile(r"(?P<key>[A-Za-z][\w.-]*)\s*:\s*(?P<quote>[\"']?)(?P<value>.*?)(?P=quote)\s*$")
_TITLES = frozenset({"title", "subtitle", "description", "abstract", "titel", "ondertitel", "samenvatting"})
_LONGEST_HEADING = 80


def read(data: bytes, candidate: Candidate, options: ReadOptions) -> Document:  # noqa: ARG001 - the Reader's shape
    """A text file as a document; ReadError when it is no text. Without a candidate it has no blocks."""
    source, notices = decode(data)
    drafts = _headed(source, list(_PlainText(source).drafts())) if candidate(source) else []
    return document("text", source, drafts, notices)


def front_matter(rows: list[SourceLine]) -> tuple[list[Draft], int]:
    """The YAML header at the top of a file: its drafts, and how many lines it takes (0: there is none)."""
    if not rows or rows[0].text.rstrip() != "---":
        return [], 0
    for number, row in enumerate(rows[1:], 1):
        if row.text.rstrip() in ("---", "..."):
            return [_setting(row) for row in rows[1:number] if not row.blank], number + 1
    return [], 0


def _setting(row: SourceLine) -> Draft:
    """One line of a YAML header: a title is prose, anything else a setting."""
    match = _META.match(row.text)
    if match and match["key"].lower() in _TITLES and match["value"] not in ("|", ">"):
        return Draft(((row.span(match.start("value"), match.end("value")),),), "title")
    return Draft(((row.span(),),), "code")


def fence(row: SourceLine) -> str | None:
    """The marks that open a code fence on this line."""
    match = _FENCE.match(row.text)
    return match[1] if match else None


def closes(row: SourceLine, opened: str) -> bool:
    """Whether this line ends the fence that `opened` began."""
    stripped = row.text.strip()
    return len(stripped) >= len(opened) and set(stripped) == {opened[0]}


def cells(row: SourceLine, table: int, number: int) -> Iterator[Draft]:
    """The cells of a table row, each its own draft; a row of dashes has none. `table` 0: not numbered."""
    if not set(row.text) - set("|-:+= \t"):
        return
    edges = [-1, *(m.start() for m in _BAR.finditer(row.text)), len(row.text)]
    spans = [row.span(a + 1, b) for a, b in itertools.pairwise(edges)]
    if spans[0].start == spans[0].end:
        spans = spans[1:]
    for column, span in enumerate(spans, 1):
        if span.start < span.end:
            yield Draft(((span,),), "table", Cell(table, number, column) if table else None)


def bars(row: SourceLine) -> int:
    """How many column bars a line holds; the operators || and |>, and one inside a word, are none."""
    count = len(_BAR.findall(row.text))
    return 0 if count == 1 and not _LONE_BAR.search(row.text) else count


@dataclass(slots=True)
class _PlainText:
    """One pass over the lines: `_rows` is the paragraph that is still open."""

    source: str
    _rows: list[SourceSpan] = field(default_factory=list)
    _part: Part = "body"
    _table: int = 0
    _row: int = 0
    _unclosed: dict[str, int] = field(default_factory=dict)

    def drafts(self) -> Iterator[Draft]:
        rows = list(lines(self.source))
        header, at = front_matter(rows)
        yield from header
        while at < len(rows):
            opened = fence(rows[at])
            if opened and (end := self._closing(rows, at, opened)):
                yield from self._flush()
                yield Draft(tuple((row.span(),) for row in rows[at + 1 : end]), "code")
                at = end
            else:
                yield from self._line(rows[at], rows[at + 1] if at + 1 < len(rows) else None)
            at += 1
        yield from self._flush()

    def _closing(self, rows: list[SourceLine], at: int, opened: str) -> int | None:
        """The number of the line that closes the fence opened on line `at`; nothing is looked for twice."""
        sign = opened[0]
        if len(opened) >= self._unclosed.get(sign, len(opened) + 1):
            return None
        found = next((n for n in range(at + 1, len(rows)) if closes(rows[n], opened)), None)
        if found is None:
            self._unclosed[sign] = len(opened)
        return found

    def _line(self, row: SourceLine, following: SourceLine | None) -> Iterator[Draft]:
        if row.blank or _RULER.match(row.text):
            yield from self._flush()
            self._row = 0
        elif bars(row):
            yield from self._flush()
            yield from self._cells(row)
        elif match := _HEADING.match(row.text):
            yield from self._flush()
            yield Draft(((row.span(match.start("text"), match.end("text")),),), "heading")
        elif match := _BULLET.match(row.text):
            yield from self._flush()
            self._part = "list"
            self._rows.append(row.span(match.end()))
        else:
            if self._starts(row, following):
                yield from self._flush()
            self._rows.append(row.span())

    def _starts(self, row: SourceLine, following: SourceLine | None) -> bool:
        """Whether this line begins a paragraph although no blank line stands before it."""
        if _NUMBERED.match(row.text):
            return True
        if not _LABEL.match(row.text):
            return False
        last = self.source[self._rows[-1].start : self._rows[-1].end] if self._rows else ""
        return bool(_LABEL.match(last)) or bool(following and _LABEL.match(following.text))

    def _cells(self, row: SourceLine) -> Iterator[Draft]:
        """Table cells; a line with one bar in the middle (a signature) is cut there but numbers no table."""
        if bars(row) == 1:
            yield from cells(row, 0, 0)
            return
        self._table += not self._row
        self._row += 1
        yield from cells(row, self._table, self._row)

    def _flush(self) -> Iterator[Draft]:
        if self._rows:
            yield Draft(tuple((span,) for span in self._rows), self._part)
        self._rows, self._part = [], "body"


def _headed(source: str, drafts: list[Draft]) -> list[Draft]:
    """The same drafts, with the short unpunctuated lines before other text marked as headings."""
    return [
        replace(draft, part="heading") if following and _is_heading(source, draft, following) else draft
        for draft, following in zip_longest(drafts, drafts[1:])
    ]


def _is_heading(source: str, draft: Draft, following: Draft) -> bool:
    """A line on its own, short, begun with a capital or a number and not ended as a sentence is."""
    if draft.part != "body" or len(draft.rows) != 1 or draft.cell or following.part not in ("body", "list"):
        return False
    row = draft.rows[0]
    text = source[row[0].start : row[-1].end]
    if len(text) > _LONGEST_HEADING or text.endswith((".", ",", ";", "!", "-")) or ": " in text:
        return False
    return text[:1].isupper() or text[:1].isdigit()
