"""`termlint fix`: the document handed back, marked where it matters."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from termlint.api.fixing import FixOptions, FixRun
from termlint.api.linter import Linter
from termlint.api.output_files import Fixed, OutputFiles, OutputOptions
from termlint.cli import output
from termlint.cli.asked import lint_options
from termlint.cli.base import Command, Count, Exit, OneOf, UserError, option
from termlint.files.discover import folder_of, suffix_of
from termlint.formats import BY_SUFFIX
from termlint.messages import say
from termlint.messages.sanitize import clean, clean_path
from termlint.model import SEVERITIES
from termlint.readers import READERS
from termlint.reporters.common import RANK, notices_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from termlint.api.checking import CheckRun
    from termlint.execution.job import Job
    from termlint.files.discover import Found
    from termlint.formats import Mode
    from termlint.model import Language
    from termlint.settings import FailOn
    from termlint.writers import FixRecord
    from termlint.writers.base import FixAction

_DONE: tuple[FixAction, ...] = ("changed", "commented", "present", "impossible")
_LOUD = "unread-format"


def command(lang: Language) -> click.Command:
    """The command with its options, in a language."""
    return Command(
        "fix",
        lang,
        callback=carry_out,
        params=[
            click.Argument(["paths"], nargs=-1, required=True, metavar=say("cli-option-paths", lang)),
            option(lang, "--mode", type=OneOf(("comments", "tracked", "replace"))),
            option(lang, "-i", "--interactive", is_flag=True),
            option(lang, "--output-dir", metavar="FOLDER"),
            option(lang, "--in-place", is_flag=True),
            option(lang, "--force", code="fix-force", is_flag=True),
            option(lang, "--dry-run", is_flag=True),
            option(lang, "--author", default="termlint", metavar="NAME"),
            option(lang, "--date", metavar="DATE"),
            option(lang, "--select", multiple=True, metavar="RULE"),
            option(lang, "--ignore", multiple=True, metavar="RULE"),
            option(lang, "--fail-on", code="fix-fail-on", type=OneOf((*SEVERITIES, "never"))),
            option(lang, "--password", metavar="TEXT"),
            option(lang, "--strict-scans", is_flag=True),
            option(lang, "--config", metavar="FILE"),
            option(lang, "-j", "--jobs", type=Count()),
        ],
    )


def carry_out(paths: tuple[str, ...], **params: Any) -> int:
    """Fix what is named, and say what was done; the exit code."""
    options = lint_options(params)
    fixing, output_files, interactive = _asked(**params)
    linter = Linter(replace(options, cache=False))
    return _Run(linter.run(list(paths)), fixing, output_files, interactive).over()


def _asked(
    mode: Mode | None,
    interactive: bool,
    output_dir: str | None,
    in_place: bool,
    force: bool,
    dry_run: bool,
    author: str,
    date: str | None,
) -> tuple[FixOptions, OutputOptions, bool]:
    """How copies are made and where they go; UserError when that cannot be."""
    if in_place and output_dir:
        raise UserError("fixing-in-place-and-output")
    folder = Path(output_dir) if output_dir else None
    if folder and folder.exists() and not folder.is_dir():
        raise UserError("fixing-no-folder", path=output_dir)
    if not author.strip():
        raise UserError("fixing-no-author")
    signed = {"date": _date(date)} if date else {}
    fixing = FixOptions(mode, author, asks_each=interactive, keeps_original=dry_run, **signed)
    return fixing, OutputOptions(folder, in_place, force, dry_run), interactive


def _date(value: str) -> datetime:
    try:
        given = datetime.fromisoformat(value)
    except ValueError as error:
        raise UserError("fixing-bad-date", value=value) from error
    return given if given.tzinfo else given.replace(tzinfo=UTC)


class _Run:
    """One run of the command: documents in, copies out, an account of each as soon as it is known."""

    def __init__(
        self, run: CheckRun, fixing: FixOptions, output_options: OutputOptions, interactive: bool
    ) -> None:
        self.run = run
        self.lang = run.lang
        self.interactive = interactive
        self.options = output_options
        self.fixing = FixRun(run, fixing)
        named = tuple(folder_of(each) for each in run.paths if isinstance(each, str))
        self.output_files = OutputFiles(output_options, run.lang, named)
        self.skipped: Counter[tuple[str, bool]] = Counter()
        self.unseen = 0

    def over(self) -> Exit:
        failed, jobs = self._sorted(self.run.discover())
        self.fixing.ready()
        done = [self._told(each) for each in failed]
        try:
            done += self._walked(jobs) if self.interactive else self._marked(jobs)
        finally:
            output.flush()
        for note in self.run.finder.notes(self.lang):
            output.tell(note)
        output.show("\n" + "\n".join(self._ending(done)) + "\n")
        return self._exit_code(done)

    def _sorted(self, found: Sequence[Found]) -> tuple[list[Fixed], list[Job]]:
        """What cannot be read and must be told, and the documents; the rest is counted."""
        failed, jobs = [], []
        for each in found:
            if not each.code and each.file:
                jobs.append(self.run.job(each))
            elif each.status == "failed":
                params = {"known": " ".join(READERS), **each.params}
                problem = say(each.code or "unknown-format", self.lang, **params)
                failed.append(Fixed(each.path, problem=problem))
            elif suffix := str(each.params.get("suffix", "")):
                self.skipped[suffix, each.code == _LOUD] += 1
        return failed, jobs

    def _marked(self, jobs: Sequence[Job]) -> Iterator[Fixed]:
        """All documents without asking, told in the order in which they were found."""
        waiting: dict[int, Fixed] = {}
        following = 0
        for number, marked in self.fixing.all(jobs):
            waiting[number] = self.output_files.deliver(jobs[number], marked)
            while following in waiting:
                yield self._told(waiting.pop(following))
                following += 1

    def _walked(self, jobs: Sequence[Job]) -> Iterator[Fixed]:
        """The documents one by one, with a person who decides."""
        from termlint.cli.interactive import InteractiveSession

        walk = InteractiveSession(self.fixing, self.options.dry_run)
        for number, job in enumerate(jobs):
            if walk.stopped:
                self.unseen = len(jobs) - number
                return
            hindrance = None if self.options.dry_run else self.output_files.hindrance(job)
            yield self._told(hindrance or self.output_files.deliver(job, walk.over(job)))

    def _told(self, fixed: Fixed) -> Fixed:
        output.show("\n".join(_lines(fixed, self.options, self.lang)) + "\n")
        return fixed

    def _ending(self, done: Sequence[Fixed]) -> Iterator[str]:
        for loud, code in ((True, "verdict-loud"), (False, "verdict-skipped")):
            kinds = ", ".join(
                f"{n} × {kind}" for (kind, is_loud), n in sorted(self.skipped.items()) if is_loud == loud
            )
            if kinds:
                yield say(code, self.lang, suffixes=kinds)
        if partial := sum(fixed.partial for fixed in done):
            code = "fixing-partial-one" if partial == 1 else "fixing-partial"
            yield say(code, self.lang, count=partial)
        if self.unseen:
            code = "walk-unseen-one" if self.unseen == 1 else "walk-unseen"
            yield say(code, self.lang, count=self.unseen)
        yield _verdict(done, self.options, self.lang)

    def _exit_code(self, done: Sequence[Fixed]) -> Exit:
        """FAILED beats FINDINGS: what was not done, or read in part, is not answered for."""
        if any(fixed.problem or fixed.partial for fixed in done):
            return Exit.FAILED
        least: FailOn = self.run.main.fail_on
        left = any(RANK[finding.severity] >= RANK[least] for fixed in done for finding in fixed.left)
        return Exit.FINDINGS if left or self.unseen else Exit.CLEAN


# --- what the user reads --------------------------------------------------------------------------


def _lines(fixed: Fixed, options: OutputOptions, lang: Language) -> Iterator[str]:
    path = clean_path(fixed.path)
    if fixed.problem:
        yield say("fixing-problem", lang, path=path, problem=clean(fixed.problem))
        return
    if fixed.target is None:
        yield (
            say("fixing-nothing", lang, path=path)
            if not fixed.records
            else f"{path}: {_counts(fixed.records, lang)}"
        )
    else:
        code = "fixing-would-write" if options.dry_run else "fixing-written"
        yield say(code, lang, path=path, target=clean_path(fixed.target.as_posix()))
        yield "  " + _counts(fixed.records, lang)
    yield from _details(fixed.records, lang) if options.dry_run else _unchanged(fixed.records, lang)
    if fixed.diff:
        yield fixed.diff.rstrip("\n")
    if fixed.notices:
        yield "  " + clean(notices_text(fixed.notices, lang))


def _counts(records: Sequence[FixRecord], lang: Language) -> str:
    """ "2 wijzigingen, 4 opmerkingen"."""
    counted = Counter(record.done for record in records)
    return ", ".join(
        say(f"fixing-{done}-one" if counted[done] == 1 else f"fixing-{done}", lang, count=counted[done])
        for done in _DONE
        if counted[done]
    )


def _details(records: Sequence[FixRecord], lang: Language) -> Iterator[str]:
    """What becomes of each finding, on a line of its own that is safe for a terminal."""
    for record in records:
        offer = next((s.text for s in record.finding.suggestions if s.safety == "safe"), "")
        text = say(f"fixing-record-{record.done}", lang, words=clean(record.finding.text), text=clean(offer))
        why = say(record.reason, lang) if record.reason else ""
        yield say("fixing-record-reason", lang, record=text, reason=why) if why else text


def _unchanged(records: Sequence[FixRecord], lang: Language) -> Iterator[str]:
    """The words about which nothing could be done, by the reason why."""
    by_reason: dict[str, dict[str, None]] = {}
    for record in records:
        if record.done == "impossible":
            by_reason.setdefault(record.reason or "", {})[f"‘{clean(record.finding.text)}’"] = None
    for reason, words in by_reason.items():
        text = say("fixing-unchanged", lang, words=", ".join(words))
        yield say("fixing-record-reason", lang, record=text, reason=say(reason, lang)) if reason else text


def _verdict(done: Sequence[Fixed], options: OutputOptions, lang: Language) -> str:
    written = [fixed.target for fixed in done if fixed.target]
    if options.dry_run and written:
        return say("fixing-done-dry", lang)
    if any(fixed.problem for fixed in done):
        return say("fixing-done-partly" if written else "fixing-done-none", lang)
    if not written:
        left = any(fixed.left or fixed.records for fixed in done)
        return say("fixing-done-unchanged" if left else "fixing-done-nothing", lang)
    if options.in_place:
        return say("fixing-done-in-place", lang)
    if len(written) == 1 and _is_word(written[0]):
        return say("fixing-done-word", lang, target=clean_path(written[0].as_posix()))
    return say("fixing-done", lang)


def _is_word(file: Path) -> bool:
    """Whether the sentence that tells of Word fits."""
    kind = BY_SUFFIX.get(suffix_of(file.name))
    return kind is not None and kind.name == "docx"
