"""Results that were found before, kept by content: an unchanged document is not read again.

A private SQLite file in the user's cache folder. It is only ever a short cut: whatever is wrong with it
(damaged, locked, a full disk, no home folder, somebody else's), the documents are checked as if it were not
there. Values are JSON and nothing else, so that a file that was tampered with can say wrong things of
documents but do nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from termlint.errors import Internal
from termlint.files.private import make_private, private_folder, throw_away, usable
from termlint.store import codec

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from termlint.model import DocumentResult
    from termlint.store.database import Schema

MOST = 200_000_000
"""Bytes of results that are kept; the longest unused go first."""

_LAYOUT = 2
_PATIENCE = 1.0  # seconds to wait for another run that is writing
_SECONDS = 3.0  # that one use of the file may take
_DAY = 86_400
_AT_ONCE = 500  # keys in one question; SQLite takes 999
_LARGEST = 4_000_000  # bytes of one result
_MOST_AT_ONCE = 64_000_000  # bytes of the results of one question
_FILE = 4  # times what is kept, for a file is never made smaller
_MARK = 16  # bytes of digest before a result: what was half written over is no result
_FIND = "SELECT key, value, used FROM result WHERE key IN"
_LET_GO = """
DELETE FROM result WHERE key IN (SELECT key FROM (
    SELECT key, SUM(size) OVER (ORDER BY used DESC, key ROWS UNBOUNDED PRECEDING) AS kept FROM result
) WHERE kept > ?)
"""
_PASSES = ("BUSY", "LOCKED", "FULL", "CANTOPEN", "READONLY", "IOERR", "PERM", "AUTH", "NOMEM")
"""What SQLite says of the moment and not of the file, by the first part of the name of its error."""
_SCHEMA: Schema = (
    (
        "table",
        "result",
        "result",
        "CREATE TABLE result (key BLOB PRIMARY KEY, used INTEGER, size INTEGER, value BLOB) WITHOUT ROWID",
    ),
)


def key(*parts: object) -> bytes:
    """The name of a result: a digest of everything that decides what it is."""
    return hashlib.sha256(json.dumps(parts).encode()).digest()


def code_stamp() -> str:
    """A digest that changes with termlint's own code, so that another version never answers for this one."""
    root, stamps = str(Path(__file__).parent.parent), []
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            if name.endswith(".py"):
                status = Path(folder, name).stat()
                stamps.append((folder[len(root) :], name, status.st_size, status.st_mtime_ns))
    return hashlib.sha256(repr(stamps).encode()).hexdigest()[:16]


def default_folder() -> Path | None:
    """The user's own cache folder for termlint, or TERMLINT_CACHE; None when there is no such place."""
    if named := os.environ.get("TERMLINT_CACHE"):
        return Path(named)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "termlint" / "Cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "termlint"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "termlint"


@dataclass(slots=True)
class Cache:
    """Results by key in `folder`. No method raises for what is wrong with the file or the folder.

    What goes wrong once is not tried again: then this run does without.
    """

    folder: Path
    most: int = MOST
    _hits: set[bytes] = field(default_factory=set)  # found, and not used for a day
    _given_up: bool = False

    def is_empty(self) -> bool:
        """Whether there is nothing to be found: then no document need be read to look for it."""
        rows: list[object] = []
        self._read(lambda database: rows.extend(database.execute("SELECT 1 FROM result LIMIT 1")))
        return not rows

    def get(self, keys: Iterable[bytes]) -> dict[bytes, DocumentResult]:
        """The results there are; their `path` and that of their findings is empty."""
        found: dict[bytes, DocumentResult] = {}
        wanted, yesterday = list(keys), _now() - _DAY

        def look(database: sqlite3.Connection) -> None:
            for name, value, used in _rows(database, wanted):
                if (result := _decoded(value)) is not None:
                    found[name] = result
                    if not isinstance(used, int) or used < yesterday:
                        self._hits.add(name)

        self._read(look)
        return found

    def put(self, results: Mapping[bytes, DocumentResult]) -> None:
        """Keep these results, note which were used, and let go of the longest unused ones."""
        now = _now()
        values = ((each, _encoded(result)) for each, result in results.items())
        rows = [(each, now, len(value), value) for each, value in values if value]
        used = [(now, each) for each in self._hits]

        def keep(database: sqlite3.Connection) -> None:
            database.executemany("INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?)", rows)
            database.executemany("UPDATE result SET used = ? WHERE key = ?", used)
            if rows:
                self._let_go(database)

        if rows or used:
            self._write(keep)
            self._hits.clear()

    def _let_go(self, database: sqlite3.Connection) -> None:
        if _size(database) <= self.most:
            return
        database.execute(_LET_GO, (self.most // 2,))  # by halves, so that this is rarely done

    # --- the file ---

    def _read(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """Do some work with a file that is there and has our table."""

        def read(file: Path) -> None:
            if usable(file, _FILE * self.most + _LARGEST):
                self._use(file, "BEGIN", work)

        self._try(read)

    def _write(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """Do some work with a file that is made if need be."""

        def write(file: Path) -> None:
            usable(file, _FILE * self.most + _LARGEST)
            self._use(file, "BEGIN IMMEDIATE", work)

        self._try(write)

    def _try(self, work: Callable[[Path], None]) -> None:
        """Work with the file in our own folder; one that is damaged, strange or endless is thrown away."""
        if self._given_up:
            return
        import sqlite3  # only a run with documents needs it

        file = None
        try:
            if folder := private_folder(self.folder):
                file = folder / f"results-{_LAYOUT}.sqlite"
                work(file)
        except (sqlite3.Error, OSError, OverflowError, _StrangeError) as error:
            self._given_up = True
            if file and _is_spoilt(error):
                with contextlib.suppress(OSError):
                    throw_away(file)

    def _use(self, file: Path, begin: str, work: Callable[[sqlite3.Connection], None]) -> None:
        from termlint.store import database as safe

        limits = safe.DatabaseLimits(_PATIENCE, _SECONDS, 2 * _LARGEST)
        with contextlib.closing(safe.opened(file, limits)) as database:
            make_private(file)
            database.execute("PRAGMA synchronous = OFF")  # a result that is lost is found again
            database.execute("PRAGMA journal_mode = MEMORY")  # no journal of ours lies about
            database.execute(begin)
            with database:
                if safe.is_empty(database):
                    if begin == "BEGIN":
                        return
                    safe.make(database, _SCHEMA, _LAYOUT)
                elif not safe.is_exactly(database, _SCHEMA, _LAYOUT):
                    raise _StrangeError
                work(database)


class _StrangeError(Internal, Exception):
    """The file holds something else than our table."""


def _is_spoilt(error: Exception) -> bool:
    """Whether no later run can use the file either; not when it is locked, or cannot be written just now."""
    name = getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_").partition("_")[0]
    return name not in _PASSES and not isinstance(error, OSError)


def _rows(database: sqlite3.Connection, wanted: list[bytes]) -> Iterator[tuple[bytes, object, object]]:
    """The rows by these keys, as far as they are together not too large."""
    for at in range(0, len(wanted), _AT_ONCE):
        some, size = wanted[at : at + _AT_ONCE], 0
        marks = ", ".join("?" * len(some))
        for name, value, used in database.execute(f"{_FIND} ({marks})", some):
            size += len(value) if isinstance(value, bytes) else _LARGEST
            if size > _MOST_AT_ONCE:
                break
            yield name, value, used


def _now() -> int:
    return int(time.time())


def _size(database: sqlite3.Connection) -> int:
    """Bytes of the file that hold something, known without reading it."""
    pages, free, size = (
        database.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)


# --- results as JSON ------------------------------------------------------------------------------


def _encoded(result: DocumentResult) -> bytes | None:
    """The result without its path, after a digest; None when JSON cannot hold it or it is too large."""
    values = asdict(result)
    values["path"] = ""
    for finding in values["findings"]:
        finding["path"] = ""
    try:
        value = json.dumps(values).encode()
    except (TypeError, ValueError):
        return None
    return _digest(value) + value if len(value) <= _LARGEST else None


def _digest(value: bytes) -> bytes:
    return hashlib.sha256(value).digest()[:_MARK]


def _decoded(value: object) -> DocumentResult | None:
    """The result of such a value; None when it is not one."""
    if not isinstance(value, bytes) or _digest(value[_MARK:]) != value[:_MARK]:
        return None
    try:
        values = codec.fields(codec.parsed(value[_MARK:]), "documents")
        found = codec.document(values, map(codec.finding, codec.items(values, "findings")))
    except codec.MalformedError:
        return None
    paths = {found.path, *(finding.path for finding in found.findings)}
    return found if found.status in ("checked", "partial") and paths == {""} else None
