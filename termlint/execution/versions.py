"""Which version of each document is checked, and with which older versions its findings are compared."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from termlint.errors import ReadError
from termlint.files.discover import Found, suffix_of
from termlint.files.git import INDEX, Changes, Repository
from termlint.files.git.repository import MOST
from termlint.files.git.trust import ForeignError, root_of
from termlint.model import DocumentResult, Notice
from termlint.readers import READERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from termlint.execution.job import Job

_MOST_GONE = 50  # documents that went away, read to see whether a new one was one of them


@dataclass(frozen=True, slots=True)
class Range:
    """What is compared with what: the commits before, and the tree after (None: the working tree)."""

    bases: tuple[str, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class Older:
    """The older versions of a document: where it stood in each base (None: it was not there).

    `same` says that nothing was changed at all.
    """

    repository: Repository
    bases: tuple[str, ...]
    paths: tuple[str | None, ...]
    same: bool = False


@dataclass(slots=True)
class Versions:
    """The versions of the documents of a run, as git tells them.

    With `since`, the documents (those of commit `after`, if it is given) against where they left that
    revision. Without, what is staged against HEAD, or against every parent of a merge; a document that is
    not staged is not compared at all. `most` says how many bytes of a document are read.

    Raises ForeignError for a document in a repository that lies within the one where the user stands, and
    that it does not know as its own.
    """

    since: str | None = None
    after: str | None = None
    most: Callable[[Path], int] = lambda file: MOST  # noqa: ARG005
    _roots: dict[Path, Path | None] = field(default_factory=dict)
    _repositories: dict[Path | None, Repository] = field(default_factory=dict)
    _ranges: dict[Path, Range] = field(default_factory=dict)
    _changes: dict[Path, tuple[Changes, ...]] = field(default_factory=dict)
    _present: dict[Path, frozenset[str]] = field(default_factory=dict)

    # --- what to check ----------------------------------------------------------------------------

    def changed_documents(self) -> Iterator[Found]:
        """Every staged (or changed) document under the current folder, for when no paths are named."""
        here = Path.cwd()
        repository = self._repository(here / "x")
        names = {path for changes in self._changes_of(repository) for path in changes.before}
        for name in sorted(names):
            file = repository.top / name
            if suffix_of(name) in READERS and file.is_relative_to(here.resolve()):
                shown = file.relative_to(here.resolve())
                yield Found(shown.as_posix(), shown, suffix_of(name))

    def own(self, task: Job | DocumentResult) -> Job | DocumentResult:
        """The task, or why it is not done: its document is in a repository that nobody chose."""
        try:
            if not isinstance(task, DocumentResult):
                self._repository(task.file)
        except ForeignError as error:
            return _failed(task.path, error)
        return task

    def job(self, job: Job) -> Job | DocumentResult:
        """The job on the version that is to be checked; a failed result when git cannot give it."""
        older = self.older(job.file)
        after = self._range(older.repository).after if older else None
        if older is None or after is None or older.same:
            return job
        try:
            data = older.repository.read(after, older.repository.path(job.file), self.most(job.file))
        except ReadError as error:
            return _failed(job.path, error)
        return replace(job, data=data)

    # --- what to compare with ---------------------------------------------------------------------

    def older(self, file: Path) -> Older | None:
        """What `file` is compared with; None when it is not compared."""
        repository = self._repository(file)
        path = repository.path(file)
        bases, changes = self._range(repository).bases, self._changes_of(repository)
        if any(path in each.before for each in changes):
            before = [each.before.get(path, path) for each in changes]
            return Older(repository, bases, tuple(before[: len(bases)]))
        if self.since is None:
            return None
        if path not in self._paths_before(repository):  # not tracked, then or now
            return Older(repository, bases, (None,) * len(bases))
        dropped = any(path in each.gone for each in changes)  # no longer tracked, but still there
        return Older(repository, bases, (path,) * len(bases), same=not dropped)

    def before(self, job: Job, older: Older) -> list[Job | DocumentResult]:
        """A job for each older version there is; a failed result for one whose content is not here."""
        places = zip(older.bases, older.paths, strict=True)
        return [self._older_job(job, older.repository, base, path) for base, path in places if path]

    def gone(self, job: Job, older: Older) -> dict[str, Job | DocumentResult]:
        """Documents of the same kind that went away, by path: `job` may be one of them under a new name."""
        places = zip(older.bases, self._changes_of(older.repository), strict=False)
        return {
            path: self._older_job(job, older.repository, base, path)
            for base, changes in places
            for path in changes.gone[:_MOST_GONE]
            if suffix_of(path) == job.suffix
        }

    def at(self, file: Path, revision: str) -> bytes | None:
        """A file as a commit had it; None when it was not there."""
        repository = self._repository(file)
        commit, path = repository.commit(revision), repository.path(file)
        if repository.object_at(commit, path) is None:
            return None
        return repository.read(commit, path, self.most(file))

    # --- git --------------------------------------------------------------------------------------

    def _repository(self, file: Path) -> Repository:
        root = self._root(file.absolute().parent)
        if root not in self._repositories:
            self._repositories[root] = self._admitted(root, file)
        return self._repositories[root]

    def _root(self, folder: Path) -> Path | None:
        if folder not in self._roots:
            self._roots[folder] = root_of(folder)
        return self._roots[folder]

    def _admitted(self, root: Path | None, file: Path) -> Repository:
        made = Repository.of(root or file.absolute().parent)
        here = self._root(Path.cwd())
        if here is not None and root is not None and here in root.parents:
            self._repository(here / "x").admit(made)
        return made

    def close(self) -> None:
        """End every git that stayed to be asked."""
        for repository in self._repositories.values():
            repository.close()

    def _range(self, repository: Repository) -> Range:
        if repository.top not in self._ranges:
            self._ranges[repository.top] = self._asked(repository)
        return self._ranges[repository.top]

    def _asked(self, repository: Repository) -> Range:
        if self.since is None:
            return Range(repository.parents_of_index(), INDEX)
        if self._root(Path.cwd()) != self._root(repository.top):
            recorded = repository.in_superproject(self.since)
            if recorded:
                return Range((recorded,), None)
        after = repository.commit(self.after) if self.after else None
        return Range((repository.base(self.since, after or "HEAD"),), after)

    def _changes_of(self, repository: Repository) -> tuple[Changes, ...]:
        if repository.top not in self._changes:
            asked = self._range(repository)
            if self.since is not None:
                made = tuple(repository.changed(base, asked.after) for base in asked.bases)
            else:
                made = tuple(repository.staged(base) for base in asked.bases) or (
                    repository.everything_staged(),
                )
            self._changes[repository.top] = made
        return self._changes[repository.top]

    def _paths_before(self, repository: Repository) -> frozenset[str]:
        if repository.top not in self._present:
            bases = self._range(repository).bases
            self._present[repository.top] = frozenset(p for base in bases for p in repository.paths(base))
        return self._present[repository.top]

    def _older_job(self, job: Job, repository: Repository, base: str, path: str) -> Job | DocumentResult:
        try:
            return replace(job, data=repository.read(base, path, self.most(job.file)))
        except ReadError as error:
            return _failed(job.path, error)


def _failed(path: str, error: ReadError) -> DocumentResult:
    return DocumentResult(path, None, "failed", notices=(Notice(error.code, error.params),))
