"""SQLite files that somebody else may have made, opened so that nothing in them can give orders.

Only tables that are exactly ours are read, so that no view, trigger, expression or virtual table runs;
every value has a most size and all work an end. What lies beside a file is the business of `private`.
"""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Schema = tuple[tuple[str, str, str, str | None], ...]
"""Type, name, table and SQL of everything in a database, as SQLite keeps them."""

_STEPS = 1_000
"""Instructions of SQLite between two looks at the clock."""
_LONGEST_STATEMENT = 20_000
_PRAGMAS = ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "cache_size = -4000")


@dataclass(frozen=True, slots=True)
class DatabaseLimits:
    """Seconds to wait for another run; seconds that all work may take; bytes of the largest value."""

    patience: float
    seconds: float
    value: int


def opened(path: Path, limits: DatabaseLimits) -> sqlite3.Connection:
    """A connection without transaction; sqlite3.Error for what is no database."""
    database = sqlite3.connect(path, timeout=limits.patience, isolation_level=None)
    try:
        for kind, most in (
            (sqlite3.SQLITE_LIMIT_LENGTH, limits.value),
            (sqlite3.SQLITE_LIMIT_SQL_LENGTH, _LONGEST_STATEMENT),
            (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
            (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        ):
            database.setlimit(kind, most)
        database.set_progress_handler(_overdue(limits.seconds), _STEPS)
        for pragma in _PRAGMAS:
            database.execute(f"PRAGMA {pragma}")
    except BaseException:
        database.close()
        raise
    return database


def _overdue(seconds: float) -> partial[bool]:
    """Says at each call whether the time is over. Nothing in it is Python code, in which Ctrl-C gets lost."""
    end = time.monotonic() + seconds
    return partial(next, map(end.__lt__, iter(time.monotonic, None)))


def is_empty(database: sqlite3.Connection) -> bool:
    """Whether nobody has made anything of this file yet."""
    return _stamp(database) == (0, 0) and not _rows(database, 1)


def is_exactly(database: sqlite3.Connection, schema: Schema, version: int) -> bool:
    """Whether it holds these tables and indexes and nothing else; to be asked in the transaction of use."""
    rows = _rows(database, len(schema) + 1)
    roots = {row[4] for row in rows}
    return (
        _stamp(database) == (0, version)
        and database.execute("PRAGMA journal_mode").fetchone()[0] != "wal"
        and {row[:4] for row in rows} == set(schema)
        and len(roots) == len(rows) == len(schema)
        and all(type(root) is int and root > 1 for root in roots)  # page 1 holds the schema itself
    )


def _rows(database: sqlite3.Connection, most: int) -> list[tuple[object, ...]]:
    query = f"SELECT type, name, tbl_name, sql, rootpage FROM sqlite_master LIMIT {most}"
    return database.execute(query).fetchall()


def _stamp(database: sqlite3.Connection) -> tuple[int, int]:
    application, version = (
        database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    )
    return application, version


def make(database: sqlite3.Connection, schema: Schema, version: int) -> None:
    """Make the tables in an empty file."""
    for *_, sql in schema:
        if sql:
            database.execute(sql)
    database.execute(f"PRAGMA user_version = {version}")
