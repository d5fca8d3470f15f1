"""What an organisation settles once: which rules, which documents, how strict."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from termlint.files.globs import matches
from termlint.model import Language, Severity

if TYPE_CHECKING:
    from datetime import date

FailOn = Severity | Literal["never"]


@dataclass(frozen=True, slots=True)
class Exempt:
    """Words (or a whole rule) that an organisation accepts, with the reason.

    `paths` are patterns, empty for every document; after `until` the exemption no longer holds. `line` is
    where it stands in the settings file (None: in none of this project).
    """

    reason: str
    words: tuple[str, ...] = ()
    rule: str | None = None
    paths: tuple[str, ...] = ()
    by: str | None = None
    until: date | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one document may cost.

    `time` in seconds; `size` of the file, `unpacked` XML of a Word file and `memory` in megabytes of a
    million bytes; `text` in millions of characters.
    """

    time: float = 60.0
    pages: int = 5000
    size: float = 200.0
    memory: float = 1000.0
    unpacked: float = 150.0
    text: float = 20.0


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings that hold for a document.

    `folder` is what its patterns are relative to (None: there is no settings file). `origins` says per key
    where its value came from, as "file:line"; a key that is not in it has its default.
    """

    lang: Language | None = None
    packs: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = field(default_factory=dict)
    profiles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    exempt: tuple[Exempt, ...] = ()
    fail_on: FailOn = "warning"
    jobs: int | None = None
    limits: Limits = Limits()
    accepted_scans: frozenset[str] = frozenset()
    strict_scans: bool = False
    baseline: Path | None = None
    model: str | None = None
    folder: Path | None = None
    origins: dict[str, str] = field(default_factory=dict)

    def relative(self, path: Path) -> str:
        """`path` as patterns see it: from the folder of the settings, with forward slashes."""
        base = Path(os.path.realpath(self.folder or Path()))
        full = path.absolute()
        for each in (full, Path(os.path.realpath(full.parent), full.name)):
            if each.is_relative_to(base):
                return each.relative_to(base).as_posix()
        return full.as_posix().lstrip("/")

    def excludes(self, path: Path) -> bool:
        """Whether the settings leave this path out."""
        return bool(self.exclude) and matches(self.relative(path), self.exclude)

    def profile(self, path: Path) -> str | None:
        """The first profile one of whose patterns fits this path."""
        shown = self.relative(path) if self.profiles else ""
        return next((name for name, patterns in self.profiles.items() if matches(shown, patterns)), None)
