"""The grammar: each word of it on both sides, what is told of a comment that is not in it, and any text."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from termlint.messages import CATALOG
from termlint.model import Comment
from termlint.suppression.directives import is_addressed, is_understood, parse

KNOWN = frozenset({"kantine", "fiets-pad", "Bus"})

Read = tuple[str, frozenset[str] | None, str]


def read(text: str) -> tuple[Read | None, list[str]]:
    """Verb, rules and reason; and the codes of what is told."""
    directive, problems = parse(Comment(text), KNOWN)
    said = (directive.verb, directive.rules, directive.reason) if directive else None
    return said, [problem.code for problem in problems]


def rules(*names: str) -> frozenset[str]:
    return frozenset(names)


# --- each word, and every way to write it ---------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "verb"),
    [("negeer", "ignore"), ("ignore", "ignore"), ("uit", "off"), ("off", "off"), ("aan", "on"), ("on", "on")],
)
def test_each_verb(word: str, verb: str) -> None:
    assert read(f"termlint: {word} kantine citaat") == ((verb, rules("kantine"), "citaat"), [])
    assert read(f"termlint: {word.upper()} kantine citaat") == ((verb, rules("kantine"), "citaat"), [])
    assert read(f"termlint: {word}x kantine citaat")[0] is None


@pytest.mark.parametrize("name", ["alles", "all", "*", "ALLES"])
def test_each_word_for_every_rule(name: str) -> None:
    assert read(f"termlint: negeer {name} citaat") == (("ignore", None, "citaat"), [])
    assert read(f"termlint: negeer {name}x citaat") != (("ignore", None, "citaat"), [])


@pytest.mark.parametrize("name", ["alle", "everything", "Alle"])
def test_other_words_for_every_rule_are_understood_and_told(name: str) -> None:
    assert read(f"termlint: negeer {name} citaat") == (("ignore", None, "citaat"), ["read-as"])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("termlint: negeer fiets-pad naam van de wet", id="as in the manual"),
        pytest.param("Termlint: Negeer Fiets-Pad naam van de wet", id="capitals"),
        pytest.param("termlint:negeer fiets-pad naam van de wet", id="no space"),
        pytest.param("  termlint :  negeer   fiets-pad \n naam van\n\tde wet ", id="more space, over lines"),
        pytest.param("termlint: negeer: fiets-pad: naam van de wet", id="colons"),
        pytest.param("termlint: negeer fiets-pad, naam van de wet", id="comma"),
        pytest.param("termlint: negeer fiets-pad - naam van de wet", id="dash"),
        pytest.param("termlint: negeer fiets-pad — naam van de wet", id="long dash"),
        pytest.param("termlint: ignore fiets-pad naam van de wet", id="Dutch and English mixed"),
        pytest.param("termlint: negeer ‘fiets-pad’ naam van de wet", id="between quotation marks"),
        pytest.param("termlint: negeer fiets\u2011pad naam van de wet", id="a hyphen of Word"),
        pytest.param("\ufefftermlint:\u00a0negeer fiets\u00ad-pad naam van de wet", id="invisible signs"),
        pytest.param("termlint: negeer fiets-pad (naam van de wet", id="a bracket"),
    ],
)
def test_one_directive_in_many_hands(text: str) -> None:
    said, problems = read(text)
    assert said
    assert (said[0], said[1], said[2].lstrip("(")) == ("ignore", rules("fiets-pad"), "naam van de wet")
    assert problems == []


@pytest.mark.parametrize(
    ("text", "expected", "told"),
    [
        pytest.param("kantine, fiets-pad: citaat", (rules("kantine", "fiets-pad"), "citaat"), [], id="two"),
        pytest.param("kantine,bus citaat", (rules("kantine", "Bus"), "citaat"), [], id="two, no space"),
        pytest.param("kantine, citaat", (rules("kantine"), "citaat"), [], id="a reason behind a comma"),
        pytest.param(
            "kantine, fietspad: citaat",
            (rules("kantine"), "citaat"),
            ["unknown-rule-near"],
            id="one misspelt",
        ),
        pytest.param(": citaat", (None, "citaat"), ["read-as"], id="no rule but a sign"),
        pytest.param("(citaat)", (None, "(citaat)"), ["read-as"], id="no rule but a bracket"),
        pytest.param("", (None, ""), ["no-reason"], id="nothing"),
        pytest.param("kantine", (rules("kantine"), ""), ["no-reason"], id="no reason"),
        pytest.param("kantine -", (rules("kantine"), ""), ["no-reason"], id="a sign is no reason"),
        pytest.param("kantin citaat", None, ["unknown-rule-near"], id="misspelt"),
        pytest.param("zwembad citaat", None, ["unknown-rule"], id="no such rule"),
    ],
)
def test_the_rules_it_names(text: str, expected: tuple[object, str] | None, told: list[str]) -> None:
    said, problems = read(f"termlint: negeer {text}")
    assert (said and said[1:]) == expected
    assert problems == told


def test_on_needs_no_reason() -> None:
    assert read("termlint: aan") == (("on", None, ""), [])
    assert read("termlint: uit") == (("off", None, ""), ["no-reason"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("termlint: negeren kantine citaat", ["unknown-verb-near"], id="nearly a verb"),
        pytest.param("termlint: zie de handleiding", ["unknown-verb"], id="another word"),
        pytest.param("termlint:", ["unknown-verb"], id="nothing"),
    ],
)
def test_what_is_addressed_to_us_and_not_understood_is_told(text: str, told: list[str]) -> None:
    assert is_addressed(text)
    assert not is_understood(text)
    assert read(text) == (None, told)


def test_a_forgotten_colon_is_understood_and_told() -> None:
    assert read("termlint negeer kantine citaat") == (("ignore", rules("kantine"), "citaat"), ["read-as"])


@pytest.mark.parametrize(
    "text",
    [
        "termlint is handig",
        "termlint uit de doos",
        "zie termlint: negeer",
        "lint: negeer alles x",
        "",
        "termlintx: aan",
    ],
)
def test_any_other_comment_is_left_alone(text: str) -> None:
    assert not is_addressed(text)
    assert read(text) == (None, [])


# --- any text at all ------------------------------------------------------------------------------

PARTS = st.sampled_from(
    [
        "termlint",
        ":",
        " ",
        "\n",
        "negeer",
        "UIT",
        "aan",
        "kantine",
        "kantin",
        "alle",
        ",",
        ";",
        "-",
        "—",
        "(",
        "’",
        "x",
        "*",
        "\u00ad",
    ]
)


@given(st.one_of(st.text(), st.lists(PARTS).map("".join), st.lists(PARTS).map("termlint: {}".format)))
@example("termlint: negeer" + ":" * 50)
@example("termlint: negeer \x00{0}{said}")
def test_any_comment_gives_a_directive_or_is_told(text: str) -> None:
    directive, problems = parse(Comment(text), KNOWN)
    if is_addressed(text):
        assert directive or problems
        assert directive is None or is_understood(text)
    else:
        assert directive is None
        assert problems == ()
    for problem in problems:
        assert max(map(len, problem.params.values()), default=0) <= 130
        for kind in ("line", "paragraph", "loose"):
            for sentence in CATALOG[f"suppression-{problem.code}-{kind}"]:
                sentence.format(line=1, paragraph=1, **problem.params)


ENDLESS = """
from termlint.model import Comment
from termlint.suppression.directives import parse
stretches = [" ", "\\n", ":", "-", "\\u2014", ",", "a", "kantine,", "kantin,", "negeer ", "termlint:"]
for stretch in [*stretches, "# termlint: ", "(", "\\u00ad", "\\u2019"]:
    for before in ("", "termlint", "termlint: ", "termlint: negeer ", "termlint: negeer kantine"):
        parse(Comment(before + stretch * (400_000 // len(stretch))), frozenset({"kantine"}))
print("done")
"""


def test_a_comment_takes_time_in_proportion_to_its_length() -> None:
    """In proportion: seconds for all of these; squared: hours."""
    done = subprocess.run([sys.executable, "-c", ENDLESS], capture_output=True, check=False, timeout=100)
    assert done.stdout.split() == [b"done"], done.stderr
