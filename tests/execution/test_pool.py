"""Workers that crash, hang or are killed cost only their own task, and none outlives its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from termlint.execution.executor import Budget, Lost, Work
from termlint.execution.pool import Pool

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow


def obedient(setup: object) -> Callable[[str], str]:
    """Answers as its task tells it to."""

    def answer(task: str) -> str:
        word, _, argument = task.partition(" ")
        if word == "die":
            os._exit(7)
        if word == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "hang":
            time.sleep(60)
        if word == "pid":
            return str(os.getpid())
        return f"{setup}{argument}"

    return answer


def hopeless(setup: object) -> Callable[[str], str]:
    raise OSError(setup)


def run(tasks: list[str], *, jobs: int = 2, limit: float | None = None) -> dict[int, str | Lost]:
    work: Work[str, str] = Work(obedient, "=", lambda task: Budget(limit))
    return dict(Pool(jobs).run(work, tasks))


def test_every_task_is_answered_under_its_number() -> None:
    tasks = [f"say {n}" for n in range(20)]
    assert run(tasks) == {n: f"={n}" for n in range(20)}


def test_no_task_needs_no_worker() -> None:
    assert run([]) == {}


def test_a_worker_is_used_again() -> None:
    assert len(set(run(["pid"] * 6, jobs=1).values())) == 1


@pytest.mark.parametrize(
    ("task", "lost"),
    [
        pytest.param("die", Lost("died", 7), id="a crash"),
        pytest.param(
            "kill",
            Lost("killed", -9),
            id="kill -9",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="no signals there"),
        ),
    ],
)
def test_a_dead_worker_costs_its_own_task_only(task: str, lost: Lost) -> None:
    answers = run(["say a", task, "say b", task, "say c"])
    assert answers == {0: "=a", 1: lost, 2: "=b", 3: lost, 4: "=c"}


def test_a_hanging_worker_is_ended_at_the_limit_and_replaced() -> None:
    begun = time.monotonic()
    answers = run(["hang", "say a", "say b"], jobs=1, limit=0.5)
    assert answers == {0: Lost("time"), 1: "=a", 2: "=b"}
    assert time.monotonic() - begun < 20


def test_starting_up_does_not_count_towards_the_limit() -> None:
    """A worker needs longer to start than this limit allows for a task."""
    assert run(["say a"], jobs=1, limit=0.05) == {0: "=a"}


def test_workers_that_never_come_up_lose_every_task_and_end() -> None:
    work: Work[str, str] = Work(hopeless, "=")
    assert dict(Pool(2).run(work, ["a", "b", "c"])) == {n: Lost("died") for n in range(3)}


def test_an_abandoned_run_leaves_no_worker() -> None:
    work: Work[str, str] = Work(obedient, "=")
    answers = Pool(2).run(work, ["pid", "hang", "hang"])
    _, pid = next(answers)
    answers.close()  # type: ignore[attr-defined]
    assert not alive(int(str(pid)))


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another matter on Windows")
@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT], ids=lambda s: s.name)
def test_workers_end_with_their_parent(tmp_path: Path, sent: signal.Signals) -> None:
    program = tmp_path / "ouder.py"
    program.write_text(
        textwrap.dedent(f"""
        import sys
        sys.path.insert(0, {str(Path(__file__).parent.parent)!r})
        from tests.execution.test_pool import obedient
        from termlint.execution.executor import Work
        from termlint.execution.pool import Pool
        if __name__ == "__main__":
            for number, answer in Pool(2).run(Work(obedient, ""), ["pid", "pid", "hang", "hang"]):
                print(answer, flush=True)
        """)
    )
    parent = subprocess.Popen(
        [sys.executable, program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert parent.stdout
    with parent, parent.stdout as lines:
        pids = [int(lines.readline()) for _ in range(2)]
        parent.send_signal(sent)
        parent.wait(20)
    deadline = time.monotonic() + 10
    while any(alive(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(alive(pid) for pid in pids)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    if Path(f"/proc/{pid}/stat").exists():
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return True
