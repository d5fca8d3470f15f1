"""The workbook, read back: what Excel will find in it."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from termlint.model import Context
from termlint.reporters.base import Overview, ReportOptions
from termlint.reporters.xlsx import render
from termlint.statistics.summary import summarise
from tests.reporters.archive import RULES, archive, document, finding, result

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from termlint.model import Result

pytestmark = pytest.mark.slow

SHEETS = ["Samenvatting", "Bevindingen", "Documenten", "Regels", "Niet gelezen"]
HOSTILE = [
    "=1+1",
    "+31 30 286",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x")',
    "'=1",
]


def read(data: bytes) -> Workbook:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl does not know Excel's newer data bars
        return load_workbook(io.BytesIO(data))


def workbook(made: Result, **overview: object) -> Workbook:
    options = ReportOptions(rules=RULES, overview=Overview(**overview))  # type: ignore[arg-type]
    return read(render(made, options))


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    head, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


@pytest.fixture(scope="module")
def book() -> Workbook:
    return workbook(archive())


def test_sheets_are_those_an_editor_expects(book: Workbook) -> None:
    assert book.sheetnames == SHEETS


def test_english_speaks_english() -> None:
    made = read(render(archive(20, 20), ReportOptions(lang="en", rules=RULES)))
    assert made.sheetnames == ["Summary", "Findings", "Documents", "Rules", "Not read"]


def test_one_row_for_each_finding_and_each_document(book: Workbook) -> None:
    summary = summarise(archive(), rules=RULES)
    findings = rows(book["Bevindingen"])
    assert len(findings) == sum(len(d.result.findings) for d in summary.documents)
    assert len(rows(book["Documenten"])) == len(summary.documents)
    errors = [row for row in findings if row["Soort"] == "fout" and row["Status"] != "vrijgesteld"]
    assert len(errors) == summary.counts.error
    assert {row["Id"] for row in rows(book["Regels"])} == {rule.card.id for rule in summary.rules}


def test_numbers_are_numbers(book: Workbook) -> None:
    for row in rows(book["Documenten"]):
        assert isinstance(row["Te vervangen"], int)
        assert isinstance(row["Per 10.000 woorden"], (int, float))


@pytest.mark.parametrize("name", SHEETS[1:])
def test_tables_have_filters_and_a_frozen_head(book: Workbook, name: str) -> None:
    sheet = book[name]
    [table] = sheet.tables.values()
    assert table.autoFilter is not None
    assert table.ref.startswith("A1:")
    assert sheet.freeze_panes in ("B2", "C2")
    assert all(dimension.width > 8 for dimension in sheet.column_dimensions.values())


def test_summary_has_charts_and_every_group_has_its_bar(book: Workbook) -> None:
    data = render(archive(), ReportOptions(rules=RULES))
    parts = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert "xl/charts/chart1.xml" in parts
    names = {row[0].value for row in book["Samenvatting"].iter_rows()}
    assert {group.name for group in summarise(archive()).groups} <= names


def test_the_sentence_is_whole_and_its_words_are_marked() -> None:
    data = render(result(document("a.docx", 1)), ReportOptions(rules=RULES))
    strings = zipfile.ZipFile(io.BytesIO(data)).read("xl/sharedStrings.xml").decode()
    assert re.search(r"<r><rPr><b/>.*?<t[^>]*>hoogopgeleiden</t></r>", strings)
    [row] = rows(read(data)["Bevindingen"])
    context = finding("a.docx").context
    assert row["Zin"] == context.before + context.match + context.after


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_a_document_is_never_a_formula(text: str) -> None:
    context = Context(text, text, text)
    hit = finding("a.docx", rule=text, pack=text, text=text, message=text, reason=text, context=context)
    failed = replace(document(text), status="failed")
    made = result(replace(document(f"{text}.docx"), findings=(hit,)), failed)
    data = render(made, ReportOptions(overview=Overview(title=text)))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheets = [package.read(name).decode() for name in package.namelist() if "worksheets/sheet" in name]
    assert sheets
    assert not any("<f>" in sheet or "<f " in sheet for sheet in sheets)
    [row] = rows(read(data)["Bevindingen"])
    assert row["Woorden"] == text


@pytest.mark.parametrize(
    "text",
    ["\x00\x01\x1b[31m", "\ud800 half", "_x0041_", "]]>&<b>", "\ufffe", "a" * 40_000, "👩🏽‍🎓 é e\u0301"],
)
def test_any_text_gives_a_workbook_that_opens(text: str) -> None:
    hit = replace(finding("a.docx"), text=text, context=Context(text, text, text))
    data = render(result(replace(document("a.docx"), findings=(hit,))), ReportOptions())
    [row] = rows(read(data)["Bevindingen"])
    assert str(row["Woorden"])[:1] in (text[:1], "\ufffd")


def test_links_lead_to_document_and_copy_even_past_odd_letters() -> None:
    path = "map/50% (é) #1 [a].docx"
    made = workbook(
        result(document(path, 1)),
        links={path: "../map/50%25%20%28%C3%A9%29%20%231%20%5Ba%5D.docx"},
        copies={path: "../map/kopie.docx"},
    )
    [row] = list(made["Bevindingen"].iter_rows(min_row=2))
    assert row[1].value == path
    assert row[1].hyperlink.target == "..\\map\\50%25%20(é)%20%231%20%5Ba%5D.docx"
    assert any(cell.hyperlink and cell.hyperlink.target.endswith("kopie.docx") for cell in row)


def test_a_path_longer_than_a_link_may_be_is_kept_whole() -> None:
    path = "/".join(["map" * 20] * 40) + "/a.docx"
    made = workbook(result(document(path, 1)), links={path: path})
    assert rows(made["Bevindingen"])[0]["Document"] == path


def test_nothing_found_and_nothing_read_is_a_workbook_too() -> None:
    assert workbook(result()).sheetnames == SHEETS
    assert workbook(result(document("a.docx"))).sheetnames == SHEETS


def test_the_same_run_gives_the_same_bytes() -> None:
    options = ReportOptions(rules=RULES)
    assert render(archive(30, 60), options) == render(archive(30, 60), options)
