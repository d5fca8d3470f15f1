"""Texts that the user names and that may lie in a clone: a theme, a list of documents, a loose rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termlint.files.texts import MOST
from tests.rulebook.packs import RULE

if TYPE_CHECKING:
    from tests.threats.conftest import Clone

pytestmark = pytest.mark.slow

OUTSIDE = "een verwijzing naar een plek buiten"
COMMANDS = [
    pytest.param(("report", "brief.txt", "-o", "uit.html", "--theme", "tekst"), id="a theme"),
    pytest.param(("report", "--files-from", "tekst", "-o", "uit.html"), id="a list of documents"),
]
RULES = [
    pytest.param(("rules", "impact", "brief.txt", "--rule", "los.yaml"), id="a rule"),
    pytest.param(("rules", "impact", "brief.txt", "--against", "los.yaml"), id="an older rule"),
]


@pytest.mark.parametrize("command", COMMANDS)
class TestText:
    @pytest.mark.parametrize("target", ["geheim.yaml", "/dev/zero"])
    def test_a_link_out_of_the_clone_is_not_read(
        self, clone: Clone, command: tuple[str, ...], target: str
    ) -> None:
        clone.link("tekst", clone.outside / target)
        clone.refused(*command, because=OUTSIDE)
        assert not (clone.folder / "uit.html").exists()

    def test_one_without_end_costs_nothing(self, clone: Clone, command: tuple[str, ...]) -> None:
        with clone.write("tekst", "").open("wb") as file:
            file.truncate(int(MOST * 1_000_000) + 1)
        clone.refused(*command, because="te groot: meer dan 50 MB")

    def test_a_link_inside_the_clone_is_read(self, clone: Clone, command: tuple[str, ...]) -> None:
        clone.write("echt", "brief.txt\n" if "--files-from" in command else "")
        clone.link("tekst", "echt")
        assert clone.run(*command).code == 1
        assert (clone.folder / "uit.html").is_file()


@pytest.mark.parametrize("command", RULES)
def test_a_loose_rule_that_links_out_of_the_clone_is_not_read(clone: Clone, command: tuple[str, ...]) -> None:
    clone.link("los.yaml", clone.outside / "geheim.yaml")
    clone.refused(*command, because=OUTSIDE)


@pytest.mark.parametrize("name", ["los.yaml", "wijzer.yaml"], ids=["a file", "a link inside the clone"])
def test_a_loose_rule_is_read(clone: Clone, name: str) -> None:
    clone.write("los.yaml", RULE)
    clone.link("wijzer.yaml", "los.yaml")
    assert clone.run("rules", "impact", "brief.txt", "--rule", name).code == 0


def test_a_file_that_is_no_document_is_told_by_rules_impact(clone: Clone) -> None:
    clone.write("beeld.iso")
    clone.refused("rules", "impact", "beeld.iso", because="Dit soort bestand (.iso)")
