"""What one document may cost: each limit has its own sentence, and only what passes it is not wholly read."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from termlint.engine import Options
from termlint.execution.executor import Budget, Lost, Work
from termlint.execution.job import Job
from termlint.execution.local import Local
from termlint.execution.pool import Pool
from termlint.execution.process_limits import resident
from termlint.execution.run_settings import RunSettings
from termlint.execution.runner import check_all
from termlint.readers import ReadOptions
from termlint.rulebook import Ruleset
from termlint.settings import Limits, Settings
from tests.builders import docx
from tests.builders import hostile as h
from tests.builders.hostile_pdf import same_page
from tests.execution.test_pool import alive
from tests.robustness.together import check_together, quoted

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow

watched = pytest.mark.skipif(resident() is None, reason="this system does not say what a process holds")
PARAGRAPHS = "\n\n".join([h.USE] * 200_000)

OVER: dict[str, tuple[str, bytes, str, str]] = {
    "time": ("time: 0.5", docx.word(*[h.USE] * 60_000), "failed", "time-limit"),
    "memory": ("memory: 40", PARAGRAPHS.encode(), "failed", "memory-limit"),
    "pages": ("pages: 2", same_page(3), "partial", "pages-limit"),
    "text": ("text: 0.000100", f"{h.USE}\n\n{h.USE}".encode(), "partial", "text-limit"),
    "size": ("size: 0.001", h.USE.encode() * 30, "failed", "too-large"),
    "unpacked": ("unpacked: 0.01", docx.word(*[h.USE] * 100), "failed", "docx-too-large"),
}
"""For each limit: its setting, a document that passes it, and what becomes of that."""
SUFFIXES = {"time": ".docx", "pages": ".pdf", "unpacked": ".docx"}


@watched
@pytest.mark.parametrize("alone", [False, True], ids=["among others", "alone"])
@pytest.mark.parametrize("limit", OVER)
def test_what_passes_a_limit_says_so(limit: str, alone: bool, tmp_path: Path) -> None:
    setting, data, status, code = OVER[limit]
    name = f"te-veel{SUFFIXES.get(limit, '.txt')}"
    together = check_together(tmp_path, {name: data}, setting, alone=alone)
    outcome, codes, _ = together.outcome(name)
    assert (outcome, codes, together.code, together.said) == (status, [code], 2, "")
    (notice,) = together.documents[name]["notices"]
    assert notice["message"] in quoted(notice)
    assert f"limits: {limit}" in notice["message"]
    if not alone and limit in ("pages", "text", "size"):
        assert [together.outcome(each) for each in ("goed.txt", "goed.pdf")] == [("checked", [], 1)] * 2


def test_of_too_much_text_the_first_blocks_are_checked(tmp_path: Path) -> None:
    together = check_together(tmp_path, {"a.txt": OVER["text"][1]}, "text: 0.000100", alone=True)
    assert together.found["a.txt"] == 1


def test_the_limits_of_a_document_are_those_of_its_own_settings(tmp_path: Path) -> None:
    """A neighbour that may take longer does not give it more time."""
    for name, data in {"a.txt": PARAGRAPHS, "b.txt": h.USE}.items():
        (tmp_path / name).write_text(data)
    plans = [
        RunSettings(Settings(limits=limits), Ruleset((), "leeg"), Options(read=ReadOptions(limits=limits)))
        for limits in (Limits(time=0.05), Limits(time=60))
    ]
    jobs = [Job("a.txt", tmp_path / "a.txt", ".txt", 0), Job("b.txt", tmp_path / "b.txt", ".txt", 1)]
    first, second = check_all(jobs, plans, executor=Local(1)).documents
    assert (first.status, first.notices[0].params, second.status) == ("failed", {"limit": "0.05"}, "checked")


# --- workers --------------------------------------------------------------------------------------


def greedy(setup: object) -> Callable[[str], int]:
    """Takes what its task says, and keeps it."""
    kept: list[bytearray] = []

    def answer(task: str) -> int:
        word, _, amount = task.partition(" ")
        faulthandler.disable()  # pytest's, where a worker is a copy of it: what it says is no concern of ours
        if word == "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        if word == "hang":
            time.sleep(60)
        if word == "eat":
            while True:
                kept.append(bytearray(os.urandom(1)) * 5_000_000)
        if word == "gulp":
            kept.append(bytearray(b"x") * int(amount) * 1_000_000)
        if word == "keep":
            kept.append(bytearray(b"x") * int(amount) * 1_000_000)
        return os.getpid()

    return answer


def run(tasks: list[str], budget: Budget, jobs: int = 1) -> dict[int, int | Lost]:
    work: Work[str, int] = Work(greedy, None, lambda task: budget)
    return dict(Pool(jobs).run(work, tasks))


@watched
class TestAWorkersMemory:
    def test_one_that_eats_all_is_ended_and_the_rest_is_done(self) -> None:
        before, eaten, after = run(["keep 1", "eat", "keep 1"], Budget(30, 150)).values()
        assert isinstance(eaten, Lost)
        assert eaten.why == "memory"
        assert isinstance(before, int)
        assert isinstance(after, int)

    def test_one_that_takes_all_in_one_step_is_ended_too(self) -> None:
        (answer,) = run(["gulp 3000"], Budget(30, 150)).values()
        assert isinstance(answer, Lost)
        assert answer.why == "memory"

    def test_one_that_keeps_much_is_replaced_before_it_costs_another_task(self) -> None:
        answers = run(["keep 100"] * 4, Budget(30, 150))
        assert len(set(answers.values())) == 4
        assert all(isinstance(each, int) for each in answers.values())

    def test_one_that_keeps_little_is_used_again(self) -> None:
        assert len(set(run(["keep 1"] * 4, Budget(30, 150)).values())) == 1

    def test_a_task_without_limit_may_take_it(self) -> None:
        (answer,) = run(["keep 300"], Budget()).values()
        assert isinstance(answer, int)


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
def test_crash_hang_and_greed_together_cost_three_tasks() -> None:
    tasks = ["keep 1", "crash", "keep 1", "hang", "eat", "keep 1"]
    answers = run(tasks, Budget(3, 200), jobs=2)
    lost = {number: answer.why for number, answer in answers.items() if isinstance(answer, Lost)}
    assert lost == {1: "died", 3: "time", 4: "memory"}
    assert not any(alive(answer) for answer in answers.values() if isinstance(answer, int))


@pytest.mark.skipif(not Path("/proc/self/limits").exists(), reason="finds the limit in /proc")
def test_a_crash_leaves_no_image_of_memory_on_disk() -> None:
    work: Work[str, str] = Work(core_limit, None)
    assert [answer for _, answer in Pool(1).run(work, ["?"])] == ["0"]


def core_limit(setup: object) -> Callable[[str], str]:
    rows = Path("/proc/self/limits").read_text().splitlines()
    limit = next(row for row in rows if row.startswith("Max core file size")).split()[4]
    return lambda task: limit
