"""The runs over an archive through time, in one SQLite file: what is new, what was fixed, what remains.

A row for each run, document and finding. A document is followed by its content, then by its path, so
that one that was renamed or moved keeps its history. No sentences are kept: only the words of a finding.

Colleagues may share the file and anybody may have made it: only what is exactly ours is read, within limits.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from termlint.errors import ConfigError
from termlint.files.private import intruder, is_plain
from termlint.matching.fingerprint import fold
from termlint.statistics.summary import is_use
from termlint.store import database as safe
from termlint.store.history_schema import SCHEMA, TOTALS, VERSION, Kept, RefusedError, totals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from termlint.model import Result
    from termlint.statistics.model import RunTotals
    from termlint.statistics.summary import DocumentSummary, Summary

_CAUSES = {
    "NOTADB": "damaged",
    "CORRUPT": "damaged",
    "BUSY": "busy",
    "LOCKED": "busy",
    "FULL": "full",
    "CANTOPEN": "forbidden",
    "READONLY": "forbidden",
    "PERM": "forbidden",
    "AUTH": "forbidden",
    "INTERRUPT": "large",
    "NOMEM": "large",
    "TOOBIG": "damaged",
    "": "damaged",  # Python's own: a text that is no UTF-8
}
"""By the first part of the name that SQLite gives its error."""
_LIMITS = safe.DatabaseLimits(patience=4.0, seconds=30.0, value=1_000_000)
_MOST_RUNS = 10_000
"""Runs in a trend."""
Uses = Counter[tuple[int, str, str]]
"""How often a document (by its number) uses folded words that a rule finds."""


@dataclass(frozen=True, slots=True)
class _RunDifference:
    """How the uses of a run differ from those of the run before; None for the first run."""

    new: int | None = None
    fixed: int | None = None
    remaining: int | None = None
    gone: int = 0


def record(path: Path, result: Result, summary: Summary) -> tuple[RunTotals, ...]:
    """Add a run to the history and give the trend up to it, oldest first.

    A run that is there already is not added again. Raises ConfigError "history-damaged" (or another
    kind of file), "history-busy", "history-full", "history-forbidden", "history-large", "history-link",
    "history-beside", "history-failed" or "history-newer".
    """
    _look(path)
    result = _unicode(result)
    try:
        with closing(safe.opened(path, _LIMITS)) as database:
            database.execute("BEGIN IMMEDIATE")
            with database:
                _prepare(database)
                _record(database, result, summary)
                return _trend(database, result.started)
    except RefusedError as error:
        raise ConfigError(f"history-{error.why}", path=str(path)) from error
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_").partition("_")[0]
        why = _CAUSES.get(name, "failed")
        raise ConfigError(f"history-{why}", path=str(path), problem=str(error)) from error


def _look(path: Path) -> None:
    """See before anything is opened that it is a plain file, with nothing strange beside it."""
    try:
        if not is_plain(path):
            raise ConfigError("history-link", path=str(path))
        if strange := intruder(path):
            raise ConfigError("history-beside", path=str(path), beside=str(strange))
    except OSError as error:
        raise ConfigError("history-forbidden", path=str(path)) from error


def _prepare(database: sqlite3.Connection) -> None:
    """Make the tables in a new file; refuse one that is not exactly ours, or that a newer termlint made."""
    if safe.is_empty(database):
        safe.make(database, SCHEMA, VERSION)
    elif not safe.is_exactly(database, SCHEMA, VERSION):
        newer = database.execute("PRAGMA user_version").fetchone()[0] > VERSION
        raise RefusedError("newer" if newer else "damaged")


def _record(database: sqlite3.Connection, result: Result, summary: Summary) -> None:
    key = _key(result, summary)
    if database.execute("SELECT 1 FROM runs WHERE key = ?", (key,)).fetchone():
        return
    # Two runs may begin within one second, and SOURCE_DATE_EPOCH gives all the same: then order counts.
    before = database.execute(
        "SELECT id, ruleset, settings FROM runs WHERE started <= ? ORDER BY started DESC, id DESC LIMIT 1",
        (result.started,),
    ).fetchone()
    numbers = _numbers(database, summary.documents)
    change = _change(database, before[0], numbers, summary) if before else _RunDifference()
    changed = before is not None and (before[1], before[2]) != (result.ruleset, result.settings)
    run = _add_run(database, key, result, summary, change, changed)
    _add_documents(database, run, numbers, summary.documents)


def _key(result: Result, summary: Summary) -> str:
    """The same for the same run, and for no other."""
    parts = [result.started, result.version, result.ruleset, result.settings]
    parts += [f"{d.result.path}\0{d.result.sha256}\0{d.counts}" for d in summary.documents]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


# --- which document is which --------------------------------------------------------------------------


def _numbers(database: sqlite3.Connection, documents: Sequence[DocumentSummary]) -> list[int]:
    """The number of each document through time: by content, else by path, else a new one."""
    by_content: dict[str, int] = {}
    by_path: dict[str, int] = {}
    kept = Kept()
    # Of a document that was met more often its last content and path count; later runs overwrite earlier.
    latest = "SELECT document, path, sha256, MAX(run) FROM documents GROUP BY document ORDER BY MAX(run)"
    for number, path, sha256, _ in database.execute(latest):
        kept.add(path, sha256 or "", number=number)
        by_path[path] = number
        if sha256:
            by_content[sha256] = number
    fresh = database.execute("SELECT COALESCE(MAX(document), 0) FROM documents").fetchone()[0] + 1
    found: list[int | None] = [by_content.get(_content(d) or "") for d in documents]
    taken = set(found)
    numbers = []
    for document, number in zip(documents, found, strict=True):
        if number is None:
            known = by_path.get(_plain(document.result.path))
            number, fresh = (fresh, fresh + 1) if known is None or known in taken else (known, fresh)
        taken.add(number)
        numbers.append(number)
    return numbers


def _unicode(result: Result) -> Result:
    """The run with texts of its own that SQLite can keep; a saved run may hold any."""
    return replace(
        result,
        started=_plain(result.started),
        version=_plain(result.version),
        ruleset=_plain(result.ruleset),
        settings=_plain(result.settings),
    )


def _content(document: DocumentSummary) -> str | None:
    return _plain(document.result.sha256) if document.result.sha256 else None


def _plain(text: str) -> str:
    """A text that is no Unicode as SQLite can keep it."""
    return text.encode("utf-8", "backslashreplace").decode()


# --- what changed -------------------------------------------------------------------------------------


def _change(
    database: sqlite3.Connection, before: int, numbers: Sequence[int], summary: Summary
) -> _RunDifference:
    """By document, rule and words: a sentence edited around its words is no new finding."""
    now = Counter(_uses(numbers, summary.documents))
    then = Counter(dict(_uses_before(database, before)))
    met = set(numbers)
    gone = sum(n for use, n in then.items() if use[0] not in met)
    return _RunDifference(
        new=(now - then).total(),
        fixed=(then - now).total() - gone,
        remaining=(now & then).total(),
        gone=gone,
    )


def _uses(numbers: Sequence[int], documents: Sequence[DocumentSummary]) -> Iterator[tuple[int, str, str]]:
    for number, document in zip(numbers, documents, strict=True):
        for finding in filter(is_use, document.result.findings):
            yield number, _plain(finding.rule), _plain(fold(finding.text))


def _uses_before(database: sqlite3.Connection, run: int) -> Iterator[tuple[tuple[int, str, str], int]]:
    query = (
        "SELECT document, rule, text, COUNT(*) FROM findings "
        "WHERE run = ? AND status <> 'exempt' AND severity <> 'info' GROUP BY document, rule, text"
    )
    kept = Kept()
    for document, rule, text, number in database.execute(query, (run,)):
        kept.add(rule, text, number=document)
        yield (document, rule, text), number


# --- rows ---------------------------------------------------------------------------------------------


def _add_run(
    database: sqlite3.Connection,
    key: str,
    result: Result,
    summary: Summary,
    change: _RunDifference,
    changed: bool,
) -> int:
    values = (
        *(key, result.started, result.version, result.ruleset, result.settings),
        *(len(summary.documents), summary.words, summary.counts.error, summary.counts.warning),
        *(sum(summary.positive.values()), change.new, change.fixed, change.remaining, change.gone, changed),
    )
    places = ", ".join("?" * len(values))
    columns = (
        "key, started, version, ruleset, settings, documents, words, errors, warnings, positive, "
        "new, fixed, remaining, gone, rules_changed"
    )
    run = database.execute(f"INSERT INTO runs ({columns}) VALUES ({places})", values).lastrowid
    assert run is not None
    return run


def _add_documents(
    database: sqlite3.Connection, run: int, numbers: Sequence[int], documents: Sequence[DocumentSummary]
) -> None:
    rows = (
        (run, number, _plain(d.result.path), _content(d), d.result.status, d.result.words, d.positive)
        for number, d in zip(numbers, documents, strict=True)
    )
    database.executemany("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    database.executemany("INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?)", _rows(run, numbers, documents))


def _rows(
    run: int, numbers: Iterable[int], documents: Iterable[DocumentSummary]
) -> Iterator[tuple[object, ...]]:
    for number, document in zip(numbers, documents, strict=True):
        for f in document.result.findings:
            texts = (f.rule, f.severity, f.status, fold(f.text), f.fingerprint)
            yield run, number, *map(_plain, texts)


def _trend(database: sqlite3.Connection, until: str) -> tuple[RunTotals, ...]:
    query = f"SELECT {TOTALS} FROM runs WHERE started <= ? ORDER BY started DESC, id DESC LIMIT {_MOST_RUNS}"
    return tuple(map(totals, database.execute(query, (_plain(until),)).fetchall()[::-1]))
