"""What a pack says besides its rules: scales, abbreviations, preferred words, introductions."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from termlint.dutch.view import reading_view
from termlint.dutch.words import ABBREVIATIONS
from termlint.errors import RuleError
from termlint.execution import rule_test
from termlint.messages import say
from termlint.rulebook import chosen, load
from termlint.rulebook.pack_model import Scale, joined
from tests.rulebook.packs import PACK, RULE, changed, pack

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.rulebook import Ruleset

SHIPPED = load()
PREFER = """\
prefer:
  inwoners:
    label: inwoners van de wijk
    en: {label: inwoners (residents)}
    words: {inwoner: noun}
    match: [inwoner van de wijk]
    examples: {flag: ["Alle [inwoners van de wijk]."], pass: [De wijk.]}
"""
REPORT = "report: {introduction: Wij schrijven over inwoners., en: {introduction: We write of residents.}}\n"


def loaded(folder: Path, settings: str, rule: str | None = RULE, **more: object) -> Ruleset:
    return load([pack(folder, rule, PACK + settings)], **more)  # type: ignore[arg-type]


def findings(text: str, ruleset: Ruleset) -> list[str]:
    return [finding.text for finding in rule_test.findings(text, ruleset)]


class TestScale:
    SETTINGS = "lists: {maat: [klein, groot, fase (-) (soort) 1|2, midden]}\n"
    RULE = changed(
        ("  - proefwoord\nsuggest", "  - <maat> -proefwoord\nsuggest"),
        ("{text: schrijf iets anders, safety: advice}", '{text: "{niveaus}-woord", safety: choice}'),
        ("Hier staat een [proefwoord] in de zin.", "Een [groot- en klein-proefwoord]."),
    )
    SCALE = (
        "scales: {maten: {steps: [klein, midden, fase, groot], numbered: [fase], number_words: [soort]}}\n"
    )

    def offer(self, folder: Path, settings: str, text: str) -> str:
        ruleset = loaded(folder, self.SETTINGS + settings, self.RULE)
        (finding,) = rule_test.findings(text, ruleset)
        return finding.suggestions[0].text

    @pytest.mark.parametrize(
        ("text", "offer"),
        [
            pytest.param("een groot- of klein-proefwoord", "klein- of groot-woord", id="two steps"),
            pytest.param("een groot-, klein- of midden-proefwoord", "klein-, midden- of groot-woord", id="3"),
            pytest.param("een groot- of fase 2-proefwoord", "fase 2- of groot-woord", id="with its number"),
            pytest.param(
                "een groot- of fase-soort 1-proefwoord", "fase 1- of groot-woord", id="word between"
            ),
        ],
    )
    def test_offers_name_steps_in_the_order_of_the_scale(self, tmp_path: Path, text: str, offer: str) -> None:
        assert self.offer(tmp_path, self.SCALE, text) == offer

    def test_another_order_gives_another_offer(self, tmp_path: Path) -> None:
        text = "een groot- of klein-proefwoord"
        turned = "scales: {m: {steps: [groot, klein]}}\n"
        assert self.offer(tmp_path, turned, text) == "groot- of klein-woord"

    def test_a_pack_that_extends_says_a_scale_anew(self, tmp_path: Path) -> None:
        first = pack(tmp_path / "een", None, PACK + self.SCALE)
        settings = "id: twee\ntitle: Twee\nextends: [eigen]\nscales: {m: {steps: [groot, klein]}}\n"
        second = pack(tmp_path / "twee", RULE, settings)
        assert load([first, second]).by_id()["proef"].scale.steps[-2:] == ("groot", "klein")

    def test_the_scales_of_several_packs_stand_beside_each_other(self) -> None:
        one, other = Scale(("a", "b"), ("b",), ("x",)), Scale(("c",), (), ("y",))
        assert joined([one, other]) == Scale(("a", "b", "c"), ("b",), ("x", "y"))
        assert joined([one, other]).in_order(["z", "c", "b 2", "a", "a"]) == ["a", "b 2", "c", "z"]

    def test_a_step_that_is_not_numbered_drops_its_number(self) -> None:
        scale = Scale(("fase", "ronde"), ("fase",), ("soort",))
        assert scale.step_of("fase - soort 2 / 3") == "fase 2/3"
        assert (scale.step_of("ronde 2"), scale.step_of("ronde+"), scale.step_of("+")) == (
            "ronde",
            "ronde",
            "",
        )
        assert Scale().step_of("fase 2") == "fase"

    @pytest.mark.parametrize("name", sorted({n for p in SHIPPED.packs for n in p.scales}))
    def test_each_shipped_step_has_its_place(self, name: str) -> None:
        (scale,) = [p.scales[name] for p in SHIPPED.packs if name in p.scales]
        assert len(scale.steps) > 1
        for at, step in enumerate(scale.steps):
            assert scale.in_order([*scale.steps[at + 1 :], step])[0] == step
        for step in scale.numbered:
            assert scale.step_of(f"{step} 2") == f"{step} 2"
            assert replace(scale, numbered=()).step_of(f"{step} 2") == step
            for word in scale.number_words:
                assert scale.step_of(f"{step} {word} 2") == f"{step} 2"


class TestAbbreviations:
    def test_they_keep_their_hyphen_at_a_line_end(self, tmp_path: Path) -> None:
        rule = changed(("  - proefwoord\nsuggest", "  - kdv -proefwoord\nsuggest"))
        text = "Het kdv-\nproefwoord."
        assert findings(text, loaded(tmp_path / "a", "abbreviations: [KDV]\n", rule)) == ["kdv- proefwoord"]
        assert findings(text, loaded(tmp_path / "b", "", rule)) == []

    def test_they_join_what_follows(self, tmp_path: Path) -> None:
        """What ends in one does not end before a hyphen: a kdv-plein is no kdv."""
        rule = changed(("  - proefwoord\nsuggest", "  - het kdv\nsuggest"))
        text = "Bij het kdv-plein."
        assert findings(text, loaded(tmp_path / "a", "abbreviations: [kdv]\n", rule)) == []
        assert findings(text, loaded(tmp_path / "b", "", rule)) == ["het kdv"]

    @pytest.mark.parametrize(
        "short", sorted(frozenset[str]().union(*(pack.abbreviations for pack in SHIPPED.packs)))
    )
    def test_each_shipped_one_has_effect(self, short: str) -> None:
        assert short not in ABBREVIATIONS
        text = f"{short}-\nbeleid"
        assert reading_view(text, SHIPPED.abbreviations).text == f"{short}-beleid"
        digit = short[-1].isdigit()  # a figure keeps its hyphen anyhow; its capitals are what counts
        assert reading_view(text, SHIPPED.abbreviations - {short}).text == (
            f"{short}-beleid" if digit else f"{short}beleid"
        )


class TestPreferred:
    def test_a_pack_adds_words_to_count(self, tmp_path: Path) -> None:
        names = [each.name for each in loaded(tmp_path, PREFER).preferred]
        assert names == [*(each.name for each in SHIPPED.preferred), "inwoners"]

    def test_labels_are_in_the_language_of_the_report(self, tmp_path: Path) -> None:
        assert loaded(tmp_path / "a", PREFER).preferred[-1].label == "inwoners van de wijk"
        assert loaded(tmp_path / "b", PREFER, lang="en").preferred[-1].label == "inwoners (residents)"

    def test_a_pack_that_extends_says_them_anew(self, tmp_path: Path) -> None:
        first = pack(tmp_path / "een", None, PACK + PREFER)
        own = PREFER.replace("label: inwoners van", "label: de inwoners van")
        second = pack(tmp_path / "twee", None, "id: twee\ntitle: Twee\nextends: [eigen]\n" + own)
        labels = [each.label for each in load([first, second]).preferred if each.name == "inwoners"]
        assert labels == ["de inwoners van de wijk"]

    def test_a_phrase_just_within_the_limits_costs_no_document(self, root: Path, tmp_path: Path) -> None:
        """13,824 ways to write it: compared one by one they took longer than a document may."""
        words = "|".join(f"woord{number}" for number in range(24))
        settings = f"""prefer:
  lang:
    label: lang
    match: ["[{words}] [{words}] [{words}]"]
    examples: {{flag: ["[woord1 woord2 woord3]"], pass: [De wijk.]}}
"""
        pack(tmp_path / "pak", None, PACK + settings)
        (tmp_path / "termlint.yaml").write_text("packs: [pak]\nlimits: {time: 30}\n", "utf-8")
        (tmp_path / "a.txt").write_text("Hier staat woord3 woord5 woord7 eens.", "utf-8")
        ran = subprocess.run(
            [sys.executable, "-m", "termlint", "check", "a.txt", "--no-cache", "--format", "json"],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(root)},
            capture_output=True,
            timeout=120,
            check=False,
        )
        (document,) = json.loads(ran.stdout)["documents"]
        assert (document["status"], document["positive"]["lang"]) == ("checked", 1)


class TestInUse:
    """What a report says is of the packs whose rules it used."""

    def test_a_run_with_one_pack_says_nothing_of_others(self, tmp_path: Path) -> None:
        only = chosen(loaded(tmp_path, PREFER + REPORT), lambda rule: rule.pack == "eigen")
        assert [each.name for each in only.preferred] == ["inwoners"]
        assert only.introductions == ("Wij schrijven over inwoners.",)

    def test_a_run_without_it_says_nothing_of_it(self, tmp_path: Path) -> None:
        others = chosen(loaded(tmp_path, PREFER + REPORT), lambda rule: rule.pack != "eigen")
        assert others.preferred == SHIPPED.preferred
        assert others.introductions == SHIPPED.introductions
        assert len(SHIPPED.introductions) == 2

    def test_how_words_are_written_does_not_depend_on_the_rules_used(self, tmp_path: Path) -> None:
        ruleset = loaded(tmp_path, "abbreviations: [kdv]\n")
        none = chosen(ruleset, lambda _: False)
        assert none.abbreviations == ruleset.abbreviations
        assert (none.preferred, none.introductions) == ((), ())
        assert none.left_out == {rule.id for rule in ruleset.rules}

    @pytest.mark.parametrize(
        ("extends", "shown"),
        [
            pytest.param("extends: [ladder]\n", True, id="a pack in use"),
            pytest.param("extends: [vacatures]\n", False, id="a pack that is not"),
            pytest.param("", True, id="none"),
        ],
    )
    def test_a_pack_without_rules_counts_with_what_it_extends(
        self, tmp_path: Path, extends: str, shown: bool
    ) -> None:
        ruleset = loaded(tmp_path, extends + REPORT, rule=None)
        used = chosen(ruleset, lambda rule: rule.pack == "ladder")
        assert ("Wij schrijven over inwoners." in used.introductions) is shown

    def test_an_introduction_takes_the_place_of_those_it_extends(self, tmp_path: Path) -> None:
        extends = "extends: [onderwijsniveau]\n"
        own, other = loaded(tmp_path / "a", extends + REPORT, rule=None).introductions
        assert other == "Wij schrijven over inwoners."
        assert own == SHIPPED.introductions[1]
        assert loaded(tmp_path / "b", extends, rule=None).introductions == SHIPPED.introductions

    def test_introductions_are_in_the_language_of_the_report(self, tmp_path: Path) -> None:
        assert loaded(tmp_path, REPORT, lang="en").introductions[-1] == "We write of residents."


MISTAKES = [
    pytest.param("abbreviations: [v.o.]\n", "pack-abbreviation", 3, id="signs in an abbreviation"),
    pytest.param("scales:\n  s:\n    steps: [a, b, a]\n", "pack-step-twice", 5, id="step twice"),
    pytest.param("scales:\n  s:\n    steps: [a]\n    numbered: [b]\n", "pack-no-step", 6, id="no such step"),
    pytest.param("scales: {s: {}}\n", "rule-missing-key", 3, id="no steps"),
    pytest.param(PREFER.replace("[inwoner van", "[inwoner ... van"), "pack-prefer-gap", 8, id="gap"),
    pytest.param(PREFER.replace("van de wijk].", "van de wijk."), "rule-example-brackets", 9, id="bracket"),
    pytest.param(PREFER.replace("[inwoner van", "[<niets> van"), "phrase-unknown-list", 8, id="no list"),
    pytest.param(PREFER.replace("inwoners:", "vervolgonderwijs:"), "pack-name-taken", 4, id="name taken"),
    pytest.param("scales: {onderwijs: {steps: [a]}}\n", "pack-name-taken", 3, id="scale taken"),
    pytest.param("report: {}\n", "rule-missing-key", 3, id="no introduction"),
    pytest.param("report: {introductie: Wij.}\n", "rule-unknown-key", 3, id="misspelt"),
]


@pytest.mark.parametrize(("settings", "code", "line"), MISTAKES)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, settings: str, code: str, line: int) -> None:
    with pytest.raises(RuleError) as caught:
        loaded(tmp_path, settings)
    error = caught.value
    assert (error.code, error.line) == (code, line)
    for lang in ("nl", "en"):
        assert "{" not in say(error.code, lang, **error.params)
