"""The screen saves time and changes nothing: with it and without it the findings agree."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termlint import engine
from termlint.execution import rule_test
from termlint.model import Block, Document
from termlint.rulebook import load
from termlint.rulebook.phrases import OPEN
from termlint.rulebook.spelled import spell

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.model import Finding
    from termlint.rulebook.model import Phrase, Slot

pytestmark = pytest.mark.slow

RULES = load()
PHRASES = [
    pytest.param(phrase, id=f"{rule.id}:{phrase.line}")
    for rule in RULES.rules
    for phrase in rule.phrases
    if phrase.slots
]


def document(*paragraphs: str) -> Document:
    blocks = tuple(Block(number, text, "body") for number, text in enumerate(paragraphs))
    return Document("text", blocks, "\n".join(paragraphs), 1)


def both(made: Document) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """What is found in a document with the screen, and without it."""
    return tuple(
        engine.find(made, RULES, options=engine.Options(screened=screened)) for screened in (True, False)
    )


def test_they_agree_on_every_example() -> None:
    texts = [example.text for rule in RULES.rules for example in rule_test.examples(rule)]
    screened, unscreened = both(document(*texts))
    assert screened == unscreened
    assert len(screened) > len(RULES.rules)


def test_they_agree_on_the_gold(gold: Path) -> None:
    lines = (gold / "dev.jsonl").read_text("utf-8").splitlines()
    screened, unscreened = both(document(*(json.loads(line)["text"] for line in lines if line.strip())))
    assert screened == unscreened
    assert screened


@pytest.mark.parametrize(("suffix", "most"), [(".docx", 4), (".pdf", 1)])
def test_they_agree_on_real_documents(corpus: Path, suffix: str, most: int) -> None:
    """The smallest documents in which something was found by hand."""
    judged = (corpus / "real_dev.jsonl").read_text("utf-8").splitlines()
    names = {json.loads(line)["file"] for line in judged if line.strip()}
    paths = [path for name in names if (path := corpus / "documents" / name).suffix == suffix]
    for path in sorted(paths, key=lambda each: (each.stat().st_size, each.name))[:most]:
        screened, unscreened = (
            engine.check(path.name, path.read_bytes(), suffix, RULES, engine.Options(screened=each))
            for each in (True, False)
        )
        assert screened.findings == unscreened.findings, path.name
        assert screened.findings, path.name


# --- generated sentences --------------------------------------------------------------------------

WORDS = ("de", "bewoners", "vaak", "nu", "eerst", "gemeente", "mbo", "niveau", "vmbo", "water")
PARTS = ("wijk", "buurt", "pool", "onderzoek")
NOISE = st.sampled_from(
    ["", "", "soft", "line", "double", "nbsp", "upper", "title", "quote", "markup", "typographic"]
)


@dataclass(frozen=True)
class Noise:
    """A change to the words at one place, as printers, editors and scanners make it."""

    kind: str
    at: int

    def put(self, text: str) -> str:
        at = self.at % (len(text) - 1) + 1
        space = text.find(" ", at)
        match self.kind:
            case "soft":
                return text[:at] + "\u00ad" + text[at:]
            case "line":
                return f"{text[:at]}-\n{text[at:]}"
            case "double" | "nbsp" if space > 0:
                return text[:space] + ("  " if self.kind == "double" else "\u00a0") + text[space + 1 :]
            case "upper":
                return text.upper()
            case "title":
                return text.title()
            case "quote":
                return f"{text[:at]}’{text[at:]}" if at % 2 else f"‘{text}’"
            case "markup":
                return f"**{text[:at]}**{text[at:]}"
            case "typographic":
                return text.replace("-", "\u2011")
        return text


@st.composite
def written(draw: st.DrawFn, phrase: Phrase) -> str:
    """A phrase in one of its forms, with noise at one or two places."""
    text = spell([token for slot in phrase.slots for token in draw(tokens(slot))])
    for kind in draw(st.lists(NOISE, min_size=1, max_size=2)):
        text = Noise(kind, draw(st.integers(0, 60))).put(text) if len(text) > 1 else text
    return text


@st.composite
def tokens(draw: st.DrawFn, slot: Slot) -> tuple[str, ...]:
    """What stands at one place of a phrase."""
    if slot.gap:
        return tuple(draw(st.lists(st.sampled_from(WORDS), max_size=slot.gap + 1)))
    if slot.optional and draw(st.booleans()):
        return ()
    chosen = draw(st.sampled_from(slot.alternatives)).tokens
    return tuple(token.replace(OPEN, draw(st.sampled_from(PARTS))) for token in chosen)


@pytest.mark.parametrize("rule", [rule for rule in RULES.rules if rule.phrases], ids=lambda rule: rule.id)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_they_agree_on_generated_sentences(rule, data) -> None:  # type: ignore[no-untyped-def]
    phrases = st.sampled_from(rule.phrases)
    others = st.sampled_from([phrase for each in RULES.rules for phrase in each.phrases])
    one = data.draw(phrases.flatmap(written))
    two = data.draw(others.flatmap(written))
    joint = data.draw(st.sampled_from([" en ", " of ", ". ", ", ", "/", " – ", "\n", " "]))
    screened, unscreened = both(document(f"Zo staat er {one}{joint}{two} in de tekst."))
    assert screened == unscreened


@pytest.mark.parametrize("phrase", PHRASES)
def test_the_plainest_form_of_every_phrase_passes_the_screen(phrase: Phrase) -> None:
    words = [
        next(iter(slot.alternatives)).tokens for slot in phrase.slots if not slot.gap and not slot.optional
    ]
    if phrase.context and phrase.context.needs:
        words.append((phrase.context.needs[0],))
    text = spell([token.replace(OPEN, "wijk") for each in words for token in each])
    assert engine.Checker(RULES).candidate(f"Hier staat {text} in de zin.")


def test_a_text_without_any_term_is_no_candidate() -> None:
    assert not engine.Checker(RULES).candidate("De gemeente maakt de straat schoon.")
