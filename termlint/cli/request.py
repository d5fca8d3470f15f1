"""What `check`, and the commands that check on their way, were asked to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from termlint.cli.base import UserError
from termlint.cli.sources import SettingsFinder

if TYPE_CHECKING:
    from termlint.model import Language
    from termlint.settings import FailOn


@dataclass(frozen=True, slots=True)
class Request:
    """The command line of `check`, as click parsed it. `asked` is the language the user asked for, if any."""

    lang: Language = "nl"
    asked: Language | None = None
    paths: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    output: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn | None = None
    show_info: bool = False
    show_exempt: bool = False
    since: str | None = None
    staged: bool = False
    baseline: str | None = None
    jobs: int | None = None
    config: str | None = None
    show_config: bool = False
    strict_scans: bool = False
    password: str | None = None
    no_cache: bool = False
    force_exclude: bool = False
    stdin_filename: str | None = None

    def finder(self) -> SettingsFinder:
        """Which settings hold where, with what this command line lays over them."""
        config = Path(self.config) if self.config else None
        if config and not config.is_file():
            raise UserError("cli-no-config", path=self.config)
        over = {
            "select": self.select,
            "ignore": self.ignore,
            "fail_on": self.fail_on,
            "jobs": self.jobs,
            "strict_scans": self.strict_scans or None,
        }
        return SettingsFinder(config, over)

    @property
    def first(self) -> Path:
        """The path whose settings hold for the run as a whole."""
        return Path(self.paths[0]) if self.paths and self.paths[0] != "-" else Path()
