"""Work in processes that may die: each holds one task at a time, and can be killed and replaced.

A worker that crashes, hangs or is killed costs only the task it held. On Linux it begins as a copy of this
process, elsewhere anew; it ends with its parent: the pipe closes, a watcher sees the parent go, and a timer
outside the interpreter ends one that hangs in native code. The same watcher ends one that takes more memory
than its task may; a system that does not say what a process holds (Windows) has no such limit.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any

from termlint.execution.executor import Answer, Budget, Lost, Task, Work, how_it_ended
from termlint.execution.process_limits import forbid_more, keep_no_core, may_copy_itself, resident

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection as Connection
        from multiprocessing.context import SpawnContext as Context
    else:
        from multiprocessing.connection import Connection
        from multiprocessing.context import ForkContext, SpawnContext

        Context = ForkContext | SpawnContext
    from multiprocessing.process import BaseProcess

_NEVER = float("inf")
_GRACE = 5.0  # seconds after its limit at which a worker ends itself, should its parent be unable to
_START = 120.0  # seconds in which a new worker must be ready; a slow disk and a virus scanner are allowed for
_FALSE_STARTS = 3  # that many in a row and no worker will ever come
_LOOK = 0.05  # seconds between two looks at the memory of a worker
_FULL = 87  # the exit code of a worker that passed its memory limit
_HEADROOM = 512.0  # megabytes that libraries may reserve and not use
_MOST_JOBS = 60  # Windows waits for 63 things at once
_TIRED = 0.5  # the share of its memory limit that a worker may still hold after an answer, to be used again


@dataclass(slots=True, eq=False)
class _Worker:
    """One process. `task` is the number of the task it holds; `deadline` is on the monotonic clock."""

    process: BaseProcess
    pipe: Connection
    deadline: float
    ready: bool = False
    task: int | None = None

    @property
    def late(self) -> bool:
        return time.monotonic() >= self.deadline


@dataclass(slots=True)
class Pool:
    """An executor with at most `jobs` workers at a time.

    With `keep` the workers that are at rest after a run wait for the next one, until `close`; a worker that
    was prepared for other work makes place for a new one.
    """

    jobs: int
    keep: bool = False
    _work: Work[Any, Any] | None = None
    _workers: list[_Worker] = field(default_factory=list)
    _false_starts: int = 0

    def run(self, work: Work[Task, Answer], tasks: Sequence[Task]) -> Iterator[tuple[int, Answer | Lost]]:
        """The number of each task with its answer, as they come; no worker is busy afterwards."""
        self._take_up(work)
        waiting = deque(enumerate(tasks))
        try:
            while waiting or any(worker.task is not None for worker in self._workers):
                if self._false_starts >= _FALSE_STARTS:
                    yield from ((number, Lost("died")) for number, _ in waiting)
                    return
                self._staff(work, len(waiting))
                for worker in [each for each in self._workers if each.ready and each.task is None]:
                    if waiting and self._give(worker, work, *waiting[0]):
                        waiting.popleft()
                yield from self._collect()
        finally:
            self._rest()

    def close(self) -> None:
        """End all workers."""
        for worker in self._workers:
            _end(worker)
        self._workers.clear()

    def _take_up(self, work: Work[Any, Any]) -> None:
        """End the workers that were prepared for other work."""
        if not work.is_same(self._work):
            self.close()
        self._work, self._false_starts = work, 0

    def _rest(self) -> None:
        """End the workers that are busy, as after Ctrl-C, and without `keep` all of them."""
        resting = [each for each in self._workers if self.keep and each.ready and each.task is None]
        for worker in self._workers:
            if worker not in resting:
                _end(worker)
        self._workers = resting

    def _staff(self, work: Work[Any, Any], waiting: int) -> None:
        """Start workers for the tasks that wait, up to the number of jobs."""
        free = sum(1 for worker in self._workers if worker.task is None)
        jobs = min(self.jobs, _MOST_JOBS) if sys.platform == "win32" else self.jobs
        for _ in range(min(jobs - len(self._workers), waiting - free)):
            self._workers.append(_start(work))

    def _give(self, worker: _Worker, work: Work[Task, Any], number: int, task: Task) -> bool:
        """Whether the worker took the task; one that died while it was idle is replaced."""
        budget = work.budget(task)
        try:
            worker.pipe.send((task, budget))
        except OSError:
            self._dismiss(worker)
            return False
        worker.task = number
        worker.deadline = time.monotonic() + budget.seconds if budget.seconds else _NEVER
        return True

    def _collect(self) -> Iterator[tuple[int, Answer | Lost]]:
        """Wait until something happens; the answers that are there, and the tasks that were lost."""
        active = [worker for worker in self._workers if worker.task is not None or not worker.ready]
        soonest = min((worker.deadline for worker in active), default=_NEVER)
        patience = None if soonest == _NEVER else max(0.0, soonest - time.monotonic())
        heard = set(wait([worker.pipe for worker in active], patience))
        for worker in active:
            if worker.pipe in heard:
                said, tired = _receive(worker)
            elif worker.late:
                said, tired = Lost("time"), True
            else:
                continue
            number, worker.task = worker.task, None
            if tired:
                self._dismiss(worker)
            worker.ready = True
            if number is not None:
                yield number, said

    def _dismiss(self, worker: _Worker) -> None:
        self._false_starts = 0 if worker.ready else self._false_starts + 1
        self._workers.remove(worker)
        _end(worker)


def _start(work: Work[Any, Any]) -> _Worker:
    context = _context()
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, work.prepare, work.setup), daemon=True)
    if sys.platform != "win32" and context.get_start_method() == "spawn":
        resource_tracker.ensure_running()  # else it starts below, and lets Ctrl-C through again
    with _uninterrupted():
        process.start()
    theirs.close()
    return _Worker(process, ours, time.monotonic() + _START)


def _context() -> Context:
    """How processes begin. A copy of this one works at once; one started anew imports and loads all again."""
    if sys.platform != "win32" and may_copy_itself():
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C waits until a worker is born: the child, which inherits that, must not die of it talking."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _receive(worker: _Worker) -> tuple[Any, bool]:
    """What a worker answers, and whether it should be replaced."""
    try:
        said, tired = worker.pipe.recv()
    except (EOFError, OSError):
        worker.process.join(_GRACE)
        return _fate(worker.process.exitcode), True
    return said, tired


def _fate(exit_code: int | None) -> Lost:
    """Why a worker is gone; the system itself kills (-9) when no memory is left for anyone."""
    if exit_code == _FULL:
        return Lost("memory", exit_code)
    return Lost(how_it_ended(exit_code), exit_code)


def _end(worker: _Worker) -> None:
    """Kill a worker and wait until it is gone."""
    worker.pipe.close()
    if worker.process.is_alive():
        worker.process.kill()
    worker.process.join(_GRACE)


# --- in the worker --------------------------------------------------------------------------------


def _serve(pipe: Connection, prepare: Callable[[Any], Callable[[Any], Any]], setup: object) -> None:
    """Answer tasks until the pipe closes."""
    _settle_in()
    guard = _Guard()
    threading.Thread(target=guard.watch, daemon=True).start()
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - a device, not a path
        try:
            answer = prepare(setup)
            guard.base = resident() or 0.0
            pipe.send((None, False))
            while True:
                task, budget = pipe.recv()
                guard.allow(budget)
                if budget.seconds:
                    faulthandler.dump_traceback_later(budget.seconds + _GRACE, exit=True, file=nowhere)
                pipe.send((answer(task), guard.is_tired))
                faulthandler.cancel_dump_traceback_later()
                guard.allow(Budget())
        except (EOFError, OSError):
            return
        except MemoryError:
            os._exit(_FULL)
        except Exception:
            if os.environ.get("TERMLINT_DEBUG"):
                raise
            os._exit(1)


def _settle_in() -> None:
    """What holds for every worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # a copy of the parent would end as politely as that does
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    keep_no_core()
    for library in ("OPENBLAS", "OMP", "MKL"):  # a worker is one of many: it takes one core
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")


class _Guard:
    """Ends this process when its parent is gone, or when its task takes too much memory."""

    def __init__(self) -> None:
        self.base = 0.0
        self._most = _NEVER

    def allow(self, budget: Budget) -> None:
        """From now on the memory of this process may grow by this much."""
        if budget.megabytes is None:
            self._most = _NEVER
            return
        self._most = self.base + budget.megabytes
        forbid_more(2 * budget.megabytes + _HEADROOM)  # for what grows in one step, unseen by the watcher

    @property
    def is_tired(self) -> bool:
        """Whether so much memory is held after an answer that the next task had better begin anew."""
        return (resident() or 0.0) > self.base + _TIRED * (self._most - self.base)

    def watch(self) -> None:
        """Look every now and then; in a thread of its own."""
        parent = multiprocessing.parent_process()
        assert parent is not None
        while not wait([parent.sentinel], _LOOK):
            if (resident() or 0.0) > self._most:
                os._exit(_FULL)
        os._exit(1)
