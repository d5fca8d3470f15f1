"""The code as a type checker reads it on Windows: nothing is used that is not there."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    find_spec("mypy") is None, reason="mypy is not installed: dev.py lint installs it"
)
QUIET = ("--no-warn-unreachable", "--no-warn-unused-ignores")  # what is for other systems is no mistake


def checked(root: Path, cache: Path, *what: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mypy", "--platform", "win32", *QUIET, "--cache-dir", str(cache), *what]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=600, check=False)


def test_all_of_it_is_there_on_windows(root: Path, tmp_path: Path) -> None:
    done = checked(root, tmp_path)
    assert done.returncode == 0, done.stdout
    program = tmp_path / "fout.py"
    program.write_text("import os\n\nos.fork()\n", "utf-8")
    wrong = checked(root, tmp_path, str(program))
    assert (wrong.returncode, '"fork"' in wrong.stdout) == (1, True)
