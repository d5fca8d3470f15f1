"""From the `words` of a rule file to words with all their forms."""

from __future__ import annotations

from typing import Any

from termlint.dutch import forms
from termlint.rulebook.model import Word

KINDS = ("noun", "adjective", "participle", "verb", "word")


def build_word(base: str, spec: str | dict[str, Any]) -> Word:
    """The word `base` as a rule file describes it: a class, or a mapping with a class and what is irregular.

    Keys: `class`, `plural` (noun), `particle`, `past` and `participle` (separable verb), `forms`
    (extra surface → form name), `without` (surfaces that this word lacks), `compounds` (true: any
    second part may follow; a list: these may), `coordinates` (it may leave out its head).
    """
    given: dict[str, Any] = {"class": spec} if isinstance(spec, str) else spec
    kind = given["class"]
    finite: dict[str, str] = {}
    particle = given.get("particle", "")
    match kind:
        case "noun":
            made = forms.noun(base, given.get("plural"))
        case "adjective":
            made = forms.adjective(base)
        case "participle":
            made = forms.participle(base)
        case "verb":
            separable = forms.separable_verb(
                particle, base.removeprefix(particle), given.get("past"), given.get("participle")
            )
            made, finite = separable.joined, separable.finite
        case _:
            made = {base: "base"}
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


def _stems(kind: str, base: str, made: forms.Forms) -> tuple[str, ...]:
    """The forms that a compound with any second part begins with: opgeleiden-, mbo-leerling-."""
    if kind == "participle":
        return tuple(surface for surface, form in made.items() if form == "en" and "(" not in surface)
    if kind == "noun":
        return tuple(surface for surface in made if "(" not in surface)
    if kind == "verb":
        return tuple(surface for surface, form in made.items() if form == "noun")
    return (base,)


def _listed_compounds(kind: str, base: str, made: forms.Forms, seconds: list[str]) -> forms.Forms:
    """Compounds with the given second parts, singular and plural, joined with and without a hyphen."""
    return {
        stem + glue + surface: f"compound-{form}"
        for stem in _stems(kind, base, made)
        for second in seconds
        for surface, form in forms.noun(second).items()
        for glue in ("", "-")
        if "(" not in surface
    }
