"""The example packs: a term in one small file with all its forms, and an overlay for other house words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termlint.execution import rule_test
from termlint.rulebook import load

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.rulebook import Ruleset

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wijken(root: Path) -> Ruleset:
    return load([root / "examples" / "rules"])


@pytest.fixture(scope="module")
def praktisch(root: Path) -> Ruleset:
    return load([root / "examples" / "overlay-praktisch"])


@pytest.mark.parametrize("pack", ["rules", "overlay-praktisch"])
def test_the_example_packs_pass_their_own_examples(root: Path, pack: str) -> None:
    ruleset = load([root / "examples" / pack])
    shipped = load().by_id()
    changed = [rule for rule in ruleset.rules if rule != shipped.get(rule.id)]
    assert changed
    assert list(rule_test.failures(changed, ruleset)) == []


class TestOneFile:
    def test_is_under_25_lines(self, root: Path) -> None:
        text = (root / "examples" / "rules" / "achterstandswijk.yaml").read_text("utf-8")
        assert len(text.splitlines()) < 25

    @pytest.mark.parametrize(
        ("words", "instead"),
        [
            ("achterstandswijk", "wijk met …"),
            ("achterstandswijken", "wijken met …"),
            ("Achterstandswijken", "Wijken met …"),
            ("ACHTERSTANDSWIJKEN", "WIJKEN MET …"),
            ("achterstands-wijk", "wijk met …"),
            ("achterstands wijken", "wijken met …"),
            ("achter\u00adstands\u00adwijk", "wijk met …"),
            ("achterstands-\nwijk", "wijk met …"),
            ("achterstandwijk", "wijk met …"),
            ("achterstandsbuurten", "buurten met …"),
            ("achterstandswijk(en)", "wijken met …"),
            ("achterstandswijkbewoner", "schrijf wat er in de wijk speelt"),
        ],
    )
    def test_finds_every_form_and_offers_one_that_agrees(
        self, wijken: Ruleset, words: str, instead: str
    ) -> None:
        text = f"Zij wonen in {words} van de stad."
        (found,) = [f for f in rule_test.findings(text, wijken) if f.rule == "achterstandswijk"]
        assert text[found.location.block_start : found.location.block_end] == words
        assert found.suggestions[0].text == instead

    @pytest.mark.parametrize(
        "text", ["De wijk heeft een achterstand in onderhoud.", "Een achterstand, wijken voor de rest."]
    )
    def test_leaves_its_parts_alone(self, wijken: Ruleset, text: str) -> None:
        assert rule_test.findings(text, wijken) == ()

    def test_changes_no_other_rule(self, wijken: Ruleset) -> None:
        own = wijken.by_id()
        assert all(own[rule.id] == rule for rule in load().rules)


class TestOverlay:
    def test_the_house_words_are_reported_no_more(self, praktisch: Ruleset) -> None:
        text = "Er is werk voor praktisch opgeleiden."
        assert rule_test.findings(text, praktisch) == ()
        assert [f.rule for f in rule_test.findings(text, load())] == ["praktisch-theoretisch"]

    def test_and_are_what_is_offered(self, praktisch: Ruleset) -> None:
        (found,) = rule_test.findings("Cursussen voor laagopgeleiden.", praktisch)
        assert (found.rule, found.pack) == ("laag-opgeleid", "onderwijsniveau")
        assert found.suggestions[0].text == "praktisch opgeleiden"

    def test_a_restated_severity_counts(self, praktisch: Ruleset) -> None:
        (found,) = rule_test.findings("Hoog- en laagopgeleiden.", praktisch)
        assert (found.severity, found.suggestions[0].text) == (
            "warning",
            "Theoretisch en praktisch opgeleiden",
        )

    def test_what_is_added_comes_behind_the_rule_s_own(self, praktisch: Ruleset) -> None:
        before, now = load().by_id()["hoog-opgeleid"], praktisch.by_id()["hoog-opgeleid"]
        assert now.offers[: len(before.offers)] == before.offers
        assert [offer.text for offer in now.offers[len(before.offers) :]] == ["theoretisch {opgeleid}"]

    def test_everything_else_stays_as_it_is(self, praktisch: Ruleset) -> None:
        restated = {"laag-opgeleid", "hoog-laag-opgeleid", "hoog-opgeleid", "praktisch-theoretisch"}
        now = praktisch.by_id()
        assert all(now[rule.id] == rule for rule in load().rules if rule.id not in restated)
