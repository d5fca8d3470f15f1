"""What is written is written whole or not at all, whatever stops it; and one sentence says why."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from examples import vacancy
from termlint.errors import ConfigError
from termlint.files import atomic
from termlint.files.discover import is_ours_or_temporary

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Desk

pytestmark = pytest.mark.slow

resource = pytest.importorskip("resource")

BEFORE, AFTER = b"wat er stond", b"wat er komt" * 1000
SAVE = """
import os, pathlib, signal
from termlint.files import atomic
def stop(*_):
    {stop}
os.{moment} = stop
atomic.save(pathlib.Path("uit.txt"), b"wat er komt" * 1000)
"""
WRITERS = {
    "check -o": ("check", "brief.docx", "-o", "uit.json"),
    "check --format": ("check", "brief.docx", "--format", "sarif=uit.sarif"),
    "report html": ("report", "brief.docx", "-o", "uit.html"),
    "report xlsx": ("report", "brief.docx", "-o", "uit.xlsx"),
    "fix": ("fix", "brief.docx", "--force"),
    "fix --in-place": ("fix", "brief.docx", "--in-place"),
    "baseline": ("baseline", "create", "brief.docx", "--baseline", "uit.jsonl", "--force"),
    "init": ("init", "--force"),
    "rules new": ("rules", "new", "eigen-regel", "--in", "termen"),
}


def left(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


# --- stopped at any moment ----------------------------------------------------------------------------


@pytest.mark.parametrize("moment", ["fsync", "replace", "chmod"])
@pytest.mark.parametrize("stop", ["raise KeyboardInterrupt", "raise OSError(28, 'vol')", "raise MemoryError"])
def test_an_interrupted_save_leaves_what_was_there_and_nothing_else(
    desk: Desk, moment: str, stop: str
) -> None:
    desk.write("uit.txt", BEFORE)
    assert desk.spawn_code(SAVE.format(moment=moment, stop=stop)).returncode != 0
    assert (desk.folder / "uit.txt").read_bytes() == BEFORE
    assert left(desk.folder) == ["uit.txt"]


@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_a_killed_save_leaves_one_private_file_that_the_next_clears(desk: Desk, moment: str) -> None:
    target = desk.write("uit.txt", BEFORE)
    killed = desk.spawn_code(SAVE.format(moment=moment, stop="os.kill(os.getpid(), signal.SIGKILL)"))
    assert killed.returncode == -signal.SIGKILL
    assert target.read_bytes() == BEFORE
    (rest,) = (file for file in desk.folder.iterdir() if file != target)
    assert stat.S_IMODE(rest.stat().st_mode) == (
        0o600 if moment == "fsync" else stat.S_IMODE(target.stat().st_mode)
    )
    assert is_ours_or_temporary(rest.name)
    atomic.save(target, b"een ander is nog bezig")
    assert rest.exists()
    os.utime(rest, (time.time() - 7200,) * 2)
    atomic.save(target, AFTER)
    assert target.read_bytes() == AFTER
    assert left(desk.folder) == ["uit.txt"]


def test_a_whole_save_is_on_the_disk_with_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bool] = []
    sync = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda handle: (synced.append(stat.S_ISDIR(os.fstat(handle).st_mode)), sync(handle))
    )
    atomic.save(tmp_path / "uit.txt", AFTER)
    assert synced == [False, True]  # the bytes, then the folder


# --- no room, no right --------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", WRITERS.values(), ids=WRITERS.keys())
def test_a_full_disk_is_said_and_leaves_what_was_there(known: Desk, arguments: tuple[str, ...]) -> None:
    names = (
        "brief.docx",
        "uit.json",
        "uit.sarif",
        "uit.html",
        "uit.xlsx",
        "uit.jsonl",
        "termlint.yaml",
        "brief.termlint.docx",
    )
    original = vacancy.build()
    for name in names:
        known.write(name, original if name == "brief.docx" else b"" if name == "termlint.yaml" else BEFORE)
    before = {name: (known.folder / name).read_bytes() for name in names}
    room = 200  # bytes that a file may hold: less than anything that is written here

    done = known.spawn(*arguments, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)))
    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 2, said
    assert "schijf is vol" in said
    assert "Traceback" not in said
    assert {name: (known.folder / name).read_bytes() for name in names} == before
    assert set(left(known.folder)) - set(names) <= {"termen"}


REFUSED = {
    "read-only": (("check", "brief.docx", "-o", "vast.json"), "alleen-lezen"),
    "read-only report": (("report", "brief.docx", "-o", "vast.html"), "alleen-lezen"),
    "a folder": (("check", "brief.docx", "-o", "map"), "dat is een map"),
    "in a file": (("check", "brief.docx", "-o", "vast.json/uit.json"), "map"),
    "no folder": (("report", "brief.docx", "-o", "geen/uit.html"), "map bestaat niet"),
    "too long": (("check", "brief.docx", "-o", "a" * 300 + ".json"), "naam is te lang"),
    "no folder for history": (("report", "brief.docx", "-o", "u.html", "--history", "geen/h"), "Kijk of"),
    "no history": (("report", "brief.docx", "-o", "u.html", "--history", "brief.docx"), "geen geschiedenis"),
    "rule in a file": (("rules", "new", "eigen-regel", "--in", "vast.json/map"), "map"),
    "fix in a file": (("fix", "brief.docx", "--output-dir", "vast.json/map"), "map"),
    "fix over read-only": (("fix", "brief.docx", "--force"), "alleen-lezen"),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_a_place_that_cannot_be_written_is_said(known: Desk, arguments: tuple[str, ...], why: str) -> None:
    known.write("brief.docx", vacancy.build())
    (known.folder / "map").mkdir()
    for name in ("vast.json", "vast.html", "brief.termlint.docx"):
        known.write(name, BEFORE).chmod(0o444)
    ran = known.run(*arguments)
    assert ran.code == 2
    assert why in " ".join((ran.out + ran.err).split())
    assert "TERMLINT_DEBUG" not in ran.err
    for name in ("vast.json", "vast.html", "brief.termlint.docx"):
        assert (known.folder / name).read_bytes() == BEFORE


# --- the file that comes ------------------------------------------------------------------------------


def test_a_link_is_refused_and_leads_to_what_it_did(tmp_path: Path) -> None:
    target, link = tmp_path / "echt.txt", tmp_path / "wijst.txt"
    target.write_bytes(BEFORE)
    link.symlink_to(target)
    with pytest.raises(ConfigError) as caught:
        atomic.save(link, AFTER)
    assert caught.value.code == "output-failed-link"
    assert link.is_symlink()
    assert target.read_bytes() == BEFORE


def test_permissions_stay(tmp_path: Path) -> None:
    target = tmp_path / "echt.txt"
    target.write_bytes(BEFORE)
    target.chmod(0o640)
    atomic.save(target, AFTER)
    assert (target.read_bytes(), stat.S_IMODE(target.stat().st_mode)) == (AFTER, 0o640)


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        atomic.save(tmp_path / "uit.txt", AFTER)
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "uit.txt").stat().st_mode) == 0o640


def test_two_runs_that_write_one_file_leave_one_of_the_two(known: Desk) -> None:
    program = """
import sys, pathlib
from termlint.files.atomic import save
for _ in range(100):
    save(pathlib.Path("uit.txt"), sys.argv[1].encode() * 5000)
"""
    both = [
        subprocess.Popen([sys.executable, "-c", program, letter], cwd=known.folder, stderr=subprocess.PIPE)
        for letter in "ab"
    ]
    for running in both:
        assert running.communicate(timeout=60)[1] == b""
        assert running.returncode == 0
    assert (known.folder / "uit.txt").read_bytes() in (b"a" * 5000, b"b" * 5000)
    assert left(known.folder) == ["uit.txt"]


@pytest.mark.parametrize("number", [5, 27, 30, 36], ids=os.strerror)
def test_every_refusal_of_the_system_has_a_sentence(number: int) -> None:
    from termlint.messages import CATALOG

    error = atomic.not_saved("uit.txt", OSError(number, os.strerror(number)))
    assert isinstance(error, ConfigError)
    assert error.code in CATALOG
