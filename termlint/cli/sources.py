"""Which settings hold for which document, and what the command line lays over them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from termlint.errors import ConfigError
from termlint.files.paths import reachable
from termlint.messages import say
from termlint.rulebook import Rule, Ruleset, chosen, load
from termlint.rulebook.tags import with_model
from termlint.settings import Settings, nearest, read, user_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from termlint.model import Language, Severity


@dataclass(slots=True)
class SettingsFinder:
    """The settings for a path: those of `--config`, else those of the nearest file upwards; the user's below.

    `overrides` are fields of `Settings` that the command line sets; None leaves a field alone. `foreign` are
    the settings files of other users that were met and do not count.
    """

    config: Path | None = None
    overrides: dict[str, Any] = field(default_factory=dict)
    foreign: dict[Path, None] = field(default_factory=dict)
    _by_folder: dict[Path, Path | None] = field(default_factory=dict)
    _by_file: dict[Path | None, Settings] = field(default_factory=dict)
    _own: Settings | None = None

    def of(self, path: Path) -> Settings:
        """The settings for a document or folder; ConfigError when their file is wrong."""
        is_folder = os.path.isdir(reachable(path))  # noqa: PTH112 - false where this user may not look
        return self._read(self.config or self._nearest(path if is_folder else path.parent))

    def of_document(self, file: Path) -> Settings:
        """As `of`, for what is no folder: nothing is asked of the disk, which on a share answers slowly."""
        return self._read(self.config or self._nearest(file.parent))

    def _nearest(self, folder: Path) -> Path | None:
        if folder not in self._by_folder:
            found = nearest(folder)
            self._by_folder[folder] = found.file
            self.foreign.update(dict.fromkeys(found.foreign))
        return self._by_folder[folder]

    def _read(self, file: Path | None) -> Settings:
        if file not in self._by_file:
            own = self._users()
            settings = read(file, named=file == self.config, below=own) if file else own
            given = {name: value for name, value in self.overrides.items() if value not in (None, ())}
            origins = {**settings.origins, **dict.fromkeys(given, "command-line")}
            self._by_file[file] = replace(settings, **given, origins=origins)
        return self._by_file[file]

    def _users(self) -> Settings:
        """What the user settled for all their work."""
        if self._own is None:
            own = user_file()
            self._own = _for_all_work(read(own, named=True)) if own else Settings()
        return self._own

    def notes(self, lang: Language) -> list[str]:
        """A sentence for each settings file that does not count."""
        return [say("settings-foreign", lang, path=path.as_posix()) for path in self.foreign]


def _for_all_work(settings: Settings) -> Settings:
    """The user's own settings, of no project: none is told which of these exemptions it can do without."""
    exempt = tuple(replace(entry, line=None) for entry in settings.exempt)
    return replace(settings, folder=None, exempt=exempt)


def rules_for(settings: Settings, lang: Language) -> Ruleset:
    """The rules that these settings ask for.

    ConfigError for a name that no rule or pack has; RuleError for a rule that needs a model they do not name.
    """
    ruleset = load(settings.packs, lang=lang)
    known = {rule.id for rule in ruleset.rules} | {rule.pack for rule in ruleset.rules}
    for name in (*settings.select, *settings.ignore, *settings.severity):
        if name not in known:
            raise unknown_rule(name, known)
    return with_model(chosen(ruleset, lambda rule: _is_kept(rule, settings)), settings.model)


def _is_kept(rule: Rule, settings: Settings) -> bool:
    """A rule's own name beats that of its pack, and leaving out beats choosing."""
    if rule.id in settings.ignore:
        return False
    if rule.id in settings.select:
        return True
    return rule.pack not in settings.ignore and (not settings.select or rule.pack in settings.select)


def severities(settings: Settings, ruleset: Ruleset) -> dict[str, Severity]:
    """The severity of each rule that the settings grade, by its own name or else by its pack."""
    grades = {
        rule.id: settings.severity.get(rule.id, settings.severity.get(rule.pack)) for rule in ruleset.rules
    }
    return {rule: grade for rule, grade in grades.items() if grade}


def unknown_rule(name: str, known: Iterable[str]) -> ConfigError:
    """The error for a rule or pack that does not exist, with the one that was probably meant."""
    near = get_close_matches(name.lower().replace(" ", "-").replace("_", "-"), sorted(known), 1, 0.5)
    if near:
        return ConfigError("cli-unknown-rule-near", rule=name, near=near[0])
    return ConfigError("cli-unknown-rule", rule=name)
