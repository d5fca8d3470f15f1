"""Pipes that came with a clone, under names that the user is about to use: nobody holds their other end."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.threats.conftest import Clone

pytestmark = pytest.mark.slow

NOBODY = "doorgeefluik dat niemand leest"
TO = [
    pytest.param(("check", "brief.txt", "-o", "pijp"), id="check"),
    pytest.param(("check", "brief.txt", "--format", "sarif=pijp"), id="check --format"),
    pytest.param(("report", "brief.txt", "-o", "pijp.html"), id="report"),
    pytest.param(("baseline", "create", "brief.txt", "--baseline", "pijp", "--force"), id="baseline"),
]
FROM = [
    pytest.param(("report", "--from", "pijp", "-o", "uit.html"), id="a saved run"),
    pytest.param(("report", "brief.txt", "-o", "uit.html", "--theme", "pijp"), id="a theme"),
    pytest.param(("report", "--files-from", "pijp", "-o", "uit.html"), id="a list of documents"),
]


@pytest.fixture
def piped(clone: Clone) -> Clone:
    for name in ("pijp", "pijp.html"):
        os.mkfifo(clone.folder / name)
    return clone


@pytest.mark.parametrize("command", TO)
def test_a_pipe_that_nobody_reads_is_not_waited_for(piped: Clone, command: tuple[str, ...]) -> None:
    piped.refused(*command, because=NOBODY)


def test_nor_is_one_that_the_settings_name(piped: Clone) -> None:
    piped.write("termlint.yaml", "baseline: pijp\n")
    piped.refused("baseline", "create", "brief.txt", "--force", because=NOBODY)


@pytest.mark.parametrize("command", FROM)
def test_a_pipe_that_nobody_writes_is_not_waited_for(piped: Clone, command: tuple[str, ...]) -> None:
    piped.refused(*command, because="pijp")


def test_a_pipe_that_somebody_reads_is_written(piped: Clone) -> None:
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append((piped.folder / "pijp").read_bytes()))
    reader.start()
    assert piped.run("check", "brief.txt", "--format", "json=pijp").code == 1
    reader.join()
    assert b"hoger-onderwijs" in read[0]


def test_a_pipe_that_somebody_writes_is_read(piped: Clone) -> None:
    saved = piped.run("check", "brief.txt", "--format", "json").out
    writer = threading.Thread(target=lambda: (piped.folder / "pijp").write_text(saved))
    writer.start()
    ran = piped.run("report", "--from", "pijp", "-o", "uit.csv")
    writer.join()
    assert "hoger onderwijs" in (piped.folder / "uit.csv").read_text(), ran.said
