"""How a finding says why it is softer, and that no cue is missed for want of its literals."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termlint import rulebook
from termlint.exemptions import mentions, names
from termlint.exemptions.hit import Cue
from termlint.messages import CATALOG
from tests.language import findings

if TYPE_CHECKING:
    from termlint.rulebook.model import Ruleset


@pytest.fixture(scope="module")
def dutch() -> Ruleset:
    return rulebook.load()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Wij zien ‘laagopgeleiden’ vaak.", ("info", "new"), id="quoted"),
        pytest.param("Zie laagopgeleid.csv voor meer.", ("error", "exempt"), id="file name"),
        pytest.param("Wij zien laagopgeleiden vaak.", ("error", "new"), id="use"),
    ],
)
def test_how_a_finding_says_it(dutch: Ruleset, text: str, told: tuple[str, str]) -> None:
    (finding,) = findings(text, dutch)
    assert (finding.severity, finding.status) == told
    assert finding.rule_severity == "error"
    assert bool(finding.reason) == (told != ("error", "new"))
    assert bool(finding.suggestions) == (told == ("error", "new"))


def test_a_reason_is_in_the_language_of_the_run(dutch: Ruleset) -> None:
    rulesets = {"nl": dutch, "en": replace(dutch, lang="en")}
    reasons = {
        lang: findings("Wij zien ‘laagopgeleiden’.", rules)[0].reason for lang, rules in rulesets.items()
    }
    assert reasons == {"nl": CATALOG["reason-quoted"][0], "en": CATALOG["reason-quoted"][1]}


CUES = {
    name: cue for module in (mentions, names) for name, cue in vars(module).items() if isinstance(cue, Cue)
}


@pytest.mark.parametrize("cue", CUES.values(), ids=CUES)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_a_cue_finds_its_literals_let_through(cue: Cue, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(cue.pattern, alphabet=st.characters(max_codepoint=127)))
    assert cue.search(text)
