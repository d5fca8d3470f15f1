"""Where a program is, asked of the user's PATH and of nobody else."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def program(name: str) -> str:
    """The path of a program in a folder of PATH that is given in full; its bare name where that has none.

    Windows looks in the current folder first, so that a `git.exe` in a clone would be started.
    OSError when there is no such program.
    """
    if sys.platform == "win32":
        return found(name, os.environ.get("PATH", ""), os.environ.get("PATHEXT", ".COM;.EXE"))
    return name


def found(name: str, path: str, suffixes: str) -> str:
    """`program` for Windows, with its variables PATH and PATHEXT given."""
    for folder in (Path(each.strip('"')) for each in path.split(os.pathsep) if each):
        for suffix in suffixes.lower().split(";") if folder.is_absolute() else ():
            if suffix in (".com", ".exe") and (folder / (name + suffix)).is_file():
                return str(folder / (name + suffix))
    raise FileNotFoundError(name)
