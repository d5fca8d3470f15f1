"""A long run over an archive: what it leaves out, and how it goes on where it was broken off."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from termlint.files.atomic import save
from termlint.files.paths import reachable
from termlint.files.private import is_own
from termlint.files.regular import sha256_of
from termlint.reporters import ReportOptions, stream
from termlint.reporters.wording import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from termlint.api.checking import CheckRun
    from termlint.files.discover import Found
    from termlint.model import DocumentResult, Language, Result


def without_reports(found: Iterable[Found], targets: Sequence[Path]) -> list[Found]:
    """What was found, but for the reports that the run is about to write."""
    return [each for each in found if not _is_target(each, targets)]


def _is_target(found: Found, targets: Sequence[Path]) -> bool:
    if not found.file:
        return False
    alike = [target for target in targets if target.name.casefold() == found.file.name.casefold()]
    return any(os.path.realpath(target) == os.path.realpath(found.file) for target in alike)


def changed_since(found: Iterable[Found], day: date, lang: Language) -> list[Found]:
    """What was found, with files not changed since `day` set aside as skipped."""
    since: dict[str, object] = {"date": Words(lang).date(day.isoformat())}
    return [
        replace(each, code="too-old", status="skipped", params=since) if _is_older(each, day) else each
        for each in found
    ]


def _is_older(found: Found, day: date) -> bool:
    if found.code or not found.file:
        return False
    try:
        return date.fromtimestamp(reachable(found.file).stat().st_mtime) < day
    except OSError:
        return False  # whoever reads it says what is wrong


# --- Ctrl-C, and on from there ------------------------------------------------------------------------


def is_interrupted(result: Result) -> bool:
    """Whether the run was broken off before it came to every document."""
    return any(_not_reached(document) for document in result.documents)


def _not_reached(document: DocumentResult) -> bool:
    return any(notice.code == "not-reached" for notice in document.notices)


def keep_for_resuming(result: Result, file: Path, lang: Language) -> list[str]:
    """Save a run that was broken off; a sentence on how to go on. What a whole run needs no more goes."""
    if not is_interrupted(result):
        file.unlink(missing_ok=True)
        return []
    report = stream("json", result, ReportOptions(lang=lang))
    save(file, (p if isinstance(p, bytes) else p.encode("utf-8", "backslashreplace") for p in report))
    left = sum(_not_reached(document) for document in result.documents)
    done = len(result.documents) - left
    return [Words(lang)("broken-off", done=done, all=len(result.documents))]


def resumed(run: CheckRun, found: Sequence[Found], file: Path) -> Result:
    """The result of a run that goes on where it was broken off: what did not change since is not read."""
    before = _broken_off(file)
    if before is None:
        run.notes.append(Words(run.lang)("nothing-to-resume"))
        return run.check(found)
    done = {d.path: d for d in before.documents if d.status != "skipped"}
    kept = {each.path: done[each.path] for each in found if _is_unchanged(each, done)}
    result = run.check([each for each in found if each.path not in kept])
    if (result.version, result.ruleset, result.settings) != (before.version, before.ruleset, before.settings):
        return run.check(found)  # other rules than those of before: nothing can be kept
    fresh = {document.path: document for document in result.documents}
    return replace(result, documents=tuple(kept.get(each.path) or fresh[each.path] for each in found))


def _broken_off(file: Path) -> Result | None:
    """What was done of a run of this user; what somebody else left there is not believed."""
    from termlint.reporters.load import from_file

    return from_file(file) if is_own(file) else None


def _is_unchanged(found: Found, done: dict[str, DocumentResult]) -> bool:
    known = done.get(found.path)
    if not known or not known.sha256 or not found.file:
        return False
    return sha256_of(found.file) == known.sha256
