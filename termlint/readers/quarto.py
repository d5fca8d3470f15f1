"""Quarto and R Markdown: Markdown, with programs in it whose captions, titles and labels are shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from termlint.readers import markdown
from termlint.readers.plain import Draft, SourceLine, decode, document
from termlint.readers.script import chunk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from termlint.model import Document
    from termlint.readers.base import Candidate, ReadOptions

_CHUNK = re.compile(r"\s*(?:`{3,}|~{3,})\s*\{\s*(?P<language>\w+)(?P<options>[^}]*)\}")
_OPTION = re.compile(
    r"\s*#\|\s*(?:-\s+|[\w-]*(?:cap|alt|title|subtitle)\s*:\s*(?:-\s+)?)(?P<quote>[\"']?)(?P<text>.+?)(?P=quote)\s*$"
)
_OLD_OPTION = re.compile(
    r"\b(?:fig|tbl|out)?\.?(?:cap|alt|subcap)\s*=\s*(?P<quote>[\"'])(?P<text>.*?)(?P=quote)"
)


def read(data: bytes, candidate: Candidate, options: ReadOptions) -> Document:  # noqa: ARG001 - the Reader's shape
    """A .qmd or .Rmd file as a document; ReadError when it is no text."""
    source, notices = decode(data)
    walk = _Quarto(source)
    drafts = list(walk.drafts())
    return document("quarto", source, drafts, notices, walk.directives)


class _Quarto(markdown.MarkdownParser):
    """Markdown whose fences may be programs that run."""

    def fenced(self, opening: SourceLine, rows: Sequence[SourceLine]) -> Iterator[Draft]:
        """A program's captions, then what it says; any other fence as Markdown has it."""
        match = _CHUNK.match(opening.text)
        if not match:
            yield from super().fenced(opening, rows)
            return
        for option in _OLD_OPTION.finditer(opening.text, match.start("options"), match.end("options")):
            yield _caption(opening, option)
        at = 0
        while at < len(rows) and rows[at].text.lstrip().startswith("#|"):
            if caption := _OPTION.match(rows[at].text):
                yield _caption(rows[at], caption)
            at += 1
        if at < len(rows):
            yield from chunk(self.source, rows[at].start, rows[-1].end, match["language"], self.directives)


def _caption(row: SourceLine, option: re.Match[str]) -> Draft:
    return Draft(((row.span(option.start("text"), option.end("text")),),), "caption")
