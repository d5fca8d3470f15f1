"""One document through `fix`: checked as always, and made into a marked copy, as bytes.

Nothing is written here, so that it can be done in a worker.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from termlint.errors import ReadError
from termlint.execution.pipeline import Checked, check_document, guarded
from termlint.formats import BY_NAME
from termlint.suppression.exempt_use import ExemptUse
from termlint.writers import WRITERS, RuleText, WriteOptions, WriteResult

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from termlint.execution.job import Job
    from termlint.execution.run_settings import RunSettings
    from termlint.formats import Mode
    from termlint.model import DocumentResult, Finding, Language


@dataclass(frozen=True, slots=True)
class FixOptions:
    """How a marked copy is made.

    `mode` None: what the format does by itself, where `asks_each` says that a person decides on each
    finding. `author` and `date` sign what is written. `keeps_original`: a text comes with the bytes that it
    was made of, to show the difference.
    """

    mode: Mode | None = None
    author: str = "termlint"
    date: datetime = field(default_factory=lambda: datetime.now(UTC))
    asks_each: bool = False
    keeps_original: bool = False

    def mode_for(self, format: str) -> Mode:  # noqa: A002 - as documents call it
        """The mode that was asked for, or what the format does by itself."""
        return self.mode or BY_NAME[format].default_mode(asked_each=self.asks_each)


@dataclass(frozen=True, slots=True)
class Marked:
    """What was made of a document, on its way to the files.

    `suffix` is that of its content. `written` is None when nothing was to be done, or when `result` says
    that it could not be; `before` are the original's bytes where a difference is to be shown.
    """

    result: DocumentResult
    suffix: str = ""
    written: WriteResult | None = None
    before: bytes = b""

    @property
    def left_over(self) -> list[Finding]:
        """The new findings about which nothing was done."""
        records = self.written.records if self.written else ()
        done = {
            (record.finding.rule, record.finding.location)
            for record in records
            if record.done != "impossible"
        }
        new = (finding for finding in self.result.findings if finding.status == "new")
        return [finding for finding in new if (finding.rule, finding.location) not in done]


@dataclass(frozen=True, slots=True)
class Fixer:
    """Checks and marks documents under the settings of a run. Travels to workers."""

    runs: tuple[RunSettings, ...]
    options: FixOptions
    lang: Language

    def check(self, job: Job) -> Checked:
        """A document as it was read, with its findings; those that the settings accept are exempt."""
        run = self.runs[job.run]
        checked = check_document(job, run)
        return replace(checked, result=ExemptUse(self.lang).of(checked.result, run.settings, job.file))

    def mark(self, job: Job, checked: Checked, findings: Sequence[Finding]) -> Marked:
        """The copy with these findings dealt with; a `failed` result where there can be none."""
        return guarded(lambda: self._marked(job, checked, findings), Marked, job.path)

    def _marked(self, job: Job, checked: Checked, findings: Sequence[Finding]) -> Marked:
        if not findings or checked.document is None:
            return Marked(checked.result, checked.suffix)
        name = checked.document.format
        if name not in WRITERS:
            raise ReadError("fixing-no-writer", format=name)
        options = self._write_options(self.runs[job.run], self.options.mode_for(name))
        written = WRITERS[name](checked.data, checked.document, findings, options)
        shows = self.options.keeps_original and BY_NAME[name].is_text
        return Marked(checked.result, checked.suffix, written, checked.data if shows else b"")

    def _write_options(self, run: RunSettings, mode: Mode) -> WriteOptions:
        rules = {
            rule.id: RuleText(rule.why, "; ".join(source.title for source in rule.sources))
            for rule in run.ruleset.rules
        }
        return WriteOptions(
            date=self.options.date,
            mode=mode,
            author=self.options.author,
            lang=self.lang,
            rules=rules,
            password=run.options.read.password,
        )


def uses(result: DocumentResult) -> list[Finding]:
    """What a person should look at: findings, known ones too, that are more than information."""
    return [f for f in result.findings if f.status in ("new", "known") and f.severity != "info"]


def marker(fixer: Fixer) -> Callable[[Job], Marked]:
    """Checks and marks a document without asking anyone."""

    def mark(job: Job) -> Marked:
        checked = fixer.check(job)
        return fixer.mark(job, checked, uses(checked.result))

    return mark


def examiner(fixer: Fixer) -> Callable[[Job], Checked]:
    """Checks a document, for a person to walk through its findings."""
    return fixer.check
