"""What settings of a clone may say, however strange: it is settings, or an error that names the line."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from termlint.settings import toml
from tests.threats.conftest import USE

if TYPE_CHECKING:
    from tests.threats.conftest import Clone

pytestmark = pytest.mark.slow

HEAD = "[tool.termlint]\n"
YAML = [
    pytest.param("strict-scans: !!bool misschien\n", id="no bool"),
    pytest.param("lang: !!timestamp gisteren\n", id="no moment"),
    pytest.param("jobs: !!int veel\n", id="no number"),
    pytest.param("limits: {time: !!float lang}\n", id="no fraction"),
    pytest.param("exclude: &a [*a]\n", id="a list in itself"),
    pytest.param("lang: !!python/object/apply:os.mkdir [gemaakt]\n", id="an object"),
]
TOML = [
    pytest.param("a" + ".a" * 200_000 + " = 1\n", id="a key without end"),
    pytest.param("a" + " . 'a,'" * 60_000 + " = 1\n", id="in quotes"),
    pytest.param("[a" + ".a" * 200_000 + "]\n", id="a table without end"),
    pytest.param(
        "t = {m = '''\n\"''', a" + ".a" * 200_000 + " = 1, b = '\"'}\n", id="behind a text of two lines"
    ),
    pytest.param("a = " + "{a = " * 3_000 + "1" + "}" * 3_000 + "\n", id="tables in tables"),
    pytest.param("jobs = 0x" + "f" * 500_000 + "\n", id="a number that no float holds"),
    pytest.param("lang = 0b" + "1" * 20_000 + "\n", id="a number that Python does not write"),
]
SPELLINGS = [
    pytest.param("tool.termlint.lang = 'xx'\n", id="a dotted key"),
    pytest.param("tool = {termlint = {lang = 'xx'}}\n", id="tables in a line"),
    pytest.param("[tool]\ntermlint = {lang = 'xx'}\n", id="a table in a line"),
    pytest.param("[tool]\ntermlint.lang = 'xx'\n", id="a dotted key in a table"),
    pytest.param("[tool.'termlint']\nlang = 'xx'\n", id="in quotes"),
    pytest.param('["tool" . "termlint"]\nlang = "xx"\n', id="both in quotes"),
    pytest.param("\ufeff[tool.termlint]\nlang = 'xx'\n", id="behind a mark of the encoding"),
]


@pytest.mark.parametrize("text", YAML)
def test_a_strange_value_is_told(clone: Clone, text: str) -> None:
    clone.write("termlint.yaml", text)
    clone.refused("check", "brief.txt", because="termlint.yaml, regel 1")
    assert not (clone.folder / "gemaakt").exists()


@pytest.mark.parametrize("text", TOML)
def test_toml_costs_no_more_than_a_person_writes(clone: Clone, text: str) -> None:
    clone.write("pyproject.toml", HEAD + text)
    clone.refused("check", "brief.txt", because="geen geldige TOML")


def test_a_key_of_many_parts_is_read_and_one_more_is_not() -> None:
    def keys(parts: int) -> str:
        return ".".join(["a"] * parts) + " = 1\n"

    assert toml.parsed(keys(40))["a"]
    with pytest.raises(ValueError, match="line 2"):
        toml.parsed("\n" + keys(41))


@pytest.mark.parametrize(("number", "kept"), [(2**63 - 1, True), (2**63, False), (-(2**63) - 1, False)])
def test_numbers_have_64_bits(number: int, kept: bool) -> None:
    text = f"[tool.termlint]\njobs = {number}\n"
    if kept:
        assert toml.ours(text) == {"jobs": number}
    else:
        with pytest.raises(ValueError, match="64 bits"):
            toml.ours(text)


@pytest.mark.parametrize("text", SPELLINGS)
def test_a_table_of_ours_counts_however_it_is_spelled(clone: Clone, text: str) -> None:
    clone.write("pyproject.toml", text)
    clone.refused("check", "brief.txt", because="past niet bij ‘lang’")


@pytest.mark.parametrize("text", ["tool = 3\n", "[project]\nname = 'termlint-nl'\n", "termlint [[[\n"])
def test_a_project_that_only_names_us_has_no_settings(clone: Clone, text: str) -> None:
    clone.write("termlint.yaml", "lang: en\n").rename(clone.folder.parent / "termlint.yaml")
    (clone.folder / ".git").rmdir()
    clone.write("pyproject.toml", text)
    assert "1 error" in clone.run("check", "brief.txt").out


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("check", "brief.txt"), id="check"),
        pytest.param(("check", "--show-config"), id="show-config"),
        pytest.param(("baseline", "create"), id="baseline"),
        pytest.param(("fix", "brief.txt"), id="fix"),
        pytest.param(("report", ".", "-o", "uit.html"), id="report"),
    ],
)
def test_settings_of_another_user_are_told_of_by_every_command(
    clone: Clone, command: tuple[str, ...]
) -> None:
    clone.write("brief.txt", USE)
    os.chown(clone.write("termlint.yaml", "lang: en\n"), 12345, 12345)
    assert "telt niet mee" in clone.run(*command).said
