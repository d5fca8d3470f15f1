"""What to write instead, agreeing with the sentence: inflection, en or of, hanging hyphens, capitals,
article.

`conditions` says when an offer fits, `slots` fills in its text, and `edits` makes the change in the document.
Source: TERMINOLOGY §4; vlaanderen.be/taaladvies (weglatingsstreepje); onzetaal.nl (koppelteken).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from termlint.matching.match import neighbours
from termlint.model import Suggestion
from termlint.suggestions.conditions import Known, fits_place, fits_words
from termlint.suggestions.edits import Capitals, capitalised, capitals_of, edits_of
from termlint.suggestions.place import Place, Whole
from termlint.suggestions.slots import filled

if TYPE_CHECKING:
    from termlint.matching.match import Match

__all__ = ["Place", "Whole", "suggest"]


def suggest(match: Match, place: Place) -> tuple[Suggestion, ...]:
    """The suggestions that fit at this place, the best first; none twice."""
    made: dict[str, Suggestion] = {}
    known = Known(match.forms(), match.bases(), neighbours(match, place.analysis))
    capitals: Capitals | None = None
    for offer in match.rule.offers:
        if not (fits_words(offer.when, known) and fits_place(offer.when, known, match, place)):
            continue
        text = filled(offer, match, place.analysis)
        if text and offer.safety != "advice":
            capitals = capitals or capitals_of(match, place.analysis)
            text = capitalised(text, capitals, place.analysis.abbreviations)
        if text and text not in made:
            made[text] = Suggestion(text, offer.safety, edits_of(offer, text, match, place))
    return tuple(made.values())
