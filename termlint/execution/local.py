"""The executor of this computer: one light document in this process, anything more in workers."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from termlint.execution.job import Job, is_light
from termlint.execution.single import SingleProcess

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from termlint.execution.executor import Answer, Lost, Task, Work
    from termlint.execution.pool import Pool


@dataclass(slots=True)
class Local:
    """An executor with `jobs` workers (None: as many as there are cores), started when they are needed.

    With `keep` they wait for the next run, until `close`.
    """

    jobs: int | None = None
    keep: bool = False
    _pool: Pool | None = None

    def run(self, work: Work[Task, Answer], tasks: Sequence[Task]) -> Iterator[tuple[int, Answer | Lost]]:
        """The number of each task with its answer, as they come."""
        if len(tasks) == 1 and isinstance(tasks[0], Job) and is_light(tasks[0]):
            return SingleProcess().run(work, tasks)
        return self._workers().run(work, tasks)

    def close(self) -> None:
        """End the workers."""
        if self._pool:
            self._pool.close()

    def _workers(self) -> Pool:
        if self._pool is None:
            from termlint.execution.pool import Pool  # a run of one light document does without

            self._pool = Pool(self.jobs or default_jobs(), self.keep)
        return self._pool


def default_jobs() -> int:
    """As many jobs as this process has cores."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
