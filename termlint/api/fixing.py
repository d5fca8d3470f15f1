"""A run of `fix`: documents checked and made into marked copies, with or without a person who decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from termlint.execution.executor import Lost, Work
from termlint.execution.fix import Fixer, FixOptions, Marked, examiner, marker, uses
from termlint.execution.pipeline import Checked, lost
from termlint.execution.run_settings import budget, settings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from termlint.api.checking import CheckRun
    from termlint.execution.job import Job
    from termlint.model import DocumentResult, Finding

Made = TypeVar("Made", Marked, Checked)

__all__ = ["Checked", "FixOptions", "FixRun", "Marked", "uses"]


@dataclass(slots=True)
class FixRun:
    """Checks and marks the documents of a run of `check`."""

    run: CheckRun
    options: FixOptions

    def all(self, jobs: Sequence[Job]) -> Iterator[tuple[int, Marked]]:
        """The number of each document with its marked copy, in the order in which they are done."""
        return self._answers(jobs, marker, Marked)

    def examined(self, job: Job) -> Checked:
        """One document checked, for a person to walk through."""
        return next(checked for _, checked in self._answers([job], examiner, Checked))

    def mark(self, job: Job, checked: Checked, findings: Sequence[Finding]) -> Marked:
        """The copy with these findings dealt with; a `failed` result where there can be none."""
        return self._fixer().mark(job, checked, findings)

    def ready(self) -> None:
        """Load the rules; ConfigError and RuleError are about the run, not about a document."""
        self.run.table.built()

    def _fixer(self) -> Fixer:
        return Fixer(self.run.table.built(), self.options, self.run.lang)

    def _answers(
        self,
        jobs: Sequence[Job],
        prepare: Callable[[Fixer], Callable[[Job], Made]],
        instead: Callable[[DocumentResult], Made],
    ) -> Iterator[tuple[int, Made]]:
        fixer = self._fixer()
        work: Work[Job, Any] = Work(prepare, fixer, lambda job: budget(settings_of(fixer.runs, job)))
        for number, answer in self.run.executor.run(work, jobs):
            if isinstance(answer, Lost):
                limits = settings_of(fixer.runs, jobs[number]).limits
                yield number, instead(lost(jobs[number], answer.why, limits))
            else:
                yield number, answer
