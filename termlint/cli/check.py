"""`termlint check`: documents in, findings out."""

from __future__ import annotations

import os
import re
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from termlint.api.linter import Linter
from termlint.cli import output
from termlint.cli.asked import documents, lint_options
from termlint.cli.base import Command, Count, Exit, OneOf, UserError, option
from termlint.files.atomic import save
from termlint.files.discover import suffix_of
from termlint.formats import BY_SUFFIX
from termlint.model import SEVERITIES
from termlint.reporters import OUTPUTS, REPORT_FORMATS, REPORTERS, ReportOptions, RuleCard
from termlint.reporters.common import RANK
from termlint.rulebook.selection import rules_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.api.checking import CheckRun
    from termlint.api.options import LintOptions
    from termlint.files.discover import Found
    from termlint.model import Language, Result
    from termlint.rulebook import Ruleset
    from termlint.settings import FailOn

_ODD = re.compile(r"[^\w./\\:-]")
_OBEYED = re.compile(r"[^\w ./\\:,;()+=@#!~{}'&^-]")


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of a run, and where: see the options of the same names."""

    formats: tuple[str, ...] = ()
    output: str | None = None
    show_info: bool = False
    show_exempt: bool = False
    show_config: bool = False


def command(lang: Language) -> click.Command:
    """The command with its options, in a language."""

    def carry_out(paths: tuple[str, ...], stdin_filename: str | None, **params: Any) -> int:
        options = lint_options(params)
        return run(options, documents(paths, stdin_filename), Shown(**params))

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
            option(lang, "--since", metavar="REV"),
            option(lang, "--staged", is_flag=True),
            option(lang, "--baseline", metavar="FILE"),
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


def run(options: LintOptions, paths: Sequence[str | Found], shown: Shown) -> int:
    """Check what is asked and report on it; the exit code."""
    checking = Linter(options).run(paths, output.ProgressLine())
    targets = _targets(shown)
    if shown.show_config:
        return _show_config(checking)
    found = checking.discover()
    _spare_originals(targets, found)
    result = checking.check(found)
    for note in checking.notes:
        output.tell(note)
    _report(result, targets, shown, checking)
    return exit_code(result, checking.main.fail_on)


def _show_config(checking: CheckRun) -> Exit:
    from termlint.cli.show_config import shown

    output.show(shown(checking.main, checking.lang))
    for note in checking.finder.notes(checking.lang):
        output.tell(note)
    return Exit.CLEAN


def exit_code(result: Result, fail_on: FailOn) -> Exit:
    """FAILED when a document was not read wholly, else FINDINGS when something new reaches `fail_on`."""
    if any(document.status in ("failed", "partial") for document in result.documents):
        return Exit.FAILED
    grave = any(f.status == "new" and RANK[f.severity] >= RANK[fail_on] for f in result.findings)
    return Exit.FINDINGS if grave else Exit.CLEAN


# --- reports --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Target:
    """One report: its format, and its file (None: the screen)."""

    format: str
    file: Path | None


def _targets(shown: Shown) -> list[Target]:
    """What `--format` and `--output` ask for; UserError when that cannot be."""
    targets = [_target(text) for text in shown.formats]
    screen = [target for target in targets if target.file is None]
    if shown.output:
        name = screen[0].format if screen else OUTPUTS.get(suffix_of(shown.output), "console")
        targets = [t for t in targets if t.file] + [Target(name, Path(shown.output))]
    if len(screen) > 1:
        raise UserError("cli-two-screens", formats=", ".join(target.format for target in screen))
    binary = [target.format for target in screen if REPORT_FORMATS[target.format].is_binary]
    if binary and output.is_screen():
        raise UserError("cli-no-text", format=binary[0])
    return targets or [Target("console", None)]


def _target(text: str) -> Target:
    name, _, file = text.partition("=")
    if name not in REPORTERS:
        raise UserError("cli-not-a-choice", value=name, option="--format", known=", ".join(REPORTERS))
    return Target(name, Path(file) if file else None)


def _spare_originals(targets: Sequence[Target], found: Sequence[Found]) -> None:
    """A report never replaces a document."""
    documents = {os.path.realpath(each.file) for each in found if each.file}
    for target in targets:
        if target.file and (os.path.realpath(target.file) in documents or _looks_like_one(target)):
            raise UserError("cli-output-is-document", path=str(target.file))


def _looks_like_one(target: Target) -> bool:
    """Whether the name of a report promises a document that no text can be, and this report is not."""
    suffix = suffix_of(target.file.name) if target.file else ""
    kind = BY_SUFFIX.get(suffix)
    return kind is not None and not kind.is_text and OUTPUTS.get(suffix) != target.format


def _report(result: Result, targets: Sequence[Target], shown: Shown, run: CheckRun) -> None:
    for target in targets:
        on_screen = target.file is None
        described = REPORT_FORMATS[target.format].describes_rules
        options = ReportOptions(
            lang=run.lang,
            color=on_screen and target.format == "console" and output.has_color(),
            width=output.width() if on_screen else 80,
            show_info=shown.show_info,
            show_exempt=shown.show_exempt,
            fail_on=run.main.fail_on,
            rules=rule_cards(rules_for(run.main, run.lang)) if described else {},
            next_step=next_step(result),
        )
        _deliver(REPORTERS[target.format](result, options), target)


def _deliver(report: str | bytes, target: Target) -> None:
    if target.file:
        save(target.file, output.encoded(report))
    elif target.format == "console" and isinstance(report, str):
        output.show(report)
    else:
        output.show_bytes(output.encoded(report))


def rule_cards(ruleset: Ruleset) -> dict[str, RuleCard]:
    """What the formats that describe rules say of them."""
    return {
        rule.id: RuleCard(
            rule.id,
            rule.pack,
            rule.severity,
            rule.title,
            rule.why,
            "; ".join(", ".join(filter(None, (source.title, source.section))) for source in rule.sources),
        )
        for rule in ruleset.rules
    }


def next_step(result: Result) -> str:
    """The command that comes next for the first document with a finding."""
    from termlint.cli import COMMANDS

    hit = next((f for f in result.findings if f.status == "new" and f.severity != "info"), None)
    if hit is None:
        return ""
    if "fix" in COMMANDS and hit.path != "-":
        return f"termlint fix {_quoted(hit.path)}"
    return f"termlint explain {hit.rule}"


def _quoted(path: str) -> str:
    """A path to paste behind a command: no name can add a command of its own."""
    path = f"./{path}" if path.startswith("-") else path
    return _for_windows(path) if sys.platform == "win32" else shlex.quote(path)


def _for_windows(path: str) -> str:
    """A path for cmd and PowerShell, which quote differently: a ? for what either obeys, as it fits all.

    Between double quotes PowerShell obeys $, ` and curly quotes, and cmd %; a straight one is in no name.
    """
    if not _ODD.search(path):
        return path
    return f'"{_OBEYED.sub("?", path)}"'
