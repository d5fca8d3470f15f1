"""Word comments: whose they are, those that speak to termlint, and those of `fix`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from termlint.matching.fingerprint import fold
from termlint.readers.ooxml.names import clark, w_attribute
from termlint.readers.ooxml.walk import walk
from termlint.suppression.directives import is_addressed, is_understood

if TYPE_CHECKING:
    from collections.abc import Iterable

    from termlint.readers.ooxml.stories import Story

OWN_INITIALS = "termlint"
"""The initials of every comment termlint writes, whatever name the user had it sign with."""

_REMARK = re.compile(r"(?:Regel|Rule): (\S+) \(termlint\)\s*$")
_REMARK_ELSEWHERE = re.compile(
    r"[^‘]*‘(?P<words>.+?)’\.\s.*(?:Regel|Rule): (?P<rule>\S+) \(termlint, (?:elders|elsewhere)\)\s*$",
    re.DOTALL,
)


def addressed(stories: Iterable[Story]) -> dict[str, str]:
    """The texts of the comments that speak to termlint, by id."""
    return {ident: text for ident, text in _comment_texts(stories).items() if is_addressed(text)}


def remarks(stories: Iterable[Story]) -> dict[str, str]:
    """The comments that an earlier `fix` set on the very words of a finding: their rule, by id."""
    texts = _comment_texts(stories)
    found: dict[str, str] = {}
    for story in stories:
        for element in story.root.iter(*clark("w:comment")) if story.kind == "comment" else ():
            ident = w_attribute(element, "id") or ""
            rule = _REMARK.search(texts.get(ident, ""))
            if rule and w_attribute(element, "initials") == OWN_INITIALS:
                found[ident] = rule[1]
    return found


def remarks_elsewhere(stories: Iterable[Story]) -> frozenset[str]:
    """The findings in notes, boxes and running heads on which an earlier `fix` commented in the main story.

    Each as its rule and its folded words, with a space between.
    """
    found = map(_REMARK_ELSEWHERE.match, _comment_texts(stories).values())
    return frozenset(f"{said['rule']} {fold(said['words'])}" for said in found if said)


def comment_authors(stories: Iterable[Story], own_author: str) -> dict[str, str | None]:
    """The author of each comment to read, by id: neither our own nor those we obey."""
    ours = {ident for ident, text in addressed(stories).items() if is_understood(text)}
    authors: dict[str, str | None] = {}
    for story in stories:
        for element in story.root.iter(*clark("w:comment")) if story.kind == "comment" else ():
            ident, author = w_attribute(element, "id"), w_attribute(element, "author")
            own = author == own_author or w_attribute(element, "initials") == OWN_INITIALS
            if ident is not None and not own and ident not in ours:
                authors[ident] = author
    return authors


def _comment_texts(stories: Iterable[Story]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for story in stories:
        for paragraph in walk(story.root) if story.kind == "comment" else ():
            if paragraph.owner is not None:
                texts[paragraph.owner] = f"{texts.get(paragraph.owner, '')} {paragraph.text()}".strip()
    return texts
