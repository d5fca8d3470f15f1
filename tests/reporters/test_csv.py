"""The CSV that Dutch Excel opens by a double click."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from termlint.model import Cell
from termlint.reporters import REPORTERS, ReportOptions
from tests.reporters.results import WORD_PLACE, document, finding, result


def rows(*documents: Any, fixed: Any = (), **options: Any) -> list[dict[str, str]]:
    data = REPORTERS["csv"](result(*documents, fixed=fixed), ReportOptions(**options))
    assert isinstance(data, bytes)
    assert data.startswith(b"\xef\xbb\xbfDocument;")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_row_says_it_all() -> None:
    (row,) = rows(document(finding(location=WORD_PLACE)))
    assert row["Document"] == "nota.md"
    assert row["Plaats"] == "voetnoot, alinea 41, onder ‘2.1 Doel’"
    assert row["Ernst"] == "fout"
    assert row["Status"] == "nieuw"
    assert row["Schrijf liever"] == "hbo- of wo-opgeleide"
    assert row["Zin"] == "De stad telt veel hoogopgeleide inwoners."


def test_lines_end_as_windows_wants_and_a_text_with_signs_stays_one_cell() -> None:
    data = REPORTERS["csv"](result(document(finding('Zin; met "[hoger]"\nop twee regels'))), ReportOptions())
    assert isinstance(data, bytes)
    assert data.count(b"\r\n") == 2
    (row,) = rows(document(finding('Zin; met "[hoger]"\nop twee regels')))
    assert row["Zin"] == 'Zin; met "hoger"\nop twee regels'


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝", " =", "\n@"], ids=repr)
def test_a_cell_never_becomes_a_formula(sign: str) -> None:
    evil = f'{sign}HYPERLINK("http://x";"y")'
    for row in rows(document(finding(f"{evil}[hoger]"))):
        assert row["Zin"].startswith("'")
    for row in rows(document(finding(), path=evil)):
        assert row["Document"].startswith("'")


def test_an_innocent_cell_is_left_alone() -> None:
    (row,) = rows(document(finding("mbo-, hbo- en [wo] = a+b@c")))
    assert row["Zin"] == "mbo-, hbo- en wo = a+b@c"


def test_every_status_is_there_for_excel_to_filter() -> None:
    findings = [finding(status=status) for status in ("new", "known", "exempt")]
    found = rows(document(*findings), document(path="b.pdf", status="failed"), fixed=(finding(),))
    statuses = [row["Status"] for row in found]
    assert statuses == ["niet gelezen", "nieuw", "bekend", "vrijgesteld", "opgelost"]


def test_a_table_cell_is_a_place_and_english_is_spoken() -> None:
    from dataclasses import replace

    where = replace(WORD_PLACE, part="table", cell=Cell(1, 2, 3), heading=None)
    (row,) = rows(document(finding(location=where)), lang="en")
    assert row["Place"] == "table 1, row 2, column 3"
