"""SARIF 2.1.0: the schema's rules, GitHub's documented ones, and nothing dropped."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from termlint.model import Edit, Notice, Suggestion
from termlint.reporters import REPORTERS, ReportOptions
from tests.reporters.results import CARD, PDF_PLACE, WORD_PLACE, document, finding, result

_SCHEMA = json.loads(Path(__file__).with_name("sarif-2.1.0-used.schema.json").read_text("utf-8"))
_VALIDATOR = jsonschema.Draft7Validator(_SCHEMA, format_checker=jsonschema.FormatChecker())


def run(*documents: Any, fixed: Any = (), **options: Any) -> dict[str, Any]:
    """The one run of the log, which is valid."""
    text = REPORTERS["sarif"](result(*documents, fixed=fixed), ReportOptions(**options))
    assert isinstance(text, str)
    assert text.isascii()
    log = json.loads(text)
    _VALIDATOR.validate(log)
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


def test_the_schema_used_here_is_a_schema_and_refuses() -> None:
    jsonschema.Draft7Validator.check_schema(_SCHEMA)
    log = json.loads(str(REPORTERS["sarif"](result(document(finding())), ReportOptions())))
    log["runs"][0]["results"][0]["baselineState"] = "known"
    assert [e.validator for e in _VALIDATOR.iter_errors(log)] == ["enum"]


def test_what_github_requires_of_a_result_is_there() -> None:
    made = run(document(finding()), rules={"hoogopgeleid": CARD})
    (entry,) = made["results"]
    (rule,) = made["tool"]["driver"]["rules"]
    physical = entry["locations"][0]["physicalLocation"]
    assert made["tool"]["driver"]["name"] == "termlint"
    assert rule["id"] == entry["ruleId"] == "hoogopgeleid"
    assert made["tool"]["driver"]["rules"][entry["ruleIndex"]] is rule
    assert rule["shortDescription"]["text"] == "Hoogopgeleid"
    assert rule["fullDescription"]["text"]
    assert "Mbo-uitvoeringsplan" in rule["help"]["text"]
    assert rule["defaultConfiguration"]["level"] == "error"
    assert entry["message"]["text"]
    assert physical["artifactLocation"]["uri"] == "nota.md"
    assert [physical["region"][k] for k in ("startLine", "startColumn", "endLine", "endColumn")] == [
        1,
        19,
        1,
        32,
    ]
    assert entry["partialFingerprints"]["primaryLocationLineHash"]


def test_long_descriptions_are_cut_to_what_github_shows() -> None:
    card = replace(CARD, why="Lang. " * 400)
    (rule,) = run(rules={"hoogopgeleid": card})["tool"]["driver"]["rules"]
    assert len(rule["fullDescription"]["text"]) == 1024
    assert len(rule["help"]["text"]) > 2000


@pytest.mark.parametrize(
    ("where", "words"),
    [(WORD_PLACE, "voetnoot, alinea 41, onder ‘2.1 Doel’"), (PDF_PLACE, "pagina iii")],
    ids=["Word", "PDF"],
)
def test_a_document_without_lines_has_line_one_and_a_logical_location(where: object, words: str) -> None:
    (entry,) = run(document(finding(location=where)))["results"]
    (location,) = entry["locations"]
    assert location["physicalLocation"]["region"]["startLine"] == 1
    assert "startColumn" not in location["physicalLocation"]["region"]
    assert location["logicalLocations"][0]["fullyQualifiedName"] == words


def test_levels() -> None:
    grades = [finding(severity=grade) for grade in ("error", "warning", "info")]
    assert [entry["level"] for entry in run(document(*grades))["results"]] == ["error", "warning", "note"]


def test_nothing_compared_says_nothing_of_a_baseline() -> None:
    (entry,) = run(document(finding()))["results"]
    assert "baselineState" not in entry
    assert "suppressions" not in entry


def test_known_exempt_and_fixed_findings_are_marked_and_not_dropped() -> None:
    one = document(
        finding(), finding(status="known", nth=1), finding(status="exempt", nth=2, reason="naam van een wet")
    )
    entries = run(one, fixed=(finding("Een [hoogopgeleide] buurt."),))["results"]
    assert [entry["baselineState"] for entry in entries] == ["new", "unchanged", "new", "absent"]
    assert [bool(entry["suppressions"]) for entry in entries] == [False, False, True, False]
    assert entries[2]["suppressions"] == [{"kind": "external", "justification": "naam van een wet"}]


def test_a_fix_replaces_the_right_characters_of_the_file() -> None:
    text = "# Kop\r\n\r\n- De stad telt veel hoogopgeleide inwoners.\r\n"
    made = finding()
    start = text.index("hoogopgeleide")
    made = replace(made, location=replace(made.location, line=3, start=start, end=start + 13))
    (fix,) = run(document(made))["results"][0]["fixes"]
    (replacement,) = fix["artifactChanges"][0]["replacements"]
    region = replacement["deletedRegion"]
    cut = text[: region["charOffset"]] + replacement["insertedContent"]["text"]
    assert cut + text[region["charOffset"] + region["charLength"] :] == text.replace(
        "hoogopgeleide", "hbo- of wo-opgeleide"
    )


@pytest.mark.parametrize(
    "unfixable",
    [
        pytest.param({"location": WORD_PLACE}, id="Word"),
        pytest.param({"suggestions": (Suggestion("controleer de indeling", "advice"),)}, id="advice"),
        pytest.param({"suggestions": (Suggestion("x", "safe", (Edit(0, 31, "x"),)),)}, id="beyond the words"),
    ],
)
def test_no_fix_where_a_viewer_would_damage_the_file(unfixable: dict[str, object]) -> None:
    (entry,) = run(document(finding(**unfixable)))["results"]
    assert "fixes" not in entry


def test_an_unread_document_is_a_notification_and_the_run_not_successful() -> None:
    made = run(document(path="b.pdf", status="failed", sha256=None, notices=(Notice("formats-no-reason"),)))
    (invocation,) = made["invocations"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] is False
    assert notification["level"] == "error"
    assert notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "b.pdf"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("map met spatie/één.docx", "map%20met%20spatie/%C3%A9%C3%A9n.docx"),
        ("./a#b?c.md", "a%23b%3Fc.md"),
        ("/srv/a b.md", "file:///srv/a%20b.md"),
        ("C:/Users/a b.md", "file:///C:/Users/a%20b.md"),
        ("a\udce9.md", "a%E9.md"),
    ],
    ids=["space and accent", "signs", "absolute", "Windows", "name that is not UTF-8"],
)
def test_paths_are_uris(path: str, uri: str) -> None:
    (artifact,) = run(document(path=path))["artifacts"]
    assert artifact["location"]["uri"] == uri


def test_a_file_named_twice_is_one_artifact() -> None:
    assert len(run(document(), document())["artifacts"]) == 1
