"""Which mutants of tables and limits do our tests kill? By hand, in parts: it takes minutes to hours.

Mutants are tried in copies of the repository, two at a time; the repository itself is only read.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import py_compile
import queue
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from devtools.environments import environment
from devtools.mutants import Mutant, mutants

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parent.parent
ALLOWED = Path(__file__).with_name("mutation-allowed.json")
AT_ONCE = 2
LEFT_OUT = shutil.ignore_patterns(".git", ".venv*", "__pycache__", ".*_cache", "dist", "*.egg-info")
FAST = ("-m", "not slow")
NO_TESTS = 5  # pytest's exit code when none was selected
Tests = tuple[str, ...]


@dataclass(slots=True)
class Copies:
    """Copies of a repository to break, one for each run at a time, and the Python that runs their tests."""

    python: Path
    package: str
    seconds: float
    free: queue.Queue[Path] = field(default_factory=queue.Queue)
    running: set[subprocess.Popen[bytes]] = field(default_factory=set)
    stopped: bool = False

    def passes(self, tests: Tests, mutant: Mutant | None = None) -> bool:
        """Whether the tests pass, with the mutant where one is given; what takes too long does not."""
        folder = self.free.get()
        file = folder / mutant.path if mutant else None
        source = file.read_bytes() if file else b""
        try:
            if file and mutant:
                file.write_bytes(mutant.applied(source.decode()).encode())
            return self._tested(folder, tests)
        finally:
            if file:
                file.write_bytes(source)
            self.free.put(folder)

    def stop(self) -> None:
        """End what runs, and start nothing more."""
        self.stopped = True
        for process in tuple(self.running):
            _end(process)

    def _tested(self, folder: Path, tests: Tests) -> bool:
        """Whether tests pass: the fast ones of what stands behind `+`, then those named before it."""
        at = tests.index("+") if "+" in tests else len(tests)
        runs = [(*FAST, *tests[at + 1 :]) if tests[at + 1 :] else (), tests[:at]]
        return all(self._run(folder, run) for run in runs if run)

    def _run(self, folder: Path, arguments: Tests) -> bool:
        """One run of pytest, to the first failure; all that it started ends with it."""
        if self.stopped:
            return False
        home = {"XDG_CACHE_HOME": str(folder.parent / "cache"), "PYTHONDONTWRITEBYTECODE": "1", "CI": ""}
        command = (str(self.python), "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *arguments)
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=os.environ | home | {"PYTHONPATH": str(folder)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.running.add(process)
        try:
            return process.wait(self.seconds) in (0, NO_TESTS)
        except subprocess.TimeoutExpired:
            return False
        finally:
            _end(process)
            self.running.discard(process)


def mutate(rest: list[str]) -> int:
    """Try mutants of the rooms that are named, or of all; the exit code is 1 when one survives."""
    asked = _arguments(rest)
    chosen = sample(found(ROOT, asked.rooms), asked.only, asked.limit, asked.seed)
    if asked.list:
        print("\n".join(map(_shown, chosen)))
        return 0
    outcomes = tried(ROOT, chosen, environment("test"), seconds=asked.seconds, allowed=allowed())
    # Also when it is ended, or was started where Ctrl-C is not heard: its copies go, and its tests end.
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.default_int_handler)
    rows: list[dict[str, object]] = []
    for mutant, outcome in outcomes:
        rows.append({"outcome": outcome} | asdict(mutant))
        print(f"{outcome:9} {_shown(mutant)}", flush=True)
        asked.out.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(_table(rows))
    return 1 if any(row["outcome"] in ("survived", "broken") for row in rows) else 0


def _arguments(rest: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("dev.py mutate", description=__doc__)
    parser.add_argument("rooms", nargs="*", help="folders or modules of termlint/, as: matching readers/pdf")
    parser.add_argument("--only", help="mutants whose FILE:LINE NAME CHANGE matches this expression")
    parser.add_argument("--limit", type=int, help="at most so many, drawn by --seed")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--seconds", type=float, default=180, help="how long the tests of one mutant may take"
    )
    parser.add_argument("--out", type=Path, default=Path("mutation.json"))
    parser.add_argument("--list", action="store_true", help="only say which there are")
    return parser.parse_args(rest)


def found(root: Path, rooms: Sequence[str] = (), package: str = "termlint") -> list[Mutant]:
    """The mutants of a package, or of some rooms of it."""
    files = sorted((root / package).rglob("*.py"))
    wanted = [f for f in files if not rooms or any(_in_room(f.relative_to(root / package), r) for r in rooms)]
    if rooms and not wanted:
        raise SystemExit(f"There is nothing under {package}/ named {', '.join(rooms)}.")
    return [m for f in wanted for m in mutants(f.relative_to(root).as_posix(), f.read_bytes().decode())]


def _in_room(file: Path, room: str) -> bool:
    return file.is_relative_to(room) or file == Path(room).with_suffix(".py")


def sample(
    chosen: list[Mutant], only: str | None = None, limit: int | None = None, seed: int = 0
) -> list[Mutant]:
    """Those that match `only`, at most `limit` of them: the same for the same seed, in their own order."""
    kept = [m for m in chosen if only is None or re.search(only, _shown(m))]
    if limit is None or limit >= len(kept):
        return kept
    return [kept[i] for i in sorted(random.Random(seed).sample(range(len(kept)), limit))]


def allowed() -> dict[str, str]:
    """Why nothing holds a constant, by `file:name`: those whose value no user can see."""
    read: dict[str, str] = json.loads(ALLOWED.read_text("utf-8"))
    return read


def holding(root: Path, path: str, package: str = "termlint") -> Tests:
    """The tests that hold a module: files that import it, and its room's; without any, the fast ones.

    Behind `+` stands its room, of which the fast ones run first.
    """
    module = Path(path).with_suffix("")
    dotted = ".".join(module.parts).removesuffix(".__init__")
    parent, _, name = dotted.rpartition(".")
    named = re.compile(rf"\b{re.escape(dotted)}\b(?!\.)|from {re.escape(parent)} import [^\n]*\b{name}\b")
    files = sorted((root / "tests").rglob("test_*.py"))
    direct = [f.relative_to(root).as_posix() for f in files if named.search(f.read_text("utf-8"))]
    room = root / "tests" / module.relative_to(package).parent
    own = room.relative_to(root).as_posix() if room.is_dir() and room != root / "tests" else ""
    return (*direct, *(("+", own) if own else ())) or ("+", "tests")


def tried(
    root: Path,
    chosen: Sequence[Mutant],
    python: Path,
    *,
    seconds: float = 180,
    allowed: dict[str, str] | None = None,
    package: str = "termlint",
) -> Iterator[tuple[Mutant, str]]:
    """What became of each mutant, as they are done: killed, survived, allowed (not tried).

    `broken` means that its tests fail without it too, so that nothing can be said.
    """
    reasons = allowed or {}
    yield from ((m, "allowed") for m in chosen if f"{m.path}:{m.name}" in reasons)
    rest = [m for m in chosen if f"{m.path}:{m.name}" not in reasons]
    with copies(root, python, package, seconds) as made, ThreadPoolExecutor(AT_ONCE) as pool:
        tests = {path: holding(root, path, package) for path in {m.path for m in rest}}
        try:
            sound = dict(zip(tests.values(), pool.map(made.passes, tests.values()), strict=True))
            outcomes = pool.map(lambda m: _outcome(made, m, tests[m.path], sound), rest)
            yield from zip(rest, outcomes, strict=True)
        finally:
            made.stop()
            pool.shutdown(cancel_futures=True)


def _outcome(made: Copies, mutant: Mutant, tests: Tests, sound: dict[Tests, bool]) -> str:
    if not sound[tests]:
        return "broken"
    return "survived" if made.passes(tests, mutant) else "killed"


class copies:  # noqa: N801 - it reads as a function
    """Copies of a repository, gone when they are no longer used."""

    def __init__(self, root: Path, python: Path, package: str, seconds: float) -> None:
        self.root, self.made = root, Copies(python, package, seconds)

    def __enter__(self) -> Copies:
        self.folder = tempfile.TemporaryDirectory(prefix="termlint-mutants-", ignore_cleanup_errors=True)
        for number in range(AT_ONCE):
            copy = Path(self.folder.name) / str(number) / "repository"
            shutil.copytree(self.root, copy, ignore=LEFT_OUT, symlinks=True)
            # By time and size a changed digit within the second would go unseen.
            mode = py_compile.PycInvalidationMode.CHECKED_HASH
            compileall.compile_dir(copy, quiet=2, invalidation_mode=mode)
            self.made.free.put(copy)
        return self.made

    def __exit__(self, *_: object) -> None:
        self.folder.cleanup()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started, if it still runs."""
    if process.poll() is None:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _shown(mutant: Mutant) -> str:
    return f"{mutant.path}:{mutant.line} {mutant.name}: {mutant.what}"


def _table(rows: list[dict[str, object]]) -> str:
    """How many of each outcome, a line for each room."""
    counts: dict[str, Counter[str]] = {}
    for row in rows:
        parts = Path(str(row["path"])).parts
        counts.setdefault(parts[1], Counter())[str(row["outcome"])] += 1
    kinds = ("killed", "survived", "allowed", "broken")
    lines = [f"{'':14}" + "".join(f"{kind:>10}" for kind in kinds)]
    lines += [f"{room:14}" + "".join(f"{n[kind]:10}" for kind in kinds) for room, n in sorted(counts.items())]
    return "\n".join(lines)
