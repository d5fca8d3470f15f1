"""Tracked changes: accepting all gives the corrected text, rejecting all the original's."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from tests.builders.docx import (
    Node,
    b,
    bullet,
    comment,
    complex_field,
    control,
    dele,
    element,
    footnote,
    h,
    hidden,
    i,
    ins,
    link,
    math,
    moved_to,
    p,
    ruby,
    run,
    section,
    simple_field,
    smart,
    table,
    word,
)
from tests.builders.docx_drawn import chart, picture, textbox
from tests.writers.marked import (
    W,
    accepted,
    comments,
    entries,
    find,
    finding,
    fix,
    fixed,
    read,
    rejected,
)

TERMS = {"hoger onderwijs": "hbo en wo", "hoogopgeleiden": "hbo- en wo-opgeleiden"}
PLACES: dict[str, list[Node]] = {
    "one-run": [p("In het hoger onderwijs.")],
    "split-anywhere": [p("In het ho", "ger", " ", "onder", "wijs.")],
    "bold-half-word": [p("De ", b("hoog"), "opgeleiden.")],
    "nested-formatting": [
        p("De ", run("ho", "<w:b/><w:i/>"), i("ogopge"), run("leiden", '<w:lang w:val="nl"/>'))
    ],
    "hyperlink": [p("Lees ", link("alles over hoger onderwijs"), ".")],
    "half-in-a-hyperlink": [p("Lees ", link("alles over hoger"), " onderwijs.")],
    "after-a-hyperlink": [p(link("Lees dit"), " over hoger onderwijs.")],
    "heading": [h(1, "Over hoger onderwijs")],
    "list": [bullet("hoger onderwijs")],
    "nested-table": [table([["a", [table([["hoger onderwijs"]])]]])],
    "footnote": [p("tekst", footnote("Zie hoger onderwijs."))],
    "text-box": [p(textbox("Lees hoger onderwijs", b("!")), "anker")],
    "smart-tag": [p("a ", smart("hoger onderwijs"))],
    "rich-text-control": [p("a ", control("hoger ", b("onderwijs"), " b"))],
    "link-field": [p(complex_field('HYPERLINK "x"', "naar hoger onderwijs"))],
    "form-field": [p(complex_field("FORMTEXT", "hoger onderwijs"))],
    "inside-an-insertion": [p("a ", ins("het hoger onderwijs hier"), " b")],
    "half-in-an-insertion": [p("a ", ins("het hoger"), " onderwijs")],
    "an-insertion-in-the-middle": [p("hoger ", ins("onder"), "wijs")],
    "a-whole-insertion": [p("a ", ins("hoger onderwijs"), " b")],
    "around-a-deletion": [p("hoger ", dele("beroeps"), "onderwijs")],
    "around-hidden-words": [p("hoger ", hidden("geheim"), "onderwijs")],
    "around-the-call-of-a-note": [p("hoger", footnote("noot"), " onderwijs")],
    "over-a-line-break": [
        p("hoog", element("softHyphen"), "opgeleiden of hoger", element("br"), "onderwijs")
    ],
    "in-a-commented-sentence": [p(comment("klopt dit?", "het hoger onderwijs"), " x")],
    "twice-in-a-run": [p("hoger onderwijs en hoger onderwijs")],
    "several-paragraphs": [p("hoger onderwijs"), p("niets"), p("hoogopgeleiden")],
    "joined-by-a-deleted-mark": [p("hoger ", properties='<w:rPr><w:del w:id="1"/></w:rPr>'), p("onderwijs")],
}
SPELT = {**TERMS, "hoog\u00adopgeleiden": "hbo- en wo-opgeleiden", "hoger\nonderwijs": "hbo en wo"}


def corrected(texts: dict[str, list[str]]) -> dict[str, list[str]]:
    def correct(text: str) -> str:
        for term, instead in SPELT.items():
            text = text.replace(term, instead)
        return text.replace("hoger geheimonderwijs", "hbo en wogeheim")

    return {part: [correct(text) for text in found] for part, found in texts.items()}


@pytest.mark.parametrize("strict", [False, True], ids=["transitional", "strict"])
@pytest.mark.parametrize("place", PLACES)
def test_accepting_corrects_and_rejecting_restores(place: str, strict: bool) -> None:
    if strict:
        marked = fixed(word(*PLACES[place], strict=True), SPELT)
        assert not find(read(marked.data), SPELT)
        return
    data = word(*PLACES[place])
    marked = fixed(data, SPELT)
    assert {deed.done for deed in marked.records} == {"changed"}
    assert rejected(marked.data) == rejected(data)
    if place == "joined-by-a-deleted-mark":
        assert [block.text for block in read(marked.data).blocks] == ["hbo en wo"]
    else:
        assert accepted(marked.data) == corrected(accepted(data))


@pytest.mark.parametrize("place", PLACES)
def test_a_second_run_finds_nothing_and_changes_nothing(place: str) -> None:
    once = fixed(word(*PLACES[place]), SPELT)
    again = fixed(once.data, SPELT)
    assert (again.data, again.records) == (once.data, ())


@pytest.mark.parametrize("place", PLACES)
def test_replacing_outright_leaves_the_corrected_text_and_no_marks(place: str) -> None:
    data = word(*PLACES[place])
    marked = fixed(data, SPELT, mode="replace")
    assert [block.text for block in read(marked.data).blocks] == [
        block.text for block in read(fixed(data, SPELT).data).blocks
    ]
    for name, content in entries(marked.data).items():
        assert b'w:author="termlint"' not in content, name


@pytest.mark.parametrize(
    ("nodes", "reason"),
    [
        pytest.param([complex_field("REF x", "hoger onderwijs")], "fix-locked-field", id="computed-field"),
        pytest.param(
            [simple_field("TOC", "hoger onderwijs")], "fix-locked-field", id="computed-simple-field"
        ),
        pytest.param(
            [control("hoger onderwijs", properties="<w:text/>")],
            "fix-locked-control",
            id="plain-text-control",
        ),
        pytest.param(
            [control("hoger onderwijs", properties='<w:lock w:val="contentLocked"/>')],
            "fix-locked-control",
            id="locked-control",
        ),
        pytest.param(
            [control("hoger onderwijs", properties='<w:dataBinding w:xpath="/x"/>')],
            "fix-locked-control",
            id="control-bound-to-data",
        ),
        pytest.param([moved_to("hoger onderwijs")], "fix-locked-move", id="moved-text"),
        pytest.param([math("hoger onderwijs")], "fix-locked-place", id="formula"),
        pytest.param([ruby("hoger onderwijs", "x")], "fix-locked-place", id="ruby"),
        pytest.param([picture("hoger onderwijs")], "fix-locked-place", id="alt-text"),
        pytest.param([chart("hoger onderwijs", [], [])], "fix-locked-place", id="chart"),
        pytest.param([comment("hoger onderwijs", "x")], "fix-locked-comment", id="somebodys-comment"),
    ],
)
def test_where_words_cannot_be_changed_a_comment_says_so(nodes: list[Node], reason: str) -> None:
    data = word(p("a ", *nodes, " z"))
    marked = fixed(data, TERMS)
    assert [(deed.done, deed.reason) for deed in marked.records] == [("commented", reason)]
    assert accepted(marked.data) == accepted(data)
    assert [block.text for block in read(marked.data).blocks] == [block.text for block in read(data).blocks]
    again = fixed(marked.data, TERMS)
    assert ([deed.done for deed in again.records], again.data) == (["present"], marked.data)


def test_a_block_content_control_gets_a_comment() -> None:
    marked = fixed(word(control(p("hoger onderwijs"))), TERMS)
    assert [(deed.done, deed.reason) for deed in marked.records] == [("commented", "fix-locked-control")]


def test_a_running_head_is_changed_in_every_section_that_repeats_it() -> None:
    head = ["Gids ", b("hoger"), " onderwijs"]
    data = word(
        p("a"), section(header=head), p("b"), section(header=["Gids hoger onderwijs"]), header=["Iets"]
    )
    marked = fixed(data, TERMS)
    assert [deed.done for deed in marked.records] == ["changed"]
    heads = [texts for part, texts in accepted(marked.data).items() if "header" in part]
    assert heads == [["Gids hbo en wo"], ["Gids hbo en wo"], ["Iets"]]
    assert rejected(marked.data) == rejected(data)


def test_what_is_inserted_looks_like_what_it_replaces() -> None:
    marked = fixed(word(p("De ", b("hoog"), i("opgeleiden"), ".")), TERMS)
    root = ElementTree.fromstring(entries(marked.data)["word/document.xml"])
    inserted = root.find(f".//{W}ins")
    assert inserted is not None
    assert [
        (
            "".join(t.text or "" for t in r.iter(W + "t")),
            [c.tag.removeprefix(W) for c in r.findall(f"{W}rPr/*")],
        )
        for r in inserted
    ] == [("hbo- en wo-", ["b"]), ("opgeleiden", ["i"])]


def test_of_two_findings_on_the_same_words_the_second_is_a_comment() -> None:
    data = word(p("het hoger onderwijs"))
    block = read(data).blocks[0]
    marked = fix(data, [finding(block, 4, 19, "hbo en wo"), finding(block, 4, 9, "ander")])
    assert [(deed.done, deed.reason) for deed in marked.records] == [
        ("changed", None),
        ("commented", "fix-overlap"),
    ]
    assert accepted(marked.data)["word/document.xml"] == ["het hbo en wo"]
    assert rejected(marked.data) == rejected(data)


def test_a_choice_is_for_a_person() -> None:
    data = word(p("het hoger onderwijs"))
    marked = fixed(data, TERMS, safety="choice")
    assert [(deed.done, deed.reason) for deed in marked.records] == [("commented", "fix-no-safe-suggestion")]
    assert accepted(marked.data) == accepted(data)


def test_a_text_box_says_the_same_to_old_readers() -> None:
    marked = fixed(word(p(textbox("hoger onderwijs"))), TERMS)
    root = ElementTree.fromstring(entries(marked.data)["word/document.xml"])
    boxes = [ElementTree.tostring(box) for box in root.iter(W + "txbxContent")]
    assert len(boxes) == 2
    assert boxes[0] == boxes[1]


def test_marks_are_signed_dated_and_numbered_apart() -> None:
    data = word(p("hoger onderwijs ", ins("x"), " hoogopgeleiden"))
    marked = fixed(data, TERMS, author="Fatima")
    root = ElementTree.fromstring(entries(marked.data)["word/document.xml"])
    marks = [e for e in root.iter() if e.tag in (W + "ins", W + "del")]
    ours = [mark for mark in marks if mark.get(W + "author") == "Fatima"]
    assert len(ours) == 4
    assert {mark.get(W + "date") for mark in ours} == {"2026-03-04T05:06:07Z"}
    assert len({mark.get(W + "id") for mark in marks}) == len(marks)


def test_the_same_input_gives_the_same_bytes() -> None:
    data = word(p("hoger onderwijs"), header=["hoger onderwijs"])
    assert fixed(data, TERMS, safety="choice").data == fixed(data, TERMS, safety="choice").data
    assert comments(fixed(data, TERMS, safety="choice").data)
