"""Words whose inflection no rule of spelling makes: other vowels, plurals in -s and -eren, strong verbs.

Source: Algemene Nederlandse Spraakkunst (e-ans.ivdnt.org) 2.3.2 (strong verbs) and 3.5 (plural);
Woordenlijst der Nederlandse taal (woordenlijst.org).
"""

from __future__ import annotations

from typing import NamedTuple


def _rows(table: str) -> list[list[str]]:
    """The rows of a table: words, with a semicolon between rows."""
    return [row.split() for row in table.split(";")]


def _pairs(table: str) -> dict[str, str]:
    """A table of words and their plurals."""
    return {row[0]: row[1] for row in _rows(table)}


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


LAST_PARTS = _pairs(
    """
    kind kinderen; rund runderen; kalf kalveren; lam lammeren; lied liederen; volk volken; goed goederen;
    stad steden; lid leden; schip schepen; smid smeden; dag dagen; weg wegen; slag slagen; drag dragen;
    dak daken; vat vaten; glas glazen; blad bladen; pad paden; gat gaten; graf graven; hof hoven; lot loten;
    slot sloten; schot schoten; god goden; bad baden; spel spelen; oorlog oorlogen; gebrek gebreken;
    bevel bevelen; gebed gebeden; gebod geboden; verbod verboden; aanbod aanboden; middel middelen;
    artikel artikelen; wonder wonderen; gevoel gevoelens; leven levens; zoon zonen; oom ooms; kok koks;
    broer broers; koe koeien; vlo vlooien; genie genieën; serie series; bacterie bacteriën; porie poriën;
    olie oliën; provincie provincies; kolonie koloniën; model modellen
    """
)
"""Plurals that compounds share: ambtsdag, bijslag, kleinkind, vaklid."""

WORDS = _pairs(
    "ei eieren; album albums; parfum parfums; hertog hertogen; rad raderen; been benen; gelid gelederen"
)
"""Plurals of these words alone: many another word ends as they do."""

LOANS = _words(
    """
    app ballon balkon blog camping chip clown club coupon event fan festival film flat hit hotel hub job
    kanton lab laptop link mail meeting perron plafond restaurant roman salon scan set shop skill spot
    stagiair start station strip team tip tool trainee tram trend trip vlog
    """
)
"""Nouns, mostly from English and French, whose plural takes -s where the rule would say -en."""


DEGREES = {"goed": ("beter", "best"), "veel": ("meer", "meest"), "weinig": ("minder", "minst")}
"""Comparatives and superlatives."""


class Strong(NamedTuple):
    """The past (singular) and the past participle of a strong verb; its stem where that is irregular too."""

    past: str
    participle: str
    stem: str = ""


STRONG = {
    infinitive: Strong(*rest)
    for infinitive, *rest in _rows(
        """
    beginnen begon begonnen; bieden bood geboden; binden bond gebonden; blijven bleef gebleven;
    breken brak gebroken; brengen bracht gebracht; buigen boog gebogen; denken dacht gedacht;
    doen deed gedaan doe; dragen droeg gedragen; drijven dreef gedreven; dringen drong gedrongen;
    drinken dronk gedronken; dwingen dwong gedwongen; eten at gegeten; gaan ging gegaan ga;
    geven gaf gegeven; glijden gleed gegleden; grijpen greep gegrepen; hangen hing gehangen;
    hebben had gehad; helpen hielp geholpen; houden hield gehouden; kiezen koos gekozen;
    kijken keek gekeken; klimmen klom geklommen; klinken klonk geklonken; komen kwam gekomen kom;
    kopen kocht gekocht; krijgen kreeg gekregen; kruipen kroop gekropen; laten liet gelaten;
    lezen las gelezen; liggen lag gelegen; lijden leed geleden; lopen liep gelopen; nemen nam genomen;
    rijden reed gereden; rijzen rees gerezen; roepen riep geroepen; schenken schonk geschonken;
    schieten schoot geschoten; schrijven schreef geschreven; schuiven schoof geschoven;
    slaan sloeg geslagen sla; slapen sliep geslapen; sluiten sloot gesloten; snijden sneed gesneden;
    spreken sprak gesproken; springen sprong gesprongen; staan stond gestaan sta; steken stak gestoken;
    sterven stierf gestorven; stijgen steeg gestegen; strijden streed gestreden; treden trad getreden;
    treffen trof getroffen; trekken trok getrokken; vallen viel gevallen; vangen ving gevangen;
    varen voer gevaren; vinden vond gevonden; vliegen vloog gevlogen; vragen vroeg gevraagd;
    wegen woog gewogen; werpen wierp geworpen; werven wierf geworven; weten wist geweten;
    wijken week geweken; wijzen wees gewezen; winnen won gewonnen; worden werd geworden;
    zeggen zei gezegd; zenden zond gezonden; zien zag gezien zie; zingen zong gezongen;
    zinken zonk gezonken; zitten zat gezeten; zoeken zocht gezocht; zwemmen zwom gezwommen
    """
    )
}
"""By infinitive without particle: uitvallen goes as vallen."""

PAST_PLURALS = {"had": "hadden", "zei": "zeiden"}

UNSTRESSED_ER = _words(
    """
    ander anker bagger baker beter bibber blader blunder broeder buffer bunker burger cijfer computer
    daver dender dobber donder erger etter filter flikker flonker fluister folter gader glinster hamer
    haper helder hinder honger huiver hunker ijver inner jammer kanker kelder kerker kieper klapper
    klater klauter kletter klonter kluister knapper knetter knipper knisper koester kommer kuier kwetter
    lemmer lever luier luister meerder meester mekker minder modder moeder mopper nader neder offer
    opper ouder peper peuter pieker plunder poeder poker polder redder rooster schater schemer schilder
    schitter schouder sidder slenter slinger sluier sluimer snater snipper spatter spetter spijker
    splinter stotter stuiter suiker teister temper tetter timmer toeter tover treiter twitter vlinder
    voeder vorder wakker wapper water weiger winter wonder zeker zever zilver zuiver zwabber
    """
)
"""Stems of verbs in -eren whose -er has no stress: leveren → lever, where studeren → studeer."""
