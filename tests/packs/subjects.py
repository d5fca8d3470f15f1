"""The two subjects for which all must work as well: a record each, filled into the same sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest

from termlint.execution import rule_test
from termlint.rulebook import load
from termlint.settings import example_packs

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.model import Finding
    from termlint.rulebook import Ruleset


@dataclass(frozen=True, slots=True)
class Subject:
    """A pack, and one of its terms with what it offers.

    `term` are people in the plural, `new` is the first offer for them, `rule` finds them. `safe` is a term
    with the words that may replace it unasked, in this pack or those `beside` it. `scanned` is how a scanner
    may misread words of the pack, and what was meant. `preferred` are words that a report counts, and a
    sentence with them; `introduction` is a word of what it begins with. `packs` are those to be named.
    """

    name: str
    pack: str
    rule: str
    term: str
    new: str
    safe: tuple[str, str]
    scanned: tuple[tuple[str, str], ...]
    preferred: tuple[str, str]
    introduction: str
    packs: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    @property
    def settings(self) -> str:
        named = f"packs: [{', '.join(self.packs)}]\n" if self.packs else ""
        return f"{named}rules: {{select: [{', '.join((self.pack, *self.beside))}]}}\n"

    def fill(self, text: str) -> str:
        """A sentence with `term`, `Term` and `new` filled in."""
        return text.format(term=self.term, Term=self.term.capitalize(), new=self.new)

    def rules(self) -> Ruleset:
        return _rules(self.packs)

    def found(self, text: str) -> list[Finding]:
        """What the pack finds in the sentence, with `term` and `new` filled in."""
        findings = rule_test.findings(self.fill(text), self.rules())
        return [each for each in findings if each.rule == self.rule]


@cache
def _rules(packs: tuple[str, ...]) -> Ruleset:
    folders: list[Path] = [folder for name in packs if (folder := example_packs.find(name))]
    return load(folders)


EDUCATION = Subject(
    name="education",
    pack="onderwijsniveau",
    rule="laag-opgeleid",
    term="laagopgeleiden",
    new="mbo-opgeleiden",
    safe=("mbo-leerlingen", "mbo-studenten"),
    scanned=(("laagopge1eiden", "laagopgeleiden"), ("laagopgcleiden", "laagopgeleiden")),
    preferred=("mbo-, hbo- of wo-opgeleid", "Er wonen mbo-opgeleide ouders."),
    introduction="hoog",
    beside=("mbo-status",),
)
PEOPLE = Subject(
    name="people",
    pack="mensen-en-wijken",
    rule="allochtoon",
    term="allochtonen",
    new="inwoners met een herkomst buiten Nederland",
    safe=("bejaarden", "ouderen"),
    scanned=(
        ("al1ochtonen", "allochtonen"),
        ("aIlochtonen", "allochtonen"),
        ("achterstandsvvijken", "achterstandswijken"),
        ("gehandlcapten", "gehandicapten"),
        ("dernenterenden", "dementerenden"),
        ("bejaarclen", "bejaarden"),
        ("kvvetsbare groepen", "kwetsbare groepen"),
        ("i1legalen", "illegalen"),
        ("BEiAARDEN", "BEJAARDEN"),
    ),
    preferred=("mensen met een beperking", "Het bad is open voor mensen met een beperking."),
    introduction="etiket",
    packs=("mensen-en-wijken",),
)
SUBJECTS = (EDUCATION, PEOPLE)
each_subject = pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.name)
