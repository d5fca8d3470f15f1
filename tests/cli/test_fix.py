"""`termlint fix` as a user meets it: copies, exit codes, refusals, many documents, dry runs."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from termlint.api.fixing import FixOptions, FixRun, Marked
from termlint.api.linter import Linter
from termlint.api.options import LintOptions
from termlint.execution.fix import Fixer, marker
from termlint.execution.job import Job
from tests.builders.pdf import columns, page, pdf
from tests.cli.conftest import CLEAN, USE
from tests.cli.fixed import FIXED, KINDS, SAFE, copy_of, found, listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Desk

pytestmark = pytest.mark.slow


def _crashes_on_bad(fixer: Fixer) -> Callable[[Job], Marked]:
    """In a worker: marks documents, and dies of one with a bad name as of a fault in native code."""
    mark = marker(fixer)
    return lambda job: os._exit(11) if job.path.startswith("slecht") else mark(job)


class TestTheLaw:
    """check → fix → check."""

    @pytest.mark.parametrize("name", list(KINDS))
    def test_what_was_fixed_is_gone_and_nothing_is_new(self, desk: Desk, name: str) -> None:
        desk.write(name, KINDS[name])
        before = found(desk, name)
        ran = desk.run("fix", name, "--mode", "replace")
        fixed = Counter() if name.endswith(".pdf") else Counter({("mbo-leerling", "mbo-leerling"): 1})
        assert found(desk, copy_of(name), "new", "known") == before - fixed
        if name.endswith((".docx", ".pdf")):  # what was commented is known
            assert not found(desk, copy_of(name))
        assert ran.code == (1 if name.endswith((".txt", ".md")) else 0)

    @pytest.mark.parametrize("name", list(KINDS))
    def test_the_original_keeps_every_byte(self, desk: Desk, name: str) -> None:
        path = desk.write(name, KINDS[name])
        for mode in ("comments", "tracked", "replace"):
            desk.run("fix", name, "--mode", mode, "--force")
        assert path.read_bytes() == KINDS[name]

    @pytest.mark.parametrize("name", ["brief.docx", "nota.pdf"])
    def test_what_was_commented_is_known_the_second_time(self, desk: Desk, name: str) -> None:
        desk.write(name, KINDS[name])
        assert desk.run("fix", name, "--mode", "comments").code == 0
        once = desk.folder / copy_of(name)
        again = desk.write("nog" + Path(name).suffix, once.read_bytes())
        ran = desk.run("fix", again.name, "--mode", "comments")
        assert (ran.code, "2 stonden er al" in ran.out) == (0, True)
        assert not (desk.folder / copy_of(again.name)).exists()

    @pytest.mark.parametrize("name", list(KINDS))
    def test_two_runs_give_the_same_bytes(self, desk: Desk, name: str) -> None:
        desk.write(name, KINDS[name])
        made = []
        for _ in range(2):
            desk.run(
                "fix", name, "--date", "2026-11-22T09:30", "--author", "Els", "--mode", "replace", "--force"
            )
            made.append((desk.folder / copy_of(name)).read_bytes())
        assert made[0] == made[1] != KINDS[name]

    @pytest.mark.parametrize("name", ["brief.docx", "nota.pdf"])
    def test_what_another_author_signed_is_not_read_as_text(self, desk: Desk, name: str) -> None:
        desk.write(name, KINDS[name])
        before = found(desk, name)
        desk.run("fix", name, "--mode", "comments", "--author", "Els de Vries")
        assert found(desk, copy_of(name), "known") == before


class TestExitCode:
    def test_0_when_there_is_nothing_to_do(self, desk: Desk) -> None:
        desk.write("a.txt", CLEAN)
        ran = desk.run("fix", "a.txt")
        assert ran.code == 0
        assert "Niets te verbeteren gevonden." in ran.out
        assert listed(desk) == ["a.txt"]

    def test_0_when_all_was_fixed(self, desk: Desk) -> None:
        desk.write("a.txt", SAFE)
        assert desk.run("fix", "a.txt", "--mode", "replace").code == 0
        assert (desk.folder / "a.termlint.txt").read_text() == FIXED

    @pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("never", 0)])
    def test_as_check_for_what_is_left(self, desk: Desk, fail_on: str, code: int) -> None:
        desk.write("a.txt", USE)
        assert desk.run("fix", "a.txt", "--mode", "replace").code == 1
        assert desk.run("fix", "a.txt", "--mode", "replace", "--fail-on", fail_on).code == code

    def test_2_beats_1_and_a_failing_document_costs_only_itself(self, desk: Desk) -> None:
        desk.write("a.txt", SAFE + USE)
        desk.write("kapot.docx", b"PK geen document")
        ran = desk.run("fix", "kapot.docx", "nergens.docx", "a.txt", "--mode", "replace")
        assert ran.code == 2
        assert "nergens.docx: Dit bestand is er niet." in ran.out
        assert (desk.folder / "a.termlint.txt").read_text() == FIXED + USE

    def test_2_for_a_document_read_in_part_whose_notices_are_told(self, desk: Desk) -> None:
        from tests.builders.pdf_drawn import picture

        scans = [page(picture()) for _ in range(2)]
        desk.write("a.pdf", pdf(page(columns(USE, 1)), *scans))
        ran = desk.run("fix", "a.pdf")
        assert ran.code == 2
        assert "scan zonder tekstlaag" in ran.out
        assert "1 document is niet helemaal gelezen" in ran.out
        assert (desk.folder / "a.termlint.pdf").exists()

    @pytest.mark.parametrize(
        "arguments",
        [
            pytest.param(("--in-place", "--output-dir", "uit"), id="two places"),
            pytest.param(("--date", "gisteren"), id="no date"),
            pytest.param(("--mode", "alles"), id="no mode"),
            pytest.param(("--author", " "), id="nobody"),
            pytest.param(("--output-dir", "a.txt"), id="a file for a folder"),
            pytest.param(("--select", "hoger-onderwys"), id="no such rule"),
            pytest.param(("--config", "nergens.yaml"), id="no such settings"),
        ],
    )
    def test_2_when_the_command_line_cannot_be_carried_out(
        self, desk: Desk, arguments: tuple[str, ...]
    ) -> None:
        desk.write("a.txt", SAFE)
        ran = desk.run("fix", "a.txt", *arguments)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("Fout:")
        assert listed(desk) == ["a.txt"]


class TestWhere:
    def test_a_copy_that_is_there_is_not_overwritten_without_force(self, desk: Desk) -> None:
        desk.write("a.txt", SAFE)
        copy = desk.write("a.termlint.txt", "mijn werk")
        ran = desk.run("fix", "a.txt", "--mode", "replace")
        assert (ran.code, copy.read_text()) == (2, "mijn werk")
        assert "bestaat al" in ran.out
        assert desk.run("fix", "a.txt", "--mode", "replace", "--force").code == 0
        assert copy.read_text() == FIXED

    def test_in_place_only_when_asked(self, desk: Desk) -> None:
        path = desk.write("a.txt", SAFE)
        path.chmod(0o640)
        ran = desk.run("fix", "a.txt", "--mode", "replace", "--in-place")
        assert (ran.code, path.read_text(), path.stat().st_mode & 0o777) == (0, FIXED, 0o640)
        assert listed(desk) == ["a.txt"]

    def test_output_dir_keeps_folders_apart(self, desk: Desk) -> None:
        desk.write("x/a.txt", SAFE)
        desk.write("y/a.txt", SAFE)
        assert desk.run("fix", "x", "y", "--mode", "replace", "--output-dir", "uit").code == 0
        made = sorted(
            path.relative_to(desk.folder).as_posix() for path in (desk.folder / "uit").rglob("*.txt")
        )
        assert made == ["uit/x/a.termlint.txt", "uit/y/a.termlint.txt"]

    def test_two_documents_never_become_one_copy(self, desk: Desk) -> None:
        names = [str(desk.write(f"{folder}/a.txt", SAFE)) for folder in "xy"]
        ran = desk.run("fix", *names, "--mode", "replace", "--output-dir", "uit", "--force")
        assert ran.code == 2
        assert "Twee documenten zouden" in ran.out

    def test_copies_are_not_fixed_again_in_a_folder(self, desk: Desk) -> None:
        desk.write("a.txt", SAFE)
        for _ in range(2):
            assert desk.run("fix", ".", "--mode", "replace", "--force").code == 0
        assert listed(desk) == ["a.termlint.txt", "a.txt"]

    def test_a_lying_suffix_gives_a_copy_with_the_true_one(self, desk: Desk) -> None:
        desk.write("brief.pdf", KINDS["brief.docx"])
        ran = desk.run("fix", "brief.pdf")
        assert ran.code == 0
        assert "inhoud is .docx" in ran.out
        assert (desk.folder / "brief.termlint.docx").read_bytes()[:2] == b"PK"

    def test_kinds_of_file_in_a_folder(self, desk: Desk) -> None:
        for name in ("a.txt", "b.png", "c.doc"):
            desk.write(name, CLEAN)
        ran = desk.run("fix", ".")
        assert ran.code == 0
        assert "niet gecontroleerd: 1 × .doc" in ran.out
        assert "overgeslagen: 1 × .png" in ran.out


class TestManyDocuments:
    def test_are_told_in_order_whatever_the_number_of_jobs(self, desk: Desk) -> None:
        for n in range(6):
            desk.write(f"{n}.txt", SAFE * (300 if n == 0 else 1))
        outs = [desk.run("fix", ".", "--mode", "replace", "--force", "-j", n).out for n in ("1", "3")]
        assert outs[0] == outs[1]
        assert [row.split()[0] for row in outs[0].splitlines() if "→" in row] == [
            f"{n}.txt" for n in range(6)
        ]

    def test_a_document_that_takes_too_long_failed_alone(self, desk: Desk) -> None:
        desk.write("termlint.yaml", "limits: {time: 0.05}\n")
        for name in ("a.txt", "b.txt"):
            desk.write(name, USE * 5000)
        ran = desk.run("fix", "a.txt", "b.txt", "--mode", "replace")
        assert ran.code == 2
        assert ran.out.count("0.05 seconden") == 2

    def test_a_crash_in_native_code_costs_one_document(self, desk: Desk) -> None:
        jobs = [Job(name, desk.write(name, SAFE), ".txt") for name in ("slecht.txt", "goed.txt")]
        fixing = FixRun(Linter(LintOptions(jobs=1)).run([]), FixOptions(mode="replace"))
        answers = dict(fixing._answers(jobs, _crashes_on_bad, Marked))
        assert [notice.code for notice in answers[0].result.notices] == ["worker-died"]
        assert answers[1].written is not None
        assert answers[1].written.data == FIXED.encode()

    def test_accepted_words_are_left_alone(self, desk: Desk) -> None:
        desk.write("termlint.yaml", "exempt:\n  - {words: mbo-leerling, reason: naam van een loket}\n")
        desk.write("a.txt", SAFE)
        assert desk.run("fix", "a.txt", "--mode", "replace").code == 0
        assert not (desk.folder / "a.termlint.txt").exists()

    def test_english(self, desk: Desk) -> None:
        desk.write("a.txt", SAFE)
        assert "1 change" in desk.run("fix", "a.txt", "--mode", "replace", "--lang", "en").out
