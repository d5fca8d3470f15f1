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
from typing import TYPE_CHECKING, Literal, TypeVar

from termlint.errors import Internal
from termlint.execution.alarm import ringing
from termlint.execution.process_limits import may_copy_itself, resident

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from termlint.settings import Limits

Answer = TypeVar("Answer")
Why = Literal["time", "memory", "killed", "died"]

_LOOK = 0.1
"""Seconds between two looks at what the work costs."""
_AGAIN = 1.0
"""Seconds after which the alarm rings again: what rises in a callback (garbage collection) is swallowed."""
_GRACE = 2.0
"""Seconds after its limit at which a copy is ended that no alarm could end: it hangs in native code."""


def alone(work: Callable[[], Answer], limits: Limits) -> tuple[Answer | None, Why | None]:
    """The answer of `work`, or else why there is none. In a copy the answer is pickled."""
    if may_copy_itself() and not os.environ.get("TERMLINT_DEBUG"):  # which wants to see the error itself
        return _apart(work, limits)
    return _here(work, limits)


class _TooMuch(Internal, BaseException):
    """A limit was passed.

    Nothing may catch it as an error of the document.
    """

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


def _here(
    work: Callable[[], Answer], limits: Limits, parent: int | None = None
) -> tuple[Answer | None, Why | None]:
    try:
        with _within(limits, parent):
            return work(), None
    except _TooMuch as error:
        return None, error.why


def _apart(work: Callable[[], Answer], limits: Limits) -> tuple[Answer | None, Why | None]:
    from termlint.execution.forked import in_a_copy, is_kill  # which only systems with copies have

    program = os.getpid()
    said, code = in_a_copy(lambda: _here(work, limits, program), limits.time + _GRACE)
    try:
        answer: tuple[Answer | None, Why | None] = pickle.loads(said)
    except (pickle.UnpicklingError, EOFError):
        return None, "time" if code is None else "killed" if is_kill(code) else "died"
    return answer


@contextmanager
def _within(limits: Limits, parent: int | None) -> Iterator[None]:
    """Raise _TooMuch in the body past a limit, as far as this thread can be interrupted.

    A copy ends when the process it was made of is gone.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    late, full = time.monotonic() + limits.time, (resident() or 0.0) + limits.memory
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

    with ringing(look, min(_LOOK, limits.time), _LOOK):
        yield
