from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.git.repository import Sandbox

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def sandbox(tmp_path: Path, needs: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """A new repository; git in this process is as isolated as git in the tests."""
    needs("git")
    made = Sandbox.at(tmp_path / "onze repo é")
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    return made
