"""The runs over an archive through time, in one SQLite file: what is new, what was fixed, what remains.

A row for each run, document and finding. A document is followed by its content, then by its path, so
that one that was renamed or moved keeps its history. No sentences are kept: only the words of a finding.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from termlint.errors import ConfigError
from termlint.fingerprint import fold
from termlint.reporters.base import RunTotals
from termlint.reporters.summary import is_use

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from termlint.model import Result
    from termlint.reporters.summary import DocumentSummary, Summary

_VERSION = 1
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
}
"""By the first part of the name that SQLite gives its error."""
_PATIENCE = 30.0
_SCHEMA = """
CREATE TABLE runs (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, started TEXT NOT NULL, version TEXT NOT NULL,
    ruleset TEXT NOT NULL, settings TEXT NOT NULL, documents INTEGER NOT NULL, words INTEGER NOT NULL,
    errors INTEGER NOT NULL, warnings INTEGER NOT NULL, positive INTEGER NOT NULL,
    new INTEGER, fixed INTEGER, remaining INTEGER, gone INTEGER NOT NULL, rules_changed INTEGER NOT NULL
);
CREATE TABLE documents (
    run INTEGER NOT NULL REFERENCES runs (id), document INTEGER NOT NULL, path TEXT NOT NULL, sha256 TEXT,
    status TEXT NOT NULL, words INTEGER, positive INTEGER NOT NULL, PRIMARY KEY (run, document)
) WITHOUT ROWID;
CREATE TABLE findings (
    run INTEGER NOT NULL REFERENCES runs (id), document INTEGER NOT NULL, rule TEXT NOT NULL,
    severity TEXT NOT NULL, status TEXT NOT NULL, text TEXT NOT NULL, fingerprint TEXT NOT NULL
);
CREATE INDEX findings_by_document ON findings (run, document);
"""
_TOTALS = "started, documents, words, errors, warnings, positive, new, fixed, remaining, gone, rules_changed"

Uses = Counter[tuple[int, str, str]]
"""How often a document (by its number) uses folded words that a rule finds."""


@dataclass(frozen=True, slots=True)
class _Change:
    """How the uses of a run differ from those of the run before; None for the first run."""

    new: int | None = None
    fixed: int | None = None
    remaining: int | None = None
    gone: int = 0


def record(path: Path, result: Result, summary: Summary) -> tuple[RunTotals, ...]:
    """Add a run to the history and give the trend up to it, oldest first.

    A run that is there already is not added again. Raises ConfigError "history-damaged" (or another
    kind of file), "history-busy", "history-full", "history-forbidden", "history-failed" or "history-newer".
    """
    try:
        with closing(sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)) as database:
            database.execute("BEGIN IMMEDIATE")
            with database:
                _prepare(database, path)
                _record(database, result, summary)
                return _trend(database, result.started)
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_").partition("_")[0]
        why = _CAUSES.get(name, "failed")
        raise ConfigError(f"history-{why}", path=str(path), problem=str(error)) from error


def _prepare(database: sqlite3.Connection, path: Path) -> None:
    """Make the tables in a new file; ConfigError for one that a newer termlint made."""
    version = database.execute("PRAGMA user_version").fetchone()[0]
    if version > _VERSION:
        raise ConfigError("history-newer", path=str(path))
    if version == 0:
        for statement in f"{_SCHEMA}PRAGMA user_version = {_VERSION}".split(";"):
            database.execute(statement)


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
    change = _change(database, before[0], numbers, summary) if before else _Change()
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
    # Of a document that was met more often its last content and path count; later runs overwrite earlier.
    latest = "SELECT document, path, sha256, MAX(run) FROM documents GROUP BY document ORDER BY MAX(run)"
    for number, path, sha256, _ in database.execute(latest):
        by_path[path] = number
        if sha256:
            by_content[sha256] = number
    fresh = database.execute("SELECT COALESCE(MAX(document), 0) + 1 FROM documents").fetchone()[0]
    found: list[int | None] = [by_content.get(d.result.sha256 or "") for d in documents]
    taken = set(found)
    numbers = []
    for document, number in zip(documents, found, strict=True):
        if number is None:
            known = by_path.get(_plain(document.result.path))
            number, fresh = (fresh, fresh + 1) if known is None or known in taken else (known, fresh)
        taken.add(number)
        numbers.append(number)
    return numbers


def _plain(text: str) -> str:
    """A name that is no Unicode as SQLite can keep it."""
    return text.encode("utf-8", "backslashreplace").decode()


# --- what changed -------------------------------------------------------------------------------------


def _change(database: sqlite3.Connection, before: int, numbers: Sequence[int], summary: Summary) -> _Change:
    """By document, rule and words: a sentence edited around its words is no new finding."""
    now = Counter(_uses(numbers, summary.documents))
    then = Counter(dict(_uses_before(database, before)))
    met = set(numbers)
    gone = sum(n for use, n in then.items() if use[0] not in met)
    return _Change(
        new=(now - then).total(),
        fixed=(then - now).total() - gone,
        remaining=(now & then).total(),
        gone=gone,
    )


def _uses(numbers: Sequence[int], documents: Sequence[DocumentSummary]) -> Iterator[tuple[int, str, str]]:
    for number, document in zip(numbers, documents, strict=True):
        for finding in filter(is_use, document.result.findings):
            yield number, finding.rule, fold(finding.text)


def _uses_before(database: sqlite3.Connection, run: int) -> Iterator[tuple[tuple[int, str, str], int]]:
    query = (
        "SELECT document, rule, text, COUNT(*) FROM findings "
        "WHERE run = ? AND status <> 'exempt' AND severity <> 'info' GROUP BY document, rule, text"
    )
    for document, rule, text, number in database.execute(query, (run,)):
        yield (document, rule, text), number


# --- rows ---------------------------------------------------------------------------------------------


def _add_run(
    database: sqlite3.Connection, key: str, result: Result, summary: Summary, change: _Change, changed: bool
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
        (run, number, _plain(d.result.path), d.result.sha256, d.result.status, d.result.words, d.positive)
        for number, d in zip(numbers, documents, strict=True)
    )
    database.executemany("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    database.executemany("INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?)", _rows(run, numbers, documents))


def _rows(
    run: int, numbers: Iterable[int], documents: Iterable[DocumentSummary]
) -> Iterator[tuple[object, ...]]:
    for number, document in zip(numbers, documents, strict=True):
        for f in document.result.findings:
            yield run, number, f.rule, f.severity, f.status, fold(f.text), f.fingerprint


def _trend(database: sqlite3.Connection, until: str) -> tuple[RunTotals, ...]:
    query = f"SELECT {_TOTALS} FROM runs WHERE started <= ? ORDER BY started, id"
    rows = (dict(zip(_TOTALS.split(", "), row, strict=True)) for row in database.execute(query, (until,)))
    return tuple(RunTotals(**row | {"rules_changed": bool(row["rules_changed"])}) for row in rows)
