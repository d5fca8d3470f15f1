"""The JSON report: every field of the contract, and back again without loss."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from termlint.errors import ConfigError
from termlint.model import Box, Cell, Location, Notice, Result
from termlint.reporters import REPORTERS, ReportOptions
from termlint.reporters.load import from_json
from tests.reporters.results import PDF_PLACE, WORD_PLACE, document, finding, result

LOCATION = {
    "page", "part", "paragraph", "heading", "line", "column", "end_line", "end_column", "start", "end",
    "block", "block_start", "block_end", "bbox", "boxes",
}  # fmt: skip
FINDING = {
    "path", "rule", "pack", "severity", "rule_severity", "status", "reason", "message", "text", "location",
    "context", "suggestions", "fingerprint",
}  # fmt: skip
DOCUMENT = {"path", "format", "sha256", "status", "pages", "words", "notices"}
BOXES = (Box(3, 70.25, 100.0, 120.5, 112.125), Box(4, 1, 2, 3, 4))


def everything() -> Result:
    """A run with a bit of everything."""
    page = replace(PDF_PLACE, boxes=BOXES, pages=(3, 4))
    cell = Location("table", 9, 0, 4, paragraph=3, cell=Cell(1, 2, 3))
    return replace(
        result(
            document(
                finding(),
                finding(severity="info", reason="aangehaald", location=WORD_PLACE),
                finding(status="exempt", reason="wet", location=page),
                finding(status="known", location=cell),
                path="é/nota.md",
            ),
            document(
                path="scan.pdf", status="partial", notices=(Notice("scan-without-text", {"page": 3}, 3),)
            ),
            document(path="weg.docx", status="failed", format=None, notices=(Notice("not-found"),)),
            document(path="x.png", status="skipped", format=None),
        ),
        fixed=(finding("Ooit stond hier [laagopgeleid]."),),
    )


def report(run: Result, **options: Any) -> dict[str, Any]:
    text = REPORTERS["json"](run, ReportOptions(**options))
    assert isinstance(text, str)
    found: dict[str, Any] = json.loads(text)
    return found


def test_every_field_of_the_contract_is_there() -> None:
    found = report(everything())
    assert found["schema"] == "termlint-report/1"
    assert {"version", "run", "documents", "findings", "fixed", "summary"} <= set(found)
    assert set(found["run"]) == {"started", "ruleset", "settings"}
    assert all(set(each) >= DOCUMENT for each in found["documents"])
    assert all(set(each) >= FINDING and set(each["location"]) >= LOCATION for each in found["findings"])
    assert set(found["findings"][0]["context"]) == {"before", "match", "after"}


def test_the_summary_counts_new_findings_by_severity() -> None:
    assert report(everything())["summary"] == {
        "documents": 4, "checked": 1, "partial": 1, "failed": 1, "skipped": 1,
        "error": 1, "warning": 0, "info": 1, "known": 1, "exempt": 1,
    }  # fmt: skip


def test_the_box_of_a_finding_is_its_first() -> None:
    location = report(everything())["findings"][2]["location"]
    assert location["bbox"] == [70.25, 100.0, 120.5, 112.125]
    assert [box["page"] for box in location["boxes"]] == [3, 4]
    assert report(everything())["findings"][0]["location"]["bbox"] is None


def test_a_suggestion_has_its_edits() -> None:
    (suggestion,) = report(everything())["findings"][0]["suggestions"]
    assert suggestion["safety"] == "choice"
    assert suggestion["edits"] == [{"start": 18, "end": 31, "text": "hbo- of wo-opgeleide"}]


def test_a_notice_speaks_the_language_of_the_run() -> None:
    messages = {
        lang: report(everything(), lang=lang)["documents"][2]["notices"][0]["message"]
        for lang in ("nl", "en")
    }
    assert messages["nl"].startswith("Dit bestand")
    assert messages["en"].startswith("This file")


@pytest.mark.parametrize("shown", [True, False])
def test_it_holds_everything_whatever_is_shown_or_failed_on(shown: bool) -> None:
    options = ReportOptions(show_info=shown, show_exempt=shown, fail_on="never" if shown else "info")
    assert REPORTERS["json"](everything(), options) == REPORTERS["json"](everything(), ReportOptions())


def test_read_back_it_is_the_same_run() -> None:
    text = REPORTERS["json"](everything(), ReportOptions())
    assert from_json(text) == everything()
    assert REPORTERS["json"](from_json(text), ReportOptions()) == text


def test_an_empty_run_can_be_read_back() -> None:
    assert from_json(REPORTERS["json"](result(), ReportOptions())) == result()


def test_a_name_that_is_no_unicode_stays_valid_json() -> None:
    run = result(document(path="caf\udce9.txt"))
    text = REPORTERS["json"](run, ReportOptions())
    assert isinstance(text, str)
    assert json.loads(text.encode("utf-8", "backslashreplace"))["documents"][0]["path"] == "caf\udce9.txt"


def test_fields_that_are_new_are_left_out_and_those_added_later_may_miss() -> None:
    data = report(everything())
    data["findings"][0]["colour"] = "red"
    for each in data["documents"]:
        del each["positive"]
    assert from_json(json.dumps(data)).findings == everything().findings


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("geen json", "report-not-json", id="no JSON"),
        pytest.param("[]", "report-other-schema", id="a list"),
        pytest.param('{"schema": "termlint-report/9"}', "report-other-schema", id="a later version"),
        pytest.param('{"schema": "termlint-report/1"}', "report-incomplete", id="half a report"),
        pytest.param("[" * 100_000, "report-not-json", id="too deep"),
    ],
)
def test_what_is_no_report_says_so(text: str, code: str) -> None:
    with pytest.raises(ConfigError) as caught:
        from_json(text)
    assert caught.value.code == code
