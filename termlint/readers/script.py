"""R and Python: what a program says in strings and comments, each with its place in the file.

A line with a string or a comment becomes a block of code, in which the engine tells what is shown to a
reader from keys and names. A string over several lines becomes text of its own; a docstring is a comment.
`# termlint: negeer REGEL reden` exempts its own line, or the next one when it stands alone.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from termlint.readers.plain import DirectiveComments, Draft, SourceLine, SourceSpan, decode, document, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.model import Document
    from termlint.readers.base import Candidate, ReadOptions

_PYTHON = re.compile(
    r"""
      (?P<comment>\#[^\r\n]*)
    | [A-Za-z]{0,2}(?P<opens>\"{3}|'{3}|["'])
    | [^\W\d]\w*
    """,
    re.VERBOSE,
)
_R = re.compile(
    r"""
      (?P<comment>\#[^\r\n]*)
    | [rR](?P<raw>["'])(?P<dashes>-*)[(\[{](?P<long>.*?)(?:[)\]}](?P=dashes)(?P=raw)|\Z)
    | (?P<opens>["'])
    | `[^`\r\n]*`
    | [^\W\d][\w.]*
    """,
    re.VERBOSE | re.DOTALL,
)
_CLOSES = {
    _PYTHON: {quote: re.compile(rf"\\.|{quote}", re.DOTALL) for quote in ('"""', "'''")}
    | {mark: re.compile(rf"\\.|{mark}|(?=[\r\n])", re.DOTALL) for mark in "\"'"},
    _R: {mark: re.compile(rf"\\.|{mark}", re.DOTALL) for mark in "\"'"},
}
"""By what opens a string, what ends it or is skipped in it. Sought piece by piece: a million backslashes in
one match would take 200 MB."""
_COMMENT_MARK = "# "
_ALONE = re.compile(r"\s*(?:#+['|]?|//+|--|%)\s*(?=termlint)", re.IGNORECASE)
_BESIDE = re.compile(r"(?:#|//|--|%)\s*(?=termlint)", re.IGNORECASE)


def read_python(data: bytes, candidate: Candidate, options: ReadOptions) -> Document:  # noqa: ARG001 - the Reader's shape
    """A Python program as a document; ReadError when it is no text."""
    return _read("python", data, _PYTHON)


def read_r(data: bytes, candidate: Candidate, options: ReadOptions) -> Document:  # noqa: ARG001 - the Reader's shape
    """An R program as a document; ReadError when it is no text."""
    return _read("r", data, _R)


def _read(name: str, data: bytes, tokens: re.Pattern[str]) -> Document:
    source, notices = decode(data)
    directives = DirectiveComments()
    drafts = list(_Script(source, tokens, directives).drafts())
    return document(name, source, drafts, notices, directives)


def chunk(source: str, start: int, end: int, language: str, directives: DirectiveComments) -> Iterator[Draft]:
    """The drafts of a piece of program inside another text; any language but Python is read as R."""
    tokens = _PYTHON if language.lower() in ("python", "py") else _R
    yield from _Script(source, tokens, directives, start, end).drafts()


@dataclass(frozen=True, slots=True)
class _TextToken:
    """A comment or a string: where it stands, and whether it is text over several lines."""

    start: int
    end: int
    inner: tuple[int, int]


class _Script:
    """One pass over a program from `start` to `end`."""

    def __init__(
        self,
        source: str,
        tokens: re.Pattern[str],
        directives: DirectiveComments,
        start: int = 0,
        end: int | None = None,
    ) -> None:
        self.source = source
        self.tokens = tokens
        self.directives = directives
        self.start, self.end = start, len(source) if end is None else end
        self.rows = [SourceLine(row.text, row.start + start) for row in lines(source[start : self.end])]
        self.starts = [row.start for row in self.rows]

    def drafts(self) -> Iterator[Draft]:
        """A draft for each line that says something, and for each text over several lines, in order."""
        shown = -1
        for token in self._text_tokens():
            first, last = self._row(token.start), self._row(max(token.start, token.end - 1))
            if first != last:
                yield self._text(token)
                shown = last
            elif first > shown:
                shown = first
                row = self.rows[first]
                if not self._collects(_ALONE.match(row.text), row):
                    self._collects(_BESIDE.search(row.text), row)
                    yield Draft(((row.span(),),), "code", None, self.directives.take())

    def _collects(self, sign: re.Match[str] | None, row: SourceLine) -> bool:
        """Whether a comment that `sign` begins is addressed to termlint."""
        return sign is not None and self.directives.collect(row.text[sign.end() :], row.start + sign.start())

    def _text_tokens(self) -> Iterator[_TextToken]:
        at = self.start
        while match := self.tokens.search(self.source, at, self.end):
            at, found = match.end(), match.groupdict()
            if mark := found["opens"]:
                inner, at = self._closed(mark, at)
                yield _TextToken(match.start(), at, (match.end(), inner))
            elif kind := next((name for name in ("comment", "long") if found.get(name) is not None), None):
                yield _TextToken(match.start(), at, match.span(kind))

    def _closed(self, mark: str, start: int) -> tuple[int, int]:
        """Where the words of a string end, and where the string does."""
        for found in _CLOSES[self.tokens][mark].finditer(self.source, start, self.end):
            if not found.group().startswith("\\"):
                return found.span()
        return self.end, self.end

    def _row(self, offset: int) -> int:
        return bisect.bisect_right(self.starts, offset) - 1

    def _text(self, token: _TextToken) -> Draft:
        """A string over several lines; each line of a docstring is marked as the comment that it is."""
        start, end = token.inner
        inside = [
            SourceLine(row.text[max(0, start - row.start) : end - row.start], max(row.start, start))
            for row in self.rows[self._row(start) : self._row(end) + 1]
        ]
        taken = self.directives.take()
        if self._is_docstring(token):
            marked = (
                (SourceSpan(row.start, row.start, _COMMENT_MARK), row.span())
                for row in inside
                if not row.blank
            )
            return Draft(tuple(marked), "code", None, taken)
        return Draft(tuple((row.span(),) for row in inside), "body", None, taken)

    def _is_docstring(self, token: _TextToken) -> bool:
        """A string that is a statement: nothing stands before it on its line, nothing after it."""
        if self.tokens is not _PYTHON:
            return False
        before = self.source[self.rows[self._row(token.start)].start : token.start]
        after = self.source[token.end : self.rows[self._row(token.end - 1)].end]
        above = self.source[self.start : token.start].rstrip()[-1:]
        return not before.strip() and not after.strip() and above not in tuple("([{,=+\\")
