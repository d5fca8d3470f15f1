"""Words that a scanner's software misread are found in a scan's own text, whatever the subject."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from termlint import engine
from termlint.dutch.view import reading_view
from tests.builders.pdf import line, page, pdf
from tests.builders.pdf_drawn import picture
from tests.packs.subjects import SUBJECTS, Subject

pytestmark = pytest.mark.slow

HIDDEN = 3
"""The way in which a scan holds its text: not shown."""


@dataclass(frozen=True, slots=True)
class Scan:
    subject: Subject
    read_as: str
    meant: str


SCANS = [Scan(subject, *words) for subject in SUBJECTS for words in subject.scanned]
each_scan = pytest.mark.parametrize("scan", SCANS, ids=lambda scan: f"{scan.subject.name}-{scan.read_as}")


def found(scan: Scan, words: str, mode: int = HIDDEN) -> list[str]:
    data = pdf(page(picture(), line(f"In de stad wonen {words} en anderen.", mode=mode)))
    findings = engine.check("a.pdf", data, ".pdf", scan.subject.rules()).findings
    return [reading_view(f.text).text for f in findings]


@each_scan
def test_a_misread_word_is_found_as_what_it_was(scan: Scan) -> None:
    assert found(scan, scan.meant) == [scan.meant]
    assert found(scan, scan.read_as) == [scan.meant]


@each_scan
def test_and_only_in_text_that_is_not_shown(scan: Scan) -> None:
    assert found(scan, scan.read_as, mode=0) == []


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.name)
@pytest.mark.parametrize(
    "words", ["1 0 1", "allergenen", "de kamelen", "illusies", "5 gehaktballen", "0ud en wijs"]
)
def test_other_words_stay_other_words(subject: Subject, words: str) -> None:
    assert found(Scan(subject, words, words), words) == []
