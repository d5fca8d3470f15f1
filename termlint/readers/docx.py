"""Word documents (.docx, .docm, .dotx, .dotm) to blocks, by our own walk of the package.

Reading order: the running text with text boxes and charts after the paragraph they hang from, then
headers, footers, footnotes, endnotes and comments.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Literal

from termlint.errors import ReadError
from termlint.model import Block, Document, Notice
from termlint.readers.docx_blocks import Blocks
from termlint.readers.docx_comment_ranges import CommentRanges
from termlint.readers.docx_comments import addressed, comment_authors
from termlint.readers.ooxml import Package, Styles, drawn_paragraphs, walk
from termlint.readers.ooxml.names import clark
from termlint.readers.ooxml.stories import stories
from termlint.readers.own_comments import own_comments

if TYPE_CHECKING:
    from termlint.readers.base import Candidate, ReadOptions
    from termlint.readers.ooxml.stories import Story

_FOREIGN = clark("w:altChunk", "w:subDoc")
_DRAWN = {"chart": "chart", "diagram": "diagramData"}


def read(data: bytes, candidate: Candidate, options: ReadOptions) -> Document:
    """What a Word file says; ReadError when it cannot be read at all.

    Every block is read, whatever the prefilter says; only the origins of words are left out of a block in
    which nothing can be found.
    """
    most = int(options.limits.unpacked * 1_000_000)
    try:
        return _DocxReader(Package(data, most), candidate, options).document()
    except RecursionError as error:
        raise ReadError("docx-too-deep") from error


class _DocxReader:
    def __init__(self, package: Package, candidate: Candidate, options: ReadOptions) -> None:
        self._candidate = candidate
        self._package = package
        self._options = options
        self._styles = _styles(package)
        self._stories = stories(package)
        own = own_comments(self._stories)
        self._marked = frozenset(ident for ident in own.values() if "-" in ident)
        self._blocks = Blocks(
            self._styles,
            hidden_text=options.hidden_text,
            anchors=CommentRanges(addressed(self._stories), own),
            comments=comment_authors(self._stories),
        )
        self._drawn: set[str] = set()
        self._foreign = 0

    def document(self) -> Document:
        for story in self._stories:
            self._add(story)
        text = self._blocks.text()
        blocks = self._blocks.finished(self._candidate if self._candidate(text) else _nothing)
        return Document(
            format="docx",
            blocks=blocks,
            text=text,
            words=len(text.split()),
            status=self._status(blocks),
            notices=self._notices(blocks),
            marked=self._marked,
            comments=self._blocks.comments(),
        )

    def _add(self, story: Story) -> None:
        relations = {relation.ident: relation for relation in self._package.relations(story.part)}
        self._foreign += sum(1 for _ in story.root.iter(*_FOREIGN))
        self._blocks.start(story)
        paragraphs = walk(story.root, self._styles.hidden(), spent=True)
        for paragraph in self._blocks.in_order(story, paragraphs):
            self._blocks.add(paragraph, story)
            for mark in paragraph.marks:
                if mark.kind in _DRAWN and mark.ident in relations:
                    self._add_drawn(relations[mark.ident].target)

    def _add_drawn(self, part: str) -> None:
        """The text of a chart or diagram, once, and of the shapes drawn on it."""
        root = self._package.xml(part) if part not in self._drawn else None
        self._drawn.add(part)
        if root is None:
            return
        self._blocks.add_drawn(part, drawn_paragraphs(root))
        for shapes in self._package.related(part, "chartUserShapes"):
            self._add_drawn(shapes)

    def _notices(self, blocks: tuple[Block, ...]) -> tuple[Notice, ...]:
        damaged = self._package.damaged.items()
        notices = [Notice(f"docx-part-{flaw}", {"part": part}) for part, flaw in damaged]
        if self._package.archive.lost:
            notices.append(Notice("docx-archive-damaged"))
        if self._foreign:
            notices.append(Notice("docx-embedded-document", {"count": self._foreign}))
        if not blocks:
            pictures = self._has_pictures()
            notices.append(Notice("docx-pictures-only" if pictures else "docx-empty"))
        return tuple(notices)

    def _status(self, blocks: tuple[Block, ...]) -> Literal["checked", "partial"]:
        """Partial when something could not be read, or nothing but pictures was there to read."""
        damaged = bool(self._package.damaged) or self._package.archive.lost
        unread = damaged or self._foreign > 0
        if not blocks and self._has_pictures():
            digest = hashlib.sha256(self._package.data).hexdigest()
            unread = unread or digest not in self._options.accepted_scans
        return "partial" if unread else "checked"

    def _has_pictures(self) -> bool:
        return any(name.startswith("word/media/") for name in self._package.archive.entries)


def _nothing(text: str) -> bool:
    """The prefilter for the blocks of a document in which nothing can be found."""
    return not text


def _styles(package: Package) -> Styles:
    names = package.related(package.main, "styles")
    return Styles(package.xml(names[0]) if names else None)
