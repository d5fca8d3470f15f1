"""The tables of a history, and what may stand in a row of them: anybody may have written it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from termlint.errors import Internal
from termlint.statistics.model import RunTotals
from termlint.store.codec import MOST_NUMBER

if TYPE_CHECKING:
    from termlint.store.database import Schema

VERSION = 1

_COMPARED = ("new", "fixed", "remaining")
TOTALS = "started, documents, words, errors, warnings, positive, new, fixed, remaining, gone, rules_changed"
_MOST_KEPT = 100_000_000
"""Characters of earlier runs that are held in memory: some hundred thousand documents."""
_ROW = 200
"""What a row weighs besides its texts."""

SCHEMA: Schema = (
    (
        "table",
        "runs",
        "runs",
        """CREATE TABLE runs (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, started TEXT NOT NULL, version TEXT NOT NULL,
    ruleset TEXT NOT NULL, settings TEXT NOT NULL, documents INTEGER NOT NULL, words INTEGER NOT NULL,
    errors INTEGER NOT NULL, warnings INTEGER NOT NULL, positive INTEGER NOT NULL,
    new INTEGER, fixed INTEGER, remaining INTEGER, gone INTEGER NOT NULL, rules_changed INTEGER NOT NULL
)""",
    ),
    ("index", "sqlite_autoindex_runs_1", "runs", None),
    (
        "table",
        "documents",
        "documents",
        """CREATE TABLE documents (
    run INTEGER NOT NULL REFERENCES runs (id), document INTEGER NOT NULL, path TEXT NOT NULL, sha256 TEXT,
    status TEXT NOT NULL, words INTEGER, positive INTEGER NOT NULL, PRIMARY KEY (run, document)
) WITHOUT ROWID""",
    ),
    (
        "table",
        "findings",
        "findings",
        """CREATE TABLE findings (
    run INTEGER NOT NULL REFERENCES runs (id), document INTEGER NOT NULL, rule TEXT NOT NULL,
    severity TEXT NOT NULL, status TEXT NOT NULL, text TEXT NOT NULL, fingerprint TEXT NOT NULL
)""",
    ),
    (
        "index",
        "findings_by_document",
        "findings",
        "CREATE INDEX findings_by_document ON findings (run, document)",
    ),
)
"""Letter for letter as every version wrote them: another spelling is not ours."""


class RefusedError(Internal, Exception):
    """What the file holds cannot be used.

    `why` is the rest of a message's code.
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Kept:
    """What is read of earlier runs, checked and weighed as it comes."""

    def __init__(self) -> None:
        self._weight = 0

    def add(self, *texts: object, number: object) -> None:
        """Take in the texts and the number of a row; refused when these are something else, or too much."""
        if not all(isinstance(text, str) for text in texts) or not _is_count(number):
            raise RefusedError("damaged")
        self._weight += _ROW + sum(len(str(text)) for text in texts)
        if self._weight > _MOST_KEPT:
            raise RefusedError("large")


def _is_count(value: object) -> bool:
    return isinstance(value, int) and 0 <= value <= MOST_NUMBER


def totals(row: tuple[Any, ...]) -> RunTotals:
    """A row of the trend; refused when it holds what no run wrote."""
    started, *numbers = row
    if not isinstance(started, str) or len(started) > _ROW:
        raise RefusedError("damaged")
    values = dict(zip(TOTALS.split(", ")[1:], numbers, strict=True))
    for name, value in values.items():
        if not (_is_count(value) or (value is None and name in _COMPARED)):
            raise RefusedError("damaged")
    return RunTotals(started, **values | {"rules_changed": bool(values["rules_changed"])})
