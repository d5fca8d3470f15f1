"""A text with its hit between bars, judged by the exemptions alone."""

from __future__ import annotations

from termlint.dutch.quotes import quotes
from termlint.dutch.sentences import sentence_around, sentence_starts
from termlint.exemptions import Surroundings, Verdict, exempt


def judged(marked: str, *, part: str = "body", heading: str = "") -> Verdict | None:
    """The verdict on the words between | and | of a text."""
    before, words, after = marked.split("|")
    text = before + words + after
    start, end = len(before), len(before) + len(words)
    sentence = sentence_around(sentence_starts(text), len(text), start, end)
    line = (text, start, end)
    return exempt(Surroundings(text, start, end, sentence, quotes(text), part, heading, line))


def outcome(marked: str, *, part: str = "body", heading: str = "") -> tuple[str, str] | None:
    verdict = judged(marked, part=part, heading=heading)
    return (verdict.outcome, verdict.reason) if verdict else None
