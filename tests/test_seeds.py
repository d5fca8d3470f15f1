"""The policy’s own two documents mention the terms they leave behind; termlint must read them as editors do.

The texts are public documents of the municipality of Utrecht, kept beside the repository and not in it.
"""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

import pytest

from termlint import engine, rulebook
from termlint.matching.fingerprint import fold
from tests.builders.docx import p, word
from tests.builders.pdf import columns, page, pdf

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.model import DocumentResult, Finding

pytestmark = pytest.mark.slow

PLAN = "000_b9baec8f4b2ae410.txt"
PROGRESS = "002_49d37ed025aa5681.txt"
LINES_A_PAGE = 108

MENTIONED = {
    PLAN: [
        "hbo-wo denkniveau",
        "hoog of laag opgeleid",
        "hoger onderwijs",
        "praktisch en theoretisch onderwijs",
        "hoog tegen laag opgeleid",
        "mbo en hoger onderwijs",
        "werk- en denkniveau",
        "werk- en denkniveau",
    ],
    PROGRESS: [],
}
USED = {
    PLAN: [],
    # Not a mention: the report itself says "afstroom naar niveau 3", and the policy asks for another word.
    PROGRESS: ["afstroom"],
}


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text file: its lines joined, a hyphen at a line end kept."""
    chunks = re.split(r"\n\s*\n", text.replace("\f", "\n\n"))
    return [re.sub(r"-\s*\n\s*", "-", chunk.strip()).replace("\n", " ") for chunk in chunks if chunk.strip()]


def as_word(text: str) -> bytes:
    return word(*(p(paragraph) for paragraph in paragraphs(text)))


def as_two_columns(text: str) -> bytes:
    """A PDF of two columns, its lines wrapped anew at spaces and hyphens."""
    lines = [line for each in paragraphs(text) for line in [*textwrap.wrap(each, 50), ""]]
    starts = range(0, len(lines), LINES_A_PAGE)
    return pdf(*(page(columns("\n".join(lines[start : start + LINES_A_PAGE]), size=9)) for start in starts))


FORMATS = {".docx": as_word, ".pdf": as_two_columns}


@pytest.fixture(scope="module")
def checked(seeds: Path) -> dict[tuple[str, str], DocumentResult]:
    rules = rulebook.load()
    return {
        (name, suffix): engine.check(
            f"{name}{suffix}", build((seeds / name).read_text("utf-8")), suffix, rules
        )
        for name in (PLAN, PROGRESS)
        for suffix, build in FORMATS.items()
    }


def told(findings: list[Finding]) -> list[str]:
    return [fold(finding.text) for finding in findings]


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", [PLAN, PROGRESS], ids=["plan", "progress"])
def test_what_a_document_mentions_is_information_and_never_an_error(
    checked: dict[tuple[str, str], DocumentResult], name: str, suffix: str
) -> None:
    result = checked[name, suffix]
    assert result.status == "checked"
    uses = [f for f in result.findings if f.status == "new" and f.severity != "info"]
    quoted = [f for f in result.findings if f.severity == "info" and f.reason == "aangehaald"]
    assert told(uses) == [fold(text) for text in USED[name]]
    assert [text for text in told(quoted) if text in map(fold, MENTIONED[name])] == [
        fold(text) for text in MENTIONED[name]
    ]


@pytest.mark.parametrize("name", [PLAN, PROGRESS], ids=["plan", "progress"])
def test_word_and_pdf_give_the_same_findings(
    checked: dict[tuple[str, str], DocumentResult], name: str
) -> None:
    def as_judged(suffix: str) -> list[tuple[object, ...]]:
        return [
            (f.rule, fold(f.text), f.severity, f.status, f.reason) for f in checked[name, suffix].findings
        ]

    assert as_judged(".docx") == as_judged(".pdf")
    assert as_judged(".docx")
