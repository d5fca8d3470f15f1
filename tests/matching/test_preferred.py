"""How often it was written well: one phrase, one use, whatever the line end does to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.execution import pack_test
from termlint.matching.preferred import PreferredCounter
from termlint.rulebook import load

RULESET = load()
COUNTER = PreferredCounter(RULESET)
PREFERRED = [each for pack in RULESET.packs for each in pack.preferred]

USES = [
    pytest.param("Studenten in het vervolgonderwijs.", 1, 0, id="vervolgonderwijs"),
    pytest.param("Vervolgonderwijsinstellingen en VERVOLGONDERWIJS", 2, 0, id="compound and capitals"),
    pytest.param("vervolg-\nonderwijs, vervolg\u00adonderwijs, ver-\nvolgonderwijs", 3, 0, id="line ends"),
    pytest.param("het onderwijs, en in het vervolg onderwijs op maat", 0, 0, id="not two words"),
    pytest.param("hbo- en wo-opgeleiden", 0, 1, id="one phrase is one use"),
    pytest.param("mbo-, hbo- of wo-opgeleid", 0, 1, id="three heads, one use"),
    pytest.param("Mbo-opgeleide en hbo-opgeleide inwoners", 0, 2, id="two phrases"),
    pytest.param("een mbo-opgeleidenbuurt", 0, 1, id="compound of opgeleiden"),
    pytest.param("mbo\u2011opgeleid, hbo-\r\nopgeleide", 0, 2, id="hyphens of all kinds"),
    pytest.param("vmbo-opgeleid", 0, 0, id="vmbo is something else"),
    pytest.param("v-\nmbo-opgeleid, v\u00adm\u00adbo-opgeleid", 0, 0, id="vmbo over a line end"),
    pytest.param("hoogopgeleid, een mbo-opleiding, beroepsopgeleid", 0, 0, id="other words"),
    pytest.param("mbo-opgeleid\n" * 3 + "x\n" * 9 + "vervolgonderwijs\n\nx", 1, 3, id="many lines"),
    pytest.param("vervolgonderwijs vervolg-\nonderwijs\nvervolg-\nonderwijs", 3, 0, id="lines that touch"),
    pytest.param("", 0, 0, id="nothing"),
]


@pytest.mark.parametrize(("text", "vervolgonderwijs", "opgeleid"), USES)
def test_uses(text: str, vervolgonderwijs: int, opgeleid: int) -> None:
    assert COUNTER.count(text) == {"vervolgonderwijs": vervolgonderwijs, "mbo-hbo-wo-opgeleid": opgeleid}


@given(
    st.lists(
        st.sampled_from(
            ["vervolgonderwijs", "vervolg-\n", "onderwijs", "mbo-opgeleid", "x", "\n", " ", "één", "e\u0301"]
        ),
        max_size=30,
    )
)
def test_only_the_lines_beside_a_use_matter(pieces: list[str]) -> None:
    """What is counted near the literals is what is counted in the text as one line."""
    text = " ".join(pieces)
    apart = "\n. y .\n. y .\n. y .\n".join((text, text))
    assert COUNTER.count(apart) == {name: 2 * n for name, n in COUNTER.count(text).items()}


def test_packs_prefer_something() -> None:
    assert len(PREFERRED) >= 2
    assert all(each.flag_examples and each.pass_examples for each in PREFERRED)


def test_the_examples_of_the_packs_hold() -> None:
    assert list(pack_test.failures(RULESET.packs, RULESET)) == []


@pytest.mark.parametrize("which", range(len(PREFERRED)))
def test_without_a_phrase_examples_fail(which: int) -> None:
    preferred = PREFERRED[which]
    pack = next(pack for pack in RULESET.packs if preferred in pack.preferred)
    for phrase in preferred.phrases:
        less = replace(preferred, phrases=tuple(p for p in preferred.phrases if p is not phrase))
        failed = pack_test.failures([replace(pack, preferred=(less,))], RULESET)
        assert {failure.code for failure in failed} == {"rule-test-preferred"}


def test_a_phrase_without_an_example_is_told() -> None:
    preferred = PREFERRED[0]
    pack = next(pack for pack in RULESET.packs if preferred in pack.preferred)
    other = next(each for each in PREFERRED if each.name != preferred.name)
    more = replace(preferred, phrases=(*preferred.phrases, other.phrases[0]))
    failed = pack_test.failures([replace(pack, preferred=(more,))], RULESET)
    assert [failure.code for failure in failed] == ["rule-test-preferred-idle"]


def test_nothing_is_counted_where_no_pack_prefers_anything() -> None:
    assert PreferredCounter(replace(RULESET, preferred=())).count("vervolgonderwijs") == {}
