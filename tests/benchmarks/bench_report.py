"""What a report over an archive costs: throughput, memory, size, and the second run from the cache.

    python tests/benchmarks/bench_report.py [DOCUMENTS]

Makes that many Word documents (10,000 unless told) from the paragraphs of the real documents beside the
repository, or of our own examples where those are not there. Prints a table and fails when a limit is
passed: the page under 10 MB, the second run at least 20 times faster, one and two jobs the same bytes,
and memory that does not grow with the number of documents by more than their results take.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

CORPUS = ROOT.parent / "shared" / "corpus" / "documents"
DEPARTMENTS = ("Werk en Inkomen", "Onderzoek", "Ruimte", "Human Resources", "Stadsbedrijven")
MOST_SOURCES = 60
MOST_HTML = 10_000_000
LEAST_GAIN = 20.0
MOST_BYTES_A_DOCUMENT = 60_000
"""Memory of the process that gathers: findings with their sentences are kept until the report is written."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: seconds, and the largest memory of the main process in bytes."""

    seconds: float
    memory: int


def main() -> int:
    """Measure, print, and say with the exit code whether the limits held."""
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = _archive(folder / "archief", documents)
        small = folder / "klein"
        _archive(small, documents // 10)
        few = _report(folder, "klein", "klein", "-j", "2")
        first = _report(folder, "archief", "eerste", "-j", "2")
        second = _report(folder, "archief", "tweede", "-j", "2")
        one = _report(folder, "archief", "een", "-j", "1", "--no-cache")
        saved = _report(folder, "", "rekenblad", "--from", "eerste.json", "-o", "eerste.xlsx")
        suffixes = ("html", "xlsx", "csv", "json")
        sizes = {suffix: (folder / f"eerste.{suffix}").stat().st_size for suffix in suffixes}
        same = _same(folder, "eerste", "tweede") and _same(folder, "eerste", "een")
    growth = (first.memory - few.memory) / (documents - documents // 10)
    print(f"{documents} documents, {size / 1e6:.0f} MB")
    for what, run in {
        "first run, two jobs": first,
        "one job, no cache": one,
        "from the cache": second,
    }.items():
        gain, pace = first.seconds / run.seconds, documents / run.seconds
        print(f"{what:<22}{run.seconds:8.1f} s {pace:8.0f} documents a second {gain:6.1f} x")
    print(f"{'workbook of saved run':<22}{saved.seconds:8.1f} s")
    print(f"memory of the main process {first.memory / 1e6:.0f} MB, {growth / 1e3:.1f} kB a document")
    print(", ".join(f"{suffix} {length / 1e6:.1f} MB" for suffix, length in sizes.items()))
    held = {
        "page under 10 MB": sizes["html"] < MOST_HTML,
        "second run 20 times faster": first.seconds / second.seconds >= LEAST_GAIN,
        "the same bytes": same,
        "memory": growth < MOST_BYTES_A_DOCUMENT,
    }
    print("\n".join(f"{what}: {'held' if held_ else 'PASSED'}" for what, held_ in held.items()))
    return int(not all(held.values()))


# --- the archive --------------------------------------------------------------------------------------


def _archive(folder: Path, documents: int) -> int:
    """Write the documents and give their size; the same number gives the same archive."""
    dice, paragraphs, size = random.Random(documents), _paragraphs(), 0
    for number in range(documents):
        path = folder / dice.choice(DEPARTMENTS) / f"{dice.randrange(2019, 2027)}" / f"stuk {number:05}.docx"
        path.parent.mkdir(parents=True, exist_ok=True)
        start = dice.randrange(len(paragraphs))
        size += path.write_bytes(_word(number, paragraphs[start : start + dice.randrange(20, 300)]))
    return size


def _paragraphs() -> list[str]:
    """Paragraphs of real documents, in their order, so that findings are as frequent as they really are."""
    from termlint.errors import ReadError
    from termlint.readers import READERS, ReadOptions

    sources = sorted(CORPUS.glob("*.docx"))[:MOST_SOURCES] or [ROOT / "examples" / "vacature.docx"]
    found = []
    for source in sources:
        try:
            document = READERS[".docx"](source.read_bytes(), lambda text: True, ReadOptions())
        except ReadError:
            continue
        found += [block.text for block in document.blocks if len(block.text) > 40]
    return found


def _word(number: int, paragraphs: list[str]) -> bytes:
    from tests.builders.docx import p, word

    return word(*(p(text) for text in (f"Stuk {number}", *paragraphs)))


# --- the runs -----------------------------------------------------------------------------------------


def _report(folder: Path, archive: str, name: str, *options: str) -> Measured:
    """Run the command as a user does, over an archive or (when that is empty) over a saved run."""
    outputs = [part for suffix in ("html", "csv", "json") for part in ("-o", f"{name}.{suffix}")]
    asked = [archive, *outputs] if archive else []
    command = [sys.executable, "-m", "termlint", "report", *asked, "--fail-on", "never", *options]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TERMLINT_CACHE": str(folder / "cache")}
    began = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL) as process:
        highest = [0]
        watcher = threading.Thread(target=_watch, args=(process, highest))
        watcher.start()
        code = process.wait()
        watcher.join()
    assert code in (0, 2), code
    return Measured(time.perf_counter() - began, highest[0])


def _watch(process: subprocess.Popen[bytes], highest: list[int]) -> None:
    """Note the largest memory of the process, as Linux tells it."""
    status = Path(f"/proc/{process.pid}/status")
    while process.poll() is None:
        try:
            lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        except OSError:
            return
        highest[0] = max(highest[0], int(lines.get("VmHWM", "0 kB").split()[0]) * 1024)
        time.sleep(0.2)


def _same(folder: Path, one: str, other: str) -> bool:
    return all(
        (folder / f"{one}.{suffix}").read_bytes() == (folder / f"{other}.{suffix}").read_bytes()
        for suffix in ("html", "csv")  # the JSON tells when it began
    )


if __name__ == "__main__":
    sys.exit(main())
