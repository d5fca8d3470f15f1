"""What each element of Word XML means to the walk: a paragraph begins, text comes, a cell ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from termlint.model import Cell
from termlint.readers.ooxml.atoms import Atom, InlineMark, Kind, Lock, MarkKind, Paragraph, WalkContext
from termlint.readers.ooxml.controls import is_closed_control
from termlint.readers.ooxml.fields import Fields, is_computed
from termlint.readers.ooxml.names import clark, w_attribute, w_child
from termlint.readers.ooxml.survey import Survey
from termlint.readers.ooxml.symbols import FIXED, shown_text, symbol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

TEXT = frozenset(clark("w:t"))
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_COMMENT, _DRAWN_BREAK = frozenset(clark("w:comment")), frozenset(clark("a:br"))

Handler = Callable[["Walker", "_Element", WalkContext], None]


class Walker:
    """Where a walk is, and what each kind of element does to it. `handlers` names the method for each tag."""

    def __init__(
        self, root: _Element, hidden_styles: frozenset[str], handlers: Mapping[object, Handler]
    ) -> None:
        self._handlers = handlers
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

    def enter(self, element: _Element, context: WalkContext) -> None:
        """Handle one element."""
        handler = self._handlers.get(element.tag)
        if handler is not None:
            handler(self, element, context)
        else:
            self.descend(element, context)

    def descend(self, element: _Element, context: WalkContext) -> None:
        """Handle what stands in an element."""
        for child in element:
            handler = self._handlers.get(child.tag)
            if handler is not None:
                handler(self, child, context)
            elif len(child):
                self.descend(child, context)

    def skip(self, _element: _Element, _context: WalkContext) -> None:
        """Nothing in here is text."""

    def paragraph(self, element: _Element, context: WalkContext) -> None:
        """A paragraph; one inside another is apart from it."""
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

    def _begin(self, element: _Element, context: WalkContext) -> Paragraph:
        paragraph = Paragraph(element, context.kind, context.owner, context.cell, context.anchor)
        self._paragraphs.append(paragraph)
        for kind, ident, mark in self._waiting:
            paragraph.marks.append(InlineMark(kind, ident, 0, mark))
        self._waiting.clear()
        return paragraph

    # --- text ---

    def run(self, run: _Element, context: WalkContext) -> None:
        """Text with one make-up."""
        outer, self._run = self._run, run
        for child in run:
            tag = child.tag
            if tag in TEXT and not len(child):
                self.add(shown_text(child), child, context)
            elif tag in FIXED:
                self.add(FIXED[tag], child, context)
            else:
                handler = self._handlers.get(tag)
                if handler is not None:
                    handler(self, child, context)
                elif len(child):
                    self.descend(child, context)
        self._run = outer

    def add(self, text: str, element: _Element, context: WalkContext, lock: Lock | None = None) -> None:
        """One atom more, unless it stands in a field's instruction or outside any paragraph."""
        if not text or self._open is None or self._fields.hides:
            return
        lock = context.lock or lock or ("field" if self._fields.computed else None)
        hidden = self._survey.hidden_runs.get(self._run, self._hides_all) if self._run is not None else False
        computed = self._fields.computed
        atom = Atom(self._atoms, text, element, self._run, context.author, lock, hidden, computed)
        self._atoms += 1
        self._open.atoms.append(atom)

    def stray(self, element: _Element, context: WalkContext) -> None:
        """Text outside a run, or with something in it: comments, and in a damaged file text or paragraphs."""
        self.add(FIXED.get(element.tag) or shown_text(element), element, context, "stray")
        self.descend(element, context)

    def symbol(self, element: _Element, context: WalkContext) -> None:
        """A character of a symbol font."""
        self.add(symbol(element), element, context)

    def math_text(self, element: _Element, context: WalkContext) -> None:
        """Text of a formula."""
        self.add(element.text or "", element, context, "math")

    def ruby(self, element: _Element, context: WalkContext) -> None:
        """A word with its reading above it."""
        self.descend(element, context._replace(lock=context.lock or "ruby"))

    def ruby_text(self, element: _Element, context: WalkContext) -> None:
        """What stands above the base text: apart, for between the words it would split them."""
        self._apart(element, context._replace(kind="ruby"))

    def field_char(self, element: _Element, _context: WalkContext) -> None:
        """A field begins, shows its result or ends."""
        self._fields.char(element)

    def instruction(self, element: _Element, _context: WalkContext) -> None:
        """What a field computes: no text, but it tells of the result."""
        self._fields.instruct(element.text or "")

    def simple_field(self, element: _Element, context: WalkContext) -> None:
        """A field with its result inside."""
        computed = is_computed(w_attribute(element, "instr") or "")
        self.descend(element, context._replace(lock=context.lock or ("field" if computed else None)))

    # --- tracked changes and controls ---

    def inserted(self, element: _Element, context: WalkContext) -> None:
        """A tracked insertion: accepted."""
        self.descend(element, context._replace(author=w_attribute(element, "author")))

    def moved_here(self, element: _Element, context: WalkContext) -> None:
        """Where a tracked move ends: accepted."""
        self.inserted(element, context._replace(lock=context.lock or "move"))

    def control(self, element: _Element, context: WalkContext) -> None:
        """A content control."""
        lock = context.lock or ("control" if is_closed_control(element) else None)
        self.descend(element, context._replace(lock=lock))

    def alternate(self, element: _Element, context: WalkContext) -> None:
        """One branch only: the first choice with anything in it, else the fallback."""
        branches = [child for child in element if len(child)]
        for branch in branches[:1]:
            self.descend(branch, context)

    # --- tables, notes, comments ---

    def table(self, element: _Element, context: WalkContext) -> None:
        """A table; one inside another counts rows of its own."""
        outer, self._row, self._column = (self._row, self._column), 0, 0
        self._tables += 1
        self.descend(element, context._replace(cell=Cell(self._tables, 0, 0)))
        self._row, self._column = outer

    def row(self, element: _Element, context: WalkContext) -> None:
        """A row, unless it was deleted."""
        if element not in self._survey.deleted:
            self._row += 1
            self._column = self._survey.before.get(element, 0)
            self.descend(element, context)

    def cell(self, element: _Element, context: WalkContext) -> None:
        """A cell's column is that of the grid: a wide cell counts for all it covers."""
        self._column += 1
        if element not in self._survey.deleted:
            table = context.cell.table if context.cell else 0
            place = Cell(table, self._row, self._column)
            kind, owner, _, author, lock, anchor = context
            self.descend(element, WalkContext(kind, owner, place, author, lock, anchor))
        self._column += self._survey.span.get(element, 1) - 1

    def note(self, element: _Element, context: WalkContext) -> None:
        """A footnote, endnote or comment; separators of notes are none."""
        if w_attribute(element, "type") in _SEPARATORS:
            return
        self._fields = Fields(self._survey.unclosed)
        lock: Lock | None = "comment" if element.tag in _COMMENT else context.lock
        self.descend(element, context._replace(owner=w_attribute(element, "id"), lock=lock))

    # --- drawings ---

    def box(self, element: _Element, context: WalkContext) -> None:
        """A story of its own: fields and paragraphs around it do not reach into it."""
        fields, carried, self._fields = self._fields, self._carried, Fields(self._survey.unclosed)
        self.descend(element, self._hanging(context)._replace(kind="textbox", cell=None))
        self._fields, self._carried = fields, carried

    def _hanging(self, context: WalkContext) -> WalkContext:
        if context.anchor is not None or self._open is None:
            return context
        return context._replace(anchor=self._open.element)

    def drawing(self, element: _Element, context: WalkContext) -> None:
        """A drawing: each of its alternative texts once."""
        outer, self._alt_texts = self._alt_texts, set()
        self.shape(element, context)
        self._alt_texts = outer

    def shape(self, element: _Element, context: WalkContext) -> None:
        """The alternative texts of a shape, and its text."""
        for name in ("alt", "descr", "title", "string"):
            words = element.get(name, "")
            if words and not words.isspace() and words not in self._alt_texts:
                self._alt_texts.add(words)
                self._attribute(element, name, words, context)
        self.descend(element, context)

    def _attribute(self, element: _Element, name: str, words: str, context: WalkContext) -> None:
        place = self._hanging(context)
        kind: Kind = "textbox" if name == "string" else "alt-text"
        paragraph = Paragraph(element, kind, place.owner, None, place.anchor)
        paragraph.atoms.append(
            Atom(self._atoms, words, element, None, None, "attribute", hidden=False, attribute=name)
        )
        self._atoms += 1
        self._paragraphs.append(paragraph)

    def drawn_paragraph(self, element: _Element, context: WalkContext) -> None:
        """A paragraph of a drawing."""
        self._apart(element, context._replace(kind="drawing", cell=None))

    def _apart(self, element: _Element, context: WalkContext) -> None:
        outer, run, fields = self._open, self._run, self._fields
        context = self._hanging(context)
        self._fields, self._run = Fields(self._survey.unclosed), None
        self._open = self._begin(element, context)
        self.descend(element, context)
        self._open, self._run, self._fields = outer, run, fields

    def drawn_text(self, element: _Element, context: WalkContext) -> None:
        """Text of a drawing."""
        self.add("\n" if element.tag in _DRAWN_BREAK else element.text or "", element, context, "drawing")

    # --- marks ---
    def mark(self, kind: MarkKind, ident: str, element: _Element) -> None:
        """Note what stands here; between paragraphs it belongs to the beginning of the next."""
        if self._open is None:
            self._waiting.append((kind, ident, element))
        else:
            self._open.marks.append(InlineMark(kind, ident, len(self._open.atoms), element))

    def table_properties(self, element: _Element, context: WalkContext) -> None:
        """A table's own alternative text stands in elements; everything else here is layout."""
        for name in ("tblCaption", "tblDescription"):
            said = w_child(element, name)
            words = (w_attribute(said, "val") or "").strip() if said is not None else ""
            if said is not None and words:
                self._attribute(said, "val", words, context)
