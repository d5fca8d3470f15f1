"""The published schema of the JSON report: ours hold, and what says something else does not."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any, get_args

import pytest
from jsonschema import Draft202012Validator

from examples import policy_note, vacancy
from termlint import model
from termlint.reporters import REPORTERS, ReportOptions
from termlint.reporters.json import SCHEMA as NAME
from termlint.reporters.load import from_json
from tests.builders import pdf
from tests.builders.pdf_drawn import picture
from tests.conftest import ROOT
from tests.reporters.test_json import everything

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.cli.conftest import Desk

pytestmark = pytest.mark.slow

SCHEMA: dict[str, Any] = json.loads((ROOT / "termlint/reporters/report-schema.json").read_text("utf-8"))
CHECK = Draft202012Validator(SCHEMA)
PARTS: dict[str, Any] = SCHEMA["$defs"]
KNOWN = "termlint-baseline.jsonl"
SETTINGS = """\
exempt:
  - words: hoger onderwijs
    paths: [wet.txt]
    reason: letterlijke wettekst
limits: {text: 0.001}
"""


def wrong(report: object) -> list[str]:
    """Where a report is not as the schema says."""
    return [f"{error.json_path}: {error.message}" for error in CHECK.iter_errors(report)]


def rich() -> dict[str, Any]:
    """A report in which every field is filled somewhere."""
    report: dict[str, Any] = json.loads(REPORTERS["json"](everything(), ReportOptions()))
    return report


def inside(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every object and field in a report."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, each in pairs:
        yield (*path, name)
        yield from inside(each, (*path, name))


def at(value: Any, path: tuple[Any, ...]) -> Any:
    for name in path:
        value = value[name]
    return value


def is_free(path: tuple[Any, ...]) -> bool:
    """Whether the object there has names of any kind."""
    return bool(path) and path[-1] in ("params", "positive")


@pytest.fixture
def archive(desk: Desk) -> Desk:
    """A folder with documents of every kind and with every outcome."""
    desk.write("vacature.docx", vacancy.build())
    desk.write("beleidsnota.pdf", policy_note.build())
    desk.write("scan.pdf", pdf.pdf(pdf.page(picture()), pdf.page(pdf.line("hoger onderwijs"))))
    desk.write("nota.txt")
    desk.write("wet.txt")
    desk.write("tabel.csv", "naam;niveau\nJansen;hoogopgeleid\n")
    desk.write("kapot.docx", b"PK\x03\x04 en verder niets")
    desk.write("oud.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    desk.write("foto.png", b"\x89PNG")
    desk.write("lang.txt", "Een lange zin. " * 100)
    desk.write("termlint.yaml", SETTINGS)
    return desk


def test_is_a_schema_of_the_version_that_is_written() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["schema"] == {"const": NAME}


def test_it_knows_the_words_that_the_program_knows() -> None:
    known = {
        ("document", "status"): model.DocumentStatus,
        ("finding", "status"): model.FindingStatus,
        ("suggestion", "safety"): model.Safety,
        ("location", "part"): model.Part,
    }
    for (part, name), words in known.items():
        assert tuple(PARTS[part]["properties"][name]["enum"]) == get_args(words)
    assert tuple(PARTS["severity"]["enum"]) == model.SEVERITIES


def test_it_names_every_field_that_is_written_and_no_other() -> None:
    """Of each part of the schema: the fields it names, requires, and that a report has."""
    report = rich()
    finding = report["findings"][2]
    written = {
        "document": report["documents"][0],
        "notice": report["documents"][1]["notices"][0],
        "finding": finding,
        "suggestion": finding["suggestions"][0],
        "location": finding["location"],
    }
    assert written.keys() | {"severity"} == PARTS.keys()
    for name, value in {**written, "": report}.items():
        part = PARTS[name] if name else SCHEMA
        assert part["properties"].keys() == value.keys() == set(part["required"])


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_report_of_every_kind_of_document_holds(archive: Desk, lang: str) -> None:
    report = archive.run("check", ".", "oud.doc", "weg.docx", "--format", "json", "--lang", lang).report
    assert not wrong(report)
    documents, findings = report["documents"], report["findings"]
    assert {each["status"] for each in documents} == {"checked", "partial", "failed", "skipped"}
    assert {each["format"] for each in documents} >= {"docx", "pdf", "text", None}
    assert {each["status"] for each in findings} == {"new", "exempt"}
    assert {each["location"]["page"] is None for each in findings} == {True, False}
    assert {each["location"]["start"] is None for each in findings} == {True, False}
    assert {each["safety"] for finding in findings for each in finding["suggestions"]} >= {"choice", "advice"}


def test_a_report_against_a_baseline_holds(archive: Desk) -> None:
    archive.run("baseline", "create", "nota.txt", "tabel.csv")
    archive.write("nota.txt", "Dit is een andere tekst.\n")
    report = archive.run("check", "nota.txt", "tabel.csv", "--baseline", KNOWN, "--format", "json").report
    assert not wrong(report)
    assert report["fixed"]
    assert {each["status"] for each in report["findings"]} == {"known"}


def test_the_report_of_a_report_holds(archive: Desk) -> None:
    archive.run("report", ".", "-o", "uit.json")
    archive.run("report", "--from", "uit.json", "-o", "weer.json")
    for name in ("uit.json", "weer.json"):
        report = json.loads((archive.folder / name).read_text("utf-8"))
        assert report["findings"]
        assert not wrong(report)
        assert from_json(json.dumps(report)).findings


def test_an_empty_report_holds(desk: Desk) -> None:
    desk.write("schoon.txt", "De straat is schoon.\n")
    report = desk.run("check", ".", "--format", "json").report
    assert not report["findings"]
    assert not wrong(report)


# --- what does not hold -----------------------------------------------------------------------------


def test_without_any_of_its_fields_it_does_not_hold() -> None:
    report = rich()
    assert not wrong(report)
    missing = [path for path in inside(report) if isinstance(path[-1], str) and not is_free(path[:-1])]
    assert len(missing) > 100
    for path in missing:
        less = copy.deepcopy(report)
        del at(less, path[:-1])[path[-1]]
        assert wrong(less), path


def test_with_a_field_of_another_kind_it_does_not_hold() -> None:
    report = rich()
    for path in inside(report):
        other = copy.deepcopy(report)
        at(other, path[:-1])[path[-1]] = {} if isinstance(at(report, path), list) else []
        assert wrong(other), path


def test_with_fields_that_are_added_later_it_holds() -> None:
    report = rich()
    for path in [(), *inside(report)]:
        where = at(report, path)
        if isinstance(where, dict) and not is_free(path):
            where["later"] = {"colour": ["red"]}
    assert not wrong(report)
    assert from_json(json.dumps(report)).findings == everything().findings


def _change(*path: Any, to: Any) -> Callable[[dict[str, Any]], None]:
    def change(report: dict[str, Any]) -> None:
        at(report, path[:-1])[path[-1]] = to

    return change


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        pytest.param(_change("schema", to=NAME), _change("schema", to="termlint-report/2"), id="version"),
        *(
            pytest.param(_change(*path, to=good), _change(*path, to=bad), id=" ".join(map(str, path)))
            for path, good, bad in [
                (("documents", 0, "path"), "b.txt", ""),
                (("documents", 0, "status"), "partial", "read"),
                (("documents", 0, "sha256"), None, "ab" * 31),
                (("documents", 0, "format"), "odt", None),
                (("documents", 0, "words"), 0, -1),
                (("documents", 3, "format"), None, ""),
                (("documents", 0, "positive"), {"x": 1}, {"x": "1"}),
                (("documents", 1, "notices", 0, "page"), None, 0),
                (("documents", 1, "notices", 0, "params"), {"x": None}, {"x": {}}),
                (("findings", 0, "severity"), "info", "fatal"),
                (("findings", 0, "rule_severity"), "info", None),
                (("findings", 0, "status"), "known", "fixed"),
                (("findings", 2, "reason"), "wet", None),
                (("findings", 0, "fingerprint"), "s2:00ff", "00ff"),
                (("findings", 0, "location", "part"), "alt-text", "margin"),
                (("findings", 0, "location", "line"), 1, 0),
                (("findings", 0, "location", "start"), 0, -1),
                (("findings", 0, "location", "block"), 0, None),
                (("findings", 0, "location", "block_start"), 1, 1.5),
                (("findings", 0, "location", "bbox"), None, [1, 2, 3, 4]),
                (("findings", 2, "location", "bbox"), [1, 2, 3, 4], None),
                (("findings", 2, "location", "bbox"), [1, 2, 3, 4.5], [1, 2, 3]),
                (("findings", 2, "location", "pages"), [], [0]),
                (("findings", 3, "location", "cell"), None, {"table": 1, "row": 0, "column": 1}),
                (("findings", 0, "suggestions", 0, "safety"), "safe", "advice"),
                (("fixed", 0, "status"), "known", "gone"),
                (("run", "started"), "2026-11-22T09:00:00Z", "22 november"),
                (("summary", "known"), 0, -1),
            ]
        ),
    ],
)
def test_a_value_is_one_of_those_that_are_promised(
    good: Callable[[dict[str, Any]], None], bad: Callable[[dict[str, Any]], None]
) -> None:
    for change, holds in ((good, True), (bad, False)):
        report = rich()
        change(report)
        assert (not wrong(report)) == holds
