"""Rules that ask for parts of speech, with a language model and without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy

from tests.rulebook.packs import changed, pack

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

RULE = changed(
    (
        "match:\n  - proefwoord\n",
        "match:\n  - {tokens: [{LOWER: proefwoord}, {POS: VERB}], literals: [Proef-woord]}\n",
    ),
    ("Hier staat een [proefwoord] in de zin.", "Een [proefwoord zien] wij hier."),
)


@pytest.fixture
def place(desk: Desk) -> Desk:
    """A pack with such a rule, and a pipeline that knows one verb."""
    nlp = spacy.blank("nl")
    nlp.add_pipe("attribute_ruler").add([[{"LOWER": "zien"}]], {"POS": "VERB"})
    nlp.to_disk(desk.folder / "taalmodel")
    pack(desk.folder / "regels", RULE)
    desk.write("a.txt", "Een proefwoord zien wij, een proefwoord daar niet.\n")
    return desk


def test_with_a_model_the_tag_decides(place: Desk) -> None:
    place.write("termlint.yaml", "packs: [regels]\nmodel: taalmodel\n")
    ran = place.run("check", "a.txt")
    assert "»proefwoord zien«" in ran.out
    assert ran.out.count("»") == 1
    assert place.run("rules", "test", "regels").code == 0


@pytest.mark.parametrize("command", [("check", "a.txt"), ("fix", "a.txt"), ("rules", "test", "regels")])
def test_without_one_the_rule_is_named_with_what_to_do(place: Desk, command: tuple[str, ...]) -> None:
    place.write("termlint.yaml", "packs: [regels]\n")
    ran = place.run(*command)
    assert ran.code == 2
    assert "regels/proef.yaml" in ran.err
    assert "noem het bij ‘model’" in " ".join(ran.err.split())
