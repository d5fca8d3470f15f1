"""One light piece of work within its limits, without the machinery of many workers, which takes time to load.

On Linux it is done in a copy of this process: a crash in native code costs the answer and not the program.
Elsewhere it is done here, where an alarm (none on Windows) ends what takes too much.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, NoReturn, TypeVar

from termlint.resident import keep_no_core, may_copy_itself, resident

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from termlint.config import Limits

Answer = TypeVar("Answer")
Why = Literal["time", "memory", "killed", "died"]

_LOOK = 0.1
"""Seconds between two looks at what the work costs."""
_AGAIN = 1.0
"""Seconds after which the alarm rings again: what rises in a callback (garbage collection) is swallowed."""
_GRACE = 2.0
"""Seconds after its limit at which a copy is ended that no alarm could end: it hangs in native code."""
_PIECE = 1 << 20


def alone(work: Callable[[], Answer], limits: Limits) -> tuple[Answer | None, Why | None]:
    """The answer of `work`, or else why there is none. In a copy the answer is pickled."""
    if may_copy_itself() and not os.environ.get("TERMLINT_DEBUG"):  # which wants to see the error itself
        return _apart(work, limits)
    return _here(work, limits)


# --- here -----------------------------------------------------------------------------------------


class _TooMuch(BaseException):
    """A limit was passed; nothing may catch it as an error of the document."""

    def __init__(self, why: Why) -> None:
        self.why = why


def _here(
    work: Callable[[], Answer], limits: Limits, parent: int | None = None
) -> tuple[Answer | None, Why | None]:
    try:
        with _within(limits, parent):
            return work(), None
    except _TooMuch as error:
        return None, error.why


@contextmanager
def _within(limits: Limits, parent: int | None) -> Iterator[None]:
    """Raise _TooMuch in the body past a limit, where the system has such an alarm (not on Windows).

    A copy ends when the process it was made of is gone.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
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

    before = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, min(_LOOK, limits.time), _LOOK)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


# --- in a copy ------------------------------------------------------------------------------------


def _apart(work: Callable[[], Answer], limits: Limits) -> tuple[Answer | None, Why | None]:
    ours, theirs = os.pipe()
    program = os.getpid()
    kept = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    copy = os.fork()
    if not copy:
        _work_and_end(work, limits, theirs, program)
    late = False
    try:
        signal.pthread_sigmask(signal.SIG_SETMASK, kept)
        os.close(theirs)
        said, late = _read(ours, time.monotonic() + limits.time + _GRACE)
    finally:
        os.close(ours)
        os.kill(copy, signal.SIGKILL)
        code = os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])
    try:
        answer: tuple[Answer | None, Why | None] = pickle.loads(said)
    except (pickle.UnpicklingError, EOFError):
        return None, "time" if late else "killed" if code in (-signal.SIGKILL, -signal.SIGTERM) else "died"
    return answer


def _read(pipe: int, until: float) -> tuple[bytes, bool]:
    """All that the copy says, and whether it said nothing more for too long."""
    said = bytearray()
    while True:
        if not select.select([pipe], [], [], max(0.0, until - time.monotonic()))[0]:
            return bytes(said), True
        piece = os.read(pipe, _PIECE)
        if not piece:
            return bytes(said), False
        said += piece


def _work_and_end(work: Callable[[], object], limits: Limits, pipe: int, parent: int) -> NoReturn:
    """In the copy. It ends without a word: what this process has yet to write is for the other to write."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the other decides
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
        keep_no_core()
        said = memoryview(pickle.dumps(_here(work, limits, parent)))
        while said:
            said = said[os.write(pipe, said) :]
        code = 0
    finally:
        os._exit(code)
