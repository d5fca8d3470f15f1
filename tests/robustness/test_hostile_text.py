"""Texts that mean harm: bytes that are no text, lines and nests without end, what makes patterns go back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from termlint.errors import RuleError
from termlint.rulebook.source import parse
from tests.builders.hostile import USE
from tests.robustness.together import SOUND, Together, check_together, quoted

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

pytestmark = pytest.mark.slow

LENGTH = 60_000
"""At this length what takes the square of its length takes a minute and more, and the limit ends it."""

PUMPED = {
    "backticks.md": "`",
    "pictures.md": "![",
    "links.md": "[a](b ",
    "quotes-round.txt": "‘",
    "quotes-spaced.txt": "‘s ",
    "quotes-straight.md": '" ',
    "brackets.txt": "(",
    "dots.txt": "….",
    "fences.txt": "```{r}\n",
    "escaped.r": "\\'",
    "escaped.py": '\\"',
    "words.txt": "hoogopgeleid",
    "hanging.txt": "hoog-, ",
    "lines.txt": "hoog-\n",
    "spaces.md": " ",
    "pipes.md": "|a",
    "comments.html": "<!-- ",
    "tags.html": "<a b='",
    "tables.html": "<table><tr><td>",
    "entities.html": "&#1234567",
    "cells.csv": '"a""',
    "raw.r": "r'---(",
    "chunks.qmd": "```{r}\n#| fig-cap: a\n",
    "header.qmd": "a:\n",
}
"""By name: what stands there over and over, between two sound sentences."""

ODD: dict[str, tuple[bytes, str, str | None]] = {
    "nul.txt": (b"De stad\0telt", "failed", "text-binary"),
    "half-utf-16.txt": (b"\xff\xfeD\0e", "failed", "text-encoding"),
    "no-utf-8.txt": (b"\xef\xbb\xbf\xff\xff", "failed", "text-encoding"),
    "neither.txt": (b"De stad \x81\x8d", "checked", "text-unreadable-characters"),
    "one-line.txt": (f"{USE} ".encode() * 200_000, "partial", "text-limit"),
    "deep.html": (b"<div>" * 200_000 + b"x", "checked", None),
    "picture.md": (b"\x89PNG\r\n\x1a\n\0\0", "failed", "text-binary"),
    "word.txt": (SOUND["goed.docx"], "checked", "suffix-lies"),
    "pdf.md": (SOUND["goed.pdf"], "checked", "suffix-lies"),
    "text.docx": (USE.encode(), "failed", "docx-damaged"),
    "text.pdf": (USE.encode(), "failed", "pdf-damaged"),
    "pdf.docx": (SOUND["goed.pdf"], "checked", "suffix-lies"),
}


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> Together:
    pumped = {name: pump(name, unit).encode() for name, unit in PUMPED.items()}
    odd = {name: each[0] for name, each in ODD.items()}
    return check_together(tmp_path_factory.mktemp("tekst"), pumped | odd, "time: 30, text: 5")


def pump(name: str, unit: str) -> str:
    before = "---\n" if name == "header.qmd" else f"{USE}\n\n"
    return f"{before}{USE} {unit * (LENGTH // len(unit))}\n\n{USE}\n"


@pytest.mark.parametrize("name", PUMPED)
def test_no_pattern_goes_back_without_end(name: str, together: Together) -> None:
    assert together.outcome(name)[0] == "checked"


@pytest.mark.parametrize("name", ODD)
def test_what_is_odd_has_its_outcome(name: str, together: Together) -> None:
    _, status, code = ODD[name]
    outcome, codes, _ = together.outcome(name)
    assert (outcome, codes) == (status, [code] if code else [])
    for notice in together.documents[name]["notices"]:
        assert notice["message"] in quoted(notice)


@pytest.mark.parametrize("name", ["word.txt", "pdf.md", "pdf.docx"])
def test_what_is_called_otherwise_is_read_for_what_it_is(name: str, together: Together) -> None:
    assert together.found[name] == 1


@pytest.mark.parametrize("name", SOUND)
def test_the_others_are_checked(name: str, together: Together) -> None:
    assert together.outcome(name) == ("checked", [], 1)


def test_the_run_says_that_not_all_was_done(together: Together) -> None:
    assert (together.code, together.said) == (2, "")


LAUGHS = "a0: &a0 lol\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 10}]\n" for n in range(1, 10))
DEEP = "a: " + "[" * 5000 + "]" * 5000
CIRCLE = "a: &a [*a]\n"


class TestYamlThatMeansHarm:
    @pytest.mark.parametrize("text", [LAUGHS, DEEP, CIRCLE], ids=["anchors", "depth", "circle"])
    def test_a_rule_is_refused(self, text: str) -> None:
        with pytest.raises(RuleError) as caught:
            parse(text, Path("regel.yaml"))
        assert caught.value.code in ("rule-yaml", "limit-all-values", "limit-alias-loop")

    @pytest.mark.parametrize("text", [LAUGHS, DEEP, CIRCLE], ids=["anchors", "depth", "circle"])
    def test_settings_are_refused(self, text: str, desk: Desk) -> None:
        desk.write("a.txt")
        desk.write("termlint.yaml", text)
        ran = desk.run("check", "a.txt")
        assert (ran.code, ran.out) == (2, "")
        assert "termlint.yaml" in ran.err
