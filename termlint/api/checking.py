"""A run over what a user names: discover, check, accept, compare. Prints nothing."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from termlint.errors import ReadError, UsageError
from termlint.execution.cached_run import CachedRun
from termlint.execution.progress import Progress
from termlint.execution.result_cache import ResultCache
from termlint.files.discover import Discovery, Found, suffix_of
from termlint.model import DocumentResult, Notice
from termlint.readers import READERS
from termlint.store.cache import default_folder
from termlint.suppression.exempt_use import ExemptUse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from termlint.api.options import LintOptions
    from termlint.execution.executor import Executor
    from termlint.execution.job import Job
    from termlint.execution.run_settings import SettingsTable
    from termlint.execution.versions import Versions
    from termlint.model import Language, Result
    from termlint.settings import Settings
    from termlint.settings.finder import SettingsFinder

    Task = Job | DocumentResult

_MEGABYTE = 1_000_000


@dataclass(slots=True)
class CheckRun:
    """One run over `paths`: files, folders and patterns as a user names them, or documents already found.

    Without paths it is about what is staged, with `options.staged`, else about the current folder. `main`
    are the settings of the run as a whole, `baseline` the file with what is known; `notes` are sentences on
    what no document tells.
    """

    options: LintOptions
    paths: Sequence[str | Found]
    finder: SettingsFinder
    main: Settings
    lang: Language
    table: SettingsTable
    executor: Executor
    progress: Progress = field(default_factory=Progress)
    notes: list[str] = field(default_factory=list)
    versions: Versions | None = field(init=False)
    baseline: Path | None = field(init=False)

    def __post_init__(self) -> None:
        self.baseline = self.options.baseline or self.main.baseline
        self.versions = _versions(self.options)
        if self.versions:
            self.versions.most = lambda file: round(self.finder.of_document(file).limits.size * _MEGABYTE)

    def discover(self) -> list[Found]:
        """Every document that this run is about, and what is not read with the reason why."""
        if self.versions and self.options.staged and not self.paths:
            staged = self.versions.changed_documents()
            return [each for each in staged if each.file and not self._excluded(each.file)]
        found = self._named(Discovery(READERS, self._excluded, self.options.force_exclude))
        return [each for each in found if not self.options.staged or self._is_asked(each)]

    def _named(self, walk: Discovery) -> Iterator[Found]:
        for each in self.paths or (".",):
            if isinstance(each, Found):
                yield each
            else:
                yield from walk.find([each])

    def _is_asked(self, found: Found) -> bool:
        """With --staged: a document that is staged, or that is named itself and not met in a folder."""
        if Path(found.path) in {Path(each) for each in self.paths if isinstance(each, str)}:
            return True
        try:
            staged = self.versions and found.file and not found.code and self.versions.older(found.file)
        except ReadError:  # told when it is checked
            return True
        return bool(staged)

    def _excluded(self, path: Path) -> bool:
        return self.finder.of(path).excludes(path)

    def check(self, found: Sequence[Found]) -> Result:
        """The result of these documents, accepted and compared as the options ask."""
        acceptance = ExemptUse(self.lang)
        cached = CachedRun(self.table, self._cache(), self.executor, self.progress)

        def check(tasks: Sequence[Task]) -> Result:
            result = cached.check(tasks)
            pairs = zip(result.documents, tasks, strict=True)
            return replace(result, documents=tuple(self._accepted(d, task, acceptance) for d, task in pairs))

        tasks: list[Task] = [unread(each) if each.code else self.job(each) for each in found]
        if self.versions:
            from termlint.execution.compare import check_versions

            result = check_versions(tasks, self.versions, check, self.lang)
        else:
            result = check(tasks)
            named = [Path(each) for each in self.paths or (".",) if isinstance(each, str)]
            self.notes += acceptance.notes(named)
        self.notes += self.finder.notes(self.lang)
        return self._against_baseline(result)

    def job(self, found: Found) -> Job:
        """The job for a document; one that is no file has the settings of where its name says it is."""
        file = found.file or Path(found.path)
        return self.table.job(found, file, self.finder.of_document(file))

    def _cache(self) -> ResultCache:
        has_cache = self.options.cache and not self.options.password
        return ResultCache(default_folder() if has_cache else None, self.table.settings, self.lang)

    def _accepted(self, document: DocumentResult, task: Task, acceptance: ExemptUse) -> DocumentResult:
        if isinstance(task, DocumentResult):
            return document
        return acceptance.of(document, self.finder.of_document(task.file), task.file)

    def _against_baseline(self, result: Result) -> Result:
        if self.baseline is None:
            return result
        from termlint.store.baseline.known import against_baseline, load_baseline

        return against_baseline(result, load_baseline(self.baseline), self.baseline.absolute().parent)


def _versions(options: LintOptions) -> Versions | None:
    """What git is asked for; under pre-commit's --from-ref, --staged means what those commits changed."""
    if options.since and options.staged:
        raise UsageError("cli-since-and-staged")
    if not options.since and not options.staged:
        return None
    from termlint.execution.versions import Versions

    if options.since:
        return Versions(options.since)
    return Versions(os.environ.get("PRE_COMMIT_FROM_REF"), os.environ.get("PRE_COMMIT_TO_REF"))


def given(name: str, data: bytes | BinaryIO, suffix: str | None = None) -> Found:
    """A document of which the bytes are here, or come from a stream.

    Its `name` says where it belongs and, unless a `suffix` does, what format it is.
    """
    suffix = suffix_of(name) if suffix is None else suffix
    if suffix in READERS:
        return Found(name, None, suffix, data=data)
    return Found(name, None, suffix, "unknown-format", "failed", {"suffix": suffix or name}, data)


def unread(found: Found) -> DocumentResult:
    """The result of what was met but is not read."""
    params = dict(found.params)
    if found.code == "unknown-format":
        params["known"] = " ".join(READERS)
    return DocumentResult(found.path, None, found.status, notices=(Notice(found.code or "", params),))
