"""A report that Ctrl-C stops tells of what it read, and goes on where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termlint.cli.progress import LongProgress
from tests.cli.conftest import CLEAN, USE
from tests.cli.reported import page, run_of

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

pytestmark = pytest.mark.slow


@pytest.fixture
def interrupted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A folder of eight texts, in a world where Ctrl-C comes after the third."""
    for number in range(8):
        desk.write(f"map/{number}.txt", USE * (number + 1))

    def ctrl_c(self: LongProgress, done: int, total: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(LongProgress, "__call__", ctrl_c)
    return desk


class TestCtrlC:
    ARGUMENTS = ("report", "map", "-o", "rapport.html", "-o", "run.json", "-j", "1", "--no-cache")

    def test_keeps_what_is_done_and_says_so(self, interrupted: Desk) -> None:
        ran = interrupted.run(*self.ARGUMENTS, "--history", "h.sqlite")
        assert ran.code == 2
        assert "Afgebroken: 3 van de 8 documenten zijn klaar" in ran.err
        assert "--resume" in ran.err
        assert "Deze meting is afgebroken." in page(interrupted)
        statuses = [d["status"] for d in run_of(interrupted)["documents"]]  # type: ignore[attr-defined]
        assert (statuses.count("checked"), statuses.count("skipped")) == (3, 5)
        assert not (interrupted.folder / "h.sqlite").exists()  # half a run is no measure

    def test_what_was_known_before_counts_as_done(self, interrupted: Desk) -> None:
        with pytest.MonkeyPatch.context() as undisturbed:
            undisturbed.setattr(LongProgress, "__call__", lambda self, done, total: None)
            interrupted.run("report", "map", "-o", "run.json")
        ran = interrupted.run("report", "map", "-o", "run.json")
        assert "Afgebroken: 3 van de 8 documenten zijn klaar" in ran.err
        statuses = [d["status"] for d in run_of(interrupted)["documents"]]  # type: ignore[attr-defined]
        assert (statuses.count("checked"), statuses.count("skipped")) == (3, 5)

    def test_resume_reads_only_the_rest_and_clears_away(
        self, interrupted: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        interrupted.run(*self.ARGUMENTS)
        rest = interrupted.folder / "rapport.html.termlint.json"
        assert rest.is_file()
        read: list[str] = []
        monkeypatch.setattr(LongProgress, "finished", lambda self, document: read.append(document.path))
        monkeypatch.setattr(LongProgress, "__call__", lambda self, done, total: None)
        ran = interrupted.run(*self.ARGUMENTS, "--resume")
        assert ran.code == 1
        assert len(read) == 5
        assert not rest.exists()
        whole = run_of(interrupted)
        interrupted.run("report", "map", "-o", "andere.json", "--no-cache")
        assert whole["findings"] == run_of(interrupted, "andere.json")["findings"]
        assert whole["documents"] == run_of(interrupted, "andere.json")["documents"]

    def test_resume_reads_again_what_was_changed_since(
        self, interrupted: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        interrupted.run(*self.ARGUMENTS)
        for file in (interrupted.folder / "map").iterdir():
            file.write_text(CLEAN, "utf-8")
        monkeypatch.setattr(LongProgress, "__call__", lambda self, done, total: None)
        assert interrupted.run(*self.ARGUMENTS, "--resume").code == 0

    def test_resume_with_other_rules_begins_again(
        self, interrupted: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        interrupted.run(*self.ARGUMENTS)
        monkeypatch.setattr(LongProgress, "__call__", lambda self, done, total: None)
        ran = interrupted.run(*self.ARGUMENTS, "--resume", "--ignore", "hoger-onderwijs")
        assert ran.code == 0
        assert run_of(interrupted)["findings"] == []

    def test_nothing_to_resume_is_no_error(self, desk: Desk) -> None:
        desk.write("map/a.txt", CLEAN)
        ran = desk.run("report", "map", "-o", "r.html", "--resume")
        assert ran.code == 0
        assert "geen afgebroken meting" in ran.err
