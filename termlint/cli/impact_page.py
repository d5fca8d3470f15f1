"""What `rules impact` shows: counts, words and sample sentences for each rule."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from termlint.execution.rule_test import outcome
from termlint.messages import say
from termlint.messages.sanitize import clean, clean_path
from termlint.reporters.common import notices_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from termlint.cli.impact_rules import RulesetVersions
    from termlint.model import Finding, Language, Result
    from termlint.rulebook import Rule

_WORDS = 8


def page(
    now: Result, before: Result | None, versions: RulesetVersions, samples: int, lang: Language
) -> Iterator[str]:
    """Line by line: what was read, then the rules, those that find most first."""
    documents = [document for document in now.documents if document.status != "skipped"]
    unread = [document for document in documents if document.status == "failed"]
    counts = {"read": len(documents) - len(unread), "documents": len(documents)}
    yield say("rules-impact-read", lang, **counts)
    for document in unread:
        reason = notices_text(document.notices, lang)
        yield say("rules-impact-unread", lang, path=clean_path(document.path), reason=clean(reason))
    found = _by_rule(now)
    rules = [rule for rule in versions.now.rules if rule.id in versions.rules or not versions.rules]
    for rule in sorted(rules, key=lambda rule: -len(found.get(rule.id, ()))):
        own = found.get(rule.id, [])
        if not own and before is None and not versions.rules:
            continue
        yield ""
        yield from _counted(rule, own, counts["read"], lang)
        if before is None:
            yield from _samples("  ", _uses(own), samples)
        else:
            yield from _compared(own, _by_rule(before).get(rule.id, []), versions.against, samples, lang)


def _by_rule(result: Result) -> dict[str, list[Finding]]:
    grouped: dict[str, list[Finding]] = {}
    for finding in result.findings:
        grouped.setdefault(finding.rule, []).append(finding)
    return grouped


def _uses(found: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in found if outcome(finding) == "flag"]


def _counted(rule: Rule, found: list[Finding], total: int, lang: Language) -> Iterator[str]:
    """How often a rule finds something, and in which words."""
    severity = say(f"formats-severity-{rule.severity}", lang)
    if not found:
        yield say("rules-impact-none", lang, rule=rule.id, severity=severity)
        return
    uses, kinds = _uses(found), Counter(map(outcome, found))
    counts = {"uses": len(uses), "documents": len({finding.path for finding in uses}), "total": total}
    softer = {"info": kinds["info"], "exempt": kinds["silent"]}
    yield say("rules-impact-rule", lang, rule=rule.id, severity=severity, **counts, **softer)
    words = Counter(finding.text.lower() for finding in uses).most_common()
    if words:
        listed = ", ".join(f"{clean(text)} ({times})" for text, times in words[:_WORDS])
        yield say("rules-impact-words", lang, words=listed + (", …" if len(words) > _WORDS else ""))


def _compared(
    own: list[Finding], old: list[Finding], against: str, samples: int, lang: Language
) -> Iterator[str]:
    """What an earlier version found otherwise; a use that became information is gone as a use."""
    now, before = ({_place(finding): finding for finding in found} for found in (own, old))
    new = [finding for place, finding in now.items() if place not in before]
    gone = [finding for place, finding in before.items() if place not in now]
    counts = {"new": len(new), "gone": len(gone), "same": len(now) - len(new)}
    yield say("rules-impact-change", lang, against=against, **counts)
    yield from _samples("  + ", new, samples)
    yield from _samples("  - ", gone, samples)


def _place(finding: Finding) -> tuple[object, ...]:
    place = finding.location
    return finding.path, place.block, place.block_start, place.block_end, outcome(finding)


def _samples(mark: str, found: Sequence[Finding], most: int) -> Iterator[str]:
    """Sentences that differ as much as they can: other words first, then other documents."""
    words: Counter[str] = Counter()
    paths: Counter[str] = Counter()
    left = list(found)
    for _ in range(min(most, len(left))):
        chosen = min(left, key=lambda finding: (words[finding.text.lower()], paths[finding.path]))
        left.remove(chosen)
        words[chosen.text.lower()] += 1
        paths[chosen.path] += 1
        context = chosen.context
        sentence = clean(f"{context.before}»{context.match}«{context.after}")
        yield f"{mark}{clean_path(chosen.path)}: {sentence}"
