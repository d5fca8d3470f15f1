"""The one walk through Word XML. Reader and writers share it, so that a finding's run is the writer's run.

It sees the accepted text: tracked insertions and moves-to, never deletions and moves-from; results of
fields, never instructions; one branch of alternate content. A tab is "\\t"; a line, page or column break
is "\\n", which the reading view takes for the space it looks like, so that a phrase across it matches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from termlint.readers.ooxml.atoms import MarkKind, Paragraph, WalkContext
from termlint.readers.ooxml.names import NOT_TEXT, clark, r_attribute, w_attribute
from termlint.readers.ooxml.symbols import FIXED
from termlint.readers.ooxml.walker import TEXT, Handler, Walker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

_BODY = frozenset(clark("w:body"))


def walk(
    root: _Element, hidden_styles: frozenset[str] = frozenset(), *, spent: bool = False
) -> Iterator[Paragraph]:
    """The paragraphs of a part in document order; a text box follows the paragraph it hangs from.

    `hidden_styles` are the ids of styles that hide text; they mark atoms, and change nothing else.
    Tables count from 1 over the part. With `spent`, XML that was walked is thrown away as soon as its
    paragraphs were used: a tree takes ten times the memory of its text.
    """
    walker = Walker(root, hidden_styles, _HANDLERS)
    walked: list[_Element] = []
    for unit in _units(root):
        walker.enter(unit, WalkContext())
        walked.append(unit)
        if not walker.is_joining:
            yield from walker.taken()
            if spent:
                for each in walked:
                    each.clear()
            walked.clear()
    yield from walker.taken()


def _units(root: _Element) -> Iterator[_Element]:
    """The paragraphs, tables and controls that follow each other in a part."""
    for child in root:
        yield from child if child.tag in _BODY else (child,)


def _marker(kind: MarkKind, attribute: Callable[[_Element, str], str | None], name: str) -> Handler:
    def handle(walker: Walker, element: _Element, _context: WalkContext) -> None:
        walker.mark(kind, attribute(element, name) or "", element)

    return handle


def _table() -> dict[object, Handler]:
    """Every element that means something to the walk; in any other it looks for these."""
    handlers: dict[tuple[str, ...], Handler] = {
        NOT_TEXT: Walker.skip,
        clark("w:p"): Walker.paragraph,
        clark("w:r", "m:r"): Walker.run,
        (*TEXT, *FIXED): Walker.stray,
        clark("w:sym"): Walker.symbol,
        clark("m:t"): Walker.math_text,
        clark("w:ruby"): Walker.ruby,
        clark("w:rt"): Walker.ruby_text,
        clark("w:fldChar"): Walker.field_char,
        clark("w:instrText"): Walker.instruction,
        clark("w:fldSimple"): Walker.simple_field,
        clark("w:ins"): Walker.inserted,
        clark("w:moveTo"): Walker.moved_here,
        clark("w:sdt"): Walker.control,
        clark("mc:AlternateContent"): Walker.alternate,
        clark("w:tbl"): Walker.table,
        clark("w:tblPr"): Walker.table_properties,
        clark("w:tr"): Walker.row,
        clark("w:tc"): Walker.cell,
        clark("w:footnote", "w:endnote", "w:comment"): Walker.note,
        clark("w:txbxContent"): Walker.box,
        clark("w:drawing", "w:pict", "w:object"): Walker.drawing,
        clark("wp:docPr", "pic:cNvPr", "wps:cNvPr", "v:textpath"): Walker.shape,
        clark("v:shape", "v:rect", "v:oval", "v:roundrect", "v:group", "v:line"): Walker.shape,
        clark("a:p"): Walker.drawn_paragraph,
        clark("a:t", "a:br"): Walker.drawn_text,
        clark("w:commentRangeStart"): _marker("start", w_attribute, "id"),
        clark("w:commentRangeEnd"): _marker("end", w_attribute, "id"),
        clark("w:commentReference"): _marker("reference", w_attribute, "id"),
        clark("w:footnoteReference"): _marker("footnote", w_attribute, "id"),
        clark("w:endnoteReference"): _marker("endnote", w_attribute, "id"),
        clark("c:chart", "cx:chart"): _marker("chart", r_attribute, "id"),
        clark("dgm:relIds"): _marker("diagram", r_attribute, "dm"),
    }
    return {tag: handler for tags, handler in handlers.items() for tag in tags}


_HANDLERS = _table()
