"""Regular expressions mean the same on every Python that we support.

Possessive quantifiers and atomic groups came with 3.11, and lost text there until 3.11.5: we use none.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from termlint.dutch import code
from termlint.exemptions import mentions, sources
from termlint.readers import script
from termlint.readers.plain import DirectiveComments

pytestmark = pytest.mark.slow

parser = re._parser  # type: ignore[attr-defined]

SOURCES = Path(__file__).parent.parent / "termlint"
UNEQUAL = (parser.POSSESSIVE_REPEAT, parser.ATOMIC_GROUP)
RECORD = """
import importlib, json, pkgutil, re, sys
compiled, compile_as_before = [], re._compiler.compile
def note(pattern, flags=0):
    caller = sys._getframe(1)
    while caller.f_globals.get("__name__", "").split(".")[0] in ("re", "__main__"):
        caller = caller.f_back
    if isinstance(pattern, str) and caller.f_globals.get("__name__", "").startswith("termlint"):
        compiled.append((caller.f_globals["__name__"], pattern, int(flags)))
    return compile_as_before(pattern, flags)
re._compiler.compile = note
import termlint
for module in pkgutil.walk_packages(termlint.__path__, "termlint."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print(json.dumps(compiled))
"""


def is_unequal(pattern: str, flags: int = 0) -> bool:
    """Whether a pattern holds what not every version understands alike."""

    def within(piece: object) -> bool:
        if isinstance(piece, (tuple, list, parser.SubPattern)):
            return any(within(each) for each in piece)
        return isinstance(piece, type(UNEQUAL[0])) and piece in UNEQUAL  # no number of a sign

    return within(parser.parse(pattern, flags))


def written() -> dict[str, str]:
    """Every text handed to a function of `re` as it stands, by module and line."""
    found = {}
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args:
                pattern = node.args[0]
                if isinstance(pattern, ast.Constant) and isinstance(pattern.value, str):
                    found[f"{path.relative_to(SOURCES)}:{node.lineno}"] = pattern.value
    return found


@pytest.mark.parametrize(
    ("pattern", "unequal"),
    [
        pytest.param("a++", True, id="possessive"),
        pytest.param("(?:x(?:a|b)?+y)*", True, id="possessive inside"),
        pytest.param("a{2,3}+", True, id="possessive count"),
        pytest.param("a(?>b)", True, id="atomic"),
        pytest.param("(?=a*+b)", True, id="in a look ahead"),
        pytest.param(r"a\++b+?[*+]+", False, id="signs and lazy ones"),
    ],
)
def test_it_knows_them(pattern: str, unequal: bool) -> None:
    assert is_unequal(pattern) == unequal


def test_no_expression_made_at_import_is_one() -> None:
    done = subprocess.run([sys.executable, "-c", RECORD], capture_output=True, encoding="utf-8", check=True)
    compiled = json.loads(done.stdout)
    assert {"termlint.readers.script", "termlint.dutch.tokens"} < {module for module, *_ in compiled}
    assert [(module, pattern) for module, pattern, flags in compiled if is_unequal(pattern, flags)] == []


def test_no_expression_written_out_is_one() -> None:
    patterns = written()
    assert any(place.startswith("readers") for place in patterns)
    assert [place for place, pattern in patterns.items() if is_unequal(pattern)] == []


# --- and what takes their place does not take for ever

MANY = 300_000
PROGRAMS = (
    '"' * MANY,
    "'\"" * MANY,
    "(" * MANY,
    '"' + "\\" * MANY,
    '\\"' * MANY,
    '"""' + "\\" * MANY,
    'r"(' * MANY,
)
REMARKS = ("student", "student ", "mbo, ", "mbo en ", "en-student ", "mbo-student ", "mbo ,", "mbo of\t")


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda text: text[:4])
def test_a_program_of_one_sign_is_read_at_once(program: str) -> None:
    for tokens in (script._PYTHON, script._R):
        read = script._Script(program, tokens, DirectiveComments())
        assert [token for token in read._text_tokens() if token.end > len(program)] == []
    assert len(code._STRING.sub("", program)) <= len(program)


@pytest.mark.parametrize("part", REMARKS)
def test_a_remark_without_end_is_left_at_once(part: str) -> None:
    whole = " maar " + part * (MANY // 10)
    assert mentions._BUT_THAT.match(whole + "#") is None
    assert mentions._BUT_THAT.match(" maar wel " + part * 3)


@pytest.mark.parametrize("part", ["1.", ".", " ", "bijlage 1 ", "¶"])
def test_a_heading_without_end_is_left_at_once(part: str) -> None:
    assert sources._HEADING.match(part * MANY) is None


@pytest.mark.parametrize(
    "heading", ["Bronnen", "1.2 Literatuur", "Bijlage 3: Bronnen", "  A. Noten", "… Referenties"]
)
def test_a_heading_of_sources_is_known(heading: str) -> None:
    assert sources._HEADING.match(heading)
