"""What an earlier version made keeps working, or one sentence says what to do."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.test_report_schema import wrong
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Desk

pytestmark = pytest.mark.slow

THEN = ROOT / "tests" / "fixtures" / "0.1.0"
LATER = "1799000000"
"""A moment after the runs of the history."""


@pytest.fixture
def then(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A folder as somebody had it who used that version."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", LATER)
    files = [path for path in THEN.rglob("*") if path.is_file() and path.name != "README.md"]
    assert len(files) > 8
    for path in files:  # as text: a checkout on Windows may have other line ends
        desk.write(path.relative_to(THEN).as_posix(), path.read_text("utf-8"))
    with closing(sqlite3.connect(desk.folder / "verloop.sqlite")) as database:
        database.executescript((THEN / "verloop.sql").read_text("utf-8"))
    return desk


def runs(desk: Desk) -> list[tuple[Any, ...]]:
    """New, solved and remaining of each run in the history."""
    with closing(sqlite3.connect(desk.folder / "verloop.sqlite")) as database:
        return database.execute("SELECT new, fixed, remaining FROM runs ORDER BY started").fetchall()


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def outcome(finding: dict[str, Any]) -> tuple[Any, ...]:
    """What was decided of a finding, without the sentences that may be worded anew."""
    named = ("path", "rule", "pack", "severity", "rule_severity", "status", "text", "fingerprint")
    where = finding["location"]
    return (
        *(finding[name] for name in named),
        *(where[name] for name in ("part", "line", "column", "end_line", "end_column", "start", "end")),
        *((each["text"], each["safety"], each["edits"] == []) for each in finding["suggestions"]),
        finding["reason"] is None,
    )


# --- it keeps working -------------------------------------------------------------------------------


def test_settings_and_pack_give_the_same_findings(then: Desk) -> None:
    before = json.loads((THEN / "rapport.json").read_text("utf-8"))
    ran = then.run("check", "documenten", "--format", "json")
    assert ran.code == 1
    assert {each["pack"] for each in before["findings"]} >= {"waterdam", "onderwijsniveau"}
    assert list(map(outcome, ran.report["findings"])) == list(map(outcome, before["findings"]))
    assert ran.report["summary"] == before["summary"]
    assert [each["path"] for each in ran.report["documents"]] == [
        each["path"] for each in before["documents"]
    ]


def test_the_rules_of_the_pack_still_pass_their_examples(then: Desk) -> None:
    assert then.run("rules", "test", "termen/waterdam").code == 0


def test_known_stays_known(then: Desk) -> None:
    ran = then.run("check", "documenten", "--baseline", "bekend.jsonl", "--format", "json")
    assert ran.code == 0
    statuses = [each["status"] for each in ran.report["findings"]]
    assert statuses.count("known") == len((THEN / "bekend.jsonl").read_text("utf-8").splitlines()) - 1 == 9
    assert not [
        each for each in ran.report["findings"] if each["status"] == "new" and each["severity"] != "info"
    ]
    assert not ran.report["fixed"]


def test_what_is_added_is_new_and_what_is_gone_is_solved(then: Desk) -> None:
    change(
        then.folder / "documenten/nota.md",
        "De stad telt veel studenten in het hoger onderwijs.",
        "Er zijn mbo-scholieren.",
    )
    report = then.run("check", "documenten", "--baseline", "bekend.jsonl", "--format", "json").report
    assert [each["text"] for each in report["fixed"]] == ["hoger onderwijs"]
    assert report["summary"]["known"] == 8
    assert report["summary"]["error"] + report["summary"]["warning"] == 1


def test_a_baseline_is_brought_up_to_date(then: Desk) -> None:
    before = (then.folder / "bekend.jsonl").read_text("utf-8")
    assert then.run("baseline", "update", "documenten", "--baseline", "bekend.jsonl").code == 0
    assert (then.folder / "bekend.jsonl").read_text("utf-8") == before


def test_the_history_goes_on(then: Desk) -> None:
    assert len(runs(then)) == 2
    ran = then.run("report", "documenten", "--history", "verloop.sqlite", "-o", "rapport.html")
    assert ran.code == 1, ran.err
    assert runs(then) == [(None, None, None), (0, 1, 9), (0, 0, 9)]


def test_the_history_tells_what_changed_since(then: Desk) -> None:
    change(then.folder / "documenten/wet.txt", "wordt", "van de achterstandswijk wordt")
    then.run("report", "documenten", "--history", "verloop.sqlite", "-o", "rapport.html")
    assert runs(then)[-1] == (1, 0, 9)


@pytest.mark.parametrize("form", ["html", "xlsx", "csv", "json"])
def test_the_report_is_opened(then: Desk, form: str) -> None:
    ran = then.run("report", "--from", "rapport.json", "-o", f"uit.{form}")
    assert ran.code == 1, ran.err
    assert (then.folder / f"uit.{form}").stat().st_size


def test_a_report_of_that_report_says_the_same(then: Desk) -> None:
    then.run("report", "--from", "rapport.json", "-o", "uit.json")
    before = json.loads((THEN / "rapport.json").read_text("utf-8"))
    after = json.loads((then.folder / "uit.json").read_text("utf-8"))
    assert not wrong(before)
    assert not wrong(after)
    assert after["findings"] == before["findings"]
    assert (after["run"], after["summary"]) == (before["run"], before["summary"])


# --- or it says what to do --------------------------------------------------------------------------

CHECK = ("check", "documenten", "--baseline", "bekend.jsonl")
REPORT = ("report", "documenten", "--history", "verloop.sqlite", "-o", "uit.html")


@pytest.mark.parametrize(
    ("file", "old", "new", "command", "says"),
    [
        pytest.param(
            "bekend.jsonl", '"fingerprint": "s1:', '"fingerprint": "s0:', CHECK, "baseline create", id="marks"
        ),
        pytest.param("bekend.jsonl", "baseline/1", "baseline/0", CHECK, "baseline create", id="baseline"),
        pytest.param("termlint.yaml", "fail-on:", "fail-at:", CHECK, "termlint.yaml, regel 2", id="settings"),
        pytest.param(
            "termen/waterdam/achterstandswijk.yaml", "match:", "find:", CHECK, "achterstandswijk.yaml, regel",
            id="rule",
        ),
        pytest.param(
            "rapport.json", "report/1", "report/0", ("report", "--from", "rapport.json", "-o", "uit.html"),
            "termlint-report/0", id="report",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_used_any_more_says_what_to_do(
    then: Desk, file: str, old: str, new: str, command: tuple[str, ...], says: str
) -> None:
    assert then.run(*command).code < 2
    change(then.folder / file, old, new)
    ran = then.run(*command)
    assert ran.code == 2
    assert says in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        pytest.param("PRAGMA user_version = 2", "nieuwere", id="a later version"),
        pytest.param("DROP TABLE findings", "verloop.sqlite", id="a table less"),
    ],
)
def test_a_history_that_cannot_go_on_says_what_to_do(then: Desk, statement: str, says: str) -> None:
    with closing(sqlite3.connect(then.folder / "verloop.sqlite")) as database:
        database.execute(statement)
        database.commit()
    before = (then.folder / "verloop.sqlite").read_bytes()
    ran = then.run(*REPORT)
    assert ran.code == 2
    assert says in ran.err
    assert (then.folder / "verloop.sqlite").read_bytes() == before
