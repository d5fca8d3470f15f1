"""One light piece of work: whatever it does, the program goes on and says what became of it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from termlint.execution.executor import Budget, Lost, Work
from termlint.execution.single import SingleProcess, guarded
from tests.robustness.test_signals import assert_nobody_left

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.slow

linux = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux makes copies of a process that are safe"
)

WORK = {
    "fine": "return 'klaar'",
    "crash": "os.kill(os.getpid(), signal.SIGSEGV)",
    "killed": "os.kill(os.getpid(), signal.SIGKILL)",
    "slow": "time.sleep(60)",
    "deaf": "signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM}); time.sleep(60)",
    "greedy": "kept = [bytearray(5_000_000) for _ in iter(int, 1)]",
    "broken": "raise ValueError('stuk')",
    "large": "return 'x' * 3_000_000",
}
"""`deaf` hears no alarm, as code that hangs outside Python."""


def outcome(root: Path, work: str) -> object:
    """What `guarded` gives, in a program of its own: a process with threads, as pytest's, is not copied."""
    program = (
        "import json, os, signal, time\n"
        "from termlint.execution.executor import Budget, Lost\n"
        "from termlint.execution.single import guarded\n"
        f"def work():\n    {WORK[work]}\n"
        f"answer = guarded(work, Budget({30 if work == 'greedy' else 1}, 200))\n"
        "print(json.dumps(answer.why if isinstance(answer, Lost) else len(answer)))"
    )
    environment = os.environ | {"PYTHONPATH": str(root)}
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, timeout=60, env=environment, check=True
    )
    return json.loads(ran.stdout)


@linux
@pytest.mark.parametrize(
    ("work", "expected"),
    [
        ("fine", 5),
        ("large", 3_000_000),
        ("crash", "died"),
        ("broken", "died"),
        ("killed", "killed"),
        ("slow", "time"),
        ("deaf", "time"),
        ("greedy", "memory"),
    ],
)
def test_the_answer_or_why_there_is_none(root: Path, work: str, expected: object) -> None:
    assert outcome(root, work) == expected


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no such alarm")
def test_where_no_copy_is_made_an_alarm_ends_it() -> None:
    assert guarded(lambda: "klaar", Budget(5)) == "klaar"
    begun = time.monotonic()
    assert guarded(lambda: time.sleep(60), Budget(0.2)) == Lost("time")
    assert time.monotonic() - begun < 30


@linux
def test_a_crash_on_the_only_document_is_told(root: Path, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("De stad telt veel studenten in het hoger onderwijs.")
    program = (
        "import os, signal, sys; from termlint import cli, engine; "
        "engine.examine = lambda *args: os.kill(os.getpid(), signal.SIGSEGV); "
        "sys.exit(cli.run(['check', 'brief.txt', '--no-cache', '--format', 'json']))"
    )
    environment = os.environ | {"PYTHONPATH": str(root)}
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        timeout=60,
        check=False,
    )
    (document,) = json.loads(ran.stdout)["documents"]
    assert (ran.returncode, ran.stderr, document["status"]) == (2, b"", "failed")
    assert [notice["code"] for notice in document["notices"]] == ["worker-died"]


@linux
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda s: s.name)
def test_a_copy_ends_with_its_program(root: Path, sent: signal.Signals) -> None:
    program = (
        "import time; from termlint.execution.executor import Budget\n"
        "from termlint.execution.single import guarded\n"
        "def work():\n    print('begonnen', flush=True); time.sleep(60)\n"
        "guarded(work, Budget(50))"
    )
    ran = subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(root)},
        start_new_session=True,
    )
    assert ran.stdout
    assert ran.stdout.readline() == b"begonnen\n"
    (os.killpg if sent == signal.SIGINT else os.kill)(ran.pid, sent)
    ran.wait(timeout=30)
    ran.stdout.close()
    assert_nobody_left(ran.pid)


def doubled(setup: int) -> Callable[[int], int]:
    return lambda task: setup * task


def test_tasks_are_done_in_turn_by_what_was_prepared_once() -> None:
    assert list(SingleProcess().run(Work(doubled, 2), [1, 2, 3])) == [(0, 2), (1, 4), (2, 6)]
