"""Other people's texts and categories: bibliographies, and figures that name their source."""

from __future__ import annotations

import re
from functools import lru_cache

from termlint.exemptions.hit import Surroundings, Verdict, either

_AUTHOR_YEAR = re.compile(
    r"^[\s\d.'’\[\]*•-]*(?:(?:[Zz]ie|[Bb]ron(?:nen)?|[Vv]gl\.?|[Cc]f\.)(?: ook)?:?\s+)?"
    r"[A-Z][\w.&'’-]*[\s,]+(?:[\w.&'’-]+[\s,]+){0,14}?"
    r"(?:\((?:19|20)\d\d[a-z]?(?:,[^)]*)?\)|(?<=[A-Z]\.[\s,])\s*(?:19|20)\d\d[a-z]?)\s*[.:,]\s+\S"
)
_INITIALS = r"(?:[A-Z][a-z]?\.[ -]?)+"
_SURNAME = r"(?:(?:van|de|der|den|ten|ter|’t|'t|el|al)\s+)*[A-Z][\w’'-]+"
_AUTHORS_TITLE = re.compile(
    rf"[\W\d²³¹⁰-⁹]*{_INITIALS}\s*{_SURNAME}(?:\s*(?:,|&|\ben\b)\s*{_INITIALS}\s*{_SURNAME}){{0,6}}"
    r"(?:\s*(?:e\.a\.|et al\.))?\s*(?:\((?:red|eds?)\.\)\s*)?[,:]\s*[‘“\"'*_]*[A-Z]"
)
_VANCOUVER = re.compile(
    rf"\W*\d*\W*{_SURNAME}\s+[A-Z]{{1,4}}(?:,\s*(?:{_SURNAME}\s+[A-Z]{{1,4}}|et al))*\.\s+[A-Z]"
)
"""As in medicine: Jansen P, Smit R. The title. The journal. 2020;164:D45."""
_YEAR_AFTER = re.compile(
    r"\b(?:19|20)\d\d;|[(,]\s*(?:19|20)\d\d[a-z]?\s*[),.;:]|\b(?:19|20)\d\d[a-z]?\s*[.,]?\s*(?:p\.|pp\.|blz\.|$)"
)
"""As in a footnote: initials and name, the title, then where and when it came out."""
_ENTRY = 240
"""How many characters after the hit an entry goes on at the most."""
_HEADING = re.compile(
    r"^\W*(?!\W)(?:bijlage\s+\w{1,3}\b\W*(?!\W))?(?:[\d.]+(?![\d.])|[A-Z][.)])?\s*"
    + either("literatuur bronnen bronvermelding referenties bibliografie noten eindnoten geraadpleegd"),
    re.IGNORECASE,
)
_HALLMARKS = ("19", "20", "ISBN", "doi:", "eraadpleegd", "pgehaald", "edownload")
"""One of these is in every entry."""
_CONSULTED = re.compile(
    r"\b(?:geraadpleegd|opgehaald|gedownload)\s+(?:op|van|via)\b|\bISBN\b|\bdoi:", re.IGNORECASE
)
_STATISTICIAN = re.compile(
    r"\b" + either("CBS StatLine DUO Eurostat OESO OECD UWV SCP ROA Onderwijsinspectie") + r"\b"
    r"|\bCentraal Bureau voor de Statistiek\b"
)
_CLASSIFIES = re.compile(
    r"\bbron(?:nen)?\b|indeling\b|\bdefini\w+|\bcategori\w+|\bklass?e\w*|\bclassificatie\w*|\bonderscheid\w*"
    r"|\bterminologie\b|\bnoem(?:t|en)\b"
    r"|\bbegrip\w*|\bStatLine\b|\bhanteert\b|\breken(?:t|en)\b|\bverstaat onder\b"
    r"|\bgeld(?:t|en)\b|\b(?:data)?bestand(?:en)?\b|\bdatasets?\b|\bmicrodata\b"
    r"|\bvolgens\s+(?:het\s+|de\s+)?\w+\s*:"
    r"|\b(?:val(?:t|len)|hoort|horen)\s+onder\b|\btel(?:t|len)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"\s*(?:figuur|tabel|grafiek|kaart|bron)\b", re.IGNORECASE)


def bibliography(hit: Surroundings) -> Verdict | None:
    """An entry of a bibliography: author and year, a date of consultation, or a heading that says so."""
    listed = _HEADING.match(hit.heading) and hit.part != "heading"
    if not listed and not _has_hallmark(hit.text):
        return None
    found = (
        listed or _CONSULTED.search(hit.text) or _entry_before(hit, 0) or _entry_before(hit, hit.sentence[0])
    )
    return Verdict("silent", "reason-bibliography") if found else None


@lru_cache(maxsize=4)
def _has_hallmark(text: str) -> bool:
    """Asked once a paragraph, however many hits it has."""
    return any(map(text.__contains__, _HALLMARKS))


def _entry_before(hit: Surroundings, begin: int) -> bool:
    """Whether author and year stand at `begin` and end before the hit, or author before it and year after."""
    if _AUTHOR_YEAR.match(hit.text[begin : hit.start + 1]):
        return True
    named = any(form.match(hit.text[begin : hit.start + 1]) for form in (_AUTHORS_TITLE, _VANCOUVER))
    return bool(named and _YEAR_AFTER.search(hit.text, hit.end, hit.end + _ENTRY))


def statistics(hit: Surroundings) -> Verdict | None:
    """A caption or a definition that names its source: the words are that source's own categories."""
    around = hit.before + hit.words + hit.after
    if _CAPTION.match(hit.text):
        around = hit.text[max(0, hit.start - 300) : hit.end + 200]
        if _STATISTICIAN.search(around, hit.end - max(0, hit.start - 300)):
            return Verdict("info", "reason-statistics")
    classified = _STATISTICIAN.search(around) and _CLASSIFIES.search(around)
    return Verdict("info", "reason-statistics") if classified else None
