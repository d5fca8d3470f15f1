"""A house in which a newcomer finds the way: short files with a subject for a name, and short functions."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted(file for room in ("termlint", "tests", "devtools") for file in (ROOT / room).rglob("*.py"))
LINES = 300
MEDIAN, NINETIETH, LONGEST = 7, 15, 40
NO_SUBJECT = {"helper", "helpers", "misc", "more", "part", "rest", "stuff", "util", "utils"}


def too_long(source: str) -> bool:
    return len(source.splitlines()) > LINES


def functions(source: str) -> dict[str, int]:
    """The lines of each function, from its `def` to its end without its docstring; by name and line."""
    found = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            said = node.body[0] if ast.get_docstring(node) is not None else None
            spoken = (said.end_lineno or said.lineno) - said.lineno + 1 if said else 0
            found[f"{node.name}:{node.lineno}"] = (node.end_lineno or 0) - node.lineno + 1 - spoken
    return found


def no_subject(name: str) -> bool:
    """Whether a file's name says where it was cut and not what it is about."""
    words = {word.rstrip("0123456789") for word in name.removesuffix(".py").split("_")}
    return bool(words & NO_SUBJECT)


def test_no_file_is_long() -> None:
    assert len(FILES) > 200
    long = {f.relative_to(ROOT).as_posix() for f in FILES if too_long(f.read_text("utf-8"))}
    assert long == set()


@pytest.mark.parametrize(
    ("lines", "long"),
    [pytest.param(LINES, False, id="at the limit"), pytest.param(LINES + 1, True, id="over it")],
)
def test_a_file_is_long_past_the_limit(lines: int, long: bool) -> None:
    assert too_long("x = 1\n" * lines) == long


def test_functions_fit_a_screen() -> None:
    rooms = (file for file in FILES if file.is_relative_to(ROOT / "termlint"))
    lengths = {f"{f.name}:{name}": n for f in rooms for name, n in functions(f.read_text("utf-8")).items()}
    assert statistics.median(lengths.values()) <= MEDIAN
    assert sorted(lengths.values())[len(lengths) * 9 // 10] <= NINETIETH
    assert {name: n for name, n in lengths.items() if n > LONGEST} == {}


def test_a_function_is_counted_without_its_docstring_and_decorators() -> None:
    source = '@a\n@b\ndef f(\n    x,\n):\n    """One\n\n    two.\n    """\n    return x\n'
    assert functions(source) == {"f:3": 4}
    assert functions(
        "class A:\n    async def g(self):\n        def h():\n            pass\n        await h()\n"
    ) == {
        "g:2": 4,
        "h:3": 2,
    }


def test_every_file_is_named_after_its_subject() -> None:
    assert [str(f.relative_to(ROOT)) for f in FILES if no_subject(f.name)] == []


@pytest.mark.parametrize(
    ("name", "vague"),
    [
        pytest.param("pdf_helpers.py", True, id="helpers"),
        pytest.param("test_docx_part2.py", True, id="a number"),
        pytest.param("utils.py", True, id="alone"),
        pytest.param("test_pdf_page_parts.py", False, id="a word of the subject"),
        pytest.param("parts.py", False, id="parts of a document"),
    ],
)
def test_a_vague_name_is_told_from_a_subject(name: str, vague: bool) -> None:
    assert no_subject(name) == vague
