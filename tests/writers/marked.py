"""What the tests of writers share: findings made by hand, and marked copies read without our own code.

`accepted` and `rejected` are what Word shows after accepting or rejecting every tracked change, by the
standard library's XML alone.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from termlint.model import Block, Context, Document, Edit, Finding, Location, Suggestion
from termlint.readers import READERS, ReadOptions
from termlint.writers import WRITERS, RuleText, WriteOptions, WriteResult

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WHEN = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
RULES = {"hoger-onderwijs": RuleText(why="Het mbo hoort er ook bij.", source="Mbo-uitvoeringsplan, 1.1")}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_STORIES = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")


def read(data: bytes) -> Document:
    return READERS[".docx"](data, lambda text: True, ReadOptions())


def find(document: Document, terms: Mapping[str, str], safety: str = "safe") -> list[Finding]:
    """A finding for every place where a term stands, with its replacement as the one suggestion."""
    pattern = re.compile("|".join(re.escape(term) for term in sorted(terms, key=len, reverse=True)))
    return [
        finding(block, match.start(), match.end(), terms[match[0]], safety)
        for block in document.blocks
        for match in pattern.finditer(block.text)
    ]


def finding(block: Block, start: int, end: int, text: str, safety: str = "safe") -> Finding:
    words = block.text[start:end]
    edits = (Edit(start, end, text),) if safety != "advice" else ()
    return Finding(
        path="a.docx",
        rule="hoger-onderwijs",
        pack="vervolgonderwijs",
        severity="error",
        rule_severity="error",
        status="new",
        message=f"‘{words}’ zet hbo en wo boven het mbo.",
        text=" ".join(words.split()),
        location=Location(part=block.part, block=block.index, block_start=start, block_end=end),
        context=Context("", words, ""),
        suggestions=(Suggestion(text, safety, edits),),  # type: ignore[arg-type]
        fingerprint=f"s1:{block.index}:{start}",
    )


def fix(data: bytes, findings: Sequence[Finding], **options: object) -> WriteResult:
    chosen = WriteOptions(**{"date": WHEN, "rules": RULES, **options})  # type: ignore[arg-type]
    return WRITERS["docx"](data, read(data), findings, chosen)


def fixed(data: bytes, terms: Mapping[str, str], safety: str = "safe", **options: object) -> WriteResult:
    return fix(data, find(read(data), terms, safety), **options)


def accepted(data: bytes) -> dict[str, list[str]]:
    """The text of each paragraph that has any, by part, with every tracked change accepted."""
    return _texts(data, gone={W + "del", W + "moveFrom"}, words={W + "t"})


def rejected(data: bytes) -> dict[str, list[str]]:
    """The same with every tracked change rejected."""
    return _texts(data, gone={W + "ins", W + "moveTo"}, words={W + "t", W + "delText"})


def _texts(data: bytes, gone: set[str], words: set[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, content in entries(data).items():
        if _STORIES.fullmatch(name):
            paragraphs = _paragraphs(ElementTree.fromstring(content), gone)
            found[name] = [text for p in paragraphs if (text := _text(p, gone, words)).strip()]
    return found


def _paragraphs(element: ElementTree.Element, gone: set[str]) -> list[ElementTree.Element]:
    found = []
    for child in element:
        if child.tag in gone or child.tag == _FALLBACK:
            continue
        if child.tag == W + "p":
            found.append(child)
        found += _paragraphs(child, gone)
    return found


def _text(element: ElementTree.Element, gone: set[str], words: set[str]) -> str:
    parts = []
    for child in element:
        if child.tag in gone or child.tag in (_FALLBACK, W + "txbxContent", W + "pPr", W + "rPr"):
            continue
        if child.tag in words:
            parts.append(child.text or "")
        elif child.tag in _SIGNS:
            parts.append(_SIGNS[child.tag])
        else:
            parts.append(_text(child, gone, words))
    return "".join(parts)


_SIGNS = {W + "tab": "\t", W + "br": "\n", W + "noBreakHyphen": "\u2011", W + "softHyphen": "\u00ad"}


def entries(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def comments(data: bytes) -> list[list[str]]:
    """The paragraphs of each comment."""
    content = entries(data).get("word/comments.xml")
    found = ElementTree.fromstring(content).findall(W + "comment") if content else []
    return [[_text(p, set(), {W + "t"}) for p in comment.iter(W + "p")] for comment in found]


def commented(data: bytes) -> list[str]:
    """The words in the running text that each comment stands on, by the comment's id."""
    root = ElementTree.fromstring(entries(data)["word/document.xml"])
    open_: dict[str, list[str]] = {}
    found: dict[str, str] = {}
    for element in root.iter():
        ident = element.get(W + "id", "")
        if element.tag == W + "commentRangeStart":
            open_[ident] = []
        elif element.tag == W + "commentRangeEnd":
            found[ident] = "".join(open_.pop(ident))
        elif element.tag in (W + "t", W + "delText"):
            for words in open_.values():
                words.append(element.text or "")
    assert not open_
    return [found[ident] for ident in sorted(found, key=int)]
