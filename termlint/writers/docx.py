"""A marked copy of a Word document: tracked changes or comments at the exact words.

Only parts that hold marks are written anew, with the comments part, content types and relationships
where a comments part is new; every other part is copied as it is packed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from termlint.errors import WriteError
from termlint.model import Document, Edit, Finding, Notice, RunOrigin
from termlint.readers.ooxml.editable import is_ours
from termlint.writers.base import FixRecord, WriteOptions, WriteResult
from termlint.writers.docx_anchors import anchor_of, comments_at, elsewhere, is_in_running_text
from termlint.writers.docx_changes import change
from termlint.writers.docx_comments import Comments, place_of
from termlint.writers.docx_copy import PackageCopy, signature_folders
from termlint.writers.docx_fallbacks import FallbackBoxes
from termlint.writers.docx_package import EditablePackage, ParagraphSpan
from termlint.writers.docx_revisions import RevisionBuilder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.model import Block
    from termlint.readers.ooxml import Lock
    from termlint.readers.ooxml.editable import EditableParagraph

_REASONS: dict[Lock, str] = {
    "field": "fix-locked-field",
    "control": "fix-locked-control",
    "move": "fix-locked-move",
    "comment": "fix-locked-comment",
}
_ANYWHERE_ELSE = "fix-locked-place"


@dataclass(frozen=True, slots=True)
class _PlannedChange:
    """Edits of one finding that can be made, each with the spans it covers and the text that comes there."""

    finding: int
    edits: tuple[tuple[tuple[ParagraphSpan, ...], str], ...]


def write(data: bytes, document: Document, findings: Sequence[Finding], options: WriteOptions) -> WriteResult:
    """The copy, and what was done about each finding; `document` is what the reader made of `data`.

    Raises WriteError for a file too damaged to be copied part by part.
    """
    source = EditablePackage(data)
    if source.package.archive.lost or source.package.damaged:
        raise WriteError("fix-docx-damaged")
    return _DocxWriter(source, document, options).written(findings)


class _DocxWriter:
    def __init__(self, source: EditablePackage, document: Document, options: WriteOptions) -> None:
        self._source = source
        self._document = document
        self._options = options
        self._comments = Comments(source, options)
        self._changing: dict[EditableParagraph, list[tuple[int, int]]] = {}
        self._boxes = FallbackBoxes()

    def written(self, findings: Sequence[Finding]) -> WriteResult:
        """First decide, then comment, then change: a comment needs the words where they were."""
        plans = [self._plan(number, finding) for number, finding in enumerate(findings)]
        records = [
            FixRecord(finding, "changed")
            if isinstance(plan, _PlannedChange)
            else self._comment(finding, plan)
            for finding, plan in zip(findings, plans, strict=True)
        ]
        self._change([plan for plan in plans if isinstance(plan, _PlannedChange)])
        signed = bool(signature_folders(self._source.package))
        changed = bool(self._source.touched)
        notices = (Notice("fix-signature-gone"),) if signed and changed else ()
        data = self._copy() if changed else self._source.package.data
        return WriteResult(data, tuple(records), notices, signed)

    # --- deciding ---

    def _plan(self, number: int, finding: Finding) -> _PlannedChange | str | None:
        """The change to make, or the reason why it becomes a comment (None: because comments were asked)."""
        if self._options.mode == "comments":
            return None
        edits = next((s.edits for s in finding.suggestions if s.safety == "safe" and s.edits), ())
        if not edits:
            return "fix-no-safe-suggestion"
        block = self._document.blocks[finding.location.block]
        made: list[tuple[tuple[ParagraphSpan, ...], str]] = []
        for copy in self._source.copies(block):
            placed = [self._place(copy, edit) for edit in edits]
            reason = next((reason for spans, _ in placed if (reason := self._hindrance(spans))), None)
            if reason and copy is block:
                return reason
            if not reason:
                made += placed
        for spans, _ in made:
            self._claim(spans)
        return _PlannedChange(number, tuple(made))

    def _place(self, block: Block, edit: Edit) -> tuple[tuple[ParagraphSpan, ...], str]:
        """The spans that an edit covers and the text to come there; an insertion takes a neighbour along."""
        start, end, text = edit.start, edit.end, edit.text
        if start == end and start > 0:
            start, text = start - 1, block.text[start - 1] + text
        elif start == end:
            end, text = end + 1, text + block.text[:1]
        return tuple(self._source.spans(block, start, end)), text

    def _hindrance(self, spans: Sequence[ParagraphSpan]) -> str | None:
        """Why the words of these spans cannot be changed where they stand."""
        if not spans:
            return _ANYWHERE_ELSE
        for span in spans:
            editable = span.editable
            for atom, start in zip(editable.atoms, editable.starts, strict=True):
                if start < span.end and span.start < start + len(atom.text):
                    if atom.lock:
                        return _REASONS.get(atom.lock, _ANYWHERE_ELSE)
                    if not is_ours(atom):
                        return _ANYWHERE_ELSE
            taken = self._changing.get(editable, ())
            if any(start < span.end and span.start < end for start, end in taken):
                return "fix-overlap"
        return None

    def _claim(self, spans: Sequence[ParagraphSpan]) -> None:
        for span in spans:
            self._changing.setdefault(span.editable, []).append((span.start, span.end))
            self._boxes.watch(span.editable.paragraph.element)

    # --- doing ---

    def _comment(self, finding: Finding, reason: str | None) -> FixRecord:
        span = self._span(finding)
        if span is None:
            return FixRecord(finding, "impossible", "fix-no-place")
        where = None if is_in_running_text(span) else place_of(finding, self._options)
        if self._is_commented(finding, span, where):
            return FixRecord(finding, "present", reason)
        anchor = anchor_of(self._source, span)
        if anchor is None:
            return FixRecord(finding, "impossible", "fix-no-place")
        self._comments.add(finding, where, anchor)
        return FixRecord(finding, "commented", reason)

    def _span(self, finding: Finding) -> ParagraphSpan | None:
        """Where the finding's words stand, from the first to the last."""
        location = finding.location
        block = self._document.blocks[location.block]
        spans = self._source.spans(block, location.block_start, location.block_end)
        if spans:
            return replace(spans[0], end=spans[-1].end)
        parts = [piece.origin.part for piece in block.pieces if isinstance(piece.origin, RunOrigin)]
        return self._source.home(parts[0]) if parts else None

    def _is_commented(self, finding: Finding, span: ParagraphSpan, where: str | None) -> bool:
        if where is None:
            return self._comments.is_present(finding, None, _comments_on(span))
        anchor = elsewhere(self._source, span.story, span.editable.paragraph)
        return anchor is not None and self._comments.is_present(finding, where, comments_at(anchor.paragraph))

    def _change(self, changes: Sequence[_PlannedChange]) -> None:
        tracked = self._options.mode == "tracked"
        first = self._source.next_change() if changes else 0
        revisions = RevisionBuilder(self._options.author, self._options.date, first)
        for spans, text in (edit for each in changes for edit in each.edits):
            self._source.touched.add(spans[0].story.part)
            change(
                spans[0].editable,
                [(span.start, span.end) for span in spans],
                text,
                revisions,
                tracked=tracked,
            )
        self._boxes.mirror()

    def _copy(self) -> bytes:
        copy = PackageCopy(self._source.package)
        touched = self._source.touched
        for story in self._source.stories:
            if story.part in touched:
                copy.put(story.part, story.root)
        if self._comments.is_new and self._comments.part in touched:
            copy.add_comments(self._comments.part, self._comments.root, self._source.body.root)
        copy.drop_signature()
        return copy.data()


def _comments_on(span: ParagraphSpan) -> set[str]:
    """The ids of the comments whose range touches the words of a span."""
    starts: dict[str, int] = {}
    found: set[str] = set()
    for mark in span.editable.paragraph.marks:
        at = span.editable.marks_at[mark.at]
        if mark.kind == "start":
            starts[mark.ident] = at
        elif mark.kind == "end" and starts.get(mark.ident, 0) < span.end and span.start < at:
            found.add(mark.ident)
    return found
