"""What every reporter takes and gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from termlint.model import Language, Result, Severity


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
class ReportOptions:
    """How a run is shown.

    `width` is the number of columns of a text report; `color` allows ANSI colours; `fail_on` is the
    severity from which findings count as failure ("never": none do). `rules` describes the rules of
    the run by id.
    """

    lang: Language = "nl"
    color: bool = False
    width: int = 80
    show_info: bool = False
    show_exempt: bool = False
    fail_on: Severity | Literal["never"] = "warning"
    rules: dict[str, RuleCard] = field(default_factory=dict)


Reporter = Callable[[Result, ReportOptions], "str | bytes"]
