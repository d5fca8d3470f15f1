"""A history that anybody may have made: read when exactly ours, else refused in a sentence and left alone."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from termlint.errors import ConfigError
from termlint.messages import say
from termlint.statistics.summary import summarise
from termlint.store import history, history_schema
from termlint.store.history import record
from tests.reporters.archive import document, result
from tests.store.databases import deletes
from tests.store.test_history import MONTHS, changes, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.slow

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")

AS_IT_WAS = """
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
"""How the first version made it, statement by statement."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A history of one run."""
    run(tmp_path / "geschiedenis.sqlite", 0, document("a.docx", 5))
    return tmp_path / "geschiedenis.sqlite"


def refused(file: Path) -> str:
    """The code of what is said of a next run."""
    with pytest.raises(ConfigError) as caught:
        run(file, 1, document("a.docx", 5))
    for language in ("nl", "en"):
        assert say(caught.value.code, language, **caught.value.params)  # type: ignore[arg-type]
    return caught.value.code


def change(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        for statement in statements:
            database.execute(statement)


def test_a_file_of_the_first_version_stays_readable(file: Path, tmp_path: Path) -> None:
    older = tmp_path / "ouder.sqlite"
    with closing(sqlite3.connect(older, isolation_level=None)) as database:
        for statement in f"{AS_IT_WAS}PRAGMA user_version = 1".split(";"):
            database.execute(statement)
        database.execute("ATTACH ? AS now", (str(file),))
        for table in ("runs", "documents", "findings"):
            database.execute(f"INSERT INTO {table} SELECT * FROM now.{table}")
    *_, second = run(older, 1, document("a.docx", 2, sha256="mended"))
    assert changes(second) == (0, 3, 2, 0)


# --- what stands there ----------------------------------------------------------------------------


@posix
@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda file: file.symlink_to("elders"), id="a link to nothing"),
        pytest.param(lambda file: file.symlink_to(__file__), id="a link"),
        pytest.param(lambda file: file.symlink_to("/dev/zero"), id="a device"),
        pytest.param(os.mkfifo if os.name != "nt" else None, id="a pipe"),
        pytest.param(lambda file: file.mkdir(), id="a folder"),
    ],
)
def test_what_is_no_ordinary_file_is_refused(tmp_path: Path, make: Callable[[Path], object]) -> None:
    file = tmp_path / "geschiedenis"
    make(file)
    assert refused(file) == "history-link"
    assert [each.name for each in tmp_path.iterdir()] == ["geschiedenis"]


def test_a_journal_beside_it_deletes_nothing(file: Path, tmp_path: Path) -> None:
    treasure = tmp_path / "kostbaar"
    treasure.write_text("niet weg te gooien")
    file.with_name(file.name + "-journal").write_bytes(deletes(treasure))
    before = file.read_bytes()
    assert refused(file) == "history-beside"
    assert treasure.exists()
    assert file.read_bytes() == before


def test_without_us_sqlite_would_delete_it(file: Path, tmp_path: Path) -> None:
    treasure = tmp_path / "kostbaar"
    treasure.write_text("weg te gooien")
    file.with_name(file.name + "-journal").write_bytes(deletes(treasure))
    with suppress(sqlite3.DatabaseError):
        change(file, "SELECT * FROM runs")
    assert not treasure.exists()


@pytest.mark.parametrize("suffix", ["-wal", "-shm"])
def test_a_log_beside_it_is_refused(file: Path, suffix: str) -> None:
    file.with_name(file.name + suffix).touch()
    assert refused(file) == "history-beside"


@posix
@pytest.mark.skipif(os.name == "nt" or os.getuid() != 0, reason="only root can give files away")
def test_a_journal_of_a_stranger_is_refused(file: Path) -> None:
    journal = file.with_name(file.name + "-journal")
    journal.touch()
    os.chown(journal, 12345, 12345)
    assert refused(file) == "history-beside"


def test_a_run_that_was_broken_off_is_taken_back(file: Path) -> None:
    """What SQLite leaves when its process dies: our own journal is replayed as it must be."""
    copy, journal = file.with_name("copy"), file.with_name("copy-journal")
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.execute("PRAGMA cache_size = 1")
        database.execute("BEGIN")
        database.execute("UPDATE findings SET text = text || ?", ("x" * 50_000,))
        copy.write_bytes(file.read_bytes())
        journal.write_bytes(file.with_name(file.name + "-journal").read_bytes())
        database.execute("ROLLBACK")
    assert journal.stat().st_size > 0
    *_, second = run(copy, 1, document("a.docx", 5))
    assert changes(second) == (0, 0, 5, 0)


# --- another schema -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statements",
    [
        pytest.param(["CREATE TRIGGER t AFTER INSERT ON runs BEGIN DELETE FROM runs; END"], id="a trigger"),
        pytest.param(["ALTER TABLE runs ADD COLUMN more DEFAULT 1"], id="another column"),
        pytest.param(["DROP TABLE runs", "CREATE VIEW runs AS SELECT 1 AS started"], id="a view"),
        pytest.param(["CREATE INDEX i ON findings (length(text))"], id="an index"),
        pytest.param(["DROP INDEX findings_by_document"], id="an index less"),
        pytest.param(["PRAGMA user_version = 0"], id="no version"),
        pytest.param(["PRAGMA user_version = -5"], id="a version below nothing"),
        pytest.param(["PRAGMA application_id = 5"], id="another program"),
        pytest.param(["PRAGMA journal_mode = WAL"], id="a log"),
        pytest.param(
            ["PRAGMA writable_schema = ON", "UPDATE sqlite_master SET rootpage = 1 WHERE name = 'findings'"],
            id="the schema as table",
        ),
    ],
)
def test_a_schema_that_is_not_exactly_ours_is_refused(file: Path, statements: list[str]) -> None:
    change(file, *statements)
    before = file.read_bytes()
    assert refused(file) == "history-damaged"
    assert file.read_bytes() == before


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "adressen.sqlite"
    change(file, "CREATE TABLE adressen (straat)")
    before = file.read_bytes()
    assert refused(file) == "history-damaged"
    assert file.read_bytes() == before


# --- other values ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE documents SET path = x'ff'", "history-damaged"),
        ("UPDATE documents SET path = CAST(x'ff' AS TEXT)", "history-damaged"),
        ("UPDATE documents SET sha256 = 5.5, path = zeroblob(99)", "history-damaged"),
        ("UPDATE documents SET document = 9223372036854775807", "history-damaged"),
        ("UPDATE documents SET document = -1", "history-damaged"),
        ("UPDATE documents SET document = 'een'", "history-damaged"),
        ("UPDATE findings SET rule = x'00'", "history-damaged"),
        ("UPDATE findings SET document = 1e300", "history-damaged"),
        ("UPDATE runs SET words = 'veel'", "history-damaged"),
        ("UPDATE runs SET errors = -1", "history-damaged"),
        ("UPDATE runs SET gone = 9e99", "history-damaged"),
        ("UPDATE runs SET started = CAST(zeroblob(5000) AS TEXT)", "history-damaged"),
        ("UPDATE documents SET path = CAST(zeroblob(2000000) AS TEXT)", "history-damaged"),
    ],
)
def test_values_that_no_run_wrote_are_refused(file: Path, statement: str, code: str) -> None:
    change(file, statement)
    assert refused(file) == code


def test_more_than_fits_in_memory_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(file, 1, document("a.docx", 5))
    monkeypatch.setattr(history_schema, "_MOST_KEPT", 500)
    with pytest.raises(ConfigError) as caught:
        run(file, 2, document("a.docx", 5))
    assert caught.value.code == "history-large"


def test_work_without_end_is_broken_off(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "_LIMITS", replace(history._LIMITS, seconds=0.2))
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    monkeypatch.setattr(history, "TOTALS", f"({endless}), {history.TOTALS}")
    assert refused(file) == "history-large"


def test_a_locked_file_is_not_waited_for_for_ever(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "_LIMITS", replace(history._LIMITS, patience=0.01))
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert refused(file) == "history-busy"


def test_a_saved_run_may_hold_any_text(file: Path) -> None:
    odd = "\ud800"
    made = result(document(f"b{odd}.docx", 2, sha256=odd), started=MONTHS[1])
    findings = tuple(replace(f, text=odd, rule=odd, fingerprint=odd) for f in made.documents[0].findings)
    made = replace(made, version=odd, documents=(replace(made.documents[0], findings=findings),))
    *_, second = record(file, made, summarise(made))
    assert changes(second) == (2, 0, 0, 5)
