"""The page on threats names what holds it, and all that holds it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PAGE = "docs/threat-model.md"


@pytest.fixture
def page(root: Path) -> str:
    return (root / PAGE).read_text(encoding="utf-8")


def rows(page: str) -> list[list[str]]:
    """The cells of each row of the table, without its head."""
    table = [line for line in page.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[2:]]


def holding(cells: list[str]) -> list[str]:
    return re.findall(r"`([^`]+)`", cells[-1])


def test_each_row_is_held_by_what_is_there(page: str, root: Path) -> None:
    assert len(rows(page)) > 5
    for cells in rows(page):
        assert len(cells) == 5, cells
        assert holding(cells), cells
        missing = [name for name in holding(cells) if not (root / name).exists()]
        assert not missing, cells


def test_each_test_of_a_threat_is_on_the_page(page: str, root: Path) -> None:
    modules = sorted(path.name for path in (root / "tests" / "threats").glob("test_*.py"))
    assert Path(__file__).name in modules
    assert [name for name in modules if f"`tests/threats/{name}`" not in page] == []


def test_each_folder_and_file_that_it_names_holds_tests(page: str, root: Path) -> None:
    for cells in rows(page):
        for name in holding(cells):
            path = root / name
            tests = path.rglob("test_*.py") if path.is_dir() else [path]
            assert any("def test_" in test.read_text(encoding="utf-8") for test in tests), name


def test_the_readme_links_the_page(root: Path) -> None:
    assert f"({PAGE})" in (root / "README.md").read_text(encoding="utf-8")
