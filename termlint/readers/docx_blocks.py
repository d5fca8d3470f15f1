"""Paragraphs of the Word walk to blocks: part, heading, number, cell, origins, what comments stand on."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from termlint.model import Block, OwnComment, Piece, RunOrigin
from termlint.readers.ooxml.names import clark, w_attribute
from termlint.readers.ooxml.styles import ParagraphRole
from termlint.readers.toc import letters, toc_entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

    from termlint.model import Cell, Comment, Part
    from termlint.readers.base import Candidate
    from termlint.readers.docx_comment_ranges import CommentRange, CommentRanges
    from termlint.readers.ooxml import Atom, Paragraph, Styles
    from termlint.readers.ooxml.stories import Story

_BODY = ParagraphRole("body")
_NOTE_KINDS = frozenset({"footnote", "endnote"})
_REPEATED = frozenset({"header", "footer"})


class _BlockDraft(NamedTuple):
    """A block before it is known whether its words' origins are asked for; `atoms` by number and length."""

    text: str
    part: Part
    story: str
    atoms: tuple[tuple[int, int], ...]
    paragraph: int | None
    heading: str | None
    cell: Cell | None = None
    author: str | None = None
    commented: tuple[CommentRange, ...] = ()
    computed: bool = False

    def block(self, index: int, own: Mapping[str, str], *, traced: bool) -> Block:
        """The block itself; `own` as in `CommentRanges`."""
        pieces = self._pieces() if traced else ()
        commented = tuple(
            OwnComment(start, end, own[ident]) for start, end, ident in self.commented if ident in own
        )
        return Block(
            index, self.text, self.part, pieces, self.paragraph, self.heading,
            cell=self.cell, author=self.author, commented=commented,
        )  # fmt: skip

    def _pieces(self) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        start = 0
        for number, length in self.atoms:
            pieces.append(Piece(start, start + length, RunOrigin(self.story, number, 0)))
            start += length
        return tuple(pieces)


class Blocks:
    """The blocks of a document in the making.

    `comments` maps the comments to read to their authors, `anchors` are the places of those not read.
    """

    def __init__(
        self,
        styles: Styles,
        *,
        hidden_text: bool,
        anchors: CommentRanges,
        comments: Mapping[str, str | None],
    ) -> None:
        self._styles = styles
        self._hidden_text = hidden_text
        self._anchors = anchors
        self._comments = comments
        self._drafts: list[_BlockDraft] = []
        self._number = 0
        self._tables = 0
        self._tables_before = 0
        self._headings: list[tuple[int, str]] = []
        self._headings_at: dict[tuple[str, str], str | None] = {}
        self._running_heads: set[tuple[str, str]] = set()
        self._references: dict[str, frozenset[str]] = {}
        self._kept: list[int] = []

    def text(self) -> str:
        """The text of all blocks added."""
        return "\n".join([draft.text for draft in self._drafts])

    def finished(self, candidate: Candidate) -> tuple[Block, ...]:
        """All blocks added, in order; those that may hold a finding with the origins of their words.

        Entries that Word makes of headings are left out: it makes them anew. A block's index is its place.
        """
        titles = {letters(draft.text) for draft in self._drafts if draft.part == "heading"}
        self._kept = [
            number
            for number, draft in enumerate(self._drafts)
            if not (draft.computed and _repeats(draft.text, titles))
        ]
        kept, own = [self._drafts[number] for number in self._kept], self._anchors.own
        return tuple(
            draft.block(index, own, traced=candidate(draft.text)) for index, draft in enumerate(kept)
        )

    def comments(self) -> tuple[Comment, ...]:
        """The comments addressed to termlint; asked once the blocks are finished."""
        return self._anchors.comments(self._kept, [self._drafts[number].commented for number in self._kept])

    def start(self, story: Story) -> None:
        """A new story: its tables are counted on from those before, and no range reaches into it."""
        self._tables_before = self._tables
        self._anchors.start_story()
        if story.kind == "body":
            self._references = {kind: _references(story.root, kind) for kind in _NOTE_KINDS}
        else:
            self._headings.clear()

    def in_order(self, story: Story, paragraphs: Iterable[Paragraph]) -> Iterable[Paragraph]:
        """A story's paragraphs; notes by where they are called, without those whose call was deleted."""
        if story.kind == "comment":
            return (paragraph for paragraph in paragraphs if paragraph.owner in self._comments)
        if story.kind not in _NOTE_KINDS:
            return paragraphs
        called = {ident: at for at, (kind, ident) in enumerate(self._headings_at) if kind == story.kind}
        uncalled = self._references.get(story.kind, frozenset()) - called.keys()
        kept = [paragraph for paragraph in paragraphs if paragraph.owner not in uncalled]
        return sorted(kept, key=lambda each: called.get(each.owner or "", len(called)))

    def add(self, paragraph: Paragraph, story: Story) -> None:
        """Add a paragraph, if it holds any text to read."""
        atoms = self._shown(paragraph)
        text = "".join([atom.text for atom in atoms])
        if text and not text.isspace() and not self._is_repeated(story, text):
            self._append(paragraph, story, text, atoms)
        elif self._anchors:
            self._commented(paragraph, 0)  # a range may begin here
        if paragraph.marks:
            self._remember_marks(paragraph)

    def _append(self, paragraph: Paragraph, story: Story, text: str, atoms: list[Atom]) -> None:
        if paragraph.kind != "alt-text":
            self._number += 1
        role = self._styles.role(paragraph.element) if paragraph.kind == "text" else _BODY
        heading = self._heading(paragraph, story, role)
        if role.name == "heading" and story.kind == "body":
            self._headings = [*(h for h in self._headings if h[0] < role.level), (role.level, _line(text))]
        draft = _BlockDraft(
            text,
            _part(paragraph, story, role),
            story.part,
            tuple([(atom.number, len(atom.text)) for atom in atoms]),
            self._number or None,
            heading,
            self._cell(paragraph),
            self._author(paragraph, story),
            self._commented(paragraph, len(text)) if self._anchors else (),
            all(atom.in_field for atom in atoms),
        )
        self._drafts.append(draft)

    def add_drawn(self, part: str, paragraphs: Iterable[Paragraph]) -> None:
        """Add the text of a chart or diagram, which stands with the paragraph just added."""
        heading = self._headings[-1][1] if self._headings else None
        for paragraph in paragraphs:
            atoms = tuple((atom.number, len(atom.text)) for atom in paragraph.atoms)
            draft = _BlockDraft(paragraph.text(), "chart", part, atoms, self._number or None, heading)
            self._drafts.append(draft)

    def _shown(self, paragraph: Paragraph) -> list[Atom]:
        return [atom for atom in paragraph.atoms if self._hidden_text or not atom.hidden]

    def _is_repeated(self, story: Story, text: str) -> bool:
        """Sections repeat their running heads in parts of their own: a reader sees one."""
        if story.kind not in _REPEATED:
            return False
        seen = (story.kind, text) in self._running_heads
        self._running_heads.add((story.kind, text))
        return seen

    # --- where it stands ---

    def _heading(self, paragraph: Paragraph, story: Story, role: ParagraphRole) -> str | None:
        if story.kind in _NOTE_KINDS or story.kind == "comment":
            return self._headings_at.get((story.kind, paragraph.owner or ""))
        above = self._headings
        if role.name == "heading":
            above = [heading for heading in above if heading[0] < role.level]
        return above[-1][1] if above else None

    def _cell(self, paragraph: Paragraph) -> Cell | None:
        """The cell, its table counted over the whole document."""
        cell = paragraph.cell
        if cell is None:
            return None
        table = self._tables_before + cell.table
        self._tables = max(self._tables, table)
        return replace(cell, table=table)

    def _author(self, paragraph: Paragraph, story: Story) -> str | None:
        if story.kind == "comment":
            return self._comments.get(paragraph.owner or "")
        authors = [atom.author for atom in paragraph.atoms if atom.author]
        return authors[0] if authors else None

    def _remember_marks(self, paragraph: Paragraph) -> None:
        """Notes and comments belong under the heading where they are called."""
        heading = self._headings[-1][1] if self._headings else None
        for mark in paragraph.marks:
            kind = "comment" if mark.kind in ("start", "reference") else mark.kind
            self._headings_at.setdefault((kind, mark.ident), heading)

    # --- what comments stand on ---

    def _commented(self, paragraph: Paragraph, length: int) -> tuple[CommentRange, ...]:
        number = self._number or None
        return self._anchors.stretches(paragraph, self._offsets(paragraph), length, len(self._drafts), number)

    def _offsets(self, paragraph: Paragraph) -> list[int]:
        """The offset in the shown text at which each atom begins, and that of the end."""
        lengths = (0 if atom.hidden and not self._hidden_text else len(atom.text) for atom in paragraph.atoms)
        return [0, *accumulate(lengths)]


def _part(paragraph: Paragraph, story: Story, role: ParagraphRole) -> Part:
    if paragraph.kind == "alt-text":
        return "alt-text"
    if story.kind != "body":
        return story.kind
    if paragraph.kind in ("textbox", "drawing"):
        return "textbox"
    if role.name in ("heading", "title", "caption", "code"):
        return role.name
    return "table" if paragraph.cell else role.name


def _repeats(text: str, titles: set[str]) -> bool:
    """Whether a text reads as an entry of a contents list for one of these headings."""
    found = toc_entry(text)
    return found is not None and found.title in titles


def _line(text: str) -> str:
    """A heading as it is quoted: on one line."""
    return " ".join(text.split())


def _references(root: _Element, kind: str) -> frozenset[str]:
    """The ids of the notes of a kind that the running text calls, tracked deletions too."""
    found = (w_attribute(element, "id") for element in root.iter(*clark(f"w:{kind}Reference")))
    return frozenset(ident for ident in found if ident is not None)
