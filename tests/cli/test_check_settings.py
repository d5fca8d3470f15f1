"""`termlint check` under settings, rules and languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import CLEAN

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

pytestmark = pytest.mark.slow


class TestRules:
    def test_select_and_ignore(self, desk: Desk) -> None:
        desk.write("a.txt", "In het hoger onderwijs zitten hoogopgeleide mensen.\n")

        def rules(*arguments: str) -> list[str]:
            report = desk.run("check", "a.txt", "--format", "json", *arguments).report
            return [each["rule"] for each in report["findings"]]

        assert rules() == ["hoger-onderwijs", "hoog-opgeleid"]
        assert rules("--select", "hoog-opgeleid") == ["hoog-opgeleid"]
        assert rules("--select", "vervolgonderwijs") == ["hoger-onderwijs"]
        assert rules("--ignore", "vervolgonderwijs,hoog-opgeleid") == []
        assert rules("--select", "vervolgonderwijs", "--ignore", "hoger-onderwijs") == []

    def test_a_near_miss_is_guessed(self, desk: Desk) -> None:
        desk.write("a.txt")
        assert "‘hoger-onderwijs’" in desk.run("check", "a.txt", "--select", "hoger-onderwys").err


class TestSettings:
    def test_are_found_upwards_from_the_document(self, desk: Desk) -> None:
        desk.write("termlint.yaml", "rules: {ignore: [hoger-onderwijs]}\n")
        desk.write("map/diep/a.txt")
        assert desk.run("check", "map/diep/a.txt").code == 0

    def test_each_folder_has_its_own(self, desk: Desk) -> None:
        desk.write("los/termlint.yaml", "rules: {ignore: [hoger-onderwijs]}\n")
        desk.write("los/a.txt")
        desk.write("streng/a.txt")
        report = desk.run("check", ".", "--format", "json").report
        assert [each["path"] for each in report["findings"]] == ["streng/a.txt"]

    def test_config_beats_what_is_found(self, desk: Desk) -> None:
        desk.write("termlint.yaml", "rules: {ignore: [hoger-onderwijs]}\n")
        desk.write("anders.yaml", "fail-on: error\n")
        desk.write("a.txt")
        assert desk.run("check", "a.txt", "--config", "anders.yaml").code == 1

    def test_a_mistake_is_told_with_file_line_and_advice(self, desk: Desk) -> None:
        desk.write("termlint.yaml", "jobs: 2\nfail_on: error\n")
        desk.write("a.txt")
        ran = desk.run("check", "a.txt")
        assert ran.code == 2
        assert "termlint.yaml, regel 2:" in ran.err
        assert "    fail_on: error\n" in ran.err
        assert "Bedoelt u ‘fail-on’?" in ran.err

    def test_excluded_unless_named_unless_forced(self, desk: Desk) -> None:
        desk.write("termlint.yaml", "exclude: [archief/**]\n")
        desk.write("archief/a.txt")
        assert desk.run("check", ".").code == 0
        assert desk.run("check", "archief/a.txt").code == 1
        assert desk.run("check", "archief/a.txt", "--force-exclude").code == 0

    def test_accepted_words_are_exempt_with_their_reason(self, desk: Desk) -> None:
        desk.write(
            "termlint.yaml", "exempt:\n  - {words: hoger onderwijs, reason: naam van een loket, by: Els}\n"
        )
        desk.write("a.txt")
        ran = desk.run("check", "a.txt", "--show-exempt")
        assert ran.code == 0
        assert "naam van een loket" in ran.out

    def test_show_config_says_where_a_value_came_from(self, desk: Desk) -> None:
        desk.write("termlint.yaml", "jobs: 2\n")
        ran = desk.run("check", "--show-config", "--fail-on", "error")
        assert "termlint.yaml:1)" in next(line for line in ran.out.splitlines() if line.startswith("jobs: 2"))
        assert "fail-on: error  (opdrachtregel)" in ran.out
        assert "strict-scans: false  (standaard)" in ran.out


class TestLanguage:
    def test_english_by_option_and_by_environment(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        desk.write("a.txt", CLEAN)
        assert desk.run("check", "a.txt", "--lang", "en").out.startswith("All clear")
        monkeypatch.setenv("TERMLINT_LANG", "en_GB.UTF-8")
        assert desk.run("check", "a.txt").out.startswith("All clear")
        assert desk.run("check", "a.txt", "--lang", "nl").out.startswith("In orde")

    def test_by_the_settings_when_nobody_asks(self, desk: Desk) -> None:
        desk.write("termlint.yaml", "lang: en\n")
        desk.write("a.txt", CLEAN)
        assert desk.run("check", "a.txt").out.startswith("All clear")
        assert desk.run("check", "a.txt", "--lang=nl").out.startswith("In orde")

    def test_errors_too(self, desk: Desk) -> None:
        assert desk.run("check", "--wat", "--lang", "en").err.startswith("Error:")
