"""The environments of dev.py: one to work in, and some with other packages or other Pythons."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from devtools import bootstrap

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "constraints.txt"
_STATE = ("pyproject.toml", "constraints.txt", "hatch_build.py")
_INSTALL = ("-m", "pip", "install", "-q", "--disable-pip-version-check")


def home(kind: str = "") -> Path:
    """The folder of our own environment, or of one of its kind beside it."""
    folder = Path(os.environ.get("TERMLINT_VENV") or ROOT / ".venv").absolute()
    return folder.with_name(f"{folder.name}-{kind}") if kind else folder


def environment(group: str, constraints: Path = CONSTRAINTS, kind: str = "") -> Path:
    """The Python of an environment with termlint and a dependency group in it; made when needed."""
    folder = home(kind)
    python = bootstrap.executable(folder)
    if not is_ready(folder, group):
        announce(folder)
        bootstrap.prepare(folder)
        (folder / bootstrap.UNFINISHED).touch()
        require(python, *_INSTALL, "-c", str(constraints), "-e", ".", *requirements(group))
        note_ready(folder, group)
    return python


def with_uv(kind: str, *options: str, python: Path | None = None, anew: bool = False) -> Path:
    """The Python of an environment that uv fills: it can do what pip cannot, and is done in seconds.

    `python` is the Python to make it of, else our own; `anew` looks for newer packages each time.
    """
    folder = home(kind)
    inside = bootstrap.executable(folder)
    if is_ready(folder, "test") and not anew:
        return inside
    announce(folder)
    uv = ("-m", "uv", "-q")
    ours = environment("test")
    require(ours, *uv, "venv", "--clear", "--python", str(python or sys.executable), str(folder))
    (folder / bootstrap.UNFINISHED).touch()
    install = ("pip", "install", "--python", str(inside), *options, "-e", ".", *requirements("test"))
    require(ours, *uv, *install)
    note_ready(folder, "test")
    return inside


def announce(folder: Path) -> None:
    """Say that something takes a while."""
    print(f"Setting up {folder}: once, a minute or two.", flush=True)


def is_ready(folder: Path, group: str) -> bool:
    """Whether an environment holds what is asked for now."""
    ready = folder / f"ready-{group}"
    whole = bootstrap.executable(folder).is_file() and not (folder / bootstrap.UNFINISHED).exists()
    return whole and ready.is_file() and ready.read_text() == state()


def note_ready(folder: Path, group: str) -> None:
    """Write down that an environment is whole."""
    (folder / f"ready-{group}").write_text(state())
    (folder / bootstrap.UNFINISHED).unlink(missing_ok=True)


def state() -> str:
    """What an environment depends on, in short."""
    parts = [(ROOT / name).read_bytes() for name in _STATE]
    return hashlib.sha256(b"\0".join([*parts, sys.version.encode(), str(ROOT).encode()])).hexdigest()


def requirements(group: str) -> list[str]:
    """What a dependency group of pyproject.toml asks for (older pips do not know `--group`)."""
    groups = project()["dependency-groups"]
    return [
        requirement
        for entry in groups[group]
        for requirement in ([entry] if isinstance(entry, str) else requirements(entry["include-group"]))
    ]


def project() -> dict:  # type: ignore[type-arg]
    """What stands in pyproject.toml."""
    import tomllib  # new in 3.11: only here, so that an older Python gets a sentence and not a traceback

    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def require(python: Path, *arguments: str) -> None:
    """Run Python, or stop with its exit code."""
    if failed := run(python, *arguments):
        sys.exit(failed)


def run(python: Path, *arguments: str, **variables: str) -> int:
    """Run Python in the repository; the exit code."""
    return subprocess.run(
        [python, *arguments], cwd=ROOT, env={**os.environ, **variables}, check=False
    ).returncode
