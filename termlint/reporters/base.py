"""What every reporter takes and gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from termlint.model import Language, Result, Severity

if TYPE_CHECKING:
    from termlint.statistics.model import RuleCard, RunTotals
    from termlint.statistics.summary import Summary


@dataclass(frozen=True, slots=True)
class Overview:
    """What a report over an archive needs besides the run.

    `group_by` is "folder", "folder:DEPTH" or a regular expression over paths. `trend` holds earlier
    runs, oldest first, and this run last (empty: no history is kept). `links` and `copies` give the
    address of a document and of its annotated copy by path, as seen from the report and quoted.
    `theme` is the text of an organisation's own style sheet. `interrupted`: the run was broken off.
    `summary` are the run's numbers when they were made before. `introduction` is what the packs say of their
    subject, `preferred` how they call the words they like to see, by the name that results use.
    """

    title: str = ""
    group_by: str = "folder"
    trend: tuple[RunTotals, ...] = ()
    links: dict[str, str] = field(default_factory=dict)
    copies: dict[str, str] = field(default_factory=dict)
    theme: str = ""
    interrupted: bool = False
    summary: Summary | None = None
    introduction: str = ""
    preferred: dict[str, str] = field(default_factory=dict)


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


class ReportFormat(NamedTuple):
    """A format of reports.

    `name` is what `--format` calls it; `suffixes` are the files (lower case, with their dot) for which `-o`
    means it. `render` is a function by dotted path, "package.module:function"; so is `stream`, for a report
    that can be made piece by piece, so that a long one is never there as a whole.
    """

    name: str
    render: str
    suffixes: tuple[str, ...] = ()
    stream: str | None = None
    is_binary: bool = False
    """Whether a terminal cannot show it."""
    is_overview: bool = False
    """Whether `termlint report` makes it, over a whole archive."""
    describes_rules: bool = True
    """Whether it says of a rule more than its findings do."""
