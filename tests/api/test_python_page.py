"""docs/python.md: its examples run as they stand, and it names exactly what is public."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import termlint

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "docs/python.md"
EXAMPLES = 4


def blocks(root: Path) -> list[str]:
    return re.findall(r"```python\n(.*?)```", (root / PAGE).read_text("utf-8"), re.DOTALL)


def ran(program: str, root: Path, folder: Path) -> str:
    environment = os.environ | {"PYTHONPATH": str(root), "TERMLINT_CACHE_DIR": str(folder / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("number", "said"),
    [
        pytest.param(0, "brief.txt checked 1\narchief/a.md checked 0\n", id="check"),
        pytest.param(1, "hoog-opgeleid hoogopgeleiden ['hbo- en wo-opgeleiden', ", id="text"),
        pytest.param(2, "", id="settings"),
        pytest.param(3, "checked Een hbo- of wo-opgeleide collega.\n", id="fix"),
    ],
)
def test_an_example_runs_and_says(root: Path, tmp_path: Path, number: int, said: str) -> None:
    (tmp_path / "brief.txt").write_text("Een hoogopgeleide collega.", "utf-8")
    (tmp_path / "archief").mkdir()
    (tmp_path / "archief" / "a.md").write_text("Niets.", "utf-8")
    (tmp_path / "termlint.yaml").write_text("" if number != 2 else "packs: [er-is-geen-map]\n", "utf-8")
    assert ran(blocks(root)[number], root, tmp_path).startswith(said)


def test_each_example_is_run(root: Path) -> None:
    assert len(blocks(root)) == EXAMPLES


def test_the_page_names_what_is_public_and_nothing_else(root: Path) -> None:
    page = (root / PAGE).read_text("utf-8")
    named = set(re.findall(r"`([A-Z]\w+)`", page)) | set(re.findall(r"from termlint import (.*)", page))
    words = {word for each in named for word in re.findall(r"\w+", each)}
    assert words == set(termlint.__all__) - {"__version__"}


def test_each_public_name_is_there_and_described() -> None:
    assert sorted(termlint.__all__) == termlint.__all__
    for name in termlint.__all__:
        assert name == "__version__" or getattr(termlint, name).__doc__
    assert set(termlint.__all__) == set(dir(termlint))


def test_a_name_that_is_not_public_is_an_error() -> None:
    with pytest.raises(AttributeError, match="Taalfout"):
        termlint.Taalfout  # noqa: B018


def test_the_package_loads_nothing_before_it_is_asked(root: Path, tmp_path: Path) -> None:
    loaded = ran(
        "import termlint, sys; print([m for m in sys.modules if m.startswith('termlint.')])", root, tmp_path
    )
    assert loaded == "[]\n"
