"""What carries out tasks that may crash, hang or fill the memory: the interface, and what it costs and loses.

`single.SingleProcess` does them one by one, `pool.Pool` in worker processes. Both hold the same budget, and
tell in the same words how a task was lost.
"""

from __future__ import annotations

import signal
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Literal, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Task = TypeVar("Task")
Answer = TypeVar("Answer")
Why = Literal["time", "memory", "killed", "died"]


@dataclass(frozen=True, slots=True)
class Budget:
    """What one task may cost: seconds, and megabytes by which its process may grow. None: no limit."""

    seconds: float | None = None
    megabytes: float | None = None


@dataclass(frozen=True, slots=True)
class Lost:
    """A task without an answer: its process passed a limit, was killed from outside, or died."""

    why: Why
    exit_code: int | None = None


def boundless(task: object) -> Budget:  # noqa: ARG001
    """The budget of a task without limits."""
    return Budget()


@dataclass(frozen=True, slots=True, eq=False)
class Work(Generic[Task, Answer]):
    """What is done with tasks: `prepare(setup)` makes, once a process, the function that answers one task.

    `prepare` is a function of a module and `setup`, tasks and answers can be pickled: not every system has
    processes that begin as a copy. `budget` says what a task may cost; it stays in this process.
    """

    prepare: Callable[[Any], Callable[[Task], Answer]]
    setup: object
    budget: Callable[[Task], Budget] = boundless

    def is_same(self, other: Work[Any, Any] | None) -> bool:
        """Whether a process that was prepared for `other` can do this work as it is."""
        return other is not None and self.prepare is other.prepare and self.setup is other.setup


class Executor(Protocol):
    """Carries out work; what may stay alive between two runs ends with `close`."""

    def run(self, work: Work[Task, Answer], tasks: Sequence[Task]) -> Iterator[tuple[int, Answer | Lost]]:
        """The number of each task with its answer, in the order in which they come."""
        ...

    def close(self) -> None:
        """End every process that waits for more work."""
        ...


def how_it_ended(exit_code: int | None) -> Literal["killed", "died"]:
    """Whether a process with this exit code (a signal is negative) was killed by another, or died itself."""
    killed = sys.platform != "win32" and exit_code in (-signal.SIGKILL, -signal.SIGTERM)
    return "killed" if killed else "died"
