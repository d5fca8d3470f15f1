"""From the `words` of a rule file to words with all their forms."""

from __future__ import annotations

from typing import Any

from termlint.dutch import forms
from termlint.rulebook import limits
from termlint.rulebook.limits import LimitError
from termlint.rulebook.model import Word

KINDS = ("noun", "adjective", "participle", "verb", "word")


def build_word(base: str, spec: str | dict[str, Any]) -> Word:
    """The word `base` as a rule file describes it: a class, or a mapping with a class and what is irregular.

    Keys: `class`, `plural` (noun), `particle`, `past` and `participle` (separable verb), `forms`
    (extra surface → form name), `without` (surfaces that this word lacks), `compounds` (true: any
    second part may follow; a list: these may), `coordinates` (it may leave out its head). LimitError for
    one that is too long or has too many forms.
    """
    given: dict[str, Any] = {"class": spec} if isinstance(spec, str) else spec
    _require_short(base, given)
    kind = given["class"]
    particle = given.get("particle", "")
    try:
        made, finite = _made(base, kind, given)
    except LookupError as error:
        raise LimitError("word-no-forms", word=base, kind=kind) from error
    made = {**made, **given.get("forms", {})}
    for surface in given.get("without", ()):
        made.pop(surface, None)
    compounds = given.get("compounds", ())
    listed = _listed_compounds(kind, base, made, compounds) if isinstance(compounds, list) else {}
    return Word(
        base,
        kind,
        {**made, **listed},
        _stems(kind, base, made) if compounds is True else (),
        particle,
        finite,
        coordinates=given.get("coordinates", kind == "adjective"),
    )


def _made(base: str, kind: str, given: dict[str, Any]) -> tuple[forms.Forms, forms.Forms]:
    """The forms that the class of a word gives it, and those that part from its particle.

    LookupError for what is no word of that class: "en" is no verb.
    """
    particle = given.get("particle", "")
    match kind:
        case "noun":
            return forms.noun(base, given.get("plural")), {}
        case "adjective":
            return forms.adjective(base), {}
        case "participle":
            return forms.participle(base), {}
        case "verb":
            separable = forms.separable_verb(
                particle, base.removeprefix(particle), given.get("past"), given.get("participle")
            )
            return separable.joined, separable.finite
    return {base: "base"}, {}


def _require_short(base: str, given: dict[str, Any]) -> None:
    """Raise LimitError for a word of which a part is too long, or that has too many forms of its own."""
    listed = [given[name] for name in ("without", "compounds") if isinstance(given.get(name), list)]
    named = [given.get(name, "") for name in ("plural", "particle", "past", "participle")]
    own = given.get("forms", {})
    for word in (base, *named, *own, *own.values(), *(each for words in listed for each in words)):
        limits.require("limit-word-text", len(word), limits.WORD_TEXT, word=limits.shortened(word, 50))
    limits.require("limit-word-forms", len(own), limits.WORD_FORMS, word=base)


def _stems(kind: str, base: str, made: forms.Forms) -> tuple[str, ...]:
    """The forms that a compound with any second part begins with: ontheemden-, ov-reiziger-."""
    if kind == "participle":
        return tuple(surface for surface, form in made.items() if form == "en" and "(" not in surface)
    if kind == "noun":
        return tuple(surface for surface in made if "(" not in surface)
    if kind == "verb":
        return tuple(surface for surface, form in made.items() if form == "noun")
    return (base,)


def _listed_compounds(kind: str, base: str, made: forms.Forms, seconds: list[str]) -> forms.Forms:
    """Compounds with the given second parts, singular and plural, joined with and without a hyphen."""
    stems = _stems(kind, base, made)
    limits.require("limit-word-forms", 4 * len(stems) * len(seconds), limits.WORD_FORMS, word=base)
    return {
        stem + glue + surface: f"compound-{form}"
        for stem in stems
        for second in seconds
        for surface, form in forms.noun(second).items()
        for glue in ("", "-")
        if "(" not in surface
    }
