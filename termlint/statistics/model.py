"""What statistics are made of besides a result: what is known of its rules, and earlier runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termlint.model import Severity


@dataclass(frozen=True, slots=True)
class RuleCard:
    """What a report may say of a rule besides its findings."""

    id: str
    pack: str
    severity: Severity
    title: str
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class RunTotals:
    """One run in the trend of a report.

    `documents` and `words` count what was read, identical documents once; `errors` and `warnings`
    are uses, known ones included. `new`, `fixed` and `remaining` compare with the run before it (None:
    there was none), so that `new` and `remaining` are the uses of this run; `gone` are uses in documents
    that this run did not read. `rules_changed`: the rules or the settings differ from the run before.
    """

    started: str
    documents: int
    words: int
    errors: int
    warnings: int
    positive: int
    new: int | None = None
    fixed: int | None = None
    remaining: int | None = None
    gone: int = 0
    rules_changed: bool = False
