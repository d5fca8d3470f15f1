"""Words that are quoted or talked about instead of used."""

from __future__ import annotations

import re

from termlint.dutch import code
from termlint.exemptions.hit import Cue, Surroundings, Verdict, either

SPEECH = 40
"""A quotation this much longer than the hit, in characters, is somebody's speech rather than a mentioned
term.
"""

_TERM = either(
    """term(?:en)? woord(?:en)? begrip(?:pen)? benaming(?:en)? woordgroep uitdrukking(?:en)? aanduiding(?:en)?
    etiket(?:ten)? stempel omschrijving labels? formulering woordkeuze naam"""
)
_DETERMINER = either("de het een dat die deze dit zulke woorden termen begrippen")
_TERMS = either(
    "term(?:en)? begrip(?:pen)? woorden terminologie taal kwalificaties aanduidingen etiketten labels"
)
_NAMES_A_TERM = rf"\b{_DETERMINER}\s+(?:\w+\s+){{0,2}}?{_TERM}\s*(?:als|zoals|:|,|van)?"
_TERMS_SUCH_AS = rf"\b{_TERMS},?\s+(?:als|zoals)"
_INSTEAD_OF = r"\bin\s+plaats\s+van|\b(?:i\.p\.v\.|ipv)"
_NOT_ABOUT = (
    r"\bniet\s+(?:meer\s+|langer\s+)?(?:over|van)"
    r"|\bniet\s+(?:meer|langer)\s+(?:wil\s+|willen\s+)?(?:horen|praten|spreken|lezen)\s+(?:over|van)"
    r"|\bvra(?:ag|gen)\b[^.;]{0,30}\bniet\s+(?:meer|langer)\s+(?:naar|om)(?:\s+een)?"
    r"|\b(?:spreken|praten|schrijven)\s+(?:we|wij)?\s*(?:niet|nooit)\b[^.;]{0,20}\b(?:over|van)"
)
_WRITE = r"(?:schrij(?:ft?|ven)|zeg(?:t|gen)?|gebruik(?:t|en)?|hante(?:ert?|ren)|noem(?:t|en)?)"
_NO_MORE = r"(?:niet|geen|nooit)(?:\s+(?:meer|langer))?"
_AVOID = (
    r"\b(?:vermijd(?:en|t)?|vervang(?:en|t)?|schrap(?:pen|t)?"
    rf"|{_WRITE}\s+(?:(?:we|wij|u|je|ze|dus|hier|daar|ook|voortaan|liever)\s+){{0,3}}{_NO_MORE})"
)
_SO_CALLED = r"\bzogehe?ten|\bzogenaamde?|\bzogenoemde?"
_FIRST_MEMBER = r"(?:(?:de|het|een)\s+)?(?:[\w’'-]+(?:\s+[\w’'-]+)?\s*(?:,|en|of|/)\s*)?"
_CUE_BEFORE = Cue(
    re.compile(
        rf"(?:{_NAMES_A_TERM}|{_TERMS_SUCH_AS}|{_SO_CALLED}|\bvermijd(?:en|t)?)\s*[:‘“\"'(]*\s*{_FIRST_MEMBER}$",
        re.IGNORECASE,
    ),
    (
        *("term", "woord", "begrip", "benaming", "uitdrukking", "aanduiding", "etiket", "stempel"),
        *("omschrijving", "label", "formulering", "naam", "taal", "kwalificatie", "zoge", "vermijd"),
    ),
)
_WEAK_CUE_BEFORE = Cue(
    re.compile(
        rf"(?:{_INSTEAD_OF}|{_NOT_ABOUT}|{_AVOID}|\b(?:geen|niet)(?=\s*$))\s*[:‘“\"'(]*\s*{_FIRST_MEMBER}$",
        re.IGNORECASE,
    ),
    ("plaats", "i.p.v", "ipv", "niet", "geen", "nooit", "vermijd", "vervang", "schrap"),
)
_LANGUAGE = either(
    """schrij[fv] zeg noem spreek spreken praat praten hebben\\s+het horen lezen gebruik woord term taal
    tekst begrip aanduiding benaming omschrijving formule benoem publicatie vacature raadsvoorstel
    brie[fv] website rapport vraag vragen document"""
)
_ABOUT_LANGUAGE = re.compile(
    rf"\b{_LANGUAGE}"
    r"|\bdoor\s+[‘“\"']?(?:mbo|hbo|wo|vervolgonderwijs)\b",
    re.IGNORECASE,
)
"""Without marks, "in plaats van …" and "geen … meer" are about the word only in a sentence about language."""
_BUT_NOT_BEFORE = Cue(
    re.compile(
        r"\b(?:schrijf|schrijv|zeg|noem|gebruik|spreek|spreken|hanteer|hanteren|kies|kiezen)\w*\b"
        r"[^.;]{0,60}[,\s](?:niet|geen|nooit)\s*$",
        re.IGNORECASE,
    ),
    ("niet", "geen", "nooit"),
)
_NO_MORE_BEFORE = Cue(
    re.compile(rf"\b{_NO_MORE}\s+{_FIRST_MEMBER}$", re.IGNORECASE), ("niet", "geen", "nooit")
)
_WRITE_AFTER = re.compile(
    r"\s*(?:meer\s+)?(?:(?:te|wil|willen|gaan|mogen|moeten|zullen|kunnen)\s+){0,2}"
    r"(?:schrijven|zeggen|gebruiken|noemen|hanteren)\b",
    re.IGNORECASE,
)
"""Around the hit: “wij willen niet meer … zeggen”."""
_CUE_AFTER = re.compile(
    r"^\s*+[’”\"')]*+\s*+(?:"
    rf"(?:(?:is|zijn|was|waren|blijft|vinden\s+(?:we|wij))\s+(?:\w+\s+){{0,2}}?(?:een|geen)|,\s+een)"
    rf"\s+(?:\w+\s+){{0,3}}?{_TERM}\b"
    r"|(?:→|[-=]>)\s+[‘“\"']?(?:v?mbo|hbo|wo|vervolgonderwijs)\b"
    r"|wordt\s+[‘“\"']?(?:vervolgonderwijs\b|(?:v?mbo|hbo|wo)(?:-opgeleid|-?\s*(?:[,/]|en\b|of\b)))"
    r"|(?:gebruiken|schrijven|zeggen|noemen|hanteren)\s+(?:we|wij|u|ze)?\s*(?:niet|nooit|liever\s+niet|geen)\b"
    r"|als\s+(?:term|woord|begrip|etiket|label)\b"
    r"|(?:vervangen|wordt\s+vervangen|worden\s+vervangen|vervangt)\b)",
    re.IGNORECASE,
)
_GLOSS_AFTER = re.compile(
    r"\s*(?:\(\s*(?:mbo|hbo|ho)\s*\)|,\s*(?:kortweg|afgekort|ook wel|of)\s+(?:het\s+)?(?:mbo|hbo|ho)\b)",
    re.IGNORECASE,
)
_GLOSS_BEFORE = re.compile(r"\b(?:mbo|hbo|ho)\s*(?:[(=:–-]|staat voor|betekent)?\s*$", re.IGNORECASE)


def quoted(hit: Surroundings) -> Verdict | None:
    """Between quotation marks, wholly or in part; a whole clause between them is somebody's speech."""
    if hit.line and code.is_code(hit.line[0]):
        return None
    around = [quote for quote in hit.quotes if quote.start <= hit.start and hit.end <= quote.end]
    if not around and not any(hit.start <= quote.start < hit.end for quote in hit.quotes):
        return None
    longest = max((quote.end - quote.start for quote in around), default=0)
    return Verdict("info", "reason-speech" if longest > len(hit.words) + SPEECH else "reason-quoted")


def mentioned(hit: Surroundings) -> Verdict | None:
    """Without marks, but the sentence is about the word: "de term …", "schrijf … in plaats van …"."""
    before, after = hit.before, hit.after
    around = _NO_MORE_BEFORE.search(before) and _WRITE_AFTER.match(after)
    if around or _CUE_BEFORE.search(before) or _BUT_NOT_BEFORE.search(before) or _CUE_AFTER.match(after):
        return Verdict("info", "reason-mention")
    weak = _WEAK_CUE_BEFORE.search(before) and _ABOUT_LANGUAGE.search(before + " " + after)
    return Verdict("info", "reason-mention") if weak else None


def gloss(hit: Surroundings) -> Verdict | None:
    """The full name beside its abbreviation: hoger beroepsonderwijs (hbo), mbo (voluit …)."""
    if not hit.words.lower().endswith("onderwijs"):
        return None
    explained = _GLOSS_AFTER.match(hit.after) or _GLOSS_BEFORE.search(hit.before)
    return Verdict("info", "reason-gloss") if explained else None
