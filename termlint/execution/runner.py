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
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from termlint import __version__
from termlint.errors import ReadError, TermlintError
from termlint.execution.process_limits import may_copy_itself
from termlint.execution.single import Why, alone
from termlint.files.documents import read_document, within_limit
from termlint.files.filetype import true_suffix, unpacked_size
from termlint.files.regular import MEGABYTE
from termlint.formats import BY_SUFFIX
from termlint.model import DocumentResult, Notice, Result

if TYPE_CHECKING:
    from termlint.engine import Options
    from termlint.rulebook import Ruleset
    from termlint.settings import Limits, Settings

_SMALL = 2_000_000
_SMALL_UNPACKED = 8_000_000
_SHARE = 4
"""By which these are divided where a crash in this process would be the end of the program."""
Progress = Callable[[int, int], None]
Finished = Callable[[int, DocumentResult], None]


@dataclass(frozen=True, slots=True)
class Job:
    """One document to check: `file` is opened by whoever checks it, unless its `data` is here already.

    `plan` is the number of the settings that hold for it.
    """

    path: str
    file: Path
    suffix: str
    plan: int = 0
    profile: str | None = None
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """How to check under one set of settings."""

    settings: Settings
    ruleset: Ruleset
    options: Options


def check_all(
    tasks: Sequence[Job | DocumentResult],
    plans: Sequence[Plan],
    *,
    jobs: int | None = None,
    progress: Progress = lambda done, total: None,  # noqa: ARG005
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
        for done, (number, document) in enumerate(_answers(work, plans, jobs), 1):
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
        ruleset=joined(plan.ruleset.digest for plan in plans),
        settings=joined(settings_digest(plan.settings) for plan in plans),
        documents=tuple(known[number] for number in range(len(tasks))),
    )


def _answers(
    work: dict[int, Job], plans: Sequence[Plan], jobs: int | None
) -> Iterator[tuple[int, DocumentResult]]:
    if is_light(list(work.values())):
        number, job = next(iter(work.items()))
        limits = plans[job.plan].settings.limits
        document, why = alone(lambda: check_one(job, plans), limits)
        yield number, document or lost(job, why or "died", limits)
        return
    from termlint.execution.pool import (  # a run of one light document does without multiprocessing
        Budget,
        Lost,
        Pool,
    )

    def budget(job: Job) -> Budget:
        limits = plans[job.plan].settings.limits
        return Budget(limits.time, limits.memory)

    numbers = list(work)
    pool: Pool[Job, DocumentResult] = Pool(_prepare, tuple(plans), jobs or default_jobs(), budget)
    for place, answer in pool.run(list(work.values())):
        job = work[numbers[place]]
        limits = plans[job.plan].settings.limits
        yield numbers[place], lost(job, answer.why, limits) if isinstance(answer, Lost) else answer


def default_jobs() -> int:
    """As many jobs as this process has cores."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def not_reached(job: Job) -> DocumentResult:
    """A document to which a run that was broken off did not come."""
    return DocumentResult(job.path, None, "skipped", notices=(Notice("not-reached"),))


def _prepare(plans: Sequence[Plan]) -> Callable[[Job], DocumentResult]:
    """In a worker: what checks one document."""
    return lambda job: check_one(job, plans)


def is_light(jobs: Sequence[Job]) -> bool:
    """Whether these are one small document, also unpacked, that needs no workers to be safe and quick."""
    return len(jobs) == 1 and _is_small(jobs[0])


def _is_small(job: Job) -> bool:
    if _is_native(job.suffix):
        return False
    try:
        data = read_document(job.file, _SMALL / MEGABYTE) if job.data is None else job.data
    except ReadError as error:
        return error.code != "too-large"
    suffix, share = true_suffix(data, job.suffix), 1 if may_copy_itself() else _SHARE
    if len(data) > _SMALL // share or _is_native(suffix):
        return False
    return not _is_package(suffix) or unpacked_size(data) <= _SMALL_UNPACKED // share


def _is_native(suffix: str) -> bool:
    return suffix in BY_SUFFIX and BY_SUFFIX[suffix].native


def _is_package(suffix: str) -> bool:
    return suffix in BY_SUFFIX and BY_SUFFIX[suffix].is_package


def lost(job: Job, why: Why, limits: Limits) -> DocumentResult:
    """What is left of a document whose checking was cut short."""
    if why == "time":
        return failure(job.path, "time-limit", limit=f"{limits.time:g}")
    if why == "memory":
        return failure(job.path, "memory-limit", limit=f"{limits.memory:g}")
    return failure(job.path, "worker-killed" if why == "killed" else "worker-died")


def failure(path: str, code: str, **params: object) -> DocumentResult:
    """A document that could not be read, and why."""
    return DocumentResult(path, None, "failed", notices=(Notice(code, params),))


# --- one document ---------------------------------------------------------------------------------


def check_one(job: Job, plans: Sequence[Plan]) -> DocumentResult:
    """Read and check one document; whatever goes wrong becomes its status and a notice."""
    plan = plans[job.plan]
    try:
        return _check(job, plan)
    except TermlintError as error:
        return failure(job.path, error.code, **error.params)
    except MemoryError:
        return failure(job.path, "out-of-memory")
    except Exception as error:
        if os.environ.get("TERMLINT_DEBUG"):
            raise
        return failure(job.path, "internal-error", error=_described(error))


def _check(job: Job, plan: Plan) -> DocumentResult:
    from termlint import engine

    most = plan.settings.limits.size
    data = read_document(job.file, most) if job.data is None else within_limit(job.data, most)
    suffix = true_suffix(data, job.suffix)
    options = replace(plan.options, profile=job.profile)
    document = engine.check(job.path, data, suffix, plan.ruleset, options)
    if suffix == job.suffix:
        return document
    lies = Notice("suffix-lies", {"suffix": job.suffix or job.path, "true": suffix})
    return replace(document, notices=(lies, *document.notices))


def _described(error: Exception) -> str:
    """The kind of an error and where it rose, without any of the document's text."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    return f"{type(error).__name__}, {place}"


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
