"""What this process holds in memory, and what it may do with itself."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

_STATM = Path("/proc/self/statm")
_BYTES = 1_000_000
_DATA = 5
"""Place in statm of the pages of data, of which the second field counts those that are resident."""


def resident() -> float | None:
    """Megabytes that this process holds in memory now, or at its peak where only that is known (macOS).

    None where the system does not say (Windows).
    """
    if sys.platform == "win32":
        return None
    import resource

    try:
        return int(_STATM.read_bytes().split()[1]) * resource.getpagesize() / _BYTES
    except OSError:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / _BYTES if sys.platform == "darwin" else peak * 1024 / _BYTES


def forbid_more(megabytes: float) -> None:
    """Let this process ask the system for that much more memory at most: what exceeds it is a MemoryError.

    Only Linux counts what is asked for; elsewhere this does nothing.
    """
    if sys.platform != "linux":
        return
    import resource

    held = int(_STATM.read_bytes().split()[_DATA]) * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = held + int(megabytes * _BYTES)
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def keep_no_core() -> None:
    """A crash leaves no image of memory on disk: it would hold the text of a document."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


def may_copy_itself() -> bool:
    """Whether this process can go on as two (`fork`): only Linux makes copies that are safe, and only of a
    process without other threads.
    """
    return sys.platform == "linux" and threading.active_count() == 1
