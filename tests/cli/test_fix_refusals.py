"""What `termlint fix` refuses, and a dry run."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.fixed import KINDS, SAFE, listed

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

pytestmark = pytest.mark.slow


class TestRefusals:
    """The target cannot be written: a clear message, the original intact, nothing left lying about."""

    @pytest.mark.parametrize(
        ("number", "says"),
        [
            (errno.ENOSPC, "de schijf is vol"),
            (errno.EACCES, "u mag daar niet schrijven"),
            (errno.EIO, "is niet gemaakt (Input/output error)"),
        ],
    )
    @pytest.mark.parametrize("place", ["fsync", "replace"])
    def test_the_system_refuses(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch, number: int, says: str, place: str
    ) -> None:
        path = desk.write("a.txt", SAFE)

        def refuse(*_: Any) -> None:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(*((os, "fsync") if place == "fsync" else (Path, "replace")), refuse)
        for extra in ((), ("--in-place",)):
            ran = desk.run("fix", "a.txt", "--mode", "replace", *extra)
            assert (ran.code, path.read_text()) == (2, SAFE)
            assert says in ran.out
            assert listed(desk) == ["a.txt"]

    def test_a_full_disk(self, desk: Desk) -> None:
        """The real thing: a file may grow to 8 kB here, and the copy is larger."""
        path = desk.write("a.txt", SAFE * 400)
        program = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, resource.RLIM_INFINITY))
from termlint.cli import run
sys.exit(run(["fix", "a.txt", "--mode", "replace", "--in-place"]))
"""
        ran = desk.spawn_code(program)
        assert ran.returncode == 2, ran
        assert b"a.txt is niet gemaakt" in ran.stdout
        assert path.read_text() == SAFE * 400
        assert listed(desk) == ["a.txt"]

    def test_a_read_only_document(self, desk: Desk) -> None:
        path = desk.write("a.txt", SAFE)
        path.chmod(0o444)
        ran = desk.run("fix", "a.txt", "--mode", "replace", "--in-place")
        assert (ran.code, path.read_text()) == (2, SAFE)
        assert "alleen-lezen" in ran.out

    @pytest.mark.parametrize("lock", ["~$a.docx", "~$ief.docx", ".~lock.brief.docx#"])
    def test_a_document_that_is_open(self, desk: Desk, lock: str) -> None:
        name = "a.docx" if lock == "~$a.docx" else "brief.docx"
        path = desk.write(name, KINDS["brief.docx"])
        desk.write(lock, b"")
        ran = desk.run("fix", name, "--in-place")
        assert (ran.code, path.read_bytes()) == (2, KINDS["brief.docx"])
        assert "Sluit het in Word" in ran.out

    def test_a_folder_in_the_way(self, desk: Desk) -> None:
        desk.write("a.txt", SAFE)
        desk.write("a.termlint.txt/x", "")
        ran = desk.run("fix", "a.txt", "--mode", "replace", "--force")
        assert ran.code == 2
        assert "is geen gewoon bestand" in ran.out


class TestDryRun:
    def test_shows_a_difference_and_writes_nothing(self, desk: Desk) -> None:
        desk.write("a.txt", "Eerste regel.\r\n" + SAFE.rstrip("\n"))
        ran = desk.run("fix", "a.txt", "--mode", "replace", "--dry-run")
        assert ran.code == 0
        rows = ran.out.replace("\r", "").splitlines()
        assert [row for row in rows if row.startswith(("-De", "+De"))] == [
            "-De mbo-leerling leert een vak.",
            "+De mbo-student leert een vak.",
        ]
        assert "er is niets geschreven" in ran.out
        assert listed(desk) == ["a.txt"]

    @pytest.mark.parametrize("name", ["brief.docx", "nota.pdf"])
    def test_lists_what_would_be_done(self, desk: Desk, name: str) -> None:
        desk.write(name, KINDS[name])
        ran = desk.run("fix", name, "--dry-run")
        assert ran.code == 0
        assert "‘hoger onderwijs’" in ran.out
        assert listed(desk) == [name]
