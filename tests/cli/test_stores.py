"""Files that a run finds of earlier runs, in commands: what is not right costs nothing but a sentence."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import CLEAN, USE
from tests.store.databases import deletes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Desk

pytestmark = pytest.mark.slow

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files and modes")


def _unusable(folder: Path) -> None:
    folder.write_text("geen map")


def _shared(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o777)


def _full_of_lies(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    for name in ("results-1.sqlite", "results-2.sqlite"):
        with closing(sqlite3.connect(folder / name)) as database:
            database.execute("CREATE VIEW result AS SELECT 1 AS key, 2 AS used, 3 AS size, '{}' AS value")


@posix
@pytest.mark.parametrize("make", [_unusable, _shared, _full_of_lies])
def test_a_cache_that_cannot_be_used_changes_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], None]
) -> None:
    desk.write("a.txt", USE)
    desk.write("b.txt", CLEAN)
    command = ("check", "a.txt", "b.txt", "--format", "json")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    without = desk.run(*command, "--no-cache")
    cache = desk.folder.parent / "strange cache"
    make(cache)
    mode = stat.S_IMODE(cache.stat().st_mode)
    monkeypatch.setenv("TERMLINT_CACHE", str(cache))
    for _ in range(2):
        ran = desk.run(*command)
        assert (ran.code, ran.out, ran.err) == (without.code, without.out, without.err)
    assert stat.S_IMODE(cache.stat().st_mode) == mode


def test_a_history_with_a_journal_of_another_is_told_in_a_sentence(desk: Desk) -> None:
    desk.write("a.txt", USE)
    report = ("report", "a.txt", "-o", "r.html", "--history", "h.sqlite", "--fail-on", "never")
    assert desk.run(*report).code == 0
    treasure = desk.write("kostbaar.txt", CLEAN)
    desk.write("h.sqlite-journal", deletes(treasure))
    ran = desk.run(*report)
    assert ran.code == 2
    assert "h.sqlite-journal" in ran.err
    assert treasure.exists()


@posix
@pytest.mark.parametrize("option", ["--history", "--from"])
def test_a_device_is_told_in_a_sentence(desk: Desk, option: str) -> None:
    desk.write("a.txt", USE)
    named = ("a.txt",) if option == "--history" else ()
    ran = desk.run("report", *named, "-o", "r.html", option, "/dev/zero")
    assert ran.code == 2
    assert len(ran.err.strip().splitlines()) <= 3
    assert "/dev/zero" in ran.err


@posix
def test_a_rest_that_is_a_link_is_not_believed(desk: Desk) -> None:
    desk.write("a.txt", USE)
    desk.write("elders.json", json.dumps({"schema": "termlint-report/1"}))
    (desk.folder / "r.html.termlint.json").symlink_to("elders.json")
    ran = desk.run("report", "a.txt", "-o", "r.html", "--resume", "--fail-on", "never")
    assert ran.code == 0
    assert (desk.folder / "elders.json").exists()


BASELINE = {"rule": "r", "pack": "p", "severity": "error", "before": "", "text": "x", "after": ""}


@pytest.mark.parametrize("path", ["x" * 9_000, "//server/share/x", "\x00", "\ud800", "../" * 99])
def test_any_name_may_stand_in_a_baseline(desk: Desk, path: str) -> None:
    desk.write("a.txt", USE)
    lines = [{"schema": "termlint-baseline/1", "fingerprint": "s1"}]
    lines.append(BASELINE | {"path": path, "fingerprint": "s1:0"})
    desk.write("b.jsonl", "\n".join(map(json.dumps, lines)))
    ran = desk.run("check", "a.txt", "--baseline", "b.jsonl")
    assert ran.code == 1
    assert ran.err == ""


@posix
def test_a_baseline_that_is_no_file_is_told(desk: Desk) -> None:
    desk.write("a.txt", USE)
    os.mkfifo(desk.folder / "b.jsonl")
    ran = desk.run("check", "a.txt", "--baseline", "b.jsonl")
    assert ran.code == 2
    assert "b.jsonl" in ran.err
