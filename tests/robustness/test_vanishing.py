"""Files that go away, change or become something else under our hands; links in circles; what is no file."""

from __future__ import annotations

import os
import socket
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from termlint.engine import Options
from termlint.errors import ReadError
from termlint.execution.job import Job
from termlint.execution.local import Local
from termlint.execution.run_settings import RunSettings
from termlint.execution.runner import check_all
from termlint.files.discover import Discovery
from termlint.files.documents import read_document
from termlint.readers import READERS
from termlint.rulebook import Ruleset
from termlint.settings import Settings
from tests.builders.hostile import USE
from tests.robustness.together import SOUND

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Desk

pytestmark = pytest.mark.slow

PLAN = RunSettings(Settings(), Ruleset((), "leeg"), Options())
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def to_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def to_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def to_device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def to_loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


@pytest.mark.parametrize(
    ("happens", "codes"),
    [
        pytest.param(Path.unlink, {"vanished"}, id="it goes away"),
        pytest.param(to_folder, {"not-readable", "no-access"}, id="it becomes a folder"),
        pytest.param(to_pipe, {"not-a-file"}, id="it becomes a pipe", marks=posix),
        pytest.param(to_device, {"not-a-file"}, id="it becomes a device", marks=posix),
        pytest.param(to_loop, {"not-readable"}, id="it becomes a circle", marks=posix),
    ],
)
@pytest.mark.parametrize("others", [pytest.param(3, id="of more"), pytest.param(0, id="alone")])
def test_what_happens_after_the_walk_costs_one_document(
    happens: Callable[[Path], None], codes: set[str], others: int, tmp_path: Path
) -> None:
    names = ["a.txt", *(f"b{n}.txt" for n in range(others))]
    for name in names:
        (tmp_path / name).write_text(USE)
    found = list(Discovery(READERS).find([str(tmp_path)]))
    happens(tmp_path / "a.txt")
    jobs = [Job(each.path, each.file, each.suffix) for each in found if each.file]
    documents = check_all(jobs, [PLAN], executor=Local(2)).documents
    assert [each.status for each in documents] == ["failed", *["checked"] * others]
    assert documents[0].notices[0].code in codes


def read_again_and_again(path: Path) -> None:
    for _ in range(20):
        read_document(path, 200)


@pytest.mark.parametrize("change", [b"x", b""], ids=["it grows", "it shrinks"])
def test_a_file_that_changes_while_it_is_read_is_not_taken_for_a_document(
    change: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(bytes(60_000_000))
    reading = threading.Event()

    def alter() -> None:
        reading.wait()
        while reading.is_set():
            with path.open("r+b") as file:
                size = file.seek(0, os.SEEK_END)
                file.write(change) if change else file.truncate(size - 1)

    other = threading.Thread(target=alter)
    other.start()
    reading.set()
    try:
        with pytest.raises(ReadError) as caught:
            read_again_and_again(path)
    finally:
        reading.clear()
        other.join()
    assert caught.value.code == "changed-while-read"


def codes(document: dict[str, Any]) -> list[str]:
    return [notice["code"] for notice in document["notices"]]


@posix
class TestAFolderOfTraps:
    @pytest.fixture
    def traps(self, desk: Desk) -> Desk:
        for name, data in SOUND.items():
            desk.write(name, data)
        desk.write("diep/in/de/boom.txt")
        for name, target in {
            "rond.docx": "rond.docx",
            "heen.pdf": "weer.pdf",
            "weer.pdf": "heen.pdf",
            "nergens.pdf": "bestaat-niet.pdf",
            "nullen.txt": "/dev/zero",
            "diep/terug": "..",
            "diep/in/boven": "../..",
        }.items():
            (desk.folder / name).symlink_to(target)
        os.mkfifo(desk.folder / "pijp.docx")
        with socket.socket(socket.AF_UNIX) as plug:
            plug.bind("stekker.txt")
        return desk

    def test_the_documents_are_checked_and_each_trap_says_what_it_is(self, traps: Desk) -> None:
        ran = traps.run("check", "--format", "json", "-j", "1")
        told = {each["path"]: (each["status"], *codes(each)) for each in ran.report["documents"]}
        assert ran.code == 2
        assert told == {
            **dict.fromkeys(SOUND, ("checked",)),
            "diep/in/de/boom.txt": ("checked",),
            "rond.docx": ("failed", "link-loop"),
            "heen.pdf": ("failed", "link-loop"),
            "weer.pdf": ("failed", "link-loop"),
            "nergens.pdf": ("failed", "not-found"),
            "nullen.txt": ("skipped", "not-a-file"),
            "pijp.docx": ("skipped", "not-a-file"),
            "stekker.txt": ("skipped", "not-a-file"),
            "diep/terug": ("skipped", "folder-loop"),
            "diep/in/boven": ("skipped", "folder-loop"),
        }

    @pytest.mark.parametrize("name", ["pijp.docx", "stekker.txt", "nullen.txt", "/dev/zero"])
    def test_one_that_is_named_failed(self, name: str, traps: Desk) -> None:
        ran = traps.run("check", name, "--format", "json")
        assert (ran.code, [each["status"] for each in ran.report["documents"]]) == (2, ["failed"])
