"""How long a clean letter takes, as a multiple of starting Python with click and python-docx.

Run by hand: `python tests/benchmarks/bench_startup.py`. The bar is 3; exit 1 above it. The fastest of
several runs counts, taken in turns, so that a busy machine weighs on both alike.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BAR = 3.0
ROUNDS = 15


def seconds(command: list[str]) -> float:
    """How long a command takes that must succeed."""
    begun = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - begun


def main() -> int:
    """Print the figures; whether they are above the bar."""
    sys.path.insert(0, str(ROOT))
    from tests.builders.docx import p, word

    with tempfile.TemporaryDirectory() as folder:
        letter = Path(folder, "brief.docx")
        letter.write_bytes(word(*(p("De gemeente maakt de straten schoon. " * 8) for _ in range(12))))
        commands = {
            "click, docx": [sys.executable, "-c", "import click, docx"],
            "termlint": [sys.executable, "-m", "termlint", "check", "--no-cache", str(letter)],
            "termlint, cached": [sys.executable, "-m", "termlint", "check", str(letter)],
        }
        best = {name: seconds(command) for name, command in commands.items()}
        for _ in range(ROUNDS):
            best = {name: min(best[name], seconds(command)) for name, command in commands.items()}
    for name, time_taken in best.items():
        print(f"{name:18} {time_taken * 1000:6.0f} ms  {time_taken / best['click, docx']:.2f} ×")
    return int(best["termlint"] > BAR * best["click, docx"])


if __name__ == "__main__":
    sys.exit(main())
