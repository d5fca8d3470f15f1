"""How the documents of a run are checked: under which settings, and with which rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from termlint.execution.executor import Budget
from termlint.execution.job import Job
from termlint.files.regular import MEGABYTE, upto
from termlint.rulebook import digest
from termlint.rulebook.selection import rules_for, severities

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from termlint.engine import Options
    from termlint.files.discover import Found
    from termlint.model import Language
    from termlint.rulebook import Ruleset
    from termlint.settings import Settings


@dataclass(frozen=True, slots=True)
class RunSettings:
    """How to check under one set of settings."""

    settings: Settings
    ruleset: Ruleset
    options: Options


class SettingsTable:
    """The settings of a run by number (that of a `Job`), the main ones first; rules are loaded when needed.

    `password` opens encrypted documents; `rules` gives the rules that settings ask for.
    """

    def __init__(
        self,
        main: Settings,
        lang: Language,
        password: str | None = None,
        rules: Callable[[Settings, Language], Ruleset] = rules_for,
    ) -> None:
        self.settings = [main]
        self._lang = lang
        self._password = password
        self._rules = rules
        self._built: tuple[RunSettings, ...] = ()

    def job(self, found: Found, file: Path, settings: Settings) -> Job:
        """The job for a document that stands at `file`, or would, under the settings that hold there."""
        if settings not in self.settings:
            self.settings.append(settings)
        number = self.settings.index(settings)
        data = found.data
        if data is not None and not isinstance(data, bytes):
            data = upto(data, int(settings.limits.size * MEGABYTE) + 1)
        return Job(found.path, file, found.suffix, number, settings.profile(file), data)

    def built(self) -> tuple[RunSettings, ...]:
        """All of them with their rules: the same value as before while there are no new ones.

        ConfigError and RuleError are about the run, not about a document.
        """
        if new := self.settings[len(self._built) :]:
            self._built += tuple(map(self._run_settings, new))
        return self._built

    def is_current(self) -> bool:
        """Whether the rule files are still those that were loaded."""
        return all(run.ruleset.digest == digest(run.settings.packs) for run in self._built)

    def _run_settings(self, settings: Settings) -> RunSettings:
        from termlint.engine import Options
        from termlint.readers import ReadOptions

        ruleset = self._rules(settings, self._lang)
        read = ReadOptions(
            password=self._password,
            strict_scans=settings.strict_scans,
            accepted_scans=settings.accepted_scans,
            limits=settings.limits,
        )
        return RunSettings(settings, ruleset, Options(read=read, severities=severities(settings, ruleset)))


def budget(settings: Settings) -> Budget:
    """What one document may cost under these settings."""
    return Budget(settings.limits.time, settings.limits.memory)


def settings_of(runs: Sequence[RunSettings], job: Job) -> Settings:
    """The settings that hold for a job."""
    return runs[job.run].settings
