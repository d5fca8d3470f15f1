#!/usr/bin/env python3
"""Work on termlint with nothing installed but Python 3.11 or newer.

    python3 dev.py demo            make the example documents and check them
    python3 dev.py test [ARG…]     run the tests (arguments go to pytest); --fast: what takes under a minute,
                                   --long: also thousands of damaged and generated documents
    python3 dev.py minimal [ARG…]  run some of the tests with the oldest packages that pyproject.toml allows
    python3 dev.py interpreters    the fast tests on every Python of this machine: all answer alike
    python3 dev.py newest          run the fast tests with the newest packages there are
    python3 dev.py renew [ARG…]    put the newest packages in constraints.txt, when the tests pass with them
    python3 dev.py lint [NAME…]    run the code checks, all or those named
    python3 dev.py mutate [ROOM…]  change tables and limits one by one: which do the tests miss? (--help)
    python3 dev.py build           make the wheel, with its bill of materials, in dist/

Everything runs in an environment of its own: `.venv` beside this file, or the folder that
TERMLINT_VENV names. It is made on first use, with the versions of constraints.txt, and renewed when
pyproject.toml or constraints.txt changes.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from devtools import constraints, mutation, pythons
from devtools.bootstrap import NoPipError, NotOursError
from devtools.environments import CONSTRAINTS, environment, run, with_uv

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = ("vacature.docx", "beleidsnota.pdf")
OLDEST = (  # what leans on the packages underneath: reading, finding, writing, reporting
    "tests/readers/test_docx.py",
    "tests/readers/test_pdf_layout.py",
    "tests/readers/test_pdf_notices.py",
    "tests/writers/test_docx_comments.py",
    "tests/writers/test_pdf.py",
    "tests/rulebook",
    "tests/rules/test_examples.py",
    "tests/matching/test_matcher.py",
    "tests/cli/test_commands.py",
    *(
        f"tests/reporters/test_{name}.py"
        for name in ("console", "json", "sarif", "junit", "csv", "html", "xlsx")
    ),
)
FAST = ("-m", "not slow")
LONG = {"TERMLINT_LONG": "1", "TERMLINT_EXAMPLES": "2000"}
CHECKS = {
    "ruff": ("-m", "ruff", "check"),
    "ruff-format": ("-m", "ruff", "format", "--check"),
    "mypy": ("-m", "mypy"),
    "mypy-windows": (
        "-m",
        "mypy",
        "--platform",
        "win32",
        "--no-warn-unreachable",
        "--no-warn-unused-ignores",
    ),
    "import-linter": ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"),
    "yamllint": ("-m", "yamllint", "--strict", "."),
    "rules": ("-m", "termlint", "rules", "test"),
}


def main(arguments: list[str]) -> int:
    """Do what the arguments say; the exit code is that of what ran."""
    if sys.version_info < (3, 11):  # noqa: UP036 -- it is started by whatever Python there is
        return refuse(f"termlint needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    command, *rest = arguments or ["help"]
    try:
        return (COMMANDS.get(command) or usage)(rest)
    except (NoPipError, NotOursError) as error:
        return refuse(str(error))


def usage(rest: list[str]) -> int:  # noqa: ARG001 - the shape of a command
    """Say what there is."""
    return refuse(f"{__doc__}\nThe code checks: {', '.join(CHECKS)}.")


def test(rest: list[str]) -> int:
    """Run the tests: all, the fast ones, or also what is long."""
    if rest[:1] == ["--fast"]:
        return run(environment("test"), "-m", "pytest", *FAST, *(rest[1:] or ["-n", "auto"]))
    if rest[:1] == ["--long"]:
        return run(environment("test"), "-m", "pytest", *(rest[1:] or ["-n", "auto"]), **LONG)
    return run(environment("test"), "-m", "pytest", *(rest or ["-n", "auto"]))


def minimal(rest: list[str]) -> int:
    """Run tests with the lowest versions that pyproject.toml allows, which uv can find and pip cannot."""
    python = with_uv("minimal", "--resolution", "lowest-direct")
    return run(python, "-m", "pytest", *(rest or ["-n", "auto", *OLDEST]))


def newest(rest: list[str]) -> int:
    """Run the fast tests with the newest of everything."""
    python = with_uv("newest", "--upgrade", anew=True)
    return run(python, "-m", "pytest", *FAST, *(rest or ["-n", "auto"]))


def interpreters(rest: list[str]) -> int:
    """Run the fast tests and the main job on every Python there is; all must answer alike."""
    found = pythons.found()
    documents = [f"examples/{name}" for name in EXAMPLES]
    failed = run(environment("test"), "examples/build.py", "examples")
    answers, faults = {}, []
    for each in found:
        print(f"== Python {each}", flush=True)
        name = ".".join(map(str, each.version)) + f"-{found.index(each)}"
        python = with_uv(name, "-c", str(CONSTRAINTS), python=each.path)
        answers[each] = pythons.answer(python, documents)
        if run(python, "-m", "pytest", *FAST, *(rest or ["-n", "auto"])):
            faults.append(f"{each}: tests fail")
        if not answers[each] or answers[each] != answers[found[0]]:
            faults.append(f"{each}: another answer than {found[0]}, or none")
    print("Ran on Python: " + ", ".join(map(str, found)) + ".")
    print("Not found here: " + (", ".join(pythons.missing(found)) or "none") + ".")
    print("Failed: " + "; ".join(faults) if faults else "All gave the same JSON, byte for byte.")
    return 1 if failed or faults or not found else 0


def build(rest: list[str]) -> int:
    """Make the wheel."""
    return usage(rest) if rest else run(environment("dev"), "-m", "hatchling", "build", "-d", "dist")


def demo(rest: list[str]) -> int:
    """Build the example documents and check them: findings are what it shows, so they are no failure."""
    if rest:
        return usage(rest)
    python = environment("test")
    if failed := run(python, "examples/build.py", "examples"):
        return failed
    paths = [f"examples/{name}" for name in EXAMPLES]
    print("$ termlint check", *paths, flush=True)
    found = run(python, "-m", "termlint", "check", *paths)
    print(f"\nYour own documents: {python.with_name('termlint')} check FILE…")
    return 0 if found == 1 else found


def lint(rest: list[str]) -> int:
    """Run the named checks, or all, to the last, and say which failed."""
    if not set(rest) <= CHECKS.keys():
        return usage(rest)
    python, failed = environment("dev"), []
    for name in rest or CHECKS:
        print(f"== {name}", flush=True)
        if run(python, *CHECKS[name]):
            failed.append(name)
    print("Failed: " + ", ".join(failed) if failed else "All checks passed.")
    return 1 if failed else 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "demo": demo,
    "test": test,
    "minimal": minimal,
    "interpreters": interpreters,
    "newest": newest,
    "renew": constraints.renew,
    "lint": lint,
    "mutate": mutation.mutate,
    "build": build,
}


def refuse(sentence: str) -> int:
    """Say why not, as a usage error."""
    print(sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
