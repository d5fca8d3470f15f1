"""What is offered agrees with the sentence: inflection, en or of, hyphens, capitals, article."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termlint import rulebook
from tests.language import applied, corrected, findings, found, offers, uses

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.rulebook.model import Ruleset


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    return rulebook.load()


AGREES = [
    pytest.param("Zij is laagopgeleid.", "Zij is mbo-opgeleid.", id="predicate"),
    pytest.param("De laagopgeleide vrouw komt.", "De mbo-opgeleide vrouw komt.", id="attributive"),
    pytest.param("Wij zien laagopgeleiden.", "Wij zien mbo-opgeleiden.", id="plural noun"),
    pytest.param("Zij is hoger opgeleid.", "Zij is hbo- of wo-opgeleid.", id="of for one person"),
    pytest.param("Wij zien hoogopgeleiden.", "Wij zien hbo- en wo-opgeleiden.", id="en for a group"),
    pytest.param("Zij is hoog of laag opgeleid.", "Zij is mbo-, hbo- of wo-opgeleid.", id="of, coordinated"),
    pytest.param(
        "Wij zien hoog- en laagopgeleide ouders.",
        "Wij zien mbo-, hbo- en wo-opgeleide ouders.",
        id="en, coordinated",
    ),
    pytest.param(
        "Zij zien lager- en middelbaaropgeleiden.", "Zij zien vmbo- en mbo-opgeleiden.", id="two levels"
    ),
    pytest.param(
        "Wij zien laag-, midden- en hoogopgeleiden.",
        "Wij zien vmbo-, mbo-, hbo- en wo-opgeleiden.",
        id="in the order of the levels",
    ),
    pytest.param(
        "De hoogopgeleidenbuurt groeit.", "De buurt met veel hbo- en wo-opgeleiden groeit.", id="compound"
    ),
    pytest.param("Wie hoger is opgeleid, komt.", "Wie hbo- of wo-opgeleid is, komt.", id="parted"),
    pytest.param("Laagopgeleide ouders komen.", "Mbo-opgeleide ouders komen.", id="capital"),
    pytest.param(
        "Er komt er een. Hoogopgeleiden eerst.",
        "Er komt er een. Hbo- en wo-opgeleiden eerst.",
        id="next sentence",
    ),
    pytest.param(
        "Wij zoeken: hoogopgeleiden.", "Wij zoeken: hbo- en wo-opgeleiden.", id="no capital after a colon"
    ),
    pytest.param("ZIJ IS LAAGOPGELEID", "ZIJ IS MBO-OPGELEID", id="capitals"),
    pytest.param("HOOG- EN LAAGOPGELEIDEN", "MBO-, HBO- EN WO-OPGELEIDEN", id="capitals, coordinated"),
    pytest.param("De mbo-leerling komt.", "De mbo-student komt.", id="singular"),
    pytest.param("De mbo-leerlingen komen.", "De mbo-studenten komen.", id="plural"),
    pytest.param(
        "MBO-leerlingen komen.", "Mbo-studenten komen.", id="an abbreviation in capitals begins a sentence"
    ),
    pytest.param("De MBO-leerlingen komen.", "De mbo-studenten komen.", id="and inside one"),
    pytest.param("De mbo-leerlingenraad komt.", "De mbo-studentenraad komt.", id="compound of a noun"),
    pytest.param("Zij stroomt op naar het hbo.", "Zij stroomt door naar het hbo.", id="separable verb"),
    pytest.param(
        "Studenten stromen na een jaar af naar de havo.",
        "Studenten stromen na een jaar door naar de havo.",
        id="separable verb, parted",
    ),
    pytest.param("Leerlingen zijn opgestroomd.", "Leerlingen zijn doorgestroomd.", id="participle"),
    pytest.param("Studenten proberen op te stromen.", "Studenten proberen door te stromen.", id="te"),
    pytest.param("Er is afstroom van studenten.", "Er is doorstroom van studenten.", id="noun of a verb"),
    pytest.param("Het hoger onderwijs groeit.", "Het hbo en wo groeit.", id="the article that stays"),
    pytest.param("Zij volgen hoger onderwijs.", "Zij volgen hbo of wo.", id="of after volgen"),
    pytest.param(
        "Studenten in het mbo en het hoger onderwijs.",
        "Studenten in het vervolgonderwijs.",
        id="all together",
    ),
    pytest.param("De vmbo, mbo en hoger onderwijs.", "De vmbo, mbo, hbo en wo.", id="in a list"),
    pytest.param(
        "De keuze tussen mbo en hoger onderwijs.", "De keuze tussen mbo, hbo en wo.", id="after tussen"
    ),
    pytest.param("Het hoger beroepsonderwijs groeit.", "Het hbo groeit.", id="safe"),
    pytest.param("Werk- en denkniveau: hbo", "Opleiding en ervaring: hbo", id="label"),
]


@pytest.mark.parametrize(("text", "after"), AGREES)
def test_the_first_offer_makes_a_right_sentence_that_is_silent(rules: Ruleset, text: str, after: str) -> None:
    assert corrected(text, rules) == after
    assert found(after, rules) == []


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        pytest.param("Het opleidingsniveau stijgt.", "De ", id="het"),
        pytest.param("Wij kennen dit opleidingsniveau.", "Wij kennen deze ", id="dit"),
        pytest.param("Wij kennen dat opleidingsniveau.", "Wij kennen die ", id="dat"),
        pytest.param("Wij kennen een opleidingsniveau.", "Wij kennen een ", id="een stays"),
        pytest.param("Wij kennen opleidingsniveau.", "Wij kennen ", id="none"),
    ],
)
def test_an_article_that_no_longer_agrees_changes_with_it(rules: Ruleset, text: str, begins: str) -> None:
    (finding,) = findings(text, rules)
    for offer in finding.suggestions:
        if offer.text in ("opleiding", "opleidingsvorm"):
            assert applied(text, offer.edits) == text.replace(text[: text.index("opl")], begins).replace(
                "opleidingsniveau", offer.text
            )
    assert {"opleiding", "opleidingsvorm"} & {offer.text for offer in finding.suggestions}


@pytest.mark.parametrize(
    ("text", "after"),
    [
        pytest.param(
            "Wij vragen een hbo werk- en denkniveau.", "Wij vragen een hbo-opleiding", id="after een"
        ),
        pytest.param("Wij vragen hbo werk- en denkniveau.", "Wij vragen een hbo-opleiding", id="without"),
    ],
)
def test_an_offer_after_een_brings_no_second_one(rules: Ruleset, text: str, after: str) -> None:
    (use,) = uses(text, rules)
    written = [applied(text, offer.edits) for offer in use.suggestions if offer.edits]
    assert any(sentence.startswith(after) for sentence in written)
    assert not any("een een " in sentence for sentence in written)


LOW = ["Wij zien laagopgeleiden.", "Zij is laag opgeleid.", "De laagopgeleide ouders komen."]
MIDDLE = ["middelbaar opgeleiden", "Middelbaaropgeleid", "middenopgeleiden"]


def names_mbo(offer: str) -> bool:
    return "mbo-" in offer.replace("vmbo-", "")


@pytest.mark.parametrize("middle", MIDDLE)
@pytest.mark.parametrize("text", LOW)
def test_where_the_document_names_a_middle_group_the_low_one_is_not_mbo_first(
    rules: Ruleset, text: str, middle: str
) -> None:
    """For Statistics Netherlands mbo 2 to 4 is the middle group: mbo-opgeleid would be false."""
    assert not names_mbo(offers(text, rules, f"De tabel toont {middle}.")[0])
    assert names_mbo(offers(text, rules, "De tabel toont de wijk.")[0])


@pytest.mark.parametrize("text", LOW)
def test_and_never_mbo_at_all(rules: Ruleset, text: str) -> None:
    assert not any(map(names_mbo, offers(text, rules, "De tabel toont middenopgeleiden.")))


def test_a_middle_group_with_a_hanging_hyphen_counts(rules: Ruleset) -> None:
    there = offers(LOW[0], rules, "De tabel toont laag-, midden- en hoogopgeleiden.")
    assert not names_mbo(there[0])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Je werkt op hbo-werk- en denkniveau.", id="after op"),
        pytest.param("Je werkt en denkt op academisch denkniveau.", id="after op, bare"),
    ],
)
def test_advice_changes_nothing(rules: Ruleset, text: str) -> None:
    (use,) = uses(text, rules)
    assert use.suggestions
    assert all(not offer.edits for offer in use.suggestions if offer.safety == "advice")
    assert use.suggestions[0].safety == "advice"


@pytest.mark.parametrize(
    "text",
    [
        "Wij zien “laagopgeleiden” niet.",
        "De Wet op het hoger onderwijs geldt.",
        "Vermijd de term laagopgeleid.",
    ],
)
def test_what_is_not_the_authors_gets_no_offer(rules: Ruleset, text: str) -> None:
    assert [finding.suggestions for finding in findings(text, rules)] == [()]


SENTENCES = st.sampled_from(
    [
        "Wij zien {} in de stad.",
        "Zij noemen {} vaak.",
        "{} wonen hier, zegt het panel.",
        "Daar (bij de brug) wonen {}!",
    ]
)
WORDS = st.sampled_from(
    [
        "laagopgeleiden",
        "hoog opgeleiden",
        "hoger- en lageropgeleiden",
        "mbo-leerlingen",
        "middenopgeleiden",
        "mbo en hoger onderwijs",
    ]
)
NOISE = st.sampled_from(
    ["", "😀 ", "Eerst een zin met cafe\u0301. ", "Een\u00a0regel\nof twee. ", "Niet \u00adhier. "]
)


@settings(max_examples=60, deadline=None)
@given(SENTENCES, WORDS, NOISE)
def test_edits_count_in_the_raw_block_and_touch_only_the_finding(
    sentence: str, words: str, noise: str
) -> None:
    rules = _rules()
    text = noise + sentence.format(words)
    (use,) = uses(text, rules)
    for offer in use.suggestions:
        if offer.edits:
            after = applied(text, offer.edits)
            start, end = text.index(words), text.index(words) + len(words)
            assert after.startswith(text[: start - (1 if start else 0)])
            assert after.endswith(text[end:])


_LOADED: list[Ruleset] = []


def _rules() -> Ruleset:
    if not _LOADED:
        _LOADED.append(rulebook.load())
    return _LOADED[0]


def test_the_first_offer_silences_the_rule_in_every_labelled_sentence(gold: Path, rules: Ruleset) -> None:
    tried = 0
    for row in map(json.loads, (gold / "dev.jsonl").read_text("utf-8").splitlines()):
        for use in uses(row["text"], rules):
            offer = use.suggestions[0] if use.suggestions else None
            if not offer or not offer.edits:
                continue
            tried += 1
            begin = min(edit.start for edit in offer.edits)
            grown = sum(len(edit.text) - (edit.end - edit.start) for edit in offer.edits)
            end = max(edit.end for edit in offer.edits) + grown
            left = uses(applied(row["text"], offer.edits), rules)
            again = [f.text for f in left if f.location.block_start < end and begin < f.location.block_end]
            assert not again, (row["id"], offer.text, again)
    assert tried > 100


def test_an_offer_in_a_form_that_there_is_not_is_left_out(tmp_path: Path) -> None:
    """A participle has no form for the first part of a compound."""
    (tmp_path / "pack.yaml").write_text("id: eigen\ntitle: Eigen\n")
    (tmp_path / "zwaar.yaml").write_text(
        "id: zwaar\nseverity: warning\ntitle: Zwaar\nmessage: '‘{match}’'\nwhy: Zo.\nsource: {title: Proef}\n"
        "words: {zwaar: adjective, opgeleid: {class: participle, compounds: true}}\nmatch: [zwaar-opgeleid]\n"
        'suggest: [{text: "mbo-{opgeleid}", safety: choice}]\n'
        'examples: {flag: [{text: "De [zwaaropgeleide] man."}], pass: [Niets.]}\n',
        encoding="utf-8",
    )
    own = rulebook.load([tmp_path])
    offered = {
        word: offers(f"Dit is een {word}.", own) for word in ("zwaaropgeleide", "zwaaropgeleidenbuurt")
    }
    assert offered == {"zwaaropgeleide": ["mbo-opgeleide"], "zwaaropgeleidenbuurt": []}
