"""One document from bytes to findings: the same way for every command, whatever is done with them."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from termlint.errors import TermlintError
from termlint.files.filetype import true_suffix
from termlint.model import DocumentResult, Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from termlint.execution.executor import Why
    from termlint.execution.job import Job
    from termlint.execution.run_settings import RunSettings
    from termlint.model import Document
    from termlint.settings import Limits

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Checked:
    """A document with what was found in it.

    `data` are the bytes that were read and `suffix` is that of their content; `document` is None when it
    could not be read.
    """

    result: DocumentResult
    document: Document | None = None
    data: bytes = b""
    suffix: str = ""


def check_document(job: Job, run: RunSettings) -> Checked:
    """Read a document and find; whatever goes wrong becomes the status of the result and a notice."""
    return guarded(lambda: _checked(job, run), lambda failed: Checked(failed), job.path)


def _checked(job: Job, run: RunSettings) -> Checked:
    from termlint.engine import examine  # which takes time to load; a cached run does without

    data = job.read(run.settings.limits.size)
    suffix = true_suffix(data, job.suffix)
    options = replace(run.options, profile=job.profile)
    document, result = examine(job.path, data, suffix, run.ruleset, options)
    if suffix != job.suffix:
        lies = Notice("suffix-lies", {"suffix": job.suffix or job.path, "true": suffix})
        result = replace(result, notices=(lies, *result.notices))
    return Checked(result, document, data, suffix)


def guarded(work: Callable[[], Made], instead: Callable[[DocumentResult], Made], path: str) -> Made:
    """What `work` makes of a document; where it fails, `instead` of the failed result that says why."""
    try:
        return work()
    except TermlintError as error:
        return instead(failure(path, error.code, **error.params))
    except MemoryError:
        return instead(failure(path, "out-of-memory"))
    except Exception as error:
        if os.environ.get("TERMLINT_DEBUG"):
            raise
        return instead(failure(path, "internal-error", error=_described(error)))


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


def _described(error: Exception) -> str:
    """The kind of an error and where it rose, without any of the document's text."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    return f"{type(error).__name__}, {place}"
