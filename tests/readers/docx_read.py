"""A Word file as its reader gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termlint.readers import READERS, ReadOptions
from tests.builders.docx import (
    Node,
    p,
    word,
)

if TYPE_CHECKING:
    from termlint.model import Block, Document


def read(data: bytes, **options: object) -> Document:
    return READERS[".docx"](data, lambda text: True, ReadOptions(**options))  # type: ignore[arg-type]


def texts(data: bytes, **options: object) -> list[tuple[str, str]]:
    return [(block.part, block.text) for block in read(data, **options).blocks]


def only(*nodes: Node, **options: object) -> Block:
    """The one block of a document with one paragraph."""
    (block,) = read(word(p(*nodes)), **options).blocks
    return block
