"""A name means one thing: no two classes share one, and the glossary speaks of what is there."""

from __future__ import annotations

import ast
import importlib
import re
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

CODE = ROOT / "termlint"
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text("utf-8")
ROOMS = {path.name.removesuffix(".py") for path in CODE.iterdir() if path.suffix == ".py" or path.is_dir()}
NAMED = sorted(set(re.findall(r"`(termlint(?:\.\w+)+)`", GLOSSARY)))


def classes(files: Mapping[str, str]) -> dict[str, list[str]]:
    """Where each class is defined, by its name without underscores in front."""
    found: dict[str, list[str]] = defaultdict(list)
    for path, text in files.items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef):
                found[node.name.lstrip("_")].append(path)
    return found


def shared(files: Mapping[str, str]) -> dict[str, list[str]]:
    return {name: places for name, places in classes(files).items() if len(places) > 1}


def sources(paths: Iterable[Path]) -> dict[str, str]:
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}


def test_no_two_classes_share_a_name() -> None:
    files = sources(CODE.rglob("*.py"))
    assert len(classes(files)) > 200
    assert shared(files) == {}


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        pytest.param("class Line: ...", "class Line: ...", "Line", id="public"),
        pytest.param("class Line: ...", "class _Line: ...", "Line", id="one is private"),
        pytest.param("class Line: ...", "def f():\n    class Line: ...", "Line", id="in a function"),
        pytest.param("class Line: ...", "class SourceLine: ...", None, id="another name"),
        pytest.param("class Line: ...", "from a import Line", None, id="imported"),
    ],
)
def test_a_shared_name_is_seen(one: str, other: str, name: str | None) -> None:
    assert list(shared({"a.py": one, "b.py": other})) == ([name] if name else [])


# --- the glossary ---------------------------------------------------------------------------------


@pytest.mark.parametrize("path", NAMED)
def test_what_the_glossary_names_is_there(path: str) -> None:
    assert is_there(path)


@pytest.mark.parametrize(
    "path", ["termlint.modal", "termlint.model.Blok", "termlint.readers.ooxml.atoms.Atom.colour"]
)
def test_what_is_not_there_is_seen(path: str) -> None:
    assert not is_there(path)


def is_there(path: str) -> bool:
    """Whether a dotted path leads to a module, or to something in one."""
    parts = path.split(".")
    for size in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:size]))
        except ModuleNotFoundError:
            continue
        for name in parts[size:]:
            known = getattr(found, "__annotations__", {})
            if name in known and not hasattr(found, name):
                return name == parts[-1]
            if not hasattr(found, name):
                return False
            found = getattr(found, name)
        return True
    return False


def test_every_room_is_in_the_glossary() -> None:
    named = {path.split(".")[1] for path in NAMED}
    assert len(NAMED) > 60
    assert ROOMS - named - {"__init__", "__main__", "__pycache__", "py", "packs"} == set()


def test_contributors_are_shown_the_way_to_it() -> None:
    assert "(docs/glossary.md)" in (ROOT / "CONTRIBUTING.md").read_text("utf-8")
