"""Comments in a Word file: read, heard, or ours."""

from __future__ import annotations

import pytest

from tests.builders.docx import (
    b,
    comment,
    p,
    word,
    xml,
)
from tests.readers.docx_read import read


def test_comments_are_read_with_their_author_but_not_ours() -> None:
    data = word(
        p("a ", comment("van Jan", "b")),
        p(comment("van ons", "c", author="termlint")),
        p(comment("van ons, getekend door een ander", "d", author="Fatima", initials="termlint")),
    )
    assert [(n.text, n.author) for n in read(data).blocks if n.part == "comment"] == [("van Jan", "Jan")]


def test_a_comment_accepts_the_words_it_stands_on() -> None:
    data = word(
        p(
            "in het ",
            comment("termlint: negeer hoger-onderwijs naam van de wet", "hoger ", b("onderwijs"), "!"),
            "x",
        )
    )
    document = read(data)
    (found,) = document.comments
    assert found.covers == ((0, 7, 23),)
    assert (found.block, found.offset, found.paragraph, found.line) == (0, 7, 1, None)
    assert document.blocks[0].text[7:23] == "hoger onderwijs!"


def test_an_accepting_comment_reaches_over_paragraphs() -> None:
    start, end = xml('<w:commentRangeStart w:id="0"/>'), xml('<w:commentRangeEnd w:id="0"/>')
    said = comment("termlint: negeer alles citaat", author="Jan")

    def register(parts: object) -> str:
        said(parts)  # type: ignore[operator,arg-type]
        return ""

    data = word(p(register, "een ", start, "twee"), p("drie"), p("vier", end, " vijf"))
    (found,) = read(data).comments
    assert found.covers == ((0, 4, 8), (1, 0, 4), (2, 0, 4))


def test_comments_to_termlint_come_in_the_order_of_the_text_not_of_their_numbers() -> None:
    first, second = xml('<w:commentRangeStart w:id="1"/>'), comment("termlint: aan", "drie")
    later = comment("termlint: uit x y")

    def register(parts: object) -> str:
        later(parts)  # type: ignore[operator,arg-type]
        return ""

    document = read(word(p("een ", first, "twee", xml('<w:commentRangeEnd w:id="1"/>')), p(second, register)))
    assert [(each.text, each.block, each.offset) for each in document.comments] == [
        ("termlint: uit x y", 0, 4),
        ("termlint: aan", 1, 0),
    ]


@pytest.mark.parametrize(
    ("text", "read_too"),
    [
        pytest.param("termlint: negeer x hoogopgeleid", False, id="one that we obey"),
        pytest.param("termlint: uit x hoogopgeleid", False, id="off"),
        pytest.param("termlint: hoogopgeleid", True, id="one that we do not understand is a text"),
        pytest.param("hoogopgeleid", True, id="somebody's remark"),
    ],
)
def test_a_comment_that_termlint_obeys_is_no_text(text: str, read_too: bool) -> None:
    parts = [block.part for block in read(word(p(comment(text, "a")))).blocks]
    assert ("comment" in parts) is read_too
