"""No Python of termlint names a kind of school, a level or a diploma: a pack says what it is about.

Every word is looked at, in code, strings, docstrings and comments; a name in code is taken apart
(`is_mbo`, `MboLevel`), and so is an expression (`v?mbo`).
"""

from __future__ import annotations

import io
import re
import tokenize
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import termlint

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(termlint.__file__).parent
STILL = ("exemptions/mentions.py", "exemptions/names.py", "exemptions/sources.py")
"""Cues and names that are still expressions. Each must hold such a word: what is mended leaves this list."""

WHOLE = frozenset(
    [
        *("mbo", "vmbo", "hbo", "havo", "vwo", "vavo", "wo", "ho", "roc", "bbl", "bol", "duo", "whw", "lbo"),
        *("mavo", "mulo", "lts", "mts", "hts", "meao", "heao", "pabo", "school", "schools", "scholen"),
        *("basisschool", "hogeschool", "universiteit", "university", "universitair", "academisch"),
        *("bachelor", "leraar", "docent", "docenten"),
    ]
)
"""Words as such; as a part they stand in others (neighbour, workflow)."""
PARTS = (
    *("onderwijs", "opgeleid", "opleiding", "diploma", "leerling", "student", "denkniveau", "middelbaar"),
    *("startkwalificatie", "geschoold", "scholing", "scholier", "pupil", "education", "educated", "teacher"),
    *("collegegeld", "studievoorschot"),
)
"""Words that no other word holds."""
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-zà-ÿ]+")
_ESCAPE = re.compile(r"\\[a-zA-Z]|[?*+]")


def words(text: str) -> Iterator[str]:
    """The words of a piece of code or prose, in lower case."""
    for found in _WORD.findall(_ESCAPE.sub(lambda sign: "" if sign[0] in "?*+" else " ", text)):
        yield found.lower()


def named(source: str) -> list[tuple[int, str]]:
    """The words of schooling in a Python file, each with its line."""
    return [
        (number, word)
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        for number, line in enumerate(token.string.splitlines(), token.start[0])
        for word in words(line)
        if word in WHOLE or any(part in word for part in PARTS)
    ]


FILES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def test_there_are_files() -> None:
    assert len(FILES) > 200
    assert set(STILL) <= set(FILES)


@pytest.mark.parametrize("name", [name for name in FILES if name not in STILL])
def test_no_python_names_a_kind_of_school(name: str) -> None:
    assert named((PACKAGE / name).read_text("utf-8")) == []


@pytest.mark.parametrize("name", STILL)
def test_what_is_not_done_yet_is_not_done(name: str) -> None:
    assert named((PACKAGE / name).read_text("utf-8"))


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("# een mbo'er\n", id="comment"),
        pytest.param('"""Een hbo-opleiding."""\n', id="docstring"),
        pytest.param("x = 'wo'\n", id="string"),
        pytest.param("is_mbo = 1\n", id="part of a name"),
        pytest.param("class MboLevel: ...\n", id="part of a name in capitals"),
        pytest.param("HBO = 1\n", id="constant"),
        pytest.param("x = r'\\bv?mbo\\b'\n", id="expression"),
        pytest.param("x = r'\\bhavo|\\bvwo'\n", id="behind an escape"),
        pytest.param("x = f'{y} het vervolgonderwijs'\n", id="template"),
        pytest.param("def f(opleidingsniveaus): ...\n", id="compound"),
        pytest.param("x = '''\n\n  laagopgeleiden\n'''\n", id="in a long text"),
        pytest.param("y = 'Diploma'\n", id="capital"),
        pytest.param("y = 'MBO-niveau'\n", id="with a hyphen"),
        *(pytest.param(f"x = 'de {word} is'\n", id=f"word {word}") for word in sorted(WHOLE)),
        *(pytest.param(f"x = 'de {part}s'\n", id=f"part {part}") for part in sorted(PARTS)),
    ],
)
def test_the_search_bites(source: str) -> None:
    assert named(source)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("neighbours = combo = symbol = 1\n", id="inside other words"),
        pytest.param("# two words, who, work, how, home\n", id="English"),
        pytest.param("x = r'\\bwork\\w+load'\n", id="escapes are no letters"),
        pytest.param("x = 'kwetsbare wijk, niet-westers'\n", id="another subject"),
    ],
)
def test_the_search_lets_others_be(source: str) -> None:
    assert named(source) == []
