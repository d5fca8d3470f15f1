"""Why a hit is softened or silent, each reason with a twin that is simply a use."""

from __future__ import annotations

import pytest

from termlint.messages import CATALOG
from tests.exemptions.judging import outcome

pytestmark = pytest.mark.slow

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
        "Zij schreef: ,,Fijn dat er ook aan |laagopgeleide| mensen in de wijk wordt gedacht.’’",
        '(NRC): *"De lezer is |hoogopgeleid| en bevindt zich vaak in de hoogste welstand van het land."*',
        "Interviewer: En toen?\nMevrouw Haile: Daar was ik |hoogopgeleid|.",
        "R3: Nou, als |laagopgeleide| heb je weinig te vertellen.",
        "**Karin de Boer:** Ik ben |laagopgeleid|, maar dat zegt niets.",
    ],
    "reason-gloss": [
        "**Hbo**\n|Hoger beroepsonderwijs|, verzorgd door hogescholen.",
        "Het hbo (|hoger beroepsonderwijs|) groeit.",
    ],
    "reason-mention": [
        "Wij gebruiken de term |laagopgeleid| niet.",
        "Vermijd woorden als |laagopgeleid|.",
        "In plaats van |laagopgeleid| schrijven wij iets anders.",
        "Wij spreken niet meer over |laagopgeleiden|.",
        "Op de poster staat vervolgonderwijs in plaats van |hoger onderwijs|.",
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
        "In onze stukken is |hoogopgeleid| als aanduiding geschrapt.",
        "|Mbo-leerling|, mbo-deelnemer, bbl’er: die benamingen lopen door elkaar.",
        "|Praktisch opgeleid|? Ook die term laten we achter ons.",
        "Spreek liever van mbo-studenten dan van |mbo-leerlingen|.",
        "Vervang in de modelbrief |laagopgeleide| inwoners door inwoners zonder startkwalificatie.",
        "De redactie wijzigt |mbo-leerlingen| overal in mbo-studenten.",
        "Wat vroeger het |hoger onderwijs| heette, heet nu hbo en wo.",
        "Tot 2020 heetten zij officieel |mbo-deelnemers|.",
        "Is |hoogopgeleid| eigenlijk nog wel een bruikbare term?",
        "Werk- en |denkniveau| is een containerbegrip.",
        "|Opstromen| en afstromen zijn woorden uit de tijd van de ladder.",
        "Tips\n- niet |opstromen|, maar doorstromen",
        "Het college sprak af niet langer te spreken van |hoger onderwijs|.",
        "Waar in oudere nota’s |leerlingen van het roc| staat, leest u: studenten.",
        "|Hoogopgeleid| (niet meer gebruiken): zie hbo-opgeleid.",
        "Vermijd ook varianten als |hoger opgeleiden|.",
    ],
    "reason-statistics": [
        "Volgens de indeling van het CBS is zij |laagopgeleid|.",
        "Bron: CBS. De categorie |laagopgeleid| van het CBS is breed.",
        "Figuur 3. Aandeel |laagopgeleid| per wijk. Bron: CBS StatLine",
        "Kaart 2 Aandeel |laagopgeleid| per buurt, CBS 2022",
        "¹ |Laagopgeleid| volgens het CBS: basisonderwijs, vmbo en mbo-1.",
        "Het CBS noemt deze groepen |laag-, middelbaar- en hoogopgeleid|.",
        "Gebruikte bestanden: CBS, |laagopgeleid| naar wijk 2023.",
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
        "Het Besluit experimenten flexibel |hoger onderwijs| geldt.",
        "Kamerstukken II 2022/23, 31288, nr. 1010 (|Hoger Onderwijs|-beleid).",
    ],
    "reason-name": [
        "Zij werkt bij de directie |Hoger Onderwijs| in Den Haag.",
        "Lector Studiesucces in het |Hoger Onderwijs|",
        "Zij bekleedt de leerstoel Bestuur van het |Hoger Onderwijs| in Twente.",
        "In het Bestuursakkoord |hoger onderwijs| staan afspraken.",
        "De jury van de |Hogeronderwijspremie| komt.",
    ],
    "reason-bibliography": [
        "Jansen, P. (2019). |Laagopgeleid| in de stad. Amsterdam: Uitgever.",
        "CBS (2023). De |laagopgeleiden| van Nederland. Den Haag.",
        "Over |laagopgeleiden| (geraadpleegd op 3 mei 2024).",
        "12. Jansen P, Smit R. Zorg bij |laagopgeleide| ouderen. Ned Tijdschr Geneeskd. 2020;164:D4512.",
        "Zie ook: SCP (2021). |Laagopgeleiden| op de arbeidsmarkt. Den Haag.",
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
        "Het staat op G:\\OenA\\|Hoog opgeleiden|\\2023\\tabel 2.xlsx klaar.",
        "Lees [onze cijfers](/rapporten/|hoger-onderwijs|-2024).",
    ],
    "reason-identifier": [
        "De kolom |laagopgeleid|_3 telt.",
        "De kolom df$|laagopgeleid| telt.",
        "De kolom |laagOpgeleid| telt.",
        "De slug wijk-|laagopgeleid|-stad telt.",
        "De kolom `|laagopgeleid|` telt.",
        'filter(x == "|laagopgeleid|")',
        "Zie figuur~\\ref{fig:|laagopgeleid|} hierna.",
        "slug: |hoger-onderwijs|-regio",
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
    pytest.param('    "Aandeel met |laag opgeleide| moeder",', id="a string in a list"),
    pytest.param('"label": "% |Middelbaar opgeleid|",', id="a label in JSON"),
    pytest.param("['name' => 'MBO |werk- en denkniveau|'],", id="a name in PHP"),
    pytest.param('motieven: ["Asiel", "Kennismigrant (|hoogopgeleid|)"],', id="an array"),
    pytest.param("\\caption{|Laagopgeleiden| per wijk}", id="a caption in LaTeX"),
    pytest.param("WIJ VRAGEN: HBO |WERK- EN DENKNIVEAU|", id="no speaker in capitals"),
    pytest.param("Antwoord: De baan is bedoeld voor |laagopgeleide| werkzoekenden.", id="an answer"),
    pytest.param("Gemeente Waterdam: wij zoeken |hoogopgeleide| collega's.", id="an employer"),
    pytest.param("Jan Smit: |laagopgeleid|, 45 jaar", id="a name that does not speak of itself"),
    pytest.param("Mbo, hbo,, |laagopgeleiden| en meer", id="a slip of the comma"),
    pytest.param("Vervang de leraar van |laagopgeleide| ouders door een ander.", id="replaced, but no word"),
    pytest.param("- mbo\n- |hoger beroepsonderwijs|", id="a list is no glossary"),
    pytest.param("De |hoogopgeleide| is een goede buur.", id="is, but no term"),
    pytest.param("Geen |hoogopgeleiden|, maar mbo'ers komen hier.", id="not these people, but those"),
    pytest.param("Vervang |laagopgeleide| helpers niet door studenten.", id="people are not replaced"),
    pytest.param("Zo groeit het begrip tussen |hoog- en laagopgeleiden|.", id="begrip is understanding"),
    pytest.param("Daar wordt het |hoger onderwijs| genoemd als motor.", id="named as something"),
    pytest.param("De naam van de |mbo-leerling| vult u in bij vraag 3.", id="the name of a person"),
    pytest.param("N = 1.204. Voor |middelbaar opgeleiden| is het verschil klein.", id="a sum in prose"),
    pytest.param("Volgens het CBS (2017) krijgen kinderen van |hoogopgeleide| ouders les.", id="reported"),
    pytest.param("Mensen zien liever mbo'ers slagen dan |hoogopgeleiden| falen.", id="rather, but no words"),
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


def test_a_name_in_quotation_marks_is_still_a_name() -> None:
    assert outcome("De “Wet op het |hoger onderwijs|” geldt.") == ("silent", "reason-law")
