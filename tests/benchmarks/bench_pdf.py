"""Checking PDFs, whole process, against pdftotext and a plain pdfplumber-and-spaCy loop.

Run by hand: `python tests/benchmarks/bench_pdf.py [FOLDER]` (default: ../shared/corpus/documents beside the
repository). The bars are 0.6 of pdftotext's time with one job, 0.4 with two, a twentieth of the plain loop's
and 400 MB; exit 1 beyond one. The fastest of several runs counts, taken in turns, so that a busy machine
weighs on all alike. The plain loop reads one page in twenty and is multiplied: it would take minutes.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ROUNDS = 3
PLAIN = """
import sys, time, pdfplumber, spacy
nlp = spacy.blank("nl")
begun, pages, read = time.perf_counter(), 0, 0
for path in sys.argv[1:]:
    try:
        with pdfplumber.open(path) as pdf:
            for number, page in enumerate(pdf.pages):
                pages += 1
                if number % 20 == 0:
                    read += 1
                    nlp(page.extract_text())
    except Exception:
        continue
print((time.perf_counter() - begun) * pages / read)
"""


def seconds(*commands: list[str]) -> float:
    """How long commands take, one after the other. termlint's exit codes up to 2 are answers."""
    begun = time.perf_counter()
    for command in commands:
        done = subprocess.run(
            command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
        )
        if done.returncode not in (0, 1, 2):
            raise SystemExit(done.stderr.decode())
    return time.perf_counter() - begun


def termlint(files: list[str], jobs: int) -> list[str]:
    """A whole check, its report thrown away."""
    options = ["--no-cache", "--format", "json", "--output", os.devnull, "--jobs", str(jobs)]
    return [sys.executable, "-m", "termlint", "check", *options, *files]


def laid_out(files: list[str]) -> tuple[int, int]:
    """How many pages there are, and how many hold a block: those that the screen kept."""
    sys.path.insert(0, str(ROOT))
    from termlint import rulebook
    from termlint.engine import Checker
    from termlint.errors import ReadError
    from termlint.readers import READERS, ReadOptions

    checker = Checker(rulebook.load())
    pages = kept = 0
    for name in files:
        try:
            document = READERS[".pdf"](Path(name).read_bytes(), checker.candidate, ReadOptions())
        except ReadError:
            continue
        pages += document.pages or 0
        kept += len({block.page for block in document.blocks})
    return pages, kept


def main() -> int:
    """Print the figures; whether one is beyond its bar."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared/corpus/documents"
    files = sorted(str(path) for path in folder.glob("*.pdf"))
    runs = {
        "pdftotext": [["pdftotext", name, os.devnull] for name in files],
        "termlint, 1 job": [termlint(files, 1)],
        "termlint, 2 jobs": [termlint(files, 2)],
    }
    best = {name: seconds(*commands) for name, commands in runs.items()}
    for _ in range(ROUNDS - 1):
        best = {name: min(best[name], seconds(*commands)) for name, commands in runs.items()}
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    plain = float(
        subprocess.run(
            [sys.executable, "-c", PLAIN, *files], check=True, capture_output=True, text=True
        ).stdout
    )
    pages, kept = laid_out(files)
    for name, taken in best.items():
        against = (
            f"{taken / best['pdftotext']:.2f} × pdftotext, {plain / taken:.0f} × faster than the plain loop"
        )
        print(f"{name:17} {taken:6.2f} s  {taken / pages * 1000:5.2f} ms a page  {against}")
    print(f"{pages} pages, {kept} laid out ({kept / pages:.1%}); peak memory {memory:.0f} MB")
    one, two = (best[name] / best["pdftotext"] for name in ("termlint, 1 job", "termlint, 2 jobs"))
    return int(one > 0.6 or two > 0.4 or plain < 20 * best["termlint, 1 job"] or memory > 400)


if __name__ == "__main__":
    sys.exit(main())
