"""GitHub annotations, held against the workflow command rules that GitHub documents."""

from __future__ import annotations

import re

import pytest

from termlint.model import Notice
from termlint.reporters import REPORTERS, ReportOptions
from tests.reporters.results import PDF_PLACE, WORD_PLACE, document, finding, result

COMMAND = re.compile(r"::(error|warning|notice) ([^\r\n]*?)::([^\r\n]*)")


def lines(*documents: object, **options: object) -> list[str]:
    text = REPORTERS["github"](result(*documents), ReportOptions(**options))  # type: ignore[arg-type]
    assert isinstance(text, str)
    return text.splitlines()


def test_a_finding_in_a_text_file_has_its_line_and_columns() -> None:
    (line,) = lines(document(finding()))
    assert line == (
        "::error file=nota.md,line=1,endLine=1,col=19,endColumn=32,title=termlint%3A hoogopgeleid"
        "::‘hoogopgeleide’ zet hbo en wo boven het mbo. Schrijf liever: ‘hbo- of wo-opgeleide’."
    )


def test_columns_are_left_out_over_two_lines() -> None:
    from dataclasses import replace

    two = finding()
    two = replace(two, location=replace(two.location, end_line=2))
    (line,) = lines(document(two))
    assert "line=1,endLine=2,title=" in line


@pytest.mark.parametrize(
    ("where", "words"),
    [
        pytest.param(WORD_PLACE, "Plaats: voetnoot, alinea 41, onder ‘2.1 Doel’.", id="Word"),
        pytest.param(PDF_PLACE, "Plaats: pagina iii.", id="PDF: a line in a column is no line of the file"),
    ],
)
def test_a_document_without_lines_says_its_place_in_words(where: object, words: str) -> None:
    (line,) = lines(document(finding(location=where)))
    assert line.endswith(words)
    assert "line=" not in line


def test_document_text_cannot_start_a_command_or_a_property() -> None:
    evil = finding(message="100%\r\n::set-output name=x::y", rule="a,b:c")
    (line,) = lines(document(evil, path="a,b:c\n::error::x.md"))
    assert COMMAND.fullmatch(line)
    assert "file=a%2Cb%3Ac%0A%3A%3Aerror%3A%3Ax.md," in line
    assert "title=termlint%3A a%2Cb%3Ac::100%25%0D%0A::set-output" in line


def test_an_unread_document_is_an_error_and_comes_first() -> None:
    failed = document(path="b.pdf", status="failed", notices=(Notice("formats-no-reason"),))
    partial = document(path="c.pdf", status="partial")
    first, second, third = lines(document(finding()), failed, partial)
    assert first == "::error file=b.pdf::Niet gelezen: geen reden bekend."
    assert second.startswith("::warning file=c.pdf::Niet helemaal gelezen: ")
    assert "nota.md" in third


def test_the_gravest_come_first_since_github_shows_ten() -> None:
    found = lines(
        document(finding(severity="warning"), finding(severity="info"), finding(severity="error")),
        show_info=True,
    )
    assert [COMMAND.fullmatch(line)[1] for line in found] == ["error", "warning", "notice"]  # type: ignore[index]


@pytest.mark.parametrize("hidden", [{"status": "known"}, {"status": "exempt"}, {"severity": "info"}], ids=str)
def test_what_asks_no_work_is_silent(hidden: dict[str, str]) -> None:
    assert lines(document(finding(**hidden))) == []


def test_english() -> None:
    (line,) = lines(document(finding()), lang="en")
    assert "Better: ‘hbo- of wo-opgeleide’." in line


def test_what_is_told_of_a_comment_comes_last_with_its_line() -> None:
    told = Notice("suppression-unused-line", {"said": "negeer alles", "line": 4})
    other = Notice("text-unreadable-characters", {"count": 1})
    read = document(finding(), notices=(other, told))
    *_, last = lines(read)
    assert last.startswith("::notice file=nota.md,line=4::Opmerking op regel 4: ")
    assert len(lines(read)) == 2
    loose = Notice("suppression-unused-loose", {"said": "negeer alles"})
    assert lines(document(path="nota.docx", notices=(loose,)))[0].startswith("::notice file=nota.docx::")
