"""A run over many documents: what goes wrong with one is told of that one, and the rest is done."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from termlint.engine import Options
from termlint.errors import ReadError
from termlint.execution.job import Job
from termlint.execution.local import Local
from termlint.execution.pipeline import check_document
from termlint.execution.run_settings import RunSettings
from termlint.execution.runner import check_all, settings_digest
from termlint.files.documents import read_document
from termlint.rulebook import Ruleset
from termlint.settings import Limits, Settings

pytestmark = pytest.mark.slow

NO_RULES = RunSettings(Settings(), Ruleset((), "leeg"), Options())


def children(pid: int) -> list[int]:
    """The workers of a run: its child processes, but for the one that keeps track of resources."""
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(e) for e in found if b"resource_tracker" not in Path(f"/proc/{e}/cmdline").read_bytes()]


def has_a_document(pid: int) -> bool:
    """Whether a worker has begun with the first document that needs spaCy: only then is it loaded."""
    return b"/spacy/" in Path(f"/proc/{pid}/maps").read_bytes()


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the workers in /proc")
def test_a_worker_killed_in_the_middle_costs_its_own_document_only(tmp_path: Path, root: Path) -> None:
    for n in range(8):
        (tmp_path / f"{n}.txt").write_text("De stad telt veel studenten in het hoger onderwijs.\n\n" * 1000)
    command = [
        sys.executable,
        "-m",
        "termlint",
        "check",
        str(tmp_path),
        "--no-cache",
        "--format",
        "json",
        "-j",
        "2",
    ]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=environment) as parent:
        deadline = time.monotonic() + 60
        while not (busy := [each for each in children(parent.pid) if has_a_document(each)]):
            assert time.monotonic() < deadline
            time.sleep(0.02)
        os.kill(busy[0], signal.SIGKILL)
        out, err = parent.communicate(timeout=120)
    documents = json.loads(out)["documents"]
    failed = [each for each in documents if each["status"] == "failed"]
    assert (parent.returncode, err, len(documents)) == (2, b"", 8)
    assert [each["notices"][0]["code"] for each in failed] == ["worker-killed"]
    assert [each["status"] for each in documents].count("checked") == 7


def test_the_order_is_that_of_the_tasks(tmp_path: Path) -> None:
    sizes = [5000, 1, 3000, 1, 1]
    for n, size in enumerate(sizes):
        (tmp_path / f"{n}.txt").write_text("woord " * size)
    tasks = [Job(f"{n}.txt", tmp_path / f"{n}.txt", ".txt") for n in range(len(sizes))]
    found = check_all(tasks, [NO_RULES], executor=Local(2))
    assert [each.words for each in found.documents] == sizes


def test_the_moment_can_be_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert check_all([], [NO_RULES]).started == "1970-01-01T00:00:00Z"


def test_a_bug_costs_one_document_and_tells_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plan without rules or options stands for any bug."""
    (tmp_path / "a.txt").write_text("geheim")
    monkeypatch.delenv("TERMLINT_DEBUG", raising=False)
    broken = RunSettings(Settings(), None, Options())  # type: ignore[arg-type]
    found = check_document(Job("a.txt", tmp_path / "a.txt", ".txt"), broken).result
    assert (found.status, found.notices[0].code) == ("failed", "internal-error")
    assert "geheim" not in str(found)


class TestReadBytes:
    def test_gives_them(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(b"abc")
        assert read_document(tmp_path / "a", 1) == b"abc"

    def test_a_file_that_went_away(self, tmp_path: Path) -> None:
        with pytest.raises(ReadError) as caught:
            read_document(tmp_path / "a", 1)
        assert caught.value.code == "vanished"

    def test_a_file_over_the_limit(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(bytes(2_000_001))
        with pytest.raises(ReadError) as caught:
            read_document(tmp_path / "a", 2)
        assert caught.value.code == "too-large"

    def test_what_is_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(ReadError) as caught:
            read_document(tmp_path, 1)
        assert caught.value.code in ("not-readable", "no-access")


class TestDigest:
    def test_is_the_same_wherever_the_settings_stand(self) -> None:
        here = Settings(folder=Path("a"), origins={"jobs": "x:1"}, jobs=2, lang="en")
        assert settings_digest(here) == settings_digest(Settings(folder=Path("b")))

    @pytest.mark.parametrize(
        "settings",
        [
            pytest.param(Settings(fail_on="error"), id="a value"),
            pytest.param(Settings(limits=Limits(time=1)), id="a limit"),
            pytest.param(Settings(accepted_scans=frozenset({"a", "b"})), id="a set"),
        ],
    )
    def test_changes_with_what_decides(self, settings: Settings) -> None:
        assert settings_digest(settings) != settings_digest(Settings())

    def test_does_not_depend_on_the_order_of_a_set(self) -> None:
        program = (
            "from termlint.settings import Settings; from termlint.execution.runner import settings_digest; "
            "print(settings_digest(Settings(accepted_scans=frozenset('abcdefgh'))))"
        )
        root = Path(__file__).parent.parent
        found = {
            subprocess.check_output(
                [sys.executable, "-c", program], cwd=root, env={**os.environ, "PYTHONHASHSEED": seed}
            )
            for seed in ("1", "2")
        }
        assert len(found) == 1
