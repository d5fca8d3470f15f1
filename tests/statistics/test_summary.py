"""Laws of the numbers behind the reports: parts add up to the whole, and nothing counts twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from termlint.errors import ConfigError
from termlint.model import Notice
from termlint.statistics.grouping import grouping
from termlint.statistics.summary import Counts, count, rate, summarise, unread
from tests.reporters.archive import RULES, archive, document, finding, result

GROUPINGS = [
    pytest.param(["a/x.docx", "b/y.docx"], "folder", ["a", "b"], id="first level"),
    pytest.param(["s/a/x.docx", "s/b/y.docx"], "folder", ["a", "b"], id="below what all share"),
    pytest.param(["s/a/1/x.docx", "s/a/2/y.docx"], "folder", ["1", "2"], id="share reaches down"),
    pytest.param(["s/a/1/x.docx", "s/b/2/y.docx"], "folder:2", ["a/1", "b/2"], id="two levels"),
    pytest.param(["s/x.docx", "s/a/y.docx"], "folder", ["s", "a"], id="loose files under the shared folder"),
    pytest.param(["x.docx", "a/y.docx"], "folder", ["", "a"], id="loose files here"),
    pytest.param(["s/x.docx", "s/y.docx"], "folder", ["s", "s"], id="one folder"),
    pytest.param(["ab/x.docx", "abc/y.docx"], "folder", ["ab", "abc"], id="folders, not letters"),
    pytest.param(["./a/x.docx", "./b/y.docx"], "folder", ["a", "b"], id="dot"),
    pytest.param(["//srv/hr/x.docx", "//srv/oa/y.docx"], "folder", ["hr", "oa"], id="two shares"),
    pytest.param(["a/2024 x.docx", "b/2025 y.docx"], r"\d{4}", ["2024", "2025"], id="whole match"),
    pytest.param(["a/2024 x.docx", "b/y.docx"], r"(\d{4}) ", ["2024", ""], id="captured, and no match"),
    pytest.param(["hr-x.docx", "oa/y.docx"], r"^(\w+)-|^(\w+)/", ["hr", "oa"], id="whichever captures"),
]


@pytest.mark.parametrize(("paths", "spec", "groups"), GROUPINGS)
def test_grouping(paths: list[str], spec: str, groups: list[str]) -> None:
    group = grouping(paths, spec)
    assert [group(path) for path in paths] == groups


@pytest.mark.parametrize("spec", ["folder:0", "folder:x", "(", "[a"])
def test_a_grouping_that_is_neither_is_refused_or_an_expression(spec: str) -> None:
    if spec.startswith("folder"):  # a valid expression that merely matches nothing
        assert grouping(["a/x.docx"], spec)("a/x.docx") == ""
    else:
        with pytest.raises(ConfigError) as caught:
            grouping(["a/x.docx"], spec)
        assert caught.value.code == "report-group-by"


def test_every_finding_has_one_outcome() -> None:
    findings = [
        finding("a.docx"),
        replace(finding("a.docx"), status="known"),
        replace(finding("a.docx", 3), status="known"),
        replace(finding("a.docx"), severity="info", reason="aangehaald"),
        replace(finding("a.docx", 5), status="known"),
        replace(finding("a.docx"), status="exempt", reason="naam"),
    ]
    counts = count(findings)
    assert counts == Counts(error=2, warning=1, info=2, known=2, exempt=1)
    assert counts.uses + counts.info + counts.exempt == len(findings)


def test_groups_rules_and_documents_add_up_to_the_whole() -> None:
    summary = summarise(archive(), rules=RULES)
    whole = summary.counts
    for parts in (summary.groups, summary.rules, summary.documents):
        assert sum((part.counts for part in parts), Counts()) == whole
    assert sum(group.documents for group in summary.groups) == len(summary.documents)
    assert sum(group.words for group in summary.groups) == summary.words
    assert sum(group.positive for group in summary.groups) == sum(summary.positive.values())
    assert sum(group.affected for group in summary.groups) == summary.affected
    softened = sum(row.count for row in summary.exempted)
    reasons = sum(f.reason is not None for d in summary.documents for f in d.result.findings)
    assert softened == reasons


def test_identical_documents_count_once_under_the_first_path() -> None:
    one, two, three = document("a.docx", 2), document("b.docx", 2), document("c.docx", 1)
    summary = summarise(result(one, replace(two, sha256=one.sha256), three))
    assert [d.result.path for d in summary.documents] == ["a.docx", "c.docx"]
    assert summary.documents[0].twins == ("b.docx",)
    assert (summary.twins, summary.counts.uses, summary.words) == (1, 3, 4000)


def test_documents_without_a_hash_are_not_each_others_copies() -> None:
    summary = summarise(result(document("a.docx", 1, sha256=None), document("b.docx", 1, sha256=None)))
    assert (len(summary.documents), summary.twins) == (2, 0)


def test_rate_compares_large_and_small() -> None:
    small, large = document("klein/a.docx", 2, words=500), document("groot/b.docx", 4, words=40_000)
    summary = summarise(result(large, small))
    assert [group.name for group in summary.groups] == ["klein", "groot"]
    assert [group.rate for group in summary.groups] == [40.0, 1.0]
    assert rate(3, 0) is None


def test_failed_and_skipped_documents_count_nowhere_but_are_there() -> None:
    old = replace(
        document("a.doc", 0), status="skipped", notices=(Notice("unread-format", {"suffix": ".doc"}),)
    )
    picture = replace(document("b.jpg", 0), status="skipped")
    failed = replace(document("c.pdf", 0), status="failed")
    partial = replace(document("d.pdf", 1), status="partial")
    scanned = replace(document("e.pdf", 0), notices=(Notice("vanished", {}),))
    summary = summarise(result(old, picture, failed, partial, scanned, document("f.pdf")))
    assert [d.result.path for d in summary.documents] == ["d.pdf", "e.pdf", "f.pdf"]
    assert [d.path for d in unread(summary)] == ["c.pdf", "d.pdf", "a.doc", "e.pdf"]


def test_rules_come_with_their_card_and_without_one_with_what_the_finding_says() -> None:
    summary = summarise(result(document("a.docx", 5)), rules={"hoog-opgeleid": RULES["hoog-opgeleid"]})
    cards = {rule.card.id: rule.card for rule in summary.rules}
    assert cards["hoog-opgeleid"].why
    assert (cards["mbo-leerling"].title, cards["mbo-leerling"].severity) == ("mbo-leerling", "error")


def test_forms_are_the_words_as_written_the_most_frequent_first() -> None:
    many = replace(document("a.docx"), findings=(finding("a.docx", 1), finding("a.docx"), finding("a.docx")))
    [rule] = summarise(result(many)).rules
    assert rule.forms == (("hoogopgeleiden", 2), ("hoogopgeleide", 1))


def test_an_empty_run_is_a_summary_too() -> None:
    summary = summarise(result())
    assert (summary.documents, summary.groups, summary.rules, summary.rate) == ((), (), (), None)
