"""One light piece of work within its limits, without the machinery of many workers, which takes time to load.

On Linux it is done in a copy of this process: a crash in native code costs the answer and not the program.
Elsewhere it is done here, where an alarm ends what takes too much.
"""

from __future__ import annotations

import os
import pickle
import threading
import time
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from termlint.errors import Internal
from termlint.execution.alarm import ringing
from termlint.execution.executor import Budget, Lost, how_it_ended
from termlint.execution.process_limits import may_copy_itself, resident

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import FrameType

    from termlint.execution.executor import Answer, Task, Why, Work

_NEVER = float("inf")
_LOOK = 0.1
"""Seconds between two looks at what the work costs."""
_AGAIN = 1.0
"""Seconds after which the alarm rings again: what rises in a callback (garbage collection) is swallowed."""
_GRACE = 2.0
"""Seconds after its limit at which a copy is ended that no alarm could end: it hangs in native code."""


class SingleProcess:
    """An executor that does one task after another, in a copy of this process or in it."""

    def run(self, work: Work[Task, Answer], tasks: Sequence[Task]) -> Iterator[tuple[int, Answer | Lost]]:
        """The number of each task with its answer, in order."""
        answer = work.prepare(work.setup)
        for number, task in enumerate(tasks):
            yield number, guarded(partial(answer, task), work.budget(task))

    def close(self) -> None:
        """Nothing stays alive."""


def guarded(work: Callable[[], Answer], budget: Budget) -> Answer | Lost:
    """The answer of `work`, or why there is none. In a copy the answer is pickled."""
    if may_copy_itself() and not os.environ.get("TERMLINT_DEBUG"):  # which wants to see the error itself
        return _apart(work, budget)
    return _here(work, budget)


class _TooMuch(Internal, BaseException):
    """A limit was passed.

    Nothing may catch it as an error of the document.
    """

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


def _here(work: Callable[[], Answer], budget: Budget, parent: int | None = None) -> Answer | Lost:
    try:
        with _within(budget, parent):
            return work()
    except _TooMuch as error:
        return Lost(error.why)


def _apart(work: Callable[[], Answer], budget: Budget) -> Answer | Lost:
    from termlint.execution.forked import in_a_copy  # which only systems with copies have

    program = os.getpid()
    patience = budget.seconds + _GRACE if budget.seconds else None
    said, code = in_a_copy(lambda: _here(work, budget, program), patience)
    try:
        answer: Answer | Lost = pickle.loads(said)
    except (pickle.UnpicklingError, EOFError):
        return Lost("time") if code is None else Lost(how_it_ended(code), code)
    return answer


@contextmanager
def _within(budget: Budget, parent: int | None) -> Iterator[None]:
    """Raise _TooMuch in the body past a limit, as far as this thread can be interrupted.

    A copy ends when the process it was made of is gone.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    late = time.monotonic() + (budget.seconds or _NEVER)
    full = (resident() or 0.0) + (budget.megabytes or _NEVER)
    quiet = 0.0

    def look(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
        nonlocal quiet
        if parent and os.getppid() != parent:
            os._exit(1)
        now = time.monotonic()
        why: Why | None = "time" if now >= late else "memory" if (resident() or 0.0) > full else None
        if why and now >= quiet:
            quiet = now + _AGAIN
            raise _TooMuch(why)

    with ringing(look, min(_LOOK, budget.seconds or _LOOK), _LOOK):
        yield
