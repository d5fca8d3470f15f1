"""CSV: a cell is a block; numbers are no text. The separator is the one that the first lines agree on.

A line "# termlint: …" is no row of the table but a comment about the next one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from termlint.model import Cell
from termlint.readers.plain import DirectiveComments, Draft, SourceSpan, decode, document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.model import Document
    from termlint.readers.base import Candidate, ReadOptions

_SEPARATORS = ";,\t|"
_SAMPLE = 20
_LETTER = re.compile(r"[^\W\d_]")
_END = re.compile(r"\r\n|\r|\n")
_REMARK = re.compile(r"[ \t]*\"? *#+ *(?P<text>termlint[^\r\n]*)", re.IGNORECASE)


def read(data: bytes, candidate: Candidate, options: ReadOptions) -> Document:  # noqa: ARG001 - the Reader's shape
    """A CSV file as a document of one table; ReadError when it is no text."""
    source, notices = decode(data)
    directives = DirectiveComments()
    drafts = list(_drafts(source, separator(source), directives))
    return document("csv", source, drafts, notices, directives)


def _drafts(source: str, sign: str, directives: DirectiveComments) -> Iterator[Draft]:
    """The cells that hold words; a comment is about all those of its row."""
    about: tuple[int, ...] = ()
    before = 0
    for row, column, start, end in _cells(source, sign, directives):
        if not _LETTER.search(source, start, end):
            continue
        if row != before:
            about, before = directives.take(), row
        yield Draft(tuple(_rows(source, start, end)), "table", Cell(1, row, column), about)


def separator(source: str) -> str:
    """The sign that cuts the first lines most often into the same number of cells; a comma when none does."""
    lines = [
        line for line in source.split("\n", _SAMPLE)[:_SAMPLE] if line.strip() and not _REMARK.match(line)
    ]
    plain = [re.sub(r"\"(?:[^\"]|\"\")*\"", "", line) for line in lines]

    def fitness(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in plain if line.count(sign)]
        return (max(map(counts.count, counts)), max(counts)) if counts else (0, 0)

    best = max(_SEPARATORS, key=fitness)
    return best if fitness(best) != (0, 0) else ","


def _cells(source: str, sign: str, directives: DirectiveComments) -> Iterator[tuple[int, int, int, int]]:
    """Row and column (from 1), and where the text of each cell stands; quotes around it are no part of it.

    A quote that no separator or line end follows belongs to the text: many programs forget to double it.
    """
    stop = re.escape(sign)
    cell = re.compile(rf'"((?:[^"]+|""|"(?! *(?:[{stop}\r\n]|\Z)))*)(?:" *)?|([^{stop}\r\n]*)')
    row, column, at = 1, 1, 0
    while at < len(source):
        if column == 1 and (remark := _remark(source, at, sign, directives)):
            row, at = row + 1, remark
            continue
        match = cell.match(source, at)
        assert match
        group = 1 if match[1] is not None else 2
        yield row, column, match.start(group), match.end(group)
        at = match.end()
        end = _END.match(source, at)
        if end:
            row, column, at = row + 1, 1, end.end()
        elif at < len(source):
            column, at = column + 1, at + 1


def _remark(source: str, at: int, sign: str, directives: DirectiveComments) -> int | None:
    """Where the next line begins, if this one is a comment addressed to termlint, which is collected."""
    match = _REMARK.match(source, at) if source[at] in '#" ' else None
    if not match or not directives.collect(match["text"].strip(f'" {sign}'), match.start("text")):
        return None
    end = _END.match(source, match.end())
    return end.end() if end else match.end()


def _rows(source: str, start: int, end: int) -> Iterator[tuple[SourceSpan, ...]]:
    """The lines of a cell; a doubled quote is one."""
    for line in _lines(source, start, end):
        spans, at = [], line.start
        for match in re.finditer('""', source[line.start : line.end]):
            spans += [SourceSpan(at, line.start + match.start() + 1)]
            at = line.start + match.end()
        yield (*spans, SourceSpan(at, line.end))


def _lines(source: str, start: int, end: int) -> Iterator[SourceSpan]:
    for match in _END.finditer(source, start, end):
        yield SourceSpan(start, match.start())
        start = match.end()
    yield SourceSpan(start, end)
