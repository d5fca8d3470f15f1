"""PDF files for tests, a line for each thing: `pdf(page(columns(TEXT, 2), footer("Nota 1")))`.

An item draws itself on a reportlab canvas; places are points from the top left of an A4 page. Text wraps at
spaces; a line feed in it ends a line where the test wants one. Bytes are deterministic. `raw_pdf` writes a
content stream as it is, for what reportlab would not draw.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0
SIZE = 10.0
LEADING = 1.25
Item = Callable[[Canvas], None]


def pdf(*pages: Sequence[Item], password: str | None = None, labels: str | None = None) -> bytes:
    """A document; `password` "" encrypts it yet anyone can open it, `labels` "roman" numbers i, ii."""
    target = io.BytesIO()
    encrypt = (
        None if password is None else StandardEncryption(password, ownerPassword="eigenaar", strength=128)
    )
    canvas = Canvas(target, pagesize=(WIDTH, HEIGHT), invariant=True, encrypt=encrypt)
    if labels:
        canvas.addPageLabel(0, style={"roman": "ROMAN_LOWER"}[labels])
    for items in pages:
        for item in items:
            item(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def page(*items: Item) -> tuple[Item, ...]:
    return items


# --- text -----------------------------------------------------------------------------------------


def wrap(text: str, width: float, size: float = SIZE, font: str = "Helvetica") -> list[str]:
    """Lines no wider than `width`; a line feed in `text` ends a line."""
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in part.split():
            if line and stringWidth(f"{line} {word}", font, size) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        lines.append(line)
    return lines


def line(
    text: str,
    left: float = 72,
    top: float = 72,
    *,
    size: float = SIZE,
    bold: bool = False,
    turn: float = 0,
    mode: int = 0,
) -> Item:
    """One line of text; `turn` in degrees counterclockwise; `mode` 3 is invisible, as a scan has it."""

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(left, HEIGHT - top)
        canvas.rotate(turn)
        _show(canvas, text, 0, 0, size, bold, mode)
        canvas.restoreState()

    return draw


def _show(
    canvas: Canvas, text: str, x: float, y: float, size: float, bold: bool = False, mode: int = 0
) -> None:
    shown = canvas.beginText(x, y)
    shown.setFont("Helvetica-Bold" if bold else "Helvetica", size)
    shown.setTextRenderMode(mode)
    shown.textLine(text)
    canvas.drawText(shown)


def lines(
    text: str,
    left: float = 72,
    top: float = 72,
    width: float = 450,
    *,
    size: float = SIZE,
    bold: bool = False,
) -> Item:
    """Text wrapped to `width`, a line under a line."""

    def draw(canvas: Canvas) -> None:
        for i, part in enumerate(wrap(text, width, size, "Helvetica-Bold" if bold else "Helvetica")):
            if part:
                _show(canvas, part, left, HEIGHT - top - i * size * LEADING, size, bold)

    return draw


def heading(
    text: str, left: float = 72, top: float = 60, *, size: float = 16, bookmark: bool = False
) -> Item:
    """A line in large type, with a bookmark to it where asked."""

    def draw(canvas: Canvas) -> None:
        _show(canvas, text.replace("\n", " "), left, HEIGHT - top, size, bold=True)
        if bookmark:
            canvas.bookmarkPage(text, fit="XYZ", top=HEIGHT - top + size, left=left)
            canvas.addOutlineEntry(text, text)

    return draw


def bookmark(title: str) -> Item:
    """A bookmark to the page, whatever stands on it."""

    def draw(canvas: Canvas) -> None:
        canvas.bookmarkPage(title)
        canvas.addOutlineEntry(title, title)

    return draw


def columns(
    text: str,
    count: int = 2,
    *,
    top: float = 90,
    left: float = 60,
    width: float = 475,
    gutter: float = 18,
    shares: Sequence[float] = (),
    row_by_row: bool = False,
    size: float = SIZE,
) -> Item:
    """Text in `count` columns of equal width, or of `shares` of it, filled evenly from the left.

    `row_by_row` draws line 1 of every column, then line 2…, as some programs do: nothing in the file then
    tells where a column ends.
    """
    shares = shares or [1 / count] * count
    widths = [share * (width - gutter * (count - 1)) for share in shares]
    rest = wrap(text, min(widths), size)
    per_column = -(-len(rest) // count)
    filled = [rest[i * per_column : (i + 1) * per_column] for i in range(count)]

    def draw(canvas: Canvas) -> None:
        placed = []
        x = left
        for column, wide in zip(filled, widths, strict=True):
            placed += [(row, x, part) for row, part in enumerate(column)]
            x += wide + gutter
        if row_by_row:
            placed.sort(key=lambda item: (item[0], item[1]))
        for row, x, part in placed:
            if part:
                _show(canvas, part, x, HEIGHT - top - row * size * LEADING, size)

    return draw


def again(name: str, item: Item) -> Item:
    """Something that stands on many pages, in the file once."""

    def draw(canvas: Canvas) -> None:
        if not canvas.hasForm(name):
            canvas.beginForm(name)
            item(canvas)
            canvas.endForm()
        canvas.doForm(name)

    return draw


def header(text: str) -> Item:
    return line(text, 72, 36, size=8)


def footer(text: str) -> Item:
    return line(text, 72, HEIGHT - 30, size=8)


def footnotes(*notes: str, top: float = 740) -> Item:
    """Notes in small print under a rule, numbered from 1."""

    def draw(canvas: Canvas) -> None:
        canvas.line(72, HEIGHT - top + 12, 220, HEIGHT - top + 12)
        for i, note in enumerate(notes):
            _show(canvas, f"{i + 1} {note}", 72, HEIGHT - top - i * 10, 7.5)

    return draw


def raised(text: str, mark: str, rest: str, left: float = 72, top: float = 72) -> Item:
    """A line with the raised mark of a note after `text`."""

    def draw(canvas: Canvas) -> None:
        shown = canvas.beginText(left, HEIGHT - top)
        shown.setFont("Helvetica", SIZE)
        shown.textOut(text)
        shown.setFont("Helvetica", 6)
        shown.setRise(4)
        shown.textOut(mark)
        shown.setFont("Helvetica", SIZE)
        shown.setRise(0)
        shown.textOut(rest)
        canvas.drawText(shown)

    return draw


def doubled(text: str, left: float = 72, top: float = 72) -> Item:
    """Bold made by drawing each word twice, a hair apart."""

    def draw(canvas: Canvas) -> None:
        x = left
        for word in text.split():
            for shift in (0.0, 0.3):
                _show(canvas, word, x + shift, HEIGHT - top, SIZE)
            x += stringWidth(word + " ", "Helvetica", SIZE)

    return draw


def spaced_out(text: str, left: float = 72, top: float = 72, *, size: float = 14) -> Item:
    """A heading with a space between letters and three between words."""
    return line("   ".join(" ".join(word) for word in text.split()), left, top, size=size)


# --- what a page says of itself -------------------------------------------------------------------


def turned(degrees: int) -> Item:
    """The page is shown turned clockwise."""
    return lambda canvas: canvas.setPageRotation(degrees)


def cropped(left: float, top: float, right: float, bottom: float) -> Item:
    """Only this part of the page is shown."""
    return lambda canvas: canvas.setCropBox((left, HEIGHT - bottom, right, HEIGHT - top))


def note(text: str, left: float = 300, top: float = 300) -> Item:
    """An annotation."""
    return lambda canvas: canvas.textAnnotation(text, Rect=[left, HEIGHT - top - 20, left + 20, HEIGHT - top])


def field(name: str, value: str, left: float = 72, top: float = 200) -> Item:
    """A text field of a form, with a value typed in."""
    return lambda canvas: canvas.acroForm.textfield(
        name=name, value=value, x=left, y=HEIGHT - top - 20, width=300, height=20, fontName="Helvetica"
    )
