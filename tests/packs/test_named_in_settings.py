"""An example pack comes with termlint, holds only for who names it, and is then a pack like any other."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from termlint.execution import rule_test
from termlint.rulebook import load
from termlint.settings import example_packs
from tests.packs.subjects import PEOPLE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Desk

pytestmark = pytest.mark.slow

NAMES = example_packs.names()
USE = PEOPLE.fill("In deze wijk wonen veel {term}.\n")


def test_there_is_one() -> None:
    assert PEOPLE.pack in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_it_passes_its_own_examples(name: str) -> None:
    ruleset = load([example_packs.root() / name], check=True)
    own = [rule for rule in ruleset.rules if rule.pack == name]
    assert len(own) >= 10
    assert list(rule_test.failures(own, ruleset)) == []
    assert all(rule.sources and rule.flag_examples and rule.pass_examples for rule in own)


@pytest.mark.parametrize("name", NAMES)
def test_it_changes_no_rule_that_holds_for_all(name: str) -> None:
    now = load([example_packs.root() / name]).by_id()
    assert all(now[rule.id] == rule for rule in load().rules)


def test_it_holds_only_for_who_names_it(desk: Desk) -> None:
    desk.write("nota.txt", USE)
    assert desk.run("check", "nota.txt", "--no-cache").code == 0
    desk.write("termlint.yaml", f"packs: [{PEOPLE.pack}]\n")
    assert desk.run("check", "nota.txt", "--no-cache").code == 1


@pytest.mark.parametrize(
    ("select", "found"),
    [
        pytest.param("", ["allochtoon", "hoger-onderwijs"], id="beside the others"),
        pytest.param(f"rules: {{select: [{PEOPLE.pack}]}}\n", ["allochtoon"], id="alone"),
    ],
)
def test_it_holds_beside_the_others_or_alone(desk: Desk, select: str, found: list[str]) -> None:
    desk.write("termlint.yaml", f"packs: [{PEOPLE.pack}]\n{select}")
    desk.write("nota.txt", USE + "Zij volgden hoger onderwijs.\n")
    done = desk.run("check", "nota.txt", "--format", "json", "--no-cache")
    assert sorted(f["rule"] for f in done.report["findings"]) == found


@pytest.mark.parametrize(
    ("file", "text"),
    [
        pytest.param("termlint.yaml", f"packs: {PEOPLE.pack}\n", id="a word for a list"),
        pytest.param("termlint.yaml", f"packs: [{PEOPLE.pack}, {PEOPLE.pack}]\n", id="twice"),
        pytest.param("pyproject.toml", f'[tool.termlint]\npacks = ["{PEOPLE.pack}"]\n', id="TOML"),
        pytest.param("../config/termlint/termlint.yaml", f"packs: [{PEOPLE.pack}]\n", id="for all work"),
    ],
)
def test_it_may_be_named_in_every_way(desk: Desk, file: str, text: str) -> None:
    desk.write(file, text)
    desk.write("nota.txt", USE)
    assert desk.run("check", "nota.txt", "--no-cache").code == 1


def test_named_for_all_work_and_for_this_project_it_is_one(desk: Desk) -> None:
    for file in ("../config/termlint/termlint.yaml", "termlint.yaml"):
        desk.write(file, f"packs: [{PEOPLE.pack}]\n")
    desk.write("nota.txt", USE)
    done = desk.run("check", "nota.txt", "--format", "json", "--no-cache")
    assert [f["rule"] for f in done.report["findings"]] == [PEOPLE.rule]


def test_another_pack_extends_it(desk: Desk) -> None:
    own = "id: wij\ntitle: Wij\nextends: [mensen-en-wijken]\ndrop: [allochtoon]\n"
    desk.write("wij/pack.yaml", own)
    desk.write("nota.txt", USE)
    desk.write("termlint.yaml", f"packs: [{PEOPLE.pack}, wij]\n")
    assert desk.run("check", "nota.txt", "--no-cache").code == 0
    desk.write("termlint.yaml", "packs: [wij]\n")
    done = desk.run("check", "nota.txt", "--no-cache")
    assert done.code == 2
    assert PEOPLE.pack in done.err


def test_the_command_line_may_choose_it_alone(desk: Desk) -> None:
    desk.write("termlint.yaml", f"packs: [{PEOPLE.pack}]\n")
    desk.write("nota.txt", USE + "Zij volgden hoger onderwijs.\n")
    done = desk.run("check", "nota.txt", "--select", PEOPLE.pack, "--format", "json", "--no-cache")
    assert [f["rule"] for f in done.report["findings"]] == ["allochtoon"]


def test_a_folder_of_one_s_own_by_that_name_comes_first(desk: Desk) -> None:
    shutil.copytree(example_packs.root() / PEOPLE.pack, desk.folder / PEOPLE.pack)
    (desk.folder / PEOPLE.pack / "allochtoon.yaml").unlink()
    desk.write("termlint.yaml", f"packs: [{PEOPLE.pack}]\n")
    desk.write("nota.txt", USE)
    assert desk.run("check", "nota.txt", "--no-cache").code == 0


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    "name",
    ["mensen-en-wijkn", "termen/mensen-en-wijken", "./mensen-en-wijken", "../mensen-en-wijken", "packs"],
)
def test_any_other_name_is_a_mistake_that_lists_them(desk: Desk, name: str, lang: str) -> None:
    desk.write("termlint.yaml", f"packs: ['{name}']\n")
    desk.write("nota.txt", USE)
    done = desk.run("check", "nota.txt", "--lang", lang)
    assert done.code == 2
    assert name in done.err
    assert "Traceback" not in done.err
    assert PEOPLE.pack in done.err.replace(name, "") or name.startswith("..")  # that one leaves the folder


@pytest.mark.skipif(os.name == "nt", reason="links ask for rights on Windows")
def test_files_that_an_installer_linked_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, linked = tmp_path / "store", tmp_path / "site" / "example_packs"
    shutil.copytree(example_packs.root() / PEOPLE.pack, real)
    (linked / PEOPLE.pack).mkdir(parents=True)
    for path in real.iterdir():
        (linked / PEOPLE.pack / path.name).symlink_to(path)
    monkeypatch.setattr(example_packs, "root", lambda: linked)
    folder = example_packs.find(PEOPLE.pack)
    assert folder is not None
    assert "allochtoon" in load([folder]).by_id()


# --- the commands for rules -----------------------------------------------------------------------


def test_rules_test_takes_its_name(desk: Desk) -> None:
    done = desk.run("rules", "test", PEOPLE.pack)
    assert (done.code, done.err) == (0, "")
    count = sum(rule.pack == PEOPLE.pack for rule in PEOPLE.rules().rules)
    assert f" {count} regels" in done.out


def test_rules_test_takes_no_other_name(desk: Desk) -> None:
    assert desk.run("rules", "test", "nergens").code == 2


def test_rules_list_and_show_and_explain_know_it(desk: Desk) -> None:
    assert PEOPLE.pack not in desk.run("rules", "list").out
    assert desk.run("explain", PEOPLE.rule).code == 2
    desk.write("termlint.yaml", f"packs: [{PEOPLE.pack}]\n")
    assert PEOPLE.pack in desk.run("rules", "list").out
    assert "allochtonen" in desk.run("rules", "show", PEOPLE.rule).out
    rule = PEOPLE.rules().by_id()[PEOPLE.rule]
    for lang in ("nl", "en"):
        done = desk.run("explain", rule.id, "--lang", lang)
        assert done.code == 0
        assert rule.sources
        assert all(source.title.split()[0] in done.out for source in rule.sources)


def test_what_init_writes_can_name_it(desk: Desk) -> None:
    assert desk.run("init").code == 0
    written = (desk.folder / "termlint.yaml").read_text("utf-8")
    assert "# packs:" in written
    assert all(name in written for name in NAMES)
    desk.write("termlint.yaml", written + PEOPLE.settings)
    desk.write("nota.txt", USE)
    assert desk.run("check", "nota.txt", "--no-cache").code == 1
