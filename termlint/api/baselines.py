"""The baseline file: made from a run, and kept in step with the documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from termlint.errors import UsageError
from termlint.files.atomic import save
from termlint.files.paths import reachable
from termlint.model import Finding
from termlint.store.baseline import NAME, created, updated, write
from termlint.store.baseline.known import against_baseline, gone_from, in_baseline, load_baseline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.api.linter import Linter
    from termlint.api.options import LintOptions
    from termlint.model import Result
    from termlint.settings import Settings

Known = Mapping[str, Sequence[Finding]]
"""Findings by the name that their document has in the file."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a baseline file.

    `result` is the run that it was made of (None: nothing was left to check), `gone` the documents that are
    no longer there, `notes` sentences on the run as a whole.
    """

    known: Known
    result: Result | None
    gone: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def place(options: LintOptions, main: Settings) -> Path:
    """The file that is named, else that of the settings, else its usual name beside the settings."""
    if options.baseline:
        return options.baseline
    if main.baseline:
        return main.baseline
    beside = main.folder / NAME if main.folder else Path(NAME)
    return beside.relative_to(Path.cwd()) if beside.is_relative_to(Path.cwd()) else beside


def create(linter: Linter, paths: Sequence[str], file: Path, *, force: bool = False) -> Change:
    """Check everything that is named and write down every use as known; UsageError when there is a file."""
    if file.exists() and not force:
        raise UsageError("baseline-exists", path=file.as_posix())
    result, notes = _checked(linter, paths)
    named = _named_in_file(result, file)
    known = created(named)
    _save(file, known)
    return Change(known, named, notes=notes)


def update(linter: Linter, paths: Sequence[str], file: Path, *, accept_new: bool = False) -> Change:
    """Drop what is fixed, follow what was edited or moved; add what is new only when asked."""
    known = load_baseline(file, in_conflict=True)
    folder = file.absolute().parent
    if not paths and not accept_new:
        paths = list(_still_there(known, folder))
    gone = gone_from(known, folder)
    if paths or accept_new:
        result, notes = _checked(linter, paths)
        compared = _named_in_file(against_baseline(result, known, folder), file)
        after: Known = updated(known, compared, gone, accept_new=accept_new)
        change = Change(after, compared, tuple(gone), notes)
    else:
        after = {name: each for name, each in known.items() if name not in gone}
        change = Change(after, None, tuple(gone))
    _save(file, after)
    return change


def _checked(linter: Linter, paths: Sequence[str]) -> tuple[Result, tuple[str, ...]]:
    """The result of a check that is compared with nothing."""
    run = linter.run(paths)
    run.baseline = None
    result = run.check(run.discover())
    return result, tuple(run.finder.notes(run.lang))


def _still_there(known: Known, folder: Path) -> Iterator[str]:
    """The documents of the file that are there to check, as seen from here."""
    here = Path.cwd()
    for name in known:
        file = folder / name
        if reachable(file).exists():
            yield str(file.relative_to(here) if file.is_relative_to(here) else file)


def _named_in_file(result: Result, file: Path) -> Result:
    """The result with each document under its name in the baseline file."""
    folder = file.absolute().parent
    documents = (replace(each, path=in_baseline(each.path, folder)) for each in result.documents)
    return replace(result, documents=tuple(documents))


def _save(file: Path, known: Known) -> None:
    save(file, write(known).encode("utf-8", "backslashreplace"))
