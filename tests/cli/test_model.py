"""Rules that ask for parts of speech, with a language model and without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy

from termlint.settings import locate
from tests.rulebook.packs import changed, pack

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Desk

pytestmark = pytest.mark.slow

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
    place.write("met-model.yaml", "packs: [regels]\nmodel: taalmodel\n")
    ran = place.run("check", "a.txt", "--config", "met-model.yaml")
    assert "»proefwoord zien«" in ran.out
    assert ran.out.count("»") == 1


def test_the_users_own_settings_choose_one_for_every_command(
    place: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "eigen" / "termlint"
    own.mkdir(parents=True)
    (own / "termlint.yaml").write_text(f"model: {place.folder / 'taalmodel'}\n")
    monkeypatch.setattr(locate, "user_folder", lambda: own)
    place.write("termlint.yaml", "packs: [regels]\n")
    assert "»proefwoord zien«" in place.run("check", "a.txt").out
    assert place.run("rules", "test", "regels").code == 0


def test_settings_that_came_with_the_documents_do_not(place: Desk) -> None:
    place.write("termlint.yaml", "packs: [regels]\nmodel: taalmodel\n")
    ran = place.run("check", "a.txt")
    assert (ran.code, ran.out) == (2, "")
    assert "Een taalmodel kan opdrachten uitvoeren" in ran.err


@pytest.mark.parametrize("command", [("check", "a.txt"), ("fix", "a.txt"), ("rules", "test", "regels")])
def test_without_one_the_rule_is_named_with_what_to_do(place: Desk, command: tuple[str, ...]) -> None:
    place.write("termlint.yaml", "packs: [regels]\n")
    ran = place.run(*command)
    assert ran.code == 2
    assert "regels/proef.yaml" in ran.err
    assert "noem het bij ‘model’" in " ".join(ran.err.split())
