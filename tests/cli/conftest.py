"""A folder of one's own to run the command line in, without settings above it and with a cache apart."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from termlint import cli

if TYPE_CHECKING:
    from pathlib import Path

USE = "De stad telt veel studenten in het hoger onderwijs.\n"
CLEAN = "De gemeente maakt de straat schoon.\n"


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command line did."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.out)
        return found


@dataclass(slots=True)
class Desk:
    """`run` carries out a command line in this process, the others in one of their own."""

    folder: Path
    capture: pytest.CaptureFixture[bytes]

    def write(self, name: str, content: str | bytes = USE) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def run(self, *arguments: str) -> Ran:
        self.capture.readouterr()
        code = cli.run(arguments)
        out, err = self.capture.readouterr()
        return Ran(code, out.decode(), err.decode())

    def spawn(self, *arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
        return self._process([sys.executable, "-m", "termlint", *arguments], **options)

    def spawn_code(self, program: str) -> subprocess.CompletedProcess[bytes]:
        return self._process([sys.executable, "-c", program])

    def shell(self, script: str) -> subprocess.CompletedProcess[bytes]:
        return self._process(["bash", "-c", script])

    def _process(self, command: list[str], **options: Any) -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, **options.pop("env", {})}
        options = {"capture_output": True, "timeout": 60, **options}
        return subprocess.run(command, cwd=self.folder, env=environment, check=False, **options)


@pytest.fixture
def desk(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Desk:
    folder = tmp_path / "bureau"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PYTHONPATH", str(root))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name in ("TERMLINT_LANG", "NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    return Desk(folder, capfdbinary)
