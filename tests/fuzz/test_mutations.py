"""A few hundred damaged documents through the real way; `tests.fuzz.mutate` tries them by the thousand."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from termlint.execution.pipeline import Checked
from termlint.model import DocumentResult
from tests.builders.docx import dele, hidden, ins, moved_from, p, simple_field, word
from tests.builders.docx_drawn import textbox
from tests.builders.pdf import lines, page, pdf
from tests.fuzz import mutate, oracle
from tests.fuzz.mutants import Mutant, mutant
from tests.fuzz.seeds import USES, Seed, built
from tests.fuzz.trial import Setup, Trials

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow

MANY = 20_000 if os.environ.get("TERMLINT_LONG") else 240  # dev.py test --long


@pytest.fixture(scope="module")
def trials() -> Trials:
    return Trials(Setup())


def test_damaged_documents_cost_only_themselves_and_are_never_wrongly_clean() -> None:
    found = list(mutate.verdicts(Setup(), range(MANY), 2))
    assert sorted(verdict.number for verdict in found) == list(range(MANY))
    assert [f"{each.number} {each.seed} {each.steps}: {each.problem}" for each in found if each.problem] == []
    assert {verdict.status for verdict in found} == {"checked", "partial", "failed"}
    assert max(verdict.memory for verdict in found) < 1000


def test_the_same_number_is_the_same_document() -> None:
    seeds = built()
    assert [mutant(seeds, n).data for n in range(40)] == [mutant(seeds, n).data for n in range(40)]
    assert mutant(seeds, 3).data != mutant(seeds, 3, chance=1).data


def test_every_seed_is_sound_and_holds_a_term(trials: Trials) -> None:
    for seed in trials.seeds:
        verdict = trials.of(Mutant(0, seed, (), seed.data))
        assert (verdict.status, verdict.problem) == ("partial" if seed.name == "scan.pdf" else "checked", "")
        assert verdict.findings, seed.name


# --- the judge can see -------------------------------------------------------------------------------


def blind(*_: object) -> Checked:
    """A result without anything in it, as from a reader that misses all text."""
    return Checked(DocumentResult("x", "docx", "checked"))


@pytest.mark.parametrize(
    ("suffix", "made"),
    [
        pytest.param(".docx", lambda use: word(p("Eerst."), p(use)), id="Word"),
        pytest.param(".docx", lambda use: word(p(textbox(p(use)), "Eerst.")), id="a text box"),
        pytest.param(".docx", lambda use: word(p("Eerst."), footer=[use]), id="a footer"),
        pytest.param(".pdf", lambda use: pdf(page(lines(use))), id="PDF"),
        pytest.param(".txt", lambda use: use.encode(), id="text"),
    ],
)
def test_a_reading_that_misses_everything_is_caught(
    trials: Trials,
    monkeypatch: pytest.MonkeyPatch,
    needs: Callable[[str], str],
    suffix: str,
    made: Callable[[str], bytes],
) -> None:
    if suffix == ".pdf":
        needs("pdftotext")
    data = made(USES[2])
    sound = Mutant(0, Seed(f"{len(data)}{suffix}", suffix, data), (), data)
    assert trials.of(sound).problem == ""
    monkeypatch.setattr("termlint.execution.pipeline.check_document", blind)
    assert trials.of(sound).problem.startswith("missed")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(word(p(dele(USES[2]), "Weg.")), id="deleted"),
        pytest.param(word(p(moved_from(USES[2]), "Weg.")), id="moved away"),
        pytest.param(word(p(hidden(USES[2]), "Weg.")), id="hidden"),
        pytest.param(word(p(simple_field(USES[2]), "Weg.")), id="a field's instruction"),
        pytest.param(word(p(ins("hoger "), dele("middelbaar "), "beroep")), id="another word"),
    ],
)
def test_the_independent_reading_leaves_out_what_word_does_not_show(trials: Trials, data: bytes) -> None:
    assert oracle.terms(data, ".docx", trials.rules) == frozenset()


def test_words_in_disorder_are_no_words_missed() -> None:
    lost = frozenset({("a", "hoger onderwijs"), ("b", "mboleerling")})
    assert oracle.unseen(lost, "onderwijs dat hoger is") == {("b", "mboleerling")}
