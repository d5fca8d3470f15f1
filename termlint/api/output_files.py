"""Where a marked copy goes, and whether it may: originals stay, files come whole or not at all."""

from __future__ import annotations

import difflib
import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from termlint.errors import ConfigError, WriteError
from termlint.files.atomic import make_folder, refuse_links, save, why_not
from termlint.files.paths import reachable
from termlint.files.regular import is_inside, sha256_of
from termlint.messages import say
from termlint.readers.plain import decode
from termlint.reporters.common import notices_text
from termlint.reporters.links import below

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.execution.fix import Marked
    from termlint.execution.job import Job
    from termlint.model import Finding, Language, Notice
    from termlint.writers import FixRecord, WriteResult

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class OutputOptions:
    """Where copies go: beside the documents, into `folder` or, `in_place`, over the documents themselves.

    `force` replaces what stands there and loses signatures; a `dry_run` writes nothing.
    """

    folder: Path | None = None
    in_place: bool = False
    force: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Fixed:
    """What became of one document. `problem` says why nothing was written (whole sentences)."""

    path: str
    target: Path | None = None
    records: tuple[FixRecord, ...] = ()
    notices: tuple[Notice, ...] = ()
    problem: str = ""
    diff: str = ""
    partial: bool = False
    left: tuple[Finding, ...] = ()


@dataclass(slots=True)
class OutputFiles:
    """Puts copies where the options want them; no two documents of a run at one place.

    `named` are the folders that the user named, and that copies stay in: a folder met below them may be a
    link to anywhere.
    """

    options: OutputOptions
    lang: Language
    named: tuple[Path, ...]
    _targets: set[Path] = field(default_factory=set)

    def deliver(self, job: Job, marked: Marked) -> Fixed:
        """The copy at its place, if it differs and may be written there."""
        result, written = marked.result, marked.written
        if result.status == "failed":
            return Fixed(result.path, problem=notices_text(result.notices, self.lang))
        notices = (*result.notices, *(written.notices if written else ()))
        try:
            target = self._delivered(job, marked, written) if written else None
        except WriteError as error:
            problem = say(error.code, self.lang, **error.params)
            return Fixed(result.path, problem=problem, partial=result.status == "partial")
        return Fixed(
            path=result.path,
            target=target,
            records=written.records if written else (),
            notices=notices,
            diff=_diff(marked.before, written.data, result.path) if written and marked.before else "",
            partial=result.status == "partial",
            left=tuple(marked.left_over),
        )

    def hindrance(self, job: Job) -> Fixed | None:
        """Why no copy of this document can be written, known before anyone works on it."""
        try:
            self._refuse_target(self._target(job, job.suffix))
        except WriteError as error:
            return Fixed(job.path, problem=say(error.code, self.lang, **error.params))
        return None

    def _delivered(self, job: Job, marked: Marked, written: WriteResult) -> Path | None:
        """The file that was written, or would be in a dry run; None when the document stays as it is."""
        if hashlib.sha256(written.data).hexdigest() == marked.result.sha256:
            return None
        target = self._target(job, marked.suffix)
        if not self.options.dry_run:
            self._refuse(job, marked, written, target)
            self._targets.add(target.resolve())
            _save(target, written.data)
        return target

    def _target(self, job: Job, suffix: str) -> Path:
        """The document itself, or a name beside it or in the folder, with the suffix of its content."""
        if self.options.in_place:
            return job.file
        kept = job.file.suffix if suffix == job.suffix else suffix
        name = f"{job.file.stem}.termlint{kept}"
        if self.options.folder is None:
            return job.file.with_name(name)
        return self.options.folder / below(job.path) / name

    def _refuse(self, job: Job, marked: Marked, written: WriteResult, target: Path) -> None:
        """WriteError when this may not be written: nobody's work is lost without their say."""
        self._refuse_target(target)
        if self.options.in_place and written.signed and not self.options.force:
            raise WriteError("fixing-signed", path=job.path)
        if self.options.in_place and sha256_of(target) != marked.result.sha256:
            raise WriteError("changed-while-read")

    def _refuse_target(self, target: Path) -> None:
        """WriteError for a place where nothing may or can be written."""
        try:
            self._refuse_place(target)
        except OSError as error:  # the system refuses to look there
            raise _not_written(target, error) from error

    def _refuse_place(self, target: Path) -> None:
        refuse_links(target)
        allowed = (self.options.folder,) if self.options.folder else self.named
        if not any(is_inside(target.parent, folder) for folder in allowed):
            raise WriteError("fixing-not-written-link", target=target.as_posix())
        if target.resolve() in self._targets:
            raise WriteError("fixing-twice", target=target.as_posix())
        there = reachable(target)
        if not there.exists():
            return
        if not (self.options.in_place or self.options.force):
            raise WriteError("fixing-exists", target=target.as_posix())
        if not there.is_file():
            raise WriteError("fixing-no-file", target=target.as_posix())
        if not there.stat().st_mode & 0o200:
            raise WriteError("fixing-not-written-read-only", target=target.as_posix())
        if _is_open(there):
            raise WriteError("fixing-not-written-busy", target=target.as_posix())


def _is_open(target: Path) -> bool:
    """Whether Word or LibreOffice says, by its lock file, that somebody has this document open."""
    name = target.name
    locks = (f"~${name}", f"~${name[2:]}", f".~lock.{name}#")
    return any(target.with_name(lock).exists() for lock in locks)


def _save(target: Path, data: bytes) -> None:
    """Write a file whole or not at all; WriteError says why not, in words."""
    try:
        make_folder(target.parent)
        save(target, data)
    except (OSError, ConfigError) as error:
        raise _not_written(target, error if isinstance(error, OSError) else error.__cause__) from error


def _not_written(target: Path, cause: BaseException | None) -> WriteError:
    why, problem = "other", ""
    if isinstance(cause, OSError):
        why, problem = why_not(cause), cause.strerror or ""
    return WriteError(f"fixing-not-written-{why}", target=target.as_posix(), problem=problem)


def _diff(before: bytes, after: bytes, path: str) -> str:
    """The difference between two texts, for a person to read: encoding and BOM are not part of it."""
    old, new = (_LINE.findall(decode(data)[0]) for data in (before, after))
    rows = difflib.unified_diff(old, new, path, path)
    return "".join(row if row.endswith("\n") else row + "\n\\ No newline at end of file\n" for row in rows)
