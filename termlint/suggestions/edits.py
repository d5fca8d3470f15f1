"""What an offer changes in the text: the words themselves, with their capitals, and the article before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from termlint.model import Edit

if TYPE_CHECKING:
    from termlint.matching.match import Analysis, Match
    from termlint.rulebook.model import Offer
    from termlint.suggestions.place import Place

_SENTENCE_START = re.compile(r"(?:^|[.!?…][\"'’”)]*\s|[•●▪|>#*]\s?|^\s*[-+e]\s|[“‘\"'])\s*$")
_RUNNING = re.compile(r"(?:^|\s)[a-zà-ÿ][\w’'-]*,?\s+$")
"""The end of a word without a capital: what follows is in the middle of a sentence, however it is written."""
_ARTICLES = {
    ("het", "de"): "de",
    ("dit", "de"): "deze",
    ("dat", "de"): "die",
    ("de", "het"): "het",
    ("deze", "het"): "dit",
    ("die", "het"): "dat",
}

Capitals = Literal["all", "first", "odd", "none"]
"""`odd` is a capital in the middle of a sentence, which an abbreviation does not take over."""


def capitalised(text: str, capitals: Capitals, abbreviations: frozenset[str]) -> str:
    """The text of an offer with the capitals of what it replaces."""
    opening = re.match(r"[^\W\d_]*", text)
    if capitals == "none" or (capitals == "odd" and opening and opening[0].lower() in abbreviations):
        return text
    return text.upper() if capitals == "all" else text[:1].upper() + text[1:]


def capitals_of(match: Match, analysis: Analysis) -> Capitals:
    """The capitals of a match in its text: of all its letters, of the first one, or none."""
    whole, abbreviations = analysis.text, analysis.abbreviations
    words = re.findall(r"[^\W\d_]+", whole[match.start : match.end])
    plain = [word for word in words if word.lower() not in abbreviations]
    if plain and all(word.isupper() for word in plain) and len("".join(plain)) > 1:
        return "all"
    first = words[0] if words else ""
    abbreviation = first.lower() in abbreviations or (first.isupper() and len(first) > 1)
    if not first[:1].isupper():
        return "none"
    before = whole[: match.start]
    starts = bool(_SENTENCE_START.search(before[-6:])) or not any(map(str.isalnum, before))
    if starts:
        return "first"
    if abbreviation:
        return "none"
    return "odd" if _RUNNING.search(before[-40:]) else "first"


def edits_of(offer: Offer, text: str, match: Match, place: Place) -> tuple[Edit, ...]:
    """The edits on the raw block; an article that no longer agrees is replaced with it. Advice has none."""
    if offer.safety == "advice":
        return ()
    start, end = place.view.raw_span(match.start, match.end)
    edit = Edit(start, end, text)
    tokens, at = place.analysis.tokens, match.first - 1
    before = tokens.words[at].lower() if offer.article and at >= 0 else ""
    swapped = _ARTICLES.get((before, offer.article))
    if swapped:
        old = place.analysis.text[tokens.starts[at] : tokens.ends[at]]
        raw_start, raw_end = place.view.raw_span(tokens.starts[at], tokens.ends[at])
        return Edit(raw_start, raw_end, swapped.capitalize() if old[0].isupper() else swapped), edit
    return (edit,)
