"""HTML: the words on the page and in the attributes that are read out, each with its place in the file.

Scripts, styles and templates are no text. A page that was rendered from a .qmd beside it is left out
when folders are walked (see `termlint.files.discover`).
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from termlint.model import Cell
from termlint.readers.plain import DirectiveComments, Draft, SourceSpan, decode, document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.model import Document, Part
    from termlint.readers.base import Candidate, ReadOptions

_TOKEN = re.compile(
    r"""
      <!--(?P<comment>.*?)(?:-->|\Z)
    | <(?P<dropped>script|style|template|svg|noscript)\b
      (?:[^<>"']|"[^"]*"|'[^']*')*>.*?(?:</(?P=dropped)\s*>|\Z)
    | <(?P<close>/?)(?P<tag>[a-z][\w:-]*)(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*)>
    | <[!?][^<>]*>
    | (?P<entity>&(?:\#\d{1,7}|\#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});)
    | (?P<end>\r\n|\r|\n)
    | (?P<text>[^<&\r\n]+|[<&])
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"\b(?P<name>alt|title|aria-label|placeholder|content|label)\s*=\s*(?P<quote>[\"'])(?P<text>.*?)(?P=quote)",
    re.DOTALL | re.IGNORECASE,
)
_INLINE = re.compile(
    r"(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong"
    r"|sub|sup|time|tt|u|var|wbr)"
)
_PARTS: dict[str, Part] = {
    "title": "title",
    "li": "list",
    "dt": "list",
    "dd": "list",
    "caption": "caption",
    "figcaption": "caption",
    "pre": "code",
    **{f"h{level}": "heading" for level in range(1, 7)},
}
_DESCRIBED = re.compile(
    r"\b(?:name|property)\s*=\s*[\"']?(?:og:|twitter:)?(?:description|title)\b", re.IGNORECASE
)


def read(data: bytes, candidate: Candidate, options: ReadOptions) -> Document:  # noqa: ARG001 - the Reader's shape
    """An HTML file as a document; ReadError when it is no text."""
    source, notices = decode(data)
    page = _HtmlPage(source)
    drafts = list(page.drafts())
    return document("html", source, drafts, notices, page.directives)


@dataclass(slots=True)
class _HtmlPage:
    """One pass over the tags: `_rows` is the block that is still open."""

    source: str
    directives: DirectiveComments = field(default_factory=DirectiveComments)
    _rows: list[list[SourceSpan]] = field(default_factory=lambda: [[]])
    _part: Part = "body"
    _table: int = 0
    _row: int = 0
    _column: int = 0
    _in_cell: bool = False

    def drafts(self) -> Iterator[Draft]:
        """The blocks of the page, in order."""
        for match in _TOKEN.finditer(self.source):
            if match["tag"]:
                yield from self._tag(match, match["tag"].lower())
            elif match["comment"] is not None:
                self.directives.collect(match["comment"], match.start())
            elif match["entity"]:
                self._add(SourceSpan(match.start(), match.end(), html.unescape(match[0])))
            elif match["end"]:
                self._rows.append([])
            elif match["text"]:
                self._add(SourceSpan(match.start(), match.end()))
        yield from self._flush()

    def _add(self, span: SourceSpan) -> None:
        self._rows[-1].append(span)

    def _tag(self, match: re.Match[str], tag: str) -> Iterator[Draft]:
        if match["attributes"]:
            yield from self._attributes(match, tag)
        if tag == "br":
            self._rows.append([])
        elif tag in ("code", "kbd", "samp", "tt"):
            self._add(
                SourceSpan(match.start(), match.start(), "`")
            )  # as in Markdown: what stands between is no prose
        elif not _INLINE.fullmatch(tag):
            yield from self._flush()
            self._begin(tag, closing=bool(match["close"]))

    def _begin(self, tag: str, *, closing: bool) -> None:
        """What the next block is, after this tag."""
        self._part = "body" if closing else _PARTS.get(tag, "body")
        if tag in ("td", "th"):
            self._in_cell = not closing
            self._column += not closing
        elif closing:
            self._in_cell = self._in_cell and tag not in ("tr", "table")
        elif tag == "table":
            self._table, self._row = self._table + 1, 0
        elif tag == "tr":
            self._row, self._column = self._row + 1, 0

    def _attributes(self, match: re.Match[str], tag: str) -> Iterator[Draft]:
        """What is read out or shown besides the text."""
        attributes = match["attributes"]
        for found in _ATTRIBUTE.finditer(self.source, match.start("attributes"), match.end("attributes")):
            name = found["name"].lower()
            if name == "content" and not (tag == "meta" and _DESCRIBED.search(attributes)):
                continue
            yield Draft(((SourceSpan(found.start("text"), found.end("text")),),), "alt-text")

    def _flush(self) -> Iterator[Draft]:
        rows = tuple(stripped for row in self._rows if (stripped := _stripped(self.source, row)))
        self._rows = [[]]
        if rows:
            cell = Cell(self._table, self._row, self._column) if self._in_cell else None
            part: Part = "table" if cell and self._part == "body" else self._part
            yield Draft(rows, part, cell, self.directives.take())


def _stripped(source: str, row: list[SourceSpan]) -> tuple[SourceSpan, ...]:
    """A row without the white space around it; empty when there is nothing else."""
    spans = [span for span in row if span.shown is not None or span.start < span.end]
    if not "".join(source[s.start : s.end] if s.shown is None else s.shown for s in spans).strip():
        return ()
    first, last = spans[0], spans[-1]
    if first.shown is None:
        text = source[first.start : first.end]
        spans[0] = SourceSpan(first.start + len(text) - len(text.lstrip()), first.end)
    last = spans[-1]
    if last.shown is None:
        text = source[last.start : last.end]
        spans[-1] = SourceSpan(last.start, last.start + len(text.rstrip()))
    return tuple(spans)
