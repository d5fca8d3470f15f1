"""A new environment with pip in it, also on a Python that came without pip: a stock Debian has none."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Command = list[str]
OURS = {
    "bin",
    "lib",
    "lib64",
    "include",
    "share",
    "Scripts",
    "Lib",
    "Include",
    "pyvenv.cfg",
    ".gitignore",
    "CACHEDIR.TAG",
}
"""What an environment holds. A folder with anything else is not ours to clear."""
UNFINISHED = "unfinished"
"""The file that stands in an environment until all is installed in it."""
WHEELS = Path("/usr/share/python-wheels")
"""Where Debian keeps the pip that it puts into environments."""
_PIP_FROM = (22, 3)
"""The first pip that installs into another environment: `--python`."""


class NoPipError(Exception):
    """There is no pip to be had; the text says what to do."""


class NotOursError(Exception):
    """The folder holds what is no environment; the text says so."""


def executable(folder: Path) -> Path:
    """The Python of an environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def prepare(folder: Path) -> None:
    """See to it that `folder` is an environment of this Python with pip, made anew when it is not whole.

    Raises NotOursError and NoPipError.
    """
    if is_whole(folder):
        return
    clear(folder)
    if importlib.util.find_spec("ensurepip"):
        if _works([sys.executable, "-m", "venv", str(folder)], quiet=False) and is_whole(folder):
            return
        clear(folder)
    _works([sys.executable, "-m", "venv", "--without-pip", str(folder)], quiet=False)
    with tempfile.TemporaryDirectory() as scratch:
        for command in _ways(executable(folder), Path(scratch)):
            if _works(command) and is_whole(folder):
                return
    clear(folder)
    raise NoPipError(
        "This Python has no pip. On Debian and Ubuntu, install it with: sudo apt install python3-venv"
    )


def is_whole(folder: Path) -> bool:
    """Whether an environment is of this very Python, has pip, and was not left half-way."""
    if not executable(folder).is_file() or (folder / UNFINISHED).exists():
        return False
    ask = [str(executable(folder)), "-c", "import sys, pip; print(sys.version)"]
    try:
        return subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip() == sys.version
    except (OSError, subprocess.CalledProcessError):
        return False


def clear(folder: Path) -> None:
    """Take an environment away. Raises NotOursError for a folder that is something else."""
    if not folder.exists():
        return
    strange = [each.name for each in folder.iterdir() if each.name not in {*OURS, UNFINISHED}]
    strange = [name for name in strange if not name.startswith("ready-")]
    if strange and not (folder / "pyvenv.cfg").is_file():
        raise NotOursError(
            f"{folder} holds {strange[0]} and is no environment: name another in TERMLINT_VENV."
        )
    shutil.rmtree(folder)


def _ways(python: Path, scratch: Path) -> Iterator[Command]:
    """The commands that may put pip there, what is nearest first."""
    if uv := shutil.which("uv"):
        yield [uv, "pip", "install", "--python", str(python), "pip"]
    yield [sys.executable, "-m", "uv", "pip", "install", "--python", str(python), "pip"]
    for pip in ([sys.executable, "-m", "pip"], ["pip3"], ["pip"]):
        if shutil.which(pip[0]) and _pip_version(pip) >= _PIP_FROM:
            yield [*pip, "--python", str(python), "install", "pip"]
    yield from _from_wheels(python, WHEELS)
    if shutil.which("apt-get") and shutil.which("dpkg-deb") and _fetched(scratch):
        yield from _from_wheels(python, scratch / "unpacked" / WHEELS.relative_to("/"))


def _pip_version(pip: Command) -> tuple[int, ...]:
    """The version of a pip, (0,) for none."""
    try:
        said = subprocess.run([*pip, "--version"], capture_output=True, text=True, check=True).stdout
        return tuple(int(part) for part in said.split()[1].split(".")[:2])
    except (OSError, subprocess.CalledProcessError, ValueError, IndexError):
        return (0,)


def _from_wheels(python: Path, folder: Path) -> Iterator[Command]:
    """A wheel of pip can be run, and installs itself."""
    for wheel in sorted(folder.glob("pip-*.whl"), reverse=True):
        yield [str(python), str(wheel / "pip"), "install", "--no-index", str(wheel)]


def _fetched(scratch: Path) -> bool:
    """Debian's package with that wheel, fetched and unpacked without being root."""
    scratch.chmod(0o755)  # apt hands the fetching to a user of its own
    if not _works(["apt-get", "download", "python3-pip-whl"], cwd=scratch):
        return False
    packages = [str(path) for path in scratch.glob("*.deb")]
    return bool(packages) and _works(["dpkg-deb", "-x", packages[0], str(scratch / "unpacked")])


def _works(command: Command, *, cwd: Path | None = None, quiet: bool = True) -> bool:
    """Run a command; whether it was there and did what was asked."""
    out = subprocess.DEVNULL if quiet else None
    try:
        return subprocess.run(command, cwd=cwd, stdout=out, stderr=out, check=False).returncode == 0
    except OSError:
        return False
