"""What earlier runs found: asked for by content before a document is read, kept as documents are done."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from termlint.files.regular import sha256_of
from termlint.model import DocumentResult
from termlint.rulebook import digest
from termlint.store.cache import Cache, code_stamp, key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from termlint.execution.job import Job
    from termlint.model import Language
    from termlint.settings import Settings

    Task = Job | DocumentResult
    Numbered = tuple[int, Job]

_HANDFUL = 500
"""Results are asked for and kept by so many, so that a run that is killed leaves most of its work."""
_READERS = 2
"""Files that are read at once to see what they hold: a share answers each slowly, but many together."""
_BATCH = 64


class ResultCache:
    """The results of earlier runs under these settings (a job's `run` is its number among them).

    Only the content of a document counts, never its name, date or size: it is read whole each time.
    Without a `folder` nothing is known and nothing is kept.
    """

    def __init__(self, folder: Path | None, settings: Sequence[Settings], lang: Language) -> None:
        self._cache = Cache(folder) if folder else None
        self._settings = settings
        self._lang = lang
        self._names: dict[int, tuple[str, ...]] = {}
        self._fresh: dict[bytes, DocumentResult] = {}

    def recall(self, tasks: Iterable[Task]) -> Iterator[tuple[int, DocumentResult]]:
        """The number of each task that was done before, with its result under the name it has now."""
        if self._cache is None or self._cache.is_empty():
            return
        jobs = [(n, task) for n, task in enumerate(tasks) if not isinstance(task, DocumentResult)]
        # Wholly, and only then the database: beside threads that read it would wait at each row.
        keys = list(self._keys(jobs))
        for at in range(0, len(keys), _HANDFUL):
            some = keys[at : at + _HANDFUL]
            known = self._cache.get(name for _, name in some)
            for (number, job), name in some:
                if name in known:
                    yield number, _renamed(known[name], job.path)

    def keep(self, job: Job, document: DocumentResult) -> None:
        """Remember what was found in a document, by the content that was read, should it have changed."""
        if document.sha256 and document.status in ("checked", "partial"):
            self._fresh[self._key(job, document.sha256)] = document
        if len(self._fresh) >= _HANDFUL:
            self.save()

    def save(self) -> None:
        """Write down what there is to remember, and which results were used."""
        if self._cache:
            self._cache.put(self._fresh)
        self._fresh.clear()

    def _keys(self, jobs: Sequence[Numbered]) -> Iterator[tuple[Numbered, bytes]]:
        """Each job whose document can be read, with the name of its result."""
        for job, content in _contents(jobs, self._limit):
            if content:  # else whoever checks it will say what is wrong
                yield job, self._key(job[1], content)

    def _limit(self, job: Job) -> float:
        return self._settings[job.run].limits.size

    def _key(self, job: Job, content: str) -> bytes:
        """The name of the result for this content under the job's settings."""
        from termlint.execution.runner import settings_digest

        if job.run not in self._names:
            settings = self._settings[job.run]
            rules, choices = digest(settings.packs), settings_digest(replace(settings, exempt=()))
            self._names[job.run] = (code_stamp(), self._lang, rules, choices)
        return key(*self._names[job.run], job.suffix, job.profile, content)


def _contents(
    jobs: Sequence[Numbered], limit: Callable[[Job], float]
) -> Iterator[tuple[Numbered, str | None]]:
    """The SHA-256 of what each document holds, in order; None for one that cannot be read."""

    def read(some: Sequence[Numbered]) -> list[str | None]:
        return [_content(job, limit(job)) for _, job in some]

    batches = [jobs[start : start + _BATCH] for start in range(0, len(jobs), _BATCH)]
    if len(batches) < _READERS:
        yield from zip(jobs, chain.from_iterable(map(read, batches)), strict=True)
        return
    from concurrent.futures import ThreadPoolExecutor  # a few documents are read sooner than it is there

    pool = ThreadPoolExecutor(_READERS)
    try:
        yield from zip(jobs, chain.from_iterable(pool.map(read, batches)), strict=True)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _content(job: Job, megabytes: float) -> str | None:
    if job.data is not None:
        return hashlib.sha256(job.data).hexdigest()
    return sha256_of(job.file, megabytes)


def _renamed(known: DocumentResult, path: str) -> DocumentResult:
    findings = tuple(replace(finding, path=path) for finding in known.findings)
    return replace(known, path=path, findings=findings)
