"""Which settings hold for which document, and what the command line lays over them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from termlint.files.paths import reachable
from termlint.messages import say
from termlint.settings.check import read
from termlint.settings.locate import nearest, user_file
from termlint.settings.model import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.model import Language


@dataclass(slots=True)
class SettingsFinder:
    """The settings for a path: those of `--config`, else those of the nearest file upwards; the user's below.

    `overrides` are fields of `Settings` that the command line sets; None leaves a field alone. `packs` are
    laid over those of the settings. With `fixed` settings no file is looked for. `foreign` are the settings
    files of other users that were met and do not count.
    """

    config: Path | None = None
    overrides: dict[str, Any] = field(default_factory=dict)
    packs: tuple[Path, ...] = ()
    fixed: Settings | None = None
    foreign: dict[Path, None] = field(default_factory=dict)
    _by_folder: dict[Path, Path | None] = field(default_factory=dict)
    _by_file: dict[Path | None, Settings] = field(default_factory=dict)
    _own: Settings | None = None

    def of(self, path: Path) -> Settings:
        """The settings for a document or folder; ConfigError when their file is wrong."""
        is_folder = not self.fixed and os.path.isdir(reachable(path))  # noqa: PTH112 - false where this user may not look
        return self._read(self._file_for(path if is_folder else path.parent))

    def of_document(self, file: Path) -> Settings:
        """As `of`, for what is no folder: nothing is asked of the disk, which on a share answers slowly."""
        return self._read(self._file_for(file.parent))

    def _file_for(self, folder: Path) -> Path | None:
        return None if self.fixed else self.config or self._nearest(folder)

    def _nearest(self, folder: Path) -> Path | None:
        if folder not in self._by_folder:
            found = nearest(folder)
            self._by_folder[folder] = found.file
            self.foreign.update(dict.fromkeys(found.foreign))
        return self._by_folder[folder]

    def _read(self, file: Path | None) -> Settings:
        if file not in self._by_file:
            own = self.fixed or self._users()
            settings = read(file, named=file == self.config, below=own) if file else own
            settings = replace(settings, packs=(*settings.packs, *self.packs))
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
