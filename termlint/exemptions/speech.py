"""What somebody else says: between quotation marks, or on a line that begins with who speaks."""

from __future__ import annotations

import re

from termlint.dutch import code
from termlint.exemptions.hit import Surroundings, Verdict

SPEECH = 40
"""A quotation this much longer than the hit, in characters, is somebody's speech rather than a mentioned
term.
"""

_NAME_PART = r"[A-ZÀ-Þ](?:[a-zà-ÿ’'.-][\w’'.-]*)?"
_TITLED = (
    r"(?:(?:[Dd]e\s+)?(?:heer|voorzitter|wethouder|burgemeester|interviewer|inspreker)"
    r"|[Mm]evrouw|[Mm]evr\.|[Mm]w\.|[Dd]hr\.|Wethouder|Burgemeester|Voorzitter|Raadslid|Interviewer|Inspreker"
    r"|Geïnterviewde|Respondent|Bewoner|Bewoonster|[RIP]\d{1,2}|I|Int\.?)"
    rf"(?:\s+(?:(?:van|de|den|der)\s+)*{_NAME_PART}|\s+\d+){{0,3}}"
)
_PERSON = rf"{_NAME_PART}(?:\s+(?:van|de|den|der|ten|ter|el|{_NAME_PART})){{0,4}}\s+{_NAME_PART}"
_SPEAKER = re.compile(
    rf"[ \t*_>]*(?:(?P<titled>{_TITLED})|{_PERSON})(?:\s+\([^)\n]{{1,40}}\))?"
    r"[*_]*:[*_]*\s(?P<said>.*)"
)
_TURN = 600
"""How many characters of what somebody says are looked at for who says it."""
_SELF = re.compile(r"\b(?:ik|mijn|mij)\b", re.IGNORECASE)
"""Whoever says this is a person; an organisation says “wij”: “Gemeente Waterdam: wij zoeken …”."""


def quoted(hit: Surroundings) -> Verdict | None:
    """Between quotation marks, wholly or in part; a whole clause between them is somebody's speech."""
    if hit.line and code.is_code(hit.line[0]):
        return None
    around = [quote for quote in hit.quotes if quote.start <= hit.start and hit.end <= quote.end]
    if not around and not any(hit.start <= quote.start < hit.end for quote in hit.quotes):
        return None
    longest = max((quote.end - quote.start for quote in around), default=0)
    return Verdict("info", "reason-speech" if longest > len(hit.words) + SPEECH else "reason-quoted")


def spoken(hit: Surroundings) -> Verdict | None:
    """On a line that begins with who speaks, as in an interview: “Mevrouw Haile: Daar was ik …”.

    A name without a title speaks only when it speaks of itself: “Ada Vos: ik …”.
    """
    first = max(0, hit.start - _TURN)
    begin = hit.text.rfind("\n", first, hit.start) + 1 or first
    if ":" not in hit.text[begin : hit.start] or (begin and hit.text[begin - 1] != "\n"):
        return None
    line = _SPEAKER.match(hit.text, begin)
    if line and line.start("said") <= hit.start and (line["titled"] or _SELF.search(line["said"])):
        return Verdict("info", "reason-speech")
    return None
