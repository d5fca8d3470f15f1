"""Where results go that are no file: to the screen as it can show them, to programs as they are."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys

from termlint.execution import progress
from termlint.files.atomic import not_saved
from termlint.messages.sanitize import for_screen

_ASK_TERMINAL = 80


def show(text: str) -> None:
    """Print to stdout in its own encoding, nothing in it to be obeyed; a reader that left is no error."""
    harmless = for_screen(text, colors=has_color())
    _to_stdout(lambda: sys.stdout.write(harmless))


def tell(text: str) -> None:
    """A line on stderr, if anyone listens there."""
    with contextlib.suppress(OSError, AttributeError, ValueError):
        sys.stderr.write(for_screen(text) + "\n")
        sys.stderr.flush()


def show_bytes(data: bytes) -> None:
    """Send bytes to stdout as they are: what programs read is UTF-8 on every console."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        show(data.decode("utf-8", "replace"))
    else:
        _to_stdout(lambda: stream.write(data))


def flush() -> None:
    """Let everything printed leave now, while an error can still be dealt with."""
    _to_stdout(lambda: 0)


def _to_stdout(write: object) -> None:
    if sys.stdout is None:  # closed before we began
        return
    try:
        write()  # type: ignore[operator]
        sys.stdout.flush()
    except OSError as error:
        _close_stdout()
        if not isinstance(error, BrokenPipeError):
            raise not_saved("stdout", error) from error


def give_up() -> None:
    """After an error of the system: what cannot leave any more is let go, without a word."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except (OSError, ValueError):
        _close_stdout()


def _close_stdout() -> None:
    """Nothing more goes there: else Python tries again at its end, complains, and ends with its own code."""
    with contextlib.suppress(OSError, ValueError):  # no file behind it: nothing that Python would flush
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def encoded(report: str | bytes) -> bytes:
    """A report as UTF-8; a name that is no Unicode keeps its odd bytes as \\udcXX."""
    return report if isinstance(report, bytes) else report.encode("utf-8", "backslashreplace")


def has_color() -> bool:
    """Whether stdout is a screen that shows colours; NO_COLOR and FORCE_COLOR have the last word."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    if os.environ.get("TERM") == "dumb" or not is_screen():
        return False
    return os.name != "nt" or _windows_colors()


def _windows_colors() -> bool:
    """Ask the Windows console to understand ANSI colours; whether it does."""
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    handle, mode = kernel.GetStdHandle(-11), ctypes.c_ulong()
    if not kernel.GetConsoleMode(handle, ctypes.byref(mode)):
        return False
    return bool(kernel.SetConsoleMode(handle, mode.value | 4))


def is_screen() -> bool:
    """Whether stdout is looked at, and not piped or kept."""
    return sys.stdout is not None and sys.stdout.isatty()


def width() -> int:
    """The columns of the screen; 80 where there is none."""
    return shutil.get_terminal_size((_ASK_TERMINAL, 24)).columns


class ProgressLine(progress.Progress):
    """How many documents are done, rewritten in place on stderr: for more than one, and only on a screen."""

    def __init__(self) -> None:
        self.live = sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        """`done` of `total` documents are checked."""
        if self.live and total > 1:
            text = f"{done}/{total}"
            end = "\r" + " " * len(text) + "\r" if done == total else ""
            sys.stderr.write(f"\r{text}{end}")
            sys.stderr.flush()
