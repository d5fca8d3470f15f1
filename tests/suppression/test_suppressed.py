"""Where a comment holds inside a block, and when its author is told something and when not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from termlint import engine, rulebook
from termlint.engine import Options
from termlint.model import Comment, DocumentResult
from termlint.suppression.comments import suppressed
from tests.builders.docx import comment, footnote, p, word, xml

if TYPE_CHECKING:
    from termlint.rulebook.model import Ruleset

RULES = rulebook.load()
USE = "hoogopgeleiden"


def checked(data: str | bytes, suffix: str = ".md", rules: Ruleset = RULES) -> DocumentResult:
    return engine.check("a" + suffix, data if isinstance(data, bytes) else data.encode(), suffix, rules)


def exempt(result: DocumentResult) -> list[bool]:
    return [found.status == "exempt" for found in result.findings]


def codes(result: DocumentResult) -> list[str]:
    return [notice.code for notice in result.notices]


# --- inside a block -------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".md", ".html"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{USE}. <!-- termlint: negeer alles x --> Ook {USE}.", [True, True], id="the whole block"
        ),
        pytest.param(
            f"{USE}. <!-- termlint: uit alles x --> Ook {USE}.", [True, True], id="off: the whole block"
        ),
        pytest.param(
            f"<!-- termlint: uit alles x -->{USE}. <!-- termlint: aan --> Ook {USE}.",
            [True, False],
            id="on: up to it",
        ),
        pytest.param(
            f"<!-- termlint: uit alles x -->{USE}.\nOok {USE}. <!-- termlint: aan -->",
            [True, True],
            id="at the end",
        ),
    ],
)
def test_inside_a_paragraph(suffix: str, text: str, expected: list[bool]) -> None:
    text = f"<p>{text}</p>" if suffix == ".html" else text
    assert exempt(checked(text, suffix)) == expected


def test_a_stretch_of_a_word_document_is_exempt_up_to_the_words_that_on_stands_on() -> None:
    data = word(
        p(f"Wij zien {USE}."),
        p("Hier ", comment("termlint: uit alles citaat", "zien"), f" wij {USE}."),
        p(f"En {USE}."),
        p(f"Dan {USE}, ", comment("termlint: aan", "en"), f" weer {USE}."),
        p(f"Ook {USE}."),
    )
    result = checked(data, ".docx")
    assert exempt(result) == [False, True, True, True, False, False]
    assert result.notices == ()


def test_a_word_comment_beside_the_words_does_not_reach_them() -> None:
    data = word(p(comment("termlint: negeer alles citaat", "Hier"), f" zien wij {USE}."))
    result = checked(data, ".docx")
    assert (exempt(result), codes(result)) == ([False], ["suppression-unused-paragraph"])


def test_a_word_comment_on_an_empty_paragraph_is_about_what_follows_it() -> None:
    data = word(
        p(comment("termlint: uit alles citaat", xml(""))),
        p(USE),
        p(comment("termlint: aan", xml(""))),
        p(USE),
    )
    assert exempt(checked(data, ".docx")) == [True, False]


def test_a_word_comment_that_stands_nowhere_is_told_without_a_place() -> None:
    lost = comment("termlint: negeer alles citaat")

    def register(parts: object) -> str:
        lost(parts)  # type: ignore[operator,arg-type]
        return ""

    result = checked(word(p(register, USE)), ".docx")
    assert (exempt(result), codes(result)) == ([False], ["suppression-unused-loose"])


def test_a_comment_in_a_footnote_is_about_the_footnote() -> None:
    note = footnote("Hier ", comment("termlint: negeer alles citaat", USE), ".")
    assert sorted(exempt(checked(word(p(USE, note)), ".docx"))) == [False, True]


# --- what is told, and what not -------------------------------------------------------------------


def test_words_that_are_no_use_need_no_comment_but_it_counts_as_used() -> None:
    """What was quoted is information without a comment, and exempt with one."""
    quoted = "Hij zei: ‘hoogopgeleiden zijn beter’."
    assert checked(quoted).findings[0].severity == "info"
    result = checked(f"<!-- termlint: negeer alles citaat -->\n{quoted}")
    assert (exempt(result), result.notices) == ([True], ())


def test_nothing_is_told_of_a_rule_that_this_run_leaves_out() -> None:
    left = tuple(rule for rule in RULES.rules if rule.id != "hoog-opgeleid")
    rules = replace(RULES, rules=left, left_out=frozenset({"hoog-opgeleid"}))
    text = (
        f"<!-- termlint: negeer hoog-opgeleid citaat -->\n{USE}\n\n<!-- termlint: negeer alles x -->\n{USE}"
    )
    assert checked(text, rules=rules).notices == ()
    assert codes(checked(text, rules=replace(rules, left_out=frozenset()))) == [
        "suppression-unknown-rule-near-line",
        "suppression-unused-line",
    ]


def test_of_a_document_that_was_not_read_to_its_end_nothing_is_called_unused() -> None:
    text = "<!-- termlint: negeer alles citaat -->\nNiets.\n\n" + "woord " * 300_000
    few = replace(Options().read.limits, text=1.0)
    options = Options(read=replace(Options().read, limits=few))
    whole, cut = (engine.check("a.md", text.encode(), ".md", RULES, each) for each in (Options(), options))
    assert codes(whole) == ["suppression-unused-line"]
    assert codes(cut) == ["text-limit"]


def test_without_the_prefilter_the_same_is_told() -> None:
    text = f"<!-- termlint: negeer alles a -->\nNiets.\n\n<!-- termlint: uit hoog-opgeleid b -->\n{USE}\n"
    with_it, without = (
        engine.check("a.md", text.encode(), ".md", RULES, Options(screened=screened))
        for screened in (True, False)
    )
    assert codes(with_it) == ["suppression-unused-line", "suppression-not-ended-line"]
    assert with_it == without


@pytest.mark.parametrize(("number", "more"), [(20, None), (21, 1), (60, 40)])
def test_of_many_comments_the_first_are_told_and_the_others_counted(number: int, more: int | None) -> None:
    notices = checked("<!-- termlint: negeer zwembad x -->\n\n" * number + USE).notices
    assert len(notices) == min(number, 20) + (more is not None)
    assert notices[-1].params.get("count") == more
    assert all(notice.code != "suppression-more" for notice in notices[:20])


def test_two_comments_on_the_same_words_are_both_used() -> None:
    inner = f"<!-- termlint: negeer alles b -->\n{USE}"
    text = f"<!-- termlint: uit alles a -->\n\n{inner}\n\n<!-- termlint: aan -->"
    result = checked(text)
    assert (exempt(result), result.notices) == ([True], ())


def test_a_finding_gives_the_reason_and_without_one_it_stays() -> None:
    (found,) = checked(f"<!-- termlint: negeer alles naam van de wet -->\n{USE}").findings
    assert found.reason == "geaccepteerd: naam van de wet"
    (found,) = checked(f"<!-- termlint: negeer alles -->\n{USE}").findings
    assert (found.status, found.reason) == ("new", None)


def test_a_document_without_such_comments_is_the_very_same() -> None:
    from termlint.model import Block, Document

    document = Document("text", (Block(0, USE, "body"),), USE, 1)
    assert suppressed(document, RULES.names).document is document
    assert suppressed(replace(document, comments=(Comment("termlint: aan"),)), RULES.names).applied


def test_many_comments_cost_no_more_than_their_number() -> None:
    """In proportion it takes seconds; were each held against each block, hours."""
    text = f"<!-- termlint: uit alles x -->\n\n{USE}\n\n<!-- termlint: negeer hoog-opgelied x -->\n\n" * 3_000
    assert len(checked(text).notices) == 21
