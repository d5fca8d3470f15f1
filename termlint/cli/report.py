"""`termlint report`: one page and one spreadsheet over a whole archive."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from termlint.cli import output
from termlint.cli.base import Command, Count, Exit, OneOf, UserError, option
from termlint.cli.check import exit_code, names, rule_cards
from termlint.cli.checking import Checking
from termlint.cli.links import addresses, annotated_copies
from termlint.cli.progress import LongProgress
from termlint.cli.request import Request
from termlint.cli.sources import rules_for
from termlint.cli.texts import listed, text_of
from termlint.files.atomic import save
from termlint.files.discover import suffix_of
from termlint.files.paths import reachable
from termlint.files.private import is_own
from termlint.messages import say
from termlint.model import SEVERITIES
from termlint.reporters import OVERVIEWS, ReportOptions, stream
from termlint.reporters.base import Overview
from termlint.reporters.wording import Words
from termlint.store.cache import content_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from termlint.cli.sources import SettingsFinder
    from termlint.files.discover import Found
    from termlint.model import DocumentResult, Language, Result
    from termlint.settings import Settings
    from termlint.statistics.summary import Summary


@dataclass(frozen=True, slots=True)
class Wish:
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

    def carry_out(**given: Any) -> int:
        wish = Wish(**{name: given.pop(name) for name in Wish.__dataclass_fields__})
        given["select"], given["ignore"] = names(given["select"]), names(given["ignore"])
        return run(Request(lang=lang, asked=click.get_current_context().obj, **given), wish)

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


def run(request: Request, wish: Wish) -> int:
    """Measure what is asked and write the reports; the exit code."""
    targets = _targets(wish)
    request = replace(request, paths=(*request.paths, *listed(wish.files_from)))
    finder = request.finder()
    main = finder.of(request.first)
    request = replace(request, lang=request.asked or main.lang or "nl")
    theme = text_of(wish.theme) if wish.theme else ""
    result = _saved(wish, request) if wish.saved_run else _measured(request, finder, main, wish, targets)
    _deliver(result, targets, request, main, wish, theme)
    return Exit.FAILED if _interrupted(result) else exit_code(result, main.fail_on)


# --- what is asked ----------------------------------------------------------------------------------


def _targets(wish: Wish) -> list[Path]:
    """The files to write; UserError for one that cannot be, before an hour of work and not after it."""
    if not wish.outputs:
        raise UserError("report-no-output")
    for name in wish.outputs:
        if suffix_of(name) not in OVERVIEWS:
            raise UserError("report-no-format", path=name, known=" ".join(OVERVIEWS))
        if not reachable(Path(name).absolute().parent).is_dir():
            raise UserError("report-no-folder", path=name)
    return [Path(name) for name in wish.outputs]


def _saved(wish: Wish, request: Request) -> Result:
    """The run that a JSON report tells of."""
    from termlint.reporters.load import from_file

    if request.paths:
        raise UserError("report-from-and-paths")
    name = wish.saved_run or ""
    try:
        return from_file(Path(name))
    except OSError as error:
        raise UserError("report-unreadable", path=name, problem=error.strerror or str(error)) from error


# --- the run ----------------------------------------------------------------------------------------


def _measured(
    request: Request, finder: SettingsFinder, main: Settings, wish: Wish, targets: Sequence[Path]
) -> Result:
    """The result of reading everything that was named, but for what is too old and our own reports."""
    checking = Checking(request, finder, main, watch=LongProgress(request.lang))
    found = [each for each in checking.discover() if not _is_own(each, targets)]
    if wish.modified_after:
        found = _recent(found, _day(wish.modified_after), Words(request.lang))
    rest = targets[0].with_name(f"{targets[0].name}.termlint.json")
    result = _resumed(checking, found, rest, request) if wish.resume else checking.check(found)
    for note in checking.notes:
        output.tell(note)
    _keep_for_resuming(result, rest, request)
    return result


def _is_own(found: Found, targets: Sequence[Path]) -> bool:
    """Whether this is a report that the run is about to write."""
    if not found.file:
        return False
    alike = [target for target in targets if target.name.casefold() == found.file.name.casefold()]
    return any(os.path.realpath(target) == os.path.realpath(found.file) for target in alike)


def _day(text: str) -> date:
    """A date as YYYY-MM-DD or, as the Dutch write it, DD-MM-YYYY."""
    for form in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise UserError("report-no-date", value=text)


def _recent(found: Iterable[Found], day: date, t: Words) -> list[Found]:
    """What was found, with files not changed since `day` set aside."""
    since: dict[str, object] = {"date": t.date(day.isoformat())}
    return [
        replace(each, code="too-old", status="skipped", params=since) if _is_older(each, day) else each
        for each in found
    ]


def _is_older(found: Found, day: date) -> bool:
    if found.code or not found.file:
        return False
    try:
        return date.fromtimestamp(reachable(found.file).stat().st_mtime) < day
    except OSError:
        return False  # whoever reads it says what is wrong


# --- Ctrl-C, and on from there ------------------------------------------------------------------------


def _interrupted(result: Result) -> bool:
    return any(_not_reached(document) for document in result.documents)


def _not_reached(document: DocumentResult) -> bool:
    return any(notice.code == "not-reached" for notice in document.notices)


def _keep_for_resuming(result: Result, rest: Path, request: Request) -> None:
    """Save a run that was broken off, and say how to go on; clear away what a whole run needs no more."""
    if not _interrupted(result):
        rest.unlink(missing_ok=True)
        return
    save(rest, map(output.encoded, stream("json", result, ReportOptions(lang=request.lang))))
    t, left = Words(request.lang), sum(_not_reached(document) for document in result.documents)
    done = len(result.documents) - left
    output.tell(t("broken-off", done=done, all=len(result.documents)))


def _resumed(checking: Checking, found: Sequence[Found], rest: Path, request: Request) -> Result:
    """The result of a run that goes on where it was broken off: what did not change since is not read."""
    before = _broken_off(rest)
    if before is None:
        output.tell(Words(request.lang)("nothing-to-resume"))
        return checking.check(found)
    done = {d.path: d for d in before.documents if d.status != "skipped"}
    kept = {each.path: done[each.path] for each in found if _is_unchanged(each, done)}
    result = checking.check([each for each in found if each.path not in kept])
    if (result.version, result.ruleset, result.settings) != (before.version, before.ruleset, before.settings):
        return checking.check(found)  # other rules than those of before: nothing can be kept
    fresh = {document.path: document for document in result.documents}
    return replace(result, documents=tuple(kept.get(each.path) or fresh[each.path] for each in found))


def _broken_off(rest: Path) -> Result | None:
    """What was done of a run of this user; what somebody else left there is not believed."""
    from termlint.reporters.load import from_file

    return from_file(rest) if is_own(rest) else None


def _is_unchanged(found: Found, done: dict[str, DocumentResult]) -> bool:
    known = done.get(found.path)
    if not known or not known.sha256 or not found.file:
        return False
    return content_of(found.file, math.inf) == known.sha256


# --- the reports --------------------------------------------------------------------------------------


def _deliver(
    result: Result, targets: Sequence[Path], request: Request, main: Settings, wish: Wish, theme: str
) -> None:
    from termlint.reporters.headline import verdict
    from termlint.statistics.summary import summarise

    ruleset = rules_for(main, request.lang)
    rules = rule_cards(ruleset)
    summary = summarise(result, group_by=wish.group_by, rules=rules)
    whole = Overview(
        title=wish.title,
        group_by=wish.group_by,
        trend=_trend(result, summary, wish),
        theme=theme,
        interrupted=_interrupted(result),
        summary=summary,
        introduction=" ".join(ruleset.introductions),
        preferred={each.name: each.label for each in ruleset.preferred},
    )
    copies = annotated_copies(summary, Path(wish.copies) if wish.copies else None)
    folders = {target.absolute().parent for target in targets}
    seen_from = {folder: addresses(result, copies, folder) for folder in folders}
    for target in targets:
        links, there = seen_from[target.absolute().parent]
        options = ReportOptions(
            lang=request.lang,
            fail_on=main.fail_on,
            rules=rules,
            overview=replace(whole, links=links, copies=there),
        )
        save(target, map(output.encoded, stream(OVERVIEWS[suffix_of(target.name)], result, options)))
    t = Words(request.lang)
    written = ", ".join(target.as_posix() for target in targets)
    output.show(f"{verdict(summary, t)}\n{t('written', files=written)}\n")


def _trend(result: Result, summary: Summary, wish: Wish) -> Any:
    """The runs until now; a run that was broken off is no measure and is not kept."""
    if not wish.history or _interrupted(result):
        return ()
    from termlint.store.history import record

    return record(Path(wish.history), result, summary)
