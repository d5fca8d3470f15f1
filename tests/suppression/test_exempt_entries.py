"""Words accepted in the settings: which findings they exempt, and which entries can go."""

from __future__ import annotations

from datetime import date

import pytest

from termlint.settings import Exempt
from termlint.suppression.exempt_entries import apply_entries, stale, stale_text
from tests.reporters.results import document, finding

TODAY = date(2026, 11, 22)
SENTENCE = "Het Platform [Hoger Onderwijs] Utrecht kwam bijeen."


def reasons(entry: Exempt, *findings: object, path: str = "nota/a.md") -> list[str | None]:
    made = apply_entries(document(*findings), path, [entry], TODAY, "nl").document  # type: ignore[arg-type]
    return [f.reason if f.status == "exempt" else None for f in made.findings]


@pytest.mark.parametrize(
    ("words", "accepted"),
    [
        pytest.param("hoger onderwijs", True, id="the words themselves, case aside"),
        pytest.param("Hoger-Onderwijs", True, id="hyphen aside"),
        pytest.param("Platform Hoger Onderwijs", True, id="a name that ends in them"),
        pytest.param("Hoger Onderwijs Utrecht", True, id="a name that begins with them"),
        pytest.param("Platform Hoger Onderwijs Utrecht", True, id="a name around them"),
        pytest.param("Platform Hoger Onderwijs Amsterdam", False, id="another name"),
        pytest.param("vorm Hoger Onderwijs", False, id="half a word"),
        pytest.param("hoger", False, id="part of the words"),
        pytest.param("kwam bijeen", False, id="other words of the sentence"),
        pytest.param("–", False, id="no word at all"),
    ],
)
def test_words_accept_themselves_and_what_stands_inside_them(words: str, accepted: bool) -> None:
    outcome = reasons(Exempt("eigennaam", words=(words,)), finding(SENTENCE))
    assert outcome == (["geaccepteerd: eigennaam"] if accepted else [None])


def test_soft_hyphens_and_line_ends_do_not_hide_the_words() -> None:
    entry = Exempt("eigennaam", words=("Platform Hoger Onderwijs",))
    assert reasons(
        entry, finding("Plat\u00adform\n[Hoger Onder\u00adwijs]", text="Hoger Onder\u00adwijs")
    ) == ["geaccepteerd: eigennaam"]


@pytest.mark.parametrize(
    ("entry", "accepted"),
    [
        pytest.param(Exempt("r", rule="hoogopgeleid"), True, id="the whole rule"),
        pytest.param(Exempt("r", rule="ladder"), False, id="another rule"),
        pytest.param(Exempt("r", rule="ladder", words=("hoogopgeleide",)), False, id="words of another rule"),
        pytest.param(Exempt("r", rule="hoogopgeleid", paths=("nota/*.md",)), True, id="in its folder"),
        pytest.param(Exempt("r", rule="hoogopgeleid", paths=("archief/**",)), False, id="elsewhere"),
        pytest.param(Exempt("r", rule="hoogopgeleid", until=TODAY), True, id="on its last day"),
        pytest.param(Exempt("r", rule="hoogopgeleid", until=date(2026, 11, 21)), False, id="a day late"),
    ],
)
def test_rule_paths_and_date_limit_an_entry(entry: Exempt, accepted: bool) -> None:
    assert bool(reasons(entry, finding())[0]) is accepted


def test_the_reason_says_who_and_until_when() -> None:
    entry = Exempt("CBS-indeling", words=("hoogopgeleide",), by="Onderzoek", until=date(2027, 1, 1))
    assert reasons(entry, finding()) == ["geaccepteerd: CBS-indeling (door Onderzoek, tot en met 2027-01-01)"]


def test_a_finding_that_was_exempt_already_keeps_its_reason_and_counts_as_use() -> None:
    entry = Exempt("r", rule="hoogopgeleid")
    made = apply_entries(
        document(finding(status="exempt", reason="naam van een wet")), "a.md", [entry], TODAY, "nl"
    )
    assert made.document.findings[0].reason == "naam van een wet"
    assert made.used == {0}


def test_expired_and_never_used_entries_are_told() -> None:
    entries = [
        Exempt("r", words=("hoogopgeleide",), line=3),
        Exempt("r", words=("hoger",), line=5),
        Exempt("r", words=("hoogopgeleide",), until=date(2026, 1, 1), line=7),
    ]
    used = apply_entries(document(finding()), "a.md", entries, TODAY, "nl").used
    told = [stale_text(each, "termlint.yaml", "nl") for each in stale(entries, used, TODAY)]
    assert [text.partition(": ")[0] for text in told] == ["termlint.yaml, regel 5", "termlint.yaml, regel 7"]
    assert "‘hoger’ is nergens meer voor nodig" in told[0]
    assert "‘hoogopgeleide’ gold tot en met 2026-01-01" in told[1]
