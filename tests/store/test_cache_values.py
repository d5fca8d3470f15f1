"""What stands under a key of the cache is a result that was kept there, or nothing."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pytest

from termlint.store import cache as module
from termlint.store.cache import Cache, key
from tests.reporters.results import document
from tests.store.test_cache import RICH, file_of, without_path

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cache with one result."""
    folder = tmp_path / "cache"
    Cache(folder).put({key(1): RICH})
    return folder


def found(folder: Path) -> set[bytes]:
    return set(Cache(folder).get([key(1), key(2)]))


def put(folder: Path, value: object) -> None:
    with closing(sqlite3.connect(file_of(folder))) as database, database:
        database.execute("UPDATE result SET value = ?", (value,))


def marked(value: bytes) -> bytes:
    return hashlib.sha256(value).digest()[:16] + value


def changed(path: str, value: object) -> bytes:
    """The result as it is kept, with another value at a place such as "findings.0.severity"."""
    data: Any = json.loads(json.dumps(asdict(without_path(RICH))))
    *way, last = (int(part) if part.isdigit() else part for part in path.split("."))
    inner = data
    for part in way:
        inner = inner[part]
    inner[last] = value
    return marked(json.dumps(data).encode())


def test_the_result_itself_is_a_value(folder: Path) -> None:
    put(folder, changed("status", "partial"))
    assert Cache(folder).get([key(1)]) == {key(1): without_path(RICH)}


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("tekst", id="a text"),
        pytest.param(7, id="a number"),
        pytest.param(b"", id="nothing"),
        pytest.param(changed("pages", 4)[:-1], id="half written"),
        pytest.param(marked(b"[" * 99_999), id="too deep"),
        pytest.param(marked(b"\xff{}"), id="no UTF-8"),
        pytest.param(changed("status", "failed"), id="a document that was not read"),
        pytest.param(changed("path", "/etc/passwd"), id="a path"),
        pytest.param(changed("findings.0.path", "/etc/passwd"), id="a path in a finding"),
        pytest.param(b"0" * 5_000_000, id="very large"),
    ],
)
def test_a_value_of_another_kind_is_no_hit(folder: Path, value: object) -> None:
    put(folder, value)
    assert found(folder) == set()


def test_values_that_are_together_too_large_are_left(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Cache(folder).put({key(2): RICH})
    size = len(changed("pages", 4))
    monkeypatch.setattr(module, "_MOST_AT_ONCE", 2 * size + 100)
    assert found(folder) == {key(1), key(2)}
    monkeypatch.setattr(module, "_MOST_AT_ONCE", 2 * size - 100)
    assert len(found(folder)) == 1


def test_a_result_that_is_too_large_is_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as small:
        small.setattr(module, "_LARGEST", len(changed("pages", 4)) - 17)
        Cache(folder).put({key(2): RICH, key(3): document()})
    assert len(Cache(folder).get([key(3)])) == 1
    assert found(folder) == {key(1)}
