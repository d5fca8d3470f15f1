"""What a long run says of how far it is."""

from __future__ import annotations

import io

import pytest

from termlint.cli.progress import LongProgress
from termlint.model import DocumentResult


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr("termlint.cli.progress.time.monotonic", lambda: now[0])
    return now


@pytest.fixture
def progress(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> LongProgress:
    monkeypatch.setenv("COLUMNS", "200")
    made = LongProgress("nl")
    made.live = True
    return made


def test_a_long_run_says_how_far_it_is(
    progress: LongProgress, clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr", screen := io.StringIO())
    progress(1, 10_000)
    assert screen.getvalue() == ""  # how fast it goes is not known yet
    clock[0] += 60
    progress.finished(DocumentResult("archief/no\x1bta.pdf", "pdf", "checked"))
    progress(1201, 10_000)
    shown = screen.getvalue()
    assert "1.201 van 10.000 documenten, 20 per seconde, nog 7 min" in shown
    assert "archief/no?ta.pdf" in shown
    progress(10_000, 10_000)
    assert screen.getvalue().endswith(" \r")


def test_the_rate_is_that_of_the_last_seconds(
    progress: LongProgress, clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr", screen := io.StringIO())
    for done, seconds in ((1, 0), (9_000, 1), (9_010, 6), (9_020, 11), (9_030, 16), (9_040, 21)):
        clock[0] = 100.0 + seconds
        progress(done, 10_000)
    assert "2,0 per seconde, nog 8 min" in screen.getvalue().rpartition("\r")[2]
