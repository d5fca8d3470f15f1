"""The stories of a Word document: its running text, headers, footers, notes and comments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from lxml.etree import _Element

    from termlint.readers.ooxml.package import Package

StoryKind = Literal["body", "header", "footer", "footnote", "endnote", "comment"]
_RELATED: tuple[tuple[str, StoryKind], ...] = (
    ("header", "header"),
    ("footer", "footer"),
    ("footnotes", "footnote"),
    ("endnotes", "endnote"),
    ("comments", "comment"),
)


@dataclass(frozen=True, slots=True)
class Story:
    """One part to walk; `part` is its name in the package."""

    part: str
    kind: StoryKind
    root: _Element


def stories(package: Package) -> list[Story]:
    """All stories, the running text first; a part that several sections share comes once.

    Raises ReadError when the main part cannot be read.
    """
    found = [Story(package.main, "body", package.document())]
    for relation, kind in _RELATED:
        for part in package.related(package.main, relation):
            root = package.xml(part)
            if root is not None:
                found.append(Story(part, kind, root))
    return found
