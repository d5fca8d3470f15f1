"""Results in one line each, for the tests of reporters and comparisons."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from termlint.matching.fingerprint import fingerprint
from termlint.model import (
    Context,
    DocumentResult,
    Edit,
    Finding,
    Location,
    Result,
    Suggestion,
)
from termlint.reporters import RuleCard

CARD = RuleCard(
    id="hoogopgeleid",
    pack="onderwijsniveau",
    severity="error",
    title="Hoogopgeleid",
    why="‘Hoog’ zet hbo en wo boven het mbo.",
    source="Mbo-uitvoeringsplan Utrecht 2023-2026, 1.1",
)


def finding(
    sentence: str = "De stad telt veel [hoogopgeleide] inwoners.", *, nth: int = 0, **changes: Any
) -> Finding:
    """A finding on the words between brackets, alone in its sentence; `changes` replace any field."""
    before, _, rest = sentence.partition("[")
    words, _, after = rest.partition("]")
    rule = changes.get("rule", "hoogopgeleid")
    start, end = len(before), len(before) + len(words)
    made = Finding(
        path="nota.md",
        rule=rule,
        pack="onderwijsniveau",
        severity="error",
        rule_severity="error",
        status="new",
        message=f"‘{words}’ zet hbo en wo boven het mbo.",
        text=words,
        location=text_place(start, end),
        context=Context(before, words, after),
        suggestions=(
            Suggestion("hbo- of wo-opgeleide", "choice", (Edit(start, end, "hbo- of wo-opgeleide"),)),
        ),
        fingerprint=fingerprint(rule, words, f"{before}{words}{after}", nth),
    )
    return replace(made, **changes)


def text_place(start: int, end: int, line: int = 1) -> Location:
    """A place in the first block of a one-line text file that begins `line - 1` lines down."""
    return Location(
        part="body",
        block=0,
        block_start=start,
        block_end=end,
        paragraph=1,
        line=line,
        column=start + 1,
        end_line=line,
        end_column=end + 1,
        start=start,
        end=end,
    )


WORD_PLACE = Location(part="footnote", block=7, block_start=3, block_end=16, paragraph=41, heading="2.1 Doel")
PDF_PLACE = Location(part="body", block=7, block_start=3, block_end=16, page=3, page_label="iii", line=12)


def document(*findings: Finding, path: str = "nota.md", **changes: Any) -> DocumentResult:
    """A checked document with these findings, which take its path."""
    moved = tuple(replace(f, path=path) for f in findings)
    made = DocumentResult(path, "text", "checked", sha256="ab" * 32, words=9, findings=moved)
    return replace(made, **changes)


def result(*documents: DocumentResult, fixed: tuple[Finding, ...] = ()) -> Result:
    """A run over these documents."""
    return Result("0.1.0", "2026-11-22T09:00:00Z", "r1", "c1", documents, fixed)
