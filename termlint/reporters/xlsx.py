"""A workbook over a whole archive, for who filters, pivots and prints: one row a finding.

Text from documents is always written as text, so that no cell can become a formula. The same result
gives the same bytes.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from termlint.reporters.common import place
from termlint.reporters.sheets import (
    ERROR,
    GOOD,
    WARNING,
    Link,
    ReportWorkbook,
    Sentence,
    SheetColumn,
    printable,
    write_table,
)
from termlint.reporters.wording import Words
from termlint.reporters.xlsx_summary import summary_sheet
from termlint.statistics.summary import summarise, unread

if TYPE_CHECKING:
    from collections.abc import Mapping

    from termlint.model import Finding, Result
    from termlint.reporters.base import Overview, ReportOptions
    from termlint.reporters.sheets import SheetRow
    from termlint.statistics.summary import DocumentSummary, Summary


_PRINTED = {"findings": 8, "documents": 6, "rules": 7}
"""Columns that go on paper: enough to act on, wide enough to read."""


def render(result: Result, options: ReportOptions) -> bytes:
    """The workbook's bytes."""
    # Imported here: of all commands only this report needs it.
    import xlsxwriter

    file = io.BytesIO()
    settings = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(file, settings) as workbook:
        t = Words(options.lang)
        overview = options.overview
        summary = overview.summary or summarise(result, group_by=overview.group_by, rules=options.rules)
        title = printable(options.overview.title or t("title"))
        workbook.set_properties(
            {"title": title, "comments": f"termlint {result.version}", "created": _moment(result)}
        )
        book = ReportWorkbook(workbook)
        summary_sheet(book, summary, result, options.overview, title, t)
        _findings(book, summary, options.overview, t)
        _documents(book, summary, options.overview, t)
        _rules(book, summary, t)
        _unread(book, summary, options.overview, t)
    return file.getvalue()


def _moment(result: Result) -> datetime:
    """When the run began, instead of now: a file that can be made again, byte for byte."""
    try:
        return datetime.fromisoformat(result.started).astimezone(UTC).replace(tzinfo=None)
    except ValueError:
        return datetime(2000, 1, 1)


def _findings(book: ReportWorkbook, summary: Summary, overview: Overview, t: Words) -> None:
    columns = [
        SheetColumn(t("group"), 20),
        SheetColumn(t("document"), 52, "link"),
        SheetColumn(t("severity"), 14),
        SheetColumn(t("status"), 11),
        SheetColumn(t("rule"), 20),
        SheetColumn(t("text"), 24),
        SheetColumn(t("sentence"), 70, "sentence"),
        SheetColumn(t("suggestion"), 34),
        SheetColumn(t("others"), 34),
        SheetColumn(t("safety"), 18),
        SheetColumn(t("place"), 30),
        SheetColumn(t("page"), 9, "number"),
        SheetColumn(t("part"), 13),
        SheetColumn(t("heading"), 28),
        SheetColumn(t("reason"), 24),
        SheetColumn(t("message"), 44),
        SheetColumn(t("copy"), 30, "link"),
        SheetColumn("Id", 20),
        SheetColumn(t("pack"), 18),
        SheetColumn(t("fingerprint"), 26),
    ]
    sheet = book.sheet(t("sheet-findings"), columns)
    titles = {rule.card.id: rule.card.title for rule in summary.rules}
    rows = (_finding(f, d, titles, overview, t) for d in _worst_first(summary) for f in d.result.findings)
    bottom = write_table(book, sheet, 0, "Bevindingen", columns, rows)
    sheet.print_area(0, 0, bottom - 1, _PRINTED["findings"] - 1)


def _worst_first(summary: Summary) -> list[DocumentSummary]:
    return sorted(summary.documents, key=lambda d: (-d.counts.uses, -len(d.result.findings), d.result.path))


def _finding(
    finding: Finding, document: DocumentSummary, titles: Mapping[str, str], overview: Overview, t: Words
) -> SheetRow:
    best = finding.suggestions[0] if finding.suggestions else None
    path, where = document.result.path, finding.location
    return [
        document.group or t("group-none"),
        Link(path, overview.links.get(path)),
        t.severity(finding.severity),
        t.status(finding.status),
        titles.get(finding.rule, finding.rule),
        finding.text,
        Sentence(finding.context.before, finding.context.match, finding.context.after),
        best.text if best else None,
        " / ".join(s.text for s in finding.suggestions[1:]) or None,
        t(f"safety-{best.safety}") if best else None,
        place(where, t.lang),
        where.page,
        t.part(where.part),
        where.heading,
        finding.reason,
        finding.message,
        Link(t("open-copy"), overview.copies[path]) if path in overview.copies else None,
        finding.rule,
        finding.pack,
        finding.fingerprint,
    ]


def _documents(book: ReportWorkbook, summary: Summary, overview: Overview, t: Words) -> None:
    columns = [
        SheetColumn(t("group"), 24),
        SheetColumn(t("document"), 60, "link"),
        SheetColumn(t("uses"), 14, "number", bar=ERROR),
        SheetColumn(t("errors"), 12, "number"),
        SheetColumn(t("warnings"), 20, "number"),
        SheetColumn(t("rate"), 14, "rate", bar=WARNING),
        SheetColumn(t("infos"), 14, "number"),
        SheetColumn(t("exempts"), 14, "number"),
        SheetColumn(t.status("known"), 12, "number"),
        SheetColumn(t("positive"), 16, "number", bar=GOOD),
        SheetColumn(t("words"), 12, "number"),
        SheetColumn(t("pages"), 12, "number"),
        SheetColumn(t("format"), 14),
        SheetColumn(t("status"), 20),
        SheetColumn(t("copy"), 30, "link"),
        SheetColumn(t("twins"), 50),
    ]
    sheet = book.sheet(t("sheet-documents"), columns)
    rows = (_document(document, overview, t) for document in _worst_first(summary))
    bottom = write_table(book, sheet, 0, "Documenten", columns, rows)
    sheet.print_area(0, 0, bottom - 1, _PRINTED["documents"] - 1)


def _document(document: DocumentSummary, overview: Overview, t: Words) -> SheetRow:
    result, counts = document.result, document.counts
    copy = overview.copies.get(result.path)
    return [
        document.group or t("group-none"),
        Link(result.path, overview.links.get(result.path)),
        counts.uses,
        counts.error,
        counts.warning,
        document.rate,
        counts.info,
        counts.exempt,
        counts.known,
        document.positive,
        result.words,
        result.pages,
        result.format,
        t.status(result.status),
        Link(t("open-copy"), copy) if copy else None,
        ", ".join(document.twins) or None,
    ]


def _rules(book: ReportWorkbook, summary: Summary, t: Words) -> None:
    columns = [
        SheetColumn(t("rule"), 28),
        SheetColumn(t("severity"), 16),
        SheetColumn(t("uses"), 14, "number", bar=ERROR),
        SheetColumn(t("document-count"), 16, "number"),
        SheetColumn(t("forms"), 44),
        SheetColumn(t("why"), 70),
        SheetColumn(t("source"), 44),
        SheetColumn(t("infos"), 16, "number"),
        SheetColumn(t("exempts"), 16, "number"),
        SheetColumn("Id", 24),
        SheetColumn(t("pack"), 20),
    ]
    sheet = book.sheet(t("sheet-rules"), columns)
    rows: list[SheetRow] = [
        [
            rule.card.title,
            t.severity(rule.card.severity),
            rule.counts.uses,
            rule.documents,
            ", ".join(f"{form} ({t.number(number)})" for form, number in rule.forms) or None,
            rule.card.why,
            rule.card.source,
            rule.counts.info,
            rule.counts.exempt,
            rule.card.id,
            rule.card.pack,
        ]
        for rule in summary.rules
    ]
    bottom = write_table(book, sheet, 0, "Regels", columns, rows)
    sheet.print_area(0, 0, bottom - 1, _PRINTED["rules"] - 1)


def _unread(book: ReportWorkbook, summary: Summary, overview: Overview, t: Words) -> None:
    columns = [
        SheetColumn(t("document"), 70, "link"),
        SheetColumn(t("status"), 22),
        SheetColumn(t("reason"), 90),
    ]
    sheet = book.sheet(t("sheet-unread"), columns)
    rows: list[SheetRow] = [
        [Link(d.path, overview.links.get(d.path)), t.reading(d), t.why(d)] for d in unread(summary)
    ]
    write_table(book, sheet, 0, "NietGelezen", columns, rows)
    if not rows:
        sheet.write_string(1, 0, t("unread-none"), book.style("wrap"))
