"""JUnit XML as CI servers read it."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

import pytest

from termlint.model import Notice
from termlint.reporters import REPORTERS, ReportOptions
from tests.reporters.results import WORD_PLACE, document, finding, result


def suites(*documents: Any, **options: Any) -> ET.Element:
    data = REPORTERS["junit"](result(*documents), ReportOptions(**options))
    assert isinstance(data, bytes)
    return ET.fromstring(data)


def counts(element: ET.Element) -> list[int]:
    return [int(element.attrib[name]) for name in ("tests", "failures", "errors", "skipped")]


def test_a_finding_is_a_failing_case_with_its_sentence() -> None:
    root = suites(document(finding(location=WORD_PLACE)))
    (case,) = root.iter("testcase")
    failure = case.find("failure")
    assert case.get("name") == "hoogopgeleid: ‘hoogopgeleide’ (voetnoot, alinea 41, onder ‘2.1 Doel’)"
    assert failure is not None
    assert failure.get("type") == "error"
    assert "De stad telt veel hoogopgeleide inwoners." in (failure.text or "")
    assert counts(root) == [1, 1, 0, 0]


def test_a_clean_document_passes_and_a_skipped_one_is_no_test() -> None:
    root = suites(document(), document(path="x.zip", status="skipped"))
    assert [suite.get("name") for suite in root] == ["nota.md"]
    assert counts(root) == [1, 0, 0, 0]


def test_an_unread_document_is_an_error_beside_its_findings() -> None:
    root = suites(document(finding(), status="partial", notices=(Notice("formats-no-reason"),)))
    error = root.find("testsuite/testcase/error")
    assert error is not None
    assert error.get("message") == "Niet helemaal gelezen: geen reden bekend."
    assert counts(root) == [2, 1, 1, 0]


def test_a_notice_of_many_pages_is_told_once_with_its_pages() -> None:
    scans = tuple(
        Notice("scan-without-text", {"page": page}, page=page) for page in (*range(3, 40), *range(50, 80, 2))
    )
    error = suites(document(status="partial", notices=scans)).find("testsuite/testcase/error")
    assert error is not None
    assert (error.get("message") or "").count("zonder tekstlaag") == 1
    assert (error.get("message") or "").endswith("(Ook pagina 4-39, 50, 52, 54, 56, 58, 60, 62, 64, 66, …)")


@pytest.mark.parametrize(
    ("fail_on", "failures"), [("info", 3), ("warning", 2), ("error", 1), ("never", 0)], ids=str
)
def test_what_fails_is_what_fails_the_run(fail_on: Any, failures: int) -> None:
    grades = [finding(severity=grade) for grade in ("error", "warning", "info")]
    assert counts(suites(document(*grades), fail_on=fail_on))[1] == failures


def test_known_is_skipped_and_exempt_only_when_asked() -> None:
    one = document(finding(status="known"), finding(status="exempt", reason="naam van een wet"))
    assert counts(suites(one)) == [1, 0, 0, 1]
    root = suites(one, show_exempt=True)
    assert [s.get("message") for s in root.iter("skipped")] == ["bekend", "vrijgesteld: naam van een wet"]


def test_characters_that_xml_cannot_hold_do_not_break_the_file() -> None:
    root = suites(document(finding("Een \x1b[31m[hoger]\ufffe <onderwijs> & \ud800."), path="a\x00b.md"))
    assert root[0].get("name") == "a\ufffdb.md"
