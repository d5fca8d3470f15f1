"""One damaged document through the real way, in a process that may die: read, find, mark, report, judge."""

from __future__ import annotations

import math
import resource
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from termlint import engine, rulebook
from termlint.errors import ReadError, WriteError
from termlint.execution import pipeline
from termlint.execution.job import Job
from termlint.execution.run_settings import RunSettings
from termlint.files.filetype import true_suffix
from termlint.model import Result
from termlint.readers import READERS, ReadOptions
from termlint.reporters import REPORTERS, ReportOptions
from termlint.settings import Settings
from termlint.writers import WRITERS, WriteOptions
from tests.fuzz import oracle
from tests.fuzz.mutants import mutant
from tests.fuzz.seeds import built, from_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from termlint.model import DocumentResult
    from termlint.writers.base import Mode
    from tests.fuzz.mutants import Mutant

WHEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
MODES: tuple[Mode, ...] = ("comments", "tracked", "replace")
SAYS_NOTHING = frozenset({"suffix-lies", "silence-without-reason", "attachments-not-read"})
"""Notices that do not tell a user that text may have been missed."""


@dataclass(frozen=True, slots=True)
class Setup:
    """Which mutants: those of `chance`, of the builders' seeds or of the documents in `folder`.

    With `writes`, marks every document in which something was found, and makes a report of it. `suffixes`
    limits the seeds.
    """

    chance: int = 0
    folder: Path | None = None
    suffixes: tuple[str, ...] = ()
    writes: bool = True


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a mutant. `problem` is a defect of termlint, empty when there is none.

    `seconds` of processor time for reading, finding and writing; `memory` is the most that the process
    has held so far, in megabytes.
    """

    number: int
    seed: str
    suffix: str
    steps: tuple[str, ...]
    status: str
    notices: tuple[str, ...]
    findings: int
    seconds: float
    memory: float
    problem: str = ""


def prepare(setup: Setup) -> Callable[[int], Verdict]:
    """In a worker: what tries one mutant, by its number."""
    trials = Trials(setup)
    return lambda number: trials.of(trials.mutant(number))


class Trials:
    """Everything a trial needs, made once."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        found = from_folder(setup.folder) if setup.folder else built()
        self.seeds = tuple(seed for seed in found if not setup.suffixes or seed.suffix in setup.suffixes)
        self.rules = rulebook.load()
        self._run = RunSettings(Settings(), self.rules, engine.Options())
        self._known: dict[str, oracle.Terms] = {}

    def mutant(self, number: int) -> Mutant:
        """Mutant `number` of this setup."""
        return mutant(self.seeds, number, self._setup.chance)

    def of(self, each: Mutant) -> Verdict:
        """What becomes of a mutant."""
        start = time.process_time()
        job = Job(each.seed.name, None, each.seed.suffix, data=each.data)  # type: ignore[arg-type]
        result = pipeline.check_document(job, self._run).result
        problem = next((str(n.params) for n in result.notices if n.code == "internal-error"), "")
        problem = problem or _misplaced(result)
        if not problem and self._setup.writes:
            problem = self._written(each, result)
        seconds = time.process_time() - start
        return Verdict(
            number=each.number,
            seed=each.seed.name,
            suffix=each.seed.suffix,
            steps=each.steps,
            status=result.status,
            notices=tuple(notice.code for notice in result.notices),
            findings=len(result.findings),
            seconds=seconds,
            memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            problem=problem or self._missed(each, result),
        )

    # --- marking and reporting ---

    def _written(self, each: Mutant, result: DocumentResult) -> str:
        """What goes wrong in marking a document and reporting of it."""
        name = list(REPORTERS)[each.number % len(REPORTERS)]
        try:
            REPORTERS[name](_run(result), ReportOptions())
        except Exception as error:
            return f"{name} report: {error!r}"
        if result.status == "failed" or not result.findings:
            return ""
        try:
            return self._marked(each, result)
        except (ReadError, WriteError):
            return ""
        except Exception as error:
            return f"fix: {error!r}"

    def _marked(self, each: Mutant, result: DocumentResult) -> str:
        """Mark a document and read the copy again."""
        suffix = true_suffix(each.data, each.seed.suffix)
        document, found = engine.examine(each.seed.name, each.data, suffix, self.rules)
        options = WriteOptions(date=WHEN, mode=MODES[each.number % len(MODES)])
        uses = [finding for finding in found.findings if finding.status in ("new", "known")]
        written = WRITERS[document.format](each.data, document, uses, options)
        if [deed.finding for deed in written.records] != uses:
            return "fix: not a deed for each finding"
        again = engine.check(each.seed.name, written.data, suffix, self.rules)
        if again.status == "failed" and result.status == "checked":
            return f"fix: the copy cannot be read: {[notice.code for notice in again.notices]}"
        return ""

    # --- judging ---

    def _missed(self, each: Mutant, result: DocumentResult) -> str:
        """The terms that an independent reading holds and a result without a warning does not."""
        if (
            each.seed.twofold
            or result.status != "checked"
            or not SAYS_NOTHING.issuperset(n.code for n in result.notices)
        ):
            return ""
        ours = frozenset((finding.rule, oracle.folded(finding.text)) for finding in result.findings)
        if self._seed_terms(each) <= ours:
            return ""
        suffix = true_suffix(each.data, each.seed.suffix)
        lost = oracle.terms(each.data, suffix, self.rules) - ours
        if suffix == ".pdf" and result.findings:
            lost = oracle.unseen(lost, READERS[suffix](each.data, lambda text: False, ReadOptions()).text)
        return f"missed: {sorted(lost)}" if lost else ""

    def _seed_terms(self, each: Mutant) -> oracle.Terms:
        """The terms of the seed, by our own reading."""
        if each.seed.name not in self._known:
            result = engine.check(each.seed.name, each.seed.data, each.seed.suffix, self.rules)
            self._known[each.seed.name] = frozenset((f.rule, oracle.folded(f.text)) for f in result.findings)
        return self._known[each.seed.name]


def _misplaced(result: DocumentResult) -> str:
    """A finding on the page at a place that is no number, which no report can hold."""
    boxes = (box for finding in result.findings for box in finding.location.boxes)
    sides = {side for box in boxes for side in (box.x0, box.top, box.x1, box.bottom)}
    return "" if all(map(math.isfinite, sides)) else "boxes that are no numbers"


def _run(result: DocumentResult) -> Result:
    return Result("0", "2026-01-02T03:04:05Z", "regels", "instellingen", (replace(result),))
