"""Findings made up for real PDF files."""

from __future__ import annotations

from termlint.errors import ReadError
from termlint.model import Box, Context, Finding, Location
from termlint.readers.pdf.pdfium import opened


def first_words(data: bytes) -> Finding | None:
    """A finding on the first words of a file that can be opened and has any."""
    try:
        with opened(data, None) as pdf:
            for number in range(1, min(pdf.page_count, 20) + 1):
                page = pdf.page(number)
                if page and len(page.text) > 10:
                    return _finding(Box(number, *page.span(5, 8)))
    except ReadError:
        return None
    return None


def _finding(box: Box) -> Finding:
    return Finding(
        path="a.pdf",
        rule="regel",
        pack="pakket",
        severity="error",
        rule_severity="error",
        status="new",
        message="‘één’ woord",
        text="één",
        location=Location("body", 0, 0, 3, page=box.page, boxes=(box,)),
        context=Context("", "één", ""),
        suggestions=(),
        fingerprint="s1:abc",
    )
