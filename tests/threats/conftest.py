"""A clone that somebody else filled, what is the user's outside it, and the product run on its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

USE = "De stad telt veel studenten in het hoger onderwijs.\n"
SECRET = "geheim: wachtwoord-van-de-buren\n"
MEMORY = 200_000_000
TERMLINT = (sys.executable, "-m", "termlint")
SECONDS = 60  # the promise is 5; the machine that runs the tests may have much more to do


@dataclass(frozen=True, slots=True)
class Attacked:
    """What a command did in the clone: its exit code and its words."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """All its words on one line."""
        return " ".join((self.out + self.err).split())


@dataclass(frozen=True, slots=True)
class Clone:
    """`folder` came from somebody else; `outside` is the user's, and nothing in it may be read or changed."""

    folder: Path
    outside: Path

    def write(self, name: str, content: str | bytes = USE) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def link(self, name: str, target: Path | str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(target)
        return path

    def run(self, *arguments: str, **environment: str) -> Attacked:
        """Run termlint in the clone, with no more memory and time than an attack may cost.

        The system holds it to the memory: what it counts afterwards begins with the process that starts it.
        """
        ran = subprocess.run(
            ["sh", "-c", f'ulimit -d {MEMORY // 1024}; exec "$@"', "sh", *TERMLINT, *arguments],
            cwd=self.folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        return Attacked(ran.returncode, ran.stdout.decode(), ran.stderr.decode())

    def refused(self, *arguments: str, because: str, **environment: str) -> Attacked:
        """Run, and hold what attacks come to: exit code 2, a sentence, nothing read or changed outside."""
        before = self.state()
        ran = self.run(*arguments, **environment)
        assert ran.code == 2, ran.said
        assert because in ran.said
        assert "Traceback" not in ran.said
        assert "termlint zelf" not in ran.said
        assert "wachtwoord" not in ran.said
        assert self.state() == before
        return ran

    def state(self) -> dict[str, bytes]:
        """Everything outside the clone, by name."""
        files = (path for path in self.outside.rglob("*") if path.is_file())
        return {str(path): path.read_bytes() for path in files}


@pytest.fixture
def clone(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    if sys.platform == "win32":
        pytest.skip("links and pipes as these are not made on Windows")
    folder, outside = tmp_path / "kloon", tmp_path / "thuis"
    (folder / ".git").mkdir(parents=True)
    outside.mkdir()
    (outside / "geheim.yaml").write_text(SECRET)
    monkeypatch.setenv("PYTHONPATH", str(root))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    clone = Clone(folder, outside)
    clone.write("brief.txt")
    return clone
