"""Words that an organisation accepted in its settings: their findings become exempt, with the reason.

What authors accept in a document itself (`Block.silenced`) is the engine's; this is about `exempt:` in
the settings, with its paths, its end date, and the question whether an entry is still of use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from termlint.globs import matches
from termlint.messages import say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date

    from termlint.config import Exempt
    from termlint.model import DocumentResult, Finding, Language

_WORD = re.compile(r"\w+")
_SOFT = str.maketrans("", "", "\u00ad\u200b\ufeff")


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
    its rule (if it names one) whose words are its words or stand inside them: "Platform Hoger
    Onderwijs" accepts the hoger onderwijs in that name and no other. Findings that are exempt already
    keep their reason, but count as use.
    """
    used: set[int] = set()
    findings = []
    for finding in document.findings:
        number = _first(finding, relative, entries, today)
        if number is not None:
            used.add(number)
            if finding.status != "exempt":
                finding = replace(finding, status="exempt", reason=reason(entries[number], lang))
        findings.append(finding)
    return Accepted(replace(document, findings=tuple(findings)), frozenset(used))


def _first(finding: Finding, relative: str, entries: Sequence[Exempt], today: date) -> int | None:
    """The first entry that holds today and accepts this finding."""
    for number, entry in enumerate(entries):
        if not expired(entry, today) and _accepts(entry, finding, relative):
            return number
    return None


def _accepts(entry: Exempt, finding: Finding, relative: str) -> bool:
    if entry.rule is not None and entry.rule != finding.rule:
        return False
    if entry.paths and not matches(relative, entry.paths):
        return False
    return not entry.words or any(_covers(words, finding) for words in entry.words)


def _covers(phrase: str, finding: Finding) -> bool:
    """Whether the finding stands inside the phrase, word for word, hyphens and case aside."""
    before, match, after = (_words(part) for part in _context(finding))
    wanted, sentence = _words(phrase), before + match + after
    first = max(0, len(before) + len(match) - len(wanted))
    return bool(wanted) and any(
        sentence[start : start + len(wanted)] == wanted for start in range(first, len(before) + 1)
    )


def _context(finding: Finding) -> tuple[str, str, str]:
    context = finding.context
    return context.before, finding.text, context.after


def _words(text: str) -> list[str]:
    return _WORD.findall(text.translate(_SOFT).casefold())


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
