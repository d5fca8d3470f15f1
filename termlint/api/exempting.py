"""Exemptions that a person makes on the way: added to the settings once their document is done."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from termlint.errors import ConfigError
from termlint.files.atomic import save
from termlint.settings import Exempt, nearest
from termlint.settings.amend import with_exempt
from termlint.settings.locate import read_settings
from termlint.suppression.exempt_entries import apply_entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.model import DocumentResult, Finding, Language


@dataclass(slots=True)
class Exempting:
    """What was exempted in this run: `entries` in all, by the settings file that each belongs in."""

    lang: Language
    config: Path | None
    entries: list[Exempt] = field(default_factory=list)

    def applied(self, result: DocumentResult, more: Sequence[Exempt] = ()) -> DocumentResult:
        """The document with what was exempted made exempt."""
        return apply_entries(result, "", [*self.entries, *more], date.today(), self.lang).document

    def covers(self, finding: Finding, result: DocumentResult, entries: Sequence[Exempt]) -> bool:
        """Whether one of `entries` exempts this finding."""
        alone = replace(result, findings=(finding,))
        return self.applied(alone, entries).findings[0].status == "exempt"

    def home(self, document: Path) -> Path:
        """The settings file that holds for a document; where there is none, the one to make.

        That is in the current folder when the document is below it, else beside the document.
        """
        found = self.config or nearest(document.parent).file
        if found:
            return found
        here = Path()
        inside = document.resolve().is_relative_to(here.resolve())
        return (here if inside else document.parent) / "termlint.yaml"

    def amended(self, file: Path, entries: Sequence[Exempt]) -> bytes:
        """The settings file with these entries; ConfigError when it cannot be read or added to."""
        try:
            raw = read_settings(file, None) if file.exists() else b""
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ConfigError("config-encoding", path=str(file)) from error
        for entry in entries:
            text = with_exempt(text, entry, toml=file.suffix == ".toml")
        mark = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
        return mark + text.encode()

    def keep(self, file: Path, entries: Sequence[Exempt]) -> None:
        """Write them down, and let them hold for the documents that follow."""
        save(file, self.amended(file, entries))
        self.entries += entries
