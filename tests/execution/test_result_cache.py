"""What an earlier run found is known again by what a document holds, and by nothing else."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from termlint.execution.job import Job
from termlint.execution.result_cache import ResultCache
from termlint.settings import Settings
from tests.reporters.results import document, finding

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.model import DocumentResult

SETTINGS = Settings()


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def job(folder: Path, number: int, content: str | None = None) -> Job:
    file = folder / f"{number}.txt"
    file.write_text(content or f"tekst {number}", "utf-8")
    return Job(f"map/{number}.txt", file, ".txt")


def result(job: Job) -> DocumentResult:
    """A result that shows of which content it is."""
    data = job.file.read_bytes()
    found = finding(path=job.path, text=data.decode())
    return document(found, path=job.path, sha256=hashlib.sha256(data).hexdigest())


def keep(cache: Path, *jobs: Job) -> None:
    cached = ResultCache(cache, [SETTINGS], "nl")
    for each in jobs:
        cached.keep(each, result(each))
    cached.save()


def recalled(cache: Path, jobs: list[Job], settings: Settings = SETTINGS) -> dict[int, DocumentResult]:
    return dict(ResultCache(cache, [settings], "nl").recall(jobs))


@pytest.mark.parametrize("number", [3, 700], ids=["one by one", "many at once"])
def test_each_document_gets_its_own_result(tmp_path: Path, cache: Path, number: int) -> None:
    jobs = [job(tmp_path, n) for n in range(number)]
    keep(cache, *jobs[: number - 1])
    assert recalled(cache, jobs) == {n: result(each) for n, each in enumerate(jobs[:-1])}


def test_another_content_is_never_known_whatever_its_size_and_date(tmp_path: Path, cache: Path) -> None:
    each = job(tmp_path, 1, "hoger onderwijs")
    keep(cache, each)
    before = each.file.stat()
    each.file.write_text("lager onderwijs", "utf-8")
    os.utime(each.file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert each.file.stat().st_size == before.st_size
    assert recalled(cache, [each]) == {}


def test_a_document_is_known_under_another_name(tmp_path: Path, cache: Path) -> None:
    old, new = job(tmp_path, 1, "dezelfde"), job(tmp_path, 2, "dezelfde")
    keep(cache, old)
    (again,) = recalled(cache, [new]).values()
    assert (again.path, {f.path for f in again.findings}) == (new.path, {new.path})


def test_under_other_settings_nothing_is_known(tmp_path: Path, cache: Path) -> None:
    each = job(tmp_path, 1)
    keep(cache, each)
    assert recalled(cache, [each], replace(SETTINGS, ignore=("hoger-onderwijs",))) == {}


def test_what_cannot_be_read_or_is_too_large_is_left_to_who_checks_it(tmp_path: Path, cache: Path) -> None:
    gone, large, fine = (job(tmp_path, n, "x" * 5000 if n == 2 else None) for n in (1, 2, 3))
    keep(cache, gone, large, fine)
    gone.file.unlink()
    tight = replace(SETTINGS, limits=replace(SETTINGS.limits, size=0.001))
    assert set(recalled(cache, [gone, large, fine])) == {1, 2}
    cached = ResultCache(cache, [tight], "nl")
    cached.keep(large, result(large))
    cached.save()
    assert recalled(cache, [large], tight) == {}


def test_a_document_that_failed_is_not_remembered(tmp_path: Path, cache: Path) -> None:
    each = job(tmp_path, 1)
    cached = ResultCache(cache, [SETTINGS], "nl")
    cached.keep(each, replace(result(each), status="failed"))
    cached.save()
    assert recalled(cache, [each]) == {}


def test_without_a_folder_nothing_is_known(tmp_path: Path) -> None:
    each = job(tmp_path, 1)
    cached = ResultCache(None, [SETTINGS], "nl")
    cached.keep(each, result(each))
    cached.save()
    assert dict(cached.recall([each])) == {}
