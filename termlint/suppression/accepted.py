"""Words that an organisation accepted in its settings: their findings become exempt, with the reason.

What authors accept in a document itself (`Block.silenced`) is the engine's; this is about `exempt:` in
the settings, with its paths, its end date, and the question whether an entry is still of use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from termlint.files.globs import matches
from termlint.messages import say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from termlint.model import DocumentResult, Finding, Language
    from termlint.settings import Exempt

_WORD = re.compile(r"\w+")
_SOFT = str.maketrans("", "", "\u00ad\u200b\ufeff")

Words = tuple[str, ...]
"""The words of a text, case, signs and soft hyphens aside."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A document with its accepted findings exempt, and the numbers of the entries that did it."""

    document: DocumentResult
    used: frozenset[int]


@dataclass(frozen=True, slots=True)
class Stale:
    """An entry that can go: its date has passed, or no finding needs it."""

    entry: Exempt
    why: Literal["expired", "unused"]


def accept(
    document: DocumentResult, relative: str, entries: Sequence[Exempt], today: date, lang: Language
) -> Accepted:
    """Make findings that an entry accepts exempt.

    `relative` is the document's path from the folder of the settings. An entry accepts a finding of
    its rule (if it names one) whose words are its words or stand inside them: "Platform Kwetsbare
    Wijken" accepts the kwetsbare wijken in that name and no other. Findings that are exempt already
    keep their reason, but count as use.
    """
    used: set[int] = set()
    findings = []
    here = _Entries.of([(n, entry) for n, entry in enumerate(entries) if _holds(entry, relative, today)])
    for finding in document.findings:
        number = here.first(finding)
        if number is not None:
            used.add(number)
            if finding.status != "exempt":
                finding = replace(finding, status="exempt", reason=reason(entries[number], lang))
        findings.append(finding)
    return Accepted(replace(document, findings=tuple(findings)), frozenset(used))


def _holds(entry: Exempt, relative: str, today: date) -> bool:
    """Whether an entry is about this document, today."""
    return not expired(entry, today) and (not entry.paths or matches(relative, entry.paths))


@dataclass(frozen=True, slots=True)
class _Entries:
    """Entries by their words and, where these are none, by the rule alone: numbers, the lowest first.

    A finding is looked up and not held against each entry: an organisation may have thousands.
    """

    by_words: Mapping[Words, Sequence[tuple[int, str | None]]]
    wordless: Sequence[tuple[int, str | None]]
    longest: int

    @classmethod
    def of(cls, entries: Iterable[tuple[int, Exempt]]) -> _Entries:
        by_words: dict[Words, list[tuple[int, str | None]]] = {}
        wordless = []
        for number, entry in entries:
            if not entry.words:
                wordless.append((number, entry.rule))
            for phrase in filter(None, map(_phrase, entry.words)):
                by_words.setdefault(phrase, []).append((number, entry.rule))
        return cls(by_words, wordless, max(map(len, by_words), default=0))

    def first(self, finding: Finding) -> int | None:
        """The number of the first entry that accepts this finding."""
        found = (self.by_words.get(phrase, ()) for phrase in _around(finding, self.longest))
        numbers = (n for each in (self.wordless, *found) for n, rule in each if rule in (None, finding.rule))
        return min(numbers, default=None)


def _around(finding: Finding, longest: int) -> Iterator[Words]:
    """Every row of words of its sentence that a finding stands in, of at most `longest` words."""
    if not longest:
        return
    before, match, after = (_words(part) for part in _context(finding))
    sentence, begin, end = before + match + after, len(before), len(before) + len(match)
    for first in range(max(0, end - longest), begin + 1):
        for last in range(end, min(len(sentence), first + longest) + 1):
            yield sentence[first:last]


def _context(finding: Finding) -> tuple[str, str, str]:
    context = finding.context
    return context.before, finding.text, context.after


def _words(text: str) -> Words:
    return tuple(_WORD.findall(text.translate(_SOFT).casefold()))


_phrase = lru_cache(maxsize=50_000)(_words)
"""The words of a phrase of the settings, the same for each document."""


def expired(entry: Exempt, today: date) -> bool:
    """Whether its last day has passed."""
    return entry.until is not None and entry.until < today


def stale(entries: Sequence[Exempt], used: Collection[int], today: date) -> Iterator[Stale]:
    """The entries that can go, after a run over every document they are about."""
    for number, entry in enumerate(entries):
        if expired(entry, today):
            yield Stale(entry, "expired")
        elif number not in used:
            yield Stale(entry, "unused")


def reason(entry: Exempt, lang: Language) -> str:
    """The reason, with who accepted it and until when."""
    details = []
    if entry.by:
        details.append(say("accepted-by", lang, by=entry.by))
    if entry.until:
        details.append(say("accepted-until", lang, until=entry.until.isoformat()))
    text = f"{entry.reason} ({', '.join(details)})" if details else entry.reason
    return say("reason-accepted", lang, reason=text)


def stale_text(stale: Stale, path: str, lang: Language) -> str:
    """The sentence about an entry that can go; `path` is the settings file."""
    entry = stale.entry
    what = ", ".join(f"‘{words}’" for words in entry.words) or entry.rule or ""
    until = entry.until.isoformat() if entry.until else ""
    return say(f"accepted-{stale.why}", lang, path=path, line=entry.line or 0, what=what, until=until)
