"""What the hook costs: a second run over 100 documents, and a commit of one, as ratios to an empty program.

    python tests/benchmarks/bench_hook.py

Prints a table and fails when a limit is passed: a second run over clean documents takes at most three times
`python -c "import click"` and two milliseconds a document.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import docx

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = 100
RUNS = 7
SENTENCE = "De gemeente werkt aan veilige fietspaden en groene pleinen in elke wijk van de stad."
LEGACY = "In wijk {} wonen volgens de gemeente veel hoogopgeleide inwoners."


def main() -> int:
    """Measure, print, and say with the exit code whether the limit held."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clean, legacy = folder / "schoon", folder / "oud"
        for number in range(DOCUMENTS):
            _word(clean / f"{number:03}.docx", [SENTENCE] * 20)
            _word(legacy / f"{number:03}.docx", [SENTENCE] * 10 + [LEGACY.format(number)])
        environment = os.environ | {"PYTHONPATH": str(ROOT), "TERMLINT_CACHE": str(folder / "cache")}
        repository = _repository(folder / "repo", environment)
        empty = _seconds(["-c", "import click"], folder, environment)
        rows = {
            "100 clean documents, first run": _once(_check(), clean, environment),
            "100 clean documents, second run": _seconds(_check(), clean, environment),
            "100 documents with a finding, first run": _once(_check(), legacy, environment),
            "100 documents with a finding, second run": _seconds(_check(), legacy, environment),
            "the hook, one legacy document changed": _once(_check("--staged"), repository, environment),
            "the hook, the same again": _seconds(_check("--staged"), repository, environment),
        }
    print(f"{'python -c import click':<44}{empty * 1000:8.0f} ms")
    for what, seconds in rows.items():
        print(f"{what:<44}{seconds * 1000:8.0f} ms {seconds / empty:8.1f} x")
    limit = 3 * empty + 0.002 * DOCUMENTS
    spent = rows["100 clean documents, second run"]
    print(f"limit for the second run: {limit * 1000:.0f} ms; {'held' if spent <= limit else 'PASSED'}")
    return int(spent > limit)


def _check(*options: str) -> list[str]:
    return ["-m", "termlint", "check", *options]


def _word(path: Path, paragraphs: list[str]) -> None:
    made = docx.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    path.parent.mkdir(parents=True, exist_ok=True)
    made.save(str(path))


def _repository(top: Path, environment: dict[str, str]) -> Path:
    """A repository with one legacy document, and that document with a sentence more staged."""
    paragraphs = [LEGACY.format(number) for number in range(30)]
    _word(top / "nota.docx", paragraphs)
    for step in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=T", "-c", "user.email=t@e", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *step], cwd=top, env=environment, check=True)
    _word(top / "nota.docx", [*paragraphs, SENTENCE])
    subprocess.run(["git", "add", "-A"], cwd=top, env=environment, check=True)
    return top


def _once(arguments: list[str], folder: Path, environment: dict[str, str]) -> float:
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, check=False
    )
    return time.perf_counter() - started


def _seconds(arguments: list[str], folder: Path, environment: dict[str, str]) -> float:
    """The median of some runs, after one that warms up."""
    _once(arguments, folder, environment)
    return statistics.median(_once(arguments, folder, environment) for _ in range(RUNS))


if __name__ == "__main__":
    sys.exit(main())
