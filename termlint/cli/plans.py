"""How each document is checked, and whether it needs to be: settings, rules, and results from before."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from termlint.cli.memory import Memory
from termlint.cli.sources import rules_for, severities
from termlint.files.regular import MEGABYTE, upto
from termlint.model import DocumentResult
from termlint.rulebook import digest
from termlint.store.cache import default_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.cli import output
    from termlint.cli.request import Request
    from termlint.cli.sources import SettingsFinder
    from termlint.execution.runner import Job, Plan
    from termlint.files.discover import Found
    from termlint.model import Result
    from termlint.settings import Settings

    Task = Job | DocumentResult


class Plans:
    """The plan of each document, one for each set of settings; rules are loaded once they are needed."""

    def __init__(self, finder: SettingsFinder, request: Request, main: Settings) -> None:
        self._finder = finder
        self._request = request
        self._settings = [main]
        self._made: list[Plan] = []
        folder = None if request.no_cache or request.password else default_folder()
        self._memory = Memory(folder, self._settings, request.lang)

    def job(self, found: Found) -> Job:
        """The job for a document; standard input is read here."""
        from termlint.execution.runner import Job

        file = found.file or Path(found.path)
        settings = self._finder.of_document(file)
        if settings not in self._settings:
            self._settings.append(settings)
        most = int(settings.limits.size * MEGABYTE)
        data = None if found.file else upto(sys.stdin.buffer, most + 1)
        return Job(
            found.path, file, found.suffix, self._settings.index(settings), settings.profile(file), data
        )

    def check(self, tasks: Sequence[Task], watch: output.Progress) -> Result:
        """The result of these tasks; documents that were checked before are answered from the cache.

        What is checked is remembered as it comes, so that a run that is broken off was not for nothing.
        """
        from termlint.execution.runner import check_all, joined, settings_digest

        left, known = self._left(tasks, watch)
        if not known or any(not isinstance(task, DocumentResult) for task in left):
            self._build()  # also when nothing is to be read: a mistake in the rules is told

        def finished(number: int, document: DocumentResult) -> None:
            watch.finished(document)
            if not isinstance(job := tasks[number], DocumentResult):
                self._memory.keep(job, document)

        try:
            result = check_all(
                left,
                self._made,
                jobs=self._settings[0].jobs,
                progress=lambda done, total: watch(known + done, known + total),
                finished=finished,
                interruptible=watch.interruptible,
            )
        finally:
            self._memory.save()
        return replace(
            result,
            ruleset=joined(digest(settings.packs) for settings in self._settings),
            settings=joined(settings_digest(settings) for settings in self._settings),
        )

    def _left(self, tasks: Sequence[Task], watch: output.Progress) -> tuple[list[Task], int]:
        """The tasks, with results in place of those that were done before, and how many these are."""
        from termlint.execution.runner import not_reached

        left, known, total = list(tasks), 0, sum(not isinstance(task, DocumentResult) for task in tasks)
        try:
            for known, (number, document) in enumerate(self._memory.recall(tasks), 1):
                left[number] = document
                watch.finished(document)
                watch(known, total)
        except KeyboardInterrupt:
            if not watch.interruptible:
                raise
            left = [task if isinstance(task, DocumentResult) else not_reached(task) for task in left]
        return left, known

    def _build(self) -> None:
        """Load the rules of every set of settings that has none yet."""
        from termlint.engine import Options
        from termlint.execution.runner import Plan
        from termlint.readers import ReadOptions

        for settings in self._settings[len(self._made) :]:
            ruleset = rules_for(settings, self._request.lang)
            read = ReadOptions(
                password=self._request.password,
                strict_scans=settings.strict_scans,
                accepted_scans=settings.accepted_scans,
                limits=settings.limits,
            )
            options = Options(read=read, severities=severities(settings, ruleset))
            self._made.append(Plan(settings, ruleset, options))
