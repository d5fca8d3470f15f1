"""One document through `fix`: read, find, and make the marked copy, as bytes. Nothing is written here.

This half may run in a worker, which costs only its own document when native code crashes; `delivery`
has the half that touches files.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from termlint.cli.sources import rules_for, severities
from termlint.errors import ReadError, TermlintError
from termlint.formats import BY_NAME
from termlint.model import DocumentResult, Notice
from termlint.suppression.run import Acceptance
from termlint.writers import WRITERS, RuleText, WriteOptions, Written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from termlint.cli.sources import SettingsFinder
    from termlint.execution.runner import Job
    from termlint.formats import Mode
    from termlint.model import Document, Finding, Language
    from termlint.rulebook import Ruleset
    from termlint.settings import FailOn, Settings

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class FixRequest:
    """The command line of `fix`. `date` signs what is written."""

    lang: Language = "nl"
    mode: Mode | None = None
    interactive: bool = False
    output_dir: Path | None = None
    in_place: bool = False
    force: bool = False
    dry_run: bool = False
    author: str = "termlint"
    date: datetime = field(default_factory=lambda: datetime.now(UTC))
    password: str | None = None
    fail_on: FailOn = "warning"
    jobs: int | None = None

    def mode_for(self, format: str) -> Mode:  # noqa: A002 - as documents call it
        """The mode that was asked for, or what the format does by itself."""
        return self.mode or BY_NAME[format].default_mode(asked_each=self.interactive)


@dataclass(frozen=True, slots=True)
class Examined:
    """A document that was read: its bytes, its blocks, and all findings, those of the settings accepted."""

    data: bytes
    suffix: str
    document: Document
    result: DocumentResult

    @property
    def uses(self) -> list[Finding]:
        """What a person should look at: new findings that are more than information."""
        return [f for f in self.result.findings if f.status in ("new", "known") and f.severity != "info"]


@dataclass(frozen=True, slots=True)
class Marked:
    """What was made of a document, on its way to the files.

    `suffix` is that of its content. `written` is None when nothing was to be done, or when `result` says
    that it could not be; `before` are the original's bytes where a difference is to be shown.
    """

    result: DocumentResult
    suffix: str = ""
    written: Written | None = None
    before: bytes = b""


@dataclass(slots=True)
class Fixing:
    """Reads and marks the documents of one run. Travels to workers once all rules are loaded."""

    request: FixRequest
    finder: SettingsFinder
    _rulesets: list[tuple[Settings, Ruleset]] = field(default_factory=list)

    def ready(self, jobs: Sequence[Job]) -> None:
        """Load what the documents need; ConfigError and RuleError are about the run, not about a document."""
        for job in jobs:
            self._ruleset(self.finder.of(job.file))

    def all(self, jobs: Sequence[Job]) -> Iterator[tuple[int, Marked]]:
        """Each document, marked, with its number; in the order in which they are done."""
        yield from self._answers(jobs, _marker)

    def examined(self, job: Job) -> Examined | Marked:
        """One document read, for a person to walk through; Marked when it could not be."""
        return next(answer for _, answer in self._answers([job], _examiner))

    def _answers(
        self, jobs: Sequence[Job], make: Callable[[Fixing], Callable[[Job], Answer]]
    ) -> Iterator[tuple[int, Answer | Marked]]:
        from termlint.execution.runner import default_jobs, is_light, lost
        from termlint.execution.single import alone

        if is_light(jobs):
            limits = self.finder.of_document(jobs[0].file).limits
            made, why = alone(lambda: make(self)(jobs[0]), limits)
            yield 0, made or Marked(lost(jobs[0], why or "died", limits))
            return
        from termlint.execution.pool import (  # one light document does without multiprocessing
            Budget,
            Lost,
            Pool,
        )

        def budget(job: Job) -> Budget:
            limits = self.finder.of(job.file).limits
            return Budget(limits.time, limits.memory)

        pool: Pool[Job, Answer] = Pool(make, self, self.request.jobs or default_jobs(), budget)
        for number, answer in pool.run(jobs):
            if isinstance(answer, Lost):
                limits = self.finder.of(jobs[number].file).limits
                yield number, Marked(lost(jobs[number], answer.why, limits))
            else:
                yield number, answer

    # --- one document ---

    def examine(self, job: Job) -> Examined:
        """Read a document and find; TermlintError when it cannot be read."""
        from termlint.files.documents import read_document
        from termlint.files.filetype import true_suffix

        settings = self.finder.of(job.file)
        data = read_document(job.file, settings.limits.size)
        suffix = true_suffix(data, job.suffix)
        document, result = self._found(job, data, suffix, settings)
        if suffix != job.suffix:
            lies = Notice("suffix-lies", {"suffix": job.suffix or job.path, "true": suffix})
            result = replace(result, notices=(lies, *result.notices))
        return Examined(data, suffix, document, Acceptance(self.request.lang).of(result, settings, job.file))

    def _found(
        self, job: Job, data: bytes, suffix: str, settings: Settings
    ) -> tuple[Document, DocumentResult]:
        from termlint.engine import Options, examine
        from termlint.readers import ReadOptions

        ruleset = self._ruleset(settings)
        options = Options(
            read=ReadOptions(
                password=self.request.password,
                strict_scans=settings.strict_scans,
                accepted_scans=settings.accepted_scans,
                own_author=self.request.author,
                limits=settings.limits,
            ),
            profile=settings.profile(job.file),
            severities=severities(settings, ruleset),
        )
        return examine(job.path, data, suffix, ruleset, options)

    def mark(self, job: Job, examined: Examined, findings: Sequence[Finding]) -> Marked:
        """The copy with these findings dealt with; TermlintError when there can be none."""
        if not findings:
            return Marked(examined.result, examined.suffix)
        name = examined.document.format
        if name not in WRITERS:
            raise ReadError("fixing-no-writer", format=name)
        options = self._options(self.finder.of(job.file), self.request.mode_for(name))
        written = WRITERS[name](examined.data, examined.document, findings, options)
        shows = self.request.dry_run and BY_NAME[name].is_text
        return Marked(examined.result, examined.suffix, written, examined.data if shows else b"")

    def _options(self, settings: Settings, mode: Mode) -> WriteOptions:
        rules = {
            rule.id: RuleText(rule.why, "; ".join(source.title for source in rule.sources))
            for rule in self._ruleset(settings).rules
        }
        request = self.request
        return WriteOptions(
            date=request.date,
            mode=mode,
            author=request.author,
            lang=request.lang,
            rules=rules,
            password=request.password,
        )

    def _ruleset(self, settings: Settings) -> Ruleset:
        for known, ruleset in self._rulesets:
            if known == settings:
                return ruleset
        self._rulesets.append((settings, rules_for(settings, self.request.lang)))
        return self._rulesets[-1][1]


def _marker(fixing: Fixing) -> Callable[[Job], Marked]:
    """Reads and marks a document without asking anyone."""

    def mark(job: Job) -> Marked:
        def both() -> Marked:
            examined = fixing.examine(job)
            return fixing.mark(job, examined, examined.uses)

        return guarded(job, both)

    return mark


def _examiner(fixing: Fixing) -> Callable[[Job], Examined | Marked]:
    return lambda job: guarded(job, lambda: fixing.examine(job))


def guarded(job: Job, work: Callable[[], Answer]) -> Answer | Marked:
    """What `work` gives; whatever goes wrong in it costs only this document."""
    from termlint.execution.runner import failure

    try:
        return work()
    except TermlintError as error:
        return Marked(failure(job.path, error.code, **error.params))
    except MemoryError:
        return Marked(failure(job.path, "out-of-memory"))
    except Exception as error:
        if os.environ.get("TERMLINT_DEBUG"):
            raise
        return Marked(failure(job.path, "internal-error", error=type(error).__name__))


def left_over(marked: Marked) -> list[Finding]:
    """The new findings of a document about which nothing was done."""
    deeds = marked.written.deeds if marked.written else ()
    done = {(deed.finding.rule, deed.finding.location) for deed in deeds if deed.done != "impossible"}
    new = (finding for finding in marked.result.findings if finding.status == "new")
    return [finding for finding in new if (finding.rule, finding.location) not in done]
