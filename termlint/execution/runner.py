"""Many documents to one `Result`: who reads which document, in which process, and what if one fails.

A single light document is checked at once; a PDF, a file that is large or unpacks to much, or a second
document goes to workers. Either costs only its own document when it crashes, hangs or fills the memory
(where the system allows that; see `termlint.execution.single`). The order of the result is that of discovery,
whatever the number of jobs.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from termlint import __version__
from termlint.execution.executor import Lost, Work
from termlint.execution.job import Job
from termlint.execution.local import Local
from termlint.execution.pipeline import check_document, lost
from termlint.execution.run_settings import budget, settings_of
from termlint.model import DocumentResult, Notice, Result

if TYPE_CHECKING:
    from termlint.execution.executor import Executor
    from termlint.execution.run_settings import RunSettings
    from termlint.settings import Settings

Told = Callable[[int, int], None]
Finished = Callable[[int, DocumentResult], None]


def check_all(
    tasks: Sequence[Job | DocumentResult],
    runs: Sequence[RunSettings],
    *,
    executor: Executor | None = None,
    progress: Told = lambda done, total: None,  # noqa: ARG005
    finished: Finished = lambda number, document: None,  # noqa: ARG005
    interruptible: bool = False,
) -> Result:
    """The result of a run over `tasks`: documents to check, and results that are known without reading.

    `finished` is told of each document that was checked, by the number of its task, as they come. An
    `interruptible` run that is broken off (Ctrl-C) gives what is done; the rest is skipped, "not-reached".
    """
    started = _now()
    work = {number: task for number, task in enumerate(tasks) if isinstance(task, Job)}
    known = {number: task for number, task in enumerate(tasks) if isinstance(task, DocumentResult)}
    try:
        for done, (number, document) in enumerate(_answers(work, runs, executor or Local()), 1):
            known[number] = document
            finished(number, document)
            progress(done, len(work))
    except KeyboardInterrupt:
        if not interruptible:
            raise
        known = {number: not_reached(job) for number, job in work.items()} | known
    return Result(
        version=__version__,
        started=started,
        ruleset=joined(run.ruleset.digest for run in runs),
        settings=joined(settings_digest(run.settings) for run in runs),
        documents=tuple(known[number] for number in range(len(tasks))),
    )


def _answers(
    jobs: dict[int, Job], runs: Sequence[RunSettings], executor: Executor
) -> Iterator[tuple[int, DocumentResult]]:
    numbers = list(jobs)
    work = Work(checker, runs, lambda job: budget(settings_of(runs, job)))
    for place, answer in executor.run(work, list(jobs.values())):
        job = jobs[numbers[place]]
        if isinstance(answer, Lost):
            answer = lost(job, answer.why, settings_of(runs, job).limits)
        yield numbers[place], answer


def checker(runs: Sequence[RunSettings]) -> Callable[[Job], DocumentResult]:
    """What checks one document, in whichever process."""
    return lambda job: check_document(job, runs[job.run]).result


def not_reached(job: Job) -> DocumentResult:
    """A document to which a run that was broken off did not come."""
    return DocumentResult(job.path, None, "skipped", notices=(Notice("not-reached"),))


# --- what names a run -----------------------------------------------------------------------------


def _now() -> str:
    """The time in UTC to the second; SOURCE_DATE_EPOCH fixes it, for reports that can be reproduced."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(fixed) if fixed.isdecimal() else time.time()
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def settings_digest(settings: Settings) -> str:
    """A short name for these settings, wherever their file stands; the rules have a digest of their own."""
    values = asdict(replace(settings, folder=None, packs=(), baseline=None, origins={}, jobs=None, lang=None))
    text = json.dumps(
        values,
        sort_keys=True,
        default=lambda value: sorted(value) if isinstance(value, frozenset) else str(value),
    )
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def joined(digests: Iterator[str]) -> str:
    """One name for several: that of the only one, or a digest of them all."""
    unique = list(dict.fromkeys(digests))
    if len(unique) == 1:
        return unique[0]
    return hashlib.sha256("".join(unique).encode()).hexdigest()[:16]
