"""The other commands, and what holds for all of them: help in two languages, plain errors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from termlint import __version__
from termlint.cli import COMMANDS, group
from termlint.rulebook import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    import click

    from termlint.model import Language
    from tests.cli.conftest import Desk


def commands(lang: Language) -> Iterator[tuple[str, click.Command]]:
    """Every command with its full name, those in groups too."""
    import click

    waiting = [("termlint", group(lang))]
    while waiting:
        name, command = waiting.pop()
        yield name, command
        if isinstance(command, click.Group):
            context = click.Context(command)
            for each in command.list_commands(context):
                found = command.get_command(context, each)
                assert found is not None
                waiting.append((f"{name} {each}", found))


def test_every_command_and_option_has_help_in_both_languages() -> None:
    dutch, english = dict(commands("nl")), dict(commands("en"))
    assert set(dutch) == set(english) >= {f"termlint {name}" for name in COMMANDS}
    for name, command in dutch.items():
        assert command.help
        assert command.help != english[name].help
        for ours, theirs in zip(command.params, english[name].params, strict=True):
            texts = [getattr(param, "help", None) or param.metavar for param in (ours, theirs)]
            assert all(texts)
            assert ours.param_type_name == "argument" or texts[0] != texts[1], (name, ours.name)


@pytest.mark.parametrize(("lang", "heading"), [("nl", "Gebruik:"), ("en", "Usage:")])
@pytest.mark.parametrize(
    "arguments", [(), ("check",), ("rules",), ("rules", "list"), ("explain",), ("init",)]
)
def test_help(desk: Desk, arguments: tuple[str, ...], lang: str, heading: str) -> None:
    ran = desk.run(*arguments, "--lang", lang, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"{heading} termlint")
    assert ("Show" in ran.out) is (lang == "en")
    assert max(map(len, ran.out.splitlines())) <= 80


def test_without_a_command_there_is_help_and_a_hint_at_the_first_one(desk: Desk) -> None:
    ran = desk.run()
    assert ran.code in (0, 2)
    assert "termlint check vacature.docx" in ran.out + ran.err


def test_version(desk: Desk) -> None:
    ran = desk.run("--version")
    assert (ran.code, ran.out) == (0, f"termlint {__version__}\n")


class TestExplain:
    @pytest.mark.parametrize("rule", [rule.id for rule in load().rules])
    def test_every_rule_says_why_with_examples_and_source(self, desk: Desk, rule: str) -> None:
        ran = desk.run("explain", rule)
        assert ran.code == 0
        assert f"({rule})" in ran.out.splitlines()[0]
        assert all(
            f"\n{heading}\n" in ran.out for heading in ("Waarom", "Dit meldt termlint", "Dit niet", "Bron")
        )
        assert "»" in ran.out
        assert max(map(len, ran.out.splitlines()[1:])) <= 80

    def test_a_near_miss_is_guessed(self, desk: Desk) -> None:
        ran = desk.run("explain", "hoogopgeleid")
        assert ran.code == 2
        assert "Bedoelt u ‘hoog-opgeleid’?" in ran.err

    def test_something_else_points_at_the_list(self, desk: Desk) -> None:
        assert "termlint rules list" in desk.run("explain", "zzzzzz").err


class TestRulesList:
    def test_lists_every_rule_under_its_pack(self, desk: Desk) -> None:
        lines = desk.run("rules", "list").out.splitlines()
        packs = [line for line in lines if line and not line.startswith(" ")]
        assert packs == list(dict.fromkeys(rule.pack for rule in load().rules))
        assert [line.split()[0] for line in lines if line.startswith(" ")] == [
            rule.id for rule in load().rules
        ]

    def test_as_json(self, desk: Desk) -> None:
        rows = json.loads(desk.run("rules", "list", "--format", "json").out)
        assert [row["id"] for row in rows] == [rule.id for rule in load().rules]


class TestInit:
    def test_writes_a_file_that_changes_nothing_until_edited(self, desk: Desk) -> None:
        ran = desk.run("init")
        assert ran.code == 0
        assert "termlint.yaml is gemaakt" in ran.out
        assert "id: termlint" in ran.out
        desk.write("a.txt", "Schone straten.\n")
        assert desk.run("check", "a.txt").code == 0

    def test_never_replaces_a_file_unless_told_to(self, desk: Desk) -> None:
        path = desk.write("termlint.yaml", "jobs: 3\n")
        ran = desk.run("init")
        assert (ran.code, path.read_text()) == (2, "jobs: 3\n")
        assert "--force" in ran.err
        assert desk.run("init", "--force").code == 0
        assert path.read_text() != "jobs: 3\n"
