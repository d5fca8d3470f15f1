"""From a request to a result: discover, check, accept, compare. Prints nothing but progress."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from termlint.cli import output
from termlint.cli.base import UserError
from termlint.cli.plans import Plans
from termlint.errors import ReadError
from termlint.files.discover import Discovery, Found, suffix_of
from termlint.model import DocumentResult, Notice
from termlint.readers import READERS
from termlint.suppression.exempt_use import ExemptUse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from termlint.cli.request import Request
    from termlint.cli.sources import SettingsFinder
    from termlint.cli.versions import Versions
    from termlint.execution.runner import Job
    from termlint.model import Result
    from termlint.settings import Settings

    Task = Job | DocumentResult


@dataclass(slots=True)
class Checking:
    """One run. `main` are the settings of the run as a whole; `notes` is what it has to say besides."""

    request: Request
    finder: SettingsFinder
    main: Settings
    notes: list[str] = field(default_factory=list)
    watch: output.Progress = field(default_factory=output.Progress)
    versions: Versions | None = field(init=False)
    named: frozenset[Path] = field(init=False)

    def __post_init__(self) -> None:
        self.named = frozenset(map(Path, self.request.paths))
        self.versions = _versions(self.request)
        if self.versions:
            self.versions.most = lambda file: round(self.finder.of_document(file).limits.size * 1_000_000)

    def discover(self) -> list[Found]:
        """Everything that was named, standard input too; without a name what is staged, or this folder."""
        request = self.request
        if self.versions and request.staged and not request.paths:
            staged = self.versions.changed_documents()
            return [each for each in staged if each.file and not self._excluded(each.file)]
        walk = Discovery(READERS, self._excluded, request.force_exclude)
        return [each for each in _named(request, walk) if not request.staged or self._is_asked(each)]

    def _is_asked(self, found: Found) -> bool:
        """With --staged: a document that is staged, or that is named itself and not met in a folder."""
        if Path(found.path) in self.named:
            return True
        try:
            staged = self.versions and found.file and not found.code and self.versions.older(found.file)
        except ReadError:  # told when it is checked
            return True
        return bool(staged)

    def _excluded(self, path: Path) -> bool:
        return self.finder.of(path).excludes(path)

    def check(self, found: Sequence[Found]) -> Result:
        """The result of everything that was found, accepted and compared as the request asks."""
        plans = Plans(self.finder, self.request, self.main)
        acceptance = ExemptUse(self.request.lang)

        def check(tasks: Sequence[Task]) -> Result:
            result = plans.check(tasks, self.watch)
            pairs = zip(result.documents, tasks, strict=True)
            return replace(result, documents=tuple(self._accepted(d, task, acceptance) for d, task in pairs))

        tasks: list[Task] = [unread(each) if each.code else plans.job(each) for each in found]
        if self.versions:
            from termlint.cli.compare import check_versions

            result = check_versions(tasks, self.versions, check, self.request.lang)
        else:
            result = check(tasks)
            self.notes += acceptance.notes([Path(name) for name in self.request.paths or (".",)])
        self.notes += self.finder.notes(self.request.lang)
        return self._against_baseline(result)

    def _accepted(self, document: DocumentResult, task: Task, acceptance: ExemptUse) -> DocumentResult:
        if isinstance(task, DocumentResult):
            return document
        return acceptance.of(document, self.finder.of_document(task.file), task.file)

    def _against_baseline(self, result: Result) -> Result:
        path = Path(self.request.baseline) if self.request.baseline else self.main.baseline
        if path is None:
            return result
        from termlint.cli.compare import against_baseline, load_baseline

        return against_baseline(result, load_baseline(path), path.absolute().parent)


def _versions(request: Request) -> Versions | None:
    """What git is asked for; under pre-commit's --from-ref, --staged means what those commits changed."""
    if request.since and request.staged:
        raise UserError("cli-since-and-staged")
    if not request.since and not request.staged:
        return None
    from termlint.cli.versions import Versions

    if request.since:
        return Versions(request.since)
    return Versions(os.environ.get("PRE_COMMIT_FROM_REF"), os.environ.get("PRE_COMMIT_TO_REF"))


def _named(request: Request, walk: Discovery) -> Iterator[Found]:
    for name in request.paths or (".",):
        if name == "-":
            yield _standard_input(request.stdin_filename)
        else:
            yield from walk.find([name])


def _standard_input(name: str | None) -> Found:
    shown = name or "-"
    suffix = suffix_of(shown) if name else ".txt"
    if suffix in READERS:
        return Found(shown, None, suffix)
    return Found(shown, None, suffix, "unknown-format", "failed", {"suffix": suffix or shown})


def unread(found: Found) -> DocumentResult:
    """The result of what was met but is not read."""
    params = dict(found.params)
    if found.code == "unknown-format":
        params["known"] = " ".join(READERS)
    return DocumentResult(found.path, None, found.status, notices=(Notice(found.code or "", params),))
