"""The same command line twice: on this machine, and on one without what Windows lacks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

if sys.platform == "win32":  # which need not be simulated
    collect_ignore_glob = ["test_*.py"]

MACHINE = Path(__file__).parent / "machine"
CONSOLE = {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C.UTF-8"}
_FROM_OUTSIDE = ("TERMLINT_", "GIT_", "PYTHON", "NO_COLOR", "FORCE_COLOR", "XDG_")


@dataclass(frozen=True, slots=True)
class Place:
    """A folder to work in. With `windows`, what runs there runs on the simulated machine."""

    folder: Path
    windows: bool = True

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(_FROM_OUTSIDE)}
        path = [str(MACHINE)] * self.windows + [str(ROOT)]
        cache = str(self.folder.parent / f"{self.folder.name}-cache")
        day = {"SOURCE_DATE_EPOCH": "1700000000"}
        return {**kept, **CONSOLE, **day, "PYTHONPATH": os.pathsep.join(path), "TERMLINT_CACHE": cache}

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def run(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
        return self.python("-m", "termlint", *arguments, **more)

    def python(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env=self.environment | more,
            capture_output=True,
            timeout=120,
            check=False,
        )

    def git(self, *arguments: str) -> None:
        alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        signed = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgSign=false")
        command = ["git", *signed, *arguments]
        environment = os.environ | alone
        subprocess.run(command, cwd=self.folder, env=environment, check=True, capture_output=True)


def sentence(done: subprocess.CompletedProcess[bytes]) -> str:
    """What was said to a person, on one line; nothing of it is a traceback or our own mistake."""
    said = " ".join((done.stdout + done.stderr).decode("cp1252").split())
    assert "Traceback" not in said
    assert "termlint zelf" not in said
    return said


@pytest.fixture
def place(tmp_path: Path) -> Place:
    (tmp_path / "map").mkdir()
    return Place(tmp_path / "map")


@pytest.fixture
def with_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, needs: Callable[[str], str]) -> None:
    """git under the name that it has on Windows."""
    programs = tmp_path / "programma's"
    programs.mkdir()
    (programs / "git.exe").symlink_to(needs("git"))
    monkeypatch.setenv("PATH", os.pathsep.join([str(programs), os.environ["PATH"]]))


def copied(place: Place, name: str) -> Place:
    """The same folder once more."""
    there = place.folder.with_name(name)
    shutil.copytree(place.folder, there)
    return Place(there, place.windows)
