"""A Word file opened for writing: where each word of a block stands in its XML."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from termlint.model import Piece, RunOrigin
from termlint.readers.ooxml import Package, Styles, walk
from termlint.readers.ooxml.editable import EditableParagraph
from termlint.readers.ooxml.names import clark
from termlint.readers.ooxml.stories import stories

if TYPE_CHECKING:
    from lxml.etree import _Element

    from termlint.model import Block
    from termlint.readers.ooxml import Atom, InlineMark, Paragraph
    from termlint.readers.ooxml.stories import Story

_DRAWN = {"chart": "chart", "diagram": "diagramData"}
_REPEATED = frozenset({"header", "footer"})
_TRACKED = clark(
    "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange", "w:pPrChange", "w:sectPrChange",
    "w:tblPrChange", "w:trPrChange", "w:tcPrChange", "w:numberingChange", "w:cellIns", "w:cellDel",
    "w:cellMerge",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an atom stands: its story, its line, and the offset in that line at which it begins."""

    story: Story
    editable: EditableParagraph
    start: int


@dataclass(frozen=True, slots=True)
class ParagraphSpan:
    """Words in a line, `[start, end)` in its offsets."""

    story: Story
    editable: EditableParagraph
    start: int
    end: int


class EditablePackage:
    """The stories of a package, to be marked in place; `touched` names the parts that were.

    `main` holds the paragraphs of the running text itself by their elements, `calls` the first mark of
    each kind and id with its paragraph.
    """

    def __init__(self, data: bytes) -> None:
        self.package = Package(data, sys.maxsize)  # the reader has held it to its limits
        names = self.package.related(self.package.main, "styles")
        self.styles = Styles(self.package.xml(names[0]) if names else None)
        self.stories = stories(self.package)
        self.body = self.stories[0]
        self.touched: set[str] = set()
        self.paragraphs = {story.part: list(walk(story.root, self.styles.hidden())) for story in self.stories}
        self.main = {each.element: each for each in self.paragraphs[self.body.part] if each.anchor is None}
        self.calls: dict[tuple[str, str], tuple[Paragraph, InlineMark]] = {
            (mark.kind, mark.ident): (paragraph, mark)
            for paragraph in reversed(self.paragraphs[self.body.part])
            for mark in reversed(paragraph.marks)
        }
        self._spots: dict[tuple[str, int], Spot] = {}
        self._heads: dict[tuple[str, str], list[tuple[Piece, ...]]] = {}
        for story in self.stories:
            for paragraph in self.paragraphs[story.part]:
                self._index(story, EditableParagraph(paragraph))

    def _index(self, story: Story, editable: EditableParagraph) -> None:
        for atom, start in zip(editable.atoms, editable.starts, strict=True):
            self._spots[story.part, atom.number] = Spot(story, editable, start)
        if story.kind in _REPEATED:
            shown = [atom for atom in editable.atoms if not atom.hidden]
            for atoms in [shown] if len(shown) == len(editable.atoms) else [shown, editable.atoms]:
                text, pieces = _pieces(story.part, atoms)
                self._heads.setdefault((story.kind, text), []).append(pieces)

    def spans(self, block: Block, start: int, end: int) -> list[ParagraphSpan]:
        """Where `block.text[start:end]` stands: more than one span when hidden text lies between."""
        found: list[ParagraphSpan] = []
        for piece in block.pieces:
            spot = self._spot(piece)
            if (
                spot is None
                or not isinstance(piece.origin, RunOrigin)
                or piece.end <= start
                or end <= piece.start
            ):
                continue
            base = spot.start + piece.origin.offset - piece.start
            first, last = base + max(start, piece.start), base + min(end, piece.end)
            if found and found[-1].editable is spot.editable and found[-1].end == first:
                found[-1] = replace(found[-1], end=last)
            else:
                found.append(ParagraphSpan(spot.story, spot.editable, first, last))
        return found

    def _spot(self, piece: Piece) -> Spot | None:
        origin = piece.origin
        return self._spots.get((origin.part, origin.atom)) if isinstance(origin, RunOrigin) else None

    def copies(self, block: Block) -> list[Block]:
        """The block, and for a running head the same words in the parts of other sections."""
        same = self._heads.get((block.part, block.text), [])
        own = block.pieces[:1]
        return [block, *(replace(block, pieces=pieces) for pieces in same if pieces[:1] != own)]

    def home(self, part: str) -> ParagraphSpan | None:
        """The empty span in the story where the chart or diagram of a part is drawn."""
        for story in self.stories:
            targets = {r.ident: r.target for r in self.package.relations(story.part)}
            for paragraph in self.paragraphs[story.part]:
                for mark in paragraph.marks:
                    target = targets.get(mark.ident) if mark.kind in _DRAWN else None
                    if target and part in (target, *self.package.related(target, "chartUserShapes")):
                        return ParagraphSpan(story, EditableParagraph(paragraph), 0, 0)
        return None

    def next_change(self) -> int:
        """An id above those of all tracked changes in the package."""
        ids = (_id(element) for story in self.stories for element in story.root.iter(*_TRACKED))
        return max(ids, default=0) + 1


def _id(element: _Element) -> int:
    value = next((value for name, value in element.attrib.items() if str(name).endswith("}id")), "0")
    digits = str(value).lstrip("-")
    return int(digits) if digits.isascii() and digits.isdigit() else 0


def _pieces(part: str, atoms: list[Atom]) -> tuple[str, tuple[Piece, ...]]:
    pieces: list[Piece] = []
    start = 0
    for atom in atoms:
        end = start + len(atom.text)
        pieces.append(Piece(start, end, RunOrigin(part, atom.number, 0)))
        start = end
    return "".join(atom.text for atom in atoms), tuple(pieces)
