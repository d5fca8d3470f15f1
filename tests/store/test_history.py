"""Laws of the history: every use of a run is new or remaining, and a document is followed by its content."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from termlint.errors import ConfigError
from termlint.statistics.summary import summarise
from termlint.store.history import record
from tests.reporters.archive import archive, document, finding, result

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.model import DocumentResult
    from termlint.statistics.model import RunTotals

MONTHS = ("2026-01-05T10:00:00+00:00", "2026-02-05T10:00:00+00:00", "2026-03-05T10:00:00+00:00")


def run(file: Path, month: int, *documents: DocumentResult, ruleset: str = "r1") -> tuple[RunTotals, ...]:
    made = replace(result(*documents, started=MONTHS[month]), ruleset=ruleset)
    return record(file, made, summarise(made))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "geschiedenis é.sqlite"


def changes(totals: RunTotals) -> tuple[int | None, int | None, int | None, int]:
    return totals.new, totals.fixed, totals.remaining, totals.gone


def test_first_run_has_nothing_to_compare_with(file: Path) -> None:
    [first] = run(file, 0, document("a.docx", 3))
    assert changes(first) == (None, None, None, 0)
    assert (first.documents, first.words, first.errors + first.warnings) == (1, 2000, 3)


def test_what_is_gone_from_a_document_is_fixed(file: Path) -> None:
    run(file, 0, document("a.docx", 5))
    *_, second = run(file, 1, document("a.docx", 2, sha256="mended"))
    assert changes(second) == (0, 3, 2, 0)


def test_runs_within_one_second_follow_each_other(file: Path) -> None:
    run(file, 0, document("a.docx", 5))
    *_, second = run(file, 0, document("a.docx", 2, sha256="mended"))
    assert changes(second) == (0, 3, 2, 0)


def test_uses_of_a_new_document_are_new_and_of_an_absent_one_gone_and_not_fixed(file: Path) -> None:
    run(file, 0, document("a.docx", 5))
    *_, second = run(file, 1, document("b.docx", 2))
    assert changes(second) == (2, 0, 0, 5)


@pytest.mark.parametrize("path", ["elders/b.docx", "a (kopie).docx"], ids=["moved", "renamed"])
def test_a_document_keeps_its_history_by_content(file: Path, path: str) -> None:
    run(file, 0, document("a.docx", 5, sha256="same"))
    *_, second = run(file, 1, document(path, 5, sha256="same"))
    assert changes(second) == (0, 0, 5, 0)
    *_, third = run(file, 2, document(path, 1, sha256="mended"))
    assert changes(third) == (0, 4, 1, 0)


def test_content_beats_path_when_names_were_swapped(file: Path) -> None:
    run(file, 0, document("a.docx", 5, sha256="1"), document("b.docx", 0, sha256="2"))
    *_, second = run(file, 1, document("b.docx", 5, sha256="1"), document("a.docx", 0, sha256="2"))
    assert changes(second) == (0, 0, 5, 0)


def test_a_sentence_edited_around_its_words_is_not_new(file: Path) -> None:
    before = finding("a.docx")
    after = replace(before, fingerprint="s1:0000", context=replace(before.context, before="Nu wonen er "))
    run(file, 0, _with(before))
    *_, second = run(file, 1, _with(after))
    assert changes(second) == (0, 0, 1, 0)


def _with(*findings: object) -> DocumentResult:
    return replace(document("a.docx"), findings=findings)  # type: ignore[arg-type]


def test_exempt_and_information_are_no_uses(file: Path) -> None:
    soft = replace(finding("a.docx"), severity="info", reason="aangehaald")
    silent = replace(finding("a.docx"), status="exempt", reason="naam van een wet")
    run(file, 0, _with(finding("a.docx")))
    *_, second = run(file, 1, _with(soft, silent))
    assert changes(second) == (0, 1, 0, 0)


def test_the_same_run_twice_is_one_run(file: Path) -> None:
    once = run(file, 0, document("a.docx", 3))
    assert run(file, 0, document("a.docx", 3)) == once


def test_an_older_run_shows_the_trend_of_its_day(file: Path) -> None:
    run(file, 2, document("a.docx", 1))
    assert len(run(file, 0, document("a.docx", 3))) == 1
    assert len(run(file, 1, document("a.docx", 2))) == 2


def test_other_rules_are_marked(file: Path) -> None:
    run(file, 0, document("a.docx", 3))
    *_, same = run(file, 1, document("a.docx", 3))
    *_, other = run(file, 2, document("a.docx", 3), ruleset="r2")
    assert (same.rules_changed, other.rules_changed) == (False, True)


def test_every_use_is_new_or_remaining_and_was_fixed_remained_or_went(file: Path) -> None:
    earlier, later = archive(60, 300, seed=1), replace(archive(60, 240, seed=2), started=MONTHS[2])
    earlier = replace(earlier, started=MONTHS[1])
    record(file, earlier, summarise(earlier))
    before, now = record(file, later, summarise(later))
    assert now.new is not None and now.remaining is not None and now.fixed is not None  # noqa: PT018
    assert now.new + now.remaining == now.errors + now.warnings
    assert now.fixed + now.remaining + now.gone == before.errors + before.warnings


def test_one_row_for_each_run_document_and_finding(file: Path) -> None:
    made = archive(40, 100)
    summary = summarise(made)
    record(file, made, summary)
    with closing(sqlite3.connect(file)) as database:
        rows = [
            database.execute(f"SELECT COUNT(*) FROM {t}").fetchone()[0]
            for t in ("runs", "documents", "findings")
        ]
    assert rows == [1, len(summary.documents), sum(len(d.result.findings) for d in summary.documents)]


def test_no_sentence_is_kept(file: Path) -> None:
    run(file, 0, document("a.docx", 5))
    assert b"studenten in het" not in file.read_bytes()


def test_another_kind_of_file_is_refused_and_left_alone(file: Path) -> None:
    file.write_text("dit is geen geschiedenis, maar een brief die zomaar hier staat", "utf-8")
    with pytest.raises(ConfigError) as caught:
        run(file, 0, document("a.docx", 1))
    assert caught.value.code == "history-damaged"
    assert file.read_text("utf-8").startswith("dit is geen")


def test_a_newer_history_is_refused(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(ConfigError) as caught:
        run(file, 0, document("a.docx", 1))
    assert caught.value.code == "history-newer"


def test_a_path_that_is_no_unicode_is_kept(file: Path) -> None:
    [first] = run(file, 0, document("brief-\udce9.docx", 1))
    assert first.documents == 1
