"""Overlays: what a pack of one's own drops, restates and adds, and what stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termlint.execution import rule_test
from termlint.rulebook import digest, load
from tests.rulebook.packs import PACK, RULE, changed, pack

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.rulebook import Rule


def overlaid(folder: Path, settings: str, rule: str | None = None) -> dict[str, Rule]:
    return load([pack(folder, rule, PACK + settings)]).by_id()


class TestDrop:
    def test_a_dropped_rule_is_gone_and_all_others_are_as_they_were(self, tmp_path: Path) -> None:
        before, now = load().by_id(), overlaid(tmp_path, "drop: [ladder-metafoor]\n")
        assert before.keys() - now.keys() == {"ladder-metafoor"}
        assert all(now[name] == before[name] for name in now)

    def test_a_rule_that_another_coordinates_may_go(self, tmp_path: Path) -> None:
        ruleset = load([pack(tmp_path, None, PACK + "drop: [midden-opgeleid]\n")])
        assert [f.rule for f in rule_test.findings("Hoog- en laagopgeleiden.", ruleset)] == [
            "hoog-laag-opgeleid"
        ]
        assert rule_test.findings("Middelbaar opgeleiden.", ruleset) == ()

    def test_the_rule_that_coordinates_may_go(self, tmp_path: Path) -> None:
        ruleset = load([pack(tmp_path, None, PACK + "drop: [hoog-laag-opgeleid]\n")])
        assert rule_test.findings("Alle hoogopgeleiden.", ruleset)

    def test_its_name_is_free_for_a_rule_of_one_s_own(self, tmp_path: Path) -> None:
        rule = changed(("id: proef\n", "id: ladder-metafoor\n"))
        folder = pack(tmp_path, rule, PACK + "drop: [ladder-metafoor]\n", name="ladder-metafoor")
        own = load([folder]).by_id()["ladder-metafoor"]
        assert (own.pack, own.title) == ("eigen", "Proef")


class TestRestate:
    def test_a_value_takes_the_place_of_the_rule_s_own(self, tmp_path: Path) -> None:
        before = load().by_id()["ongeschoold"]
        now = overlaid(tmp_path, "restate:\n  ongeschoold: {severity: error, message: Anders.}\n")[
            "ongeschoold"
        ]
        assert (now.severity, now.message) == ("error", "Anders.")
        assert (now.phrases, now.offers, now.pack) == (before.phrases, before.offers, before.pack)

    def test_a_text_restated_in_dutch_has_no_old_translation(self, tmp_path: Path) -> None:
        folder = pack(tmp_path, None, PACK + "restate:\n  ongeschoold: {message: Anders.}\n")
        before, now = (load(packs, lang="en").by_id()["ongeschoold"] for packs in ([], [folder]))
        assert now.message == "Anders."
        assert now.title == before.title

    def test_a_list_replaces_the_list(self, tmp_path: Path) -> None:
        now = overlaid(tmp_path, "restate:\n  ongeschoold: {match: [werk zonder diploma]}\n")["ongeschoold"]
        assert [phrase.text for phrase in now.phrases] == ["werk zonder diploma"]

    def test_the_lists_of_the_overlay_may_be_named(self, tmp_path: Path) -> None:
        settings = "lists: {soort: [laf, dapper]}\nrestate:\n  ongeschoold: {match: [werk <soort>]}\n"
        now = overlaid(tmp_path, settings)["ongeschoold"]
        assert [a.tokens for a in now.phrases[0].slots[1].alternatives] == [("laf",), ("dapper",)]


class TestAdd:
    SETTINGS = (
        "restate:\n"
        "  ongeschoold:\n"
        "    add:\n"
        "      words: {proefwoord: noun}\n"
        "      match: [proefwoord]\n"
        "      suggest: [{text: nieuw, safety: advice}]\n"
        "      examples: {flag: ['Hier staan [proefwoorden].']}\n"
    )

    def test_what_is_added_stands_behind_what_was_there(self, tmp_path: Path) -> None:
        before, now = load().by_id()["ongeschoold"], overlaid(tmp_path, self.SETTINGS)["ongeschoold"]
        assert [p.text for p in now.phrases] == [*(p.text for p in before.phrases), "proefwoord"]
        assert now.offers[:-1] == before.offers
        assert now.flag_examples[:-1] == before.flag_examples
        assert now.pass_examples == before.pass_examples
        assert now.words.keys() == {*before.words, "proefwoord"}

    def test_and_knows_its_place_in_the_overlay(self, tmp_path: Path) -> None:
        now = overlaid(tmp_path, self.SETTINGS)["ongeschoold"]
        added, example = now.phrases[-1], now.flag_examples[-1]
        assert (added.path, added.line) == (tmp_path / "pack.yaml", 7)
        assert (example.path, example.line) == (tmp_path / "pack.yaml", 9)
        assert now.phrases[0].path is None

    def test_two_overlays_add_to_each_other(self, tmp_path: Path) -> None:
        first = pack(tmp_path / "a", None, PACK + self.SETTINGS)
        again = "id: ander\ntitle: Ander\nrestate:\n  ongeschoold: {add: {match: [tweede]}}\n"
        now = load([first, pack(tmp_path / "b", None, again)]).by_id()["ongeschoold"]
        assert [phrase.text for phrase in now.phrases][-2:] == ["proefwoord", "tweede"]

    def test_a_later_value_replaces_what_was_added_before(self, tmp_path: Path) -> None:
        first = pack(tmp_path / "a", None, PACK + self.SETTINGS)
        again = "id: ander\ntitle: Ander\nrestate:\n  ongeschoold: {match: [enige]}\n"
        (phrase,) = load([first, pack(tmp_path / "b", None, again)]).by_id()["ongeschoold"].phrases
        assert (phrase.text, phrase.path, phrase.line) == ("enige", tmp_path / "b" / "pack.yaml", 4)


class TestExtends:
    def test_lists_of_an_extended_pack_may_be_named(self, tmp_path: Path) -> None:
        rule = changed(("  - proefwoord\nsuggest", "  - proefwoord op <niveau>\nsuggest"))
        rule = rule.replace("een [proefwoord] in", "een [proefwoord op hbo] in")
        assert "proef" in overlaid(tmp_path, "extends: [vacatures]\n", rule)

    def test_an_own_pack_can_be_extended(self, tmp_path: Path) -> None:
        first = pack(tmp_path / "a")
        settings = "id: ander\ntitle: Ander\nextends: [eigen]\ndrop: [proef]\n"
        second = pack(tmp_path / "b", None, settings)
        assert "proef" not in load([first, second]).by_id()


class TestDigest:
    def test_is_that_of_the_files_wherever_they_lie(self, tmp_path: Path) -> None:
        one, two = pack(tmp_path / "a" / "regels"), pack(tmp_path / "b" / "regels")
        assert digest([one]) == digest([two]) == load([one]).digest
        assert digest([one]) != digest()

    @pytest.mark.parametrize("name", ["pack.yaml", "proef.yaml"])
    def test_changes_with_every_file(self, tmp_path: Path, name: str) -> None:
        folder = pack(tmp_path)
        before = digest([folder])
        path = folder / name
        path.write_text(path.read_text("utf-8") + "# opmerking\n", "utf-8")
        assert digest([folder]) != before

    def test_tells_a_version_apart(self, tmp_path: Path) -> None:
        folder = pack(tmp_path)
        versions = {folder / "proef.yaml": RULE.replace("warning", "error")}
        now = load([folder], versions=versions)
        assert now.by_id()["proef"].severity == "error"
        assert now.digest != load([folder]).digest
