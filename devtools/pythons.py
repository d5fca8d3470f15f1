"""Every Python of this machine that termlint supports, and whether all give the same answer."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from devtools import environments

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOWEST, _HIGHEST = 11, 30
_ASK = (
    "import os, sys; print(sys.implementation.name, *sys.version_info[:3], sys.version_info[3],"
    " os.path.realpath(sys.base_prefix), sys.executable, sep='\\t')"
)
_STARTED = re.compile(rb'"started": *"[^"]*"')
_SYSTEM = Path("/usr/bin/python3")


@dataclass(frozen=True)
class Python:
    """A Python: where it is, and which."""

    path: Path
    version: tuple[int, int, int]

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.version))} ({self.path})"


def found() -> list[Python]:
    """Every released CPython from 3.11, each once, the oldest first."""
    known: dict[tuple[str, ...], Python] = {}
    for path in _candidates():
        answer = _asked(path)
        if answer and answer[0] == "cpython" and answer[4] == "final":
            version = (int(answer[1]), int(answer[2]), int(answer[3]))
            if version >= (3, _LOWEST):
                known.setdefault(tuple(answer[:-1]), Python(Path(answer[-1]), version))  # no shim
    return sorted(known.values(), key=lambda each: (each.version, str(each.path)))


def missing(pythons: list[Python]) -> list[str]:
    """The versions that pyproject.toml claims and that are not there."""
    classifiers = environments.project()["project"]["classifiers"]
    claimed = [each.rpartition(" :: ")[2] for each in classifiers if "Python :: 3." in each]
    there = {f"{each.version[0]}.{each.version[1]}" for each in pythons}
    return [version for version in claimed if version not in there]


def answer(python: Path, documents: list[str]) -> bytes:
    """The main job: what `termlint check` finds in documents, as JSON."""
    command = [str(python), "-m", "termlint", "check", "--no-cache", "--format", "json", *documents]
    done = subprocess.run(command, cwd=environments.ROOT, stdout=subprocess.PIPE, check=False)
    if done.returncode != 1:  # findings are what the examples are for
        return b""
    return _STARTED.sub(b"", done.stdout)  # each began at a moment of its own


def _candidates() -> Iterator[Path]:
    """Where Pythons may stand: the system's own, those on PATH, those that pyenv and uv made."""
    yield _SYSTEM
    names = ("python3", *(f"python3.{minor}" for minor in range(_LOWEST, _HIGHEST)))
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        yield from (Path(path) for name in names if folder and (path := shutil.which(name, path=folder)))
    home = Path(os.environ.get("PYENV_ROOT") or Path("~/.pyenv").expanduser())
    yield from sorted(home.glob("versions/3.*/bin/python3"))
    yield from sorted(Path("~/.local/share/uv/python").expanduser().glob("cpython-3*/bin/python3"))


def _asked(path: Path) -> list[str]:
    """What a Python says of itself; nothing where it does not start."""
    try:
        done = subprocess.run(
            [path, "-I", "-c", _ASK], capture_output=True, text=True, timeout=60, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return []
    return done.stdout.strip().split("\t")
