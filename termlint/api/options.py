"""What whoever uses termlint asks of a run, above what settings files say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from termlint.errors import UsageError
from termlint.settings.finder import SettingsFinder

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.model import Language
    from termlint.settings import FailOn, Settings


@dataclass(frozen=True, slots=True)
class LintOptions:
    """How to check; what is not given is as the settings say.

    `settings` hold for every document, and no settings file is looked for; else `config` is the one file
    that counts, else the nearest one above each document. `packs` are folders with rules, laid over those
    of the settings. `lang` is the language of sentences. `select` and `ignore` name rules or packs.
    `password` opens encrypted documents. `cache` False neither asks nor keeps results of other runs.
    `since` (a revision) and `staged` compare with what git has, `baseline` with a baseline file.
    """

    settings: Settings | None = None
    config: Path | None = None
    packs: tuple[Path, ...] = ()
    lang: Language | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn | None = None
    jobs: int | None = None
    strict_scans: bool = False
    password: str | None = None
    cache: bool = True
    force_exclude: bool = False
    since: str | None = None
    staged: bool = False
    baseline: Path | None = None

    def finder(self) -> SettingsFinder:
        """Which settings hold where; UsageError when there is no file `config`."""
        if self.config and not self.config.is_file():
            raise UsageError("cli-no-config", path=self.config)
        over = {
            "select": self.select,
            "ignore": self.ignore,
            "fail_on": self.fail_on,
            "jobs": self.jobs,
            "strict_scans": self.strict_scans or None,
        }
        return SettingsFinder(self.config, over, self.packs, self.settings)
