"""CR LF wherever Windows or git puts it: in documents, settings, rules and the baseline."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import USE
from tests.windows.conftest import Place, sentence
from tests.windows.test_same import RULE

if TYPE_CHECKING:
    from subprocess import CompletedProcess

pytestmark = pytest.mark.slow

TEXT = f"# Kop\n\n{USE}Nog een hoogopgeleide\nin een achterstandswijk.\n\n- mbo-leerlingen\n"


def settled(place: Place, end: str) -> Place:
    """A folder of which all text but the documents ends its lines so; one document is known."""
    files = {
        "termlint.yaml": "packs: [termen/pak]\nbaseline: bekend.jsonl\nexempt:\n  - words: mbo-leerlingen\n"
        "    reason: Zo heet het in de bron.\n",
        "termen/pak/pack.yaml": "id: pak\ntitle: Pak\n",
        "termen/pak/achterstandswijk.yaml": RULE,
    }
    there = Place(place.folder / f"met-{len(end)}")
    for name, text in files.items():
        there.write(name, text.replace("\n", end))
    there.write("brief.md", TEXT)
    there.write("bekend.txt", USE)
    assert there.run("baseline", "create", "bekend.txt").returncode == 0
    baseline = there.folder / "bekend.jsonl"
    baseline.write_bytes(baseline.read_bytes().replace(b"\n", end.encode()))
    return there


def found(done: CompletedProcess[bytes]) -> list[tuple[object, ...]]:
    assert done.returncode == 1, sentence(done)
    return [
        (f["rule"], f["text"], f["location"]["line"], f["status"])
        for f in json.loads(done.stdout)["findings"]
    ]


def test_settings_rules_and_baseline_say_the_same(place: Place) -> None:
    asked = ("check", "brief.md", "bekend.txt", "--format", "json")
    unix, windows = (settled(place, end).run(*asked) for end in ("\n", "\r\n"))
    assert windows.stdout == unix.stdout
    assert {status for *_, status in found(unix)} >= {"new", "known", "exempt"}
    assert "achterstandswijk" in {rule for rule, *_ in found(unix)}


@pytest.mark.parametrize("suffix", [".md", ".txt", ".html", ".qmd", ".csv", ".py", ".R"])
def test_documents_hold_the_same(place: Place, suffix: str) -> None:
    text = f'x = "{USE.strip()}"\n\n# Nog een hoogopgeleide.\n' if suffix in (".py", ".R") else TEXT
    for end in ("\n", "\r\n"):
        place.write(f"{len(end)}/brief{suffix}", text.replace("\n", end))
    unix, windows = (found(place.run("check", folder, "--format", "json")) for folder in "12")
    assert windows == unix
    assert "hoger-onderwijs" in {rule for rule, *_ in unix}


def test_replacing_keeps_the_line_ends(place: Place) -> None:
    copies = []
    for end in ("\n", "\r\n"):
        place.write(f"{len(end)}/brief.md", TEXT.replace("\n", end))
        place.run("fix", f"{len(end)}/brief.md", "--mode", "replace")
        copies.append((place.folder / f"{len(end)}" / "brief.termlint.md").read_bytes())
    assert copies[1] == copies[0].replace(b"\n", b"\r\n")
    assert copies[0] != TEXT.encode()


@pytest.mark.usefixtures("with_git")
def test_only_what_is_new_counts_where_git_turns_line_ends(place: Place) -> None:
    place.git("init", "-q")
    place.git("config", "core.autocrlf", "true")
    place.write("brief.md", TEXT.replace("\n", "\r\n"))
    place.git("add", "brief.md")
    place.git("commit", "-qm", "Brief")
    place.write("git.exe", b"een programma uit de kloon")
    same = place.run("check", "brief.md", "--since", "HEAD")
    assert same.returncode == 0, sentence(same)
    place.write("brief.md", f"{TEXT}\nEen laagopgeleide.\n".replace("\n", "\r\n"))
    place.git("add", "brief.md")
    for asked in (("--since", "HEAD"), ("--staged",)):
        new = place.run("check", "brief.md", *asked, "--format", "json")
        assert [text for _, text, _, status in found(new) if status == "new"] == ["laagopgeleide"]
