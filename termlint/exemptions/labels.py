"""Words that a label sets apart as the wrong ones: “Liever niet: …”, a heading, the head of a table column.

Guides and word lists that teach the new terms name the old ones, mostly without quotation marks.
"""

from __future__ import annotations

import re

from termlint.exemptions.hit import Surroundings, Verdict, either

_TERM = either(
    """term(?:en)? woord(?:en)? begrip(?:pen)? benaming(?:en)? uitdrukking(?:en)? aanduiding(?:en)?
    omschrijving(?:en)? formulering(?:en)? schrijfwijzen? woordkeuze taal taalgebruik tekst zin"""
)
_WRONG = either(
    """oude? eerdere? vroegere? verouderde? huidige? vorige? beladen foute? verkeerde? onjuiste? ongewenste?
    vermeden afgeraden ontraden"""
)
_TO_AVOID = (
    rf"(?:{_WRONG}|(?:liever\s+)?(?:niet|nooit)\s+(?:meer\s+)?te\s+gebruiken|te\s+(?:vermijden|vervangen))"
)
_NOT = r"(?:(?:maar|dus|zo|liever|voortaan|en)\s+){0,2}(?:niet|nooit)"
_DO_NOT = (
    r"(?:schrijf|zeg|gebruik|noem|kies|spreek)\s+(?:dus\s+|voortaan\s+)?(?:liever\s+)?(?:niet|geen|nooit)"
    r"(?:\s+(?:meer|langer))?(?:\s+over)?"
)
_LABEL = (
    rf"(?:{_NOT}(?:\s+(?:zo|meer|doen|gebruiken|schrijven|zeggen|goed|gewenst|wenselijk))*|{_DO_NOT}"
    r"|te\s+vermijden|vermijd(?:en)?|vervang(?:en)?|schrap(?:pen)?|oud|was|fout|verkeerd|onjuist|verouderd"
    r"|af\s+te\s+raden|in\s+plaats\s+van|i\.?p\.?v\.?"
    rf"|{_TO_AVOID}\s+{_TERM}"
    rf"|{_TERM}\s+(?:die|om)\b[^.:|]{{0,40}}\b(?:niet|nooit|vermijden|vervangen|schrappen)\b[^.:|]{{0,30}})"
)
_LABELLED = re.compile(rf"(?:^|[\n.;|–])\W*{_LABEL}\s*:[^:\n]*$", re.IGNORECASE)
_IS_LABEL = re.compile(rf"\W*(?:\d[\d.]*\s+)?{_LABEL}\W*", re.IGNORECASE)

_LONGEST_LABEL = 80
_LONGEST_ENTRY = 200
"""Characters of a block that a heading can label: an entry of a list, not a story under it."""


def is_label(text: str) -> bool:
    """Whether a heading or the head of a table says that what it stands over is what one should not write."""
    return len(text) <= _LONGEST_LABEL and bool(_IS_LABEL.fullmatch(text))


def labelled(hit: Surroundings) -> Verdict | None:
    """The hit stands after “Niet:” or “Oud:”, in a column “Oude term”, or in a list under “Liever niet”."""
    listed = hit.part != "heading" and len(hit.text) <= _LONGEST_ENTRY and is_label(hit.heading)
    if listed or any(map(is_label, hit.heads)) or (":" in hit.before and _LABELLED.search(hit.before)):
        return Verdict("info", "reason-mention")
    return None
