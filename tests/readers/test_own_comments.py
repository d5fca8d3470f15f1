"""The comments of an earlier `fix` are known by the id it wrote, and no comment of a person is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from termlint import engine, rulebook
from termlint.matching.fingerprint import comment_id
from termlint.readers.legacy_comments import legacy_id
from termlint.readers.ooxml import Package
from termlint.readers.ooxml.stories import stories
from termlint.readers.own_comments import own_comments, signature
from tests.builders.docx import comment, p, word
from tests.conftest import ROOT
from tests.writers.marked import entries, fix, fixed, read
from tests.writers.marked import find as found_in

if TYPE_CHECKING:
    from collections.abc import Mapping

THEN = ROOT / "tests" / "fixtures"
TERM = {"hoger onderwijs": "hbo en wo"}
RULE = "hoger-onderwijs"
HERE = comment_id(RULE)


def own(data: bytes) -> list[str]:
    return list(own_comments(stories(Package(data, 10**8))).values())


@pytest.mark.parametrize(
    ("text", "author", "initials", "known"),
    [
        pytest.param(f"Regel: {RULE} {signature(HERE)}", "Fatima", "termlint", [HERE], id="ours, signed"),
        pytest.param(f"Regel: {RULE} {signature(HERE)}", "termlint", "", [HERE], id="initials dropped"),
        pytest.param(signature(HERE), "termlint", "termlint", [HERE], id="other words around the id"),
        pytest.param(f"{signature(HERE)} → akkoord", "x", "termlint", [HERE], id="somebody wrote in it"),
        pytest.param(f"Regel: {RULE} {signature(HERE)}", "Jan", "J", [], id="a person copied it"),
        pytest.param(f"Regel: {RULE} (termlint)", "Jan", "J", [], id="a person copied an old one"),
        pytest.param("Kijk hier nog eens naar.", "termlint", "termlint", [], id="no id"),
        pytest.param(f"(termlint {HERE.upper()}x)", "termlint", "termlint", [], id="no id of ours"),
    ],
)
def test_the_initials_say_whose_it_is_and_the_id_what_about(
    text: str, author: str, initials: str, known: list[str]
) -> None:
    data = word(p(comment(text, "hoger onderwijs", author=author, initials=initials)))
    assert own(data) == known
    assert [deed.done for deed in fixed(data, TERM, mode="comments").records][:1] == (
        ["present"] if known else ["commented"]
    )


def test_with_other_sentences_it_is_known_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    marked = fixed(word(p("het hoger onderwijs"), header=["hoger onderwijs"]), TERM, mode="comments").data
    before = entries(marked)["word/comments.xml"]
    for module in ("comment_text", "docx_comments"):
        monkeypatch.setattr(f"termlint.writers.{module}.say", lambda code, lang, **values: f"anders ({code})")
    other = entries(fixed(word(p("hoger onderwijs")), TERM, mode="comments").data)["word/comments.xml"]
    assert b"anders (fix-rule)" in other
    assert b"anders (fix-rule)" not in before
    assert {deed.done for deed in fixed(marked, TERM, mode="comments").records} == {"present"}


@pytest.mark.parametrize("author", ["termlint", "Redactie"])
def test_a_person_who_signs_as_the_user_does_is_read_as_a_person(author: str) -> None:
    theirs = word(p("a ", comment("Over hoger onderwijs", "b", author=author, initials="R")))
    parts = [block.part for block in read(theirs).blocks]
    assert ("comment" in parts) == (author != "termlint")


def test_a_reply_of_a_person_changes_nothing() -> None:
    once = fixed(word(p("hoger onderwijs")), TERM, mode="comments").data
    text = entries(once)["word/comments.xml"].decode()
    said = "<w:p><w:r><w:t>Mee eens</w:t></w:r></w:p>"
    reply = f'<w:comment w:id="9" w:author="Jan" w:initials="J">{said}</w:comment>'
    replied = replaced(once, "word/comments.xml", text.replace("</w:comments>", f"{reply}</w:comments>"))
    assert [deed.done for deed in fixed(replied, TERM, mode="comments").records] == ["present"]
    assert "Mee eens" in [block.text for block in read(replied).blocks]


def replaced(data: bytes, name: str, text: str) -> bytes:
    from termlint.readers.ooxml.rewrite import rewrite

    return rewrite(data, {name: text.encode()}, set())


# --- version 0.1.0 --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["nl", "en"])
def test_what_version_0_1_0_commented_is_known(name: str) -> None:
    rules = rulebook.load([Path(THEN / "0.1.0" / "termen" / "waterdam")])
    data = (THEN / "0.1.0-copies" / f"{name}.docx").read_bytes()
    result = engine.check("a.docx", data, ".docx", rules)
    status = {(f.location.part, f.status) for f in result.findings}
    assert len(result.findings) == 6
    assert status == {(part, "known") for part in ("body", "comment", "footnote", "header", "textbox")}
    assert own(data).count(comment_id("achterstandswijk")) == 2
    again = fix(data, list(result.findings), mode="comments")
    assert ([deed.done for deed in again.records], again.data == data) == (["present"] * 6, True)


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        pytest.param("Zo. Regel: a-b (termlint)", comment_id("a-b"), id="Dutch"),
        pytest.param("So. Rule: a-b (termlint)", comment_id("a-b"), id="English"),
        pytest.param(
            "Hier staat: ‘Wijk’s x’. Zo. Regel: a-b (termlint, elders)",
            comment_id("a-b", "wijksx"),
            id="elsewhere",
        ),
        pytest.param("Regel: a-b (termlint) zei Jan", None, id="not at the end"),
        pytest.param("Regel: a-b", None, id="not signed"),
        pytest.param("Zo. Regel: a-b (termlint, elders)", None, id="elsewhere, without words"),
    ],
)
def test_its_sentences_give_the_id_that_it_would_have_now(text: str, ident: str | None) -> None:
    assert legacy_id(text) == ident


# --- the id ---------------------------------------------------------------------------------------


def test_an_id_tells_rules_and_words_apart() -> None:
    same: Mapping[str, str] = {"Hoger onderwijs": "hoger-\nonderwijs"}
    assert all(comment_id("a", one) == comment_id("a", two) for one, two in same.items())
    ids = [comment_id("a"), comment_id("b"), comment_id("a", "x"), comment_id("a", "y"), comment_id("b", "x")]
    assert len(set(ids)) == len(ids)
    assert found_in(read(word(p("hoger onderwijs"))), TERM)[0].rule == RULE
