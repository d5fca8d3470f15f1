"""What tests share: the repository, the material beside it, and the programs that some tests need."""

from __future__ import annotations

import os
import shutil
import signal
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.guarded import Guarded

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent

# In CI the same examples each time: a change fails for what it changed. Everywhere else they are drawn anew.
# None is timed: a machine that is busy is no failure.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("anew", deadline=None)
settings.load_profile("anew")
if os.environ.get("CI"):
    settings.load_profile("ci")

SLOW_FILE = 10.0  # seconds


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Of the fast tests, name each file that takes long: a list by hand would not know of it."""
    if config.option.markexpr != "not slow":
        return
    seconds: dict[str, float] = {}
    for report in chain.from_iterable(terminalreporter.stats.values()):
        if isinstance(report, pytest.TestReport):
            seconds[report.location[0]] = seconds.get(report.location[0], 0) + report.duration
    for name, took in sorted(seconds.items()):
        if took > SLOW_FILE:
            terminalreporter.write_line(f"{name} took {took:.0f} s: mark it slow, or make it shorter")


# A shell's background job ignores Ctrl-C and hands that on to every program the tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


def _beside(name: str) -> Path:
    folder = ROOT.parent / "shared" / name
    if not folder.is_dir():
        pytest.skip(f"../shared/{name} is not there: these public documents are not part of the repository")
    return folder


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real and broken documents beside the repository; without it the test is skipped."""
    return _beside("corpus")


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder with the policy's own two documents, as text; without it the test is skipped."""
    return _beside("seeds")


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder with labelled sentences and the scoring program; without it the test is skipped."""
    return _beside("gold")


@pytest.fixture(scope="session")
def needs() -> Callable[[str], str]:
    """`needs("soffice")` is the path of that program.

    A machine without it skips the test, with the reason; CI (the variable CI is set) fails it, so that
    nothing goes untested there unseen.
    """

    def path_of(program: str) -> str:
        if found := shutil.which(program):
            return found
        reason = f"{program} is not installed"
        if os.environ.get("CI"):
            pytest.fail(f"{reason}, and CI must run every test")
        pytest.skip(reason)

    return path_of


@pytest.fixture
def guarded(tmp_path: Path, root: Path) -> Guarded:
    """termlint under an audit hook, in an empty folder."""
    (tmp_path / "werk").mkdir()
    return Guarded(tmp_path / "werk", root)
