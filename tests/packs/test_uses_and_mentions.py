"""A term that is used, talked about, quoted or counted by others is told apart in every subject alike."""

from __future__ import annotations

import pytest

from termlint import engine
from tests.builders.docx import table, word
from tests.packs.subjects import Subject, each_subject

pytestmark = pytest.mark.slow

MENTIONED = [
    "De term ‘{term}’ gebruiken wij niet meer.",
    "Wij gebruiken de term {term} niet.",
    "Vermijd het woord {term}.",
    "Vermijd woorden als {term}.",
    "Schrijf niet meer {term}, maar {new}.",
    "Schrijf niet {term}.",
    "In plaats van {term} schrijven wij {new}.",
    "Wij spreken niet meer over {term}.",
    "Op de poster staat {new} in plaats van {term}.",
    "{Term} is geen goed woord.",
    "Zogenaamde {term} wonen overal.",
    "Voortaan gebruiken we liever geen {term}.",
    "{Term}, een woord dat pijn doet, vervalt.",
    "{Term} → {new}",
    "Vervang {term} door {new}.",
    "Liever niet: {term}. Liever wel: {new}.",
    "Oud: {term}\nNieuw: {new}",
    "- Oud: de {term}",
    "In onze stukken is {term} als aanduiding geschrapt.",
    "Spreek liever van {new} dan van {term}.",
    "De redactie wijzigt {term} overal in {new}.",
    "Wat vroeger {term} heetten, zijn nu {new}.",
    "Tot 2016 heetten zij officieel {term}.",
    "Is {term} eigenlijk nog wel een bruikbare term?",
    "Waar in oudere nota’s {term} staat, leest u: {new}.",
    "{Term} (niet meer gebruiken): zie {new}.",
]
QUOTED = [
    "Zij zegt: “Wij willen dat alle {term} in onze mooie stad kunnen blijven wonen.”",
    "Interviewer: En toen?\nMevrouw Haile: Toen hoorden wij bij de {term}.",
    "R3: Nou, als {term} hebben wij weinig te vertellen.",
]
COUNTED = [
    "Volgens de indeling van het CBS zijn zij {term}.",
    "Figuur 3. Aandeel {term} per wijk. Bron: CBS StatLine",
    "Kaart 2 Aandeel {term} per buurt, CBS 2022",
    "Gebruikte bestanden: CBS, {term} naar wijk 2023.",
]
USED = [
    "In deze wijk wonen veel {term}.",
    "Wij nodigen {term} uit voor het gesprek.",
    "{Term} krijgen een brief.",
    "Het aandeel {term} groeit.",
    "De naam van de straat is bekend bij {term}.",
    "Wij schrijven {term} een brief.",
    "Niet alle {term} spreken dezelfde taal.",
    "Wij zeggen dat {term} welkom zijn.",
    "De wijk, waar {term} wonen, krijgt een park.",
]


@each_subject
@pytest.mark.parametrize("text", MENTIONED)
def test_a_mention_is_information(subject: Subject, text: str) -> None:
    assert [(f.severity, f.reason is not None) for f in subject.found(text)] == [("info", True)]


@each_subject
@pytest.mark.parametrize("text", QUOTED)
def test_somebody_s_own_words_are_information(subject: Subject, text: str) -> None:
    assert [(f.severity, f.reason is not None) for f in subject.found(text)] == [("info", True)]


@each_subject
@pytest.mark.parametrize("text", COUNTED)
def test_a_category_of_the_statistician_is_information(subject: Subject, text: str) -> None:
    assert [(f.severity, f.reason is not None) for f in subject.found(text)] == [("info", True)]


@each_subject
@pytest.mark.parametrize("text", USED)
def test_a_use_counts(subject: Subject, text: str) -> None:
    severity = subject.rules().by_id()[subject.rule].severity
    assert [(f.severity, f.reason) for f in subject.found(text)] == [(severity, None)]


@each_subject
@pytest.mark.parametrize(
    ("head", "reasoned"),
    [
        pytest.param(("Oude term", "Nieuwe term"), True, id="old and new term"),
        pytest.param(("Liever niet", "Liever wel"), True, id="rather not, rather"),
        pytest.param(("Wijk", "Toelichting"), False, id="any other head"),
    ],
)
def test_a_table_of_words_says_so_in_its_head(
    subject: Subject, head: tuple[str, str], reasoned: bool
) -> None:
    data = word(table([head, (subject.term, subject.new)]))
    found = [
        f for f in engine.check("a.docx", data, ".docx", subject.rules()).findings if f.rule == subject.rule
    ]
    assert [f.reason is not None for f in found] == [reasoned]


@each_subject
@pytest.mark.parametrize(
    ("heading", "reasoned"),
    [
        pytest.param("Woorden die wij vermijden", True, id="a list of words"),
        pytest.param("Wonen en bouwen", False, id="any other heading"),
    ],
)
def test_a_heading_may_say_so_too(subject: Subject, heading: str, reasoned: bool) -> None:
    text = f"# {heading}\n\n- {subject.term}\n"
    found = [
        f
        for f in engine.check("a.md", text.encode(), ".md", subject.rules()).findings
        if f.rule == subject.rule
    ]
    assert [f.reason is not None for f in found] == [reasoned]
