"""The one walk through Word XML. Reader and writers share it, so that a finding's run is the writer's run.

It sees the accepted text: tracked insertions and moves-to, never deletions and moves-from; results of
fields, never instructions; one branch of alternate content. A tab is "\\t"; a line, page or column break
is "\\n", which the reading view takes for the space it looks like, so that a phrase across it matches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from termlint.model import Cell
from termlint.readers.ooxml.atoms import Atom, Context, Kind, Lock, Mark, MarkKind, Paragraph
from termlint.readers.ooxml.controls import is_closed_control
from termlint.readers.ooxml.fields import Fields, is_computed
from termlint.readers.ooxml.names import NOT_TEXT, clark, r_attribute, w_attribute, w_child
from termlint.readers.ooxml.survey import Survey
from termlint.readers.ooxml.symbols import FIXED, shown_text, symbol

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT, _BODY = frozenset(clark("w:t")), frozenset(clark("w:body"))
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_COMMENT, _DRAWN_BREAK = frozenset(clark("w:comment")), frozenset(clark("a:br"))

Handler = Callable[["_Walk", "_Element", Context], None]


def walk(
    root: _Element, hidden_styles: frozenset[str] = frozenset(), *, spent: bool = False
) -> Iterator[Paragraph]:
    """The paragraphs of a part in document order; a text box follows the paragraph it hangs from.

    `hidden_styles` are the ids of styles that hide text; they mark atoms, and change nothing else.
    Tables count from 1 over the part. With `spent`, XML that was walked is thrown away as soon as its
    paragraphs were used: a tree takes ten times the memory of its text.
    """
    walker = _Walk(root, hidden_styles)
    walked: list[_Element] = []
    for unit in _units(root):
        walker.enter(unit, Context())
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


class _Walk:
    def __init__(self, root: _Element, hidden_styles: frozenset[str]) -> None:
        self._paragraphs: list[Paragraph] = []
        self._survey = Survey(root, hidden_styles)
        self._fields = Fields(self._survey.unclosed)
        self._atoms = self._tables = self._row = self._column = 0
        self._open: Paragraph | None = None
        self._carried: Paragraph | None = None
        self._hides_all = False
        self._run: _Element | None = None
        self._waiting: list[tuple[MarkKind, str, _Element]] = []
        self._alt_texts: set[str] = set()

    @property
    def is_joining(self) -> bool:
        """Whether the next paragraph belongs to the last one."""
        return self._carried is not None

    def taken(self) -> list[Paragraph]:
        """The paragraphs since the last time."""
        paragraphs, self._paragraphs = self._paragraphs, []
        return paragraphs

    # --- going down ---

    def enter(self, element: _Element, context: Context) -> None:
        """Handle one element."""
        handler = _HANDLERS.get(element.tag)
        if handler is not None:
            handler(self, element, context)
        else:
            self.descend(element, context)

    def descend(self, element: _Element, context: Context) -> None:
        """Handle what stands in an element."""
        for child in element:
            handler = _HANDLERS.get(child.tag)
            if handler is not None:
                handler(self, child, context)
            elif len(child):
                self.descend(child, context)

    def skip(self, _element: _Element, _context: Context) -> None:
        """Nothing in here is text."""

    def paragraph(self, element: _Element, context: Context) -> None:
        outer, outer_run, outer_hides = self._open, self._run, self._hides_all
        self._open = self._continued(element) or self._begin(element, context)
        self._hides_all = element in self._survey.hidden_paragraphs
        self._run = None
        self.descend(element, context)
        self._open.in_field = self._fields.computed
        self._carried = self._open if element in self._survey.joined else None
        self._open, self._run, self._hides_all = outer, outer_run, outer_hides

    def _continued(self, element: _Element) -> Paragraph | None:
        """The paragraph before, when the mark between the two was deleted in a tracked change."""
        carried, self._carried = self._carried, None
        same_place = carried is not None and carried.element.getparent() is element.getparent()
        return carried if same_place else None

    def _begin(self, element: _Element, context: Context) -> Paragraph:
        paragraph = Paragraph(element, context.kind, context.owner, context.cell, context.anchor)
        self._paragraphs.append(paragraph)
        for kind, ident, mark in self._waiting:
            paragraph.marks.append(Mark(kind, ident, 0, mark))
        self._waiting.clear()
        return paragraph

    # --- text ---

    def run(self, run: _Element, context: Context) -> None:
        outer, self._run = self._run, run
        for child in run:
            tag = child.tag
            if tag in _TEXT and not len(child):
                self.add(shown_text(child), child, context)
            elif tag in FIXED:
                self.add(FIXED[tag], child, context)
            else:
                handler = _HANDLERS.get(tag)
                if handler is not None:
                    handler(self, child, context)
                elif len(child):
                    self.descend(child, context)
        self._run = outer

    def add(self, text: str, element: _Element, context: Context, lock: Lock | None = None) -> None:
        """One atom more, unless it stands in a field's instruction or outside any paragraph."""
        if not text or self._open is None or self._fields.hides:
            return
        lock = context.lock or lock or ("field" if self._fields.computed else None)
        hidden = self._survey.hidden_runs.get(self._run, self._hides_all) if self._run is not None else False
        computed = self._fields.computed
        atom = Atom(self._atoms, text, element, self._run, context.author, lock, hidden, computed)
        self._atoms += 1
        self._open.atoms.append(atom)

    def stray(self, element: _Element, context: Context) -> None:
        """Text outside a run, or with something in it: comments, and in a damaged file text or paragraphs."""
        self.add(FIXED.get(element.tag) or shown_text(element), element, context, "stray")
        self.descend(element, context)

    def symbol(self, element: _Element, context: Context) -> None:
        self.add(symbol(element), element, context)

    def math_text(self, element: _Element, context: Context) -> None:
        self.add(element.text or "", element, context, "math")

    def ruby(self, element: _Element, context: Context) -> None:
        self.descend(element, context._replace(lock=context.lock or "ruby"))

    def ruby_text(self, element: _Element, context: Context) -> None:
        """What stands above the base text: apart, for between the words it would split them."""
        self._apart(element, context._replace(kind="ruby"))

    def field_char(self, element: _Element, _context: Context) -> None:
        self._fields.char(element)

    def instruction(self, element: _Element, _context: Context) -> None:
        self._fields.instruct(element.text or "")

    def simple_field(self, element: _Element, context: Context) -> None:
        computed = is_computed(w_attribute(element, "instr") or "")
        self.descend(element, context._replace(lock=context.lock or ("field" if computed else None)))

    # --- tracked changes and controls ---

    def inserted(self, element: _Element, context: Context) -> None:
        self.descend(element, context._replace(author=w_attribute(element, "author")))

    def moved_here(self, element: _Element, context: Context) -> None:
        self.inserted(element, context._replace(lock=context.lock or "move"))

    def control(self, element: _Element, context: Context) -> None:
        lock = context.lock or ("control" if is_closed_control(element) else None)
        self.descend(element, context._replace(lock=lock))

    def alternate(self, element: _Element, context: Context) -> None:
        """One branch only: the first choice with anything in it, else the fallback."""
        branches = [child for child in element if len(child)]
        for branch in branches[:1]:
            self.descend(branch, context)

    # --- tables, notes, comments ---

    def table(self, element: _Element, context: Context) -> None:
        outer, self._row, self._column = (self._row, self._column), 0, 0
        self._tables += 1
        self.descend(element, context._replace(cell=Cell(self._tables, 0, 0)))
        self._row, self._column = outer

    def row(self, element: _Element, context: Context) -> None:
        if element not in self._survey.deleted:
            self._row += 1
            self._column = self._survey.before.get(element, 0)
            self.descend(element, context)

    def cell(self, element: _Element, context: Context) -> None:
        """A cell's column is that of the grid: a wide cell counts for all it covers."""
        self._column += 1
        if element not in self._survey.deleted:
            table = context.cell.table if context.cell else 0
            place = Cell(table, self._row, self._column)
            kind, owner, _, author, lock, anchor = context
            self.descend(element, Context(kind, owner, place, author, lock, anchor))
        self._column += self._survey.span.get(element, 1) - 1

    def note(self, element: _Element, context: Context) -> None:
        if w_attribute(element, "type") in _SEPARATORS:
            return
        self._fields = Fields(self._survey.unclosed)
        lock: Lock | None = "comment" if element.tag in _COMMENT else context.lock
        self.descend(element, context._replace(owner=w_attribute(element, "id"), lock=lock))

    # --- drawings ---

    def box(self, element: _Element, context: Context) -> None:
        """A story of its own: fields and paragraphs around it do not reach into it."""
        fields, carried, self._fields = self._fields, self._carried, Fields(self._survey.unclosed)
        self.descend(element, self._hanging(context)._replace(kind="textbox", cell=None))
        self._fields, self._carried = fields, carried

    def _hanging(self, context: Context) -> Context:
        if context.anchor is not None or self._open is None:
            return context
        return context._replace(anchor=self._open.element)

    def drawing(self, element: _Element, context: Context) -> None:
        outer, self._alt_texts = self._alt_texts, set()
        self.shape(element, context)
        self._alt_texts = outer

    def shape(self, element: _Element, context: Context) -> None:
        for name in ("alt", "descr", "title", "string"):
            words = element.get(name, "")
            if words and not words.isspace() and words not in self._alt_texts:
                self._alt_texts.add(words)
                self._attribute(element, name, words, context)
        self.descend(element, context)

    def _attribute(self, element: _Element, name: str, words: str, context: Context) -> None:
        place = self._hanging(context)
        kind: Kind = "textbox" if name == "string" else "alt-text"
        paragraph = Paragraph(element, kind, place.owner, None, place.anchor)
        paragraph.atoms.append(
            Atom(self._atoms, words, element, None, None, "attribute", hidden=False, attribute=name)
        )
        self._atoms += 1
        self._paragraphs.append(paragraph)

    def drawn_paragraph(self, element: _Element, context: Context) -> None:
        self._apart(element, context._replace(kind="drawing", cell=None))

    def _apart(self, element: _Element, context: Context) -> None:
        outer, run, fields = self._open, self._run, self._fields
        context = self._hanging(context)
        self._fields, self._run = Fields(self._survey.unclosed), None
        self._open = self._begin(element, context)
        self.descend(element, context)
        self._open, self._run, self._fields = outer, run, fields

    def drawn_text(self, element: _Element, context: Context) -> None:
        self.add("\n" if element.tag in _DRAWN_BREAK else element.text or "", element, context, "drawing")

    # --- marks ---
    def mark(self, kind: MarkKind, ident: str, element: _Element) -> None:
        """Note what stands here; between paragraphs it belongs to the beginning of the next."""
        if self._open is None:
            self._waiting.append((kind, ident, element))
        else:
            self._open.marks.append(Mark(kind, ident, len(self._open.atoms), element))

    def table_properties(self, element: _Element, context: Context) -> None:
        """A table's own alternative text stands in elements; everything else here is layout."""
        for name in ("tblCaption", "tblDescription"):
            said = w_child(element, name)
            words = (w_attribute(said, "val") or "").strip() if said is not None else ""
            if said is not None and words:
                self._attribute(said, "val", words, context)


def _marker(kind: MarkKind, attribute: Callable[[_Element, str], str | None], name: str) -> Handler:
    def handle(walker: _Walk, element: _Element, _context: Context) -> None:
        walker.mark(kind, attribute(element, name) or "", element)

    return handle


def _table() -> dict[object, Handler]:
    """Every element that means something to the walk; in any other it looks for these."""
    handlers: dict[tuple[str, ...], Handler] = {
        NOT_TEXT: _Walk.skip,
        clark("w:p"): _Walk.paragraph,
        clark("w:r", "m:r"): _Walk.run,
        (*_TEXT, *FIXED): _Walk.stray,
        clark("w:sym"): _Walk.symbol,
        clark("m:t"): _Walk.math_text,
        clark("w:ruby"): _Walk.ruby,
        clark("w:rt"): _Walk.ruby_text,
        clark("w:fldChar"): _Walk.field_char,
        clark("w:instrText"): _Walk.instruction,
        clark("w:fldSimple"): _Walk.simple_field,
        clark("w:ins"): _Walk.inserted,
        clark("w:moveTo"): _Walk.moved_here,
        clark("w:sdt"): _Walk.control,
        clark("mc:AlternateContent"): _Walk.alternate,
        clark("w:tbl"): _Walk.table,
        clark("w:tblPr"): _Walk.table_properties,
        clark("w:tr"): _Walk.row,
        clark("w:tc"): _Walk.cell,
        clark("w:footnote", "w:endnote", "w:comment"): _Walk.note,
        clark("w:txbxContent"): _Walk.box,
        clark("w:drawing", "w:pict", "w:object"): _Walk.drawing,
        clark("wp:docPr", "pic:cNvPr", "wps:cNvPr", "v:textpath"): _Walk.shape,
        clark("v:shape", "v:rect", "v:oval", "v:roundrect", "v:group", "v:line"): _Walk.shape,
        clark("a:p"): _Walk.drawn_paragraph,
        clark("a:t", "a:br"): _Walk.drawn_text,
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
