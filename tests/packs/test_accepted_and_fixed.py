"""What an author or an organisation accepts is exempt, and what is safe is replaced, whatever the subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termlint import engine
from termlint.execution import rule_test
from tests.builders.docx import p, word
from tests.packs.subjects import SUBJECTS, Subject, each_subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.rulebook import Rule
    from tests.cli.conftest import Desk

pytestmark = pytest.mark.slow

USE = "In deze wijk wonen veel {term}."
RULES = [
    pytest.param(subject, rule, id=rule.id)
    for subject in SUBJECTS
    for rule in subject.rules().rules
    if rule.pack == subject.pack
]


def statuses(desk: Desk) -> list[str]:
    done = desk.run("check", "nota.md", "--format", "json", "--no-cache")
    return [f["status"] for f in done.report["findings"]]


@each_subject
@pytest.mark.parametrize(
    ("comment", "status"),
    [
        pytest.param("<!-- termlint: negeer {rule} staat er terecht -->", "exempt", id="the rule"),
        pytest.param("<!-- termlint: ignore all a reason -->", "exempt", id="everything"),
        pytest.param("<!-- zomaar een opmerking -->", "new", id="any other comment"),
    ],
)
def test_a_comment_accepts(desk: Desk, subject: Subject, comment: str, status: str) -> None:
    desk.write("termlint.yaml", subject.settings)
    desk.write("nota.md", subject.fill(USE) + " " + comment.format(rule=subject.rule) + "\n")
    assert statuses(desk) == [status]


@each_subject
@pytest.mark.parametrize(
    ("paths", "status"),
    [pytest.param("nota.md", "exempt", id="this path"), pytest.param("brief.md", "new", id="another path")],
)
def test_settings_accept(desk: Desk, subject: Subject, paths: str, status: str) -> None:
    entry = f"exempt:\n  - {{words: {subject.term}, paths: [{paths}], reason: de naam van een fonds}}\n"
    desk.write("termlint.yaml", subject.settings + entry)
    desk.write("nota.md", subject.fill(USE) + "\n")
    assert statuses(desk) == [status]


@each_subject
def test_accept_writes_it_down(desk: Desk, subject: Subject) -> None:
    desk.write("termlint.yaml", subject.settings)
    desk.write("nota.md", subject.fill(USE) + "\n")
    assert statuses(desk) == ["new"]
    done = desk.run("accept", subject.rule, "nota.md", "--reason", "de naam van een fonds")
    assert done.code == 0, done.err
    assert statuses(desk) == ["exempt"]


@each_subject
def test_fix_comments_on_a_use_in_word(desk: Desk, subject: Subject) -> None:
    desk.write("termlint.yaml", subject.settings)
    desk.write("nota.docx", word(p(subject.fill(USE))))
    done = desk.run("fix", "nota.docx")
    assert done.code == 0, done.err
    data = (desk.folder / "nota.termlint.docx").read_bytes()
    assert b"word/comments.xml" in data
    again = engine.check("a.docx", data, ".docx", subject.rules()).findings
    assert [f.text for f in again if f.rule == subject.rule] == [subject.term]


@each_subject
def test_fix_replaces_what_is_safe_and_nothing_else(desk: Desk, subject: Subject) -> None:
    old, new = subject.safe
    rest = subject.fill(f"{USE}\nDe term ‘{old}’ gebruiken wij niet meer.\n")
    desk.write("termlint.yaml", subject.settings)
    desk.write("nota.txt", f"Het feest is er voor {old} in de stad.\n{rest}")
    desk.run("fix", "nota.txt", "--mode", "replace")
    text = (desk.folder / "nota.termlint.txt").read_text("utf-8")
    assert text == f"Het feest is er voor {new} in de stad.\n{rest}"


@pytest.mark.parametrize(("subject", "rule"), RULES)
def test_what_a_rule_offers_it_finds_no_more(subject: Subject, rule: Rule) -> None:
    """Each safe or chosen offer alone, put in the place of what was found, is no use of the term."""
    tried = 0
    for text, start, end, offer in _offered(subject, rule):
        tried += 1
        corrected = text[:start] + offer + text[end:]
        again = [
            f for f in rule_test.findings(corrected, subject.rules()) if f.rule == rule.id and not f.reason
        ]
        assert not [f for f in again if start <= f.location.block_start < start + len(offer)], corrected
    assert tried or all(offer.safety == "advice" for offer in rule.offers)


def _offered(subject: Subject, rule: Rule) -> Iterator[tuple[str, int, int, str]]:
    """Each example of the rule with the span of a use in it and an offer for that."""
    for example in rule.flag_examples:
        for found in rule_test.findings(example.text, subject.rules(), example.profile):
            if found.rule == rule.id and not found.reason:
                span = found.location.block_start, found.location.block_end
                yield from ((example.text, *span, o.text) for o in found.suggestions if o.safety != "advice")
