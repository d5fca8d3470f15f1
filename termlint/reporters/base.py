"""What every reporter takes and gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from termlint.model import Language, Result, Severity

if TYPE_CHECKING:
    from termlint.reporters.summary import Summary


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


@dataclass(frozen=True, slots=True)
class Overview:
    """What a report over an archive needs besides the run.

    `group_by` is "folder", "folder:DEPTH" or a regular expression over paths. `trend` holds earlier
    runs, oldest first, and this run last (empty: no history is kept). `links` and `copies` give the
    address of a document and of its annotated copy by path, as seen from the report and quoted.
    `theme` is the text of an organisation's own style sheet. `interrupted`: the run was broken off.
    `summary` are the run's numbers when they were made before.
    """

    title: str = ""
    group_by: str = "folder"
    trend: tuple[RunTotals, ...] = ()
    links: dict[str, str] = field(default_factory=dict)
    copies: dict[str, str] = field(default_factory=dict)
    theme: str = ""
    interrupted: bool = False
    summary: Summary | None = None


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """How a run is shown.

    `width` is the number of columns of a text report; `color` allows ANSI colours; `fail_on` is the
    severity from which findings count as failure ("never": none do). `rules` describes the rules of
    the run by id. `overview` is for the reports over an archive.
    """

    lang: Language = "nl"
    color: bool = False
    width: int = 80
    show_info: bool = False
    show_exempt: bool = False
    fail_on: Severity | Literal["never"] = "warning"
    rules: dict[str, RuleCard] = field(default_factory=dict)
    next_step: str = ""
    overview: Overview = field(default_factory=Overview)


Reporter = Callable[[Result, ReportOptions], "str | bytes"]
