"""What the readers of text formats share: decoding, lines, and blocks with exact origins.

Offsets count code points in the decoded text after a BOM; CR LF counts two, as it stands in the file.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from termlint.errors import ReadError
from termlint.model import Block, Cell, Comment, Document, Notice, Part, Piece, TextOrigin
from termlint.suppression.directives import is_addressed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose BOM is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_LINE_END = re.compile(r"\r\n|\r|\n")


def decode(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """The text of a file: by its BOM, else UTF-8, else Windows-1252.

    Raises ReadError "text-binary" when this is no text, "text-encoding" when it is not what its BOM promises.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data[len(bom) :].decode(encoding), ()
            except UnicodeDecodeError as error:
                raise ReadError("text-encoding", encoding=encoding) from error
    if b"\0" in data:
        raise ReadError("text-binary")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _windows(data)


def _windows(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    try:
        return data.decode("cp1252"), ()
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
        return text, (Notice("text-unreadable-characters", {"count": text.count("\ufffd")}),)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of the source: `source[start:end]` without its line end."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """Nothing but white space."""
        return not self.text.strip()

    def span(self, skip: int = 0, stop: int | None = None) -> SourceSpan:
        """What stands from column `skip` up to `stop` (from 0), without white space around it."""
        stop = len(self.text) if stop is None else stop
        content = self.text[skip:stop]
        lead = len(content) - len(content.lstrip())
        return SourceSpan(self.start + skip + lead, self.start + skip + max(lead, len(content.rstrip())))


def lines(source: str) -> Iterator[SourceLine]:
    """The lines of `source`; only CR, LF and CR LF end one."""
    for match in _LINE.finditer(source):
        if match.end() == len(source) and not match[0]:
            return
        yield SourceLine(match[1], match.start())


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """`source[start:end]`, a stretch of the file that belongs to a block's text.

    `shown` stands in the block instead when it is not None; it has no origin of its own.
    """

    start: int
    end: int
    shown: str | None = None


@dataclass(slots=True)
class DirectiveComments:
    """The comments to termlint of a document in the making: each waits for the draft it is about."""

    comments: list[tuple[str, int]] = field(default_factory=list)
    _waiting: list[int] = field(default_factory=list)

    def collect(self, text: str, offset: int) -> bool:
        """Whether a comment that stands at `offset` in the source is addressed to termlint; it then waits."""
        if not is_addressed(text):
            return False
        self._waiting.append(len(self.comments))
        self.comments.append((text, offset))
        return True

    def take(self) -> tuple[int, ...]:
        """The comments that are about the draft that is made now."""
        taken, self._waiting = tuple(self._waiting), []
        return taken


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before it is numbered: the stretches of its lines, what it is, the comments about it."""

    rows: tuple[tuple[SourceSpan, ...], ...]
    part: Part = "body"
    cell: Cell | None = None
    comments: tuple[int, ...] = ()


def assemble(source: str, rows: Sequence[Sequence[SourceSpan]]) -> tuple[str, tuple[Piece, ...]]:
    """A block's text, its rows joined by a line feed, and where each stretch of it stands in `source`."""
    text: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for number, row in enumerate(rows):
        if number:
            text.append("\n")
            length += 1
        for span in row:
            part = source[span.start : span.end] if span.shown is None else span.shown
            if span.shown is None and part:
                _add(pieces, Piece(length, length + len(part), TextOrigin(span.start)))
            text.append(part)
            length += len(part)
    return "".join(text), tuple(pieces)


def _add(pieces: list[Piece], piece: Piece) -> None:
    """Append `piece`, grown onto the last one where both follow each other in block and source."""
    if pieces and isinstance(piece.origin, TextOrigin):
        last = pieces[-1]
        assert isinstance(last.origin, TextOrigin)
        if last.end == piece.start and last.origin.offset + last.end - last.start == piece.origin.offset:
            pieces[-1] = Piece(last.start, piece.end, last.origin)
            return
    pieces.append(piece)


def _blocks(source: str, drafts: Sequence[Draft], about: dict[int, list[int]]) -> tuple[Block, ...]:
    """The drafts that hold any text as blocks, numbered, each under its nearest heading.

    `about` gets the blocks of each comment; those of a draft without text are about the next block.
    """
    made: list[Block] = []
    waiting: tuple[int, ...] = ()
    heading: str | None = None
    for draft in drafts:
        text, pieces = assemble(source, draft.rows)
        waiting += draft.comments
        if not text.strip():
            continue
        number = len(made)
        for comment in waiting:
            about.setdefault(comment, []).append(number)
        waiting = ()
        block = Block(number, text, draft.part, pieces, number + 1, heading, cell=draft.cell)
        made.append(block)
        if draft.part in ("heading", "title"):
            heading = " ".join(text.split())
    return tuple(made)


def _comments(
    source: str, directives: DirectiveComments, about: dict[int, list[int]], blocks: Sequence[Block]
) -> Iterator[Comment]:
    """The comments with the blocks that they are about and the lines that they stand on."""
    starts = [match.end() for match in _LINE_END.finditer(source)] if directives.comments else []
    for number, (text, offset) in enumerate(directives.comments):
        own = about.get(number, [])
        covers = tuple((block, 0, len(blocks[block].text)) for block in own)
        block, inside = _position(offset, own, blocks)
        yield Comment(text, covers, block, inside, line=bisect_right(starts, offset) + 1)


def _position(offset: int, own: Sequence[int], blocks: Sequence[Block]) -> tuple[int, int]:
    """The block that a place in the source lies in, or before, and how much of its text comes earlier."""
    for number in reversed(own):
        for piece in reversed(blocks[number].pieces):
            begin = piece.origin.offset if isinstance(piece.origin, TextOrigin) else offset
            if begin < offset:
                return number, piece.start + min(piece.end - piece.start, offset - begin)
    return (own[0] if own else len(blocks)), 0


def document(
    name: str,
    source: str,
    drafts: Sequence[Draft],
    notices: tuple[Notice, ...] = (),
    directives: DirectiveComments | None = None,
) -> Document:
    """The document that `drafts` make of `source`; one without any text says so in a notice."""
    if not source.strip():
        notices = (*notices, Notice("text-empty"))
    about: dict[int, list[int]] = {}
    blocks = _blocks(source, drafts, about)
    return Document(
        format=name,
        blocks=blocks,
        text=source,
        words=len(source.split()),
        notices=notices,
        source=source,
        comments=tuple(_comments(source, directives, about, blocks)) if directives else (),
    )
