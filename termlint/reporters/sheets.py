"""Tables in a workbook: every cell as what it is, text never as a formula.

A thin layer over XlsxWriter that knows styles, links, marked sentences and Excel's limits.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import unquote

from termlint.messages.sanitize import CONTROLS, DIRECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlsxwriter import Workbook
    from xlsxwriter.chart import Chart
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

ERROR, WARNING, GOOD = "#A8201A", "#C27400", "#1D6A3A"
MOST_ROWS = 1_000_000
"""Excel has room for 1,048,576 rows on a sheet."""
_MOST_LINKS = 60_000
_LONGEST_LINK = 2_000
_LONGEST_TEXT = 32_000
_HEAD_HEIGHT, _LINE_HEIGHT, _MOST_LINES = 32, 15, 8
_FONT = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
_LINE = {"bottom": 1, "bottom_color": "#DBE2E8"}
_LEFT, _RIGHT = {"align": "left", "indent": 1}, {"align": "right", "indent": 1}
_HEAD = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#0B3C5D", "text_wrap": True, "valign": "vcenter"}
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 20, "font_color": "#0B3C5D"},
    "heading": {"bold": True, "font_size": 14, "font_color": "#0B3C5D"},
    "lead": {"bold": True, "font_size": 13, "text_wrap": True},
    "muted": {"font_color": "#4B5866"},
    "wrap": {"text_wrap": True},
    "head": _HEAD | {"indent": 1},
    "head-number": _HEAD | {"align": "right", "indent": 1},
    "text": {"text_wrap": True} | _LEFT | _LINE,
    "number": {"num_format": "#,##0"} | _RIGHT | _LINE,
    "rate": {"num_format": "#,##0.0"} | _RIGHT | _LINE,
    "link": {"font_color": "#0B57A4", "underline": 1, "text_wrap": True} | _LEFT | _LINE,
    "bold": {"bold": True, "font_color": "#A8201A"},
}
# Lone surrogates cannot be encoded, and XML 1.0 knows no control characters.
_UNPRINTABLE = re.compile(f"[{CONTROLS}{DIRECTIONS}\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Link:
    """Text that opens `href`; only text when that is None."""

    text: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words marked."""

    before: str
    match: str
    after: str


SheetCell = str | int | float | Link | Sentence | None
SheetRow = list[SheetCell]


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a table, `width` characters wide; `bar` is the colour of bars behind its numbers."""

    header: str
    width: int
    kind: Literal["text", "number", "rate", "link", "sentence", "mixed"] = "text"
    bar: str | None = None


@dataclass(slots=True)
class ReportWorkbook:
    """A workbook with its styles and the number of links that each sheet still has room for."""

    workbook: Workbook
    _styles: dict[str, Format] = field(default_factory=dict)
    _links: dict[str, int] = field(default_factory=dict)

    def sheet(self, name: str, columns: Sequence[SheetColumn] = ()) -> Worksheet:
        """A new sheet, A4 across, as wide as one page, with its header on every page."""
        sheet = self.workbook.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&A&R&P / &N")
        for number, column in enumerate(columns):
            sheet.set_column(number, number, column.width)
        if columns:
            sheet.repeat_rows(0)
            sheet.freeze_panes(1, 2 if len(columns) > 3 else 1)
        return sheet

    def style(self, name: str) -> Format:
        """A style by name, made once."""
        if name not in self._styles:
            self._styles[name] = self.workbook.add_format(_FONT | _STYLES[name])
        return self._styles[name]

    def chart(self, kind: str, title: str, height: int) -> Chart:
        """A chart without legend, `height` pixels high."""
        chart = self.workbook.add_chart({"type": kind})
        chart.set_title({"name": title, "name_font": {"size": 12, "bold": True, "color": "#0B3C5D"}})
        chart.set_legend({"none": True})
        chart.set_size({"width": 620, "height": height})
        return chart

    def take_link(self, sheet: str, href: str) -> bool:
        """Whether Excel can hold one more link, and this one."""
        if len(href) > _LONGEST_LINK or self._links.get(sheet, 0) >= _MOST_LINKS:
            return False
        self._links[sheet] = self._links.get(sheet, 0) + 1
        return True


def write_table(
    book: ReportWorkbook,
    sheet: Worksheet,
    top: int,
    name: str,
    columns: Sequence[SheetColumn],
    rows: Iterable[SheetRow],
) -> int:
    """Write a table with filters from row `top`; the number of the row behind it."""
    below = top + 1
    for row in itertools.islice(rows, MOST_ROWS):
        for number, (column, cell) in enumerate(zip(columns, row, strict=True)):
            _write(book, sheet, below, number, column, cell)
        if (lines := _lines(columns, row)) > 1:
            sheet.set_row(below, _LINE_HEIGHT * lines)
        below += 1
    bottom = max(below, top + 2)  # a table of Excel has at least one row
    heads = [{"header": column.header, "header_format": book.style(_head(column))} for column in columns]
    layout = {"name": name, "columns": heads, "style": "Table Style Light 1"}
    sheet.set_row(top, _HEAD_HEIGHT)
    sheet.add_table(top, 0, bottom - 1, len(columns) - 1, layout)
    for number, column in enumerate(columns):
        if column.bar and below > top + 1:
            sheet.conditional_format(top + 1, number, below - 1, number, _bar(column.bar))
    return bottom


def _head(column: SheetColumn) -> str:
    return "head-number" if column.kind in ("number", "rate", "mixed") else "head"


def _lines(columns: Sequence[SheetColumn], row: SheetRow) -> int:
    """How many lines the fullest cell takes: LibreOffice does not find out for itself."""
    return min(
        _MOST_LINES, max(-(-_length(cell) // column.width) for column, cell in zip(columns, row, strict=True))
    )


def _length(cell: SheetCell) -> int:
    if isinstance(cell, Link):
        return len(cell.text)
    if isinstance(cell, Sentence):
        return len(cell.before) + len(cell.match) + len(cell.after)
    return len(cell) if isinstance(cell, str) else 0


def _write(
    book: ReportWorkbook, sheet: Worksheet, row: int, number: int, column: SheetColumn, cell: SheetCell
) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, number, printable(cell), book.style("text"))
    elif isinstance(cell, Link):
        _write_link(book, sheet, row, number, cell)
    elif isinstance(cell, Sentence):
        _write_sentence(book, sheet, row, number, cell)
    elif cell is not None:
        kind = "rate" if column.kind == "rate" or isinstance(cell, float) else "number"
        sheet.write_number(row, number, cell, book.style(kind))
    else:
        sheet.write_blank(row, number, None, book.style("text"))  # so that the line under a row is whole


def _write_link(book: ReportWorkbook, sheet: Worksheet, row: int, number: int, link: Link) -> None:
    text = printable(link.text)
    if link.href and book.take_link(sheet.name, link.href):
        sheet.write_url(row, number, f"external:{_address(link.href)}", book.style("link"), text[:255])
    # The text of a link would lose what is behind its 255th character; and a link is a string cell too.
    sheet.write_string(row, number, text, book.style("link" if link.href else "text"))


def _address(href: str) -> str:
    """An address as Excel writes one to a file: letters as they are, only what would mislead it quoted."""
    return "".join(f"%{ord(c):02X}" if c in '%#"<>[]^`{} ' else c for c in unquote(href))


def _write_sentence(
    book: ReportWorkbook, sheet: Worksheet, row: int, number: int, sentence: Sentence
) -> None:
    before, match, after = (printable(part) for part in (sentence.before, sentence.match, sentence.after))
    style = book.style("text")
    marked = [book.style("bold"), match] if match else []
    parts = [*([before] if before else []), *marked, *([after] if after else [])]
    if len(parts) < 3 or len(before + match + after) > _LONGEST_TEXT:
        sheet.write_string(row, number, printable(before + match + after), style)
    else:
        sheet.write_rich_string(row, number, *parts, style)


def printable(text: str) -> str:
    """Text that a cell can hold, with a mark for what it cannot or what a screen would obey."""
    return _UNPRINTABLE.sub("\ufffd", text)[:_LONGEST_TEXT]


def _bar(color: str) -> dict[str, Any]:
    """Bars from zero behind the numbers of a column."""
    return {
        "type": "data_bar",
        "bar_solid": True,
        "bar_color": _pale(color),
        "min_type": "num",
        "min_value": 0,
    }


def _pale(color: str) -> str:
    """The colour mixed with two parts of white, so that the number on it stays readable."""
    channels = (int(color[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{(channel + 2 * 255) // 3:02X}" for channel in channels)
