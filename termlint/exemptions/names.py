"""Names: of laws, organisations and publications. They are not the author's words to change."""

from __future__ import annotations

import re

from termlint.exemptions.hit import Cue, Surroundings, Verdict, either

_LEGAL = either(
    "Wet Besluit Uitvoeringsbesluit Regeling Wetsvoorstel Richtlijn Verordening [A-Z][a-z]+(?:wet|besluit)"
)
_IN_LEGAL_NAME = either(
    """op het de in van voor tot en ter bescherming namen graden studievoorschot versterking bestuur kwaliteit
    kwaliteitswaarborg hervorming bevordering modernisering internationalisering taal toegankelijkheid
    bekostiging
    aanmelding doelmatige leerwegen middelbaar beroepsonderwijs financiering wijziging collegegeld
    experiment\\w*
    [A-Z]\\w+ \\d{4} \\w+(?:ing|heid|teit|schap|schappen|structuur|rechten|plicht|stelsel)
    \\w{3,}(?:bel|bele|elijke?|ische?|ige|iële?|ieve?|ale|aire|zame)"""
)
"""The words that laws are named with; no verb ends on -ing, -heid, -lijk…, so the name goes on."""
_LAW = Cue(
    re.compile(rf"\b{_LEGAL}\b(?:\s+{_IN_LEGAL_NAME}){{0,9}}\s*[(‘'\"]?\s*$"),
    ("wet", "besluit", "regeling", "richtlijn", "verordening"),
)
_LAW_SERIES = Cue(
    re.compile(
        r"\b(?:Kamerstuk\w*|Handelingen|Stb\.|Stcrt\.)(?:[^.]|\b(?:nrs?|blz|p)\.)*$|\b(?:WHW|WEB)\b\s*\(?\s*$"
    ),
    ("kamerstuk", "handelingen", "stb.", "stcrt.", "whw", "web"),
)
_NAME_GOES_ON = re.compile(r"^\s+(?:Persbureau|Raad|Groep|Commissie|Fonds|Akkoord)\b|^\s*&\s*[A-Z]")
_BODY = either(
    """directie afdeling team commissie raad centrum expertisecentrum kenniscentrum platform vereniging
    stichting lectoraat lector ministerie inspectie wethouder portefeuille netwerk werkgroep dienst
    cluster leerstoel hoogleraar manager directeur(?:-generaal)? adviseur"""
)
_BODY_BEFORE = re.compile(
    rf"\b(?i:{_BODY})\s+(?:(?:[A-Z][\w-]+|&|en|in|van|voor|bij)\s+(?:(?:het|de)\s+)?){{0,5}}$"
)
_NAME_BEFORE = re.compile(r"\S\s+[A-Z][\w-]*(?<!se)(?<!e)\s+$")
"""A capital that does not begin the sentence, in a word that is no adjective (het Utrechtse …)."""

_AGREEMENT = either(
    """akkoord agenda convenant beleidsagenda code register barometer verkenning benchmark toekomstverkenning
    premie prijs award congres beurs"""
)
_OFFICIAL_BEFORE = re.compile(rf"\S\s+[A-Z][\w-]*(?:{_AGREEMENT}|\s+{_AGREEMENT})\s+$")
"""A document of state with a capital in the middle of the sentence: het Bestuursakkoord hoger onderwijs."""
_OFFICIAL = re.compile(rf"[A-Z][a-z]+{_AGREEMENT}\b")
_PUBLICATION = either(
    """rapport motie notitie nota boek artikel scriptie publicatie onderzoek kamerbrief brochure dissertatie
    proefschrift bundel studie dataset databestand tabel webinar podcast documentaire amendement raadsvoorstel
    document campagne project programma actieplan convenant beleidsplan thema congres conferentie symposium
    bijeenkomst"""
)
_TITLE = re.compile(
    rf"\b{_PUBLICATION}\s*(?:met de titel|getiteld)?\s*[:‘“\"'*_]*\s*(?=[A-Z][a-z])[^.;,]{{0,80}}$"
)
_PUBLICATION_BEFORE = re.compile(rf"\b{_PUBLICATION}\s*[:‘“\"'*_]*\s*$")
_NO_TITLE_WORD = re.compile(
    r"\b"
    + either(
        """laat laten blijkt toont tonen is zijn heeft hebben stelt wordt worden dat die waarin waaruit
        meldt geeft
        richt gaat kan wil zegt noemt was waren komt om te helpt ondersteunt maakt levert biedt bereikt
        trekt over
        onder"""
    )
    + r"\b"
)


def law(hit: Surroundings) -> Verdict | None:
    """The end of a law's name (Wet op het hoger onderwijs), or the title of a parliamentary series."""
    named = _LAW.search(hit.before) or _LAW_SERIES.search(hit.before)
    return Verdict("silent", "reason-law") if named else None


def proper_name(hit: Surroundings) -> Verdict | None:
    """Part of a name: directie Hoger Onderwijs, Hoger Onderwijs Persbureau, Sectorakkoord hoger onderwijs."""
    if _OFFICIAL_BEFORE.search(hit.before) or (_OFFICIAL.fullmatch(hit.words) and hit.before.strip()):
        return Verdict("silent", "reason-name")
    words = re.findall(r"[^\W\d_]{3,}", hit.words)
    if len(words) < 2 or not all(word[0].isupper() and not word.isupper() for word in words):
        return None
    named = (
        _BODY_BEFORE.search(hit.before) or _NAME_BEFORE.search(hit.before) or _NAME_GOES_ON.match(hit.after)
    )
    return Verdict("silent", "reason-name") if named else None


def title(hit: Surroundings) -> Verdict | None:
    """After "het rapport", "de campagne"… and a capital: a title, unless a verb shows that the sentence goes
    on.
    """
    closed = max((quote.end for quote in hit.quotes if quote.end <= hit.start), default=0)
    before = hit.before[max(0, closed - hit.begin) :]  # a title between marks ends with them
    cue = _TITLE.search(before)
    begins = _PUBLICATION_BEFORE.search(before) and re.match(r"[A-Z][a-z]", hit.words)
    within = cue and not _NO_TITLE_WORD.search(cue.group())
    return Verdict("info", "reason-title") if begins or within else None
