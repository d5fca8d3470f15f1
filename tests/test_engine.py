"""The contract of `check` and `find`: what a document becomes, in offsets that hold in the raw text."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from termlint import engine, rulebook
from termlint.messages import say
from termlint.model import Suppression
from termlint.readers import ReadOptions
from tests.builders.pdf import line, page, pdf
from tests.checked import check
from tests.language import document

if TYPE_CHECKING:
    from termlint.model import Finding
    from termlint.rulebook.model import Ruleset


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    return rulebook.load()


# --- documents ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        pytest.param(b"x", ".xyz", id="unknown format"),
        pytest.param(b"geen zip", ".docx", id="broken Word file"),
        pytest.param(b"%PDF-1.4 en niets", ".pdf", id="broken PDF"),
        pytest.param(b"", ".docx", id="empty Word file"),
    ],
)
def test_a_document_that_cannot_be_read_is_a_failed_result(rules: Ruleset, data: bytes, suffix: str) -> None:
    result = check(data, rules, suffix)
    assert result.status == "failed"
    assert result.findings == ()
    (notice,) = result.notices
    assert say(notice.code, "nl", **notice.params)
    assert result.sha256 == hashlib.sha256(data).hexdigest()
    assert result.path == f"map/stuk{suffix}"


def test_a_document_that_can_be_read_is_checked(rules: Ruleset) -> None:
    result = check("Een gewone zin van zes woorden.\n", rules)
    assert (result.status, result.findings, result.notices, result.words) == ("checked", (), (), 6)
    assert result.positive == {"vervolgonderwijs": 0, "mbo-hbo-wo-opgeleid": 0}


def test_a_password_opens_a_document_and_its_lack_fails(rules: Ruleset) -> None:
    data = pdf(page(line("Daar wonen hoogopgeleiden.", 72, 100)), password="geheim")
    assert check(data, rules, ".pdf").status == "failed"
    opened = check(data, rules, ".pdf", read=ReadOptions(password="geheim"))
    assert [finding.rule for finding in opened.findings] == ["hoog-opgeleid"]


# --- findings -------------------------------------------------------------------------------------


def marks(*texts: str, rules: Ruleset) -> list[str]:
    return [finding.fingerprint for finding in engine.find(document(*texts), rules)]


def test_copies_of_a_sentence_are_told_apart_by_their_occurrence(rules: Ruleset) -> None:
    sentence = "Daar wonen hoogopgeleiden."
    first, second = marks(sentence, sentence, rules=rules)
    assert first != second
    assert marks(sentence, "Nog iets.", sentence, rules=rules) == [first, second]
    assert marks(f"{sentence} {sentence}", rules=rules) == [first, second]


@pytest.mark.parametrize(
    "copy",
    [
        "Daar wonen hoog-\nopgeleiden.",
        "Daar  wonen\u00a0hoog\u00adopgeleiden.",
        "Daar wonen hoog opgeleiden.",
    ],
    ids=["line end", "spaces", "spelling"],
)
def test_a_fingerprint_does_not_depend_on_how_a_sentence_is_set(rules: Ruleset, copy: str) -> None:
    assert marks("Daar wonen hoogopgeleiden.", rules=rules) == marks("Iets anders.", copy, rules=rules)


def test_other_words_have_another_fingerprint(rules: Ruleset) -> None:
    assert marks("Daar wonen hoogopgeleiden.", rules=rules) != marks(
        "Hier wonen hoogopgeleiden.", rules=rules
    )


def test_a_severity_is_of_the_rule_its_profile_or_the_settings(rules: Ruleset) -> None:
    text = document("Wij vragen een hbo werk- en denkniveau.")

    def severity(**options: object) -> str:
        (finding,) = engine.find(text, rules, options=engine.Options(**options))  # type: ignore[arg-type]
        return finding.severity

    assert severity() == "warning"
    assert severity(profile="vacature") == "error"
    assert severity(profile="iets anders") == "warning"
    assert severity(profile="vacature", severities={"werk-en-denkniveau": "info"}) == "info"


@pytest.mark.parametrize(
    ("suppression", "status"),
    [
        pytest.param(Suppression(0, 30, None, "afspraak"), "exempt", id="every rule"),
        pytest.param(Suppression(0, 30, "hoog-opgeleid", "afspraak"), "exempt", id="this rule"),
        pytest.param(Suppression(0, 30, "laag-opgeleid", "afspraak"), "new", id="another rule"),
        pytest.param(Suppression(0, 5, None, "afspraak"), "new", id="another stretch"),
    ],
)
def test_what_the_author_accepted_is_exempt_with_the_reason(
    rules: Ruleset, suppression: Suppression, status: str
) -> None:
    made = document("Daar wonen hoogopgeleiden.")
    (block,) = made.blocks
    (finding,) = engine.find(replace(made, blocks=(replace(block, suppressions=(suppression,)),)), rules)
    assert finding.status == status
    assert ("afspraak" in (finding.reason or "")) == (status == "exempt")


def summary(finding: Finding) -> tuple[str, str, int]:
    return finding.rule, finding.text, finding.location.block


def test_findings_come_in_the_order_of_blocks_and_of_the_text(rules: Ruleset) -> None:
    made = engine.find(
        document(
            "Wij zien laagopgeleiden en mbo-leerlingen.", "Niets.", "Het hoger onderwijs en hoogopgeleiden."
        ),
        rules,
    )
    assert [summary(finding) for finding in made] == [
        ("laag-opgeleid", "laagopgeleiden", 0),
        ("mbo-leerling", "mbo-leerlingen", 0),
        ("hoger-onderwijs", "hoger onderwijs", 2),
        ("hoog-opgeleid", "hoogopgeleiden", 2),
    ]


def test_findings_never_overlap_and_the_longest_stands(rules: Ruleset) -> None:
    (finding,) = engine.find(document("Studenten in het mbo en hoger onderwijs."), rules)
    assert summary(finding) == ("mbo-en-hoger-onderwijs", "mbo en hoger onderwijs", 0)


def test_finding_is_a_pure_function(rules: Ruleset) -> None:
    made = document("Daar wonen hoog- en laagopgeleiden.", "Wij zien mbo-leerlingen.")
    first = engine.find(made, rules, "a.txt")
    engine.find(document("Iets met hoger onderwijs."), rules)
    assert engine.find(made, rules, "a.txt") == first


@pytest.mark.parametrize(
    ("text", "before", "match", "after"),
    [
        pytest.param(
            "Een. Daar wonen hoogopgeleiden nu. Twee.", "Daar wonen ", "hoogopgeleiden", " nu.", id="sentence"
        ),
        pytest.param("Hoogopgeleiden", "", "Hoogopgeleiden", "", id="alone"),
        pytest.param("Daar (hoogopgeleiden) wonen.", "Daar (", "hoogopgeleiden", ") wonen.", id="brackets"),
        pytest.param("Daar  wonen\nhoog-\nopgeleiden.", "Daar wonen ", "hoogopgeleiden", ".", id="folded"),
    ],
)
def test_the_context_is_the_sentence(rules: Ruleset, text: str, before: str, match: str, after: str) -> None:
    (finding,) = engine.find(document(text), rules)
    context = finding.context
    assert (context.before, context.match, context.after) == (before, match, after)


def test_a_long_context_is_cut_at_a_word(rules: Ruleset) -> None:
    (finding,) = engine.find(document(f"{'woord ' * 80}hoogopgeleiden {'woord ' * 80}"), rules)
    before, after = finding.context.before, finding.context.after
    assert before.startswith("…woord")
    assert before.endswith("woord ")
    assert after.startswith(" woord")
    assert after.endswith("woord…")
    assert max(len(before), len(after)) <= engine.CONTEXT + 2
