"""`termlint report` as an editor meets it: real documents in, reports out, and on again after Ctrl-C."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import time
import warnings
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from examples import build
from termlint.cli.links import Viewpoint
from termlint.cli.progress import LongProgress
from tests.cli.conftest import CLEAN, USE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Desk

MENTION = "Wij schrijven niet meer over ‘hoger onderwijs’.\n"


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example documents, made here: a new clone has none yet."""
    folder = tmp_path_factory.mktemp("examples")
    build.main(folder)
    return folder


@pytest.fixture
def archive(desk: Desk, examples: Path) -> Desk:
    """Two departments with a vacancy, its copy, a policy note, and texts."""
    for name in ("hr", "oa"):
        (desk.folder / "archief" / name).mkdir(parents=True)
    shutil.copy(examples / "vacature.docx", desk.folder / "archief" / "hr" / "vacature.docx")
    shutil.copy(examples / "vacature.docx", desk.folder / "archief" / "hr" / "vacature kopie.docx")
    shutil.copy(examples / "beleidsnota.pdf", desk.folder / "archief" / "oa" / "nota.pdf")
    desk.write("archief/oa/monitor.txt", USE * 3)
    desk.write("archief/oa/schoon.txt", CLEAN)
    desk.write("archief/oa/brief.txt", MENTION + "Ook vervolgonderwijs en mbo-opgeleid staan hier.\n")
    desk.write("archief/oa/kapot.docx", b"PK\x03\x04 half")
    desk.write("archief/foto.jpg", b"\xff\xd8")
    return desk


def page(desk: Desk, name: str = "rapport.html") -> str:
    return (desk.folder / name).read_text("utf-8")


def run_of(desk: Desk, name: str = "run.json") -> dict[str, object]:
    made: dict[str, object] = json.loads((desk.folder / name).read_text("utf-8"))
    return made


def hrefs(desk: Desk, name: str = "rapport.html") -> list[str]:
    return [href for href in re.findall(r'href="([^"#?]+)', page(desk, name)) if href]


class TestReports:
    def test_several_at_once_over_real_documents(self, archive: Desk) -> None:
        outputs = [part for name in ("r.html", "r.xlsx", "r.csv", "r.json") for part in ("-o", name)]
        ran = archive.run("report", "archief", *outputs)
        assert ran.code == 2  # kapot.docx could not be read
        verdict, written = ran.out.splitlines()
        assert re.fullmatch(r"Er staan \d+ woorden .*, in 3 van de 5 gelezen documenten\.", verdict)
        assert written == "Geschreven: r.html, r.xlsx, r.csv, r.json"
        assert page(archive, "r.html").startswith("<!DOCTYPE html>")
        assert (archive.folder / "r.csv").read_bytes().startswith(b"\xef\xbb\xbf")
        assert run_of(archive, "r.json")["schema"] == "termlint-report/1"

    @pytest.mark.parametrize("lang", ["nl", "en"])
    def test_reports_in_the_folder_are_no_documents(self, desk: Desk, lang: str) -> None:
        desk.write("nota.txt")
        outputs = [part for name in ("r.html", "r.csv", "r.json") for part in ("-o", name)]
        first, second = (desk.run("report", ".", *outputs, "--lang", lang) for _ in range(2))
        assert (desk.folder / "r.html").is_file()
        assert first == second

    def test_the_workbook_holds_the_findings_of_the_run(self, archive: Desk) -> None:
        openpyxl = pytest.importorskip("openpyxl")
        archive.run("report", "archief", "-o", "r.xlsx", "-o", "r.json")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl does not know Excel's newer data bars
            book = openpyxl.load_workbook(io.BytesIO((archive.folder / "r.xlsx").read_bytes()))
        copies = sum(each["path"].endswith("vacature.docx") for each in run_of(archive, "r.json")["findings"])  # type: ignore[attr-defined]
        rows = len(run_of(archive, "r.json")["findings"]) - copies  # type: ignore[arg-type]
        assert book["Bevindingen"].max_row == 1 + rows  # identical documents count once

    def test_what_was_not_read_and_what_was_skipped_is_told(self, archive: Desk) -> None:
        archive.run("report", "archief", "-o", "rapport.html")
        assert "archief/oa/kapot.docx" in page(archive)
        assert "Let op: 1 document konden wij niet lezen." in page(archive)
        assert ".jpg: 1" in page(archive)

    def test_positive_use_and_mentions(self, archive: Desk) -> None:
        archive.run("report", "archief/oa/brief.txt", "-o", "rapport.html")
        assert "1 keer ‘mbo-, hbo- of wo-opgeleid’ en 1 keer ‘vervolgonderwijs’" in page(archive)
        assert "aangehaald" in page(archive)
        assert "Alles in orde" in page(archive)

    def test_clean_is_0_and_found_is_1(self, archive: Desk) -> None:
        assert archive.run("report", "archief/oa/schoon.txt", "-o", "r.html").code == 0
        assert archive.run("report", "archief/oa/monitor.txt", "-o", "r.html").code == 1
        assert archive.run("report", "archief/oa/monitor.txt", "-o", "r.html", "--fail-on", "never").code == 0

    def test_english(self, archive: Desk) -> None:
        ran = archive.run("report", "archief/hr", "-o", "r.html", "--lang", "en")
        assert ran.out.startswith("There are ")
        assert '<html lang="en">' in page(archive, "r.html")

    def test_groups_title_and_theme(self, archive: Desk) -> None:
        archive.write("stad.css", ".stad-theme { --utrecht-link-color: #006 }")
        options = ("--group-by", r"archief/(h|o)", "--title", "Proef <b>", "--theme", "stad.css")
        archive.run("report", "archief", "-o", "r.html", *options)
        made = page(archive, "r.html")
        assert 'class="stad-theme"' in made
        assert "<title>Proef &lt;b&gt;</title>" in made
        assert set(re.findall(r'data-g="([^"]*)"', made)) == {"h", "o"}

    def test_the_report_in_the_archive_is_not_read_again(self, archive: Desk) -> None:
        archive.run("report", "archief", "-o", "archief/r.csv", "-o", "een.json")
        archive.run("report", "archief", "-o", "archief/r.csv", "-o", "twee.json")
        counts = [len(run_of(archive, name)["documents"]) for name in ("een.json", "twee.json")]  # type: ignore[arg-type]
        assert counts[0] == counts[1]


class TestLinks:
    def test_every_link_leads_to_a_file(self, archive: Desk) -> None:
        archive.write("archief/oa/50% #1 (é) [x].txt", USE)
        archive.write("archief/hr/vacature kopie.termlint.docx", b"x")
        (archive.folder / "rapporten").mkdir()
        archive.run("report", "archief", "-o", "rapporten/rapport.html")
        found = {
            (archive.folder / "rapporten" / unquote(href)).resolve()
            for href in hrefs(archive, "rapporten/rapport.html")
        }
        assert all(path.is_file() for path in found)
        assert {path.name for path in found} >= {
            "50% #1 (é) [x].txt",
            "nota.pdf",
            "vacature kopie.termlint.docx",
        }

    def test_copies_in_a_folder_of_their_own_when_that_is_named(self, archive: Desk) -> None:
        archive.run("fix", "archief/hr/vacature.docx", "--output-dir", "gemarkeerd")
        copy = "gemarkeerd/archief/hr/vacature.termlint.docx"
        assert (archive.folder / copy).is_file()
        archive.run("report", "archief/hr", "-o", "rapport.html", "--copies", "gemarkeerd")
        assert copy in hrefs(archive)
        archive.run("report", "archief/hr", "-o", "rapport.html")
        assert copy not in hrefs(archive)

    def test_a_copy_of_an_earlier_text_is_none(self, archive: Desk) -> None:
        archive.write("archief/oa/monitor.termlint.txt", USE)
        os.utime(archive.folder / "archief/oa/monitor.termlint.txt", (1_000_000_000, 1_000_000_000))
        archive.run("report", "archief/oa/monitor.txt", "-o", "rapport.html")
        assert hrefs(archive) == ["archief/oa/monitor.txt"]

    @pytest.mark.parametrize(
        "name", ["javascript:alert(1).txt", "//evil.example/x", "a b?c#d.txt", "brief-\udce9.txt"]
    )
    def test_a_name_is_never_more_than_a_name(self, tmp_path: Path, name: str) -> None:
        href = Viewpoint(tmp_path).address(f"map/{name}".replace("///", "//"))
        assert re.fullmatch(r"[\w./%~-]+", href)
        assert href.startswith("../") or not re.match(r"\w+:|//", href)


class TestSavedRuns:
    def test_a_saved_run_gives_the_same_report(self, archive: Desk) -> None:
        archive.run("report", "archief", "-o", "een.html", "-o", "een.csv", "-o", "run.json")
        ran = archive.run("report", "--from", "run.json", "-o", "twee.html", "-o", "twee.csv")
        assert ran.code == 2
        assert page(archive, "een.html") == page(archive, "twee.html")
        assert (archive.folder / "een.csv").read_bytes() == (archive.folder / "twee.csv").read_bytes()

    @pytest.mark.parametrize("text", ["", "[]", '{"schema": "iets/9"}', '{"schema": "termlint-report/1"}'])
    def test_what_is_no_saved_run_is_said_to_be_none(self, desk: Desk, text: str) -> None:
        desk.write("run.json", text)
        ran = desk.run("report", "--from", "run.json", "-o", "r.html")
        assert ran.code == 2
        assert ran.err.strip()
        assert "Traceback" not in ran.err
        assert not (desk.folder / "r.html").exists()

    def test_one_and_two_jobs_and_the_cache_give_the_same_bytes(self, archive: Desk) -> None:
        for name, options in {
            "een": ["-j", "1", "--no-cache"],
            "twee": ["-j", "2"],
            "drie": ["-j", "2"],
        }.items():
            archive.run("report", "archief", "-o", f"{name}.html", "-o", f"{name}.csv", *options)
        for suffix in ("html", "csv"):
            made = {(archive.folder / f"{name}.{suffix}").read_bytes() for name in ("een", "twee", "drie")}
            assert len(made) == 1


class TestWhichDocuments:
    @pytest.mark.parametrize(
        "text",
        ["a.txt\nmap/b.txt\n", "\ufeffa.txt\r\n\r\nmap/b.txt", "a.txt\0map/b.txt\0"],
        ids=["lines", "as Windows writes them", "as find -print0 writes them"],
    )
    def test_files_from_a_list(self, desk: Desk, text: str) -> None:
        desk.write("a.txt")
        desk.write("map/b.txt", CLEAN)
        desk.write("lijst.txt", text)
        desk.run("report", "--files-from", "lijst.txt", "-o", "run.json")
        assert [d["path"] for d in run_of(desk)["documents"]] == ["a.txt", "map/b.txt"]  # type: ignore[attr-defined]

    @pytest.mark.parametrize("day", ["2024-06-01", "01-06-2024"])
    def test_older_than_the_policy(self, desk: Desk, day: str) -> None:
        for name, year in {"oud.txt": 2019, "nieuw.txt": 2025}.items():
            moment = time.mktime((year, 7, 1, 12, 0, 0, 0, 0, -1))
            os.utime(desk.write(f"map/{name}"), (moment, moment))
        ran = desk.run("report", "map", "-o", "rapport.html", "-o", "run.json", "--modified-after", day)
        assert ran.code == 1
        assert {d["path"]: d["status"] for d in run_of(desk)["documents"]} == {  # type: ignore[attr-defined]
            "map/oud.txt": "skipped",
            "map/nieuw.txt": "checked",
        }
        assert "Niet gewijzigd sinds 1 juni 2024: 1" in page(desk)


class TestHistory:
    def test_new_fixed_and_remaining_and_a_document_that_moved(self, desk: Desk) -> None:
        desk.write("map/a.txt", USE)
        desk.write("map/b.txt", USE + "\nVeel hoogopgeleiden wonen hier.\n")
        desk.run("report", "map", "-o", "rapport.html", "--history", "h.sqlite")
        assert "eerste meting" in page(desk)
        (desk.folder / "map/a.txt").rename(desk.folder / "map/verhuisd.txt")
        desk.write("map/b.txt", USE + CLEAN)
        desk.write("map/c.txt", CLEAN + USE)
        desk.run("report", "map", "-o", "rapport.html", "--history", "h.sqlite")
        assert "1 nieuw, 1 opgelost, 2 nog over." in page(desk)

    def test_a_history_that_is_none_is_refused(self, desk: Desk) -> None:
        desk.write("map/a.txt")
        desk.write("h.sqlite", "geen geschiedenis " * 100)
        ran = desk.run("report", "map", "-o", "rapport.html", "--history", "h.sqlite")
        assert ran.code == 2
        assert "h.sqlite" in ran.err


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


MISTAKES = [
    pytest.param((), "-o rapport.html", id="no output"),
    pytest.param(("-o", "r.docx"), ".html", id="another kind of file"),
    pytest.param(("-o", "nergens/r.html"), "Maak de map", id="no folder"),
    pytest.param(("-o", "r.html", "--group-by", "("), "--group-by", id="no expression"),
    pytest.param(("-o", "r.html", "--modified-after", "gisteren"), "2024-01-31", id="no date"),
    pytest.param(("-o", "r.html", "--from", "nergens.json"), "nergens.json", id="no saved run"),
    pytest.param(("-o", "r.html", "--files-from", "nergens.txt"), "nergens.txt", id="no list"),
    pytest.param(("-o", "r.html", "--theme", "nergens.css"), "nergens.css", id="no theme"),
]


@pytest.mark.parametrize(("arguments", "said"), MISTAKES)
def test_a_mistake_is_told_with_what_to_do(desk: Desk, arguments: tuple[str, ...], said: str) -> None:
    desk.write("map/a.txt")
    paths = () if "--from" in arguments else ("map",)
    ran = desk.run("report", *paths, *arguments)
    assert ran.code == 2
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert {file.name for file in desk.folder.iterdir()} <= {"map", "termlint.yaml"}


def test_from_and_paths_exclude_each_other(desk: Desk) -> None:
    desk.write("run.json", "{}")
    desk.write("a.txt")
    assert "--from" in desk.run("report", "a.txt", "--from", "run.json", "-o", "r.html").err
