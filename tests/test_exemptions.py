"""Why a hit is softened or silent, each reason with a twin that is simply a use."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termlint import engine, rulebook
from termlint.dutch.quotes import quotes
from termlint.dutch.sentences import sentence_around, sentence_starts
from termlint.exemptions import Surroundings, Verdict, exempt, mentions, names
from termlint.exemptions.hit import Cue
from termlint.messages import CATALOG
from tests.builders.docx import table, word
from tests.language import findings

if TYPE_CHECKING:
    from termlint.rulebook.model import Ruleset


@pytest.fixture(scope="module")
def dutch() -> Ruleset:
    return rulebook.load()


def judged(marked: str, *, part: str = "body", heading: str = "") -> Verdict | None:
    """The verdict on the words between | and | of a text."""
    before, words, after = marked.split("|")
    text = before + words + after
    start, end = len(before), len(before) + len(words)
    sentence = sentence_around(sentence_starts(text), len(text), start, end)
    line = (text, start, end)
    return exempt(Surroundings(text, start, end, sentence, quotes(text), part, heading, line))


def outcome(marked: str, *, part: str = "body", heading: str = "") -> tuple[str, str] | None:
    verdict = judged(marked, part=part, heading=heading)
    return (verdict.outcome, verdict.reason) if verdict else None


SOFTENED = {
    "reason-quoted": [
        "Wij zien ‘|laagopgeleiden|’ vaak.",
        "Wij zien “|laagopgeleiden|” vaak.",
        'Wij zien "|laagopgeleiden|" vaak.',
        "Wij zien '|laagopgeleiden|' vaak.",
        "Wij zien „|laagopgeleiden|” vaak.",
        "Wij zien ‘|hoger’ onderwijs| vaak.",
        "Wij zien ‘|hoog- en laagopgeleiden|’ vaak.",
    ],
    "reason-speech": [
        "Zij zegt: “Wij willen dat alle |laagopgeleiden| in onze mooie stad kunnen blijven wonen.”",
        'Zij zegt: "Wij willen dat alle |laagopgeleiden| in onze mooie stad kunnen blijven wonen."',
    ],
    "reason-mention": [
        "Wij gebruiken de term |laagopgeleid| niet.",
        "Vermijd woorden als |laagopgeleid|.",
        "In plaats van |laagopgeleid| schrijven wij iets anders.",
        "Wij spreken niet meer over |laagopgeleiden|.",
        "Schrijf niet |laagopgeleid|.",
        "|Laagopgeleid| is geen goed woord.",
        "Zogenaamde |laagopgeleiden| wonen overal.",
        "Wij schrijven niet meer |laagopgeleid|, maar noemen de opleiding.",
        "Voortaan gebruiken we liever geen |laagopgeleid|.",
        "Wij willen niet meer |laagopgeleid| zeggen.",
        "Wij vragen niet langer om een |werk- en denkniveau|.",
        "|Laagopgeleid|, een woord dat pijn doet, vervalt.",
        "|Laagopgeleid| wordt mbo-opgeleid.",
        "|Hoger onderwijs| → hbo en wo",
        "Liever niet: een |hoogopgeleide| collega. Liever wel: een collega met een hbo-diploma.",
        "- Oud: studenten in het |hoger onderwijs|",
        "Termen die wij niet gebruiken: middelbaar en |laagopgeleid|.",
    ],
    "reason-statistics": [
        "Volgens de indeling van het CBS is zij |laagopgeleid|.",
        "Bron: CBS. De categorie |laagopgeleid| van het CBS is breed.",
        "Figuur 3. Aandeel |laagopgeleid| per wijk. Bron: CBS StatLine",
    ],
    "reason-title": [
        "Het rapport Kansen voor |laagopgeleiden| verscheen.",
        "De campagne ‘Werk voor iedereen’ en de notitie Wonen voor |laagopgeleiden|.",
        "Het project Kansen voor |laagopgeleiden| begint.",
    ],
}
SILENT = {
    "reason-law": [
        "De Wet op het |hoger onderwijs| geldt.",
        "Het Uitvoeringsbesluit |hoger onderwijs| geldt.",
        "Kamerstukken II 2020/21, 31 288 |hoger onderwijs|, nr. 3",
        "De Wet kwaliteit in verscheidenheid |hoger onderwijs| geldt.",
        "De Wet medezeggenschap |hoger onderwijs| geldt.",
    ],
    "reason-name": [
        "Zij werkt bij de directie |Hoger Onderwijs| in Den Haag.",
        "Lector Studiesucces in het |Hoger Onderwijs|",
    ],
    "reason-bibliography": [
        "Jansen, P. (2019). |Laagopgeleid| in de stad. Amsterdam: Uitgever.",
        "CBS (2023). De |laagopgeleiden| van Nederland. Den Haag.",
        "Over |laagopgeleiden| (geraadpleegd op 3 mei 2024).",
        "³ J. de Boer en L. Smid, |Laagopgeleid|, hoog tijd? Utrecht: Uitgever, 2022, p. 14.",
    ],
    "reason-address": [
        "Zie https://example.nl/|laagopgeleid|/index voor meer.",
        "Zie www.|laagopgeleid|.nl voor meer.",
        "Mail |laagopgeleid|@example.nl gerust.",
        "Zie map/|laagopgeleid|/x.csv voor meer.",
        "Zie |laagopgeleid|.csv voor meer.",
        "Zie #|laagopgeleid| voor meer.",
        "Zet het in G:\\Onderzoek\\|Laagopgeleiden|\\2024 en meld dat.",
        "Zie @sec-|hoger-onderwijs| voor meer.",
    ],
    "reason-identifier": [
        "De kolom |laagopgeleid|_3 telt.",
        "De kolom df$|laagopgeleid| telt.",
        "De kolom |laagOpgeleid| telt.",
        "De slug wijk-|laagopgeleid|-stad telt.",
        "De kolom `|laagopgeleid|` telt.",
        'filter(x == "|laagopgeleid|")',
        "library(|laagopgeleid|)",
    ],
}
USES = [
    pytest.param("Wij zien |laagopgeleiden| vaak.", id="a plain use"),
    pytest.param("Wij zien ‘iedereen’ en |laagopgeleiden| vaak.", id="beside a quotation"),
    pytest.param("De mbo'ers, |laagopgeleiden| en foto's.", id="between apostrophes"),
    pytest.param("Wij zien “|laagopgeleiden| vaak.", id="a mark that is never closed"),
    pytest.param("In de eerste termijn zijn |laagopgeleiden| geholpen.", id="termijn is no term"),
    pytest.param("Het is niet voor |laagopgeleiden|.", id="niet alone is no mention"),
    pytest.param("Het CBS meldt dat |laagopgeleiden| vaker verhuizen.", id="a source, but no category"),
    pytest.param("De categorie |laagopgeleid| is breed.", id="a category, but no source"),
    pytest.param("Het rapport laat zien dat |laagopgeleiden| komen.", id="a report that says something"),
    pytest.param("De wet helpt het |hoger onderwijs|.", id="a law, not its name"),
    pytest.param("|Hoger onderwijs| is er voor velen.", id="only a first capital"),
    pytest.param("|Hoger Onderwijs| in de stad", id="a heading in title case"),
    pytest.param("Jansen woont hier. |Laagopgeleiden| ook.", id="an author, but no year"),
    pytest.param("Zie example.nl en |laagopgeleiden|.", id="beside an address"),
    pytest.param("Zie ook/of |laagopgeleiden|.", id="a slash is no path"),
    pytest.param("De wethouder wil het |Hoger Onderwijs| helpen.", id="capitals after a verb"),
    pytest.param("De Wet helpt het |hoger onderwijs|.", id="a law that does something"),
    pytest.param("J. de Boer, wethouder, ziet |laagopgeleiden| in 2022.", id="a name, but no title"),
    pytest.param("Voor het project ‘Samen’ zoeken we |laagopgeleiden|.", id="after a title between marks"),
    pytest.param("Wij laten niet meer |laagopgeleiden| in de kou staan.", id="no more, but not of words"),
    pytest.param("De |laagopgeleide| wordt mbo-docent.", id="becomes, but no word"),
    pytest.param("Het is niet zo: |laagopgeleiden| doen mee.", id="niet zo is no label"),
    pytest.param("Nieuw: studenten in het |hoger onderwijs|", id="the right one is labelled"),
    pytest.param("2 = |lager onderwijs|", id="a legend"),
    pytest.param('ggtitle("|Laagopgeleid| per wijk")', id="a plot title"),
    pytest.param("# |Laagopgeleid| per wijk", id="a Markdown heading"),
]


@pytest.mark.parametrize(
    ("reason", "text"), [(reason, text) for reason, texts in SOFTENED.items() for text in texts]
)
def test_information_with_its_reason(reason: str, text: str) -> None:
    assert outcome(text) == ("info", reason)
    assert reason in CATALOG


@pytest.mark.parametrize(
    ("reason", "text"), [(reason, text) for reason, texts in SILENT.items() for text in texts]
)
def test_silence_with_its_reason(reason: str, text: str) -> None:
    assert outcome(text) == ("silent", reason)
    assert reason in CATALOG


@pytest.mark.parametrize("text", USES)
def test_a_use(text: str) -> None:
    assert outcome(text) is None


def test_a_comment_in_code_is_information_and_in_prose_a_use() -> None:
    assert outcome("x <- 1  # |laagopgeleid| tellen", part="code") == ("info", "reason-comment")
    assert outcome("Nummer 1 is |laagopgeleid| van aard") is None


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        pytest.param("Literatuur", ("silent", "reason-bibliography"), id="sources"),
        pytest.param("5.2 Bronvermelding", ("silent", "reason-bibliography"), id="numbered"),
        pytest.param("B. Bronnen", ("silent", "reason-bibliography"), id="lettered"),
        pytest.param("Bijlage 2: Literatuur", ("silent", "reason-bibliography"), id="appendix"),
        pytest.param("Resultaten", None, id="results"),
        pytest.param("", None, id="none"),
    ],
)
def test_under_the_heading_of_the_sources(heading: str, expected: tuple[str, str] | None) -> None:
    assert outcome("Over |laagopgeleiden| en werk.", heading=heading) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        pytest.param("Liever niet", ("info", "reason-mention"), id="rather not"),
        pytest.param("3.1 Woorden die wij niet meer gebruiken", ("info", "reason-mention"), id="words"),
        pytest.param("Wat wij niet meer doen", None, id="something else"),
        pytest.param("Liever wel", None, id="rather so"),
    ],
)
def test_in_a_list_under_the_heading_of_the_wrong_words(
    heading: str, expected: tuple[str, str] | None
) -> None:
    assert outcome("|laagopgeleid|", part="list", heading=heading) == expected
    assert outcome("|laagopgeleid|" + " en meer dan dat" * 20, heading=heading) is None


WORD_LIST = [
    ["Oude term", "Nieuwe term"],
    ["hoger onderwijs", "hbo en wo"],
    ["thuis", "in het hoger onderwijs"],
]


@pytest.mark.parametrize("suffix", [".md", ".html", ".csv", ".docx"])
def test_the_column_of_old_terms_is_no_use_in_any_format(dutch: Ruleset, suffix: str) -> None:
    found = engine.check(f"woordenlijst{suffix}", _table(WORD_LIST, suffix), suffix, dutch).findings
    assert [(f.text, f.severity) for f in found] == [
        ("hoger onderwijs", "info"),
        ("hoger onderwijs", "error"),
    ]


def _table(rows: list[list[str]], suffix: str) -> bytes:
    if suffix == ".docx":
        return word(table(rows))
    if suffix == ".html":
        cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
        return ("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>").encode()
    if suffix == ".csv":
        return "\n".join(";".join(row) for row in rows).encode()
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|---|---|", *lines[1:]]).encode()


def test_a_name_in_quotation_marks_is_still_a_name() -> None:
    assert outcome("De “Wet op het |hoger onderwijs|” geldt.") == ("silent", "reason-law")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Wij zien ‘laagopgeleiden’ vaak.", ("info", "new"), id="quoted"),
        pytest.param("Zie laagopgeleid.csv voor meer.", ("error", "exempt"), id="file name"),
        pytest.param("Wij zien laagopgeleiden vaak.", ("error", "new"), id="use"),
    ],
)
def test_how_a_finding_says_it(dutch: Ruleset, text: str, told: tuple[str, str]) -> None:
    (finding,) = findings(text, dutch)
    assert (finding.severity, finding.status) == told
    assert finding.rule_severity == "error"
    assert bool(finding.reason) == (told != ("error", "new"))
    assert bool(finding.suggestions) == (told == ("error", "new"))


def test_a_reason_is_in_the_language_of_the_run(dutch: Ruleset) -> None:
    rulesets = {"nl": dutch, "en": replace(dutch, lang="en")}
    reasons = {
        lang: findings("Wij zien ‘laagopgeleiden’.", rules)[0].reason for lang, rules in rulesets.items()
    }
    assert reasons == {"nl": CATALOG["reason-quoted"][0], "en": CATALOG["reason-quoted"][1]}


CUES = {
    name: cue for module in (mentions, names) for name, cue in vars(module).items() if isinstance(cue, Cue)
}


@pytest.mark.parametrize("cue", CUES.values(), ids=CUES)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_a_cue_finds_its_literals_let_through(cue: Cue, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(cue.pattern, alphabet=st.characters(max_codepoint=127)))
    assert cue.search(text)
