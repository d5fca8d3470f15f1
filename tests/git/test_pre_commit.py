"""The hooks, run by the real pre-commit in real repositories, without a network."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from termlint.readers import READERS
from tests.git.hooked import Hooked, findings
from tests.git.test_new_only import HIGH, LEGACY, SCHOOL, text, word

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
LOW = "Wij helpen laagopgeleiden."


# --- the file itself ------------------------------------------------------------------------------


@pytest.mark.parametrize("hook", ["termlint", "termlint-all"])
def test_the_hooks_select_exactly_what_can_be_read(hook: str) -> None:
    files = re.compile(HOOKS[hook]["files"])
    for suffix in READERS:
        assert files.search(f"map/één twee{suffix}")
        assert files.search(f"NOTA{suffix.upper()}")
    for other in ("nota.odt", "docx", "nota.docx.bak", "nota.md5", "nota.xlsx"):
        assert not files.search(other)
    named = re.search(r"\((\w[^()]*)\)\$", HOOKS[hook]["files"])
    assert named is not None
    assert {f".{suffix}" for suffix in named[1].split("|")} == set(READERS)


def test_one_process_checks_all_files() -> None:
    """pre-commit would otherwise start several, each with its own spaCy."""
    assert all(hook["require_serial"] for hook in HOOKS.values())


# --- pre-commit -----------------------------------------------------------------------------------


def test_a_clean_commit_passes_and_says_nothing(hooked: Hooked) -> None:
    hooked.switch_on()
    hooked.sandbox.write("nota.md", text("Alles gaat goed."))
    hooked.sandbox.git("add", "-A")
    done = hooked.commit()
    assert done.returncode == 0, done.stdout
    assert "nota.md" not in done.stdout.partition("[main")[0]


def test_the_first_commit_of_a_repository_is_checked(hooked: Hooked) -> None:
    hooked.switch_on()
    hooked.sandbox.git("update-ref", "-d", "HEAD")
    hooked.sandbox.write("één nota.md", text(HIGH))
    hooked.sandbox.git("add", "-A")
    done = hooked.commit()
    assert done.returncode == 1
    assert findings(done.stdout) == ["hoogopgeleide"]


def test_a_legacy_document_with_one_sentence_added_reports_that_one(hooked: Hooked) -> None:
    word(hooked.sandbox.top / "2019.docx", *LEGACY)
    hooked.switch_on()
    word(hooked.sandbox.top / "2019.docx", *LEGACY[:9], SCHOOL, *LEGACY[9:])
    hooked.sandbox.git("add", "-A")
    done = hooked.commit()
    assert done.returncode == 1
    assert findings(done.stdout) == ["hoger onderwijs"]


def test_the_staged_version_counts_also_when_the_file_is_named_on_the_command_line(hooked: Hooked) -> None:
    """`git commit FILE` stages in an index of its own; pre-commit puts unstaged work aside."""
    sandbox = hooked.sandbox
    sandbox.write("nota.md", text("Begin."))
    sandbox.write("ander.md", text("Begin."))
    hooked.switch_on()
    sandbox.write("ander.md", text(SCHOOL))
    sandbox.git("add", "ander.md")
    sandbox.write("nota.md", text(HIGH))
    done = hooked.commit("nota.md")
    assert done.returncode == 1
    assert findings(done.stdout) == ["hoogopgeleide"]


def test_unstaged_work_is_not_reported(hooked: Hooked) -> None:
    sandbox = hooked.sandbox
    sandbox.write("nota.md", text("Begin."))
    hooked.switch_on()
    sandbox.write("nota.md", text("Begin.", "Midden."))
    sandbox.git("add", "-A")
    sandbox.write("nota.md", text("Begin.", "Midden.", HIGH))
    assert hooked.commit().returncode == 0
    assert HIGH in (sandbox.top / "nota.md").read_text("utf-8")


def test_a_rename_is_not_news(hooked: Hooked) -> None:
    hooked.sandbox.write("oud.md", text(*LEGACY))
    hooked.switch_on()
    hooked.sandbox.git("mv", "oud.md", "nieuwe naam.md")
    done = hooked.commit()
    assert done.returncode == 0, done.stdout


def test_solving_a_merge_conflict_reports_only_what_neither_side_had(hooked: Hooked) -> None:
    sandbox = hooked.sandbox
    sandbox.write("nota.md", text("Begin.", "Midden.", "Eind."))
    hooked.switch_on()
    sandbox.git("checkout", "-q", "-b", "ander")
    sandbox.commit(nota__md=text("Begin.", HIGH, "Eind."))
    sandbox.git("checkout", "-q", "main")
    sandbox.commit(nota__md=text("Begin.", SCHOOL, "Eind."))
    sandbox.git("merge", "ander", check=False)
    sandbox.write("nota.md", text("Begin.", HIGH, SCHOOL, LOW, "Eind."))
    sandbox.git("add", "-A")
    assert findings(hooked.commit().stdout) == ["laagopgeleiden"]
    sandbox.write("nota.md", text("Begin.", HIGH, SCHOOL, "Eind."))
    sandbox.git("add", "-A")
    assert hooked.commit().returncode == 0


def test_all_files_are_checked_against_the_baseline_and_never_passed_silently(
    hooked: Hooked, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox = hooked.sandbox
    sandbox.write("nota.md", text(HIGH))
    sandbox.write("termlint.yaml", "exclude: [oud/**]\n")
    sandbox.write("oud/2012.md", text(SCHOOL))
    hooked.switch_on()
    done = hooked.pre_commit("run", "--all-files")
    assert done.returncode == 1
    assert findings(done.stdout) == ["hoogopgeleide"]
    from termlint.cli import run

    monkeypatch.chdir(sandbox.top)
    assert run(["baseline", "create"]) == 0
    sandbox.write("termlint.yaml", "exclude: [oud/**]\nbaseline: termlint-baseline.jsonl\n")
    done = hooked.pre_commit("run", "--all-files")
    assert done.returncode == 0, done.stdout


def test_a_push_compares_the_commits_that_are_pushed(hooked: Hooked, tmp_path: Path) -> None:
    sandbox = hooked.sandbox
    sandbox.write("nota.md", text(HIGH))
    hooked.switch_on()
    sandbox.git("init", "-q", "--bare", str(tmp_path / "elders.git"))
    sandbox.git("remote", "add", "origin", str(tmp_path / "elders.git"))
    sandbox.git("push", "-q", "--no-verify", "-u", "origin", "main")
    sandbox.commit(nota__md=text(HIGH, SCHOOL))
    done = hooked.push()
    assert done.returncode == 1
    assert findings(done.stdout) == ["hoger onderwijs"]
    sandbox.commit(nota__md=text(HIGH, "Vooraf."))
    assert hooked.push().returncode == 0


def test_an_unreadable_file_fails_with_its_own_message_and_code(hooked: Hooked) -> None:
    hooked.switch_on()
    hooked.sandbox.write("kapot.docx", b"PK\x03\x04 geen pakket")
    hooked.sandbox.git("add", "-A")
    done = hooked.pre_commit("run")
    assert done.returncode == 1
    assert "- exit code: 2" in done.stdout
    assert "kapot.docx" in done.stdout


def test_what_the_settings_leave_out_stays_out_when_pre_commit_names_it(hooked: Hooked) -> None:
    hooked.switch_on()
    hooked.sandbox.write("termlint.yaml", "exclude: [archief/**]\n")
    hooked.sandbox.write("archief/oud.md", text(HIGH))
    hooked.sandbox.git("add", "-A")
    assert hooked.commit().returncode == 0


def test_try_repo_runs_it_without_any_configuration(hooked: Hooked) -> None:
    hooked.sandbox.write("nota.md", text(HIGH))
    hooked.sandbox.git("add", "-A")
    done = hooked.pre_commit("try-repo", str(hooked.released.top), "termlint", "--verbose")
    assert done.returncode == 1
    assert findings(done.stdout) == ["hoogopgeleide"]


RULE = """\
id: achterstandswijk
severity: warning
title: Achterstandswijk
message: "‘{match}’ plakt een etiket op iedereen die er woont."
why: Een wijk is meer dan haar problemen.
source: {title: Schrijfwijzer}
words:
  wijk: {class: noun, compounds: true}
match: [achterstands-wijk]
examples:
  flag:
    - "De bibliotheek blijft open in elke [achterstandswijk]."
  pass: [De wijk heeft een achterstand in onderhoud.]
"""


def test_rules_of_ones_own_are_tested_by_their_examples(hooked: Hooked) -> None:
    sandbox = hooked.sandbox
    sandbox.write("termlint.yaml", "packs: [termen]\n")
    sandbox.write("termen/pack.yaml", "id: wijken\ntitle: Wijken\n")
    hooked.switch_on("termlint-rules")
    sandbox.write("termen/achterstandswijk.yaml", RULE)
    sandbox.git("add", "-A")
    done = hooked.commit()
    assert done.returncode == 0, done.stdout
    sandbox.write("termen/achterstandswijk.yaml", RULE.replace("[achterstandswijk]", "[wijk]"))
    sandbox.git("add", "-A")
    done = hooked.commit()
    assert done.returncode == 1
    assert "termen/achterstandswijk.yaml:12" in done.stdout
