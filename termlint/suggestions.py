"""What to write instead, agreeing with the sentence: inflection, en or of, hanging hyphens, capitals,
article.

Braces in an offered text agree with what was found:
    {of}          "en" for groups, "of" for one person or a predicate
    {niveaus}     the types of education that the found words stand for: hbo- of wo (before a hyphen), hbo
    of wo
    {opgeleid}    this word in the form of the found one; {student} likewise singular or plural
    {door|stromen}  this separable verb in the form of the found one, parted where that was parted
    {schaal}      the found answers, each replaced by what it stands for, with the signs between them kept
    {deel}        the second part of a compound (buurt in hoogopgeleidenbuurt)
    {item}        the found item of a list
Source: TERMINOLOGY §4; vlaanderen.be/taaladvies (weglatingsstreepje); onzetaal.nl (hbo- of wo-niveau).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from termlint.dutch import forms
from termlint.dutch.words import ABBREVIATIONS, LEVELS
from termlint.matching.match import Analysis, Beside, Match, neighbours
from termlint.model import Edit, Suggestion
from termlint.rulebook.model import Offer, Reading, When, Word

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from termlint.dutch.view import View

_SLOT = re.compile(r"\{([^{}]+)\}(-?)")
_LABEL_AFTER = re.compile(r"\s*(?::(?!\S)|\||$)")
_LABEL_BEFORE = re.compile(r"(?:^|[|•●▪;:]|(?:^|\n)\s*(?:[-*+e]|\d+[.)]))\s*$")
_SENTENCE_START = re.compile(r"(?:^|[.!?…][\"'’”)]*\s|[•●▪|>#*]\s?|^\s*[-+e]\s|[“‘\"'])\s*$")


_RUNNING = re.compile(r"(?:^|\s)[a-zà-ÿ][\w’'-]*,?\s+$")
"""The end of a word without a capital: what follows is in the middle of a sentence, however it is written."""


class Whole:
    """The whole document folded. Remembers of a word whether it is in it: every finding asks the same."""

    def __init__(self, folded: str) -> None:
        self._folded = folded
        self._asked: dict[str, bool] = {}

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str):
            return False
        if word not in self._asked:
            self._asked[word] = word in self._folded
        return self._asked[word]


@dataclass(frozen=True, slots=True)
class Place:
    """Where matches stand: the analysed text, its view on the raw block, and the whole document."""

    analysis: Analysis
    view: View
    raw: str
    document: Whole


def suggest(match: Match, place: Place) -> tuple[Suggestion, ...]:
    """The suggestions that fit at this place, the best first; none twice."""
    made: dict[str, Suggestion] = {}
    known = _Known(match.forms(), match.bases(), neighbours(match, place.analysis))
    capitals: Capitals | None = None
    for offer in match.rule.offers:
        if not (_fits_words(offer.when, known) and _fits_place(offer.when, known, match, place)):
            continue
        text = _filled(offer, match, place.analysis)
        if text and offer.safety != "advice":
            capitals = capitals or capitals_of(match, place.analysis.text)
            text = _capitalised(text, capitals)
        if text and text not in made:
            made[text] = Suggestion(text, offer.safety, _edits(offer, text, match, place))
    return tuple(made.values())


# --- does it fit ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Known:
    """What every offer asks of a match."""

    forms: frozenset[str]
    bases: frozenset[str]
    beside: Beside


def _fits_words(when: When, known: _Known) -> bool:
    return (
        (not when.form or not known.forms.isdisjoint(when.form))
        and known.forms.isdisjoint(when.not_form)
        and (not when.contains or not known.bases.isdisjoint(when.contains))
        and known.bases.isdisjoint(when.lacks)
    )


def _fits_place(when: When, known: _Known, match: Match, place: Place) -> bool:
    if not _fits_beside(when, known.beside):
        return False
    if when.near or when.not_near:
        text = place.analysis.text.lower()
        if (when.near and not _holds_any(text, when.near)) or _holds_any(text, when.not_near):
            return False
    if (when.document and not _holds_any(place.document, when.document)) or _holds_any(
        place.document, when.not_document
    ):
        return False
    return when.label is None or when.label == is_label(match, place.raw, place.view)


def _fits_beside(when: When, beside: Beside) -> bool:
    if (when.after and not beside.follows(when.after)) or (when.not_after and beside.follows(when.not_after)):
        return False
    if when.before and not beside.precedes(when.before):
        return False
    return not (when.not_before and beside.precedes(when.not_before))


def _holds_any(text: Container[str], words: Iterable[str]) -> bool:
    return any(word in text for word in words)


def is_label(match: Match, raw: str, view: View) -> bool:
    """Whether the match names a field: followed by a colon, or alone in its cell or line."""
    start, end = view.raw_span(match.start, match.end)
    line_start = raw.rfind("\n", 0, start) + 1
    line_end = raw.find("\n", end)
    rest = raw[end : line_end if line_end >= 0 else len(raw)]
    return bool(_LABEL_BEFORE.search(raw[line_start:start])) and bool(_LABEL_AFTER.match(rest))


# --- filling in -----------------------------------------------------------------------------------


def _filled(offer: Offer, match: Match, analysis: Analysis) -> str:
    """The offer's text with its braces filled in; empty when a form is lacking."""
    if "{" not in offer.text:
        return offer.text
    try:
        return _SLOT.sub(lambda slot: _slot(slot[1], offer, match, analysis) + slot[2], offer.text)
    except LookupError:
        return ""


def _slot(name: str, offer: Offer, match: Match, analysis: Analysis) -> str:
    if name == "of":
        return conjunction(match)
    if name == "niveaus":
        return join_levels(levels(offer, match), conjunction(match), hanging="{niveaus}-" in offer.text)
    if name == "schaal":
        return _scale(offer, match, analysis)
    if name == "deel":
        return _first(r.part for r in match.readings)
    if name == "item":
        return _first(r.base for r in match.readings if r.form == "item")
    if "|" in name:
        return _verb(match, analysis, *name.split("|"))
    return inflected(name, match)


def _first(texts: Iterable[str]) -> str:
    """The first text that is not empty; LookupError when there is none."""
    for text in texts:
        if text:
            return text
    raise LookupError("nothing to fill in")


def conjunction(match: Match) -> str:
    """ "en" for groups (plural nouns, attributive coordinations), "of" for one person or a predicate."""
    head = head_form(match)
    coordinated = sum(reading.form == head.form for reading in match.readings) > 1 or match.rule.coordinates
    return "en" if head.form in ("en", "pl", "compound") or (head.form == "e" and coordinated) else "of"


def head_form(match: Match) -> Reading:
    """The reading of the match's head: its last inflected word."""
    inflected_words = [r for r in match.readings if r.form not in ("item", "base")]
    return (inflected_words or list(match.readings) or [Reading("", "")])[-1]


def levels(offer: Offer, match: Match) -> list[str]:
    """The types of education that the words of the match stand for, in their usual order."""
    table = {**match.rule.levels, **offer.levels}
    named = [level for reading in match.readings for level in _named(reading, table)]
    if not named:
        raise LookupError("no level named")
    rank = {level: at for at, level in enumerate(LEVELS)}
    return sorted(dict.fromkeys(named), key=lambda level: rank.get(level.split()[0], len(rank)))


_LEVEL_ITEM = re.compile(r"(v?mbo)\s*-?\s*(?:niveau\s*)?(\d(?:\s*/\s*\d)?)?|(\w+)")


def _named(reading: Reading, table: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The levels that one word stands for: by the rule's table, or a list item by its own name (mbo4 → mbo 4,
    hbo+ → hbo).
    """
    if reading.base in table or reading.form != "item":
        return table.get(reading.base, ())
    found = _LEVEL_ITEM.match(reading.base)
    if not found:
        return ()
    if found.group(1):
        return (
            f"{found.group(1)} {found.group(2)}".replace(" / ", "/") if found.group(2) else found.group(1),
        )
    return table.get(found.group(3), (found.group(3),))


def join_levels(named: Sequence[str], word: str, *, hanging: bool) -> str:
    """A list as Dutch writes it: "mbo-, hbo- en wo" before a hyphen, else "mbo, hbo en wo"."""
    hyphen = "-" if hanging else ""
    *left, last = named
    if not left:
        return last
    return ", ".join(level + hyphen for level in left) + f" {word} {last}"


def _scale(offer: Offer, match: Match, analysis: Analysis) -> str:
    """laag ○ hoog → vmbo ○ hbo of wo; LookupError for a word that stands for no level."""
    table = {**match.rule.levels, **offer.levels}
    tokens, text, at = analysis.tokens, "", match.start
    for start, end in zip(
        tokens.starts[match.first : match.last], tokens.ends[match.first : match.last], strict=True
    ):
        word = analysis.text[start:end]
        if word.isalpha():
            answer = join_levels(table[word.lower()], "of", hanging=False)
            text, at = text + analysis.text[at:start] + answer, end
    return text + analysis.text[at : match.end]


def inflected(word: str, match: Match) -> str:
    """`word` in the form of the match's head; LookupError when it has no such form."""
    found = next((r for r in match.readings if r.base == word), None) or head_form(match)
    form = found.form.removeprefix("compound-")
    own = match.rule.words.get(word)
    if own:
        table = own.forms
    elif form in ("zero", "e", "en"):
        table = forms.participle(word)
    elif form.startswith(("positive", "comparative", "superlative")):
        table = forms.adjective(word)
    else:
        table = forms.noun(word)
    wanted = form if form in table.values() else "sg"
    for surface, name in table.items():
        if name == wanted and "(" not in surface:
            return surface
    raise LookupError(word)


def _verb(match: Match, analysis: Analysis, particle: str, base: str) -> str:
    """The match with its separable verb replaced: op te stromen → door te stromen, stroomt vaker af → stroomt
    vaker door.
    """
    head = head_form(match)
    old = match.rule.words[head.base]
    new = forms.separable_verb(particle, base)
    if _is_parted(match, analysis, old):
        return _parted(match, analysis, old, particle, new.finite)
    surfaces = {form: surface for surface, form in reversed(new.joined.items())}
    return surfaces["noun"] + head.part if head.form == "compound" else surfaces[head.form]


def _is_parted(match: Match, analysis: Analysis, verb: Word) -> bool:
    """Whether a finite form comes before its particle: stroomden op, not opstroomden."""
    inside = slice(match.first, match.last)
    spans = zip(analysis.tokens.starts[inside], analysis.tokens.ends[inside], strict=True)
    words = (analysis.text[start:end].lower() for start, end in spans)
    first = next((word for word in words if word in verb.finite or word == verb.particle), "")
    return first in verb.finite


def _parted(match: Match, analysis: Analysis, old: Word, particle: str, finite: forms.Forms) -> str:
    """A finite form and its particle replaced, with the words between them kept; what follows is the
    offer's.
    """
    surfaces = {form: surface for surface, form in reversed(finite.items())}
    text, at = "", match.start
    for token in range(match.first, match.last):
        start, end = analysis.tokens.starts[token], analysis.tokens.ends[token]
        word = analysis.text[start:end].lower()
        new = surfaces[old.finite[word]] if word in old.finite else particle if word == old.particle else None
        text += analysis.text[at:start] + (new or analysis.text[start:end])
        at = end
        if word == old.particle:
            break
    return text


# --- capitals and edits ---------------------------------------------------------------------------


Capitals = Literal["all", "first", "odd", "none"]
"""`odd` is a capital in the middle of a sentence, which an abbreviation does not take over."""


def _capitalised(text: str, capitals: Capitals) -> str:
    opening = re.match(r"[^\W\d_]*", text)
    if capitals == "none" or (capitals == "odd" and opening and opening[0].lower() in ABBREVIATIONS):
        return text
    return text.upper() if capitals == "all" else text[:1].upper() + text[1:]


def capitals_of(match: Match, whole: str) -> Capitals:
    """The capitals of a match in its text: of all its letters, of the first one, or none."""
    words = re.findall(r"[^\W\d_]+", whole[match.start : match.end])
    plain = [word for word in words if word.lower() not in ABBREVIATIONS]
    if plain and all(word.isupper() for word in plain) and len("".join(plain)) > 1:
        return "all"
    first = words[0] if words else ""
    abbreviation = first.lower() in ABBREVIATIONS or (first.isupper() and len(first) > 1)
    if not first[:1].isupper():
        return "none"
    before = whole[: match.start]
    starts = bool(_SENTENCE_START.search(before[-6:])) or not any(map(str.isalnum, before))
    if starts:
        return "first"
    if abbreviation:
        return "none"
    return "odd" if _RUNNING.search(before[-40:]) else "first"


def _edits(offer: Offer, text: str, match: Match, place: Place) -> tuple[Edit, ...]:
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


_ARTICLES = {
    ("het", "de"): "de",
    ("dit", "de"): "deze",
    ("dat", "de"): "die",
    ("de", "het"): "het",
    ("deze", "het"): "dit",
    ("die", "het"): "dat",
}
