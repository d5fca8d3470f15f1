#!/usr/bin/env python3
"""Work on termlint with nothing installed but Python 3.11 or newer.

    python3 dev.py demo            make the example documents and check them
    python3 dev.py test [ARG…]     run the tests (arguments go to pytest)
    python3 dev.py minimal [ARG…]  run some of the tests with the oldest packages that pyproject.toml allows
    python3 dev.py lint [NAME…]    run the code checks, all or those named
    python3 dev.py build           make the wheel, with its bill of materials, in dist/

Everything runs in an environment of its own: `.venv` beside this file, or the folder that
TERMLINT_VENV names. It is made on first use and renewed when pyproject.toml changes.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
INSTALL = ("-m", "pip", "install", "-q", "--disable-pip-version-check")
EXAMPLES = ("vacature.docx", "beleidsnota.pdf")
OLDEST = (  # what leans on the packages underneath: reading, finding, writing, reporting
    "tests/readers/test_docx.py",
    "tests/readers/test_pdf_layout.py",
    "tests/readers/test_pdf_notices.py",
    "tests/writers/test_docx_comments.py",
    "tests/writers/test_pdf.py",
    "tests/rulebook",
    "tests/rules/test_examples.py",
    "tests/test_analysis.py",
    "tests/cli/test_commands.py",
    *(
        f"tests/reporters/test_{name}.py"
        for name in ("console", "json", "sarif", "junit", "csv", "html", "xlsx")
    ),
)
CHECKS = {
    "ruff": ("-m", "ruff", "check"),
    "ruff-format": ("-m", "ruff", "format", "--check"),
    "mypy": ("-m", "mypy"),
    "import-linter": ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"),
    "yamllint": ("-m", "yamllint", "--strict", "."),
    "rules": ("-m", "termlint", "rules", "test"),
}


def main(arguments: list[str]) -> int:
    """Do what the arguments say; the exit code is that of what ran."""
    if sys.version_info < (3, 11):  # noqa: UP036 -- it is started by whatever Python there is
        return refuse(f"termlint needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    command, *rest = arguments or ["help"]
    if command == "demo" and not rest:
        return demo(environment("test"))
    if command == "test":
        return run(environment("test"), "-m", "pytest", *(rest or ["-n", "auto"]))
    if command == "minimal":
        return run(oldest(), "-m", "pytest", *(rest or ["-n", "auto", *OLDEST]))
    if command == "build" and not rest:
        return run(environment("dev"), "-m", "hatchling", "build", "-d", "dist")
    if command == "lint" and set(rest) <= CHECKS.keys():
        return lint(environment("dev"), rest or list(CHECKS))
    return refuse(f"{__doc__}\nThe code checks: {', '.join(CHECKS)}.")


def demo(python: Path) -> int:
    """Build the example documents and check them: findings are what it shows, so they are no failure."""
    examples = ROOT / "examples"
    if failed := run(python, "examples/build.py", str(examples)):
        return failed
    paths = [f"examples/{name}" for name in EXAMPLES]
    print("$ termlint check", *paths, flush=True)
    found = run(python, "-m", "termlint", "check", *paths)
    print(f"\nYour own documents: {python.with_name('termlint')} check FILE…")
    return 0 if found == 1 else found


def lint(python: Path, names: list[str]) -> int:
    """Run the named checks to the last, and say which failed."""
    failed = []
    for name in names:
        print(f"== {name}", flush=True)
        if run(python, *CHECKS[name]):
            failed.append(name)
    print("Failed: " + ", ".join(failed) if failed else "All checks passed.")
    return 1 if failed else 0


def environment(group: str) -> Path:
    """The Python of our own environment, with termlint and a dependency group in it; made when needed."""
    folder = home()
    python = executable(folder)
    if is_ready(folder, group):
        return python
    print(f"Setting up {folder}: once, a minute or two.", flush=True)
    if not python.is_file():
        require(Path(sys.executable), "-m", "venv", str(folder))
    require(python, *INSTALL, "-e", ".", *requirements(group))
    note_ready(folder, group)
    return python


def oldest() -> Path:
    """The Python of an environment with the lowest versions that pyproject.toml allows; made when needed.

    pip cannot resolve to the lowest; uv, which is fetched for it, can.
    """
    folder = home().with_name(f"{home().name}-minimal")
    python = executable(folder)
    if is_ready(folder, "test"):
        return python
    print(f"Setting up {folder}: once, a minute or two.", flush=True)
    if not python.is_file():
        require(Path(sys.executable), "-m", "venv", str(folder))
    require(python, *INSTALL, "uv")
    lowest = ("-m", "uv", "pip", "install", "-q", "--python", str(python), "--resolution", "lowest-direct")
    require(python, *lowest, "-e", ".", *requirements("test"))
    note_ready(folder, "test")
    return python


def home() -> Path:
    """The folder of our own environment."""
    return Path(os.environ.get("TERMLINT_VENV") or ROOT / ".venv")


def executable(folder: Path) -> Path:
    """The Python of an environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_ready(folder: Path, group: str) -> bool:
    """Whether an environment holds what pyproject.toml asks for now."""
    ready = folder / f"ready-{group}"
    return ready.is_file() and ready.read_text() == state()


def note_ready(folder: Path, group: str) -> None:
    """Write down that an environment is whole."""
    (folder / f"ready-{group}").write_text(state())


def state() -> str:
    """What an environment depends on, in short."""
    return hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + sys.version.encode()).hexdigest()


def requirements(group: str) -> list[str]:
    """What a dependency group of pyproject.toml asks for (older pips do not know `--group`)."""
    import tomllib  # new in 3.11: only here, so that an older Python gets a sentence and not a traceback

    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    return [
        requirement
        for entry in groups[group]
        for requirement in ([entry] if isinstance(entry, str) else requirements(entry["include-group"]))
    ]


def require(python: Path, *arguments: str) -> None:
    """Run Python, or stop with its exit code."""
    if failed := run(python, *arguments):
        sys.exit(failed)


def run(python: Path, *arguments: str) -> int:
    """Run Python in the repository; the exit code."""
    return subprocess.run([python, *arguments], cwd=ROOT, check=False).returncode


def refuse(sentence: str) -> int:
    """Say why not, as a usage error."""
    print(sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
