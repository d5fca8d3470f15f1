"""Applies the exemptions of the settings to a run, and says which of them can go."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from termlint.suppression.exempt_entries import apply_entries, stale, stale_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from termlint.model import DocumentResult, Language
    from termlint.settings import Settings


@dataclass(slots=True)
class ExemptUse:
    """What was accepted so far in a run. The day is the user's own."""

    lang: Language
    today: date = field(default_factory=date.today)
    _used: list[tuple[Settings, set[int]]] = field(default_factory=list)

    def of(self, document: DocumentResult, settings: Settings, file: Path) -> DocumentResult:
        """The document with what its settings accept made exempt."""
        if not settings.exempt:
            return document
        accepted = apply_entries(document, settings.relative(file), settings.exempt, self.today, self.lang)
        self._used_by(settings).update(accepted.used)
        return accepted.document

    def _used_by(self, settings: Settings) -> set[int]:
        for known, used in self._used:
            if known == settings:
                return used
        self._used.append((settings, set()))
        return self._used[-1][1]

    def notes(self, named: Sequence[Path]) -> Iterator[str]:
        """A sentence for each entry that can go.

        That nothing needs an entry can only be said after a run over all that its settings are about.
        """
        roots = [Path(os.path.realpath(path)) for path in named]
        for settings, used in self._used:
            file = settings.origins.get("exempt", "").rpartition(":")[0]
            whole = any(settings.folder and settings.folder.resolve().is_relative_to(root) for root in roots)
            for each in stale(settings.exempt, used, self.today):
                if each.entry.line and (whole or each.why == "expired"):
                    yield stale_text(each, file, self.lang)
