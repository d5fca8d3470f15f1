"""What the walk through Word XML yields: paragraphs of text atoms, with marks between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

    from termlint.model import Cell

Lock = Literal["field", "control", "math", "ruby", "move", "drawing", "attribute", "comment", "stray"]
"""Why words may not be changed where they stand, only commented on.

field: Word computes them; control: a content control that is plain text, a block, locked or bound to
data; math, ruby, drawing, attribute (alt text): no place for tracked changes; move: inside a tracked
move; comment: Word tracks no changes there; stray: text outside any run.
"""

Kind = Literal["text", "textbox", "alt-text", "ruby", "drawing"]
MarkKind = Literal["start", "end", "reference", "footnote", "endnote", "chart", "diagram"]


class WalkContext(NamedTuple):
    """What holds for everything inside an element on the way down."""

    kind: Kind = "text"
    owner: str | None = None
    cell: Cell | None = None
    author: str | None = None
    lock: Lock | None = None
    anchor: _Element | None = None


@dataclass(slots=True, eq=False)
class Atom:
    """A smallest piece of text: one `w:t`, tab, break, hyphen, symbol or attribute.

    `number` counts from 0 over the part and is the same in every walk over the same XML. `text` is what
    a reader sees: it may be shorter than its element's, as Word trims `w:t` without
    `xml:space="preserve"`. `run` is the `w:r` that holds `element` (None in drawings and attributes).
    `author` is that of the tracked insertion it stands in; `in_field` says whether it stands in the
    result of a complex field that Word computes.
    """

    number: int
    text: str
    element: _Element
    run: _Element | None
    author: str | None
    lock: Lock | None
    hidden: bool
    in_field: bool = False
    attribute: str | None = None


class InlineMark(NamedTuple):
    """Something that stands between atoms: `at` is the number of atoms of its paragraph before it.

    `ident` is the comment's or note's id, or the relationship id of a chart or diagram.
    """

    kind: MarkKind
    ident: str
    at: int
    element: _Element


@dataclass(slots=True, eq=False)
class Paragraph:
    """A paragraph of the accepted text, wherever it stands.

    `owner` is the id of the note or comment it belongs to; `anchor` the paragraph of the running text
    from which a text box or picture hangs (else None). Paragraphs joined by a tracked deletion of the
    mark between them are one; `element` is then the first. `in_field` says that it ends in the result
    of a complex field that Word computes.
    """

    element: _Element
    kind: Kind
    owner: str | None
    cell: Cell | None
    anchor: _Element | None
    atoms: list[Atom] = field(default_factory=list)
    marks: list[InlineMark] = field(default_factory=list)
    in_field: bool = False

    def text(self) -> str:
        """All text, hidden text too."""
        return "".join(atom.text for atom in self.atoms)
