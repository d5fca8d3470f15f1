"""A PDF as its reader gives it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from termlint.readers import ReadOptions
from termlint.readers.pdf import read as read_pdf

if TYPE_CHECKING:
    from termlint.model import Block, Box, Document

LOREM = (
    "De gemeente Utrecht werkt samen met scholen en bedrijven aan een stad waar iedereen een plek vindt. "
    "Wij spraken met bewoners uit alle wijken over werk, wonen en leren, en schreven hun antwoorden op. "
    "In het najaar leggen wij de plannen voor aan de raad, die daarna een besluit neemt over het geld. "
)
PHRASES = ("hoogopgeleid", "hogeronderwijs", "werkendenkniveau", "mboleerling")


def folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())


def candidate(text: str) -> bool:
    """A screen for the phrases of these tests."""
    whole = folded(text)
    return any(phrase in whole for phrase in PHRASES)


def read(data: bytes, *, screened: bool = False, options: ReadOptions | None = None) -> Document:
    """The document; laid out on every page unless `screened`."""
    return read_pdf(data, candidate if screened else lambda text: True, options or ReadOptions())


def texts(document: Document, part: str | None = None) -> list[str]:
    """The text of each block, line ends as spaces."""
    return [block.text.replace("\n", " ") for block in document.blocks if part in (None, block.part)]


def block_with(document: Document, words: str) -> Block:
    """The one block in which `words` stand, whatever their line ends."""
    found = [block for block in document.blocks if folded(words) in folded(block.text)]
    assert len(found) == 1, (words, texts(document))
    return found[0]


def boxes_of(block: Block, words: str) -> list[Box]:
    """The boxes of the characters of `words` in a block's raw text."""
    start = block.text.index(words)
    found: list[Box] = []
    for piece in block.pieces:
        for at in range(max(start, piece.start), min(start + len(words), piece.end)):
            found += [piece.origin.boxes[at - piece.start]]  # type: ignore[union-attr]
    return found
