"""What travels through termlint: documents, findings and results, as frozen values.

Offsets are code points. `Block.text` is the raw text of a block; every offset called `block_*`, and
those of an `Edit`, count in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

Severity = Literal["error", "warning", "info"]
FindingStatus = Literal["new", "known", "exempt"]
DocumentStatus = Literal["checked", "partial", "failed", "skipped"]
Safety = Literal["safe", "choice", "advice"]
Language = Literal["nl", "en"]
Part = Literal[
    "body",
    "heading",
    "list",
    "title",
    "table",
    "header",
    "footer",
    "footnote",
    "endnote",
    "textbox",
    "comment",
    "caption",
    "alt-text",
    "chart",
    "code",
]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


# --- where text came from -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TextOrigin:
    """A place in a text file: `offset` into the decoded text after a BOM (CR LF counts two)."""

    offset: int


@dataclass(frozen=True, slots=True)
class RunOrigin:
    """A place in a Word package: text atom number `atom` of the walk over part `part`, from `offset` in it.

    The numbering is that of `ooxml.walk`, which readers and writers share, so that a finding's run
    is the writer's run.
    """

    part: str
    atom: int
    offset: int


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page as displayed (CropBox, rotation applied), in points from its top left."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageOrigin:
    """A stretch of one printed line: `page` and `line` (in its column) count from 1.

    `boxes` holds one box for each character of the piece (any sequence: a page of tuples weighs too much).
    """

    page: int
    line: int
    boxes: Sequence[Box]


Origin = TextOrigin | RunOrigin | PageOrigin


@dataclass(frozen=True, slots=True)
class Piece:
    """`Block.text[start:end]` stands at `origin`, character for character.

    Characters of a block that lie in no piece (a line end, a tab made from a Word element) have no
    origin of their own.
    """

    start: int
    end: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; all count from 1, tables over the whole document (in a PDF over the page)."""

    table: int
    row: int
    column: int


# --- documents ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table cell, note…: the stretch of text in which a phrase can stand.

    `text` is raw. A line end inside a paragraph is a line feed, and a hyphen before it is kept as it
    stands: only `termlint.dutch` resolves hyphens. `paragraph` counts from 1 over the document (None
    for PDF); `page` is physical, from 1; `pages` lists every page on which the same running head
    stands, or a heading and the contents list that repeats it. `heading` is the nearest heading above.
    `author` is that of a comment or tracked insertion.
    """

    index: int
    text: str
    part: Part
    pieces: tuple[Piece, ...] = ()
    paragraph: int | None = None
    heading: str | None = None
    page: int | None = None
    pages: tuple[int, ...] = ()
    cell: Cell | None = None
    author: str | None = None
    suppressions: tuple[Suppression, ...] = ()
    commented: tuple[OwnComment, ...] = ()


@dataclass(frozen=True, slots=True)
class Suppression:
    """A stretch of a block that its author exempted in the document itself, with a reason.

    `rule` None means every rule.
    """

    start: int
    end: int
    rule: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class OwnComment:
    """A stretch of a block on which an earlier `fix` commented; `ident` as of `fingerprint.comment_id`."""

    start: int
    end: int
    ident: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment addressed to termlint ("termlint: …"), as it stands, with what its place is about.

    `covers` are the stretches that it stands on, in or before: block, start and end. `block` and `offset`
    say from where it speaks of all that follows. `line` (text) or `paragraph` (Word) is where it stands.
    """

    text: str
    covers: tuple[tuple[int, int, int], ...] = ()
    block: int = 0
    offset: int = 0
    line: int | None = None
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user must know of a document that is not a finding; `code` as in `messages`."""

    code: str
    params: dict[str, object] = field(default_factory=dict)
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader makes of a document's bytes.

    `blocks` are in reading order. `text` is all text of the document in any order, for questions
    about the document as a whole (word count, context words); it is there also for pages that were
    not laid out. `source` is the decoded text of a text format, in which `TextOrigin` counts.
    `page_labels` are the printed page numbers where a PDF names them (else empty). `marked` names the
    findings that an earlier `fix` marked beside their words: by fingerprint, or by `fingerprint.comment_id`.
    `comments` are those addressed to termlint, in the order of the blocks.
    """

    format: str
    blocks: tuple[Block, ...]
    text: str
    words: int
    status: Literal["checked", "partial"] = "checked"
    pages: int | None = None
    notices: tuple[Notice, ...] = ()
    source: str | None = None
    page_labels: tuple[str, ...] = ()
    marked: frozenset[str] = frozenset()
    comments: tuple[Comment, ...] = ()


# --- findings -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `Block.text[start:end]` by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to write instead. `text` replaces the finding's words; `edits` say it on the block.

    Edits may reach beyond the finding (an article, a verb). Advice has no edits.
    """

    text: str
    safety: Safety
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Location:
    """Where a finding stands; the JSON contract names every field."""

    part: Part
    block: int
    block_start: int
    block_end: int
    page: int | None = None
    pages: tuple[int, ...] = ()
    page_label: str | None = None
    paragraph: int | None = None
    heading: str | None = None
    cell: Cell | None = None
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    start: int | None = None
    end: int | None = None
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """The sentence around a finding, cut off to a readable length; white space folded."""

    before: str
    match: str
    after: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One use (or mention) of a term, complete when made.

    `message` and `reason` are in the language of the run; `reason` says why the outcome is softer
    than the rule's own (None: it is not). `neighbours` are `fingerprint.neighbour` marks of the
    sentences before and after its own: they tell copies of one sentence apart.
    """

    path: str
    rule: str
    pack: str
    severity: Severity
    rule_severity: Severity
    status: FindingStatus
    message: str
    text: str
    location: Location
    context: Context
    suggestions: tuple[Suggestion, ...]
    fingerprint: str
    reason: str | None = None
    neighbours: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """One document of a run: what could be read of it, and what was found in it.

    `path` is as the user gave it, with forward slashes. `format` is None when it was never read.
    `positive` counts the words we like to see (see `termlint.dutch.positive`), by name.
    """

    path: str
    format: str | None
    status: DocumentStatus
    sha256: str | None = None
    pages: int | None = None
    words: int | None = None
    notices: tuple[Notice, ...] = ()
    findings: tuple[Finding, ...] = ()
    positive: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """A whole run. `documents` are in the order of discovery; `fixed` is what a comparison found gone."""

    version: str
    started: str
    ruleset: str
    settings: str
    documents: tuple[DocumentResult, ...]
    fixed: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, document by document."""
        return tuple(f for d in self.documents for f in d.findings)
