"""The answer on a screen: complete, readable at 80 columns, safe, and one verdict at the end."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.model import Cell, Context, Location, Notice, Result, Suggestion
from termlint.reporters import REPORTERS, ReportOptions
from termlint.reporters.console import clean
from tests.reporters.results import PDF_PLACE, document, finding, result


def shown(run: Result, **options: Any) -> str:
    text = REPORTERS["console"](run, ReportOptions(**options))
    assert isinstance(text, str)
    return text


def test_a_finding_says_where_what_why_and_what_to_write() -> None:
    assert shown(result(document(finding(location=replace(PDF_PLACE, heading="2.1 Doel"))))) == (
        "nota.md\n"
        "\n"
        "  FOUT  pagina iii, onder ‘2.1 Doel’\n"
        "    De stad telt veel »hoogopgeleide« inwoners.\n"
        "    Waarom:  ‘hoogopgeleide’ zet hbo en wo boven het mbo. [hoogopgeleid]\n"
        "    Schrijf: hbo- of wo-opgeleide\n"
        "\n"
        "1 fout in 1 document.\n"
    )


def test_in_english_too() -> None:
    text = shown(result(document(finding())), lang="en")
    assert "ERROR  line 1" in text
    assert "Write:  hbo- of wo-opgeleide" in text
    assert text.endswith("1 error in 1 document.\n")


def test_a_table_cell_is_named() -> None:
    place = Location("table", 1, 0, 4, cell=Cell(2, 3, 1))
    assert "tabel 2, rij 3, kolom 1" in shown(result(document(finding(location=place))))


@pytest.mark.parametrize(
    ("label", "said"),
    [(None, "pagina 3 (ook 4-9, 12)"), ("iii", "pagina iii en nog 7 andere")],
    ids=["by number", "where printed numbers differ"],
)
def test_a_running_head_names_its_other_pages(label: str | None, said: str) -> None:
    head = replace(PDF_PLACE, part="header", page_label=label, pages=(*range(3, 10), 12))
    assert said in shown(result(document(finding(location=head))))


def test_nothing_but_the_verdict_when_clean() -> None:
    assert shown(result(document())) == (
        "In orde: geen woorden gevonden die u beter kunt vervangen in 1 document.\n"
    )


def test_information_and_exemptions_are_counted_until_asked_for() -> None:
    run = result(
        document(
            finding(severity="info", reason="aangehaald"), finding(status="exempt", reason="naam van een wet")
        )
    )
    hidden = shown(run, width=100)
    assert "TER INFO" not in hidden
    assert "1 keer ter informatie: zie --show-info; 1 vrijgesteld: zie --show-exempt" in " ".join(
        hidden.split()
    )
    everything = shown(run, show_info=True, show_exempt=True)
    assert "TER INFO" in everything
    assert "Reden:   aangehaald" in everything
    assert "VRIJGESTELD" in everything
    assert "Reden:   naam van een wet" in everything
    assert "--show" not in everything


def test_what_is_known_is_counted_only() -> None:
    text = shown(result(document(finding(status="known"))))
    assert text == "Niets nieuws gevonden in 1 document (1 al bekend).\n"
    assert "hoogopgeleide" not in text


def test_the_next_command_is_named_when_there_is_work() -> None:
    assert shown(result(document(finding())), next_step="termlint fix nota.md").endswith(
        "Verder: termlint fix nota.md\n"
    )
    assert "Verder" not in shown(result(document()), next_step="termlint fix nota.md")


@pytest.mark.parametrize(
    ("status", "label", "verdict"),
    [
        pytest.param("failed", "NIET GELEZEN", "1 document kon niet worden gelezen", id="failed"),
        pytest.param("partial", "NIET HELEMAAL GELEZEN", "1 document is niet helemaal gelezen", id="partial"),
    ],
)
def test_what_was_not_read_is_named_and_nothing_is_called_in_order(
    status: Any, label: str, verdict: str
) -> None:
    text = shown(result(document(path="weg.docx", status=status, notices=(Notice("not-found"),)), document()))
    assert "weg.docx" in text
    assert label in text
    assert verdict in text
    assert "In orde" not in text


def test_a_notice_for_many_pages_is_told_once_with_its_pages() -> None:
    notices = tuple(Notice("scan-without-text", {"page": page}, page) for page in (2, 3, 4, 5, 9))
    text = " ".join(shown(result(document(notices=notices))).split())
    assert text.count("scan") == 1
    assert "Dit geldt ook voor pagina 3-5, 9." in text


def test_files_left_alone_are_counted_by_kind_and_old_formats_loudly() -> None:
    def left(path: str, code: str) -> Any:
        suffix = path[path.index(".") :]
        return document(
            path=path, status="skipped", notices=(Notice(code, {"suffix": suffix, "known": ".docx"}),)
        )

    run = result(
        left("a.png", "unknown-format"),
        left("b.png", "unknown-format"),
        left("c.doc", "unread-format"),
        document(),
    )
    first, *rest = shown(run).splitlines()
    assert first.startswith("LET OP: niet gecontroleerd: 1 × .doc.")
    assert "overgeslagen: 2 × .png" in " ".join(rest)


def test_no_documents_at_all_is_said() -> None:
    assert shown(result()) == "Geen documenten gevonden om te controleren.\n"


def test_three_offers_at_most_the_best_first_and_advice_apart() -> None:
    offers = tuple(Suggestion(f"woord {n}", "choice") for n in range(5))
    advice = Suggestion("Benoem de competenties.", "advice")
    lines = shown(result(document(finding(suggestions=(*offers, advice))))).splitlines()
    assert [line.strip() for line in lines if "woord" in line or "Benoem" in line] == [
        "Schrijf: woord 0", "of: woord 1", "of: woord 2", "Advies:  Benoem de competenties.",
    ]  # fmt: skip


class TestColor:
    def test_none_unless_allowed(self) -> None:
        assert "\x1b" not in shown(result(document(finding())))

    def test_it_adds_codes_and_changes_no_letter(self) -> None:
        run = result(document(finding(), finding(severity="warning"), notices=(Notice("text-empty"),)))
        plain, colored = shown(run), shown(run, color=True)
        assert colored != plain
        assert strip(colored) == plain

    def test_marked_words_over_two_lines_are_colored_on_both(self) -> None:
        words = "hoog- en laagopgeleiden uit alle delen van de stad en ook daarbuiten"
        text = shown(result(document(finding(context=Context("Zo ", words, " zijn.")))), color=True, width=40)
        rows = [
            row
            for row in text.splitlines()
            if "delen" in row or "laagopgeleiden" in row or "daarbuiten" in row
        ]
        assert len(rows) > 1
        assert all("\x1b[1;31m" in row and row.count("\x1b[0m") == row.count("\x1b[1;31m") for row in rows)


@pytest.mark.parametrize(
    ("raw", "safe"),
    [
        pytest.param("a\x1b[31mrood\x1b[0m", "a[31mrood[0m", id="colours"),
        pytest.param("a\x1b]0;titel\x07b", "a]0;titelb", id="window title"),
        pytest.param("a\u202eb\u2066c", "abc", id="direction"),
        pytest.param("hoog\u00adopgeleid", "hoogopgeleid", id="soft hyphen"),
        pytest.param("a\r\nb\tc", "a b c", id="white space"),
        pytest.param("a\ud800b", "ab", id="half a character"),
        pytest.param("a\ue000b", "ab", id="our own marks"),
        pytest.param("\x9b31m", "31m", id="C1 control"),
    ],
)
def test_documents_cannot_talk_to_the_terminal(raw: str, safe: str) -> None:
    assert clean(raw) == safe


@given(
    before=st.text(max_size=200), words=st.text(min_size=1, max_size=60), after=st.text(max_size=200),
    offer=st.text(max_size=90), path=st.text(max_size=90), color=st.booleans(),
)  # fmt: skip
def test_whatever_a_document_holds_no_control_character_comes_out(
    before: str, words: str, after: str, offer: str, path: str, color: bool
) -> None:
    made = finding(
        context=Context(before, words, after),
        message=words,
        suggestions=(Suggestion(offer, "choice"),),
        reason=after,
    )
    text = strip(shown(result(document(made, path=path)), color=color))
    assert {category(c) for c in text.replace("\n", "")}.isdisjoint({"Cc", "Cf", "Cs", "Co"})


@given(
    st.lists(st.text(alphabet="abcdefgh", min_size=1, max_size=12), min_size=1, max_size=40),
    st.integers(min_value=40, max_value=100),
)
def test_no_line_is_wider_than_the_screen(words: list[str], width: int) -> None:
    sentence = " ".join(words)
    made = finding(context=Context(sentence + " ", "hoog", " " + sentence), message=sentence, reason=sentence)
    assert max(map(len, shown(result(document(made)), width=width).splitlines())) <= width


def strip(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)
