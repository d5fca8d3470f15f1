"""A run that reads only what it must: documents that were checked before are answered from the cache."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from termlint.execution.job import Job
from termlint.execution.runner import check_all, joined, not_reached, settings_digest
from termlint.rulebook import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.execution.executor import Executor
    from termlint.execution.progress import Progress
    from termlint.execution.result_cache import ResultCache
    from termlint.execution.run_settings import SettingsTable
    from termlint.model import DocumentResult, Result

    Task = Job | DocumentResult


@dataclass(frozen=True, slots=True)
class CachedRun:
    """Checks tasks under the settings of `table`; what is checked is kept in `cache` as it comes, so that a
    run that is broken off was not for nothing.
    """

    table: SettingsTable
    cache: ResultCache
    executor: Executor
    progress: Progress

    def check(self, tasks: Sequence[Task]) -> Result:
        """The result of these tasks: documents, and results that are known already."""
        left, known = self._left(tasks)
        # Without a document to read the rules are loaded too: a mistake in them is told.
        runs = self.table.built() if not known or any(isinstance(task, Job) for task in left) else ()

        def finished(number: int, document: DocumentResult) -> None:
            self.progress.finished(document)
            if isinstance(job := tasks[number], Job):
                self.cache.keep(job, document)

        try:
            result = check_all(
                left,
                runs,
                executor=self.executor,
                progress=lambda done, total: self.progress(known + done, known + total),
                finished=finished,
                interruptible=self.progress.interruptible,
            )
        finally:
            self.cache.save()
        settings = self.table.settings
        return replace(
            result,
            ruleset=joined(digest(each.packs) for each in settings),
            settings=joined(map(settings_digest, settings)),
        )

    def _left(self, tasks: Sequence[Task]) -> tuple[list[Task], int]:
        """The tasks, with results in place of those that were done before, and how many these are."""
        left, known, total = list(tasks), 0, sum(isinstance(task, Job) for task in tasks)
        try:
            for known, (number, document) in enumerate(self.cache.recall(tasks), 1):
                left[number] = document
                self.progress.finished(document)
                self.progress(known, total)
        except KeyboardInterrupt:
            if not self.progress.interruptible:
                raise
            left = [not_reached(task) if isinstance(task, Job) else task for task in left]
        return left, known
