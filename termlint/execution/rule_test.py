"""Runs the examples of rules: what they miss, where they are noisy, and what in a rule does nothing.

Missing: words that an example marks are not found, or are found as something softer. Noisy: something is
found where an example says that nothing is, or still after the correction that the rule itself offers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from termlint import engine
from termlint.errors import RuleError
from termlint.matching.matcher import Analyser
from termlint.model import Block, Document
from termlint.rulebook.patterns import is_screened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from termlint.model import Edit, Finding, Suggestion
    from termlint.rulebook import Rule, Ruleset
    from termlint.rulebook.model import Example, Outcome, Phrase

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Failure:
    """What is wrong with a rule, and where to mend it: `code` and `params` as in `messages.rule_tests`.

    `text` is the example concerned, its words in brackets; empty when it is about the rule itself.
    """

    rule: str
    path: Path
    line: int
    code: str
    params: dict[str, object] = field(default_factory=dict)
    text: str = ""


def failures(rules: Iterable[Rule], ruleset: Ruleset) -> Iterator[Failure]:
    """Everything that is wrong with `rules` among the others of their ruleset, rule by rule.

    Raises RuleError for a token pattern that spaCy does not take.
    """
    analyser = Analyser(ruleset)
    for rule in rules:
        yield from rule_failures(rule, ruleset, analyser)


def rule_failures(rule: Rule, ruleset: Ruleset, analyser: Analyser) -> Iterator[Failure]:
    """As `failures`, of one rule; `analyser` is that of its ruleset."""
    for phrase in (*rule.phrases, *rule.exceptions):
        _require_good_tokens(rule, phrase)
    for phrase in rule.phrases:
        if not is_screened(phrase):
            yield _of_phrase(rule, phrase, "rule-test-literals")
    for phrase in idle_exceptions(rule, analyser):
        yield _of_phrase(rule, phrase, "rule-test-exception")
    for example in examples(rule):
        yield from example_failures(rule, example, ruleset)


def examples(rule: Rule) -> tuple[Example, ...]:
    """All examples of a rule."""
    return (*rule.flag_examples, *rule.pass_examples)


def example_failures(rule: Rule, example: Example, ruleset: Ruleset) -> Iterator[Failure]:
    """What goes wrong in one example; nothing when it is as it says."""
    found = findings(example.text, ruleset, example.profile)
    own = [finding for finding in found if finding.rule == rule.id]
    wrong = [*_missing(example, own), *_noisy(example, own)]
    if not wrong:
        wrong = [*_offers(example, own), *_corrected(rule, example, own, ruleset)]
    for code, params in wrong:
        yield Failure(rule.id, example.path or rule.path, example.line, code, params, bracketed(example))


def findings(
    text: str, ruleset: Ruleset, profile: str | None = None, *, screened: bool = True
) -> tuple[Finding, ...]:
    """What a ruleset finds in a paragraph."""
    document = Document("text", (Block(0, text, "body"),), text, len(text.split()))
    return engine.find(document, ruleset, options=engine.Options(profile=profile, screened=screened))


def outcome(finding: Finding) -> Outcome:
    """How a finding counts: as a use, as information, or silently."""
    if finding.status == "exempt":
        return "silent"
    return "info" if finding.reason is not None else "flag"


def idle_exceptions(rule: Rule, analyser: Analyser) -> list[Phrase]:
    """The exceptions of a rule that cover a match in none of its pass and info examples."""
    softened = [example for example in examples(rule) if example.outcome != "flag"]
    fired = {id(phrase) for example in softened for phrase in _fired(rule, example, analyser)}
    return [phrase for phrase in rule.exceptions if id(phrase) not in fired]


def _fired(rule: Rule, example: Example, analyser: Analyser) -> Iterator[Phrase]:
    found = analyser.analyse(analyser.view(example.text).text, [rule.id])
    for exception in found.exceptions:
        if any(
            exception.start <= match.start and match.end <= exception.end
            for match in found.matches
            if match.rule.id == exception.rule.id == rule.id
        ):
            yield exception.phrase


# --- one example ----------------------------------------------------------------------------------

_Wrong = tuple[str, dict[str, object]]


def _span(finding: Finding) -> Span:
    return finding.location.block_start, finding.location.block_end


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


_FIRM: dict[Outcome, int] = {"silent": 0, "info": 1, "flag": 2}


def _missing(example: Example, own: list[Finding]) -> Iterator[_Wrong]:
    """Marked words that are not found just so: not at all, others around them, or softer."""
    for span in example.spans:
        words = example.text[slice(*span)]
        near = [finding for finding in own if _overlap(_span(finding), span)]
        exact = next((finding for finding in near if _span(finding) == span), None)
        if not near:
            yield "rule-test-missing", {"words": words}
        elif exact is None:
            yield "rule-test-span", {"words": words, "found": ", ".join(finding.text for finding in near)}
        elif _FIRM[outcome(exact)] < _FIRM[example.outcome]:
            softer = {"outcome": outcome(exact), "wanted": example.outcome, "reason": exact.reason or "-"}
            yield "rule-test-softer", {"words": words, **softer}
    if not example.spans and example.outcome == "info" and "info" not in map(outcome, own):
        yield "rule-test-no-info", {}


def _noisy(example: Example, own: list[Finding]) -> Iterator[_Wrong]:
    """What is found firmer than the example says, and uses beside the marked words."""
    for finding in own:
        marked = any(_overlap(_span(finding), span) for span in example.spans)
        allowed: Outcome = "info" if example.spans and not marked else example.outcome
        if _FIRM[outcome(finding)] > _FIRM[allowed]:
            yield "rule-test-noisy", {"found": finding.text}


def _offers(example: Example, own: list[Finding]) -> Iterator[_Wrong]:
    """The first suggestion at the first marked place, when the example says what it is."""
    first = next((finding for finding in own if outcome(finding) == "flag"), None)
    if not example.suggest or first is None:
        return
    offered = first.suggestions[0].text if first.suggestions else None
    if offered is None:
        yield "rule-test-no-offer", {"words": first.text, "wanted": example.suggest}
    elif offered != example.suggest:
        yield "rule-test-offer", {"words": first.text, "offered": offered, "wanted": example.suggest}


# --- corrections ----------------------------------------------------------------------------------


def _corrected(rule: Rule, example: Example, own: list[Finding], ruleset: Ruleset) -> Iterator[_Wrong]:
    """Corrections that do not help, or that another rule reports."""
    for text, offers, places in corrections(example.text, own):
        for finding in findings(text, ruleset, example.profile):
            params: dict[str, object] = {"offered": ", ".join(offers), "found": finding.text, "text": text}
            if outcome(finding) != "flag":
                continue
            if finding.rule == rule.id:
                yield "rule-test-corrected", params
            elif finding.rule_severity != "info" and any(_overlap(_span(finding), place) for place in places):
                yield "rule-test-offer-flagged", {**params, "other": finding.rule}


def corrections(text: str, found: list[Finding]) -> Iterator[tuple[str, list[str], list[Span]]]:
    """`text` with every use corrected, first by the first suggestions that have edits, then by the second…

    With each: the suggestions, and where in the corrected text they stand.
    """
    offers = [[s for s in finding.suggestions if s.edits] for finding in found]
    editable = [each for each in offers if each]
    for turn in range(max(map(len, editable), default=0)):
        chosen = [each[min(turn, len(each) - 1)] for each in editable]
        corrected, places = _applied(text, chosen)
        yield corrected, [suggestion.text for suggestion in chosen], places


def _applied(text: str, chosen: list[Suggestion]) -> tuple[str, list[Span]]:
    """`text` after the edits of these suggestions, and the places of what they put in."""
    edits: list[Edit] = sorted((e for suggestion in chosen for e in suggestion.edits), key=lambda e: e.start)
    made, at = "", 0
    places: list[Span] = []
    for edit in edits:
        if edit.start < at:  # two uses that share an article
            continue
        made += text[at : edit.start]
        places.append((len(made), len(made) + len(edit.text)))
        made += edit.text
        at = edit.end
    return made + text[at:], places


# --- the rule itself ------------------------------------------------------------------------------


def _of_phrase(rule: Rule, phrase: Phrase, code: str) -> Failure:
    return Failure(rule.id, phrase.path or rule.path, phrase.line, code, {"phrase": phrase.text})


def _require_good_tokens(rule: Rule, phrase: Phrase) -> None:
    """Raise RuleError when spaCy does not take the token pattern of a phrase."""
    if not phrase.tokens:
        return
    import spacy  # a second to import: only for the rare rule that has a token pattern
    from spacy.errors import MatchPatternError
    from spacy.matcher import Matcher

    try:
        Matcher(spacy.blank("nl").vocab, validate=True).add("_", [list(phrase.tokens)])
    except (MatchPatternError, ValueError, TypeError) as error:
        problem = " ".join(str(error).split())
        raise RuleError(
            "rule-bad-tokens",
            path=phrase.path or rule.path,
            line=phrase.line,
            excerpt=phrase.text,
            problem=problem,
        ) from error


def bracketed(example: Example) -> str:
    """An example as it is written, with its words in brackets."""
    text = example.text
    for start, end in sorted(example.spans, reverse=True):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return " ".join(text.split())
