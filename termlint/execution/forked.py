"""Work in a copy of this process (`fork`), which may crash or be killed; only for systems that have one."""

from __future__ import annotations

import os
import pickle
import select
import signal
import sys
import time
from typing import TYPE_CHECKING, NoReturn

from termlint.execution.process_limits import keep_no_core

if TYPE_CHECKING:
    from collections.abc import Callable

_PIECE = 1 << 20


def in_a_copy(work: Callable[[], object], seconds: float | None) -> tuple[bytes, int | None]:
    """What `work` gives in a copy, pickled, and with which code the copy ended (None: it took
    longer than `seconds`, if these are given).

    Of a copy that ended before its answer was whole, the bytes are no pickle.
    """
    if sys.platform == "win32":
        raise NotImplementedError
    ours, theirs = os.pipe()
    kept = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    copy = os.fork()
    if not copy:
        _work_and_end(work, theirs)
    late = False
    try:
        signal.pthread_sigmask(signal.SIG_SETMASK, kept)
        os.close(theirs)
        said, late = _read(ours, None if seconds is None else time.monotonic() + seconds)
    finally:
        os.close(ours)
        os.kill(copy, signal.SIGKILL)
        code = os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])
    return said, None if late else code


def _read(pipe: int, until: float | None) -> tuple[bytes, bool]:
    """All that the copy says, and whether it said nothing more for too long."""
    said = bytearray()
    while True:
        patience = None if until is None else max(0.0, until - time.monotonic())
        if not select.select([pipe], [], [], patience)[0]:
            return bytes(said), True
        piece = os.read(pipe, _PIECE)
        if not piece:
            return bytes(said), False
        said += piece


def _work_and_end(work: Callable[[], object], pipe: int) -> NoReturn:
    """In the copy. It ends without a word: what this process has yet to write is for the other to write."""
    if sys.platform == "win32":
        raise NotImplementedError
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the other decides
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
        keep_no_core()
        said = memoryview(pickle.dumps(work()))
        while said:
            said = said[os.write(pipe, said) :]
        code = 0
    finally:
        os._exit(code)
