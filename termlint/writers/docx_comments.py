"""Comments in a Word document: what they say, where they stand, and which are already there."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from lxml import etree

from termlint.matching.fingerprint import comment_id
from termlint.messages import say
from termlint.readers.ooxml.names import XML_SPACE, clark, w_attribute
from termlint.readers.own_comments import OWN_NAME, own_comments, signature
from termlint.writers.comment_text import comment_text
from termlint.writers.docx_references import put_reference
from termlint.writers.docx_revisions import printable, stamp

if TYPE_CHECKING:
    from lxml.etree import _Element

    from termlint.model import Finding
    from termlint.writers.base import WriteOptions
    from termlint.writers.docx_anchors import Anchor
    from termlint.writers.docx_package import EditablePackage

_COMMENT = clark("w:comment")
_PARAGRAPH_PROPERTIES = frozenset(clark("w:pPr"))
_OTHER_PLACES = frozenset(
    {"header", "footer", "footnote", "endnote", "textbox", "comment", "alt-text", "chart"}
)


class Comments:
    """The comments of a package: ours that are there already, and new ones."""

    def __init__(self, source: EditablePackage, options: WriteOptions) -> None:
        self._source = source
        self._options = options
        story = next((story for story in source.stories if story.kind == "comment"), None)
        self.part = story.part if story else _free_name(source)
        self.is_new = story is None
        self._namespace = str(source.body.root.tag).rpartition("}")[0] + "}"
        self.root = story.root if story else self._empty()
        self._own = own_comments(source.stories)
        self._next = 1 + max((_number(each) for each in self.root.iter(*_COMMENT)), default=-1)
        self._text_style = source.styles.named("annotation text")
        self._mark_style = source.styles.named("annotation reference")

    def is_present(self, finding: Finding, where: str | None, candidates: set[str]) -> bool:
        """Whether one of these comments is ours on this finding; each answers for one finding only."""
        for ident in sorted(candidates & self._own.keys()):
            if self._own[ident] == _id(finding, where):
                del self._own[ident]
                return True
        return False

    def add(self, finding: Finding, where: str | None, anchor: Anchor) -> None:
        """Write a comment on a finding and set it at its anchor."""
        ident = str(self._next)
        self._next += 1
        comment = self._new(
            self.root,
            "comment",
            id=ident,
            author=printable(self._options.author),
            date=stamp(self._options.date),
            initials=OWN_NAME,
        )
        closing = signature(_id(finding, where))
        for number, text in enumerate(comment_text(finding, self._options, place=where, signature=closing)):
            self._paragraph(comment, text, first=number == 0)
        self._set(ident, anchor)
        self._source.touched.update((self.part, self._source.body.part))

    # --- XML ---

    def _empty(self) -> _Element:
        return etree.Element(self._namespace + "comments", nsmap={"w": self._namespace[1:-1]})

    def _new(self, parent: _Element, name: str, **values: str) -> _Element:
        element = etree.SubElement(parent, self._namespace + name)
        for key, value in values.items():
            element.set(self._namespace + key, value)
        return element

    def _paragraph(self, comment: _Element, text: str, *, first: bool) -> None:
        paragraph = self._new(comment, "p")
        if self._text_style:
            self._new(self._new(paragraph, "pPr"), "pStyle", val=self._text_style)
        if first:
            self._new(self._marked_run(paragraph), "annotationRef")
        words = self._new(self._new(paragraph, "r"), "t")
        words.text = printable(text)
        words.set(XML_SPACE, "preserve")

    def _marked_run(self, parent: _Element) -> _Element:
        run = self._new(parent, "r")
        if self._mark_style:
            self._new(self._new(run, "rPr"), "rStyle", val=self._mark_style)
        return run

    def _set(self, ident: str, anchor: Anchor) -> None:
        """Put the range and the reference of a comment into the running text."""
        paragraph = anchor.paragraph
        start = self._new(paragraph, "commentRangeStart", id=ident)
        end = self._new(paragraph, "commentRangeEnd", id=ident)
        reference = self._marked_run(paragraph)
        self._new(reference, "commentReference", id=ident)
        if anchor.first is not None and anchor.last is not None:
            anchor.first.addprevious(start)
            anchor.last.addnext(end)
        else:
            properties = 1 if len(paragraph) and paragraph[0].tag in _PARAGRAPH_PROPERTIES else 0
            paragraph.insert(properties, start)
        put_reference(reference, end, in_field=anchor.in_field)


def place_of(finding: Finding, options: WriteOptions) -> str:
    """The sentence with which a comment that stands elsewhere says what it is about."""
    part = finding.location.part
    code = f"fix-in-{part}" if part in _OTHER_PLACES else "fix-in-textbox"
    return say(code, options.lang, words=printable(finding.text))


def _id(finding: Finding, where: str | None) -> str:
    """The id of our comment on a finding: with its words when it stands elsewhere."""
    return comment_id(finding.rule, finding.text if where else None)


def _free_name(source: EditablePackage) -> str:
    """A name for the comments part, beside the main part, that nothing has yet."""
    folder = posixpath.dirname(source.package.main)
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in range(1000))
    return next(name for name in names if name.lower() not in source.package.archive.entries)


def _number(comment: _Element) -> int:
    value = (w_attribute(comment, "id") or "").lstrip("-")
    return int(value) if value.isascii() and value.isdigit() else 0
