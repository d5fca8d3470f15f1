"""An offer's text filled in, in the form that the found words have.

Braces in an offered text agree with what was found:
    {of}          "en" for groups, "of" for one person or a predicate
    {niveaus}     the steps of a scale that the found words stand for: binnen- of buiten (before a hyphen),
    binnen of buiten
    {verhuisd}    this word in the form of the found one; {bewoner} likewise singular or plural
    {mee|doen}  this separable verb in the form of the found one, parted where that was parted
    {schaal}      the found answers, each replaced by what it stands for, with the signs between them kept
    {deel}        the second part of a compound (straat in nieuwkomersstraat)
    {item}        the found item of a list
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from termlint.dutch import forms
from termlint.rulebook.model import Offer, Reading, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from termlint.matching.match import Analysis, Match
    from termlint.rulebook.pack_model import Scale

_SLOT = re.compile(r"\{([^{}]+)\}(-?)")


def filled(offer: Offer, match: Match, analysis: Analysis) -> str:
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
    """The steps that the words of the match stand for, in the order of the packs' scales."""
    table = {**match.rule.levels, **offer.levels}
    scale = match.rule.scale
    named = [level for reading in match.readings for level in _named(reading, table, scale)]
    if not named:
        raise LookupError("no level named")
    return scale.in_order(named)


def _named(reading: Reading, table: dict[str, tuple[str, ...]], scale: Scale) -> tuple[str, ...]:
    """The steps that one word stands for: by the rule's table, or an item by its name (fase2 → fase 2)."""
    if reading.base in table or reading.form != "item":
        return table.get(reading.base, ())
    step = scale.step_of(reading.base)
    return table.get(step, (step,)) if step else ()


def join_levels(named: Sequence[str], word: str, *, hanging: bool) -> str:
    """A list as Dutch writes it: "voor-, midden- en achter" before a hyphen, else without."""
    hyphen = "-" if hanging else ""
    *left, last = named
    if not left:
        return last
    return ", ".join(level + hyphen for level in left) + f" {word} {last}"


def _scale(offer: Offer, match: Match, analysis: Analysis) -> str:
    """ja ○ nee → eens ○ oneens of neutraal; LookupError for a word that stands for no step."""
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
    """The match with its separable verb replaced: af te gaan → op te gaan, gaat vaker af → gaat vaker op."""
    head = head_form(match)
    old = match.rule.words[head.base]
    new = forms.separable_verb(particle, base)
    if _is_parted(match, analysis, old):
        return _parted(match, analysis, old, particle, new.finite)
    surfaces = {form: surface for surface, form in reversed(new.joined.items())}
    return surfaces["noun"] + head.part if head.form == "compound" else surfaces[head.form]


def _is_parted(match: Match, analysis: Analysis, verb: Word) -> bool:
    """Whether a finite form comes before its particle: gingen af, not afgingen."""
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
