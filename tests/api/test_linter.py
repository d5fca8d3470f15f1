"""The linter as a program uses it: the same answers as the command line, call after call."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from termlint import (
    Decision,
    Finding,
    FixOptions,
    Linter,
    LintOptions,
    RuleError,
    Settings,
    UsageError,
)
from termlint.execution.local import Local
from tests.builders import docx
from tests.cli.conftest import USE

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

PACK = """id: straten
title: Straten
"""
RULE = """id: achterbuurt
severity: warning
title: Achterbuurt
message: "‘{match}’ klinkt neerbuigend."
why: Het woord zet bewoners weg.
source: {title: Schrijfwijzer}
match: [achterbuurt]
suggest: [{text: buurt, safety: choice}]
examples:
  flag: [{text: "Een [achterbuurt].", suggest: buurt}]
  pass: [Een buurt.]
"""


def said(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.rule, finding.text) for finding in findings]


def test_a_folder_gives_what_the_command_gives(desk: Desk) -> None:
    desk.write("a.txt", USE)
    desk.write("map/b.md", f"# Kop\n\n{USE}\n")
    ran = json.loads(desk.run("check", ".", "--format", "json").out)
    result = Linter().check(["."])
    assert [d.path for d in result.documents] == [d["path"] for d in ran["documents"]]
    assert len(result.findings) == 2
    assert [f.fingerprint for f in result.findings] == [f["fingerprint"] for f in ran["findings"]]
    assert (result.ruleset, result.settings) == (ran["run"]["ruleset"], ran["run"]["settings"])


def test_text_bytes_and_file_have_the_same_findings(desk: Desk) -> None:
    file = desk.write("a.md", USE)
    linter = Linter()
    (of_file,) = linter.check([file]).documents
    of_text, of_bytes = linter.check_text(USE, "a.md"), linter.check_bytes(USE.encode(), "a.md")
    assert of_file.findings
    assert said(of_text.findings) == said(of_bytes.findings) == said(of_file.findings)
    assert of_text.sha256 == of_file.sha256


def test_a_text_that_is_no_unicode_is_read_all_the_same(desk: Desk) -> None:
    assert said(Linter().check_text(f"{USE} \udcff").findings) == said(Linter().check_text(USE).findings)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        pytest.param("a.docx", b"PK", "docx-damaged", id="damaged"),
        pytest.param("a.xyz", b"tekst", "unknown-format", id="another kind"),
        pytest.param("a.txt", b"x" * 1_100_000, "too-large", id="too large"),
    ],
)
def test_what_is_wrong_with_a_document_is_in_its_result(
    desk: Desk, name: str, data: bytes, code: str
) -> None:
    desk.write("termlint.yaml", "limits: {size: 1}\n")
    document = Linter().check_bytes(data, name)
    assert (document.status, document.notices[0].code) == ("failed", code)
    fixed = Linter().fix((name, data))
    assert (fixed.result.status, fixed.result.notices[0].code, fixed.written) == ("failed", code, None)


def test_what_is_wrong_with_the_run_is_raised(desk: Desk) -> None:
    with pytest.raises(UsageError, match=r"geen\.yaml"):
        Linter(LintOptions(config=desk.folder / "geen.yaml")).check(["."])
    with pytest.raises(UsageError):
        Linter(LintOptions(since="HEAD", staged=True)).check(["."])
    desk.write("termlint.yaml", "packs: [regels]\n")
    desk.write("regels/pack.yaml", "id: [\n")
    with pytest.raises(RuleError):
        Linter().check_text(USE)


def test_settings_that_are_given_stand_above_every_file(desk: Desk) -> None:
    desk.write("termlint.yaml", "rules: {ignore: [hoger-onderwijs]}\n")
    desk.write("regels/pack.yaml", PACK)
    desk.write("regels/achterbuurt.yaml", RULE)
    text = f"{USE} Een achterbuurt."
    plain = Linter(LintOptions(settings=Settings())).check_text(text)
    packed = Linter(LintOptions(settings=Settings(), packs=(desk.folder / "regels",))).check_text(text)
    assert said(packed.findings) == [*said(plain.findings), ("achterbuurt", "achterbuurt")]


class TestKeptWorkers:
    """Between two calls workers wait; what changed meanwhile counts."""

    def test_a_second_call_is_answered_by_the_same_workers(self, desk: Desk) -> None:
        names = [str(desk.write(f"{n}.txt", USE)) for n in range(4)]
        executor = Local(2, keep=True)
        with Linter(LintOptions(cache=False), keep_workers=True, executor=executor) as linter:
            first = linter.check(names)
            assert executor._pool
            pids = {worker.process.pid for worker in executor._pool._workers}
            again = linter.check(names)
            assert {worker.process.pid for worker in executor._pool._workers} == pids
            workers = [worker.process for worker in executor._pool._workers]
        assert pids
        assert first.documents == again.documents
        assert not any(process.is_alive() for process in workers)

    def test_without_keeping_none_is_left(self, desk: Desk) -> None:
        names = [str(desk.write(f"{n}.txt", USE)) for n in range(4)]
        executor = Local(2)
        Linter(LintOptions(cache=False), executor=executor).check(names)
        assert executor._pool
        assert not executor._pool._workers

    def test_a_rule_that_changed_counts(self, desk: Desk) -> None:
        desk.write("termlint.yaml", "packs: [regels]\n")
        desk.write("regels/pack.yaml", PACK)
        desk.write("regels/achterbuurt.yaml", RULE)
        names = [str(desk.write(f"{n}.txt", "Een achterbuurt en een krot.")) for n in range(2)]
        with Linter(LintOptions(cache=False), keep_workers=True) as linter:
            assert said(linter.check(names).findings) == [("achterbuurt", "achterbuurt")] * 2
            desk.write("regels/achterbuurt.yaml", RULE.replace("[achterbuurt]", "[krot]"))
            assert said(linter.check(names).findings) == [("achterbuurt", "krot")] * 2

    def test_settings_that_changed_count(self, desk: Desk) -> None:
        names = [str(desk.write(f"{n}.txt", USE)) for n in range(2)]
        with Linter(LintOptions(cache=False), keep_workers=True) as linter:
            found = linter.check(names).findings
            assert found
            desk.write("termlint.yaml", f"rules: {{ignore: [{found[0].rule}]}}\n")
            assert not linter.check(names).findings

    def test_a_number_of_jobs_that_changed_counts(self, desk: Desk) -> None:
        names = [str(desk.write(f"{n}.txt", USE)) for n in range(4)]
        with Linter(LintOptions(cache=False), keep_workers=True) as linter:
            for jobs in (1, 2):
                desk.write("termlint.yaml", f"jobs: {jobs}\n")
                linter.check(names)
                assert linter._local
                assert linter._local._pool
                assert len(linter._local._pool._workers) == jobs


class TestDecisions:
    @pytest.mark.parametrize("name", ["a.txt", "a.docx"])
    def test_a_person_decides_on_each(self, desk: Desk, name: str) -> None:
        data = USE.encode() if name == "a.txt" else docx.word(docx.p(USE))
        linter = Linter()
        written = linter.fix(
            (name, data), FixOptions(mode="replace"), lambda f: Decision.write(f, "wij")
        ).written
        assert written
        assert [deed.done for deed in written.records] == ["changed"]
        assert not linter.check_bytes(written.data, name).findings

    def test_skipped_is_as_it_was(self, desk: Desk) -> None:
        marked = Linter().fix(("a.txt", USE.encode()), FixOptions(mode="replace"), lambda _: Decision("skip"))
        assert marked.written is None
        assert len(marked.left_over) == 1

    def test_a_comment_changes_no_word(self, desk: Desk) -> None:
        data = docx.word(docx.p(USE))
        comment = Linter().fix(("a.docx", data), FixOptions(mode="replace"), lambda _: Decision("comment"))
        assert comment.written
        assert [deed.done for deed in comment.written.records] == ["commented"]
