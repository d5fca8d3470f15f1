"""The example documents: what termlint reports in them, in order, and the traps it leaves alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from examples import build
from termlint import engine, rulebook

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.model import DocumentResult

VACANCY = [
    ("mbo-en-hoger-onderwijs", "mbo en hoger onderwijs"),
    ("mbo-leerling", "mbo-leerlingen"),
    ("hoog-laag-opgeleid", "hoog- en laagopgeleide"),
    ("werk-en-denkniveau", "hbo werk- en denkniveau"),
    ("hoog-opgeleid", "hoogopgeleide"),
    ("werk-en-denkniveau", "Hbo/wo werk- en denkniveau"),
]
POLICY_NOTE = [
    ("hoog-opgeleid", "hoogopgeleiden"),
    ("laag-opgeleid", "lager opgeleide"),
    ("hoog-laag-opgeleid", "laag-, midden- en hoogopgeleiden"),
    ("werk-en-denkniveau", "academisch werk- en denkniveau"),
    ("mbo-en-hoger-onderwijs", "mbo en hoger onderwijs"),
    ("mbo-leerling", "mbo-leerlingen"),
    ("hoger-onderwijs", "hoger onderwijs"),
]
EXPECTED = {"vacature.docx": VACANCY, "beleidsnota.pdf": POLICY_NOTE}


@pytest.fixture(scope="module")
def checked() -> dict[str, DocumentResult]:
    rules = rulebook.load()
    return {
        name: engine.check(name, make(), name[name.index(".") :], rules)
        for name, make in build.BUILDERS.items()
    }


@pytest.mark.parametrize("name", EXPECTED)
def test_every_use_is_reported_and_no_trap(checked: dict[str, DocumentResult], name: str) -> None:
    used = [f for f in checked[name].findings if f.status == "new" and f.severity != "info"]
    assert [(f.rule, f.context.match) for f in used] == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_a_quoted_term_is_information_and_the_name_of_an_act_is_exempt(
    checked: dict[str, DocumentResult], name: str
) -> None:
    findings = checked[name].findings
    assert [f.reason for f in findings if f.status == "new" and f.severity == "info"] == ["aangehaald"]
    exempt = [f for f in findings if f.status == "exempt"]
    assert all(f.reason for f in exempt)
    assert [f.context.match for f in exempt if f.context.before.endswith("Wet op het ")] == [
        "hoger onderwijs"
    ]


def test_the_words_that_meet_across_the_columns_are_no_finding(checked: dict[str, DocumentResult]) -> None:
    findings = checked["beleidsnota.pdf"].findings
    assert [f.location.page for f in findings if f.rule == "hoger-onderwijs" and f.status == "new"] == [2]


def test_the_same_source_gives_the_same_bytes(tmp_path: Path) -> None:
    for run in ("first", "second"):
        build.main(tmp_path / run)
    for name in build.BUILDERS:
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()
