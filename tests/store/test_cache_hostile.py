"""A cache that somebody else may have made: it is used when it is wholly ours, else thrown away unread."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from termlint.store import cache as module
from termlint.store.cache import Cache, key
from tests.store.databases import deletes
from tests.store.test_cache import RICH, file_of, without_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.slow

STRANGER = 12345
posix = pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has no such owners and modes")
root = pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can give files away"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cache with one result."""
    folder = tmp_path / "cache"
    Cache(folder).put({key(1): RICH})
    return folder


def found(folder: Path) -> set[bytes]:
    return set(Cache(folder).get([key(1), key(2)]))


def heals(folder: Path) -> bool:
    """Whether it is an ordinary cache again after a next run."""
    for _ in range(2):
        Cache(folder).put({key(2): RICH})
    return Cache(folder).get([key(2)]) == {key(2): without_path(RICH)}


# --- the folder -----------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("mode", [0o700, 0o755, 0o777, 0o775, 0o1777, 0o1770])
def test_the_mode_of_a_folder_that_is_there_never_changes(tmp_path: Path, mode: int) -> None:
    tmp_path.chmod(mode)
    Cache(tmp_path).put({key(1): RICH})
    assert stat.S_IMODE(tmp_path.stat().st_mode) == mode


@posix
@pytest.mark.parametrize(
    ("mode", "place"),
    [
        pytest.param(0o755, ".", id="ours"),
        pytest.param(0o1777, "own", id="everybody has one, as in /tmp"),
        pytest.param(0o777, None, id="others can put another in its place"),
        pytest.param(0o770, None, id="the group can"),
    ],
)
def test_where_the_file_stands(tmp_path: Path, mode: int, place: str | None) -> None:
    tmp_path.chmod(mode)
    Cache(tmp_path).put({key(1): RICH})
    own = f"termlint-{os.getuid()}" if place == "own" else "."
    assert [file.parent for file in tmp_path.rglob("*.sqlite")] == ([tmp_path / own] if place else [])
    assert found(tmp_path) == ({key(1)} if place else set())


@root
@pytest.mark.parametrize("mode", [0o755, 0o1777])
def test_a_folder_of_another_user_is_not_used(tmp_path: Path, mode: int) -> None:
    theirs = tmp_path / "van een ander"
    theirs.mkdir()
    theirs.chmod(mode)
    os.chown(theirs, STRANGER, STRANGER)
    Cache(theirs).put({key(1): RICH})
    assert list(theirs.iterdir()) == []


@root
def test_our_place_in_tmp_that_another_took_is_not_used(tmp_path: Path) -> None:
    tmp_path.chmod(0o1777)
    taken = tmp_path / f"termlint-{os.getuid()}"
    taken.mkdir()
    os.chown(taken, STRANGER, STRANGER)
    Cache(tmp_path).put({key(1): RICH})
    assert list(taken.iterdir()) == []


@posix
def test_our_place_in_tmp_that_is_a_link_is_not_used(tmp_path: Path) -> None:
    shared, elsewhere = tmp_path / "tmp", tmp_path / "elders"
    shared.mkdir()
    shared.chmod(0o1777)
    elsewhere.mkdir(mode=0o700)
    (shared / f"termlint-{os.getuid()}").symlink_to(elsewhere)
    Cache(shared).put({key(1): RICH})
    assert list(elsewhere.iterdir()) == []


# --- what stands in its place ---------------------------------------------------------------------


def _linked(file: Path) -> None:
    file.rename(file.with_name("elders"))
    file.symlink_to(file.with_name("elders"))


@posix
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda file: file.chmod(0o622), id="others may write it"),
        pytest.param(lambda file: file.chmod(0o620), id="the group may write it"),
        pytest.param(_linked, id="a link"),
        pytest.param(lambda file: os.link(file, file.with_name("elders")), id="a second name"),
        pytest.param(lambda file: (file.unlink(), os.mkfifo(file)), id="a pipe"),
        pytest.param(lambda file: (file.unlink(), file.symlink_to("/dev/zero")), id="a device"),
        pytest.param(
            lambda file: (file.unlink(), file.symlink_to(file.with_name("x"))), id="a link to nothing"
        ),
        pytest.param(lambda file: os.truncate(file, 10_000_000_000), id="very large"),
        pytest.param(lambda file: file.with_name(file.name + "-wal").touch(), id="a log beside it"),
        pytest.param(lambda file: os.mkfifo(file.with_name(file.name + "-journal")), id="a pipe beside it"),
    ],
)
def test_a_file_that_is_not_ours_alone_is_thrown_away_unread(
    folder: Path, change: Callable[[Path], object]
) -> None:
    change(file_of(folder))
    assert found(folder) == set()
    assert not (folder / "x").exists()
    assert heals(folder)


@root
def test_a_file_of_another_user_is_thrown_away_unread(folder: Path) -> None:
    os.chown(file_of(folder), STRANGER, STRANGER)
    assert found(folder) == set()
    assert heals(folder)


@posix
def test_a_file_of_ours_that_others_may_read_is_used_and_closed(folder: Path) -> None:
    file_of(folder).chmod(0o644)
    assert found(folder) == {key(1)}
    assert file_of(folder).stat().st_mode & 0o077 == 0


def test_a_folder_in_its_place_is_done_without(folder: Path) -> None:
    file = file_of(folder)
    file.unlink()
    file.mkdir()
    Cache(folder).put({key(1): RICH})
    assert found(folder) == set()


def test_a_journal_beside_it_deletes_nothing(folder: Path, tmp_path: Path) -> None:
    treasure = tmp_path / "kostbaar"
    treasure.write_text("niet weg te gooien")
    file = file_of(folder)
    file.with_name(file.name + "-journal").write_bytes(deletes(treasure))
    assert found(folder) == set()
    assert treasure.exists()
    assert heals(folder)


# --- another schema -------------------------------------------------------------------------------

_NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
_ENDLESS = f"{_NUMBERS} SELECT x'' key, count(*) used, x'' value FROM n"
_TABLE = "CREATE TABLE result (key BLOB PRIMARY KEY, used INTEGER, size INTEGER, value BLOB{}) WITHOUT ROWID"


@pytest.mark.parametrize(
    "statements",
    [
        pytest.param(["DROP TABLE result", f"CREATE VIEW result AS {_ENDLESS}"], id="an endless view"),
        pytest.param(
            ["CREATE TRIGGER t AFTER INSERT ON result BEGIN DELETE FROM result; END"], id="a trigger"
        ),
        pytest.param(["DROP TABLE result", _TABLE.format(", CHECK (used > 0)")], id="a check"),
        pytest.param(["DROP TABLE result", _TABLE.format(", more DEFAULT (randomblob(9))")], id="a default"),
        pytest.param(["DROP TABLE result", _TABLE.format(", more AS (hex(value))")], id="a made column"),
        pytest.param(["CREATE INDEX i ON result (length(value))"], id="an index"),
        pytest.param(["CREATE TABLE more (x)"], id="another table"),
        pytest.param(["ANALYZE"], id="statistics"),
        pytest.param(["PRAGMA user_version = 99"], id="another version"),
        pytest.param(["PRAGMA user_version = -1"], id="a version below nothing"),
        pytest.param(["PRAGMA application_id = 7"], id="another program"),
        pytest.param(["PRAGMA user_version = 0"], id="no version"),
        pytest.param(
            ["PRAGMA writable_schema = ON", "UPDATE sqlite_master SET rootpage = 1"], id="the schema as table"
        ),
        pytest.param(
            ["PRAGMA writable_schema = ON", "UPDATE sqlite_master SET sql = sql || ' '"], id="one space more"
        ),
    ],
)
def test_a_schema_that_is_not_exactly_ours_is_thrown_away(folder: Path, statements: list[str]) -> None:
    with closing(sqlite3.connect(file_of(folder), isolation_level=None)) as database:
        for statement in statements:
            database.execute(statement)
    assert found(folder) == set()
    assert not list(folder.glob("*.sqlite"))
    assert heals(folder)


def test_a_question_without_end_is_broken_off(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_FIND", f"SELECT key, value, used FROM ({_ENDLESS}) WHERE key NOT IN")
    monkeypatch.setattr(module, "_SECONDS", 0.2)
    assert found(folder) == set()
    assert not list(folder.glob("*.sqlite"))


def test_a_locked_file_is_waited_for_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.01)
    with closing(sqlite3.connect(file_of(folder))) as other:
        other.execute("BEGIN EXCLUSIVE")
        cache = Cache(folder)
        assert cache.is_empty()
        other.rollback()
        assert cache.get([key(1)]) == {}
    assert found(folder) == {key(1)}
