"""Properties of marked copies over generated documents: runs split anywhere, nested in anything."""

from __future__ import annotations

import os
import re
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders.docx import (
    complex_field,
    control,
    dele,
    element,
    endnote,
    footnote,
    hidden,
    ins,
    link,
    p,
    run,
    smart,
    table,
    word,
    xml,
)
from tests.builders.docx_drawn import textbox
from tests.writers.marked import W, accepted, commented, entries, find, fix, fixed, read, rejected

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.builders.docx import Node

pytestmark = pytest.mark.slow

TERMS = {
    "hoger onderwijs": "hbo en wo",
    "mbo-leerling": "mbo-student",
    "hoogopgeleiden": "hbo- en wo-opgeleiden",
}
LOOKS = [
    "",
    "<w:b/>",
    "<w:i/>",
    '<w:b/><w:lang w:val="nl-NL"/>',
    '<w:rFonts w:ascii="Arial"/><w:sz w:val="28"/>',
]
WRAPPERS = [
    link,
    ins,
    smart,
    control,
    lambda *nodes: ins(link(*nodes), author="Piet"),
    lambda *nodes: link(ins(*nodes)),
    lambda *nodes: control(smart(*nodes)),
    lambda *nodes: complex_field('HYPERLINK "x"', *nodes),
]
BETWEEN = [
    dele("weg"),
    footnote("noot"),
    xml('<w:bookmarkStart w:id="3" w:name="x"/><w:bookmarkEnd w:id="3"/>'),
    xml('<w:proofErr w:type="spellStart"/>'),
    xml("<w:r><w:lastRenderedPageBreak/></w:r>"),
    hidden("geheim"),
]
CONTAINERS = [
    lambda *nodes: p(*nodes),
    lambda *nodes: table([["a", [p(*nodes)]]]),
    lambda *nodes: p("noot", footnote(*nodes)),
    lambda *nodes: p("noot", endnote(*nodes)),
    lambda *nodes: p(textbox(*nodes), "anker"),
]

words = st.sampled_from([*TERMS, "en", "de stad", "  ", "é", "x&y<z>", "school", ",", "opgeleid"])


@st.composite
def inline(draw: st.DrawFn) -> list[Node]:
    """A text in runs cut anywhere, some wrapped together, things between them."""
    text = " ".join(draw(st.lists(words, min_size=1, max_size=6)))
    cuts = sorted(draw(st.sets(st.integers(1, max(1, len(text) - 1)), max_size=6)) | {0, len(text)})
    nodes: list[Node] = []
    for start, end in pairwise(cuts):
        nodes.append(run(text[start:end], draw(st.sampled_from(LOOKS))))
        if draw(st.integers(0, 7)) == 0:
            nodes.append(draw(st.sampled_from(BETWEEN)))
    start = draw(st.integers(0, len(nodes)))
    end = draw(st.integers(start, len(nodes)))
    if start < end and draw(st.booleans()):
        nodes[start:end] = [draw(st.sampled_from(WRAPPERS))(*nodes[start:end])]
    return nodes


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    blocks = [
        draw(st.sampled_from(CONTAINERS))(*nodes)
        for nodes in draw(st.lists(inline(), min_size=1, max_size=3))
    ]
    header = draw(st.one_of(st.just([]), inline()))
    return word(*blocks, header=header)


thorough = settings(
    max_examples=int(os.environ.get("TERMLINT_EXAMPLES", "40")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


@thorough
@given(documents())
def test_what_is_found_is_fixed_and_nothing_else_changes(data: bytes) -> None:
    found = find(read(data), TERMS)
    marked = fix(data, found)
    assert [deed.done for deed in marked.records] == ["changed"] * len(found)
    assert [block.text for block in read(marked.data).blocks] == [correct(b.text) for b in read(data).blocks]
    assert not find(read(marked.data), TERMS)
    assert rejected(marked.data) == rejected(data)
    assert unseen(accepted(marked.data)) == {
        part: [correct(text) for text in texts] for part, texts in unseen(accepted(data)).items()
    }
    assert kept_formatting(data) == kept_formatting(marked.data)


@thorough
@given(documents())
def test_replacing_outright_says_what_accepting_would(data: bytes) -> None:
    outright = fixed(data, TERMS, mode="replace")
    assert accepted(outright.data) == accepted(fixed(data, TERMS).data)


@thorough
@given(documents())
def test_comments_change_no_text_and_come_once(data: bytes) -> None:
    marked = fixed(data, TERMS, safety="choice")
    assert {deed.done for deed in marked.records} <= {"commented"}
    assert accepted(marked.data) == accepted(data)
    assert rejected(marked.data) == rejected(data)
    body = [deed.finding for deed in marked.records if deed.finding.location.part in ("body", "table")]
    stood_on = [unhidden(text) for text in commented(marked.data)]
    assert len(stood_on) == len(marked.records)
    for found in body:
        assert found.text in stood_on
    again = fixed(marked.data, TERMS, safety="choice")
    assert (again.data, {deed.done for deed in again.records} <= {"present"}) == (marked.data, True)


@thorough
@given(documents(), st.randoms(use_true_random=False))
def test_marks_and_comments_live_together(data: bytes, random) -> None:  # type: ignore[no-untyped-def]
    found = find(read(data), TERMS)
    safe = [finding for finding in found if random.random() < 0.5]
    choices = find(read(data), TERMS, safety="choice")
    mixed = [new if old in safe else choice for old, new, choice in zip(found, found, choices, strict=True)]
    marked = fix(data, mixed)
    assert [deed.done for deed in marked.records] == [
        "changed" if each in safe else "commented" for each in found
    ]
    assert rejected(marked.data) == rejected(data)
    assert len(find(read(marked.data), TERMS)) == len(found) - len(safe)


def correct(text: str) -> str:
    for term, instead in TERMS.items():
        text = text.replace(term, instead)
    return text


def unhidden(text: str) -> str:
    return text.replace("geheim", "").replace("weg", "")


def unseen(texts: dict[str, list[str]]) -> dict[str, list[str]]:
    """The texts without the hidden words, which stay where they are but not at which letter."""
    return {part: [text.replace("geheim", "") for text in found] for part, found in texts.items()}


def kept_formatting(data: bytes) -> list[tuple[str, str]]:
    """Each letter outside the terms and their replacements with its formatting, changes accepted."""
    pattern = re.compile("|".join(map(re.escape, sorted([*TERMS, *TERMS.values()], key=len, reverse=True))))
    kept = []
    for name, content in sorted(entries(data).items()):
        if not name.startswith("word/") or "/_rels/" in name or "comments" in name or "styles" in name:
            continue
        for paragraph in _paragraphs(ElementTree.fromstring(content)):
            letters = _letters(paragraph)
            text = "".join(letter for letter, _ in letters)
            spans = [match.span() for match in pattern.finditer(text)]
            kept += [pair for n, pair in enumerate(letters) if not any(s <= n < e for s, e in spans)]
    return kept


def _paragraphs(root: ElementTree.Element) -> Sequence[ElementTree.Element]:
    return list(root.iter(W + "p"))


def _letters(element: ElementTree.Element) -> list[tuple[str, str]]:
    found = []
    for child in element:
        if child.tag in (W + "del", W + "txbxContent", W + "pPr"):
            continue
        if child.tag != W + "r":
            found += _letters(child)
            continue
        properties = child.find(W + "rPr")
        looks = ElementTree.tostring(properties, encoding="unicode") if properties is not None else ""
        if "vanish" in looks:
            continue
        found += [(letter, looks) for t in child.findall(W + "t") for letter in t.text or ""]
    return found


def test_the_formatting_check_sees_a_difference() -> None:
    plain, bold = word(p("De ", run("stad"))), word(p("De ", run("stad", "<w:b/>")))
    assert kept_formatting(plain) != kept_formatting(bold)


def test_a_generated_document_has_breaks_too() -> None:
    data = word(p("hoger", element("br"), "onderwijs"))
    assert [block.text for block in read(data).blocks] == ["hoger\nonderwijs"]
