"""Check, fix, check: what a person was already told in a comment is known, and nothing is new."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from examples import policy_note
from termlint import engine, rulebook
from termlint.matching.fingerprint import comment_id
from termlint.writers import WRITERS, WriteOptions
from tests.builders.docx import comment, footnote, p, word

if TYPE_CHECKING:
    from termlint.model import DocumentResult

RULES = rulebook.load()
HIGH, OTHER = comment_id("hoog-opgeleid"), comment_id("hoger-onderwijs")
SENTENCE = "Wij zoeken hoogopgeleiden, want hoger onderwijs telt, en mbo-leerlingen helpen mee."


def checked(data: bytes) -> DocumentResult:
    return engine.check("a.docx", data, ".docx", RULES)


def fixed(data: bytes, mode: str, author: str = "termlint") -> bytes:
    document, result = engine.examine("a.docx", data, ".docx", RULES)
    options = WriteOptions(datetime(2026, 11, 22, tzinfo=UTC), mode=mode, author=author)  # type: ignore[arg-type]
    return WRITERS["docx"](data, document, result.findings, options).data


@pytest.mark.parametrize("author", ["termlint", "Redactie"])
def test_what_was_commented_is_known(author: str) -> None:
    before = checked(word(p(SENTENCE)))
    after = checked(fixed(word(p(SENTENCE)), "comments", author))
    assert [f.status for f in before.findings] == ["new"] * 3
    assert [f.status for f in after.findings] == ["known"] * 3
    assert [f.fingerprint for f in after.findings] == [f.fingerprint for f in before.findings]


def test_what_was_commented_in_the_story_about_a_footnote_is_known_there() -> None:
    data = word(p("Zie de noot", footnote("Wij zoeken hoogopgeleiden."), "."), p("Ook hier hoogopgeleiden."))
    after = checked(fixed(data, "comments"))
    assert sorted((f.location.part, f.status) for f in after.findings) == [
        ("body", "known"),
        ("footnote", "known"),
    ]


def test_what_was_highlighted_in_a_pdf_is_known() -> None:
    data = policy_note.build()
    document, before = engine.examine("a.pdf", data, ".pdf", RULES)
    uses = [f for f in before.findings if f.status == "new" and f.severity != "info"]
    options = WriteOptions(datetime(2026, 11, 22, tzinfo=UTC))
    copy = WRITERS["pdf"](data, document, uses, options).data
    after = engine.check("a.pdf", copy, ".pdf", RULES)
    assert {f.fingerprint for f in after.findings if f.status == "known"} == {f.fingerprint for f in uses}
    assert len(after.findings) == len(before.findings)


def test_what_was_changed_is_gone_and_the_rest_is_known() -> None:
    after = checked(fixed(word(p(SENTENCE)), "tracked"))
    assert [(f.rule, f.status) for f in after.findings] == [
        ("hoog-opgeleid", "known"),
        ("hoger-onderwijs", "known"),
    ]


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        pytest.param(f"Regel: hoog-opgeleid (termlint {HIGH})", "J", id="somebody else's comment"),
        pytest.param("Regel: hoog-opgeleid (termlint)", "J", id="somebody else's, as of 0.1.0"),
        pytest.param(f"Regel: hoog-opgeleid (termlint {OTHER})", "termlint", id="about another rule"),
        pytest.param("Regel: hoger-onderwijs (termlint)", "termlint", id="another rule, as of 0.1.0"),
        pytest.param(HIGH, "termlint", id="no signature"),
        pytest.param(f"(termlint {HIGH[:7]})", "termlint", id="half an id"),
        pytest.param("Kan dit anders?", "termlint", id="no rule named"),
    ],
)
def test_another_comment_makes_nothing_known(text: str, initials: str) -> None:
    document = word(p("Wij zoeken ", comment(text, "hoogopgeleiden", initials=initials), "."))
    assert [f.status for f in checked(document).findings if f.location.part == "body"] == ["new"]
