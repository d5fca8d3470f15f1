"""Where output goes: never through a link that was there before, whatever command writes it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from examples import vacancy

if TYPE_CHECKING:
    from tests.threats.conftest import Clone

pytestmark = pytest.mark.slow

LINK = "verwijzing naar een andere plek"
RULE = "achterstandswijk"
COMMANDS = [
    pytest.param(("check", "brief.txt", "-o", "doel"), id="check -o"),
    pytest.param(("check", "brief.txt", "--format", "sarif=doel"), id="check --format"),
    pytest.param(("report", "brief.txt", "-o", "doel.html"), id="report html"),
    pytest.param(("report", "brief.txt", "-o", "doel.xlsx"), id="report xlsx"),
    pytest.param(("baseline", "create", "brief.txt", "--baseline", "doel"), id="baseline create"),
    pytest.param(
        ("baseline", "create", "brief.txt", "--baseline", "doel", "--force"), id="over an older one"
    ),
    pytest.param(("init",), id="init"),
    pytest.param(("init", "--force"), id="init over an older one"),
    pytest.param(("fix", "brief.txt", "--mode", "replace", "--force"), id="fix"),
    pytest.param(("fix", "wijzer.txt", "--mode", "replace", "--in-place"), id="fix in place"),
]
LINKS = ("doel", "doel.html", "doel.xlsx", "termlint.yaml", "brief.termlint.txt")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("target", ["geheim.yaml", "nog-niet.txt"])
def test_a_link_is_not_followed(clone: Clone, command: tuple[str, ...], target: str) -> None:
    (clone.outside / "brief.txt").write_text("Wie naar het hoger beroepsonderwijs gaat.\n")
    for name in LINKS:
        if name != "termlint.yaml" or command[0] == "init":
            clone.link(name, clone.outside / target)
    clone.link("wijzer.txt", clone.outside / "brief.txt")
    clone.write("brief.txt", "Wie naar het hoger beroepsonderwijs gaat.\n")
    before = clone.state()
    ran = clone.run(*command)
    assert clone.state() == before
    assert "Traceback" not in ran.said
    assert ran.code == 2


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("check", "brief.txt", "-o", "map/uit.json"), id="check"),
        pytest.param(("report", "brief.txt", "-o", "map/uit.html"), id="report"),
        pytest.param(("baseline", "create", "brief.txt", "--baseline", "map/b.jsonl"), id="baseline"),
        pytest.param(("rules", "new", RULE, "--in", "map/termen"), id="rules new"),
        pytest.param(("fix", "brief.txt", "--mode", "replace", "--output-dir", "map"), id="fix"),
        pytest.param(("fix", "brief.txt", "--mode", "replace", "--output-dir", "map/diep"), id="fix, deeper"),
    ],
)
def test_a_folder_that_leaves_the_clone_is_not_written_in(clone: Clone, command: tuple[str, ...]) -> None:
    clone.write("brief.txt", "Wie naar het hoger beroepsonderwijs gaat.\n")
    clone.link("map", clone.outside)
    clone.refused(*command, because=LINK)
    assert sorted(path.name for path in clone.outside.iterdir()) == ["geheim.yaml"]


def test_a_linked_folder_inside_the_clone_will_do(clone: Clone) -> None:
    (clone.folder / "echt").mkdir()
    clone.link("map", "echt")
    assert clone.run("check", "brief.txt", "-o", "map/uit.json").code == 1
    assert (clone.folder / "echt" / "uit.json").is_file()


@pytest.mark.parametrize("repository", [True, False], ids=["in a repository", "in an unpacked folder"])
def test_fix_leaves_alone_what_a_linked_folder_leads_to(clone: Clone, repository: bool) -> None:
    if not repository:
        (clone.folder / ".git").rmdir()
    (clone.outside / "vacature.docx").write_bytes(vacancy.build())
    clone.link("documenten/map", clone.outside)
    clone.refused("fix", "documenten", because=LINK)


def test_a_folder_that_the_user_names_is_where_copies_go(clone: Clone) -> None:
    (clone.outside / "vacature.docx").write_bytes(vacancy.build())
    ran = clone.run("fix", str(clone.outside))
    assert (clone.outside / "vacature.termlint.docx").is_file(), ran.said
    assert ran.code == 0


def test_a_link_in_the_output_folder_is_not_followed(clone: Clone) -> None:
    clone.write("brief.txt", "Wie naar het hoger beroepsonderwijs gaat.\n")
    (clone.outside / "elders").mkdir()
    (clone.outside / "uit").mkdir()
    (clone.outside / "uit" / "map").symlink_to(clone.outside / "elders")
    clone.write("map/brief.txt", "Wie naar het hoger beroepsonderwijs gaat.\n")
    clone.refused("fix", "map", "--mode", "replace", "--output-dir", str(clone.outside / "uit"), because=LINK)


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_standard_output_by_name_is_no_trap(clone: Clone, name: str) -> None:
    if not os.path.exists(name):  # noqa: PTH110 - it is no path of ours
        pytest.skip(f"{name} is not there")
    ran = clone.run("check", "brief.txt", "--format", f"json={name}")
    assert ran.code == 1
    assert '"schema"' in ran.out
