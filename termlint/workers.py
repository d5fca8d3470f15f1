"""Work in processes that may die: each holds one task at a time, and can be killed and replaced.

A worker that crashes, hangs or is killed costs only the task it held. Every process is started anew
(`spawn`), on all systems alike, and ends with its parent: the pipe closes, a watcher sees the parent
go, and a timer outside the interpreter ends one that hangs in native code.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

Task = TypeVar("Task")
Answer = TypeVar("Answer")

Prepare = Callable[[Any], Callable[[Any], Any]]
"""Made once in each worker from a picklable setup: what answers one task."""

_NEVER = float("inf")
_GRACE = 5.0  # seconds after its limit at which a worker ends itself, should its parent be unable to
_START = 120.0  # seconds in which a new worker must be ready; a slow disk and a virus scanner are allowed for
_FALSE_STARTS = 3  # that many in a row and no worker will ever come


@dataclass(frozen=True, slots=True)
class Lost:
    """A task without an answer: its worker passed the time limit, or died."""

    why: Literal["time", "died"]
    exit_code: int | None = None


@dataclass(slots=True, eq=False)
class _Worker:
    """One process. `task` is the number of the task it holds; `deadline` is on the monotonic clock."""

    process: SpawnProcess
    pipe: Connection
    deadline: float
    ready: bool = False
    task: int | None = None

    @property
    def late(self) -> bool:
        return time.monotonic() >= self.deadline


@dataclass(slots=True)
class Pool(Generic[Task, Answer]):
    """`jobs` workers, each made by `prepare(setup)`, with `limit` seconds for a task (None: no limit)."""

    prepare: Prepare
    setup: object
    jobs: int
    limit: float | None
    _workers: list[_Worker] = field(default_factory=list)
    _false_starts: int = 0

    def run(self, tasks: Sequence[Task]) -> Iterator[tuple[int, Answer | Lost]]:
        """The number of each task with its answer, as they come; all workers are gone afterwards."""
        waiting = deque(enumerate(tasks))
        try:
            while waiting or any(worker.task is not None for worker in self._workers):
                if self._false_starts >= _FALSE_STARTS:
                    yield from ((number, Lost("died")) for number, _ in waiting)
                    return
                self._staff(len(waiting))
                for worker in [each for each in self._workers if each.ready and each.task is None]:
                    if waiting and self._give(worker, *waiting[0]):
                        waiting.popleft()
                yield from self._collect()
        finally:
            for worker in self._workers:
                _end(worker)
            self._workers.clear()

    def _staff(self, waiting: int) -> None:
        """Start workers for the tasks that wait, up to the number of jobs."""
        free = sum(1 for worker in self._workers if worker.task is None)
        for _ in range(min(self.jobs - len(self._workers), waiting - free)):
            self._workers.append(_start(self.prepare, self.setup, self.limit))

    def _give(self, worker: _Worker, number: int, task: Task) -> bool:
        """Whether the worker took the task; one that died while it was idle is replaced."""
        try:
            worker.pipe.send(task)
        except OSError:
            self._dismiss(worker)
            return False
        worker.task = number
        worker.deadline = time.monotonic() + self.limit if self.limit else _NEVER
        return True

    def _collect(self) -> Iterator[tuple[int, Answer | Lost]]:
        """Wait until something happens; the answers that are there, and the tasks that were lost."""
        active = [worker for worker in self._workers if worker.task is not None or not worker.ready]
        soonest = min((worker.deadline for worker in active), default=_NEVER)
        patience = None if soonest == _NEVER else max(0.0, soonest - time.monotonic())
        heard = set(wait([worker.pipe for worker in active], patience))
        for worker in active:
            if worker.pipe in heard:
                said = _receive(worker)
            elif worker.late:
                said = Lost("time")
            else:
                continue
            number, worker.task = worker.task, None
            if isinstance(said, Lost):
                self._dismiss(worker)
            worker.ready = True
            if number is not None:
                yield number, said

    def _dismiss(self, worker: _Worker) -> None:
        self._false_starts = 0 if worker.ready else self._false_starts + 1
        self._workers.remove(worker)
        _end(worker)


def _start(prepare: Prepare, setup: object, limit: float | None) -> _Worker:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, prepare, setup, limit), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours, time.monotonic() + _START)


def _receive(worker: _Worker) -> Any:
    try:
        return worker.pipe.recv()
    except (EOFError, OSError):
        worker.process.join(_GRACE)
        return Lost("died", worker.process.exitcode)


def _end(worker: _Worker) -> None:
    """Kill a worker and wait until it is gone."""
    worker.pipe.close()
    if worker.process.is_alive():
        worker.process.kill()
    worker.process.join(_GRACE)


# --- in the worker --------------------------------------------------------------------------------


def _serve(pipe: Connection, prepare: Prepare, setup: object, limit: float | None) -> None:
    """Answer tasks until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - a device, not a path
        try:
            answer = prepare(setup)
        except Exception:
            return
        pipe.send(None)
        while True:
            try:
                task = pipe.recv()
                if limit:
                    faulthandler.dump_traceback_later(limit + _GRACE, exit=True, file=nowhere)
                pipe.send(answer(task))
                faulthandler.cancel_dump_traceback_later()
            except (EOFError, OSError):
                return


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
