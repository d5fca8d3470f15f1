"""What a report over an archive costs: throughput, memory, size, and the second run from the cache.

    python tests/benchmarks/bench_report.py [DOCUMENTS]

Makes that many Word documents (10,000 unless told) from the paragraphs of the real documents beside the
repository, or of our own examples where those are not there. Prints a table and fails when a limit is
passed: the page under 10 MB, the second run at least 20 times faster, the same bytes whatever the number of
jobs and however often, and memory that does not grow with the number of documents by more than their
results take. Seconds of the processor are those of the main process and its workers together.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

CORPUS = ROOT.parent / "shared" / "corpus" / "documents"
DEPARTMENTS = ("Werk en Inkomen", "Onderzoek", "Ruimte", "Human Resources", "Stadsbedrijven")
SUFFIXES = ("html", "csv", "json", "xlsx")
MOST_SOURCES = 60
MOST_HTML = 10_000_000
LEAST_GAIN = 20.0
MOST_BYTES_A_DOCUMENT = 60_000
"""Memory of the process that gathers: findings with their sentences are kept until the report is written."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: seconds on the clock and of the processor; the largest memory, in bytes."""

    seconds: float
    processor: float
    memory: int
    worker_memory: int


def main() -> int:
    """Measure, print, and say with the exit code whether the limits held."""
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size, fifth = _archive(folder / "archief", documents), documents // 5
        _archive(folder / "klein", fifth)
        few = _report(folder, "klein", "klein", "-j", "2")
        few_one = _report(folder, "klein", "alleen", "-j", "1", "--no-cache")
        first = _report(folder, "archief", "eerste", "-j", "2")
        second = _report(folder, "archief", "tweede", "-j", "2")
        workbook = _workbook(folder, "eerste")
        _workbook(folder, "klein")
        _workbook(folder, "alleen")
        sizes = {suffix: (folder / f"eerste.{suffix}").stat().st_size for suffix in SUFFIXES}
        same = _same(folder, "klein", "alleen", SUFFIXES) and _same(folder, "eerste", "tweede", SUFFIXES[:3])
    print(f"{documents} documents, {size / 1e6:.0f} MB")
    runs = [(f"{fifth}, two jobs", few, fifth), (f"{fifth}, one job", few_one, fifth)]
    runs += [(f"{documents}, two jobs", first, documents), ("the same again", second, documents)]
    for what, run, number in (*runs, ("its workbook", workbook, documents)):
        print(f"{what:<18}{_line(run, number)}")
    gain, work = first.seconds / second.seconds, first.processor / second.processor
    growth = (first.memory - few.memory) / (documents - fifth)
    print(
        f"second run {gain:.1f} x faster, {work:.1f} x less work; {growth / 1e3:.1f} kB of memory a document"
    )
    print(", ".join(f"{suffix} {length / 1e6:.1f} MB" for suffix, length in sizes.items()))
    held = {
        "page under 10 MB": sizes["html"] < MOST_HTML,
        "second run 20 times faster": gain >= LEAST_GAIN,
        "the same bytes": same,
        "memory": growth < MOST_BYTES_A_DOCUMENT,
    }
    print("\n".join(f"{what}: {'held' if held_ else 'NOT HELD'}" for what, held_ in held.items()))
    return int(not all(held.values()))


def _line(run: Measured, documents: int) -> str:
    memory = f"{run.memory / 1e6:5.0f} MB, any process {run.worker_memory / 1e6:.0f} MB at most"
    pace = f"{documents / run.seconds:8.0f} documents a second"
    return f"{run.seconds:8.1f} s {run.processor:8.1f} s of processor {pace} {memory}"


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
    outputs = [part for suffix in SUFFIXES[:3] for part in ("-o", f"{name}.{suffix}")]
    asked = [archive, *outputs] if archive else []
    command = [sys.executable, "-m", "termlint", "report", *asked, "--fail-on", "never", *options]
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "TERMLINT_CACHE": str(folder / "cache"),
        "SOURCE_DATE_EPOCH": "1700000000",  # the JSON tells when it began
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody compiles everything at every start
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    highest, ended, status, usage = 0, 0, 0, None
    while not ended:
        time.sleep(0.02)
        highest = max(highest, _memory(process.pid))
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 2), process.returncode
    assert usage
    seconds, processor = time.perf_counter() - began, usage.ru_utime + usage.ru_stime
    return Measured(seconds, processor, highest, usage.ru_maxrss * 1024)


def _workbook(folder: Path, name: str) -> Measured:
    """The workbook of a saved run; made apart, as it is kept in memory until it is written."""
    return _report(folder, "", name, "--from", f"{name}.json", "-o", f"{name}.xlsx")


def _memory(pid: int) -> int:
    """The largest memory of a process until now, as Linux tells it."""
    try:
        lines = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    except OSError:
        return 0
    return int(lines.get("VmHWM", "0 kB").split()[0]) * 1024


def _same(folder: Path, one: str, other: str, suffixes: tuple[str, ...]) -> bool:
    return all(
        (folder / f"{one}.{suffix}").read_bytes() == (folder / f"{other}.{suffix}").read_bytes()
        for suffix in suffixes
    )


if __name__ == "__main__":
    sys.exit(main())
