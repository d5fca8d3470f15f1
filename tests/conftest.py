"""What tests share: the repository, the material beside it, and the programs that some tests need."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

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

SLOW = (  # whole commands, other programs, many documents: ten seconds or more each
    *("benchmarks", "fuzz", "git", "packs", "robustness", "threats", "windows"),
    *(
        f"cli/test_{name}.py"
        for name in (
            "check",
            "earlier_version",
            "fix",
            "interactive",
            "model",
            "report",
            "report_schema",
            "rules",
            "stores",
            "words",
        )
    ),
    *(f"reporters/test_{name}.py" for name in ("html_browser", "xlsx")),
    *(f"readers/test_{name}.py" for name in ("docx_files", "pdf_large", "pdf_same_as_word")),
    *(f"rulebook/test_{name}.py" for name in ("generated", "hostile", "mistakes")),
    *(f"rules/test_{name}.py" for name in ("screen", "authoring_examples")),
    *(
        f"writers/test_{name}.py"
        for name in ("docx_corpus", "docx_generated", "docx_libreoffice", "pdf", "text")
    ),
    *("execution", "exemptions", "matching/test_grammar.py", "matching/test_prefilter.py"),
    *(f"store/test_{name}.py" for name in ("cache_hostile", "history_hostile")),
    *(f"test_{name}.py" for name in ("dev", "expressions", "package", "privacy", "readme", "seeds")),
)
"""What `dev.py test --fast` leaves out."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow."""
    slow = [Path(__file__).parent / name for name in SLOW]
    for item in items:
        if any(item.path.is_relative_to(path) for path in slow):
            item.add_marker("slow")


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
