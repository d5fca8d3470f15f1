from __future__ import annotations

import json
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.git.hooked import SHIPPED, Hooked
from tests.git.repository import Sandbox

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def sandbox(tmp_path: Path, needs: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """A new repository; git in this process is as isolated as git in the tests."""
    needs("git")
    made = Sandbox.at(tmp_path / "onze repo é")
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("TERMLINT_CACHE", str(tmp_path / "cache"))
    return made


@dataclass(frozen=True)
class Answer:
    """What a run of the command said."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        """Its JSON report."""
        loaded = json.loads(self.out)
        assert isinstance(loaded, dict)
        return loaded

    def words(self, status: str = "new") -> list[tuple[str, str]]:
        """Path and words of each finding with this status."""
        return [(f["path"], f["text"]) for f in self.report["findings"] if f["status"] == status]


@pytest.fixture
def termlint(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., Answer]:
    """Run the real command in the repository (or in `cwd`), in this process: spaCy is imported once."""
    from termlint.cli import run as carry_out

    def run(*arguments: str, cwd: Path | None = None, **extra: str) -> Answer:
        with monkeypatch.context() as patch:
            patch.chdir(cwd or sandbox.top)
            for name, value in extra.items():
                patch.setenv(name, value)
            capfdbinary.readouterr()
            code = carry_out(arguments)
        out, err = capfdbinary.readouterr()
        return Answer(code, out.decode(), err.decode())

    return run


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A program that leaves a file `ran` beside it, and gives on what it is given."""
    program = tmp_path / "canary"
    program.write_text(f'#!/bin/sh\ntouch "{tmp_path}/ran"\ncat\n')
    program.chmod(0o755)
    return program


def ran(canary: Path) -> bool:
    return canary.with_name("ran").exists()


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory, needs: Callable[[str], str]) -> Sandbox:
    """What is shipped, as a repository of its own that pre-commit can clone."""
    needs("git")
    made = Sandbox.at(tmp_path_factory.mktemp("termlint") / "termlint")
    for name in SHIPPED:
        source = ROOT / name
        if source.is_dir():
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, made.top / name, ignore=ignore)
        else:
            shutil.copy(source, made.top / name)
    made.commit()
    return made


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps its environments: one for all tests."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture
def hooked(sandbox: Sandbox, released: Sandbox, store: Path) -> Hooked:
    program = Path(sys.executable).with_name("pre-commit")
    if not program.exists():
        if os.environ.get("CI"):
            pytest.fail("pre-commit is not installed, and CI must run every test")
        pytest.skip("pre-commit is not installed")
    return Hooked(sandbox, released, store, str(program))
