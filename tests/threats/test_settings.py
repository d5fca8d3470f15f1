"""Settings that came with the documents: they say what holds for those documents, and can do nothing else."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from termlint.settings.locate import LARGEST
from tests.threats.conftest import USE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.threats.conftest import Clone

pytestmark = pytest.mark.slow

NAMES = ("termlint.yaml", "termlint.yml", "pyproject.toml")
COMMANDS = [
    pytest.param(("check", "brief.txt"), id="check"),
    pytest.param(("fix", "brief.txt", "--mode", "replace"), id="fix"),
    pytest.param(("report", ".", "-o", "rapport.html"), id="report"),
    pytest.param(("baseline", "create"), id="baseline"),
    pytest.param(("rules", "list"), id="rules list"),
    pytest.param(("rules", "test"), id="rules test"),
    pytest.param(("explain", "hoger-onderwijs"), id="explain"),
    pytest.param(("check", "--show-config", "brief.txt"), id="show-config"),
]


@pytest.mark.parametrize("name", NAMES)
class TestTheFile:
    def test_a_link_out_of_the_clone_is_not_read(self, clone: Clone, name: str) -> None:
        clone.link(name, clone.outside / "geheim.yaml")
        clone.refused("check", "brief.txt", because="verwijzing naar een plek buiten")

    def test_nor_is_one_that_goes_by_a_folder(self, clone: Clone, name: str) -> None:
        clone.link("map", clone.outside)
        clone.link(name, "map/geheim.yaml")
        clone.refused("check", "brief.txt", because="verwijzing naar een plek buiten")

    def test_a_link_inside_is(self, clone: Clone, name: str) -> None:
        text = "[tool.termlint]\nfail-on = 'never'\n" if name.endswith(".toml") else "fail-on: never\n"
        clone.write("gedeeld/instellingen" + os.path.splitext(name)[1], text)  # noqa: PTH122
        clone.link(name, "gedeeld/instellingen" + os.path.splitext(name)[1])  # noqa: PTH122
        assert clone.run("check", "brief.txt").code == 0

    def test_an_endless_device_is_not_read(self, clone: Clone, name: str) -> None:
        clone.link(name, "/dev/zero")
        clone.refused("check", "brief.txt", because=name)

    def test_nor_is_a_pipe(self, clone: Clone, name: str) -> None:
        os.mkfifo(clone.folder / name)
        clone.refused("check", "brief.txt", because="geen gewoon bestand")

    def test_nor_a_folder_nor_what_is_not_there(self, clone: Clone, name: str) -> None:
        (clone.folder / name).mkdir()
        clone.refused("check", "brief.txt", because=name)
        (clone.folder / name).rmdir()
        clone.link(name, "nergens")
        clone.refused("check", "brief.txt", because=name)

    def test_one_without_end_costs_nothing(self, clone: Clone, name: str) -> None:
        with clone.write(name, "").open("wb") as file:
            file.truncate(3_000_000_000)  # a hole: it takes no room on the disk
        clone.refused("check", "brief.txt", because="te groot voor instellingen")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_refuses_alike(clone: Clone, command: tuple[str, ...]) -> None:
    clone.link("termlint.yaml", clone.outside / "geheim.yaml")
    clone.refused(*command, because="verwijzing naar een plek buiten")


def test_the_size_has_two_sides(clone: Clone) -> None:
    lines = "# een regel van vijftig tekens, met het teken erbij\n"
    clone.write("termlint.yaml", lines * int(LARGEST * 1_000_000 / len(lines)))
    assert clone.run("check", "brief.txt").code == 1
    clone.write("termlint.yaml", lines * (int(LARGEST * 1_000_000 / len(lines)) + 1))
    clone.refused("check", "brief.txt", because="te groot voor instellingen: meer dan 1 MB")


class TestWhatItNames:
    @pytest.mark.parametrize(
        "line",
        [
            pytest.param("packs: [{}]", id="packs"),
            pytest.param("extends: {}/geheim.yaml", id="extends"),
            pytest.param("extends: [goed.yaml, {}/geheim.yaml]", id="the second of two"),
            pytest.param("baseline: {}/bekend.jsonl", id="baseline"),
        ],
    )
    @pytest.mark.parametrize("way", ["absolute", "upwards", "by a link"])
    def test_stays_inside(self, clone: Clone, line: str, way: str) -> None:
        clone.write("goed.yaml", "jobs: 1\n")
        clone.link("link", clone.outside)
        outside = {"absolute": str(clone.outside), "upwards": "../thuis", "by a link": "link"}[way]
        clone.write("termlint.yaml", line.format(outside) + "\n")
        clone.refused("check", "brief.txt", because="ligt buiten")

    def test_what_it_extends_stays_inside_too(self, clone: Clone) -> None:
        clone.write("termlint.yaml", "extends: tweede.yaml\n")
        clone.write("tweede.yaml", f"extends: {clone.outside}/geheim.yaml\n")
        clone.refused("check", "brief.txt", because="ligt buiten")

    def test_a_baseline_is_not_written_outside(self, clone: Clone) -> None:
        clone.link("bekend.jsonl", clone.outside / "nieuw.jsonl")
        clone.write("termlint.yaml", "baseline: bekend.jsonl\n")
        clone.refused("baseline", "create", because="ligt buiten")

    def test_one_that_the_user_names_may_point_anywhere(self, clone: Clone) -> None:
        (clone.outside / "org.yaml").write_text("fail-on: never\n")
        clone.write("termlint.yaml", "extends: ../thuis/org.yaml\n")
        assert clone.run("check", "brief.txt", "--config", "termlint.yaml").code == 0

    def test_a_model_is_the_users_to_choose(self, clone: Clone) -> None:
        canary = clone.outside / "gedraaid"
        code = f"import pathlib; pathlib.Path({str(canary)!r}).touch()\n"
        clone.write("kwaad/__init__.py", f"{code}def load(**_):\n    {code}")
        clone.write("termlint.yaml", "model: kwaad\n")
        clone.refused("check", "brief.txt", because="Een taalmodel kan opdrachten uitvoeren")
        clone.write("termlint.yaml", "model: kwaad-map\n")
        clone.write("kwaad-map/config.cfg", "[nlp]\nlang = 'nl'\n")
        clone.refused("check", "brief.txt", because="Een taalmodel kan opdrachten uitvoeren")
        assert not canary.exists()


class TestWhatItCosts:
    @pytest.mark.parametrize(
        ("text", "because"),
        [
            pytest.param(
                "a: &a [x]\n"
                + "".join(
                    f"b{n}: &b{n} [*b{n - 1}, *b{n - 1}]\n" if n else "b0: &b0 [*a, *a]\n" for n in range(40)
                ),
                "meer dan 200000 waarden",
                id="aliases",
            ),
            pytest.param("exclude: &a [*a]\n", "staat in zichzelf", id="an alias of itself"),
            pytest.param("x: " + "[" * 100_000, "geen geldige YAML", id="never closed"),
            pytest.param("x: " + "[" * 40 + "]" * 40, "staan 31 lijsten", id="deep"),
            pytest.param("jobs: " + "9" * 90_000, "geheel getal", id="a long number"),
            pytest.param("jobs: 1" + ":59" * 30_000, "geheel getal", id="a long number of base sixty"),
            pytest.param("exclude: " + "a" * 100_001, "100001 tekens", id="a long text"),
            pytest.param("limits: {time: .inf}", "hoogstens 600", id="for ever"),
            pytest.param("limits: {memory: 9000}", "hoogstens 8000", id="all memory"),
            pytest.param("jobs: 65", "hoogstens 64", id="processes"),
            pytest.param("exclude: [" + "a, " * 5001 + "]", "meer dan 5000", id="patterns"),
            pytest.param("? [a, b]\n: 1\n", "naam: waarde", id="a key that is none"),
            pytest.param('packs: ["a\\0b"]', "hoort tekst", id="a name that no file has"),
            pytest.param("? " + "z" * 90_000 + "\n: 1", "Onbekende instelling", id="a long key"),
        ],
    )
    def test_is_bounded(self, clone: Clone, text: str, because: str) -> None:
        clone.write("termlint.yaml", text)
        ran = clone.refused("check", "brief.txt", because=because)
        assert len(ran.err) < 2_000

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("x = " + "[" * 50_000, id="deep"),
            pytest.param("jobs = " + "9" * 90_000, id="a long number"),
            pytest.param("\n".join(f"k{n} = {n}" for n in range(60_000)), id="keys"),
        ],
    )
    def test_is_bounded_in_a_project_too(self, clone: Clone, text: str) -> None:
        clone.write("pyproject.toml", "[tool.termlint]\n" + text + "\n")
        clone.refused("check", "brief.txt", because="pyproject.toml")

    def test_files_that_extend_without_end(self, clone: Clone) -> None:
        for n in range(30):
            clone.write(f"s{n}.yaml", f"extends: [s{n + 1}.yaml, s{n + 1}.yaml, s{n + 1}.yaml]\n")
        clone.write("s30.yaml", "jobs: 1\n")
        clone.write("termlint.yaml", "extends: s0.yaml\n")
        clone.refused("check", "brief.txt", because="Er bouwen meer dan 20")

    def test_a_pattern_that_goes_back_and_back(self, clone: Clone) -> None:
        name = "a" * 120 + ".txt"
        clone.write(name)
        patterns = ["*a" * 40 + "b", "**/" * 40 + "b", "*?" * 40 + "b"]
        clone.write("termlint.yaml", f"exclude: {patterns}\nprofiles: {{vacature: {patterns}}}\n")
        assert clone.run("check", name).code == 1


class TestWhoseItIs:
    @pytest.fixture(autouse=True)
    def _as_root(self) -> None:
        if not hasattr(os, "geteuid") or os.geteuid() != 0:
            pytest.skip("only root can give files to somebody else")

    def test_somebody_elses_above_ones_documents_does_not_count(self, clone: Clone, tmp_path: Path) -> None:
        shared = tmp_path / "gedeeld"
        (shared / "mijn").mkdir(parents=True)
        (shared / "mijn" / "brief.txt").write_text(USE)
        (shared / "termlint.yaml").write_text("fail-on: never\n")
        assert clone.run("check", str(shared / "mijn")).code == 0
        os.chown(shared / "termlint.yaml", 12345, 12345)
        ran = clone.run("check", str(shared / "mijn"))
        assert ran.code == 1
        assert "van een andere gebruiker en telt niet mee" in ran.said

    def test_in_a_folder_of_theirs_it_does(self, clone: Clone, tmp_path: Path) -> None:
        theirs = tmp_path / "hunne"
        theirs.mkdir()
        (theirs / "brief.txt").write_text(USE)
        (theirs / "termlint.yaml").write_text("fail-on: never\n")
        for path in (theirs, theirs / "termlint.yaml"):
            os.chown(path, 12345, 12345)
        assert clone.run("check", str(theirs)).code == 0
