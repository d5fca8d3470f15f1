"""Calls back at regular times while other work goes on, on each system in the way that it has."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    Look = Callable[[int, FrameType | None], None]


@contextmanager
def ringing(look: Look, seconds: float, then: float) -> Iterator[None]:
    """Call `look` in the main thread after so many `seconds`, and then each `then`, until the body is done.

    What `look` raises rises in the body. Code outside Python that never returns is not interrupted.
    """
    if sys.platform == "win32":
        with _by_thread(look, seconds, then):
            yield
        return
    before = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, seconds, then)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _by_thread(look: Look, seconds: float, then: float) -> Iterator[None]:
    """A thread in the place of the alarm that Windows lacks. Nobody sends SIGTERM there, so we may."""
    import _thread
    import threading

    over = threading.Event()

    def heard(number: int, frame: FrameType | None) -> None:
        if not over.is_set():
            look(number, frame)

    def ring() -> None:
        wait = seconds
        while not over.wait(wait):
            _thread.interrupt_main(signal.SIGTERM)
            wait = then

    before = signal.signal(signal.SIGTERM, heard)
    thread = threading.Thread(target=ring, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        signal.signal(signal.SIGTERM, before)  # what rang last is heard before this, and comes too late
