"""What is drawn on a page besides text: boxes, tables, rules, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.utils import ImageReader

from tests.builders.pdf import HEIGHT, WIDTH, Item, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas


def boxed(text: str, left: float, top: float, width: float, height: float) -> Item:
    """A sidebar: text in a framed, tinted box."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.9)
        canvas.rect(left, HEIGHT - top - height, width, height, stroke=1, fill=1)
        canvas.setFillGray(0)
        lines(text, left + 8, top + 16, width - 16)(canvas)

    return draw


def table(
    rows: Sequence[Sequence[str]],
    *,
    left: float = 72,
    top: float = 100,
    width: float = 120,
    height: float = 30,
    size: float = 9,
) -> Item:
    """A ruled table; the text of a cell wraps in it."""

    def draw(canvas: Canvas) -> None:
        for r, row in enumerate(rows):
            for k, text in enumerate(row):
                x, y = left + k * width, top + r * height
                canvas.rect(x, HEIGHT - y - height, width, height, stroke=1, fill=0)
                lines(text, x + 4, y + size * 1.2, width - 8, size=size)(canvas)

    return draw


def rule(left: float, top: float, right: float) -> Item:
    return lambda canvas: canvas.line(left, HEIGHT - top, right, HEIGHT - top)


def picture(left: float = 0, top: float = 0, width: float = WIDTH, height: float = HEIGHT) -> Item:
    """A grey picture, as a scan is."""

    def draw(canvas: Canvas) -> None:
        from PIL import Image

        image = Image.new("L", (8, 8), 200)
        canvas.drawImage(ImageReader(image), left, HEIGHT - top - height, width, height)

    return draw


def outlines(count: int = 200) -> Item:
    """Letters drawn as curves, without any text."""

    def draw(canvas: Canvas) -> None:
        for i in range(count):
            x, y = 72 + (i % 40) * 11, 700 - (i // 40) * 14
            shape = canvas.beginPath()
            shape.moveTo(x, y)
            for _ in range(6):
                shape.curveTo(x + 2, y + 9, x + 5, y + 9, x + 7, y)
            canvas.drawPath(shape)

    return draw
