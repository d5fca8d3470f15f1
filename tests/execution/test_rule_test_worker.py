"""Rules are tested in a process of their own: one that takes too much is told, and the next is tested."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

import pytest

from termlint.cli import run
from termlint.errors import RuleError
from termlint.execution import rule_test, rule_test_worker
from termlint.rulebook import limits, load
from tests.raised import raised
from tests.rulebook.packs import RULE, changed, pack

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow

forked = pytest.mark.skipif(sys.platform != "linux", reason="only a copy has the limits of the test")
SIGN = changed(("  - proefwoord\n", "  - {tokens: [{LOWER: {FUZZY: {REGEX: 3}}}], literals: [proef]}\n"))


def test_a_good_rule_has_no_failures(tmp_path: Path) -> None:
    ruleset = load([pack(tmp_path)])
    assert not list(rule_test_worker.failures([ruleset.by_id()["proef"]], ruleset))


def test_a_bad_example_comes_back_from_the_worker(tmp_path: Path) -> None:
    ruleset = load([pack(tmp_path, changed(("Hier staat niets.", "Hier staat een proefwoord.")))])
    (failure,) = rule_test_worker.failures([ruleset.by_id()["proef"]], ruleset)
    assert (failure.code, failure.path) == ("rule-test-noisy", tmp_path / "proef.yaml")


def test_a_wrong_pattern_keeps_its_place(tmp_path: Path) -> None:
    ruleset = load([pack(tmp_path, SIGN)])
    with raised(RuleError, "rule-bad-tokens") as told:
        list(rule_test_worker.failures([ruleset.by_id()["proef"]], ruleset))
    assert (told.value.path, told.value.line) == (tmp_path / "proef.yaml", 10)


def _greedy(*_: object) -> Iterator[rule_test.Failure]:
    """The test of a rule that takes long and much; whoever lets it come to its end hears nothing."""
    held = bytearray(os.urandom(1_000_000) * 64)
    time.sleep(20)
    del held
    yield from ()


@forked
@pytest.mark.parametrize(
    ("name", "most", "code"),
    [
        pytest.param("TEST_SECONDS", 0.3, "rule-test-lost-time", id="time"),
        pytest.param("TEST_MEGABYTES", 16.0, "rule-test-lost-memory", id="memory"),
    ],
)
def test_a_rule_past_a_limit_is_told_and_the_next_is_tested(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    name: str,
    most: float,
    code: str,
) -> None:
    monkeypatch.setattr(limits, "EXAMPLE_SECONDS", 0.0)
    monkeypatch.setattr(limits, name, most)
    monkeypatch.setattr(rule_test, "rule_failures", _greedy)
    pack(tmp_path)
    (tmp_path / "nog.yaml").write_text(RULE.replace("id: proef", "id: nog"), "utf-8")
    ruleset = load([tmp_path])
    rules = [ruleset.by_id()[each] for each in ("nog", "proef")]
    found = list(rule_test_worker.failures(rules, ruleset))
    assert [(failure.rule, failure.code) for failure in found] == [("nog", code), ("proef", code)]
    assert run(["rules", "test", str(tmp_path)]) == 2
    assert "Traceback" not in "".join(capfd.readouterr())
