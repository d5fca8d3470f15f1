"""GitLab Code Quality, held against the fields that GitLab documents."""

from __future__ import annotations

import json
from typing import Any

import pytest

from termlint.model import Notice
from termlint.reporters import REPORTERS, ReportOptions
from tests.reporters.results import PDF_PLACE, WORD_PLACE, document, finding, result


def issues(*documents: Any, **options: Any) -> list[dict[str, Any]]:
    text = REPORTERS["gitlab"](result(*documents), ReportOptions(**options))
    assert isinstance(text, str)
    assert text.isascii(), "no byte order mark, whatever the console's code page"
    loaded = json.loads(text)
    assert isinstance(loaded, list)
    return loaded


def test_every_documented_field_is_there() -> None:
    (issue,) = issues(document(finding()))
    assert issue["description"].startswith("‘hoogopgeleide’ zet hbo en wo boven het mbo.")
    assert issue["check_name"] == "hoogopgeleid"
    assert issue["severity"] == "major"
    assert issue["location"] == {"path": "nota.md", "lines": {"begin": 1}}
    assert len(issue["fingerprint"]) == 32


@pytest.mark.parametrize("where", [WORD_PLACE, PDF_PLACE], ids=["Word", "PDF"])
def test_a_document_without_lines_is_marked_at_its_first(where: object) -> None:
    (issue,) = issues(document(finding(location=where)))
    assert issue["location"]["lines"] == {"begin": 1}
    assert issue["description"].endswith(")")


def test_paths_are_relative_to_the_repository() -> None:
    (issue,) = issues(document(finding(), path="./nota's/b.md"))
    assert issue["location"]["path"] == "nota's/b.md"


def test_the_fingerprint_is_unique_in_the_report_and_does_not_move_with_the_line() -> None:
    from dataclasses import replace

    first, second = finding(), finding(nth=1)
    moved = replace(first, location=replace(first.location, line=9))
    marks = [issue["fingerprint"] for issue in issues(document(first, second), document(first, path="b.md"))]
    assert len(set(marks)) == 3
    assert issues(document(moved, second))[0]["fingerprint"] == marks[0]


def test_severities_are_gitlabs() -> None:
    grades = [finding(severity=grade) for grade in ("error", "warning", "info")]
    assert [i["severity"] for i in issues(document(*grades), show_info=True)] == ["major", "minor", "info"]


def test_an_unread_document_blocks() -> None:
    found = issues(document(path="a.pdf", status="failed"), document(path="b.pdf", status="partial"))
    assert [(i["location"]["path"], i["severity"]) for i in found] == [
        ("a.pdf", "blocker"),
        ("b.pdf", "critical"),
    ]


def test_clean_is_an_empty_array() -> None:
    assert issues(document()) == []
    assert issues(document(finding(status="exempt"), finding(status="known"), finding(severity="info"))) == []


def test_what_is_told_of_comments_are_issues_apart() -> None:
    told = tuple(Notice("suppression-unused-line", {"said": "negeer alles", "line": line}) for line in (4, 5))
    first, second = issues(document(notices=told))
    assert (first["severity"], first["location"]["lines"]["begin"]) == ("info", 4)
    assert first["fingerprint"] != second["fingerprint"]
    assert issues(document(notices=told, status="skipped")) == []
