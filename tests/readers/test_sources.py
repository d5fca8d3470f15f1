"""Quarto, R, Python, HTML and CSV: what is shown to a reader is text; places are exact."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint import engine, rulebook
from termlint.files.discover import Discovery
from termlint.model import TextOrigin
from termlint.readers import READERS, ReadOptions
from termlint.readers.csv import separator

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.model import Document

SUFFIXES = (".qmd", ".rmd", ".r", ".py", ".html", ".csv")


def document(suffix: str, text: str) -> Document:
    return READERS[suffix](text.encode(), lambda text: True, ReadOptions())


def blocks(suffix: str, text: str) -> list[tuple[str, str]]:
    return [(block.part, block.text) for block in document(suffix, text).blocks]


@pytest.fixture(scope="module")
def outcomes() -> object:
    """(words, severity or "exempt", line) of each finding in a text of a format."""
    ruleset = rulebook.load()

    def check(suffix: str, text: str) -> list[tuple[str, str, int | None]]:
        found = engine.check(f"x{suffix}", text.encode(), suffix, ruleset).findings
        return [(f.text, "exempt" if f.status == "exempt" else f.severity, f.location.line) for f in found]

    return check


# --- what every format holds ----------------------------------------------------------------------

PARTS = [*"ab \n\t\r\"'`#<>&;,|{}()-=/\\é", '"""', "```{r}\n", "```\n", "<p>", "</td>"]


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join))
def test_whatever_the_text_every_piece_is_where_it_says(suffix: str, text: str) -> None:
    found = document(suffix, text)
    assert found.source is not None
    for block in found.blocks:
        for piece in block.pieces:
            assert isinstance(piece.origin, TextOrigin)
            there = found.source[piece.origin.offset : piece.origin.offset + piece.end - piece.start]
            assert block.text[piece.start : piece.end] == there


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    "part", ["<a ", "<!", "<a '", '<a "<', 'r"(', '"', "'\\", '"""', "#|", "&", "<td>", ";"], ids=repr
)
def test_what_never_ends_does_not_take_for_ever(suffix: str, part: str) -> None:
    text = part * 30_000
    started = time.process_time()
    document(suffix, text)
    assert time.process_time() - started < 20  # seconds; what grows with the square takes minutes


# --- programs -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        pytest.param('labs(title = "Aandeel hoogopgeleiden per wijk")', "error", id="plot title"),
        pytest.param('label_vraag <- "Hoogopgeleiden in de wijk"', "error", id="survey label"),
        pytest.param('filter(groep == "laagopgeleid")', "exempt", id="data key"),
        pytest.param("laagopgeleid <- 3", "", id="identifier"),
        pytest.param("# alleen hoogopgeleiden tellen mee", "info", id="comment"),
    ],
)
@pytest.mark.parametrize("suffix", [".r", ".py"])
def test_titles_and_labels_are_flagged_and_keys_and_names_are_silent(
    outcomes: object, suffix: str, line: str, outcome: str
) -> None:
    found = outcomes(suffix, f"x <- 1\n\n{line}\n")  # type: ignore[operator]
    assert [(severity, where) for _, severity, where in found] == ([(outcome, 3)] if outcome else [])


def test_a_string_over_several_lines_is_text(outcomes: object) -> None:
    code = 'toon("""De stad telt veel hoger\nonderwijs en meer.""")\n'
    assert outcomes(".py", code) == [("hoger onderwijs", "error", 1)]  # type: ignore[operator]
    assert outcomes(".r", code.replace('"""', '"')) == [("hoger onderwijs", "error", 1)]  # type: ignore[operator]
    raw = 'x <- r"(Zij volgden "hoger\nonderwijs" (of niet) in de stad.)"\n'
    assert [words for words, *_ in outcomes(".r", raw)] == ["hoger onderwijs"]  # type: ignore[operator]


def test_a_docstring_is_a_comment(outcomes: object) -> None:
    code = 'def f():\n    """Tel hoogopgeleiden.\n\n    En laagopgeleiden.\n    """\n    return 1\n'
    found = outcomes(".py", code)  # type: ignore[operator]
    assert {severity for _, severity, _ in found} == {"info"}
    assert [where for *_, where in found] == [2, 4]


@pytest.mark.parametrize(
    ("code", "silenced"),
    [
        pytest.param('t <- "hoogopgeleiden" # termlint: negeer hoog-opgeleid citaat\n', True, id="beside it"),
        pytest.param('# termlint: negeer hoog-opgeleid citaat\nt <- "hoogopgeleiden"\n', True, id="above it"),
        pytest.param('# termlint: negeer alles citaat\nt <- "hoogopgeleiden"\n', True, id="every rule"),
        pytest.param('# termlint: negeer ladder citaat\nt <- "hoogopgeleiden"\n', False, id="another rule"),
        pytest.param(
            '# termlint: negeer hoog-opgeleid\nt <- "hoogopgeleiden"\n', False, id="without a reason"
        ),
        pytest.param('# termlint: uit alles citaat\nu <- "x"\nt <- "hoogopgeleiden"\n', True, id="off"),
        pytest.param(
            '# termlint: uit alles citaat\nu <- "x"\n# termlint: aan\nt <- "hoogopgeleiden"\n',
            False,
            id="on again",
        ),
        pytest.param(
            '# termlint: negeer alles citaat\nu <- "x"\nt <- "hoogopgeleiden"\n', False, id="next one only"
        ),
    ],
)
def test_an_author_can_accept_words_in_a_comment(outcomes: object, code: str, silenced: bool) -> None:
    (found,) = [f for f in outcomes(".r", code) if f[0] == "hoogopgeleiden"]  # type: ignore[operator]
    assert (found[1] == "exempt") is silenced


# --- Quarto ---------------------------------------------------------------------------------------

QUARTO = """\
---
title: "Hoogopgeleiden in de wijk"
params:
  groep: laagopgeleid
---

Tekst over **hoger** onderwijs.

```{r kaart, fig.cap="Kaart van hoogopgeleiden"}
#| fig-cap: Aandeel hoogopgeleiden per buurt
#| label: fig-hoogopgeleid
# hoogopgeleiden tellen
data |> filter(groep == "laagopgeleid")
labs(title = "Hoogopgeleiden")
```

```
hoogopgeleiden in gewone code
```
"""


def test_a_report_is_read_as_its_reader_sees_it(outcomes: object) -> None:
    found = outcomes(".qmd", QUARTO)  # type: ignore[operator]
    flagged = [(words, where) for words, severity, where in found if severity == "error"]
    assert flagged == [
        ("Hoogopgeleiden", 2),
        ("hoger onderwijs", 7),
        ("hoogopgeleiden", 9),
        ("hoogopgeleiden", 10),
        ("Hoogopgeleiden", 14),
    ]
    assert [(severity, where) for _, severity, where in found if severity != "error" and where == 12] == [
        ("info", 12)
    ]


# --- HTML -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<p>hoog<b>opgeleid</b>en</p>", [("body", "hoogopgeleiden")], id="bold inside a word"),
        pytest.param("<p>hoger</p><p>wijs</p>", [("body", "hoger"), ("body", "wijs")], id="paragraphs"),
        pytest.param("<p>hoger\n   onderwijs</p>", [("body", "hoger\nonderwijs")], id="wrapped"),
        pytest.param("<p>hoger<br/>onderwijs", [("body", "hoger\nonderwijs")], id="break"),
        pytest.param("caf&eacute; &amp; x", [("body", "café & x")], id="entities"),
        pytest.param("<h2>Hoger</h2>a<ul><li>b<li>c</ul>", [
            ("heading", "Hoger"), ("body", "a"), ("list", "b"), ("list", "c")], id="headings and lists"),
        pytest.param('<img alt="hoger wijs" src="hoger.png">', [("alt-text", "hoger wijs")], id="alt"),
        pytest.param('<meta name=description content="hoog">', [("alt-text", "hoog")], id="description"),
        pytest.param('<meta name=viewport content="hoog">', [], id="other meta"),
        pytest.param("<script>var a = '<p>hoog';</script><style>p{}</style>x", [("body", "x")], id="scripts"),
        pytest.param("<!-- hoger onderwijs -->x", [("body", "x")], id="comment"),
        pytest.param("<table><tr><th>a<td>b<tr><td>c</table>", [
            ("table", "a"), ("table", "b"), ("table", "c")], id="table"),
        pytest.param("1 < 2 & 3", [("body", "1 < 2 & 3")], id="loose signs"),
        pytest.param("<pre>x\n  y</pre>", [("code", "x\ny")], id="preformatted"),
    ],
)  # fmt: skip
def test_what_a_page_shows(html: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(".html", html) == expected


def test_table_cells_know_their_place() -> None:
    cells = [b.cell for b in document(".html", "<table><tr><td>a<td>b</tr><tr><td>c</table><p>d").blocks]
    assert [(c.table, c.row, c.column) if c else None for c in cells] == [
        (1, 1, 1),
        (1, 1, 2),
        (1, 2, 1),
        None,
    ]


def test_a_comment_exempts_the_next_block(outcomes: object) -> None:
    page = "<!-- termlint: negeer hoog-opgeleid citaat --><p>hoogopgeleiden</p><p>hoogopgeleiden</p>"
    assert [severity for _, severity, _ in outcomes(".html", page)] == ["exempt", "error"]  # type: ignore[operator]


# --- CSV ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("a;b\n1,5;2,5\n", ";"),
        ("a,b\n1,2\n", ","),
        ("a\tb\n1\t2\n", "\t"),
        ("a\n", ","),
        ('"a,b";c\n"d,e";f\n', ";"),
    ],
    ids=["semicolon", "comma", "tab", "one column", "quoted"],
)
def test_the_separator_is_the_one_the_lines_agree_on(text: str, sign: str) -> None:
    assert separator(text) == sign


def test_cells_are_blocks_with_their_place_and_numbers_are_none() -> None:
    found = document(".csv", 'groep;n;"zin; met ""hoger"" onderwijs"\r\n12;3;x\r\n').blocks
    assert [(b.text, b.cell.row, b.cell.column) for b in found if b.cell] == [
        ("groep", 1, 1),
        ("n", 1, 2),
        ('zin; met "hoger" onderwijs', 1, 3),
        ("x", 2, 3),
    ]


def test_a_finding_in_a_cell_has_its_line(outcomes: object) -> None:
    found = outcomes(".csv", "vraag;antwoord\nWat is uw opleiding?;Aandeel hoogopgeleiden\n")  # type: ignore[operator]
    assert found == [("hoogopgeleiden", "error", 2)]


# --- Markdown -------------------------------------------------------------------------------------


def test_a_stretch_of_markdown_is_exempt_between_off_and_on(outcomes: object) -> None:
    page = (
        "hoogopgeleiden\n\n<!-- termlint: uit hoog-opgeleid citaten uit 2012 -->\n\nhoogopgeleiden\n\n"
        "- hoogopgeleiden\n\n<!-- termlint: aan -->\n\nhoogopgeleiden\n"
    )
    assert [severity for _, severity, _ in outcomes(".md", page)] == [  # type: ignore[operator]
        "error",
        "exempt",
        "exempt",
        "error",
    ]


# --- what was rendered ----------------------------------------------------------------------------


def test_what_quarto_made_is_counted_at_its_source(tmp_path: Path) -> None:
    for name in ("rapport.qmd", "rapport.html", "rapport.pdf", "rapport.docx", "los.html", "los.pdf"):
        (tmp_path / name).write_text("x")
    found = {each.path.rpartition("/")[2]: each.code for each in Discovery(READERS).find([str(tmp_path)])}
    assert [name for name, code in found.items() if code == "rendered-copy"] == [
        "rapport.html",
        "rapport.pdf",
    ]
    (named,) = Discovery(READERS).find([str(tmp_path / "rapport.html")])
    assert named.code is None
