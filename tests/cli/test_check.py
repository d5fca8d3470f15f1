"""`termlint check` as a user meets it: exit codes, places, formats, settings, and documents that fail."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.builders.docx import p, word
from tests.cli.conftest import CLEAN, USE

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

pytestmark = pytest.mark.slow


class TestExitCode:
    def test_0_when_clean(self, desk: Desk) -> None:
        desk.write("a.txt", CLEAN)
        ran = desk.run("check", "a.txt")
        assert (ran.code, ran.err) == (0, "")
        assert ran.out == "In orde: geen woorden gevonden die u beter kunt vervangen in 1 document.\n"

    def test_1_when_something_is_found(self, desk: Desk) -> None:
        desk.write("a.txt")
        ran = desk.run("check", "a.txt")
        assert ran.code == 1
        assert "»hoger onderwijs«" in ran.out

    @pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("never", 0)])
    def test_fail_on(self, desk: Desk, fail_on: str, code: int) -> None:
        desk.write("a.txt")
        assert desk.run("check", "a.txt", "--fail-on", fail_on).code == code

    def test_a_warning_is_below_error(self, desk: Desk) -> None:
        desk.write("a.txt")
        desk.write("termlint.yaml", "rules: {severity: {hoger-onderwijs: warning}}\n")
        assert desk.run("check", "a.txt").code == 1
        assert desk.run("check", "a.txt", "--fail-on", "error").code == 0

    def test_2_beats_1(self, desk: Desk) -> None:
        desk.write("a.txt")
        ran = desk.run("check", "a.txt", "nergens.docx")
        assert ran.code == 2
        assert "»hoger onderwijs«" in ran.out

    @pytest.mark.parametrize(
        "arguments",
        [
            pytest.param(("check", "--wat"), id="no such option"),
            pytest.param(("chekc",), id="no such command"),
            pytest.param(("check", "--fail-on", "fout"), id="no such severity"),
            pytest.param(("check", "--jobs", "0"), id="no jobs"),
            pytest.param(("check", "--format", "docx"), id="no such format"),
            pytest.param(("check", "--format", "json", "--format", "console"), id="two on one screen"),
            pytest.param(("check", "--config", "nergens.yaml"), id="no such settings"),
            pytest.param(("check", "--select", "hoger-onderwys"), id="no such rule"),
            pytest.param(("explain",), id="no rule named"),
        ],
    )
    def test_2_when_the_command_line_cannot_be_carried_out(
        self, desk: Desk, arguments: tuple[str, ...]
    ) -> None:
        desk.write("a.txt", CLEAN)
        ran = desk.run(*arguments)
        assert ran.code == 2
        assert ran.out == ""
        assert ran.err.startswith("Fout:")
        assert "Traceback" not in ran.err


class TestPlaces:
    def test_offsets_count_in_the_decoded_text_after_a_mark(self, desk: Desk) -> None:
        text = "🎉 Kop\r\n\r\nIn het hoger\r\nonderwijs is plaats.\r\n"
        desk.write("a.txt", b"\xef\xbb\xbf" + text.encode())
        (found,) = desk.run("check", "a.txt", "--format", "json").report["findings"]
        place = found["location"]
        assert text[place["start"] : place["end"]] == "hoger\r\nonderwijs"
        assert (place["line"], place["column"], place["end_line"], place["end_column"]) == (3, 8, 4, 10)

    def test_a_phrase_in_markup_is_found_where_it_stands(self, desk: Desk) -> None:
        text = "In het **hoger** [onderwijs](https://x.nl/hoger-onderwijs) is plaats.\n"
        desk.write("a.md", text)
        (found,) = desk.run("check", "a.md", "--format", "json").report["findings"]
        assert text[found["location"]["start"] : found["location"]["end"]] == "hoger** [onderwijs"

    def test_paths_have_forward_slashes(self, desk: Desk) -> None:
        desk.write("map één/a b.txt")
        report = desk.run("check", ".", "--format", "json").report
        assert [each["path"] for each in report["documents"]] == ["map één/a b.txt"]
        assert report["findings"][0]["path"] == "map één/a b.txt"


class TestInput:
    def test_standard_input(self, desk: Desk) -> None:
        ran = desk.spawn("check", "-", "--format", "json", input=USE.encode())
        report = json.loads(ran.stdout)
        assert (ran.returncode, report["documents"][0]["path"]) == (1, "-")

    def test_standard_input_has_the_kind_of_its_name(self, desk: Desk) -> None:
        text = b"In het hoger **onderwijs**.\n"
        ran = desk.spawn("check", "-", "--stdin-filename", "x/nota.md", "--format", "json", input=text)
        report = json.loads(ran.stdout)
        assert (report["documents"][0]["path"], report["documents"][0]["format"]) == ("x/nota.md", "markdown")
        assert len(report["findings"]) == 1

    def test_a_word_document_through_standard_input(self, desk: Desk) -> None:
        ran = desk.spawn("check", "-", "--format", "json", input=word(p(USE)))
        assert json.loads(ran.stdout)["documents"][0]["format"] == "docx"

    def test_a_lying_suffix_is_seen_through(self, desk: Desk) -> None:
        desk.write("brief.pdf", word(p(USE)))
        report = desk.run("check", "brief.pdf", "--format", "json").report
        assert report["documents"][0]["format"] == "docx"
        assert [notice["code"] for notice in report["documents"][0]["notices"]] == ["suffix-lies"]
        assert len(report["findings"]) == 1

    def test_kinds_of_file(self, desk: Desk) -> None:
        for name in ("a.txt", "b.png", "c.doc"):
            desk.write(name, CLEAN)
        ran = desk.run("check", ".")
        assert ran.code == 0
        assert "niet gecontroleerd: 1 × .doc" in ran.out
        assert "overgeslagen: 1 × .png" in " ".join(ran.out.split())
        assert desk.run("check", "c.doc").code == 2

    def test_an_empty_folder_says_so(self, desk: Desk) -> None:
        ran = desk.run("check")
        assert (ran.code, ran.out) == (0, "Geen documenten gevonden om te controleren.\n")


class TestManyDocuments:
    def test_any_number_of_jobs_gives_the_same_report(self, desk: Desk) -> None:
        for n in range(7):
            desk.write(f"{n}.txt", USE * (n % 3 + 1))
        desk.write("kapot.docx", b"PK geen document")
        reports = [
            desk.run("check", ".", "--no-cache", "--format", "json", "-j", n).report for n in ("1", "3")
        ]
        for report in reports:
            del report["run"]["started"]
        assert reports[0] == reports[1]
        assert [each["path"] for each in reports[0]["documents"]] == [
            *(f"{n}.txt" for n in range(7)),
            "kapot.docx",
        ]

    @pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
    @pytest.mark.parametrize("names", [["a.txt"], ["a.txt", "b.txt"]], ids=["here", "in workers"])
    def test_a_document_that_takes_too_long_failed_alone(self, desk: Desk, names: list[str]) -> None:
        desk.write("termlint.yaml", "limits: {time: 0.05}\n")
        for name in names:
            desk.write(name, USE * 9000)
        ran = desk.run("check", *names, "--no-cache", "--format", "json")
        assert ran.code == 2
        assert [d["notices"][0]["code"] for d in ran.report["documents"]] == ["time-limit"] * len(names)

    def test_a_document_over_the_size_limit_is_not_read(self, desk: Desk) -> None:
        desk.write("termlint.yaml", "limits: {size: 0.001}\n")
        desk.write("a.txt", USE * 100)
        (found,) = desk.run("check", "a.txt", "--format", "json").report["documents"]
        assert (found["status"], found["notices"][0]["code"]) == ("failed", "too-large")


class TestFormats:
    def test_one_on_the_screen_and_one_in_a_file(self, desk: Desk) -> None:
        desk.write("a.txt")
        ran = desk.run("check", "a.txt", "--format", "console", "--format", "json=uit.json")
        assert "»hoger onderwijs«" in ran.out
        assert len(json.loads((desk.folder / "uit.json").read_text())["findings"]) == 1

    def test_output_takes_its_form_from_its_name(self, desk: Desk) -> None:
        desk.write("a.txt")
        ran = desk.run("check", "a.txt", "-o", "uit.json")
        assert (ran.code, ran.out) == (1, "")
        assert json.loads((desk.folder / "uit.json").read_text())["schema"] == "termlint-report/1"

    def test_a_page_is_a_page_and_what_no_reporter_knows_is_text(self, desk: Desk) -> None:
        desk.write("a.txt")
        desk.run("check", "a.txt", "-o", "uit.html")
        desk.run("check", "a.txt", "-o", "uit.log")
        assert (desk.folder / "uit.html").read_text("utf-8").startswith("<!DOCTYPE html>")
        assert (desk.folder / "uit.log").read_text("utf-8").startswith("a.txt\n")

    @pytest.mark.parametrize("name", ["a.txt", "nieuw.docx", "nieuw.dotm", "nieuw.pdf"])
    def test_a_report_never_replaces_a_document(self, desk: Desk, name: str) -> None:
        desk.write("a.txt")
        ran = desk.run("check", "a.txt", "-o", name)
        assert ran.code == 2
        assert desk.write("b.txt").read_text() == USE == (desk.folder / "a.txt").read_text()
        assert {file.name for file in desk.folder.iterdir()} == {"a.txt", "b.txt"}

    def test_a_file_that_cannot_be_written_says_so_and_leaves_nothing(self, desk: Desk) -> None:
        desk.write("a.txt")
        ran = desk.run("check", "a.txt", "-o", "nergens/uit.json")
        assert ran.code == 2
        assert "nergens/uit.json" in ran.err
        assert {path.name for path in desk.folder.iterdir()} == {"a.txt"}


class TestImports:
    @pytest.mark.parametrize("spacy", [False, True], ids=["clean", "with a candidate"])
    def test_a_clean_document_needs_no_heavy_library(self, desk: Desk, spacy: bool) -> None:
        desk.write("brief.docx", word(p(USE if spacy else CLEAN)))
        program = (
            "import os, sys; os.environ['TERMLINT_DEBUG'] = '1'; "  # in this very process
            "from termlint.cli import run; run(['check', 'brief.docx', '--no-cache']); "
            "heavy = {'spacy', 'pdfplumber', 'jsonschema', 'docx', 'multiprocessing'}; "
            "print(sorted(heavy & set(sys.modules)))"
        )
        ran = desk.spawn_code(program)
        loaded = ran.stdout.decode().splitlines()[-1]
        assert ("'spacy'" in loaded) is spacy
        if not spacy:
            assert loaded == "[]"
