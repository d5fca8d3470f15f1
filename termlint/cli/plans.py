"""How each document is checked, and whether it needs to be: settings, rules, and results from before."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from termlint.cache import Cache, code_stamp, default_folder, key
from termlint.cli.sources import rules_for, severities
from termlint.errors import ReadError
from termlint.model import DocumentResult
from termlint.rulebook import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.cli import output
    from termlint.cli.request import Request
    from termlint.cli.sources import SettingsFinder
    from termlint.config import Settings
    from termlint.discover import Found
    from termlint.model import Result
    from termlint.run import Job, Plan

    Task = Job | DocumentResult


_HANDFUL = 500
"""Results are put in the cache by so many, so that a run that is killed leaves most of its work."""


class Plans:
    """The plan of each document, one for each set of settings; rules are loaded once they are needed."""

    def __init__(self, finder: SettingsFinder, request: Request, main: Settings) -> None:
        self._finder = finder
        self._request = request
        self._settings = [main]
        self._made: list[Plan] = []
        self._names: dict[int, tuple[str, ...]] = {}
        folder = None if request.no_cache or request.password else default_folder()
        self._cache = Cache(folder) if folder else None

    def job(self, found: Found) -> Job:
        """The job for a document; standard input is read here."""
        from termlint.run import Job

        file = found.file or Path(found.path)
        settings = self._finder.of(file)
        if settings not in self._settings:
            self._settings.append(settings)
        data = None if found.file else sys.stdin.buffer.read()
        return Job(
            found.path, file, found.suffix, self._settings.index(settings), settings.profile(file), data
        )

    def check(self, tasks: Sequence[Task], watch: output.Progress) -> Result:
        """The result of these tasks; documents that were checked before are answered from the cache.

        What is checked is remembered as it comes, so that a run that is broken off was not for nothing.
        """
        from termlint.run import check_all, joined, settings_digest

        keys = self._keys(tasks) if self._cache and not self._cache.is_empty() else {}
        known = self._cache.get(keys.values()) if self._cache and keys else {}
        left = [_remembered(task, known.get(keys.get(n, b""))) for n, task in enumerate(tasks)]
        if not known or any(not isinstance(task, DocumentResult) for task in left):
            self._build()  # also when nothing is to be read: a mistake in the rules is told
        fresh: dict[bytes, DocumentResult] = {}

        def finished(number: int, document: DocumentResult) -> None:
            watch.finished(document)
            job = tasks[number]
            if (
                document.sha256
                and document.status in ("checked", "partial")
                and not isinstance(job, DocumentResult)
            ):
                fresh[self._key(job, document.sha256)] = document  # of what was read, should it have changed
            if len(fresh) >= _HANDFUL:
                self._remember(fresh)

        try:
            result = check_all(
                left,
                self._made,
                jobs=self._settings[0].jobs,
                progress=watch,
                finished=finished,
                interruptible=watch.interruptible,
            )
        finally:
            self._remember(fresh)
        return replace(
            result,
            ruleset=joined(digest(settings.packs) for settings in self._settings),
            settings=joined(settings_digest(settings) for settings in self._settings),
        )

    def _remember(self, fresh: dict[bytes, DocumentResult]) -> None:
        """Put these in the cache, which notes what was used too, and forget them here."""
        if self._cache:
            self._cache.put(fresh)
        fresh.clear()

    def _build(self) -> None:
        """Load the rules of every set of settings that has none yet."""
        from termlint.engine import Options
        from termlint.readers import ReadOptions
        from termlint.run import Plan

        for settings in self._settings[len(self._made) :]:
            ruleset = rules_for(settings, self._request.lang)
            read = ReadOptions(
                password=self._request.password,
                strict_scans=settings.strict_scans,
                accepted_scans=settings.accepted_scans,
                limits=settings.limits,
            )
            options = Options(read=read, severities=severities(settings, ruleset), model=settings.model)
            self._made.append(Plan(settings, ruleset, options))

    def _keys(self, tasks: Sequence[Task]) -> dict[int, bytes]:
        """The name in the cache of each job whose document can be read, by its number."""
        from termlint.run import read_bytes

        keys = {}
        for number, job in enumerate(tasks):
            if isinstance(job, DocumentResult):
                continue
            limit = self._settings[job.plan].limits.size
            try:
                data = read_bytes(job.file, limit) if job.data is None else job.data
            except ReadError:
                continue  # whoever checks it will say so
            keys[number] = self._key(job, hashlib.sha256(data).hexdigest())
        return keys

    def _key(self, job: Job, content: str) -> bytes:
        """The name in the cache of the result for this content under the job's settings."""
        from termlint.run import settings_digest

        if job.plan not in self._names:
            settings = self._settings[job.plan]
            rules, choices = digest(settings.packs), settings_digest(replace(settings, exempt=()))
            self._names[job.plan] = (code_stamp(), self._request.lang, rules, choices)
        return key(*self._names[job.plan], job.suffix, job.profile, content)


def _remembered(task: Task, known: DocumentResult | None) -> Task:
    """The result from before under the name that the document has now; the task itself without one."""
    if known is None or isinstance(task, DocumentResult):
        return task
    findings = tuple(replace(finding, path=task.path) for finding in known.findings)
    return replace(known, path=task.path, findings=findings)
