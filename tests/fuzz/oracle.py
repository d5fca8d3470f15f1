"""What a damaged document says by another road than ours, to catch a wrong "clean".

When may a document that was damaged be called clean? When what is left of it holds no use of a term. Its
seed's findings do not tell: the damage may have taken the words away, or the structure that makes them text
(words put inside a tracked deletion are deleted). So each format has an independent reading:

Word    zipfile and lxml alone, without a line of termlint: from the package's relationships to the running
        text, headers, footers, notes and comments; of each paragraph its `w:t`, less what Word does not show
        (deletions, moves away, hidden runs, fallbacks, fields' instructions, anything inside properties).
PDF     poppler's pdftotext, which repairs broken files by its own lights; the words that have a size.
        What neither PDFium nor poppler can see, nobody sees: no program can warn of it.
text    the bytes decoded as Python would, line by line; HTML by lxml's own text. Markup that damage makes or
        breaks may truly silence words (an opened comment), so only plain text and CSV are held to it.

That reading goes through the same language stage as ours, and the judge asks: is there a term in it that our
reading has nowhere, while our result says "checked" and no notice warns the user? Then it was wrongly clean.
It is stricter than the promise ("no finding at all"): one lost term in a document with others counts too,
except where damaged geometry scrambles the words of a PDF's page and all of them were read.
"""

from __future__ import annotations

import io
import posixpath
import re
import shutil
import subprocess
import zipfile
import zlib
from typing import TYPE_CHECKING

from lxml import etree

from termlint import engine
from termlint.matching.fingerprint import fold
from termlint.model import Block, Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from termlint.rulebook.model import Ruleset

Terms = frozenset[tuple[str, str]]
"""Rules, each with the words it was found in, in lower case with single spaces."""

PATIENCE = 10.0
"""Seconds for pdftotext; a file on which it hangs is not judged by it."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STORIES = frozenset({"header", "footer", "footnotes", "endnotes", "comments"})
_AWAY = frozenset(
    {
        "del",
        "moveFrom",
        "rPr",
        "pPr",
        "Fallback",
        "instrText",
        "tblPr",
        "tcPr",
        "trPr",
        "sectPr",
        "sdtPr",
        "tblGrid",
    }
)


def terms(data: bytes, suffix: str, rules: Ruleset) -> Terms:
    """The terms that an independent reading of a document holds."""
    return frozenset(
        (finding.rule, folded(finding.text))
        for finding in engine.find(_document(list(paragraphs(data, suffix))), rules)
    )


def folded(words: str) -> str:
    """Words as terms are compared: without hyphens, in lower case, single spaces."""
    return " ".join(fold(word) for word in re.split(r"[\s\u00a0]+", words))


def unseen(lost: Terms, text: str) -> Terms:
    """The terms of which a word does not stand in `text` at all.

    Where damage to a page's geometry lays lines over each other, the order of words is anybody's guess; a
    word that is not there at all was missed.
    """
    seen = fold(text)
    return frozenset((rule, words) for rule, words in lost if any(word not in seen for word in words.split()))


def paragraphs(data: bytes, suffix: str) -> Iterator[str]:
    """The texts of a document by the independent reading; none when that cannot read it either."""
    if suffix == ".docx":
        yield from _word(data)
    elif suffix == ".pdf":
        yield from _pdf(data)
    elif suffix in (".txt", ".csv"):
        yield from _decoded(data).split("\n\n" if suffix == ".txt" else "\n")


def _document(texts: list[str]) -> Document:
    blocks = tuple(Block(index, text, "body") for index, text in enumerate(texts))
    return Document("text", blocks, "\n".join(texts), sum(len(text.split()) for text in texts))


def _decoded(data: bytes) -> str:
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    return ""


# --- PDF --------------------------------------------------------------------------------------------


def _pdf(data: bytes) -> Iterator[str]:
    program = shutil.which("pdftotext")
    if program is None:
        return
    command = [program, "-q", "-enc", "UTF-8", "-bbox-layout", "-", "-"]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return
    root = _parsed(done.stdout, recover=True)
    for block in root.iter("{*}block") if root is not None else ():
        lines = ([word.text or "" for word in line if _has_size(word)] for line in block)
        yield "\n".join(" ".join(words) for words in lines if words)


def _has_size(word: _Element) -> bool:
    x0, y0, x1, y1 = (float(word.get(side, "0")) for side in ("xMin", "yMin", "xMax", "yMax"))
    return x1 - x0 >= 1 <= y1 - y0


# --- Word -------------------------------------------------------------------------------------------


def _word(data: bytes) -> Iterator[str]:
    parts = _parts(data)
    for main in _targets(parts, "", frozenset({"officeDocument"})):
        for story in (main, *_targets(parts, main, _STORIES)):
            root = _parsed(parts.get(story.lower(), b""))
            if root is not None:
                uncalled = _without_call(_parsed(parts.get(main.lower(), b"")), root)
                yield from (
                    _text(each) for each in root.iter("{*}p") if uncalled.isdisjoint(each.iterancestors())
                )


def _without_call(main: _Element | None, notes: _Element) -> set[_Element]:
    """The notes whose every call stands where Word shows nothing."""
    calls: dict[tuple[str, str], bool] = {}
    for kind in ("footnote", "endnote"):
        for call in main.iter(f"{{*}}{kind}Reference") if main is not None else ():
            key = kind, _ident(call)
            calls[key] = calls.get(key, False) or _is_shown(call)
    return {
        note
        for kind in ("footnote", "endnote")
        for note in notes.iter(f"{{*}}{kind}")
        if not calls.get((kind, _ident(note)), True)
    }


def _ident(element: _Element) -> str:
    return next((value for name, value in element.attrib.items() if etree.QName(name).localname == "id"), "")


def _parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package by lower-case name; of a broken one what comes out whole."""
    parts: dict[str, bytes] = {}
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return parts
    for info in archive.infolist():
        try:
            parts[info.filename.lower()] = archive.read(info)
        except (
            zipfile.BadZipFile,
            zlib.error,
            ValueError,
            RuntimeError,
            NotImplementedError,
            OSError,
            EOFError,
        ):
            continue
    return parts


def _parsed(content: bytes, *, recover: bool = False) -> _Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=recover)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _targets(parts: dict[str, bytes], source: str, kinds: frozenset[str]) -> list[str]:
    """The parts to which a part has a relationship of one of these kinds, each once."""
    folder, name = posixpath.split(source)
    root = _parsed(parts.get(posixpath.join(folder, "_rels", f"{name}.rels").lower(), b""))
    found = {}
    for relation in root.iter("{*}Relationship") if root is not None else ():
        target = relation.get("Target", "")
        if relation.get("Type", "").rsplit("/", 1)[-1] in kinds and relation.get("TargetMode") != "External":
            found[posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")] = None
    return list(found)


def _text(paragraph: _Element) -> str:
    """What stands in a paragraph itself; text boxes in it have paragraphs of their own."""
    words: list[str] = []
    hides = 0
    for element in paragraph.iter(etree.Element):
        name = etree.QName(element).localname
        if name == "fldChar":
            hides = _after(element, hides)
        elif (
            not hides and name in ("t", "tab", "br", "cr", "noBreakHyphen") and _is_shown(element, paragraph)
        ):
            words.append({"t": _words(element), "noBreakHyphen": "-"}.get(name, " "))
    return "".join(words)


def _words(element: _Element) -> str:
    """The text of a `w:t`, of which Word trims the ends unless it is told not to."""
    text = "".join(element.xpath("text()"))
    return text.strip() if element.get(_SPACE, "default") == "default" else text


def _after(mark: _Element, depth: int) -> int:
    """How many fields' instructions are open after this mark."""
    kind = next(
        (value for name, value in mark.attrib.items() if etree.QName(name).localname == "fldCharType"), ""
    )
    return depth + (kind == "begin") - (kind == "separate" and depth > 0)


def _is_shown(element: _Element, paragraph: _Element | None = None) -> bool:
    """Whether Word shows what stands here, in that very paragraph where one is given."""
    inside = paragraph is not None
    for above in element.iterancestors():
        name = etree.QName(above).localname
        inside = inside and above is not paragraph
        if name in _AWAY or (inside and name == "p") or (name == "r" and _is_hidden(above)):
            return False
    return True


def _is_hidden(run: _Element) -> bool:
    return any(etree.QName(each).localname in ("vanish", "rStyle") for each in run.iter(etree.Element))
