"""What the README promises of privacy: no connection is opened, whatever the command and the document."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from examples import build

if TYPE_CHECKING:
    from pathlib import Path

REFUSED = 97
GUARDED = f"""
import os, sys
def guard(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.bind", "socket.sendto"):
        os._exit({REFUSED})
sys.addaudithook(guard)
"""
PAGE = """<html><head><link rel="stylesheet" href="http://127.0.0.1:9/x.css"></head>
<body><img src="http://127.0.0.1:9/x.png" alt="hoger onderwijs"><p>hoogopgeleiden</p></body></html>
"""


def guarded(program: str, folder: Path, root: Path) -> int:
    """The exit code of a program that ends at once when it reaches for the network."""
    command = [sys.executable, "-c", GUARDED + program]
    environment = {"PYTHONPATH": str(root), "XDG_CACHE_HOME": str(folder / "cache"), "PATH": ""}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False).returncode


def test_the_guard_sees_a_connection(tmp_path: Path, root: Path) -> None:
    assert guarded("import socket; socket.socket().connect(('127.0.0.1', 9))", tmp_path, root) == REFUSED


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["check", "stukken", "--jobs", "1"], 1, id="check"),
        pytest.param(["fix", "stukken/vacature.docx", "stukken/beleidsnota.pdf", "--jobs", "1"], 0, id="fix"),
        pytest.param(["report", "stukken", "-o", "r.html", "-o", "r.xlsx", "--jobs", "1"], 1, id="report"),
    ],
)
def test_no_command_opens_a_connection(arguments: list[str], code: int, tmp_path: Path, root: Path) -> None:
    build.main(tmp_path / "stukken")
    (tmp_path / "stukken" / "pagina.html").write_text(PAGE, "utf-8")
    program = f"from termlint import cli; sys.exit(cli.run({arguments!r}))"
    assert guarded(program, tmp_path, root) == code
