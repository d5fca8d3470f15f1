"""Safe replacements in a text file: only the words change; encoding, BOM and line ends stay as they are."""

from __future__ import annotations

import bisect
import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from termlint.formats import BY_NAME
from termlint.model import TextOrigin
from termlint.writers.base import FixRecord, WriteOptions, WriteResult

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from termlint.model import Block, Document, Edit, Finding

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_LINE_END = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t>#*]*")
"""What may go with the words of an edit: the end of a line, with the signs that begin the next one."""


@dataclass(frozen=True, slots=True)
class _Splice:
    """Replace `source[start:end]` by `text`."""

    start: int
    end: int
    text: str

    def meets(self, other: _Splice) -> bool:
        """Whether the two cannot both be made: they overlap, or stand at one place."""
        return self.start == other.start or (self.start < other.end and other.start < self.end)


def write(data: bytes, document: Document, findings: Sequence[Finding], options: WriteOptions) -> WriteResult:
    """The file with every safe suggestion made (mode "replace"); in other modes nothing is possible.

    A finding without a safe suggestion is left as it is, and says so.
    """
    if options.mode != "replace":
        records = tuple(FixRecord(finding, "impossible", "fixing-text-needs-replace") for finding in findings)
        return WriteResult(data, records)
    source = _SourceText(data, document)
    made: list[_Splice] = []
    records = tuple(_done(finding, source, made) for finding in findings)
    return WriteResult(source.spliced(made), records)


def _done(finding: Finding, source: _SourceText, made: list[_Splice]) -> FixRecord:
    """Decide on one finding; its splices join those that are to be made."""
    safe = next((each for each in finding.suggestions if each.safety == "safe"), None)
    if safe is None:
        return FixRecord(finding, "impossible", "fixing-text-choice")
    block = source.document.blocks[finding.location.block]
    wanted = [source.splice(block, edit) for edit in safe.edits]
    splices = [each for each in wanted if each]
    if not splices or len(splices) < len(wanted):
        return FixRecord(finding, "impossible", "fixing-text-markup")
    if any(one.meets(other) for one in splices for other in _beside(one, made)):
        return FixRecord(finding, "impossible", "fix-overlap")
    for each in splices:
        bisect.insort(made, each, key=_start)
    return FixRecord(finding, "changed")


def _beside(splice: _Splice, made: Sequence[_Splice]) -> Sequence[_Splice]:
    """Of splices in order, those that this one could meet."""
    at = bisect.bisect_left(made, splice.start, key=_start)
    last = bisect.bisect_left(made, max(splice.end, splice.start + 1), key=_start)
    return made[max(0, at - 1) : last]


def _start(splice: _Splice) -> int:
    return splice.start


class _SourceText:
    """A file's bytes and text side by side, so that what is not changed keeps its very bytes."""

    def __init__(self, data: bytes, document: Document) -> None:
        self._data = data
        self.document = document
        self._format = BY_NAME[document.format]
        self._text = document.source or ""
        self._skip, self._encoding = _encoding(data)

    def splice(self, block: Block, edit: Edit) -> _Splice | None:
        """An edit where it stands; None when markup stands among its words, or its text cannot be there."""
        if self._format.reserved & set(edit.text) or not _can_hold(self._encoding, edit.text):
            return None
        if edit.start == edit.end:
            return self._insertion(block, edit)
        stretches = list(_stretches(block, edit.start, edit.end))
        if not stretches:
            return None
        gaps = [self._text[a[1] : b[0]] for a, b in itertools.pairwise(stretches)]
        if not all(_LINE_END.fullmatch(gap) for gap in gaps):
            return None
        start, end = stretches[0][0], stretches[-1][1]
        written = sum(stretch[1] - stretch[0] for stretch in stretches) + len(gaps)
        if written != edit.end - edit.start or (gaps and self._format.keeps_lines):
            return None
        return _Splice(start, end, edit.text)

    def _insertion(self, block: Block, edit: Edit) -> _Splice | None:
        for start, end in _stretches(block, max(0, edit.start - 1), edit.start + 1):
            at = end - 1 if edit.start and end - start == 2 else (end if edit.start else start)
            return _Splice(at, at, edit.text)
        return None

    def spliced(self, splices: Sequence[_Splice]) -> bytes:
        """The bytes with these splices, in order, made."""
        out, at = bytearray(self._data[: self._skip]), 0
        place = self._skip
        for each in splices:
            kept = self._length(at, each.start)
            out += self._data[place : place + kept] + each.text.encode(self._encoding)
            place += kept + self._length(each.start, each.end)
            at = each.end
        return bytes(out + self._data[place:])

    def _length(self, start: int, end: int) -> int:
        """Of a stretch of the text, in bytes; what Windows-1252 does not know was one byte too."""
        if self._encoding == "cp1252":
            return end - start
        return len(self._text[start:end].encode(self._encoding))


def _stretches(block: Block, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where `block.text[start:end]` stands in the source: a pair of offsets for each piece."""
    for piece in block.pieces:
        first, last = max(start, piece.start), min(end, piece.end)
        if first < last and isinstance(piece.origin, TextOrigin):
            base = piece.origin.offset - piece.start
            yield base + first, base + last


def _can_hold(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _encoding(data: bytes) -> tuple[int, str]:
    """The length of the BOM, and the encoding of what follows: as the reader decoded it."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return len(bom), encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return 0, "cp1252"
    return 0, "utf-8"
