"""constraints.txt: the exact version of every package, the same for everyone, and nothing else.

Not of pip: an organisation may hold that to a version of its own.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from devtools import environments

LINE = re.compile(r"[a-z0-9][a-z0-9-]*==[0-9][0-9a-z.+!]*(?: ; [\w\s.'()<>=!]+)?")
"""One version of one package, with where it serves."""


def newest() -> str:
    """The newest version of everything that pyproject.toml leads to, for every Python and system."""
    python = environments.environment("test")
    wanted = "\n".join(
        [*environments.project()["project"]["dependencies"], *environments.requirements("dev")]
    )
    command = ["-m", "uv", "-q", "pip", "compile", "--universal", "--python-version", "3.11", "--no-header"]
    command += ["--no-annotate", "--upgrade", "-"]
    done = subprocess.run(
        [python, *command],
        input=wanted,
        stdout=subprocess.PIPE,
        cwd=environments.ROOT,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.returncode)
    lines = done.stdout.splitlines()
    return "".join(f"{line}\n" for line in lines if LINE.fullmatch(line) and not line.startswith("pip=="))


def renew(arguments: list[str]) -> int:
    """Try the newest of everything, and write constraints.txt when all tests pass with it."""
    text = newest()
    with tempfile.TemporaryDirectory() as scratch:
        candidate = Path(scratch) / "constraints.txt"
        candidate.write_text(text, "utf-8")
        python = environments.with_uv("renew", "-c", str(candidate), anew=True)
        if failed := environments.run(python, "-m", "pytest", *(arguments or ["-n", "auto"])):
            print(
                "constraints.txt stays as it was: the tests fail with the newest packages.", file=sys.stderr
            )
            return failed
    environments.CONSTRAINTS.write_text(text, "utf-8")
    print(f"constraints.txt: {len(text.splitlines())} versions.")
    return 0
