"""Office Open XML: the package, and the one walk through Word XML that reader and writers share."""

from __future__ import annotations

from termlint.readers.ooxml.atoms import Atom, InlineMark, Lock, Paragraph
from termlint.readers.ooxml.drawn import drawn_paragraphs
from termlint.readers.ooxml.package import Package, Relation
from termlint.readers.ooxml.styles import ParagraphRole, Styles
from termlint.readers.ooxml.walk import walk

__all__ = [
    "Atom",
    "InlineMark",
    "Lock",
    "Package",
    "Paragraph",
    "ParagraphRole",
    "Relation",
    "Styles",
    "drawn_paragraphs",
    "walk",
]
