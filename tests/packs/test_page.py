"""docs/eigen-pakket.md: its files are written down and its commands run, from top to bottom."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from termlint.settings import example_packs
from tests.test_readme import termlint

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

pytestmark = pytest.mark.slow

PAGE = (Path(__file__).parents[2] / "docs" / "eigen-pakket.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)
NAME = re.compile(r"(?:# |<!-- )(\S+\.\w+)")


def test_the_page_holds_files_and_commands() -> None:
    assert {language for language, _ in BLOCKS} == {"yaml", "markdown", "console"}


def test_what_it_shows_is_what_happens(desk: Desk) -> None:
    for language, text in BLOCKS:
        if language == "console":
            _holds(text, desk)
        else:
            name = NAME.match(text)
            assert name, text
            desk.write(name[1], text)


def _holds(block: str, desk: Desk) -> None:
    """The output begins with what is shown: the page leaves out the rest."""
    command, _, shown = block.partition("\n")
    program, *arguments = shlex.split(command.removeprefix("$ "))
    assert program == "termlint"
    done = termlint(*arguments, cwd=desk.folder)
    assert done.stderr == ""
    assert done.stdout.startswith(shown)


@pytest.mark.parametrize("line", sorted(set(re.findall(r"`(termlint [^`\n]+)`", PAGE))))
def test_every_command_it_names_runs(desk: Desk, line: str) -> None:
    for language, text in BLOCKS:
        name = NAME.match(text)
        if language != "console" and name:
            desk.write(name[1], text)
    desk.write("archief/brief.txt", "De brief gaat naar alle uitkeringstrekkers.\n")
    done = termlint(*shlex.split(line)[1:], cwd=desk.folder)
    assert done.returncode in (0, 1), done.stderr
    assert not done.stderr or done.stdout == ""  # fix tells what it did, and shows nothing
    assert "uitkeringstrekkers" in done.stdout or "archief" not in line


def test_it_counts_the_rules_of_the_example() -> None:
    rules = list((example_packs.root() / "mensen-en-wijken").glob("*.yaml"))
    assert len(rules) - 1 == 17  # pack.yaml is none
    assert "zeventien regels" in PAGE


def test_the_packs_it_links_to_are_there() -> None:
    links = re.findall(r"\]\((\.\./[^)]+)\)", PAGE)
    assert links
    assert all((Path(__file__).parents[2] / "docs" / link).exists() for link in links)
