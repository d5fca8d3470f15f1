"""`termlint report`: one page and one spreadsheet over a whole archive."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from termlint.api import archive
from termlint.api.linter import Linter
from termlint.cli import output
from termlint.cli.asked import documents, lint_options
from termlint.cli.base import Command, Count, Exit, OneOf, UserError, option
from termlint.cli.check import exit_code, rule_cards
from termlint.cli.progress import LongProgress
from termlint.files.atomic import save
from termlint.files.discover import suffix_of
from termlint.files.paths import reachable
from termlint.files.regular import MEGABYTE
from termlint.files.texts import MOST, listed, text_of
from termlint.messages import say
from termlint.model import SEVERITIES
from termlint.reporters import OVERVIEWS, ReportOptions, stream
from termlint.reporters.base import Overview
from termlint.reporters.links import addresses, annotated_copies
from termlint.reporters.wording import Words
from termlint.rulebook.selection import rules_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.api.checking import CheckRun
    from termlint.api.options import LintOptions
    from termlint.model import Language, Result
    from termlint.statistics.summary import Summary


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What `report` is asked besides what `check` is asked."""

    outputs: tuple[str, ...]
    saved_run: str | None
    files_from: str | None
    group_by: str
    modified_after: str | None
    history: str | None
    title: str
    theme: str | None
    copies: str | None
    resume: bool


def command(lang: Language) -> click.Command:
    """The command with its options, in a language."""

    def carry_out(paths: tuple[str, ...], **params: Any) -> int:
        options = lint_options(params)
        return run(options, paths, ReportRequest(**params))

    return Command(
        "report",
        lang,
        callback=carry_out,
        params=[
            click.Argument(["paths"], nargs=-1, metavar=say("cli-option-paths", lang)),
            _option(lang, "-o", "--output", "outputs", multiple=True, metavar="FILE"),
            _option(lang, "--from", "saved_run", metavar="FILE"),
            _option(lang, "--files-from", metavar="FILE"),
            _option(lang, "--group-by", metavar="folder[:N]|REGEX", default="folder"),
            _option(lang, "--modified-after", metavar="YYYY-MM-DD"),
            _option(lang, "--history", metavar="FILE"),
            _option(lang, "--title", metavar="TEXT", default=""),
            _option(lang, "--theme", metavar="FILE"),
            _option(lang, "--copies", metavar="FOLDER"),
            _option(lang, "--resume", is_flag=True),
            option(lang, "--select", multiple=True, metavar="RULE"),
            option(lang, "--ignore", multiple=True, metavar="RULE"),
            option(lang, "--fail-on", type=OneOf((*SEVERITIES, "never"))),
            option(lang, "--baseline", metavar="FILE"),
            option(lang, "--password", metavar="TEXT"),
            option(lang, "--strict-scans", is_flag=True),
            option(lang, "--config", metavar="FILE"),
            option(lang, "-j", "--jobs", type=Count()),
            option(lang, "--no-cache", is_flag=True),
            option(lang, "--lang", expose_value=False, type=OneOf(("nl", "en"))),
        ],
    )


def _option(lang: Language, *names: str, **attributes: Any) -> click.Option:
    """An option that only this command has, with its help."""
    code = next(name for name in names if name.startswith("--")).removeprefix("--")
    return click.Option(
        names, help=say(f"cli-option-report-{code}", lang, known=" ".join(OVERVIEWS)), **attributes
    )


def run(options: LintOptions, paths: Sequence[str], asked: ReportRequest) -> int:
    """Measure what is asked and write the reports; the exit code."""
    targets = _targets(asked)
    paths = [*paths, *_listed(asked.files_from)]
    checking = Linter(options).run(documents(paths))
    theme = text_of(asked.theme) if asked.theme else ""
    result = _saved(asked, paths) if asked.saved_run else _measured(checking, asked, targets)
    _deliver(result, targets, checking, asked, theme)
    return Exit.FAILED if archive.is_interrupted(result) else exit_code(result, checking.main.fail_on)


def _listed(name: str | None) -> list[str]:
    """The paths in a list that is a file, or stands on standard input."""
    if name is None:
        return []
    return listed(_standard_input() if name == "-" else text_of(name))


def _standard_input() -> str:
    """All that standard input brings, in the system's encoding; UsageError over the limit of such a text."""
    most = int(MOST * MEGABYTE)
    text = sys.stdin.read(most + 1)
    if len(text) > most:
        raise UserError("text-too-large", path="-", limit=f"{MOST:g}")
    return text


# --- what is asked ----------------------------------------------------------------------------------


def _targets(asked: ReportRequest) -> list[Path]:
    """The files to write; UserError for one that cannot be, before an hour of work and not after it."""
    if not asked.outputs:
        raise UserError("report-no-output")
    for name in asked.outputs:
        if suffix_of(name) not in OVERVIEWS:
            raise UserError("report-no-format", path=name, known=" ".join(OVERVIEWS))
        if not reachable(Path(name).absolute().parent).is_dir():
            raise UserError("report-no-folder", path=name)
    return [Path(name) for name in asked.outputs]


def _saved(asked: ReportRequest, paths: Sequence[str]) -> Result:
    """The run that a JSON report tells of."""
    from termlint.reporters.load import from_file

    if paths:
        raise UserError("report-from-and-paths")
    name = asked.saved_run or ""
    try:
        return from_file(Path(name))
    except OSError as error:
        raise UserError("report-unreadable", path=name, problem=error.strerror or str(error)) from error


# --- the run ----------------------------------------------------------------------------------------


def _measured(checking: CheckRun, asked: ReportRequest, targets: Sequence[Path]) -> Result:
    """The result of reading everything that was named, but for what is too old and our own reports."""
    lang = checking.lang
    checking.progress = LongProgress(lang)
    found = archive.without_reports(checking.discover(), targets)
    if asked.modified_after:
        found = archive.changed_since(found, _day(asked.modified_after), lang)
    rest = targets[0].with_name(f"{targets[0].name}.termlint.json")
    result = archive.resumed(checking, found, rest) if asked.resume else checking.check(found)
    for note in [*checking.notes, *archive.keep_for_resuming(result, rest, lang)]:
        output.tell(note)
    return result


def _day(text: str) -> date:
    """A date as YYYY-MM-DD or, as the Dutch write it, DD-MM-YYYY."""
    for form in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise UserError("report-no-date", value=text)


# --- the reports --------------------------------------------------------------------------------------


def _deliver(
    result: Result, targets: Sequence[Path], checking: CheckRun, asked: ReportRequest, theme: str
) -> None:
    from termlint.reporters.headline import verdict
    from termlint.statistics.summary import summarise

    ruleset = rules_for(checking.main, checking.lang)
    rules = rule_cards(ruleset)
    summary = summarise(result, group_by=asked.group_by, rules=rules)
    whole = Overview(
        title=asked.title,
        group_by=asked.group_by,
        trend=_trend(result, summary, asked),
        theme=theme,
        interrupted=archive.is_interrupted(result),
        summary=summary,
        introduction=" ".join(ruleset.introductions),
        preferred={each.name: each.label for each in ruleset.preferred},
    )
    copies = annotated_copies(summary, Path(asked.copies) if asked.copies else None)
    folders = {target.absolute().parent for target in targets}
    seen_from = {folder: addresses(result, copies, folder) for folder in folders}
    for target in targets:
        links, there = seen_from[target.absolute().parent]
        options = ReportOptions(
            lang=checking.lang,
            fail_on=checking.main.fail_on,
            rules=rules,
            overview=replace(whole, links=links, copies=there),
        )
        save(target, map(output.encoded, stream(OVERVIEWS[suffix_of(target.name)], result, options)))
    t = Words(checking.lang)
    written = ", ".join(target.as_posix() for target in targets)
    output.show(f"{verdict(summary, t)}\n{t('written', files=written)}\n")


def _trend(result: Result, summary: Summary, asked: ReportRequest) -> Any:
    """The runs until now; a run that was broken off is no measure and is not kept."""
    if not asked.history or archive.is_interrupted(result):
        return ()
    from termlint.store.history import record

    return record(Path(asked.history), result, summary)
