"""`dev.py mutate`: what it changes, and that it tells what tests notice from what they do not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import dev
from devtools import mutation
from devtools.mutants import Mutant, alternatives, mutants

pytestmark = pytest.mark.slow

MODULE = 'LIMIT = 10\nWORDS = frozenset({"aap", "noot"})\n\n\ndef small(n):\n    return n < LIMIT\n'
TESTS = """
from small.limits import WORDS, small

def test_limit():
    assert small(9) and not small(10)

def test_words():
    assert "aap" in WORDS
"""


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("A = 10", ["A = 20", "A = 5"], id="a number"),
        pytest.param("A = 2", ["A = 3", "A = 1"], id="a small number"),
        pytest.param("A = 0.5", ["A = 1.0", "A = 0.25"], id="a fraction"),
        pytest.param("A: int = -10", ["A: int = -20", "A: int = -5"], id="a negative number, with its type"),
        pytest.param("A = {'é', 'b'}", ["A = {'b'}", "A = {'é'}"], id="a set, with a letter of two bytes"),
        pytest.param("A = ('a', 'b')", ["A = ('b')", "A = ('a',)"], id="a tuple"),
        pytest.param("A = {'a': 'x', 'b': 'y'}", ["A = {'b': 'y'}", "A = {'a': 'x'}"], id="a mapping"),
        pytest.param("A = f('a b')", [], id="words that are no list"),
        pytest.param("A = either('aa b')", ["A = either('b')", "A = either('aa')"], id="words of either"),
        pytest.param("A = 'a b'.split()", ["A = 'b'.split()", "A = 'a'.split()"], id="words of split"),
        pytest.param("A = c('x(?:a|b)')", ["A = c('x(?:b)')", "A = c('x(?:a)')"], id="alternatives"),
        pytest.param(
            "A = c(rf'(a|{B})')",
            ["A = c(rf'({B})')", "A = c(rf'(a)')"],
            id="an f-string",
        ),
        pytest.param(
            "class A:\n    b: int = 7",
            ["class A:\n    b: int = 14", "class A:\n    b: int = 3"],
            id="a field",
        ),
        pytest.param("A = Literal['a', 'b']", [], id="a type"),
        pytest.param("A = True", [], id="no number"),
        pytest.param("A = ['a']", [], id="one entry is no table"),
        pytest.param("def f():\n    a = 10", [], id="inside a function"),
        pytest.param("__all__ = ['a', 'b']", [], id="names that a module gives"),
    ],
)
def test_what_is_changed(source: str, expected: list[str]) -> None:
    assert sorted(m.applied(source) for m in mutants("a.py", source)) == sorted(expected)


@pytest.mark.parametrize(
    ("pattern", "without"),
    [
        pytest.param("a|b|c", ["b|c", "a|c", "a|b"], id="at the top"),
        pytest.param("(?P<x>a|b)", ["(?P<x>b)", "(?P<x>a)"], id="a named group"),
        pytest.param("(?<!a|b)c", ["(?<!b)c", "(?<!a)c"], id="behind"),
        pytest.param("(a|(b|c))", ["((b|c))", "(a)", "(a|(c))", "(a|(b))"], id="in each other"),
        pytest.param("[a|b]", [], id="in a class"),
        pytest.param("[]|]x", [], id="a class that begins with its own sign"),
        pytest.param(r"a\|b", [], id="the sign itself"),
        pytest.param("ab", [], id="nothing to choose"),
    ],
)
def test_alternatives_of_a_pattern(pattern: str, without: list[str]) -> None:
    assert sorted(pattern[:a] + pattern[b:] for a, b in alternatives(pattern)) == sorted(without)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A repository with one limit that is held on both sides, and a table of which one entry is."""
    for name, text in {
        "small/__init__.py": "",
        "small/limits.py": MODULE,
        "tests/__init__.py": "",
        "tests/test_limits.py": TESTS,
        "pyproject.toml": '[tool.pytest.ini_options]\nmarkers = ["slow"]\n',
    }.items():
        (tmp_path / "klein" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "klein" / name).write_text(text, "utf-8")
    return tmp_path / "klein"


def outcomes(root: Path, **options: object) -> dict[str, str]:
    chosen = mutation.found(root, package="small")
    tried = mutation.tried(root, chosen, Path(sys.executable), package="small", **options)  # type: ignore[arg-type]
    return {mutant.what: outcome for mutant, outcome in tried}


def test_what_tests_notice_is_killed_and_what_they_do_not_survives(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tijdelijk").mkdir()
    monkeypatch.setattr(mutation.tempfile, "tempdir", str(tmp_path / "tijdelijk"))
    assert outcomes(small) == {
        "10 → 20": "killed",
        "10 → 5": "killed",
        'without "aap"': "killed",
        'without "noot"': "survived",
    }
    assert (small / "small" / "limits.py").read_text("utf-8") == MODULE
    assert list((tmp_path / "tijdelijk").iterdir()) == []


def test_what_is_allowed_is_not_tried(small: Path) -> None:
    found = outcomes(small, allowed={"small/limits.py:WORDS": "a reason"})
    assert found['without "aap"'] == found['without "noot"'] == "allowed"
    assert found["10 → 5"] == "killed"


def test_of_tests_that_fail_anyway_nothing_is_said(small: Path) -> None:
    (small / "tests" / "test_limits.py").write_text("from small import limits\ndef test_a():\n    assert 0\n")
    assert set(outcomes(small).values()) == {"broken"}


def test_tests_that_never_end_are_ended(small: Path) -> None:
    file = small / "tests" / "test_limits.py"
    file.write_text(
        "from small import limits\ndef test_a():\n    while limits.LIMIT != 10:\n        pass\n", "utf-8"
    )
    chosen = [m for m in mutation.found(small, package="small") if m.what == "10 → 5"]
    tried = mutation.tried(small, chosen, Path(sys.executable), package="small", seconds=10)
    assert [outcome for _, outcome in tried] == ["killed"]


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such signal")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_when_it_is_ended_its_copies_go_and_its_tests_end(small: Path, tmp_path: Path, sign: int) -> None:
    (small / "tests" / "test_limits.py").write_text(
        "from small import limits\nimport time\ntime.sleep(600)\n"
    )
    (tmp_path / "tijdelijk").mkdir()
    program = "\n".join(
        [
            "import sys; from functools import partial; from pathlib import Path",
            "from devtools import mutation as m",
            "m.environment = lambda group: Path(sys.executable)",
            "m.found, m.tried = partial(m.found, package='small'), partial(m.tried, package='small')",
            f"m.ROOT = Path({str(small)!r}); m.mutate(['--out', {str(tmp_path / 'out')!r}])",
        ]
    )
    environment = os.environ | {"TMPDIR": str(tmp_path / "tijdelijk"), "PYTHONPATH": str(mutation.ROOT)}
    process = subprocess.Popen([sys.executable, "-c", program], env=environment, stdout=subprocess.PIPE)
    try:
        while not list((tmp_path / "tijdelijk").glob("*/1/repository/tests/__pycache__/test_limits*")):
            assert process.poll() is None
            time.sleep(0.1)
        process.send_signal(sign)
        assert process.wait(60) != 0
    finally:
        process.kill()
        process.communicate()
    assert list((tmp_path / "tijdelijk").iterdir()) == []


def test_a_sample_is_the_same_for_the_same_seed_and_in_order() -> None:
    every = [Mutant("a.py", "A", n, f"{n}", 0, 1, "") for n in range(50)]
    drawn = mutation.sample(every, limit=10, seed=3)
    assert drawn == mutation.sample(every, limit=10, seed=3) != mutation.sample(every, limit=10, seed=4)
    assert [m.line for m in drawn] == sorted(m.line for m in drawn)
    assert mutation.sample(every, limit=50) == mutation.sample(every) == every
    assert [m.line for m in mutation.sample(every, only=r"A: 4\d$")] == list(range(40, 50))


def test_rooms_are_named_as_folders_or_modules() -> None:
    whole = mutation.found(mutation.ROOT, ["matching"])
    module = mutation.found(mutation.ROOT, ["matching/coordination"])
    assert {Path(m.path).parent.name for m in whole} == {"matching"}
    assert {m.path for m in module} == {"termlint/matching/coordination.py"}
    with pytest.raises(SystemExit, match="nowhere"):
        mutation.found(mutation.ROOT, ["nowhere"])


def test_the_tests_of_a_module_are_those_that_import_it_and_those_of_its_room() -> None:
    direct = "tests/suppression/test_directives.py"
    assert mutation.holding(mutation.ROOT, "termlint/suppression/directives.py") == (
        direct,
        "+",
        "tests/suppression",
    )
    assert mutation.holding(mutation.ROOT, "termlint/no_test_names_this.py") == ("+", "tests")


def test_what_is_allowed_stands_there_and_has_a_reason() -> None:
    known = {f"{m.path}:{m.name}" for m in mutation.found(mutation.ROOT)}
    assert mutation.allowed().keys() <= known
    assert all(len(reason.split()) > 2 for reason in mutation.allowed().values())


def test_it_is_a_command() -> None:
    assert dev.COMMANDS["mutate"] is mutation.mutate
