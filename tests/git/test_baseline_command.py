"""`termlint baseline`: the real command, in a real folder and through a real merge."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.git.test_new_only import HIGH, LEGACY, SCHOOL, text

if TYPE_CHECKING:
    from tests.git.repository import Sandbox
    from tests.git.test_new_only import Termlint

pytestmark = pytest.mark.slow

NAME = "termlint-baseline.jsonl"
LOW = "Wij helpen laagopgeleiden."


def known(sandbox: Sandbox) -> list[tuple[str, str]]:
    lines = (sandbox.top / NAME).read_text("utf-8").splitlines()[1:]
    return [(entry["path"], entry["text"]) for entry in map(json.loads, lines)]


@pytest.fixture
def settled(sandbox: Sandbox, termlint: Termlint) -> Sandbox:
    """A repository whose documents are known and whose settings say so."""
    sandbox.commit(nota__md=text(HIGH, SCHOOL), map_s_één__md=text(LOW), termlint__yaml=f"baseline: {NAME}\n")
    assert termlint("baseline", "create").code == 0
    sandbox.commit()
    return sandbox


def test_what_is_written_down_is_known_and_what_is_added_is_not(settled: Sandbox, termlint: Termlint) -> None:
    assert termlint("check").code == 0
    settled.write("nota.md", text(HIGH, "Ook hoogopgeleiden horen erbij.", SCHOOL))
    answer = termlint("check", "--format", "json")
    assert answer.words() == [("nota.md", "hoogopgeleiden")]
    assert answer.code == 1


def test_it_holds_from_a_folder_below_and_under_another_name(settled: Sandbox, termlint: Termlint) -> None:
    assert termlint("check", "één.md", cwd=settled.top / "map").code == 0
    (settled.top / "nota.md").rename(settled.top / "map" / "andere naam.md")
    assert termlint("check", "map").code == 0


def test_create_does_not_replace_a_file_unless_told(settled: Sandbox, termlint: Termlint) -> None:
    before = known(settled)
    settled.write("nota.md", text("Niets."))
    refused = termlint("baseline", "create")
    assert (refused.code, known(settled)) == (2, before)
    assert "termlint baseline update" in refused.err
    assert termlint("baseline", "create", "--force").code == 0
    assert known(settled) == [("map/één.md", "laagopgeleiden")]


def test_update_reports_and_drops_what_is_fixed_and_keeps_out_what_is_new(
    settled: Sandbox, termlint: Termlint
) -> None:
    settled.write("nota.md", text(SCHOOL, "Ook hoogopgeleiden horen erbij."))
    (settled.top / "map" / "één.md").unlink()
    answer = termlint("baseline", "update")
    assert known(settled) == [("nota.md", "hoger onderwijs")]
    assert "Opgelost in nota.md: De stad telt veel »hoogopgeleide« inwoners." in answer.out
    assert "Document bestaat niet meer: map/één.md" in answer.out
    assert "1 nieuwe bevinding is niet opgenomen" in answer.out


def test_update_takes_new_findings_in_when_asked(settled: Sandbox, termlint: Termlint) -> None:
    settled.write("vers.md", text("Ook hoogopgeleiden horen erbij."))
    assert termlint("baseline", "update", "--accept-new").code == 0
    assert ("vers.md", "hoogopgeleiden") in known(settled)
    assert termlint("check").code == 0


def test_update_follows_a_renamed_document(settled: Sandbox, termlint: Termlint) -> None:
    (settled.top / "nota.md").rename(settled.top / "nieuw.md")
    assert termlint("baseline", "update", ".").code == 0
    assert [path for path, _ in known(settled)] == ["map/één.md", "nieuw.md", "nieuw.md"]


def test_an_update_that_changes_nothing_changes_no_byte(settled: Sandbox, termlint: Termlint) -> None:
    before = (settled.top / NAME).read_bytes()
    assert termlint("baseline", "update").code == 0
    assert (settled.top / NAME).read_bytes() == before


def test_show_says_per_document_what_is_known(settled: Sandbox, termlint: Termlint) -> None:
    answer = termlint("baseline", "show")
    assert "nota.md (2)\n" in answer.out
    assert "hoog-opgeleid: De stad telt veel »hoogopgeleide« inwoners." in answer.out
    rows = json.loads(termlint("baseline", "show", "--format", "json").out)
    assert [row["text"] for row in rows] == [words for _, words in known(settled)]


def test_an_unread_document_keeps_what_it_had_and_fails_the_command(
    settled: Sandbox, termlint: Termlint
) -> None:
    before = known(settled)
    (settled.top / "nota.md").write_bytes(b"\x00\x01\x02" * 999)
    answer = termlint("baseline", "update")
    assert (answer.code, known(settled)) == (2, before)
    assert "nota.md: Niet gelezen" in answer.out


def test_two_branches_merge_without_a_conflict(settled: Sandbox, termlint: Termlint) -> None:
    settled.commit(a__md=text(LEGACY[0]), b__md=text(LEGACY[1]))
    settled.git("checkout", "-q", "-b", "tak")
    settled.write("nota.md", text(SCHOOL))
    termlint("baseline", "update")
    settled.commit()
    settled.git("checkout", "-q", "main")
    settled.write("map/één.md", text("Opgelost."))
    termlint("baseline", "update")
    settled.commit()
    settled.git("merge", "-q", "tak")
    assert known(settled) == [("nota.md", "hoger onderwijs")]


def test_update_solves_a_conflict(settled: Sandbox, termlint: Termlint) -> None:
    for branch, name, sentence in (("tak", "tak.md", LEGACY[0]), ("main", "hoofd.md", LEGACY[1])):
        settled.git("checkout", "-q", *(["-b", branch] if branch == "tak" else [branch]))
        settled.write(name, text(sentence))
        termlint("baseline", "update", "--accept-new")
        settled.commit()
    if "CONFLICT" in settled.git("merge", "tak", check=False):
        assert "termlint baseline update" in termlint("check").err
    assert termlint("baseline", "update").code == 0
    assert {path for path, _ in known(settled)} == {"hoofd.md", "map/één.md", "nota.md", "tak.md"}
    assert termlint("check").code == 0


def test_another_version_says_make_it_again(settled: Sandbox, termlint: Termlint) -> None:
    file = settled.top / NAME
    file.write_text(file.read_text("utf-8").replace("s1:", "s0:"), "utf-8")
    answer = termlint("check")
    assert answer.code == 2
    assert "Maak de baseline opnieuw" in answer.err
