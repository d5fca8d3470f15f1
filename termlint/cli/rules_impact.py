"""`termlint rules impact PATH…`: what rules would find in a folder, before they are adopted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from termlint.cli import output
from termlint.cli.base import Command, Count, Exit, OneOf, option
from termlint.cli.checking import unread
from termlint.cli.impact_page import page
from termlint.cli.impact_rules import versions
from termlint.cli.sources import SettingsFinder
from termlint.messages import say

if TYPE_CHECKING:
    from termlint.engine import Options
    from termlint.execution.runner import Job
    from termlint.files.discover import Found
    from termlint.model import DocumentResult, Language, Result
    from termlint.rulebook import Ruleset
    from termlint.settings import Settings


@dataclass(frozen=True, slots=True)
class ImpactRequest:
    """The command line of `rules impact`, as click parsed it."""

    lang: Language
    paths: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    against: str | None = None
    samples: int = 5


def command(lang: Language) -> click.Command:
    """The command with its options, in a language."""
    return Command(
        "impact",
        lang,
        help_code="rules-impact",
        callback=lambda **given: run(ImpactRequest(lang, **given)),
        params=[
            click.Argument(["paths"], nargs=-1, metavar=say("cli-option-paths", lang)),
            option(lang, "--rule", "rules", multiple=True, code="impact-rule"),
            option(lang, "--against"),
            option(lang, "--samples", type=Count(), default=5),
            option(lang, "--lang", expose_value=False, type=OneOf(("nl", "en"))),
        ],
    )


def run(request: ImpactRequest) -> int:
    """Print what the rules find, and against an earlier version what is new, gone and the same."""
    finder = SettingsFinder()
    first = Path(request.paths[0]) if request.paths else Path()
    chosen = versions(finder.of(first).packs, request.rules, request.against, request.lang)
    found = _discover(request.paths or (".",), finder)
    now = _checked(found, chosen.now, finder)
    before = _checked(found, chosen.before, finder) if chosen.before else None
    output.show("".join(f"{line}\n" for line in page(now, before, chosen, request.samples, request.lang)))
    failed = any(document.status in ("failed", "partial") for document in now.documents)
    return Exit.FAILED if failed else Exit.CLEAN


def _discover(paths: tuple[str, ...], finder: SettingsFinder) -> list[Found]:
    from termlint.files.discover import Discovery
    from termlint.readers import READERS

    return list(Discovery(READERS, lambda path: finder.of(path).excludes(path)).find(paths))


def _checked(found: list[Found], ruleset: Ruleset, finder: SettingsFinder) -> Result:
    """The result of all documents under one ruleset, each with the settings that hold for it."""
    from termlint.execution.runner import Plan, check_all
    from termlint.rulebook.tags import with_model

    known: list[Settings] = []
    tasks: list[Job | DocumentResult] = []
    for each in found:
        settings = finder.of(each.file or Path())
        if settings not in known:
            known.append(settings)
        tasks.append(_task(each, known.index(settings), settings))
    plans = [Plan(each, with_model(ruleset, each.model), _options(each, ruleset)) for each in known]
    return check_all(tasks, plans, progress=output.Progress())


def _options(settings: Settings, ruleset: Ruleset) -> Options:
    from termlint.cli.sources import severities
    from termlint.engine import Options
    from termlint.readers import ReadOptions

    read = ReadOptions(
        strict_scans=settings.strict_scans, accepted_scans=settings.accepted_scans, limits=settings.limits
    )
    return Options(read=read, severities=severities(settings, ruleset))


def _task(found: Found, plan: int, settings: Settings) -> Job | DocumentResult:
    from termlint.execution.runner import Job

    if found.code or not found.file:
        return unread(found)
    return Job(found.path, found.file, found.suffix, plan, settings.profile(found.file))
