"""Ctrl-C, SIGTERM and kill -9, at any moment: no half file, no orphan, no traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.builders.hostile import USE
from tests.builders.hostile_pdf import pdf_of
from tests.execution.test_runner import children, has_a_document
from tests.robustness.together import start

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not Path("/proc/self/task").exists(), reason="finds the workers in /proc, where only Linux shows them"
    ),
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents enough to keep two workers busy for longer than any test waits."""
    folder = tmp_path_factory.mktemp("archief") / "stukken"
    folder.mkdir()
    for n in range(30):
        (folder / f"{n}.txt").write_text(f"{USE}\n\n" * 4000)
        (folder / f"{n}.pdf").write_bytes(pdf_of({}))
    return folder


def listens(ran: subprocess.Popen[bytes]) -> bool:
    """Whether the program hears SIGTERM. Before that Python itself is starting, and has words of its own."""
    status = Path(f"/proc/{ran.pid}/status").read_text()
    caught = int(status.partition("SigCgt:")[2].split()[0], 16)
    return bool(caught & 1 << (signal.SIGTERM - 1))


def a_worker_is_born(ran: subprocess.Popen[bytes]) -> bool:
    return bool(children(ran.pid))


def a_worker_reads(ran: subprocess.Popen[bytes]) -> bool:
    return any(has_a_document(worker) for worker in children(ran.pid))


MOMENTS = [
    pytest.param(listens, 0.0, id="at once"),
    pytest.param(listens, 0.1, id="while it starts"),
    pytest.param(a_worker_is_born, 0.0, id="when a worker is born"),
    pytest.param(a_worker_is_born, 0.1, id="while a worker starts"),
    pytest.param(a_worker_reads, 0.0, id="when a worker reads"),
    pytest.param(a_worker_reads, 0.7, id="in the middle"),
]
ENDS = (2, -signal.SIGINT, -signal.SIGTERM)
"""Before there is anything to tell a program may end as the signal says; Python makes SIGINT of an interrupt
that falls in a class being made, also where it is caught."""
OUTPUTS = ("uit.json", "uit.html", "uit.csv")


def wait_for(moment: Callable[[subprocess.Popen[bytes]], bool], ran: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while ran.poll() is None and not _now(moment, ran):
        assert time.monotonic() < deadline
        time.sleep(0.005)


def _now(moment: Callable[[subprocess.Popen[bytes]], bool], ran: subprocess.Popen[bytes]) -> bool:
    try:
        return moment(ran)
    except OSError:  # a process went away while it was looked at
        return False


def members(group: int) -> list[int]:
    """The processes of a group that still live."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group and fields[0] != "Z":
            found.append(int(status.parent.name))
    return found


def assert_nobody_left(group: int) -> None:
    deadline = time.monotonic() + 15
    while members(group) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert members(group) == []


def whole(path: Path) -> bool:
    """Whether a report is there from its first to its last character."""
    text = path.read_text("utf-8")
    if path.suffix == ".json":
        return "documents" in json.loads(text)
    return text.rstrip().endswith("</html>") if path.suffix == ".html" else text.endswith("\n")


@pytest.mark.parametrize(("moment", "after"), MOMENTS)
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM], ids=lambda s: s.name)
def test_a_run_that_is_broken_off_leaves_nothing(
    sent: signal.Signals,
    moment: Callable[[subprocess.Popen[bytes]], bool],
    after: float,
    archive: Path,
    tmp_path: Path,
) -> None:
    """Ctrl-C reaches the whole group, SIGTERM the program alone; what stood there before stays as it was."""
    (tmp_path / OUTPUTS[0]).write_text('{"documents": ["van vorige keer"]}')
    targets = [f"--format={Path(name).suffix[1:]}={name}" for name in OUTPUTS]
    ran = start(tmp_path, "check", str(archive), "-j", "2", "--no-cache", *targets)
    wait_for(moment, ran)
    time.sleep(after)
    (os.killpg if sent == signal.SIGINT else os.kill)(ran.pid, sent)
    _, said = ran.communicate(timeout=30)
    assert_nobody_left(ran.pid)
    assert b"Traceback" not in said
    assert ran.returncode in ((2,) if moment is a_worker_reads else ENDS)
    assert {path.name for path in tmp_path.iterdir() if not path.name.startswith(".cache")} <= set(OUTPUTS)
    assert all(whole(tmp_path / name) for name in OUTPUTS if (tmp_path / name).exists())
    assert (tmp_path / OUTPUTS[0]).exists()


def test_an_interrupt_that_cannot_rise_is_heard_a_moment_later(root: Path) -> None:
    """As when it falls in a callback of Python's own imports, which says so with a traceback."""
    program = (
        "import signal, time, weakref; from termlint import cli; cli._stop_politely()\n"
        "class Thing: pass\n"
        "thing = Thing(); watch = weakref.ref(thing, lambda gone: signal.raise_signal(signal.SIGINT))\n"
        "try:\n    del thing; time.sleep(30)\nexcept KeyboardInterrupt:\n    print('gehoord')"
    )
    environment = os.environ | {"PYTHONPATH": str(root)}
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, timeout=60, check=True, env=environment
    )
    assert (ran.stdout.split(), ran.stderr) == ([b"gehoord"], b"")


def test_a_program_that_is_killed_leaves_no_worker(archive: Path, tmp_path: Path) -> None:
    ran = start(tmp_path, "check", str(archive), "-j", "2", "--no-cache", f"--format=json={OUTPUTS[0]}")
    wait_for(a_worker_reads, ran)
    ran.kill()
    _, said = ran.communicate(timeout=30)
    assert_nobody_left(ran.pid)
    assert (said, list(tmp_path.glob("uit*"))) == (b"", [])


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        pytest.param(signal.SIGKILL, "worker-killed", id="kill -9, as the system does without memory"),
        pytest.param(signal.SIGSEGV, "worker-died", id="a crash in native code"),
        pytest.param(signal.SIGABRT, "worker-died", id="an abort in native code"),
    ],
)
def test_a_worker_that_is_killed_costs_the_document_it_held(
    sent: signal.Signals, code: str, tmp_path: Path
) -> None:
    for n in range(6):
        (tmp_path / f"{n}.txt").write_text(f"{USE}\n\n" * 500)
    arguments = ("-j", "2", "--no-cache", "--format", "json")
    ran = start(tmp_path, "check", ".", *arguments, stdout=subprocess.PIPE)
    wait_for(a_worker_reads, ran)
    os.kill(next(worker for worker in children(ran.pid) if has_a_document(worker)), sent)
    out, said = ran.communicate(timeout=120)
    report = json.loads(out)
    failed = [each for each in report["documents"] if each["status"] == "failed"]
    assert (ran.returncode, said, report["summary"]["checked"]) == (2, b"", 5)
    assert [notice["code"] for each in failed for notice in each["notices"]] == [code]
    assert_nobody_left(ran.pid)
