"""Office Open XML: the package, and the one walk through Word XML that reader and writers share."""

from __future__ import annotations

from termlint.readers.ooxml.atoms import Atom, Lock, Mark, Paragraph
from termlint.readers.ooxml.drawn import drawn_paragraphs
from termlint.readers.ooxml.package import Package, Relation
from termlint.readers.ooxml.styles import Role, Styles
from termlint.readers.ooxml.walk import walk

__all__ = [
    "Atom",
    "Lock",
    "Mark",
    "Package",
    "Paragraph",
    "Relation",
    "Role",
    "Styles",
    "drawn_paragraphs",
    "walk",
]
