"""What a document may cost where there is no copy of the process, no alarm, and no other way than spawn."""

from __future__ import annotations

import json
import signal
import time
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from termlint.execution import job, pool
from termlint.execution.alarm import _by_thread
from termlint.execution.executor import Work
from termlint.execution.job import Job, is_light
from termlint.execution.pool import Pool
from tests.builders import docx
from tests.cli.conftest import USE
from tests.windows.conftest import Place, sentence

if TYPE_CHECKING:
    from types import FrameType

pytestmark = pytest.mark.slow

TASKS = """
import json
from termlint.execution.executor import Budget, Lost, Work
from termlint.execution.pool import Pool
from tests.execution.test_pool import obedient
if __name__ == "__main__":
    work = Work(obedient, "=", lambda task: Budget(5.0 if task == "hang" else None))
    answers = dict(Pool(2).run(work, ["say 1", "die", "say 2", "hang", "say 3"]))
    print(json.dumps([a.why if isinstance(a, Lost) else a for _, a in sorted(answers.items())]))
"""


def test_crash_and_hang_cost_two_tasks(place: Place) -> None:
    done = place.python(str(place.write("taken.py", TASKS)))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == ["=1", "died", "=2", "time", "=3"]


@pytest.mark.parametrize("windows", [True, False], ids=["Windows", "here"])
@pytest.mark.parametrize("command", [("check",), ("fix", "--dry-run")], ids=" ".join)
def test_one_document_that_takes_too_long_is_said(
    place: Place, windows: bool, command: tuple[str, ...]
) -> None:
    place.write("te-veel.txt", (USE + "\n") * 8_000)
    place.write("termlint.yaml", "limits: {time: 0.2}\n")
    done = Place(place.folder, windows).run(*command, "te-veel.txt")
    assert done.returncode == 2
    assert "duurde langer dan 0.2 seconden" in sentence(done)


@pytest.mark.parametrize(
    ("data", "suffix", "there", "here"),
    [
        (b"x" * 500_000, ".txt", True, True),
        (b"x" * 500_001, ".txt", False, True),
        (b"x" * 2_000_001, ".txt", False, False),
        (docx.word("x" * 1_900_000), ".docx", True, True),
        (docx.word("x" * 2_100_000), ".docx", False, True),
        (docx.word("x" * 8_100_000), ".docx", False, False),
    ],
    ids=["text", "much text", "too much", "word", "unpacks to much", "unpacks to too much"],
)
def test_where_a_crash_ends_the_program_less_is_light(
    data: bytes, suffix: str, there: bool, here: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for copies, light in ((False, there), (True, here)):
        monkeypatch.setattr(job, "may_copy_itself", lambda copies=copies: copies)
        assert is_light(Job("a", Path("a"), suffix, data=data)) is light


@pytest.mark.parametrize(
    ("platform", "jobs", "started"), [("win32", 100, 60), ("win32", 60, 60), ("linux", 70, 70)]
)
def test_windows_waits_for_no_more_than_it_can(
    platform: str, jobs: int, started: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "sys", SimpleNamespace(platform=platform))
    monkeypatch.setattr(pool, "_start", lambda work: SimpleNamespace(task=None))
    made, work = Pool(jobs), Work(lambda setup: str, None)
    made._staff(work, 1000)
    assert len(made._workers) == started


class TestAlarmOfAThread:
    def test_it_ends_a_loop_of_python(self) -> None:
        with pytest.raises(TimeoutError):
            loop_for_ever()

    def test_it_rings_again(self) -> None:
        rung: list[float] = []
        with _by_thread(lambda number, frame: rung.append(time.monotonic()), 0.05, 0.02):
            while len(rung) < 3:
                pass

    def test_what_is_done_in_time_is_not_disturbed_and_nothing_rings_after_it(self) -> None:
        before = signal.getsignal(signal.SIGTERM)
        for _ in range(50):
            with _by_thread(too_late, 10, 0.001):
                pass
        assert signal.getsignal(signal.SIGTERM) is before

    def test_the_last_ring_is_not_taken_for_a_request_to_stop(self) -> None:
        stops: list[int] = []
        before = signal.signal(signal.SIGTERM, lambda number, frame: stops.append(number))
        try:
            for _ in range(200):
                with _by_thread(lambda number, frame: None, 0.0005, 0.0005):
                    time.sleep(0.001)
        finally:
            signal.signal(signal.SIGTERM, before)
        assert stops == []


def loop_for_ever() -> None:
    with _by_thread(too_late, 0.05, 0.05):
        while True:
            pass


def too_late(number: int, frame: FrameType | None) -> None:
    raise TimeoutError
