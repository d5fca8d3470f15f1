"""Why a hit is softened or silent: quotation and mention, names, sources, addresses, code.

Each check looks at a hit in its surroundings and gives a verdict or none; the first verdict counts. Silent
verdicts come first: a law's name in quotation marks is still a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from termlint.dutch import code
from termlint.dutch.quotes import Quote

Outcome = Literal["info", "silent"]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A hit in its block: `text` is the block's reading view, in which all offsets count.

    `sentence` is the span of the sentence that holds the hit; `line` that of its printed line when
    the block is no running prose (code, data). `heading` is the nearest heading, `part` the block's.
    """

    text: str
    start: int
    end: int
    sentence: tuple[int, int]
    quotes: Sequence[Quote]
    part: str
    heading: str
    line: tuple[str, int, int] | None = None
    """The printed line the hit stands on, and where the hit begins and ends in it."""

    @property
    def words(self) -> str:
        """The words of the hit."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The sentence up to the hit."""
        return self.text[self.sentence[0] : self.start]

    @property
    def after(self) -> str:
        """The sentence after the hit."""
        return self.text[self.end : self.sentence[1]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A softer outcome and the message code that says why."""

    outcome: Outcome
    reason: str
    params: dict[str, object] = field(default_factory=dict)


Check = Callable[[Surroundings], Verdict | None]


def exempt(hit: Surroundings) -> Verdict | None:
    """The verdict on a hit; None when it is simply a use of the term."""
    for check in _CHECKS:
        verdict = check(hit)
        if verdict:
            return verdict
    return None


# --- addresses and code ---------------------------------------------------------------------------

_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.])[\w-]+(?:\.[\w-]+)+/\S*"
    r"|(?:[\w.~-]+[/\\])*[\w.~-]+\.(?:docx?|xlsx?|pptx?|pdf|csv|tsv|txt|qmd|rmd|md|html?|json|ya?ml|R|py|sav|rds|png|jpe?g|svg|zip|xml)\b"
    r"|(?<![\w/])/?(?:[\w.~-]+/){2,}[\w.~-]*"
    r"|#\w*[a-z]\w*(?=\b)(?<!\#\d)",
    re.IGNORECASE,
)


def _address(hit: Surroundings) -> Verdict | None:
    lower = max(0, hit.start - 200)
    for found in _ADDRESS.finditer(hit.text, lower, min(len(hit.text), hit.end + 200)):
        if found.start() <= hit.start and hit.end <= found.end():
            return Verdict("silent", "reason-address")
    return None


def _identifier(hit: Surroundings) -> Verdict | None:
    """The hit is stuck to an underscore, an inner capital or a dotted name: a variable, a column, a package."""
    before = hit.text[max(0, hit.start - 1) : hit.start]
    after = hit.text[hit.end : hit.end + 2]
    glued = before in ("_", "$", "@") or after[:1] in ("_", "@") or bool(re.match(r"\.\w", after) and before == ".")
    chained = before == "-" and after[:1] == "-" and hit.text[hit.start - 2 : hit.start - 1].strip() and after[1:].strip()
    if chained or "_" in hit.words:
        return Verdict("silent", "reason-identifier")
    camel = bool(re.search(r"[a-z][A-Z]", hit.words)) and " " not in hit.words
    return Verdict("silent", "reason-identifier") if glued or camel else None


def _code(hit: Surroundings) -> Verdict | None:
    """In a line of code: what a reader sees is flagged, keys and names are silent, comments info."""
    if not hit.line or not (hit.part == "code" or code.is_code(hit.line[0])):
        return None
    role = code.role(*hit.line)
    if role == "comment":
        return Verdict("info", "reason-comment")
    return Verdict("silent", "reason-identifier") if role in ("key", "name") else None


# --- names ----------------------------------------------------------------------------------------

_LAW = re.compile(
    r"\b(?:Wet|Besluit|Uitvoeringsbesluit|Regeling|Wetsvoorstel|Richtlijn|Verordening|[A-Z][a-z]+(?:wet|besluit))\b"
    r"(?:\s+(?:op|het|de|in|van|voor|tot|en|ter|bescherming|namen|graden|studievoorschot|versterking|bestuur|kwaliteit|kwaliteitswaarborg|"
    r"hervorming|bevordering|modernisering|internationalisering|taal|toegankelijkheid|bekostiging|aanmelding|doelmatige|leerwegen|"
    r"middelbaar|beroepsonderwijs|financiering|wijziging|collegegeld|experiment\w*|[A-Z]\w+|\d{4})){0,9}\s*[(‘'\"]?\s*$"
)
_LAW_SERIES = re.compile(r"\b(?:Kamerstuk\w*|Handelingen|Stb\.|Stcrt\.)[^.]*$|\b(?:WHW|WEB)\b\s*\(?\s*$")
_NAME_AFTER = re.compile(r"^\s+(?:Persbureau|Raad|Groep|Commissie|Fonds|Akkoord)\b|^\s*&\s*[A-Z]")


def _law(hit: Surroundings) -> Verdict | None:
    if _LAW.search(hit.before) or _LAW_SERIES.search(hit.before):
        return Verdict("silent", "reason-law")
    return None


def _proper_name(hit: Surroundings) -> Verdict | None:
    """Every word with a capital, in running text: a name (directie Hoger Onderwijs). A heading in title case is none."""
    words = re.findall(r"[^\W\d_]{3,}", hit.words)
    if len(words) < 2 or not all(w[0].isupper() and not w.isupper() for w in words):
        return None
    starts = not hit.before.strip(" ‘’“”\"'•-–|*#([") or hit.before.rstrip().endswith((":", "•", "|", "]"))
    if starts and not _NAME_AFTER.match(hit.after):
        return None
    return Verdict("silent", "reason-name")


# --- sources --------------------------------------------------------------------------------------

_AUTHOR_YEAR = re.compile(
    r"^[\s\d.'’\[\]*•-]*(?:[A-Z][\w.&'’-]*[\s,]+(?:[\w.&'’-]+[\s,]+){0,14}?)\(?(?:19|20)\d\d[a-z]?(?:,[^)]*)?\)?\s*[.:,]\s+\S"
)
_BIBLIOGRAPHY_HEADING = re.compile(r"^\W*[\d.]*\s*(?:literatuur|bronnen|bronvermelding|referenties|bibliografie|noten|eindnoten|geraadpleegd)", re.IGNORECASE)
_CONSULTED = re.compile(r"\b(?:geraadpleegd|opgehaald|gedownload)\s+(?:op|van|via)\b|\bISBN\b|\bdoi:", re.IGNORECASE)
_TITLE_CUE = re.compile(
    r"\b(?:rapport|motie|notitie|nota|boek|artikel|scriptie|publicatie|onderzoek|kamerbrief|brochure|dissertatie|proefschrift|bundel|studie|dataset|"
    r"databestand|tabel|webinar|campagne|project|programma|actieplan|convenant|beleidsplan|thema|congres|conferentie|symposium|bijeenkomst|podcast|documentaire|amendement|raadsvoorstel|document)\s*(?:met de titel|getiteld)?\s*[:‘“\"'*_]*\s*(?=[A-Z])[^.;,]{0,80}$"
)
_GOES_ON = re.compile(
    r"\b(?:laat|laten|blijkt|toont|tonen|is|zijn|heeft|hebben|stelt|wordt|worden|dat|die|waarin|waaruit|meldt|geeft|richt|gaat|kan|wil|zegt|noemt|was|"
    r"waren|komt|helpt|ondersteunt|maakt|levert|biedt|bereikt|trekt|over|onder)\b"
)
_STATISTICS = re.compile(r"\b(?:CBS|StatLine|Centraal Bureau voor de Statistiek|DUO|Eurostat|OESO|OECD|UWV|SCP|ROA|Onderwijsinspectie)\b")
_STATISTICS_CUE = re.compile(
    r"\bbron(?:nen)?\b|\bindeling\b|-indeling|\bdefini\w+|\bcategori\w+|\bklass?e\w*|\bclassificatie\w*|\bonderscheid\w*|\bterminologie\b|\bbegrip\w*|\bStatLine\b|\bhanteert\b|\brekent tot\b|\bverstaat onder\b|\bgeld(?:t|en)\b|\b(?:val(?:t|len)|hoort|horen)\s+onder\b|\btel(?:t|len)\b",
    re.IGNORECASE,
)


def _bibliography(hit: Surroundings) -> Verdict | None:
    entry = _AUTHOR_YEAR.match(hit.text)
    if (entry and entry.end() <= hit.start + 1) or (_BIBLIOGRAPHY_HEADING.match(hit.heading) and hit.part != "heading"):
        return Verdict("silent", "reason-bibliography")
    if _CONSULTED.search(hit.text):
        return Verdict("silent", "reason-bibliography")
    own = _AUTHOR_YEAR.match(hit.text[hit.sentence[0] :]) if hit.sentence[0] else None
    return Verdict("silent", "reason-bibliography") if own and hit.sentence[0] + own.end() <= hit.start else None


def _title(hit: Surroundings) -> Verdict | None:
    """After "het rapport", "de campagne"… and a capital: a title, unless a verb shows that the sentence goes on."""
    cue = _TITLE_CUE.search(hit.before)
    return Verdict("info", "reason-title") if cue and not _GOES_ON.search(cue.group()) else None


def _statistics(hit: Surroundings) -> Verdict | None:
    """A caption or definition that names its source: the words are the source's own categories."""
    start = max(0, hit.start - 300)
    near = hit.text[start : hit.end + 200]
    sentence = hit.before + hit.words + hit.after
    scope = near if re.match(r"\s*(?:figuur|tabel|grafiek|kaart|bron)\b", hit.text, re.IGNORECASE) else sentence
    if _STATISTICS.search(scope) and _STATISTICS_CUE.search(scope):
        return Verdict("info", "reason-statistics")
    return None


# --- quotation and mention ------------------------------------------------------------------------

_CUE_BEFORE = re.compile(
    r"(?:\b(?:de|het|een|dat|die|deze|dit|zulke|woorden|termen|begrippen)\s+(?:\w+\s+){0,2}?"
    r"(?:term(?:en)?|woord(?:en)?|begrip(?:pen)?|benaming(?:en)?|woordgroep|uitdrukking(?:en)?|aanduiding(?:en)?|etiket(?:ten)?|stempel|omschrijving|label(?:s)?|formulering|woordkeuze|naam)"
    r"\s*(?:als|zoals|:|,|van)?"
    r"|\b(?:term(?:en)?|begrip(?:pen)?|woorden|terminologie|taal|kwalificaties|aanduidingen|etiketten|labels),?\s+(?:als|zoals)"
    r"|\bin\s+plaats\s+van|\b(?:i\.p\.v\.|ipv)|\bniet\s+(?:meer|langer)\s+(?:over|van)|\bniet\s+(?:over|van)"
    r"|\b(?:vermijd(?:en|t)?|vervang(?:en|t)?|schrap(?:pen|t)?|schrijf(?:t)?\s+(?:niet|geen)|zeg(?:t|gen)?\s+(?:niet|geen|dus niet)|gebruik(?:t)?\s+(?:niet|geen|nooit))"
    r"|\b(?:spreken|praten|schrijven)\s+(?:we|wij)?\s*(?:niet|nooit)\b[^.;]{0,20}\b(?:over|van)"
    r"|\bzogehe?ten|\bzogenaamde?|\bzogenoemde?)"
    r"\s*[:‘“\"'(]*\s*(?:(?:de|het|een)\s+)?(?:[\w’'-]+(?:\s+[\w’'-]+)?\s*(?:,|en|of|/)\s*)?$",
    re.IGNORECASE,
)
_NOT_BUT = re.compile(
    r"\b(?:schrijf|schrijv|zeg|noem|gebruik|spreek|spreken|hanteren|hanteer|kiezen|kies)\w*\b[^.;]{0,60}[,\s](?:niet|geen|nooit)\s*$", re.IGNORECASE
)
_CUE_AFTER = re.compile(
    r"^\s*[’”\"')]*\s*(?:(?:is|zijn|was|waren|blijft|vinden\s+we|vinden\s+wij)\s+(?:\w+\s+){0,2}?(?:een|geen)\s+(?:\w+\s+){0,3}?(?:term|woord|begrip|benaming|stempel|etiket|label)\b"
    r"|(?:(?:gebruiken|schrijven|zeggen|noemen|hanteren)\s+(?:we|wij|u|ze)?\s*(?:niet|nooit|liever\s+niet|geen)\b)"
    r"|als\s+(?:term|woord|begrip|etiket|label)\b"
    r"|(?:vervangen|wordt\s+vervangen|worden\s+vervangen|vervangt)\b)",
    re.IGNORECASE,
)


def _quoted(hit: Surroundings) -> Verdict | None:
    """Between quotation marks; a whole clause between them is somebody's speech."""
    if hit.line and code.is_code(hit.line[0]):
        return None
    around = [quote for quote in hit.quotes if quote.start <= hit.start and hit.end <= quote.end]
    inner = [quote for quote in hit.quotes if hit.start < quote.start and quote.end <= hit.end]
    opening = [quote for quote in hit.quotes if quote.start == hit.start or (hit.start <= quote.start < hit.end)]
    if not around and not inner and not opening:
        return None
    longest = max((quote.end - quote.start for quote in around), default=0)
    return Verdict("info", "reason-speech" if longest > len(hit.words) + 40 else "reason-quoted")


def _mentioned(hit: Surroundings) -> Verdict | None:
    no_more = re.search(r"\b(?:geen|niet)\s*$", hit.before, re.IGNORECASE) and re.match(r"\s+(?:meer|langer)\b", hit.after)
    if no_more or _CUE_BEFORE.search(hit.before) or _NOT_BUT.search(hit.before) or _CUE_AFTER.match(hit.after):
        return Verdict("info", "reason-mention")
    return None


_CHECKS: tuple[Check, ...] = (
    _address, _identifier, _law, _proper_name, _bibliography, _code, _quoted, _mentioned, _statistics, _title,
)  # fmt: skip
