"""What the tests of the language stage share: a text in, its findings out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termlint import engine
from termlint.model import Block, Document, Edit, Finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from termlint.rulebook.model import Ruleset


def document(*texts: str, part: str = "body") -> Document:
    """A document of blocks without origins."""
    blocks = tuple(Block(index, text, part) for index, text in enumerate(texts))  # type: ignore[arg-type]
    return Document("text", blocks, "\n".join(texts), sum(len(text.split()) for text in texts))


def findings(text: str, rules: Ruleset, *more: str, part: str = "body") -> list[Finding]:
    """All findings in a paragraph; `more` paragraphs stand in the same document."""
    made = engine.find(document(text, *more, part=part), rules)
    return [finding for finding in made if finding.location.block == 0]


def uses(text: str, rules: Ruleset, *more: str, part: str = "body") -> list[Finding]:
    """The findings that are warnings or errors."""
    return [f for f in findings(text, rules, *more, part=part) if f.status == "new" and f.severity != "info"]


def words(text: str, finding: Finding) -> str:
    """The raw words of a finding."""
    return text[finding.location.block_start : finding.location.block_end]


def found(text: str, rules: Ruleset, *more: str) -> list[tuple[str, str]]:
    """Rule and raw words of each warning or error."""
    return [(f.rule, words(text, f)) for f in uses(text, rules, *more)]


def applied(text: str, edits: Iterable[Edit]) -> str:
    """`text` after edits, which must lie in it and not overlap."""
    end = len(text)
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        assert 0 <= edit.start <= edit.end <= end
        text = text[: edit.start] + edit.text + text[edit.end :]
        end = edit.start
    return text


def offers(text: str, rules: Ruleset, *more: str) -> list[str]:
    """What is offered for the one use in a text, the best first."""
    (use,) = uses(text, rules, *more)
    return [suggestion.text for suggestion in use.suggestions]


def corrected(text: str, rules: Ruleset, *more: str) -> str:
    """The text with the first offer of its one use applied."""
    (use,) = uses(text, rules, *more)
    return applied(text, use.suggestions[0].edits)
