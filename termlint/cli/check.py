"""`termlint check`: documents in, findings out."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from termlint.cli import output
from termlint.cli.base import Command, Count, Exit, OneOf, UserError, option
from termlint.cli.sources import SettingsFinder, rules_for, severities
from termlint.discover import Discovery, Found, suffix_of
from termlint.model import SEVERITIES, DocumentResult, Notice
from termlint.readers import READERS
from termlint.reporters import REPORTERS, ReportOptions, RuleCard
from termlint.reporters.common import RANK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from termlint.config import FailOn, Settings
    from termlint.model import Language, Result
    from termlint.run import Job, Plan

_BY_SUFFIX = {".json": "json", ".sarif": "sarif", ".csv": "csv", ".xml": "junit"}


@dataclass(frozen=True, slots=True)
class Request:
    """The command line of `check`, as click parsed it. `asked` is the language the user asked for, if any."""

    lang: Language
    asked: Language | None
    paths: tuple[str, ...]
    formats: tuple[str, ...]
    output: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: FailOn | None
    show_info: bool
    show_exempt: bool
    jobs: int | None
    config: str | None
    show_config: bool
    strict_scans: bool
    password: str | None
    no_cache: bool
    force_exclude: bool
    stdin_filename: str | None


def command(lang: Language) -> click.Command:
    """The command with its options, in a language."""

    def carry_out(**params: Any) -> int:
        params["select"], params["ignore"] = _names(params["select"]), _names(params["ignore"])
        return run(Request(lang=lang, asked=click.get_current_context().obj, **params))

    formats = click.Option(
        ["--format", "formats"],
        multiple=True,
        metavar="NAME[=FILE]",
        help=_help(lang, "format", known=", ".join(REPORTERS)),
    )
    return Command(
        "check",
        lang,
        callback=carry_out,
        params=[
            click.Argument(["paths"], nargs=-1, metavar=_help(lang, "paths")),
            formats,
            option(lang, "-o", "--output", metavar="FILE"),
            option(lang, "--select", multiple=True, metavar="RULE"),
            option(lang, "--ignore", multiple=True, metavar="RULE"),
            option(lang, "--fail-on", type=OneOf((*SEVERITIES, "never"))),
            option(lang, "--show-info", is_flag=True),
            option(lang, "--show-exempt", is_flag=True),
            option(lang, "--stdin-filename", metavar="NAME"),
            option(lang, "--password", metavar="TEXT"),
            option(lang, "--strict-scans", is_flag=True),
            option(lang, "--config", metavar="FILE"),
            option(lang, "--show-config", is_flag=True),
            option(lang, "--force-exclude", is_flag=True),
            option(lang, "-j", "--jobs", type=Count()),
            option(lang, "--no-cache", is_flag=True),
            option(lang, "--lang", expose_value=False, type=OneOf(("nl", "en"))),
        ],
    )


def _help(lang: Language, code: str, **params: object) -> str:
    from termlint.messages import say

    return say(f"cli-option-{code}", lang, **params)


def _names(values: tuple[str, ...]) -> tuple[str, ...]:
    """Names given apart or with commas between them."""
    return tuple(name for value in values for name in value.replace(",", " ").split())


def run(request: Request) -> int:
    """Check what is asked and report on it; the exit code."""
    finder = _finder(request)
    main = finder.of(Path(request.paths[0]) if request.paths and request.paths[0] != "-" else Path())
    request = replace(request, lang=request.asked or main.lang or "nl")
    targets = _targets(request)
    if request.show_config:
        from termlint.cli.show_config import shown

        output.show(shown(main, request.lang))
        return Exit.CLEAN
    found = list(_discover(request, finder))
    _spare_originals(targets, found)
    result = _accepted(_checked(found, finder, request, main), found, finder, request)
    _report(result, targets, request, main)
    return exit_code(result, main.fail_on)


def exit_code(result: Result, fail_on: FailOn) -> Exit:
    """FAILED when a document was not read wholly, else FINDINGS when something new reaches `fail_on`."""
    if any(document.status in ("failed", "partial") for document in result.documents):
        return Exit.FAILED
    grave = any(f.status == "new" and RANK[f.severity] >= RANK[fail_on] for f in result.findings)
    return Exit.FINDINGS if grave else Exit.CLEAN


# --- what to check --------------------------------------------------------------------------------


def _finder(request: Request) -> SettingsFinder:
    config = Path(request.config) if request.config else None
    if config and not config.is_file():
        raise UserError("cli-no-config", path=request.config)
    return SettingsFinder(
        config,
        {
            "select": request.select,
            "ignore": request.ignore,
            "fail_on": request.fail_on,
            "jobs": request.jobs,
            "strict_scans": request.strict_scans or None,
        },
    )


def _discover(request: Request, finder: SettingsFinder) -> Iterator[Found]:
    """Everything that was named, standard input too; without a name the current folder."""
    walk = Discovery(READERS, lambda path: finder.of(path).excludes(path), request.force_exclude)
    for name in request.paths or (".",):
        if name == "-":
            shown = request.stdin_filename or "-"
            suffix = suffix_of(shown) if request.stdin_filename else ".txt"
            if suffix in READERS:
                yield Found(shown, None, suffix)
            else:
                yield Found(shown, None, suffix, "unknown-format", "failed", {"suffix": suffix or shown})
        else:
            yield from walk.find([name])


def _checked(found: Sequence[Found], finder: SettingsFinder, request: Request, main: Settings) -> Result:
    from termlint.run import check_all

    plans = _Plans(finder, request)
    tasks = [_unread(each) if each.code else plans.job(each) for each in found]
    plans.of(main)  # a mistake in the rules is told even when there is nothing to read
    return check_all(tasks, plans.made, jobs=main.jobs, progress=output.Progress())


def _accepted(result: Result, found: Sequence[Found], finder: SettingsFinder, request: Request) -> Result:
    """The result with what the settings accept made exempt; entries that can go are told on stderr."""
    from termlint.cli.accept import Acceptance

    acceptance = Acceptance(request.lang)
    documents = [
        acceptance.of(document, finder.of(each.file or Path(each.path)), each.file or Path(each.path))
        for document, each in zip(result.documents, found, strict=True)
    ]
    for note in acceptance.notes([Path(name) for name in request.paths or (".",)]):
        click.echo(note, err=True)
    return replace(result, documents=tuple(documents))


def _unread(found: Found) -> DocumentResult:
    """The result of what was met but is not read."""
    params = dict(found.params)
    if found.code == "unknown-format":
        params["known"] = " ".join(READERS)
    return DocumentResult(found.path, None, found.status, notices=(Notice(found.code or "", params),))


class _Plans:
    """The plan of each document, made once for each set of settings."""

    def __init__(self, finder: SettingsFinder, request: Request) -> None:
        self.finder = finder
        self.request = request
        self.made: list[Plan] = []
        self._settings: list[Settings] = []

    def job(self, found: Found) -> Job:
        from termlint.run import Job

        file = found.file or Path(found.path)
        settings = self.finder.of(file)
        data = None if found.file else sys.stdin.buffer.read()
        return Job(found.path, file, found.suffix, self.of(settings), settings.profile(file), data)

    def of(self, settings: Settings) -> int:
        """The number of the plan for these settings."""
        if settings not in self._settings:
            self._settings.append(settings)
            self.made.append(self._plan(settings))
        return self._settings.index(settings)

    def _plan(self, settings: Settings) -> Plan:
        from termlint.engine import Options
        from termlint.readers import ReadOptions
        from termlint.run import Plan

        ruleset = rules_for(settings, self.request.lang)
        read = ReadOptions(
            password=self.request.password,
            strict_scans=settings.strict_scans,
            accepted_scans=settings.accepted_scans,
        )
        options = Options(read=read, severities=severities(settings, ruleset), model=settings.model)
        return Plan(settings, ruleset, options)


# --- reports --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Target:
    """One report: its format, and its file (None: the screen)."""

    format: str
    file: Path | None


def _targets(request: Request) -> list[Target]:
    """What `--format` and `--output` ask for; UserError when that cannot be."""
    targets = [_target(text) for text in request.formats]
    screen = [target for target in targets if target.file is None]
    if request.output:
        name = screen[0].format if screen else _BY_SUFFIX.get(suffix_of(request.output), "console")
        targets = [t for t in targets if t.file] + [Target(name, Path(request.output))]
    if len(screen) > 1:
        raise UserError("cli-two-screens", formats=", ".join(target.format for target in screen))
    return targets or [Target("console", None)]


def _target(text: str) -> Target:
    name, _, file = text.partition("=")
    if name not in REPORTERS:
        raise UserError("cli-not-a-choice", value=name, option="--format", known=", ".join(REPORTERS))
    return Target(name, Path(file) if file else None)


def _spare_originals(targets: Sequence[Target], found: Sequence[Found]) -> None:
    """A report never replaces a document."""
    documents = {each.file.resolve() for each in found if each.file}
    for target in targets:
        if target.file and (
            target.file.resolve() in documents or suffix_of(target.file.name) in (".docx", ".pdf")
        ):
            raise UserError("cli-output-is-document", path=str(target.file))


def _report(result: Result, targets: Sequence[Target], request: Request, settings: Settings) -> None:
    for target in targets:
        on_screen = target.file is None
        options = ReportOptions(
            lang=request.lang,
            color=on_screen and target.format == "console" and output.has_color(),
            width=output.width() if on_screen else 80,
            show_info=request.show_info,
            show_exempt=request.show_exempt,
            fail_on=settings.fail_on,
            rules=_cards(settings, request) if target.format not in ("console", "json") else {},
            next_step=next_step(result),
        )
        _deliver(REPORTERS[target.format](result, options), target)


def _deliver(report: str | bytes, target: Target) -> None:
    if target.file:
        output.save(target.file, output.encoded(report))
    elif target.format == "console" and isinstance(report, str):
        output.show(report)
    else:
        output.show_bytes(output.encoded(report))


def _cards(settings: Settings, request: Request) -> dict[str, RuleCard]:
    """What the formats that describe rules say of them."""
    return {
        rule.id: RuleCard(
            rule.id,
            rule.pack,
            rule.severity,
            rule.title,
            rule.why,
            "; ".join(" ".join(filter(None, (source.title, source.section))) for source in rule.sources),
        )
        for rule in rules_for(settings, request.lang).rules
    }


def next_step(result: Result) -> str:
    """The command that comes next for the first document with a finding."""
    from termlint.cli import COMMANDS

    hit = next((f for f in result.findings if f.status == "new" and f.severity != "info"), None)
    if hit is None:
        return ""
    if "fix" in COMMANDS and hit.path != "-":
        return f'termlint fix "{hit.path}"' if set(hit.path) & set(" &()'") else f"termlint fix {hit.path}"
    return f"termlint explain {hit.rule}"
