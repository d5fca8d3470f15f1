"""What comes from a hostile folder of rules is told with its place, at once and in little memory."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termlint.errors import RuleError
from termlint.messages import say
from termlint.rulebook import limits, load
from termlint.rulebook.expressions import check_regex
from termlint.rulebook.limits import LimitError
from tests.raised import raised
from tests.rulebook.hostile import (
    MATCH,
    WORD,
    listed,
    phrase,
    phrases,
    tokens,
    words,
)
from tests.rulebook.packs import RULE, changed, pack

pytestmark = pytest.mark.slow

HOSTILE = [
    pytest.param(listed(words(3_000), "'[<g> <g> <g>]'"), "phrase-too-wide", id="product"),
    pytest.param(listed(words(3_000), "huis" + " (<g>)" * 20), "phrase-too-wide", id="optional product"),
    pytest.param(listed(words(3_000), "<g>-<g>-<g>"), "phrase-too-wide", id="joined product"),
    pytest.param(listed("<g> huis"), "phrase-list-loop", id="list in itself"),
    pytest.param(
        phrase("<a> huis") + "lists: {a: [<b>], b: [<a>]}\n", "phrase-list-loop", id="lists in each other"
    ),
    pytest.param(
        phrase("<l0> huis")
        + "lists: {"
        + ", ".join(f"l{n}: [x, {', '.join(f'<l{m}>' for m in range(n + 1, 25))}]" for n in range(24))
        + ", l24: [x]}\n",
        "limit-nested-lists",
        id="lists in all later ones",
    ),
    pytest.param(phrase("huis ..." + "9" * 900 + " tuin"), "limit-gap", id="huge gap"),
    pytest.param(phrase("huis ...veel tuin"), "phrase-bad-gap", id="gap without a number"),
    pytest.param(phrase("'-'"), "phrase-no-word", id="only a sign"),
    pytest.param(phrase("{tokens: [{LOWER: a}], literals: ['-']}"), "phrase-no-word", id="literal of a sign"),
    pytest.param(changed((WORD, WORD + "  en: verb\n")), "word-no-forms", id="no verb"),
    pytest.param(RULE + "x: &a [*a]\n", "limit-alias-loop", id="alias in itself"),
    pytest.param(
        RULE
        + "x: &a [1,1,1,1,1,1,1,1,1]\n"
        + "".join(f"y{n}: &a{n} [{', '.join([f'*a{n - 1}' if n else '*a'] * 9)}]\n" for n in range(12)),
        "limit-all-values",
        id="alias bomb",
    ),
    pytest.param(RULE + "x: " + "[" * 900 + "]" * 900 + "\n", "limit-depth", id="deep"),
    pytest.param(RULE + "x: " + "{a: " * 900 + "1" + "}" * 900 + "\n", "limit-depth", id="deep mappings"),
    pytest.param(RULE + "<<: {title: x}\n", "rule-yaml-key", id="merge key"),
    pytest.param(RULE + "[a, b]: x\n", "rule-yaml-key", id="list as key"),
    pytest.param(RULE + "x: !!python/object/apply:os.abort []\n", "rule-yaml-tag", id="python tag"),
    pytest.param(
        changed(("title: Proef", "title: !!python/name:os.abort x")), "rule-yaml-tag", id="python name"
    ),
    pytest.param(changed(("title: Proef", "title: !!int ''")), "rule-yaml-value", id="no number"),
    pytest.param(
        changed(("title: Proef", "title: 1" + ":1" * 4_500)), "rule-yaml-value", id="number without end"
    ),
    pytest.param(tokens("{OP: '*'}, " * 20 + "{LOWER: b}"), "limit-token-choices", id="many stars"),
    pytest.param(tokens("{LOWER: b, OP: '{1," + "9" * 5_000 + "}'}"), "limit-tokens", id="huge OP"),
    pytest.param(tokens("{MORPH: {REGEX: {NOT_IN: ['(a+)+$']}}}"), "limit-regex-ways", id="regex inside"),
]


@pytest.mark.parametrize(("text", "code"), HOSTILE)
def test_what_is_hostile_is_told_with_its_place(tmp_path: Path, text: str, code: str) -> None:
    folder = pack(tmp_path / "eigen", text)
    with pytest.raises(RuleError) as told:
        load([folder])
    assert (told.value.code, told.value.path) == (code, folder / "proef.yaml")
    assert told.value.excerpt
    assert len(told.value.excerpt) <= limits.EXCERPT
    assert len(say(code, "nl", **told.value.params)) < 2 * limits.EXCERPT + 100


class TestRegex:
    @pytest.mark.parametrize(
        "text",
        [r"^proef\w*$", r"^\w+-\w+-\w+$", "^(hbo|wo|mbo)[1-4]?$", r"(\w+)\1", "^(?:19|20)[0-9]{2}$"],
    )
    def test_ordinary_ones_pass(self, text: str) -> None:
        check_regex(text)

    @pytest.mark.parametrize(
        "text",
        [
            "^(a+)+$",
            "^(a|a)*$",
            "(a*)*b",
            "a?" * 30 + "a" * 30,
            "a*" * 20 + "b",
            "(a|a)" * 30,
            "(?=(a+)+$)",
            "(?:(?:a{0,9}){0,9}){0,9}",
            "(a+)?(?(1)b+|c+)+",
            "([a-z]+-?)+x",
        ],
    )
    def test_those_without_end_do_not(self, text: str) -> None:
        with raised(LimitError, "limit-regex-ways"):
            check_regex(text)

    def test_those_that_are_read_in_two_ways_do_not(self) -> None:
        for text in ("a*+b", "(?>a+)b", "(x(?=y++))"):
            assert verdict(text) == "rule-unequal-regex"

    def test_what_a_later_python_reads_in_another_way_does_not(self) -> None:
        assert verdict("[[a]b") == "rule-bad-regex"

    @settings(max_examples=60, deadline=None)
    @given(st.text("ab()|*+?{}0129,\\.^$[]-", max_size=25))
    def test_any_text_is_judged(self, text: str) -> None:
        """Either it passes, and then it compiles; or it is told."""
        assert verdict(text) in ("", "rule-bad-regex", "rule-unequal-regex", "limit-regex-ways")
        if not verdict(text):
            re.compile(text)


def verdict(text: str) -> str:
    """The code with which a regular expression is refused, or nothing."""
    try:
        check_regex(text)
    except LimitError as error:
        return error.code
    return ""


FEW_MEGABYTES = 200
_GROWTH = r"""
import re, sys
from pathlib import Path
from termlint.errors import RuleError
from termlint.rulebook import load
load(check=True)
def peak():  # of this program alone: what getrusage tells begins with the process that started it
    return int(re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())[1])
before = peak()
try:
    load([Path(sys.argv[1])])
except RuleError as error:
    print(error.code)
print((peak() - before) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory as Linux does")
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(listed(words(3_000), "'[<g> <g> <g>]'"), id="product"),
        pytest.param(listed(words(5_000), "huis" + " <g>" * 100), id="one list many times"),
        pytest.param(listed(words(90_000)), id="long list"),
        pytest.param(phrases(19_000), id="many phrases"),
        pytest.param(changed((MATCH, "  - 1\n" * 90_000 + "suggest")), id="as many mistakes"),
        pytest.param(changed((MATCH, "  - {a: 1}\n" * 3_900 + "suggest")), id="as many mistaken mappings"),
        pytest.param(RULE + "#" * 5_000_000, id="large file"),
    ],
)
def test_loading_takes_little_memory(tmp_path: Path, text: str) -> None:
    folder = pack(tmp_path / "eigen", text)
    done = subprocess.run(
        [sys.executable, "-c", _GROWTH, str(folder)],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        check=True,
    )
    assert int(done.stdout.split()[-1]) < FEW_MEGABYTES
