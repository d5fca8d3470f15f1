"""Words that are talked about instead of used, without quotation marks."""

from __future__ import annotations

import re

from termlint.exemptions.hit import Cue, Surroundings, Verdict, either

_TERM = either(
    """term(?:en)? woord(?:en)? begrip(?:pen)? benaming(?:en)? woordgroep uitdrukking(?:en)? aanduiding(?:en)?
    etiket(?:ten)? stempel omschrijving labels? formulering woordkeuze naam"""
)
_TERM_LITERALS = (
    *("term", "woord", "begrip", "benaming", "uitdrukking", "aanduiding", "etiket", "stempel"),
    *("omschrijving", "label", "formulering", "naam", "namen"),
)
_PLURAL = either(
    """termen woorden begrippen benamingen uitdrukkingen aanduidingen etiketten stempels formuleringen labels
    namen"""
)
_DETERMINER = either("de het een dat die deze dit zulke woorden termen begrippen")
_TERMS = either(
    """term(?:en)? begrip(?:pen)? woorden terminologie taal kwalificaties aanduidingen etiketten labels
    varianten benamingen"""
)
_NAMES_A_TERM = rf"\b{_DETERMINER}\s+(?:\w+\s+){{0,2}}?{_TERM}\s*(?:als|zoals|:|,|(?<!naam )van)?"
_TERMS_SUCH_AS = rf"\b{_TERMS},?\s+(?:als|zoals)"
_INSTEAD_OF = r"\bin\s+plaats\s+van|\b(?:i\.p\.v\.|ipv)"
_NOT_ABOUT = (
    r"\bniet\s+(?:meer\s+|langer\s+)?(?:over|van)"
    r"|\b(?:niet|nooit)\s+(?:meer|langer)\s+(?:(?:te|wil|willen|wordt|worden|is|zijn)\s+)?"
    r"(?:horen|praten|spreken|schrijven|lezen|gesproken|geschreven|gepraat)\s+(?:over|van)"
    r"|\bvra(?:ag|gen)\b[^.;]{0,30}\bniet\s+(?:meer|langer)\s+(?:naar|om)(?:\s+een)?"
    r"|\b(?:spreken|praten|schrijven)\s+(?:we|wij)?\s*(?:niet|nooit)\b[^.;]{0,20}\b(?:over|van)"
)
_WRITE = r"(?:schrij(?:ft?|ven)|zeg(?:t|gen)?|gebruik(?:t|en)?|hante(?:ert?|ren)|noem(?:t|en)?)"
_NO_MORE = r"(?:niet|geen|nooit)(?:\s+(?:meer|langer))?"
_AVOID = (
    r"\b(?:vermijd(?:en|t)?|vervang(?:en|t)?|schrap(?:pen|t)?"
    rf"|{_WRITE}\s+(?:(?:we|wij|u|je|ze|dus|hier|daar|ook|voortaan|liever)\s+){{0,3}}{_NO_MORE})"
)
_RATHER = (
    rf"\b(?:spree?k(?:t|en)?|praat|praten|{_WRITE})\b[^.;]{{0,30}}\bliever\b[^.;]{{2,60}}"
    r"\bdan\s*(?:van|over|het|een|als)?"
)
_NAMED = (
    r"\b(?:heet(?:te|ten)?|heten|genaamd|aangeduid\s+als)"
    r"(?:\s+(?:nu|toen|vroeger|voorheen|officieel|nog|dat|dan|zij|ze|het))*"
)
_SO_CALLED = r"\bzogehe?ten|\bzogenaamde?|\bzogenoemde?"
_AND = r"(?:,|/|\ben\b|\bof\b)"
_FIRST_MEMBER = rf"(?:(?:de|het|een)\s+)?(?:[\w’'-]+(?:\s+[\w’'-]+)?\s*{_AND}\s*)?"
_CUE_BEFORE = Cue(
    re.compile(
        rf"(?:{_NAMES_A_TERM}|{_TERMS_SUCH_AS}|{_SO_CALLED}|{_NAMED}|{_RATHER}|\bvermijd(?:en|t)?)"
        rf"\s*[:‘“\"'(]*\s*{_FIRST_MEMBER}$",
        re.IGNORECASE,
    ),
    (
        *(*_TERM_LITERALS, "taal", "kwalificatie", "zoge", "vermijd"),
        *("variant", "heet", "heten", "genaamd", "aangeduid", "liever"),
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
    """schrij[fv] zeg noem spreek spreken gesproken geschreven praat praten hebben\\s+het horen lezen
    gebruik woord term taal tekst begrip aanduiding benaming omschrijving formule benoem publicatie vacature
    raadsvoorstel brie[fv] website rapport vraag vragen document"""
)
_ABOUT_LANGUAGE = re.compile(
    rf"\b{_LANGUAGE}"
    r"|\bdoor\s+[‘“\"']?(?:mbo|hbo|wo|vervolgonderwijs)\b"
    r"|\b(?:vervolgonderwijs|wo|opgeleid\w*|doorstromen)[’”\"')]*\s+in\s+plaats\b",
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
_SECOND_MEMBER = rf"(?:\s*{_AND}\s*[\w’'-]+){{0,3}}"
_IS_A_TERM = (
    r"(?:is|zijn|was|waren|blijft|blijven|vinden\s+(?:we|wij))\s+(?:\w+\s+){0,2}?"
    rf"(?:(?:een|geen)\s+(?:\w+\s+){{0,3}}?\w*{_TERM}|{_PLURAL})\b"
)
_CUE_AFTER = Cue(
    re.compile(
        r"^(?:\s*[’”\"')*_]+)?(?:"
        rf"{_SECOND_MEMBER}\s+{_IS_A_TERM}"
        rf"|,\s+een\s+(?:\w+\s+){{0,3}}?\w*{_TERM}\b"
        r"|\s+(?:gebruiken|schrijven|zeggen|noemen|hanteren)\s+(?:we|wij|u|ze)?\s*(?:liever\s+)?(?:niet|nooit|geen)\b"
        rf"|\s+als\s+{_TERM}\b"
        r"|\s+(?:vervangen|wordt\s+vervangen|worden\s+vervangen|vervangt)\b"
        r"|\s+(?:heet(?:te|ten)?|heten|te\s+noemen|genoemd(?!\s+(?:als|in|bij|door|voor|:)))\b"
        r"|\s*(?:→|[-=]>)\s+[‘“\"']?(?:v?mbo|hbo|wo|vervolgonderwijs)\b"
        r"|\s+wordt\s+[‘“\"']?(?:vervolgonderwijs\b|(?:v?mbo|hbo|wo)(?:-opgeleid|-?\s*(?:[,/]|en\b|of\b)))"
        r"|\s+\((?:verouderd|vervallen|niet\s+(?:meer\s+)?(?:te\s+)?gebruiken|oude\s+\w+|liever\s+niet)\b"
        r"|\s+(?:\w+\s+)?staat\b[^.;]{0,20}\b(?:lees|leest|lezen)\b)",
        re.IGNORECASE,
    ),
    (
        *(*_TERM_LITERALS, "niet", "nooit", "geen", "vervang", "heet", "heten", "noem", "→", "->", "=>"),
        *("wordt", "(", "staat"),
    ),
)
_IS = {"is", "zijn", "was", "waren", "blijft"}
_A_TERM_AFTER = Cue(
    re.compile(rf"(?:\s+\w+){{0,5}}?\s+(?:een|geen)\s+(?:\w+\s+){{0,3}}?\w*{_TERM}\b", re.IGNORECASE),
    _TERM_LITERALS,
)
"""Around the hit, in a question: “is … nog wel een bruikbare term?”"""
_SAID_OF_IT = Cue(
    re.compile(
        rf"[^.:?!]{{0,80}}[.:?!]\s+(?:(?:ook|maar|en|want)\s+)?(?:dat|die|deze|dit)\s+(?:\w+\s+)?{_TERM}\b",
        re.IGNORECASE,
    ),
    _TERM_LITERALS,
)
"""What follows speaks of the word: “Laagopgeleid: dat woord …”, “Praktisch opgeleid? Ook die term …”."""
_CHANGE_BEFORE = Cue(
    re.compile(r"\b(?:vervang|wijzig|verander)(?:en|t)?\s+(?:[^.;]{0,40}\s)?$", re.IGNORECASE),
    ("vervang", "wijzig", "verander"),
)
_CHANGE_AFTER = re.compile(
    r"(?:(?!\bniet\b)[^.;]){0,40}\b(?:(?:door|in)\s+[‘“\"']?(?:v?mbo|hbo|wo\b|vervolg|student|doorstr|overst)"
    r"|door\s+[‘“\"']?\w+\s+(?:zonder|met)\b)",
    re.IGNORECASE,
)
"""Around the hit: “vervang … door mbo-studenten”, “… door inwoners zonder startkwalificatie”."""
_REMARK = 160
"""How many characters after the hit a remark on it goes on."""
_NOT_THIS = Cue(re.compile(r"(?:^|\n)\W*(?:niet|geen)\s+$", re.IGNORECASE), ("niet", "geen"))
_BETTER = r"(?=v?mbo|hbo|wo\b|vervolg|[\w-]*student|doorstr|overst)[\w-]+(?![\w-])"  # one way to read a word
_BUT_THAT = re.compile(
    r"\s*,?\s*maar\s+(?:wel\s+)?[‘“\"']?"
    rf"{_BETTER}(?:(?:\s*,\s*|\s+(?:en|of)(?![\w-])\s*|\s+){_BETTER})*"
    r"(?:\s*,|\s+(?:en|of)\b)?(?:\s*[.;!])?\s*$",
    re.IGNORECASE,
)
"""A line of language advice: “niet opstromen, maar doorstromen”."""
_GLOSS_AFTER = re.compile(
    r"\s*(?:\(\s*(?:mbo|hbo|ho)\s*\)|,\s*(?:kortweg|afgekort|ook wel|of)\s+(?:het\s+)?(?:mbo|hbo|ho)\b)",
    re.IGNORECASE,
)
_GLOSS_BEFORE = re.compile(r"\b(?:mbo|hbo|ho)[ \t]*(?:[(=:–-]|staat voor|betekent)?\s*$", re.IGNORECASE)
_HEADWORD = re.compile(r"(?:^|\n)[*_]+(?:mbo|hbo|ho)[*_:]+\s+$", re.IGNORECASE)
_HEADWORD_REACH = 20
"""How many characters before the hit the headword of a glossary may stand, as the line above."""


_CUES = (
    *(_CUE_BEFORE, _WEAK_CUE_BEFORE, _BUT_NOT_BEFORE, _NO_MORE_BEFORE, _CUE_AFTER, _A_TERM_AFTER),
    *(_SAID_OF_IT, _CHANGE_BEFORE, _NOT_THIS),
)
_LITERALS = tuple({literal for cue in _CUES for literal in cue.literals})


def mentioned(hit: Surroundings) -> Verdict | None:
    """Without marks, but the sentence is about the word: "de term …", "schrijf … in plaats van …"."""
    around = hit.text[hit.begin : max(hit.end + _REMARK, hit.end + len(hit.after))].lower()
    if not any(map(around.__contains__, _LITERALS)):
        return None
    before, after = hit.before, hit.after
    if (
        _CUE_BEFORE.search(before)
        or _BUT_NOT_BEFORE.search(before)
        or _CUE_AFTER.match(after)
        or _advised(hit)
        or (_WEAK_CUE_BEFORE.search(before) and _ABOUT_LANGUAGE.search(before + " " + after))
    ):
        return Verdict("info", "reason-mention")
    return None


def _advised(hit: Surroundings) -> bool:
    """Cues on both sides of the hit, or in what is said of it next."""
    before, after = hit.before, hit.after
    return bool(
        (_NO_MORE_BEFORE.search(before) and _WRITE_AFTER.match(after))
        or (_CHANGE_BEFORE.search(before) and _CHANGE_AFTER.match(after))
        or (_A_TERM_AFTER.match(after) and before[-8:].lower().rpartition(" ")[0].rpartition(" ")[2] in _IS)
        or (_NOT_THIS.search(before) and _BUT_THAT.match(after))
        or _SAID_OF_IT.match(hit.text[hit.end : hit.end + _REMARK])
    )


def gloss(hit: Surroundings) -> Verdict | None:
    """The full name beside its abbreviation: hoger beroepsonderwijs (hbo), mbo (voluit …)."""
    if not hit.words.lower().endswith("onderwijs"):
        return None
    above = hit.text[max(0, hit.start - _HEADWORD_REACH) : hit.start]
    explained = _GLOSS_AFTER.match(hit.after) or _GLOSS_BEFORE.search(hit.before) or _HEADWORD.search(above)
    return Verdict("info", "reason-gloss") if explained else None
