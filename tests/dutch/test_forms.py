"""Dutch inflection by rule: tables of words as the Woordenlijst spells them, municipal ones among them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.dutch.forms import (
    adjective,
    agent,
    noun,
    participle,
    separable_verb,
    stem_for_suffix,
    verb_stem,
)

STEMS = """
hoog hog; laag lag; groot grot; laat lat; rood rod; sociaal social; digitaal digital;
middelbaar middelbar; wit witt; zwak zwakk; dik dikk; dom domm; slim slimm; dun dunn; plan plann;
school schol; cursus cursuss; wijk wijk; buurt buurt; klein klein; arm arm; vroeg vroeg; zwart zwart;
nieuw nieuw; blauw blauw; rijk rijk; huis huiz; prijs prijz; boos boz; grijs grijz; kaas kaz; eis eis;
kans kans; vers vers; plaats plaats; brief briev; lief liev; stijf stijv; doof dov; bedrijf bedrijv;
golf golv; gaaf gav; gemeentelijk gemeentelijk; praktisch praktisch; academisch academisch;
gevoelig gevoelig; leerling leerling; opleiding opleiding; opgeleid opgeleid; midden midden; hoger hoger;
stelsel stelsel
"""
PLURALS = """
wijk wijken; buurt buurten; leerling leerlingen; student studenten; opleiding opleidingen;
woning woningen; school scholen; raam ramen; baan banen; diploma diploma's; lokaal lokalen;
certificaat certificaten; plan plannen; wet wetten; bus bussen; les lessen; brug bruggen;
budget budgetten; loket loketten; getal getallen; huis huizen; prijs prijzen; brief brieven;
bedrijf bedrijven; archief archieven; baas bazen; eis eisen; kans kansen; mens mensen; wens wensen;
groep groepen; dorp dorpen; instelling instellingen; regeling regelingen; deelnemer deelnemers;
inwoner inwoners; burger burgers; adviseur adviseurs; kamer kamers; cijfer cijfers; monteur monteurs;
stelsel stelsels; sleutel sleutels; bodem bodems; vogel vogels; huurder huurders; mbo'er mbo'ers;
hbo'er hbo'ers; foto foto's; programma programma's; menu menu's; taxi taxi's; baby baby's; nota nota's;
thema thema's; café cafés; bureau bureaus; niveau niveaus; cadeau cadeaus; meisje meisjes;
gemeente gemeentes; percentage percentages; stagiaire stagiaires; idee ideeën; zee zeeën; knie knieën;
categorie categorieën; mogelijkheid mogelijkheden; bevoegdheid bevoegdheden;
achterstandswijk achterstandswijken;
kind kinderen; kleinkind kleinkinderen; stad steden; binnenstad binnensteden; lid leden;
dag dagen; bedrag bedragen; toeslag toeslagen; oorlog oorlogen; gebrek gebreken; middel middelen; ei eieren;
vallei valleien; schip schepen; model modellen; artikel artikelen; serie series; bacterie bacteriën;
team teams; wijkteam wijkteams; film films; station stations; trainee trainees; klap klappen; stap stappen;
album albums; politicus politici; cursus cursussen
"""
ADJECTIVES = """
hoog hoge hoger hogere hoogst hoogste; laag lage lager lagere laagst laagste;
arm arme armer armere armst armste; zwak zwakke zwakker zwakkere zwakst zwakste;
zwaar zware zwaarder zwaardere zwaarst zwaarste; duur dure duurder duurdere duurst duurste;
kwetsbaar kwetsbare kwetsbaarder kwetsbaardere kwetsbaarst kwetsbaarste;
boos boze bozer bozere boost booste; wijs wijze wijzer wijzere wijst wijste;
lief lieve liever lievere liefst liefste; wit witte witter wittere witst witste;
breed brede breder bredere breedst breedste; vers verse verser versere verst verste;
sociaal sociale socialer socialere sociaalst sociaalste; mooi mooie mooier mooiere mooist mooiste
"""
PARTICIPLES = """
opgeleid opgeleide opgeleiden; geschoold geschoolde geschoolden;
gekwalificeerd gekwalificeerde gekwalificeerden; gediplomeerd gediplomeerde gediplomeerden;
gehandicapt gehandicapte gehandicapten; gevestigd gevestigde gevestigden
"""
VERB_STEMS = """
stromen stroom; stappen stap; leven leef; reizen reis; werken werk; vallen val; groeien groei;
huren huur; haken haak; burgeren burger; melden meld; praten praat; bouwen bouw; zetten zet;
sturen stuur; stellen stel; tekenen teken; schakelen schakel; schalen schaal; sluiten sluit; voeren voer;
wonen woon; betalen betaal; studeren studeer; functioneren functioneer; solliciteren solliciteer;
leveren lever; verbeteren verbeter; vergaderen vergader; leren leer; keuren keur; beheren beheer
"""
VERBS = """
op stromen opstroomt opstroomde opgestroomd opstromend;
door stromen doorstroomt doorstroomde doorgestroomd doorstromend;
over stappen overstapt overstapte overgestapt overstappend; af haken afhaakt afhaakte afgehaakt afhakend;
uit werken uitwerkt uitwerkte uitgewerkt uitwerkend;
om scholen omschoolt omschoolde omgeschoold omscholend; op leiden opleidt opleidde opgeleid opleidend;
aan melden aanmeldt aanmeldde aangemeld aanmeldend; op leven opleeft opleefde opgeleefd oplevend;
door reizen doorreist doorreisde doorgereisd doorreizend;
aan passen aanpast aanpaste aangepast aanpassend;
in burgeren inburgert inburgerde ingeburgerd inburgerend;
uit besteden uitbesteedt uitbesteedde uitbesteed uitbestedend;
uit nodigen uitnodigt uitnodigde uitgenodigd uitnodigend;
terug betalen terugbetaalt terugbetaalde terugbetaald terugbetalend;
in zetten inzet inzette ingezet inzettend;
af studeren afstudeert afstudeerde afgestudeerd afstuderend;
uit vallen uitvalt uitviel uitgevallen uitvallend;
af wijzen afwijst afwees afgewezen afwijzend; door gaan doorgaat doorging doorgegaan doorgaand;
uit sluiten uitsluit uitsloot uitgesloten uitsluitend; mee doen meedoet meedeed meegedaan meedoend
"""


def rows(table: str) -> list[list[str]]:
    """The rows of a table: words, a semicolon between rows."""
    return [row.split() for row in table.replace("\n", " ").split(";")]


@pytest.mark.parametrize(("word", "stem"), rows(STEMS))
def test_the_stem_before_a_vowel(word: str, stem: str) -> None:
    assert stem_for_suffix(word) == stem


@pytest.mark.parametrize(("base", "plural"), rows(PLURALS))
def test_a_noun_by_rule(base: str, plural: str) -> None:
    made = noun(base)
    assert (made[base], made[plural]) == ("sg", "pl")
    assert {surface for surface in made if "(" not in surface} == {base, plural}


@pytest.mark.parametrize(
    ("base", "plural"), [("stad", "steden"), ("museum", "musea"), ("blad", "bladeren"), ("loot", "loten")]
)
def test_the_plural_that_the_author_gives_is_the_only_one(base: str, plural: str) -> None:
    assert {s: f for s, f in noun(base, plural).items() if "(" not in s} == {base: "sg", plural: "pl"}


@pytest.mark.parametrize(
    ("base", "bracketed"),
    [
        pytest.param("leerling", "leerling(en)", id="grows"),
        pytest.param("deelnemer", "deelnemer(s)", id="grows by s"),
        pytest.param("school", None, id="changes its stem"),
        pytest.param("mogelijkheid", None, id="changes its end"),
    ],
)
def test_a_bracketed_plural_where_the_noun_only_grows(base: str, bracketed: str | None) -> None:
    assert [surface for surface in noun(base) if "(" in surface] == ([bracketed] if bracketed else [])


@pytest.mark.parametrize("row", rows(ADJECTIVES), ids=lambda row: row[0])
def test_an_adjective_in_three_degrees(row: list[str]) -> None:
    names = ["positive", "positive_e", "comparative", "comparative_e", "superlative", "superlative_e"]
    assert adjective(row[0]) == dict(zip(row, names, strict=True))


@pytest.mark.parametrize(("zero", "e", "en"), rows(PARTICIPLES))
def test_a_participle(zero: str, e: str, en: str) -> None:
    made = participle(zero)
    assert (made[zero], made[e], made[en]) == ("zero", "e", "en")
    assert made[f"{zero}(e)"] == "e"
    assert made[f"{e}(n)"] == "en"


@pytest.mark.parametrize(("infinitive", "stem"), rows(VERB_STEMS))
def test_the_stem_of_a_verb(infinitive: str, stem: str) -> None:
    assert verb_stem(infinitive) == stem


@pytest.mark.parametrize("row", rows(VERBS), ids=lambda row: row[0] + row[1])
def test_a_separable_verb(row: list[str]) -> None:
    particle, base, third, past, done, doing = row
    verb = separable_verb(particle, base)
    assert {particle + base, f"{particle} te {base}", third, past, done, doing, doing + "e"} <= set(
        verb.joined
    )
    assert verb.joined[past] == "past"
    assert verb.joined[done] == "participle"


@pytest.mark.parametrize(("particle", "base"), [row[:2] for row in rows(VERBS)])
def test_the_finite_forms_are_the_joined_ones_without_their_particle(particle: str, base: str) -> None:
    verb = separable_verb(particle, base)
    parted = {particle + surface for surface in verb.finite}
    assert parted <= set(verb.joined)


def test_a_strong_verb_says_so_and_keeps_the_rest() -> None:
    verb = separable_verb("op", "klimmen", past="klom", past_participle="geklommen")
    assert {
        "opklom": "past",
        "opgeklommen": "participle",
        "opklimt": "finite_t",
    }.items() <= verb.joined.items()
    assert "opklimde" not in verb.joined


@pytest.mark.parametrize(
    ("infinitive", "who"), [("stromen", "stromer"), ("stappen", "stapper"), ("werken", "werker")]
)
def test_who_does_it(infinitive: str, who: str) -> None:
    assert agent(infinitive) == who


WORD = st.text(st.sampled_from("abdefghiklmnoprstuvwz"), min_size=3, max_size=10)


@given(WORD)
def test_no_form_of_any_word_is_empty_and_the_base_is_among_them(word: str) -> None:
    for made in (noun(word), adjective(word), participle(word)):
        assert word in made
        assert all(surface and name for surface, name in made.items())


@given(WORD)
def test_a_stem_ends_in_a_consonant_where_the_word_does_and_grows_by_one_letter_at_most(word: str) -> None:
    stem = stem_for_suffix(word)
    assert (stem[-1] in "aeiou") == (word[-1] in "aeiou")
    assert len(word) - 1 <= len(stem) <= len(word) + 1


@pytest.mark.parametrize(
    ("base", "plurals"),
    [
        ("museum", {"musea", "museums"}),
        ("minimum", {"minima", "minimums"}),
        ("crisis", {"crises", "crisissen"}),
    ],
)
def test_a_learned_word_has_two_plurals(base: str, plurals: set[str]) -> None:
    assert {s for s, f in noun(base).items() if f == "pl" and "(" not in s} == plurals


@pytest.mark.parametrize(
    ("base", "plural"),
    [
        ("vallen", "vielen"),
        ("geven", "gaven"),
        ("lezen", "lazen"),
        ("wijzen", "wezen"),
        ("nemen", "namen"),
        ("winnen", "wonnen"),
        ("hebben", "hadden"),
        ("stromen", "stroomden"),
    ],
)
def test_the_past_of_several(base: str, plural: str) -> None:
    assert separable_verb("op", base).finite[plural] == "past_pl"


def test_a_participle_in_en_stands_before_a_noun_as_it_is() -> None:
    joined = separable_verb("uit", "vallen").joined
    assert joined["uitgevallen"] == "participle"
    assert "uitgevallene" not in joined


def test_good_is_better_and_best() -> None:
    assert list(adjective("goed")) == ["goed", "goede", "beter", "betere", "best", "beste"]
