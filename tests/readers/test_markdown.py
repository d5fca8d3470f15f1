"""The Markdown reader: what a reader of the page sees, with exact places in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.model import Document, TextOrigin
from termlint.readers import ReadOptions
from termlint.readers.markdown import read


def document(text: str) -> Document:
    return read(text.encode(), lambda text: True, ReadOptions())


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.part, block.text) for block in document(text).blocks]


def assert_origins_exact(found: Document) -> None:
    assert found.source is not None
    for block in found.blocks:
        for piece in block.pieces:
            assert isinstance(piece.origin, TextOrigin)
            there = found.source[piece.origin.offset : piece.origin.offset + piece.end - piece.start]
            assert block.text[piece.start : piece.end] == there


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param("hoog **opgeleid** zijn", "hoog opgeleid zijn", id="bold"),
        pytest.param("hoog*opgeleid*", "hoogopgeleid", id="half a word"),
        pytest.param("_hoger_ onderwijs", "hoger onderwijs", id="underscores"),
        pytest.param("laag_opgeleid_2CAT", "laag_opgeleid_2CAT", id="underscores inside a name stay"),
        pytest.param("3 * 4 * 5", "3 * 4 * 5", id="a star on its own stays"),
        pytest.param("~~hoger~~ onderwijs", "hoger onderwijs", id="struck out"),
        pytest.param("[hoger](https://x.nl/hoger-onderwijs) onderwijs", "hoger onderwijs", id="link"),
        pytest.param("[hoger](u 'titel (a)') onderwijs", "hoger onderwijs", id="link with a title"),
        pytest.param("[hoger\nonderwijs][ref]", "hoger\nonderwijs", id="link over a line end"),
        pytest.param("een [lijst] met haken", "een [lijst] met haken", id="brackets that are no link stay"),
        pytest.param("[hoger]{.smallcaps} onderwijs", "hoger onderwijs", id="span with attributes"),
        pytest.param("![hoger onderwijs](a.png){width=3}", "hoger onderwijs", id="the words for an image"),
        pytest.param("hoger<br>onderwijs", "hoger\nonderwijs", id="a break parts words"),
        pytest.param("<b>hoger</b> <span class='x'>onderwijs</span>", "hoger onderwijs", id="tags"),
        pytest.param("5 < 6 en 7 > 2", "5 < 6 en 7 > 2", id="less than is no tag"),
        pytest.param("hoger&nbsp;onderwijs &amp; meer", "hoger\u00a0onderwijs & meer", id="entities"),
        pytest.param("hoog&shy;opgeleid", "hoog\u00adopgeleid", id="soft hyphen as entity"),
        pytest.param("AT&T; x", "AT&T; x", id="an entity that does not exist stays"),
        pytest.param(r"\*hoger\* onderwijs", "*hoger* onderwijs", id="escaped marks stay"),
        pytest.param("hoger onderwijs[^1]", "hoger onderwijs", id="footnote mark"),
        pytest.param(
            "de kolom `hoger_onderwijs` telt",
            "de kolom `hoger_onderwijs` telt",
            id="code shows that it is code",
        ),
        pytest.param("hoger <!-- let op --> onderwijs", "hoger  onderwijs", id="comment"),
    ],
)
def test_marks_do_not_break_a_phrase(text: str, seen: str) -> None:
    assert [block.text for block in document(text).blocks] == [seen]
    assert_origins_exact(document(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("# Kop\ntekst", [("heading", "Kop"), ("body", "tekst")], id="heading"),
        pytest.param("## Kop ##", [("heading", "Kop")], id="closed heading"),
        pytest.param("#geen kop", [("body", "#geen kop")], id="no space, no heading"),
        pytest.param("Kop\n===\ntekst", [("heading", "Kop"), ("body", "tekst")], id="underlined heading"),
        pytest.param("a\n\n---\n\nb", [("body", "a"), ("body", "b")], id="break"),
        pytest.param("- een\n- twee", [("list", "een"), ("list", "twee")], id="list"),
        pytest.param("- [x] een", [("list", "een")], id="task"),
        pytest.param("1. een\n2. twee", [("list", "een"), ("list", "twee")], id="numbered list"),
        pytest.param(
            "in het jaar\n2023. Daarna", [("body", "in het jaar\n2023. Daarna")], id="a year is no item"
        ),
        pytest.param(
            "- een\n\n    vervolg",
            [("list", "een"), ("body", "vervolg")],
            id="indented under an item is prose",
        ),
        pytest.param("tekst\n\n    x <- 1", [("body", "tekst"), ("code", "x <- 1")], id="indented code"),
        pytest.param("```{r}\nx <- 1\n```\ntekst", [("code", "x <- 1"), ("body", "tekst")], id="fence"),
        pytest.param("> hoger\n> onderwijs", [("body", "hoger\nonderwijs")], id="quotation marks of e-mail"),
        pytest.param("| a | b |\n|---|---|\n| **c** | d |", [("table", x) for x in "abcd"], id="table"),
        pytest.param("a | b\n--|--\nc | d", [("table", x) for x in "abcd"], id="table without outer bars"),
        pytest.param("a | b", [("body", "a | b")], id="a bar in a sentence is no table"),
        pytest.param("[ref]: https://x.nl/hoger-onderwijs", [], id="the address of a link is no prose"),
        pytest.param("[^1]: Een noot", [("footnote", "Een noot")], id="footnote"),
        pytest.param("::: {.callout}\ntekst\n:::", [("body", "tekst")], id="fenced div"),
        pytest.param("<!--\ngeheim\n-->\n\ntekst", [("body", "tekst")], id="comment over lines"),
        pytest.param(
            "---\ntitle: Titel\n---\ntekst", [("title", "Titel"), ("body", "tekst")], id="front matter"
        ),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text) == expected


@pytest.mark.parametrize(
    ("text", "about"),
    [
        pytest.param(
            "<!-- termlint: negeer x y -->\nHet hoger onderwijs.\n\nOok dit.", [0], id="alone: the next block"
        ),
        pytest.param("Hoger. <!-- termlint: negeer x y -->\n\nOok.", [0], id="inside a block: that block"),
        pytest.param("Een.\n\n<!-- termlint: negeer x y -->\n\n- twee\n- drie", [1], id="one item of a list"),
        pytest.param("<!-- termlint: negeer x y -->\n\n| a | b |\n|---|---|\n| c | d |", [0, 1], id="a row"),
        pytest.param("| a | b <!-- termlint: negeer x y --> |\n|---|---|\n| c | d |", [0, 1], id="in a row"),
        pytest.param("Een.\n\n<!-- termlint: negeer x y -->", [], id="at the end: nothing"),
    ],
)
def test_what_a_comment_to_termlint_is_about(text: str, about: list[int]) -> None:
    found = document(text)
    (comment,) = found.comments
    assert comment.text.strip() == "termlint: negeer x y"
    assert comment.covers == tuple((number, 0, len(found.blocks[number].text)) for number in about)
    assert comment.line == text[: text.index("<!--")].count("\n") + 1


def test_another_comment_is_none_to_termlint() -> None:
    assert document("<!-- gewoon -->\nHet hoger onderwijs.").comments == ()


def test_a_phrase_in_bold_knows_where_it_stands() -> None:
    text = "🎉 hoog **opgeleid**\r\n"
    block = document(text).blocks[0]
    start = block.text.index("opgeleid")
    piece = next(p for p in block.pieces if p.start <= start < p.end)
    assert isinstance(piece.origin, TextOrigin)
    assert piece.origin.offset + start - piece.start == text.index("opgeleid")


@given(st.text(alphabet="ab *_`[]()<>!-|#&;\\:{}~\n\r🎉", max_size=60))
def test_every_origin_is_exact_and_in_order(text: str) -> None:
    found = document(text)
    assert_origins_exact(found)
    offsets = [p.origin.offset for b in found.blocks for p in b.pieces if isinstance(p.origin, TextOrigin)]
    assert offsets == sorted(set(offsets))
