"""The command line in a folder of its own, as for the tests of the commands."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from examples import vacancy
from tests.cli.conftest import USE, desk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Desk

__all__ = ["desk"]


@pytest.fixture(scope="session")
def _known(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A cache that knows the vacancy and the sentence that the tests use."""
    folder = tmp_path_factory.mktemp("bekend")
    (folder / "brief.docx").write_bytes(vacancy.build())
    (folder / "een.txt").write_text(USE, "utf-8")
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "PYTHONPATH": str(root)}
    command = [sys.executable, "-m", "termlint", "check", "brief.docx", "een.txt", "--jobs", "1"]
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    return folder / "cache"


@pytest.fixture
def known(desk: Desk, _known: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk at which these two documents were checked before: what is tested is not their reading."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(_known))
    return desk
