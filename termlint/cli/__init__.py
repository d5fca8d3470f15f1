"""The command line: the only room that prints, exits or knows click."""

from __future__ import annotations

import _thread
import codecs
import gc
import os
import signal
import sys
import threading
from typing import TYPE_CHECKING, NoReturn

from termlint import __version__
from termlint.cli.base import Exit, Group, in_words, option
from termlint.cli.output import flush, give_up, tell
from termlint.errors import TermlintError
from termlint.messages import say
from termlint.messages.sanitize import plainer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import FrameType

    import click

    from termlint.model import Language

COMMANDS: dict[str, str] = {
    "check": "check",
    "fix": "fix",
    "report": "report",
    "explain": "explain",
    "rules": "rules",
    "baseline": "baseline",
    "accept": "accept",
    "init": "init",
}
"""Each command by its name, with the module here that has its `command(lang)`."""
_A_MOMENT = 0.05  # seconds


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """The console script: run, and leave with an `Exit` code. No traceback reaches the user."""
    gc.set_threshold(500_000, 20, 50)  # rules and results stay: looking for garbage among them takes a sixth
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line; the exit code."""
    import click

    asked = asked_language(arguments)
    lang = asked or "nl"
    _quiet_streams()
    _stop_politely()
    try:
        code = group(lang).main(list(arguments), prog_name="termlint", standalone_mode=False, obj=asked)
        flush()
        return int(code or Exit.CLEAN)
    except SystemExit:  # click's own way out when nobody reads its help to the end
        return Exit.CLEAN
    except (click.ClickException, TermlintError) as error:
        tell(in_words(error, lang))
    except (click.Abort, KeyboardInterrupt):
        tell(say("cli-aborted", lang))
    except OSError as error:  # a folder that went away, a device that fails: what no command could foresee
        if os.environ.get("TERMLINT_DEBUG"):
            raise
        give_up()
        tell(_of_the_system(error, lang))
    except MemoryError:
        tell(say("cli-memory", lang))
    except Exception as error:
        if os.environ.get("TERMLINT_DEBUG"):
            raise
        tell(say("cli-bug", lang, error=type(error).__name__))
    return Exit.FAILED


def _of_the_system(error: OSError, lang: Language) -> str:
    """What the operating system refused, in its own words, and where."""
    if isinstance(error, FileNotFoundError) and error.filename is None:  # of all calls, only getcwd has none
        return f"{say('cli-error', lang)} {say('cli-no-here', lang)}"
    problem = error.strerror or type(error).__name__
    if isinstance(error.filename, str):
        problem = f"{problem} ({error.filename})"
    return f"{say('cli-error', lang)} {say('cli-system', lang, problem=problem)}"


def group(lang: Language) -> click.Command:
    """`termlint` with all its commands, in a language."""
    import click

    from termlint.cli.base import version_option

    return Group(
        "termlint",
        lang,
        COMMANDS,
        params=[
            version_option(lang, __version__),
            option(lang, "--lang", expose_value=False, type=click.STRING),
        ],
        no_args_is_help=True,
    )


def asked_language(arguments: Sequence[str]) -> Language | None:
    """The language that `--lang` asks for anywhere in the arguments, else TERMLINT_LANG; None: nobody asks.

    Read before click does: help and errors are in that language too.
    """
    asked = os.environ.get("TERMLINT_LANG", "")
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=False):
        if argument == "--":
            break
        if argument.startswith("--lang") and os.path.lexists(argument):  # a file, whoever handed it over
            continue
        if argument == "--lang":
            asked = following
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    if not asked:
        return None
    return "en" if asked.lower().startswith("en") else "nl"


def _quiet_streams() -> None:
    """A character that the console cannot show becomes one that it can, never an error."""
    codecs.register_error("termlint", plainer)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="termlint")


def _stop_politely() -> None:
    """SIGTERM ends as Ctrl-C does: workers gone, no half file. Ctrl-C is heard wherever it falls."""
    if not isinstance(sys.unraisablehook, _HeardAgain):
        sys.unraisablehook = _HeardAgain(sys.unraisablehook)

    def stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
        raise KeyboardInterrupt

    try:
        signal.signal(signal.SIGTERM, stop)
    except ValueError:  # not the main thread: whoever runs us there handles signals
        return


class _HeardAgain:
    """Ctrl-C where Python lets nothing rise (in a callback) is not told: it rises when that place is left."""

    def __init__(self, others: Callable[[sys.UnraisableHookArgs], object]) -> None:
        self._others = others

    def __call__(self, what: sys.UnraisableHookArgs) -> None:
        if not issubclass(what.exc_type, KeyboardInterrupt):
            self._others(what)
            return
        again = threading.Timer(_A_MOMENT, _thread.interrupt_main)
        again.daemon = True
        again.start()
