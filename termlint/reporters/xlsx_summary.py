"""The first sheet of the workbook: where the archive stands, for who reads one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from termlint.reporters import headline
from termlint.reporters.sheets import ERROR, GOOD, MOST_ROWS, WARNING, Column, write_table
from termlint.statistics.summary import is_loud, rate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlsxwriter.worksheet import Worksheet

    from termlint.model import Result
    from termlint.reporters.base import Overview
    from termlint.reporters.sheets import Book, Row
    from termlint.reporters.wording import Words
    from termlint.statistics.summary import Summary

_MOST_BARS = 12
_ROW_HEIGHT, _FIGURES_HEIGHT = 20, 260
_GRID = {"visible": True, "line": {"color": "#DBE2E8"}}


def summary_sheet(
    book: Book, summary: Summary, result: Result, overview: Overview, title: str, t: Words
) -> None:
    """The first sheet: verdict, figures, groups and trend, with their charts."""
    sheet = book.sheet(t("sheet-summary"))
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 38)
    sheet.set_column(1, 8, 19)
    sheet.set_row(0, 30)
    sheet.write_string(0, 0, title, book.style("title"))
    sheet.write_string(1, 0, t.date(result.started), book.style("muted"))
    row = 3
    for number, line in enumerate(_lines(summary, overview, t)):
        style = book.style("lead" if number == 0 else "wrap")
        sheet.merge_range(row, 0, row, 8, "", style)
        sheet.write_string(row, 0, line, style)
        sheet.set_row(row, 36 if number == 0 else 18 * (1 + len(line) // 130))
        row += 1
    top = row + 1
    height = _chart_height(summary)
    row = 1 + max(_figures(book, sheet, summary, top, t), top + 1 + height // _ROW_HEIGHT)
    if height:
        _groups_chart(book, sheet, summary, top, row + 2, t)
    row = _groups(book, sheet, summary, row, t)
    if len(overview.trend) > 1:
        sheet.set_h_pagebreaks([row + 2])
        _trend(book, sheet, overview, row + 2, t)


def _lines(summary: Summary, overview: Overview, t: Words) -> Iterator[str]:
    findings = sum(len(d.result.findings) for d in summary.documents)
    yield headline.verdict(summary, t)
    since, unread = headline.since(overview.trend, t), headline.unread_line(summary, t)
    yield from filter(None, (since, unread, headline.positive_note(summary, overview, t)))
    if summary.twins:
        yield t.count("twins-intro", summary.twins)
    if overview.interrupted:
        yield t("interrupted")
    if findings > MOST_ROWS:
        yield t("too-many", room=MOST_ROWS, n=findings - MOST_ROWS)


def _figures(book: Book, sheet: Worksheet, summary: Summary, row: int, t: Words) -> int:
    """The key figures from `row` down; the row behind them."""
    figures: list[Row] = [
        [t("document-count"), len(summary.documents)],
        [t("affected"), summary.affected],
        [t("uses"), summary.counts.uses],
        [t("errors"), summary.counts.error],
        [t("warnings"), summary.counts.warning],
        [t("rate"), summary.rate],
        [t("infos"), summary.counts.info],
        [t("exempts"), summary.counts.exempt],
        [t("positive"), sum(summary.positive.values())],
        [t("words"), summary.words],
        [t("unread"), len(summary.failed) + sum(map(is_loud, summary.skipped))],
    ]
    columns = [Column(t("key"), 38), Column(t("value"), 14, "mixed")]
    return write_table(book, sheet, row, "Cijfers", columns, figures)


def _charted(summary: Summary) -> int:
    """How many groups get a bar: the worst with uses, where there is more than one group to compare."""
    return min(sum(1 for group in summary.groups if group.rate), _MOST_BARS) if len(summary.groups) > 1 else 0


def _chart_height(summary: Summary) -> int:
    """In pixels; 0 for no chart."""
    groups = _charted(summary)
    return max(_FIGURES_HEIGHT, 110 + 24 * groups) if groups else 0


def _groups_chart(book: Book, sheet: Worksheet, summary: Summary, top: int, first: int, t: Words) -> None:
    """The worst groups as bars beside the figures, from the rows of the table that begin at `first`."""
    chart = book.chart("bar", t("groups-chart"), _chart_height(summary))
    last = first + _charted(summary) - 1
    chart.add_series(_series(sheet, first, last, t("rate"), ERROR))
    chart.set_y_axis({"reverse": True, "line": {"none": True}})
    chart.set_x_axis({"num_format": "0.0", "major_gridlines": _GRID})
    sheet.insert_chart(top, 3, chart)


def _groups(book: Book, sheet: Worksheet, summary: Summary, row: int, t: Words) -> int:
    """The groups from `row` down; the row behind them."""
    sheet.set_row(row, 26)
    sheet.write_string(row, 0, t("groups"), book.style("heading"))
    columns = [
        Column(t("group"), 38),
        Column(t("rate"), 14, "rate", bar=ERROR),
        Column(t("uses"), 14, "number", bar=ERROR),
        Column(t("errors"), 14, "number"),
        Column(t("warnings"), 14, "number"),
        Column(t("document-count"), 14, "number"),
        Column(t("affected"), 14, "number"),
        Column(t("words"), 14, "number"),
        Column(t("positive"), 14, "number", bar=GOOD),
    ]
    rows: list[Row] = [
        [
            group.name or t("group-none"),
            group.rate,
            group.counts.uses,
            group.counts.error,
            group.counts.warning,
            group.documents,
            group.affected,
            group.words,
            group.positive,
        ]
        for group in summary.groups
    ]
    return write_table(book, sheet, row + 1, "Afdelingen", columns, rows)


def _trend(book: Book, sheet: Worksheet, overview: Overview, row: int, t: Words) -> None:
    sheet.set_row(row, 26)
    sheet.write_string(row, 0, t("trend"), book.style("heading"))
    columns = [
        Column(t("run"), 38),
        Column(t("rate"), 14, "rate"),
        Column(t("uses"), 14, "number"),
        Column(t("new"), 14, "number"),
        Column(t("fixed"), 14, "number"),
        Column(t("remaining"), 14, "number"),
        Column(t("document-count"), 14, "number"),
        Column(t("words"), 14, "number"),
        Column(t("positive"), 14, "number"),
    ]
    rows: list[Row] = [
        [
            t.date(run.started),
            rate(run.errors + run.warnings, run.words),
            run.errors + run.warnings,
            run.new,
            run.fixed,
            run.remaining,
            run.documents,
            run.words,
            run.positive,
        ]
        for run in overview.trend
    ]
    end = write_table(book, sheet, row + 1, "Verloop", columns, rows)
    chart = book.chart("column", t("trend-chart"), 320)
    chart.add_series(_series(sheet, row + 2, end - 1, t("rate"), WARNING))
    chart.set_y_axis({"num_format": "0.0", "min": 0, "major_gridlines": _GRID})
    sheet.insert_chart(end + 1, 0, chart)


def _series(sheet: Worksheet, first: int, last: int, label: str, color: str) -> dict[str, Any]:
    """The second column of a table, named by its first."""
    return {
        "name": label,
        "categories": [sheet.name, first, 0, last, 0],
        "values": [sheet.name, first, 1, last, 1],
        "fill": {"color": color},
        "gap": 60,
        "data_labels": {"value": True, "num_format": "0.0"},
    }
