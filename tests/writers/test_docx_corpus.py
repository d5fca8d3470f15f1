"""Terms planted at random places in real documents: found, fixed, silent after, the rest unchanged."""

from __future__ import annotations

import os
import re
from copy import deepcopy
from random import Random
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tests.builders.docx_package import zipped
from tests.writers.marked import W, entries, find, fix, read, rejected

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.model import Document
    from termlint.writers import WriteResult

pytestmark = pytest.mark.slow

LONG = bool(os.environ.get("TERMLINT_LONG"))  # dev.py test --long: every document, else one in four
TERM, INSTEAD = "hoger onderwijs", "hbo en wo"
_PLANTED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ALWAYS_WRITTEN = {
    "word/document.xml",
    "word/comments.xml",
    "[Content_Types].xml",
    "word/_rels/document.xml.rels",
}


def planted(data: bytes, random: Random) -> bytes:
    """The document with the term at three random places of each part, cut in two runs."""
    files = entries(data)
    for name in files:
        if _PLANTED.fullmatch(name):
            root = etree.fromstring(files[name])
            runs = [t for t in root.iter(W + "t") if t.getparent().tag == W + "r" and not _is_fallback(t)]
            for text in random.sample(runs, min(3, len(runs))):
                _plant(text, random)
            files[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return zipped(files)


def _is_fallback(element: etree._Element) -> bool:
    return any(str(each.tag).endswith("}Fallback") for each in element.iterancestors())


def _plant(element: etree._Element, random: Random) -> None:
    """Put the term at a random letter; what follows goes to a run of its own."""
    run = element.getparent()
    assert run is not None
    text = element.text or ""
    text = text if element.get(_SPACE) == "preserve" else text.strip()
    at, cut = random.randint(0, len(text)), random.randint(0, len(TERM))
    element.text, rest = f"{text[:at]} {TERM[:cut]}", f"{TERM[cut:]} {text[at:]}"
    element.set(_SPACE, "preserve")
    second = etree.Element(W + "r")
    properties = run.find(W + "rPr")
    if properties is not None:
        second.append(deepcopy(properties))
    words = etree.SubElement(second, W + "t")
    words.text = rest
    words.set(_SPACE, "preserve")
    second.extend(list(element.itersiblings()))
    run.addnext(second)


@pytest.mark.parametrize("mode", ["tracked", "comments"])
def test_what_is_planted_is_fixed_or_commented_and_nothing_else_changes(corpus: Path, mode: str) -> None:
    done = 0
    for number, path in enumerate(sorted(corpus.glob("documents/*.docx"))):
        if number % 2 == (mode == "tracked") or (number % 8 > 1 and not LONG):
            continue
        data = planted(path.read_bytes(), Random(number))
        document = read(data)
        found = find(document, {TERM: INSTEAD}, "safe" if mode == "tracked" else "choice")
        marked = fix(data, found, mode=mode)
        done += len(found)
        assert texts(read(marked.data)) == corrected(document, marked), path
        assert rejected(marked.data) == rejected(data), path
        assert untouched(data, marked, document), path
        left = find(read(marked.data), {TERM: INSTEAD}, "choice")
        again = fix(marked.data, left, mode=mode)
        assert {deed.done for deed in again.records} <= {"present"}, path
        assert again.data == marked.data, path
    assert done > (100 if LONG else 25)


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def corrected(document: Document, marked: WriteResult) -> list[str]:
    """The blocks with the words of each change replaced."""
    found = texts(document)
    changed = [deed.finding.location for deed in marked.records if deed.done == "changed"]
    for place in sorted(changed, key=lambda each: -each.block_start):
        text = found[place.block]
        found[place.block] = text[: place.block_start] + INSTEAD + text[place.block_end :]
    return found


def untouched(data: bytes, marked: WriteResult, document: Document) -> bool:
    """Whether every part without marks keeps its bytes."""
    changed = [deed.finding.location.block for deed in marked.records if deed.done == "changed"]
    parts = {getattr(piece.origin, "part", "") for n in changed for piece in document.blocks[n].pieces}
    heads = {"header", "footer"} & {document.blocks[n].part for n in changed}
    before, after = entries(data), entries(marked.data)
    return all(
        after[name] == content
        for name, content in before.items()
        if name not in parts | _ALWAYS_WRITTEN and not any(f"word/{head}" in name for head in heads)
    )
