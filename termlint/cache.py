"""Results that were found before, kept by content: an unchanged document is not read again.

A private SQLite file in the user's cache folder. It is only ever a short cut: whatever is wrong with it
(damaged, locked, a full disk, no home folder), the documents are checked as if it were not there.
Values are JSON and nothing else, so that a file that was tampered with can say wrong things of documents
but do nothing.
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
from typing import TYPE_CHECKING, Any

from termlint.model import (
    Box,
    Cell,
    Context,
    DocumentResult,
    Edit,
    Finding,
    Location,
    Notice,
    Suggestion,
)
from termlint.paths import reachable

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Mapping

MOST = 200_000_000
"""Bytes of results that are kept; the longest unused go first."""

_LAYOUT = 1
_PATIENCE = 1.0  # seconds to wait for another run that is writing
_DAY = 86_400
_AT_ONCE = 500  # keys in one question; SQLite takes 999
_FIND = "SELECT key, value, used FROM result WHERE key IN"
_TABLE = "CREATE TABLE IF NOT EXISTS result (key BLOB PRIMARY KEY, used INTEGER, value TEXT) WITHOUT ROWID"


def key(*parts: object) -> bytes:
    """The name of a result: a digest of everything that decides what it is."""
    return hashlib.sha256(json.dumps(parts).encode()).digest()


def content_of(file: Path, most: float) -> str | None:
    """The SHA-256 of a file of at most `most` bytes; None for one that is larger or cannot be read."""
    try:
        with reachable(file).open("rb", buffering=0) as opened:
            if os.fstat(opened.fileno()).st_size > most:
                return None
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return None


def code_stamp() -> str:
    """A digest that changes with termlint's own code, so that another version never answers for this one."""
    root, stamps = str(Path(__file__).parent), []
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
    """Results by key in `folder`. No method raises for what is wrong with the file or the folder."""

    folder: Path
    most: int = MOST
    _hits: set[bytes] = field(default_factory=set)  # found, and not used for a day

    def is_empty(self) -> bool:
        """Whether there is nothing to be found: then no document need be read to look for it."""
        rows: list[object] = []
        self._use(lambda database: rows.extend(database.execute("SELECT 1 FROM result LIMIT 1")))
        return not rows

    def get(self, keys: Iterable[bytes]) -> dict[bytes, DocumentResult]:
        """The results there are; their `path` and that of their findings is empty."""
        found: dict[bytes, DocumentResult] = {}
        wanted, yesterday = list(keys), _now() - _DAY

        def look(database: sqlite3.Connection) -> None:
            for at in range(0, len(wanted), _AT_ONCE):
                some = wanted[at : at + _AT_ONCE]
                marks = ", ".join("?" * len(some))
                for name, value, used in database.execute(f"{_FIND} ({marks})", some):
                    if (result := _decoded(value)) is not None:
                        found[name] = result
                        if used < yesterday:
                            self._hits.add(name)

        self._use(look)
        return found

    def put(self, results: Mapping[bytes, DocumentResult]) -> None:
        """Keep these results, note which were used, and let go of the longest unused ones."""
        now = _now()
        rows = [(each, now, text) for each, result in results.items() if (text := _encoded(result))]
        used = [(now, each) for each in self._hits]

        def keep(database: sqlite3.Connection) -> None:
            with database:
                database.executemany("INSERT OR REPLACE INTO result VALUES (?, ?, ?)", rows)
                database.executemany("UPDATE result SET used = ? WHERE key = ?", used)
                if rows:
                    self._let_go(database)

        if rows or used:
            self._use(keep)
            self._hits.clear()

    def _let_go(self, database: sqlite3.Connection) -> None:
        if _size(database) <= self.most:
            return
        kept = 0
        for each, length in database.execute(
            "SELECT key, LENGTH(value) FROM result ORDER BY used DESC"
        ).fetchall():
            kept += length
            if kept > self.most // 2:  # by halves, so that this is rarely done
                database.execute("DELETE FROM result WHERE key = ?", (each,))

    def _use(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """Open the database for some work. A damaged file is thrown away, and the work with it."""
        import sqlite3  # only a run with documents needs it

        file = self.folder / f"results-{_LAYOUT}.sqlite"
        try:
            _make_private(self.folder)
            with contextlib.closing(sqlite3.connect(file, timeout=_PATIENCE)) as database:
                database.execute("PRAGMA synchronous = OFF")  # a result that is lost is found again
                database.execute(_TABLE)
                work(database)
        except (sqlite3.OperationalError, OSError):
            return  # locked, full, read-only: do without
        except sqlite3.DatabaseError:
            with contextlib.suppress(OSError):
                file.unlink()


def _now() -> int:
    return int(time.time())


def _size(database: sqlite3.Connection) -> int:
    """Bytes of the file that hold something, known without reading it."""
    pages, free, size = (
        database.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)


def _make_private(folder: Path) -> None:
    """The folder, readable by this user alone; OSError when it belongs to somebody else."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if hasattr(os, "getuid"):
        status = folder.stat()
        if status.st_uid != os.getuid():
            raise PermissionError(folder)
        if status.st_mode & 0o077:
            folder.chmod(0o700)


# --- results as JSON ------------------------------------------------------------------------------


def _encoded(result: DocumentResult) -> str | None:
    """The result without its path; None when a notice holds what JSON cannot."""
    values = asdict(result)
    values["path"] = ""
    for finding in values["findings"]:
        finding["path"] = ""
    try:
        return json.dumps(values)
    except (TypeError, ValueError):
        return None


def _decoded(text: object) -> DocumentResult | None:
    """The result of such a text; None when it is not one."""
    try:
        values = json.loads(str(text))
        values["notices"] = tuple(Notice(**notice) for notice in values["notices"])
        values["findings"] = tuple(_finding(finding) for finding in values["findings"])
        return DocumentResult(**values)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _finding(values: dict[str, Any]) -> Finding:
    values["location"] = _location(values["location"])
    values["context"] = Context(**values["context"])
    values["suggestions"] = tuple(_suggestion(each) for each in values["suggestions"])
    values["neighbours"] = tuple(values["neighbours"])
    return Finding(**values)


def _location(values: dict[str, Any]) -> Location:
    values["pages"] = tuple(values["pages"])
    values["boxes"] = tuple(Box(**box) for box in values["boxes"])
    values["cell"] = Cell(**values["cell"]) if values["cell"] else None
    return Location(**values)


def _suggestion(values: dict[str, Any]) -> Suggestion:
    values["edits"] = tuple(Edit(**edit) for edit in values["edits"])
    return Suggestion(**values)
