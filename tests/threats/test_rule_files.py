"""The files of a rule pack that came with a clone; what is in them has tests of its own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from termlint.rulebook.limits import FILE_MEGABYTES
from tests.rulebook.packs import RULE

if TYPE_CHECKING:
    from tests.threats.conftest import Clone

pytestmark = pytest.mark.slow

PACK = "id: eigen\ntitle: Eigen woorden\n"
FILES = ("pack.yaml", "proef.yaml")
COMMANDS = [
    pytest.param(("check", "brief.txt"), id="check"),
    pytest.param(("report", ".", "-o", "rapport.html"), id="report"),
    pytest.param(("rules", "test"), id="rules test"),
    pytest.param(("rules", "test", "regels"), id="rules test of the folder"),
    pytest.param(("rules", "list"), id="rules list"),
    pytest.param(("rules", "show", "proef"), id="rules show"),
    pytest.param(("explain", "proef"), id="explain"),
    pytest.param(("rules", "impact", "proef", "brief.txt"), id="rules impact"),
]


@pytest.fixture
def packed(clone: Clone) -> Clone:
    clone.write("termlint.yaml", "packs: [regels]\n")
    clone.write("regels/pack.yaml", PACK)
    clone.write("regels/proef.yaml", RULE)
    return clone


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", FILES)
def test_a_link_out_of_the_clone_is_not_read(packed: Clone, command: tuple[str, ...], name: str) -> None:
    (packed.folder / "regels" / name).unlink()
    packed.link(f"regels/{name}", packed.outside / "geheim.yaml")
    packed.refused(*command, because="verwijzing naar een plek buiten")


@pytest.mark.parametrize("name", FILES)
class TestTheFile:
    def test_a_link_inside_the_clone_is_read(self, packed: Clone, name: str) -> None:
        (packed.folder / "regels" / name).rename(packed.folder / name)
        packed.link(f"regels/{name}", f"../{name}")
        assert packed.run("check", "brief.txt").code == 1

    def test_a_pipe_keeps_nobody(self, packed: Clone, name: str) -> None:
        (packed.folder / "regels" / name).unlink()
        os.mkfifo(packed.folder / "regels" / name)
        packed.refused("check", "brief.txt", because="geen gewoon bestand")

    def test_a_device_is_not_read(self, packed: Clone, name: str) -> None:
        (packed.folder / "regels" / name).unlink()
        packed.link(f"regels/{name}", "/dev/zero")
        packed.refused("check", "brief.txt", because="verwijzing naar een plek buiten")

    def test_one_that_is_too_large_is_not_read(self, packed: Clone, name: str) -> None:
        with (packed.folder / "regels" / name).open("ab") as file:
            file.truncate(int(FILE_MEGABYTES * 1_000_000) + 1)
        packed.refused("check", "brief.txt", because="te groot voor regels: meer dan 4 MB")

    def test_a_link_to_nowhere_is_told(self, packed: Clone, name: str) -> None:
        (packed.folder / "regels" / name).unlink()
        packed.link(f"regels/{name}", "nergens")
        packed.refused("check", "brief.txt", because="regels")


def test_a_pack_that_the_user_names_does_not_lead_out_of_its_folder(packed: Clone) -> None:
    outside = packed.outside / "pakket"
    outside.mkdir()
    (outside / "pack.yaml").write_text(PACK)
    (outside / "proef.yaml").symlink_to(packed.outside / "geheim.yaml")
    packed.write("termlint.yaml", f"packs: [{outside}]\n")
    packed.refused("check", "brief.txt", "--config", "termlint.yaml", because="een plek buiten")
