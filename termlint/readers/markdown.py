"""Markdown: the words a reader of the page sees, each with its place in the file.

Marks of emphasis, links, HTML tags and attributes are left out of a block's text, so that they cannot break a
phrase; the address of a link is no prose. Comments to termlint are about the block or table row that they
stand in, or the next one.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from termlint.readers.plain import DirectiveComments, Draft, SourceLine, SourceSpan, decode, document, lines
from termlint.readers.text import cells, closes, fence, front_matter

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from termlint.model import Document, Part
    from termlint.readers.base import Candidate, ReadOptions

_HEADING = re.compile(r"\s{0,3}#{1,6}(?:\s+(?P<text>.*?))?\s*(?:\s#+\s*)?$")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-+)\s*$")
_BREAK = re.compile(r"\s{0,3}([-_*])(?:\s*\1){2,}\s*$")
_ITEM = re.compile(r"\s*(?:[-*+]|(?P<number>\d{1,9})[.)]|\(?[@a-z][.)])\s+(?:\[[ xX]\]\s+)?")
_QUOTE = re.compile(r"(?:\s{0,3}>)+ ?")
_DIV = re.compile(r"\s*:{3,}")
_DEFINITION = re.compile(r"\s{0,3}\[(?!\^)[^\]]+\]:\s*\S+")
_NOTE = re.compile(r"\s{0,3}\[\^[^\]]+\]:\s*")
_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_MARKUP = re.compile(
    r"""
      (?P<escape>\\[!-/:-@\[-`{-~])
    | (?P<code>(?P<ticks>`+(?!`)).{1,2000}?(?<!`)(?P=ticks)(?!`))
    | (?P<loose>`+)
    | (?P<break><br\s*/?>)
    | (?P<comment><!--.*?(?:-->|\Z))
    | (?P<tag></?[A-Za-z][^<>]*>)
    | (?P<note>\[\^[^\]\s]{1,200}\])
    | (?P<image>!\[(?=[^\]]{0,2000}\]))
    | (?P<open>\[(?=[^\[\]]*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\]|\{[^{}]*\})))
    | (?P<close>\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)(?:\{[^{}]*\})?|\[[^\]]*\]|\{[^{}]*\}))
    | (?P<attributes>\{[.\#][^{}]*\})
    | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    | (?P<stars>\*+)
    | (?P<lows>(?<![^\W_])_+(?=\S)|(?<=\S)_+(?![^\W_]))
    | (?P<strike>~~)
    """,
    re.VERBOSE | re.DOTALL,
)
_DROPPED = frozenset({"comment", "tag", "note", "image", "open", "close", "attributes", "lows", "strike"})


def read(data: bytes, candidate: Candidate, options: ReadOptions) -> Document:  # noqa: ARG001 - the Reader's shape
    """A Markdown file as a document; ReadError when it is no text."""
    source, notices = decode(data)
    walk = MarkdownParser(source)
    drafts = list(walk.drafts())
    return document("markdown", source, drafts, notices, walk.directives)


def visible(source: str, rows: Sequence[SourceSpan]) -> tuple[tuple[SourceSpan, ...], ...]:
    """The stretches of a paragraph's rows that a reader sees, without the marks between them.

    Markup may run from one row into the next (a link, a comment).
    """
    if not rows:
        return ()
    begin, end = rows[0].start, rows[-1].end
    holes = [_hole(match) for match in _MARKUP.finditer(source, begin, end)]
    return tuple(tuple(_shown(row, holes)) for row in rows)


def _hole(match: re.Match[str]) -> SourceSpan:
    """What a mark leaves in the text: nothing, a line end, a character, or itself."""
    start, end, kind = match.start(), match.end(), match.lastgroup
    if match["code"]:  # its marks stay: what stands between them is no prose, and the engine must see that
        return SourceSpan(end, end)
    if kind == "escape":
        return SourceSpan(start, start + 1, "")
    if kind == "break":
        return SourceSpan(start, end, "\n")
    if kind == "entity":
        shown = html.unescape(match[0])
        return SourceSpan(end, end) if shown == match[0] else SourceSpan(start, end, shown)
    if kind == "stars":
        around = match.string[start - 1 : start], match.string[end : end + 1]
        loose = all(not side or side.isspace() for side in around)
        return SourceSpan(end, end) if loose else SourceSpan(start, end, "")
    return SourceSpan(start, end, "") if kind in _DROPPED else SourceSpan(end, end)


def _shown(row: SourceSpan, holes: Sequence[SourceSpan]) -> Iterator[SourceSpan]:
    at = row.start
    for hole in holes:
        if hole.end <= at or hole.start >= row.end:
            continue
        if hole.start > at:
            yield SourceSpan(at, hole.start)
        if hole.shown and hole.start >= row.start:
            yield hole
        at = hole.end
    if at < row.end:
        yield SourceSpan(at, row.end)


@dataclass(slots=True)
class MarkdownParser:
    """One pass over the lines: `_rows` is the paragraph that is still open."""

    source: str
    directives: DirectiveComments = field(default_factory=DirectiveComments)
    _rows: list[SourceSpan] = field(default_factory=list)
    _part: Part = "body"
    _table: int = 0
    _row: int = 0
    _listed: bool = False

    def drafts(self) -> Iterator[Draft]:
        """The blocks of the page, in order."""
        rows = list(lines(self.source))
        header, at = front_matter(rows)
        yield from header
        while at < len(rows):
            opened = fence(rows[at])
            if opened:
                yield from self._flush()
                end = next((n for n in range(at + 1, len(rows)) if closes(rows[n], opened)), len(rows))
                yield from self.fenced(rows[at], rows[at + 1 : end])
                at = end
            elif "<!--" in rows[at].text and not self._rows:
                at = yield from self._comment(rows, at)
            else:
                yield from self._line(rows, at)
            at += 1
        yield from self._flush()

    def fenced(self, opening: SourceLine, rows: Sequence[SourceLine]) -> Iterator[Draft]:  # noqa: ARG002 - for heirs
        """What stands between the marks of a code fence that `opening` began."""
        yield self._draft(tuple((row.span(),) for row in rows), "code")

    def _comment(self, rows: Sequence[SourceLine], at: int) -> Generator[Draft, None, int]:
        """A comment where no paragraph is open: one that stands alone speaks about the next block."""
        start = rows[at].start + rows[at].text.index("<!--")
        match = _COMMENT.match(self.source, start)
        assert match
        last = bisect_right(rows, max(match.end() - 1, start), key=lambda row: row.start) - 1
        before = self.source[rows[at].start : start]
        if before.strip() or self.source[match.end() : rows[last].end].strip():
            yield from self._line(rows, at)
            return at
        self.directives.collect(match[1], start)
        return last

    def _line(self, rows: Sequence[SourceLine], at: int) -> Iterator[Draft]:
        row = rows[at]
        quote = _QUOTE.match(row.text)
        skip = quote.end() if quote else 0
        rest = SourceLine(row.text[skip:], row.start + skip)
        if rest.blank or _DIV.match(rest.text) or _DEFINITION.match(rest.text):
            yield from self._flush()
            self._row = 0
        elif self._rows and self._part == "body" and _UNDERLINE.match(rest.text):
            self._part = "heading"
            yield from self._flush()
        elif _BREAK.match(rest.text):
            yield from self._flush()
        elif match := _HEADING.match(rest.text):
            yield from self._flush()
            self._part = "heading"
            if match["text"]:
                self._rows.append(rest.span(match.start("text"), match.end("text")))
            yield from self._flush()
        else:
            yield from self._prose(
                rest, rows[at - 1] if at else None, rows[at + 1] if at + 1 < len(rows) else None
            )

    def _prose(self, row: SourceLine, before: SourceLine | None, after: SourceLine | None) -> Iterator[Draft]:
        item = _ITEM.match(row.text)
        if item and item["number"] not in (None, "1") and self._rows and self._part == "body":
            item = None  # a line of a paragraph that happens to begin with a number
        self._listed = bool(item) or (self._listed and row.text.startswith((" ", "\t")))
        if not self._rows and not self._listed and (before is None or before.blank) and _indented(row):
            yield self._draft(((row.span(),),), "code")
        elif match := _NOTE.match(row.text):
            yield from self._start(row, match.end(), "footnote")
        elif item:
            yield from self._start(row, item.end(), "list")
        elif "|" in row.text and (self._row or row.text.lstrip().startswith("|") or _is_ruler(after)):
            yield from self._cells(row)
        else:
            self._row = 0
            self._rows.append(row.span())

    def _start(self, row: SourceLine, skip: int, part: Part) -> Iterator[Draft]:
        yield from self._flush()
        self._part = part
        self._rows.append(row.span(skip))

    def _cells(self, row: SourceLine) -> Iterator[Draft]:
        yield from self._flush()
        self._table += not self._row
        self._row += 1
        drafts = list(cells(row, self._table, self._row))
        about = self._about(row.start, row.end) if drafts else ()
        for draft in drafts:
            rows = visible(self.source, [span for line in draft.rows for span in line])
            yield Draft(rows, draft.part, draft.cell, about)

    def _flush(self) -> Iterator[Draft]:
        if self._rows:
            rows = visible(self.source, self._rows)
            yield Draft(rows, self._part, None, self._about(self._rows[0].start, self._rows[-1].end))
        self._rows, self._part = [], "body"

    def _draft(self, rows: tuple[tuple[SourceSpan, ...], ...], part: Part) -> Draft:
        """Code: shown as it stands."""
        return Draft(rows, part, None, self.directives.take())

    def _about(self, start: int, end: int) -> tuple[int, ...]:
        """The comments about this block: in it, or before it where they stood alone."""
        for match in _COMMENT.finditer(self.source, start, end):
            self.directives.collect(match[1], match.start())
        return self.directives.take()


def _indented(row: SourceLine) -> bool:
    return row.text.startswith(("    ", "\t"))


def _is_ruler(row: SourceLine | None) -> bool:
    """A row of dashes that makes the row above it a table's head."""
    return row is not None and "-" in row.text and not set(row.text) - set("|-: \t")
