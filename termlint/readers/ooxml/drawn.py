"""Text in charts and SmartArt, which stands in parts of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termlint.readers.ooxml.atoms import Atom, Paragraph
from termlint.readers.ooxml.names import clark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_PARAGRAPH = frozenset(clark("a:p"))
_TEXT = clark("a:t", "a:br")
_BREAK = frozenset(clark("a:br"))
_LABELS = frozenset(clark("c:v", "cx:pt", "cx:v"))
_WORDS = frozenset(clark("c:strCache", "c:strLit", "c:lvl", "c:tx", "cx:strDim", "cx:txData"))
"""Where a label is a word; elsewhere (`c:numCache`) it is a figure."""


def drawn_paragraphs(root: _Element) -> list[Paragraph]:
    """The paragraphs of a chart or diagram part; a label that a chart repeats for each series, once."""
    paragraphs: list[Paragraph] = []
    labels: set[str] = set()
    number = 0
    for element in root.iter(*_PARAGRAPH, *_LABELS):
        paragraph = Paragraph(element, "drawing", None, None, None)
        for piece, text in _pieces(element):
            paragraph.atoms.append(Atom(number, text, piece, None, None, "drawing", hidden=False))
            number += 1
        words = paragraph.text()
        if element.tag in _LABELS:
            if words in labels:
                continue
            labels.add(words)
        if words.strip():
            paragraphs.append(paragraph)
    return paragraphs


def _pieces(element: _Element) -> Iterator[tuple[_Element, str]]:
    if element.tag in _PARAGRAPH:
        for piece in element.iter(*_TEXT):
            yield piece, "\n" if piece.tag in _BREAK else piece.text or ""
    elif any(each.tag in _WORDS for each in _nearest(element)):
        yield element, element.text or ""


def _nearest(element: _Element) -> list[_Element]:
    """Two levels up: `c:pt` stands between a label and what says whether it is a word."""
    return [each for each, _ in zip(element.iterancestors(), range(2), strict=False)]
