"""The README tells the truth: its output is real, its commands run, its rule works."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml

from examples import build
from termlint import cli

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CI = (ROOT / ".ci" / "run").read_text("utf-8")


def fenced(language: str) -> list[str]:
    """The contents of the README's code blocks in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def termlint(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", "-m", "termlint", *arguments]
    ours = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=cwd, env=ours, capture_output=True, encoding="utf-8", check=False)


def said_of_termlint() -> list[str]:
    """Every termlint command of the README: in code blocks and between backquotes, without remarks."""
    named = re.findall(r"^(?:\$ | {4})(termlint .+)$|`(termlint [^`\n]+)`", README, flags=re.MULTILINE)
    return sorted({re.split(r"\s{2,}", block or inline)[0] for block, inline in named})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    build.main(tmp_path / "examples")
    return tmp_path


@pytest.mark.parametrize("block", fenced("console"))
def test_output_shown_is_the_output(block: str, folder: Path) -> None:
    command, _, shown = block.partition("\n")
    program, *arguments = shlex.split(command.removeprefix("$ "))
    assert program == "termlint"
    assert termlint(*arguments, cwd=folder).stdout == shown


@pytest.mark.parametrize("line", said_of_termlint())
def test_every_command_and_option_named_exists(line: str) -> None:
    command: click.Command = cli.group("nl")
    words = [word for word in line.split()[1:] if not word.startswith("-")]
    while isinstance(command, click.Group) and words:
        found = command.get_command(click.Context(command), words.pop(0))
        assert found is not None, line
        command = found
    known = {name for parameter in command.params for name in parameter.opts}
    assert {word for word in line.split() if word.startswith("--")} <= known


def test_every_option_named_on_its_own_is_one_of_check() -> None:
    check = cli.group("nl").get_command(click.Context(cli.group("nl")), "check")  # type: ignore[attr-defined]
    known = {name for parameter in check.params for name in parameter.opts}
    assert set(re.findall(r"`(--[a-z-]+)", README)) <= known


def test_ci_runs_the_two_commands_as_they_are_written() -> None:
    commands = [line.split("#")[0].strip() for line in fenced("bash")[0].splitlines()]
    assert commands == ["python3 dev.py demo", "python3 dev.py test"]
    assert [line for line in CI.splitlines() if line in commands] == commands


def test_the_rule_it_shows_is_short_and_works(tmp_path: Path) -> None:
    for block in fenced("yaml"):
        name, _, text = block.removeprefix("# ").partition("\n")
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    rule = tmp_path / "termen" / "waterdam" / "achterstandswijk.yaml"
    assert len(rule.read_text("utf-8").splitlines()) < 25
    assert termlint("rules", "test", "termen/waterdam", cwd=tmp_path).returncode == 0
    (tmp_path / "brief.txt").write_text("Er komt groen in DE ACHTERSTANDSWIJKEN.\n", "utf-8")
    done = termlint("check", "--format", "json", "brief.txt", cwd=tmp_path)
    (finding,) = yaml.safe_load(done.stdout)["findings"]
    assert (finding["rule"], finding["text"]) == ("achterstandswijk", "ACHTERSTANDSWIJKEN")
    assert finding["suggestions"][0]["text"] == "AANDACHTSWIJKEN"
