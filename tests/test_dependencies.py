"""What termlint says that it stands on is what it stands on, and everyone has the same versions of it."""

from __future__ import annotations

import ast
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import dev
from devtools import constraints, environments

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
DECLARED = {canonicalize_name(Requirement(each).name) for each in PROJECT["dependencies"]}
NOT_YET = {
    "python-docx": "given with the assignment; nothing leans on it until documents are made from a template"
}
"""What is declared and not imported, with the reason."""


def imported() -> dict[str, set[str]]:
    """The distributions whose modules termlint imports, each with the files that do."""
    owners = metadata.packages_distributions()
    found: dict[str, set[str]] = {}
    for path in (ROOT / "termlint").rglob("*.py"):
        for module in modules(path):
            if module != "termlint" and module not in sys.stdlib_module_names:
                for owner in owners.get(module, [module]):
                    found.setdefault(canonicalize_name(owner), set()).add(path.name)
    return found


def modules(path: Path) -> set[str]:
    """The top-level modules that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {each.name.split(".")[0] for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def test_every_import_is_declared() -> None:
    assert {name: files for name, files in imported().items() if name not in DECLARED} == {}


def test_everything_declared_is_imported_or_has_a_reason_not_to_be() -> None:
    assert set(imported()) >= {"spacy", "click", "lxml"}
    assert DECLARED - set(imported()) == set(NOT_YET)


def test_every_dependency_has_a_lowest_version_and_no_highest() -> None:
    for requirement in map(Requirement, PROJECT["dependencies"]):
        assert [each.operator for each in requirement.specifier] == [">="], requirement.name


def test_ci_runs_tests_with_the_lowest_versions() -> None:
    assert "python3 dev.py minimal\n" in (ROOT / ".ci" / "run").read_text("utf-8")
    assert [path for path in dev.OLDEST if not (ROOT / path).exists()] == []


# --- constraints.txt ------------------------------------------------------------------------------

LINES = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
PINS = [Requirement(line) for line in LINES]
PLACES = [
    {
        "python_version": f"3.{minor}",
        "python_full_version": f"3.{minor}.2",
        "sys_platform": system,
        "os_name": name,
    }
    for minor in (11, 12, 13, 14)
    for system, name in (("linux", "posix"), ("win32", "nt"), ("darwin", "posix"))
]


@pytest.mark.parametrize(
    ("line", "fits"),
    [
        pytest.param("lxml==6.1.3", True, id="a version"),
        pytest.param("numpy==2.4.6 ; python_full_version < '3.12'", True, id="with where it serves"),
        pytest.param("lxml>=6", False, id="not exact"),
        pytest.param("lxml @ " + "https:" + "//example.invalid/lxml.whl", False, id="an address"),
        pytest.param("lxml==6.1.3 --hash=sha256:00", False, id="a hash"),
        pytest.param("--extra-index-url https:" + "//example.invalid", False, id="an option"),
        pytest.param("# via spacy", False, id="a remark"),
    ],
)
def test_a_line_is_an_exact_version_and_nothing_else(line: str, fits: bool) -> None:
    assert bool(constraints.LINE.fullmatch(line)) == fits


def test_it_holds_nothing_else_in_order() -> None:
    assert [line for line in LINES if not constraints.LINE.fullmatch(line)] == []
    assert [line.split("==")[0] for line in LINES] == sorted(line.split("==")[0] for line in LINES)


@pytest.mark.parametrize("place", PLACES, ids=lambda each: f"{each['python_version']}-{each['sys_platform']}")
def test_what_is_asked_for_has_one_version_in_every_place(place: dict[str, str]) -> None:
    here = {**default_environment(), **place}
    serving = [pin for pin in PINS if pin.marker is None or pin.marker.evaluate(here)]
    names = [canonicalize_name(pin.name) for pin in serving]
    assert len(names) == len(set(names))
    asked = [Requirement(each) for each in (*PROJECT["dependencies"], *environments.requirements("dev"))]
    versions = {canonicalize_name(pin.name): next(iter(pin.specifier)).version for pin in serving}
    for requirement in (each for each in asked if each.name != "pip"):
        assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)]), requirement.name


def test_an_environment_is_made_anew_when_a_version_changes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in environments._STATE:
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    monkeypatch.setattr(environments, "ROOT", tmp_path)
    before = environments.state()
    assert environments.state() == before
    (tmp_path / "constraints.txt").write_text("lxml==1.0\n", "utf-8")
    assert environments.state() != before
