"""`termlint accept RULE PATH --reason …`: an exemption with its reason, into the settings that hold there."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from termlint.api.exempting import Exempting
from termlint.cli import output
from termlint.cli.base import Command, Exit, UserError, option
from termlint.files.globs import matches
from termlint.files.paths import reachable
from termlint.messages import say
from termlint.messages.sanitize import clean, clean_path
from termlint.rulebook.selection import unknown_rule
from termlint.settings import Exempt, Settings
from termlint.settings.finder import SettingsFinder
from termlint.suppression.directives import EVERY_RULE, EVERY_RULE_TOO

if TYPE_CHECKING:
    from termlint.model import Language

_WILD = frozenset("*?")
_EVERYTHING = "**"


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands on the command line."""

    rule: str
    path: str
    reason: str | None
    words: tuple[str, ...]
    until: str | None
    by: str | None
    config: str | None


def command(lang: Language) -> click.Command:
    """The command with its options, in a language."""
    return Command(
        "accept",
        lang,
        callback=lambda **given: run(Asked(**given), lang),
        params=[
            click.Argument(["rule"], metavar=say("cli-option-rule", lang)),
            click.Argument(["path"], metavar=say("cli-option-path", lang)),
            option(lang, "--reason", metavar="TEXT"),
            option(lang, "--words", metavar="TEXT", multiple=True),
            option(lang, "--until", metavar="DATE"),
            option(lang, "--by", metavar="NAME"),
            option(lang, "--config", metavar="FILE"),
        ],
    )


def run(asked: Asked, lang: Language) -> int:
    """Write the exemption down, unless it stands there; UserError or ConfigError when it cannot be."""
    config = Path(asked.config) if asked.config else None
    if config and not config.is_file():
        raise UserError("cli-no-config", path=asked.config)
    reason = _reason(asked)
    path = _straight(Path(asked.path))
    exempting = Exempting(lang, config)
    file = exempting.home(_inside(path))
    settings = SettingsFinder(config).of(file.parent) if file.exists() else Settings()
    entry = Exempt(
        reason=reason,
        words=tuple(word.strip() for word in asked.words if word.strip()),
        rule=_rule(asked, settings, lang),
        paths=(_pattern(path, file),),
        by=asked.by or None,
        until=_until(asked.until),
    )
    there = any(replace(each, line=None) == entry for each in settings.exempt)
    if not there:
        exempting.keep(file, [entry])
    output.show(_told("there" if there else "written", entry, file, lang) + "\n")
    return Exit.CLEAN


def _reason(asked: Asked) -> str:
    """The reason, once everything that goes into the file is known to be text."""
    given = {"--reason": asked.reason, "--by": asked.by, "RULE": asked.rule}
    for name, value in [*given.items(), *(("--words", word) for word in asked.words)]:
        if value and ("\0" in value or value.encode("utf-8", "replace").decode() != value):
            raise UserError("accept-bad-text", option=name)
    reason = " ".join((asked.reason or "").split())
    if not reason:
        raise UserError("accept-no-reason")
    return reason


def _rule(asked: Asked, settings: Settings, lang: Language) -> str | None:
    """The rule that is meant; None for every rule, which only a choice of words may be accepted from."""
    from termlint.rulebook import load

    name = asked.rule.casefold()
    if name in EVERY_RULE or name in EVERY_RULE_TOO:
        if not any(word.strip() for word in asked.words):
            raise UserError("accept-which-words")
        return None
    known = {rule.id.casefold(): rule.id for rule in load(settings.packs, lang=lang).rules}
    if name not in known:
        raise unknown_rule(asked.rule, known.values())
    return known[name]


def _until(text: str | None) -> date | None:
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise UserError("config-wants-date", key="--until") from None
    if day < date.today():
        raise UserError("accept-past", until=text)
    return day


# --- the path -------------------------------------------------------------------------------------


def _straight(path: Path) -> Path:
    """The same path without steps back, which no pattern has."""
    return Path(os.path.realpath(path)) if ".." in path.parts else path


def _exists(path: Path) -> bool:
    return os.path.lexists(reachable(path))


def _inside(path: Path) -> Path:
    """Something in the folder whose settings hold: the path itself, or what a folder or a pattern holds."""
    if _exists(path):
        return path / "x" if path.is_dir() else path
    if not _WILD & set(path.as_posix()):
        raise UserError("accept-no-path", path=path)
    while _WILD & set(path.as_posix()):
        path = path.parent
    if not path.is_dir():
        raise UserError("accept-no-path", path=path)
    return path / "x"


def _pattern(path: Path, file: Path) -> str:
    """The path as a pattern of the settings in `file`: this one, and none of that name deeper down."""
    relative = Settings(folder=file.absolute().parent).relative(path)
    inside = Path(os.path.realpath(file.absolute().parent), relative)
    if relative != "." and not _WILD & set(relative) and not _exists(inside):
        raise UserError("accept-outside", path=path, settings=file)
    if relative == ".":
        return _EVERYTHING
    pattern = f"/{relative}"
    if pattern.encode("utf-8", "replace").decode() != pattern or not matches(relative, (pattern,)):
        raise UserError("accept-no-pattern", path=path)
    return pattern


def _told(code: str, entry: Exempt, file: Path, lang: Language) -> str:
    if entry.words:
        what = say("accept-what-words", lang, words=clean(", ".join(entry.words)))
    else:
        what = say("accept-what-rule", lang, rule=entry.rule)
    where = entry.paths[0].lstrip("/")
    where = say("accept-where-all", lang) if where == _EVERYTHING else clean_path(where)
    return say(
        f"accept-{code}", lang, path=clean_path(str(file)), what=what, where=where, reason=clean(entry.reason)
    )
