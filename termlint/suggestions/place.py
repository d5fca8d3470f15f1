"""Where matches stand, as an offer's conditions and edits ask of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termlint.dutch.view import View
    from termlint.matching.match import Analysis


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
