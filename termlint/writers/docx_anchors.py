"""Where in the running text a comment can stand.

Word ignores comments in headers, footers, notes and text boxes, and LibreOffice cannot load such a
file: a comment on words there stands at what leads to them from the running text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from termlint.readers.ooxml.names import clark, r_attribute, w_attribute, w_child

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from termlint.readers.ooxml import Paragraph
    from termlint.readers.ooxml.stories import Story
    from termlint.writers.docx_package import EditablePackage, ParagraphSpan

_PARAGRAPH = frozenset(clark("w:p"))
_RUN = frozenset(clark("w:r"))
_OPEN = frozenset(
    clark("w:hyperlink", "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:fldSimple", "w:dir", "w:bdo")
)
"""What a comment's range may begin or end inside of, apart from content controls."""
_CONTENT = frozenset(clark("w:sdtContent"))
_REFILLED = frozenset(
    clark(
        "w:dataBinding", "w15:dataBinding", "w:comboBox", "w:dropDownList", "w:date", "w:picture",
        "w:citation", "w:bibliography", "w:equation", "w:lock",
    )
)  # fmt: skip
"""Kinds of content control that Word fills anew, marks and all, or guards."""
_PROPERTIES = frozenset(clark("w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr"))
_NOTES = frozenset({"footnote", "endnote"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place for a comment: from `first` to `last`, or the whole `paragraph` when these are None.

    `in_field` says that it ends in the result of a complex field that Word computes.
    """

    paragraph: _Element
    first: _Element | None = None
    last: _Element | None = None
    in_field: bool = False


def anchor_of(source: EditablePackage, span: ParagraphSpan) -> Anchor | None:
    """The place for a comment on the words of a span; cuts runs to stand on exactly these."""
    if is_in_running_text(span):
        return _words(span)
    return elsewhere(source, span.story, span.editable.paragraph)


def is_in_running_text(span: ParagraphSpan) -> bool:
    """Whether a comment can stand on these very words; an empty span is a drawing's place."""
    paragraph = span.editable.paragraph
    if span.start == span.end:
        return False
    return span.story.kind == "body" and paragraph.anchor is None and paragraph.element.tag in _PARAGRAPH


def elsewhere(source: EditablePackage, story: Story, paragraph: Paragraph) -> Anchor | None:
    """The place in the running text that leads to a paragraph outside it."""
    if story.kind == "body":
        hangs_from = paragraph.anchor if paragraph.anchor is not None else _paragraph_near(paragraph.element)
        return _first_paragraph(source) if hangs_from is None else _whole(source, hangs_from)
    if story.kind in ("header", "footer"):
        return _section_start(source, story)
    kind = story.kind if story.kind in _NOTES else "reference"
    return _reference(source, kind, paragraph.owner)


def _words(span: ParagraphSpan) -> Anchor | None:
    atoms = span.editable.between(span.start, span.end)
    first, last = atoms[0].run, atoms[-1].run
    if first is None or last is None:
        return Anchor(span.editable.paragraph.element, in_field=span.editable.paragraph.in_field)
    before, after = _edge(first, forward=False), _edge(last, forward=True)
    if before is None or after is None:
        return None
    return Anchor(span.editable.paragraph.element, before, after, atoms[-1].in_field)


def _edge(run: _Element, *, forward: bool) -> _Element | None:
    """The outermost element that begins (or ends) with this run, where a range mark can stand beside it.

    None when it stands in no paragraph.
    """
    node = run
    while (parent := node.getparent()) is not None:
        if parent.tag in _PARAGRAPH:
            return node
        stays = parent.tag in _OPEN or (parent.tag in _CONTENT and not _is_refilled(parent))
        if stays and _has_sibling(node, forward=forward):
            return node
        node = parent
    return None


def _is_refilled(content: _Element) -> bool:
    control = content.getparent()
    properties = w_child(control, "sdtPr") if control is not None else None
    return properties is not None and any(child.tag in _REFILLED for child in properties)


def _has_sibling(node: _Element, *, forward: bool) -> bool:
    return any(each.tag not in _PROPERTIES for each in node.itersiblings(preceding=not forward))


def _reference(source: EditablePackage, kind: str, ident: str | None) -> Anchor | None:
    """The call of a note, or the place where another comment stands."""
    call = source.calls.get((kind, ident or ""))
    if call is None:
        return _first_paragraph(source)
    paragraph, mark = call
    run = mark.element.getparent()
    if paragraph.anchor is not None:  # called from a text box
        return _whole(source, paragraph.anchor)
    if run is None or run.tag not in _RUN:
        return _whole(source, paragraph.element)
    return Anchor(paragraph.element, _edge(run, forward=False), _edge(run, forward=True))


def _paragraph_near(element: _Element) -> _Element | None:
    """The paragraph itself; of what describes a table, the first paragraph in that table."""
    if element.tag in _PARAGRAPH:
        return element
    table = next(element.iterancestors(*clark("w:tbl")), None)
    return None if table is None else next(table.iter(*_PARAGRAPH), None)


def _first_paragraph(source: EditablePackage) -> Anchor | None:
    first = next(_main_paragraphs(source), None)
    return None if first is None else Anchor(first.element, in_field=first.in_field)


def _whole(source: EditablePackage, paragraph: _Element) -> Anchor:
    known = source.main.get(paragraph)
    return Anchor(paragraph, in_field=known is not None and known.in_field)


def _main_paragraphs(source: EditablePackage) -> Iterator[Paragraph]:
    return (paragraph for element, paragraph in source.main.items() if element.tag in _PARAGRAPH)


def _section_start(source: EditablePackage, story: Story) -> Anchor | None:
    """The first paragraph of the first section that shows this header or footer."""
    idents = {r.ident for r in source.package.relations(source.package.main) if r.target == story.part}
    start: _Element | None = None
    for paragraph in _main_paragraphs(source):
        start = paragraph.element if start is None else start
        section = w_child(paragraph.element, "pPr", "sectPr")
        if section is not None:
            if _shows(section, idents):
                return _whole(source, start)
            start = None
    body = w_child(source.body.root, "body")
    last = w_child(body, "sectPr") if body is not None else None
    if start is not None and last is not None and _shows(last, idents):
        return _whole(source, start)
    return _first_paragraph(source)


def _shows(section: _Element, idents: set[str]) -> bool:
    return any(r_attribute(each, "id") in idents for each in section)


def comments_at(paragraph: _Element) -> set[str]:
    """The ids of the comments that begin in a paragraph."""
    found = (w_attribute(each, "id") for each in paragraph.iter(*clark("w:commentRangeStart")))
    return {ident for ident in found if ident is not None}
