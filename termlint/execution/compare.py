"""Runs that are compared with what git has of the same documents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from termlint.model import DocumentResult, Notice
from termlint.reporters.common import notice_text
from termlint.store.baseline import compare, known_in_any, moved

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from termlint.execution.job import Job
    from termlint.execution.versions import Older, Versions
    from termlint.model import Language, Result

    Task = Job | DocumentResult
    Check = Callable[[Sequence[Task]], Result]


_FEW = 3


def check_versions(tasks: Sequence[Task], versions: Versions, check: Check, lang: Language) -> Result:
    """Check the documents and, in the same run, their older versions; what those had is known."""
    tasks = [versions.own(task) for task in tasks]
    jobs = {n: task for n, task in enumerate(tasks) if not isinstance(task, DocumentResult)}
    older = {n: found for n, job in jobs.items() if (found := versions.older(job.file))}
    now = [versions.job(jobs[n]) if n in older else task for n, task in enumerate(tasks)]
    before = {n: versions.before(jobs[n], each) for n, each in older.items() if not each.same}
    gone = _gone(jobs, older, versions)
    versions.close()
    result = _checked([*now, *(task for each in before.values() for task in each), *gone.values()], check)
    done = iter(result.documents)
    documents = [next(done) for _ in now]
    read_before = {n: [next(done) for _ in each] for n, each in before.items()}
    read_gone = {path: next(done) for path in gone}
    _follow(documents, older, read_before, read_gone)
    compared = [
        _compared(replace(result, documents=(document,)), older.get(n), read_before.get(n, ()), lang)
        for n, document in enumerate(documents)
    ]
    return replace(
        result,
        documents=tuple(each.documents[0] for each in compared),
        fixed=tuple(finding for each in compared for finding in each.fixed),
    )


def _checked(tasks: Sequence[Task], check: Check) -> Result:
    """All in one run; two or three in turn, each in this process: for one document that is the sooner way."""
    if not 1 < len(tasks) <= _FEW:
        return check(tasks)
    results = [check([task]) for task in tasks]
    return replace(results[0], documents=tuple(d for result in results for d in result.documents))


def _gone(jobs: Mapping[int, Job], older: Mapping[int, Older], versions: Versions) -> dict[str, Task]:
    """The documents that went away, when there are new ones that they may have become."""
    gone: dict[str, Task] = {}
    for number, each in older.items():
        if _is_new(each):
            gone.update(versions.gone(jobs[number], each))
    return gone


def _is_new(older: Older) -> bool:
    return not older.same and bool(older.bases) and not any(older.paths)


def _follow(
    documents: Sequence[DocumentResult],
    older: Mapping[int, Older],
    before: dict[int, list[DocumentResult]],
    gone: Mapping[str, DocumentResult],
) -> None:
    """Give each new document the one that it was before it was renamed and edited, if any."""
    new = {str(n): documents[n].findings for n, each in older.items() if _is_new(each)}
    for number, path in moved(new, {path: each.findings for path, each in gone.items()}).items():
        before[int(number)] = [gone[path]]


def _compared(
    single: Result, older: Older | None, before: Sequence[DocumentResult], lang: Language
) -> Result:
    """A result of one document, compared with each of its older versions."""
    (document,) = single.documents
    if older is not None and older.same:
        return compare(single, {document.path: document.findings})
    results = [compare(single, {document.path: each.findings}) for each in before]
    compared = known_in_any(results) if results else single
    unread = [_unread(each, lang) for each in before if each.status == "failed"]
    if not unread:
        return compared
    (marked,) = compared.documents
    return replace(compared, documents=(replace(marked, notices=(*marked.notices, *unread)),))


def _unread(older: DocumentResult, lang: Language) -> Notice:
    why = " ".join(notice_text(notice, lang) for notice in older.notices)
    return Notice("git-old-version", {"why": why})
