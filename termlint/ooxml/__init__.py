"""Office Open XML: the package, and the one walk through Word XML that reader and writers share."""

from __future__ import annotations

from termlint.ooxml.atoms import Atom, Lock, Mark, Paragraph
from termlint.ooxml.drawn import drawn_paragraphs
from termlint.ooxml.package import Package, Relation
from termlint.ooxml.styles import Role, Styles
from termlint.ooxml.walk import walk

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
