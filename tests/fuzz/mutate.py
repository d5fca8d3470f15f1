"""`python -m tests.fuzz.mutate`: damages documents by the thousand and says what became of them.

    python -m tests.fuzz.mutate                        20,000 mutants of the builders' seeds
    python -m tests.fuzz.mutate --folder DIR -n 5000   of the documents in a folder
    python -m tests.fuzz.mutate --only 1234 --keep OUT one mutant again, kept as a file

Each document goes through the real way (reading, finding, marking, reporting) in a worker that can be
killed. A defect is: an exception that is not an error termlint raises on purpose, a worker that died, a
document over the time limit, a marked copy that cannot be read again, or a term that was missed without a
word (see `oracle`). Exit code 1 when there is one.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from termlint.execution.executor import Budget, Lost, Work
from termlint.execution.pool import Pool
from termlint.settings import Limits
from tests.fuzz.trial import Setup, Trials, Verdict, prepare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LIMITS = Limits()


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the mutants that the command line asks for, and print what became of them."""
    asked = _asked(arguments)
    setup = Setup(asked.chance, asked.folder, tuple(asked.suffix or ()))
    numbers = asked.only or list(range(asked.start, asked.start + asked.count))
    start = time.monotonic()
    found = []
    for verdict in verdicts(setup, numbers, asked.jobs):
        found.append(verdict)
        if len(found) % 1000 == 0:
            print(f"{len(found)} tried, {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
        if verdict.problem:
            print(f"{verdict.number} {verdict.seed} {'+'.join(verdict.steps)}: {verdict.problem}", flush=True)
            if asked.keep:
                _keep(setup, verdict, asked.keep)
    print(summary(found, time.monotonic() - start))
    return 1 if any(verdict.problem for verdict in found) else 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.fuzz.mutate", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("-n", "--count", type=int, default=20_000, help="how many mutants")
    parser.add_argument("--start", type=int, default=0, help="number of the first")
    parser.add_argument("--chance", type=int, default=0, help="another number gives other mutants")
    parser.add_argument(
        "--only", type=int, action="append", help="only the mutant of this number (repeatable)"
    )
    parser.add_argument("--folder", type=Path, help="damage the documents of this folder")
    parser.add_argument("--suffix", action="append", help="only seeds with this suffix (repeatable)")
    parser.add_argument("--jobs", type=int, default=1, help="documents at a time")
    parser.add_argument("--keep", type=Path, help="keep the mutants that show a defect in this folder")
    return parser.parse_args(arguments)


def verdicts(setup: Setup, numbers: Sequence[int], jobs: int) -> Iterator[Verdict]:
    """What became of each mutant; one that killed its worker, or took too long, has that as its problem."""
    work: Work[int, Verdict] = Work(prepare, setup, lambda _: Budget(LIMITS.time, LIMITS.memory))
    trials = None
    for place, answer in Pool(jobs).run(work, numbers):
        if not isinstance(answer, Lost):
            yield answer
            continue
        trials = trials or Trials(setup)
        lost = trials.mutant(numbers[place])
        why = f"worker lost: {answer.why} ({answer.exit_code})"
        yield Verdict(
            lost.number, lost.seed.name, lost.seed.suffix, lost.steps, "lost", (), 0, LIMITS.time, 0.0, why
        )


def _keep(setup: Setup, verdict: Verdict, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    each = Trials(setup).mutant(verdict.number)
    (folder / f"{verdict.number}-{verdict.seed}").write_bytes(each.data)


def summary(found: Sequence[Verdict], wall: float) -> str:
    """Figures by format, and over all."""
    rows = ["format    mutants  checked  warned  partial  failed  lost  defects  median ms  slowest s"]
    rows += [
        _row(suffix, [verdict for verdict in found if verdict.suffix == suffix])
        for suffix in sorted({verdict.suffix for verdict in found})
    ]
    rows.append(_row("all", found))
    processor = sum(verdict.seconds for verdict in found)
    memory = max((verdict.memory for verdict in found), default=0.0)
    rows.append(f"processor {processor:.0f} s, wall {wall:.0f} s, most memory of a worker {memory:.0f} MB")
    said = Counter(code for verdict in found for code in set(verdict.notices))
    rows.append("notices: " + ", ".join(f"{code} {count}" for code, count in said.most_common()))
    return "\n".join(rows)


def _row(name: str, found: Sequence[Verdict]) -> str:
    status = Counter(verdict.status for verdict in found)
    warned = sum(verdict.status == "checked" and bool(verdict.notices) for verdict in found)
    seconds = [verdict.seconds for verdict in found] or [0.0]
    defects = sum(bool(verdict.problem) for verdict in found)
    return (
        f"{name:8}{len(found):9}{status['checked']:9}{warned:8}{status['partial']:9}{status['failed']:8}"
        f"{status['lost']:6}{defects:9}{median(seconds) * 1000:11.1f}{max(seconds):11.2f}"
    )


if __name__ == "__main__":
    sys.exit(main())
