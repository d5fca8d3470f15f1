"""The cache is a short cut and nothing more: whatever becomes of its file, results are right or absent."""

from __future__ import annotations

import os
import sqlite3
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from termlint.model import Box, Cell, DocumentResult, Notice
from termlint.store import cache as module
from termlint.store.cache import Cache, code_stamp, default_folder, key
from tests.reporters.results import PDF_PLACE, WORD_PLACE, document, finding

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RICH = document(
    finding(location=replace(WORD_PLACE, cell=Cell(1, 2, 3)), neighbours=("a", "b"), reason="aangehaald"),
    finding(location=replace(PDF_PLACE, pages=(3, 4), boxes=(Box(3, 0.1, 2.25, 3.5, 4.0),))),
    notices=(Notice("scan-without-text", {"page": 3}, page=3),),
    pages=4,
    positive={"vervolgonderwijs": 2},
    status="partial",
)


def without_path(result: DocumentResult) -> DocumentResult:
    return replace(result, path="", findings=tuple(replace(f, path="") for f in result.findings))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def file_of(folder: Path) -> Path:
    return next(folder.glob("*.sqlite"))


def test_what_is_put_comes_back_whole_without_its_path(folder: Path) -> None:
    Cache(folder).put({key(1): RICH, key(2): document()})
    assert Cache(folder).get([key(1), key(2), key(3)]) == {
        key(1): without_path(RICH),
        key(2): without_path(document()),
    }


def test_it_is_empty_until_something_is_kept(folder: Path) -> None:
    assert Cache(folder).is_empty()
    Cache(folder).put({key(1): RICH})
    assert not Cache(folder).is_empty()


def test_no_path_of_a_document_is_kept(folder: Path) -> None:
    Cache(folder).put({key(1): document(finding(), path="/home/iemand/geheim.docx")})
    assert b"geheim" not in file_of(folder).read_bytes()


def test_keys_differ_with_every_part_and_are_the_same_every_time() -> None:
    assert key("a", "b") == key("a", "b")
    assert len({key("a", "b"), key("ab"), key("a", "b", None), key("b", "a"), key("a", ["b"])}) == 5


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has no such modes")
def test_only_the_user_can_look(folder: Path) -> None:
    Cache(folder).put({key(1): RICH})
    assert folder.stat().st_mode & 0o077 == 0
    assert file_of(folder).stat().st_mode & 0o077 == 0


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has no such owner")
def test_a_folder_of_somebody_else_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    monkeypatch.setattr(os, "getuid", lambda: folder.stat().st_uid + 1)
    Cache(folder).put({key(1): RICH})
    assert list(folder.iterdir()) == []


def _truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def _scribble(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[100:4000] = os.urandom(3900)
    file.write_bytes(bytes(data))


def _other_table(file: Path) -> None:
    file.unlink()
    database = sqlite3.connect(file)
    database.execute("CREATE TABLE result (x)")
    database.commit()
    database.close()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda file: file.write_bytes(b""), id="emptied"),
        pytest.param(lambda file: file.write_bytes(b"dit is geen database" * 99), id="another file"),
        pytest.param(_truncate, id="cut off"),
        pytest.param(_scribble, id="scribbled over"),
    ],
)
def test_a_damaged_file_gives_nothing_wrong_and_heals(folder: Path, damage: Callable[[Path], object]) -> None:
    Cache(folder).put({key(n): RICH for n in range(20)})
    damage(file_of(folder))
    assert all(found == without_path(RICH) for found in Cache(folder).get([key(1)]).values())
    Cache(folder).put({key(2): RICH})
    Cache(folder).put({key(2): RICH})
    assert Cache(folder).get([key(2)]) == {key(2): without_path(RICH)}


def test_a_table_of_another_kind_is_done_without(folder: Path) -> None:
    Cache(folder).put({key(1): RICH})
    _other_table(file_of(folder))
    Cache(folder).put({key(1): RICH})
    assert Cache(folder).get([key(1)]) == {}


@pytest.mark.parametrize(
    "value", ["", "[]", "{}", "null", '{"findings": 3}', "[" * 99_999, b"\xff"], ids=repr
)
def test_a_value_that_is_no_result_is_no_hit(folder: Path, value: object) -> None:
    Cache(folder).put({key(1): RICH})
    database = sqlite3.connect(file_of(folder))
    database.execute("UPDATE result SET value = ?", (value,))
    database.commit()
    database.close()
    assert Cache(folder).get([key(1)]) == {}


def test_a_place_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    blocked = tmp_path / "bestand"
    blocked.write_text("geen map")
    Cache(blocked / "cache").put({key(1): RICH})
    assert Cache(blocked / "cache").get([key(1)]) == {}


def test_while_another_run_writes_it_is_done_without(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.01)
    Cache(folder).put({key(1): RICH})
    other = sqlite3.connect(file_of(folder))
    other.execute("BEGIN EXCLUSIVE")
    Cache(folder).put({key(2): RICH})
    assert Cache(folder).get([key(1)]) == {}
    other.rollback()
    other.close()
    assert set(Cache(folder).get([key(1), key(2)])) == {key(1)}


def test_many_runs_at_once_lose_nothing(folder: Path) -> None:
    def write(start: int) -> None:
        for number in range(start, start + 10):
            Cache(folder).put({key(number): RICH})

    threads = [threading.Thread(target=write, args=(start,)) for start in range(0, 40, 10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(Cache(folder).get([key(number) for number in range(40)])) == 40


def test_it_stays_bounded_and_keeps_what_was_used_last(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr(module.time, "time", lambda: clock[0])
    for day in range(30):
        clock[0] = day * 86_400
        small = Cache(folder, most=20_000)
        small.get([key(0)])
        small.put({key(day): RICH})
    database = sqlite3.connect(file_of(folder))
    (size,) = database.execute("SELECT SUM(LENGTH(value)) FROM result").fetchone()
    database.close()
    assert size <= 20_000
    assert set(Cache(folder).get([key(0), key(29)])) == {key(0), key(29)}
    assert Cache(folder).get([key(1)]) == {}


def test_a_notice_that_json_cannot_hold_is_not_kept(folder: Path) -> None:
    Cache(folder).put({key(1): document(notices=(Notice("x", {"a": object()}),))})
    assert Cache(folder).get([key(1)]) == {}


def test_the_folder_is_the_users_own_or_the_one_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERMLINT_CACHE", str(tmp_path))
    assert default_folder() == tmp_path
    monkeypatch.delenv("TERMLINT_CACHE")
    assert (default_folder() or tmp_path).name in ("termlint", "Cache")


def test_the_code_has_a_stamp() -> None:
    assert code_stamp() == code_stamp()
    assert len(code_stamp()) == 16
