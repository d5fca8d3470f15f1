"""How the reports for people write numbers, dates and countable things, in Dutch and in English."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from termlint.messages import CATALOG, say
from termlint.reporters.common import notices_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.model import DocumentResult, Language, Part

_DUTCH = str.maketrans(",.", ".,")


class Words:
    """The language of one report; templates and sheets ask it for every word and number."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang

    def __call__(self, code: str, **params: object) -> str:
        """The sentence for `code` without "report-"; numbers among `params` are written out."""
        return say(f"report-{code}", self.lang, **{key: self._shown(value) for key, value in params.items()})

    def count(self, code: str, n: int, **params: object) -> str:
        """The sentence for `n` things: before the bar for one, behind it for another number."""
        one, _, many = self(code, n=n, **params).partition("|")
        return one if n == 1 else many

    def listed(self, items: Sequence[str]) -> str:
        """Several texts in a sentence: "a, b en c"."""
        *left, last = items
        return f"{', '.join(left)} {self('and')} {last}" if left else last

    def number(self, value: float | None, digits: int = 0) -> str:
        """1.204,5 in Dutch and 1,204.5 in English; a dash for None."""
        if value is None:
            return "–"
        english = f"{value:,.{digits}f}"
        return english if self.lang == "en" else english.translate(_DUTCH)

    def rate(self, value: float | None) -> str:
        """A number per 10,000 words, to one decimal."""
        return self.number(value, 1)

    def date(self, moment: str) -> str:
        """22 november 2026, from ISO 8601; what is no date stays as it is."""
        try:
            day = datetime.fromisoformat(moment)
        except ValueError:
            return moment
        return f"{day.day} {self('months').split()[day.month - 1]} {day.year}"

    def short_date(self, moment: str) -> str:
        """22-11-2026, from ISO 8601; what is no date stays as it is."""
        try:
            day = datetime.fromisoformat(moment)
        except ValueError:
            return moment
        return f"{day.day}-{day.month}-{day.year}" if self.lang == "nl" else f"{day:%Y-%m-%d}"

    def severity(self, severity: str) -> str:
        """The name of a severity."""
        return say(f"formats-severity-{severity}", self.lang)

    def status(self, status: str) -> str:
        """The name of the status of a finding or a document."""
        code = f"formats-status-{status}"
        return say(code, self.lang) if code in CATALOG else self(status)

    def part(self, part: Part) -> str:
        """The name of a part of a document."""
        code = f"formats-part-{part}"
        return say(code, self.lang) if code in CATALOG else self(f"part-{part}")

    def reading(self, document: DocumentResult) -> str:
        """How the reading of a document went: its status, and whether there is something to say of it."""
        mind = document.status == "checked" and document.notices
        return self("read-mind") if mind else self.status(document.status)

    def why(self, document: DocumentResult) -> str:
        """What there is to say of the reading of a document, in sentences."""
        return notices_text(document.notices, self.lang) or say("formats-no-reason", self.lang)

    def _shown(self, value: object) -> object:
        return self.number(value) if isinstance(value, int) else value
