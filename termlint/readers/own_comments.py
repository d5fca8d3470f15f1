"""The comments that `fix` wrote in a Word document, known by the id that it gave them.

Word and LibreOffice keep the initials and the text of a comment, and give it another `w:id`. LibreOffice
also drops `w14:paraId`, bookmarks in the comment and attributes of other namespaces. So the initials say
whose the comment is, and its last line ends with its id: `(termlint 5f3a9c1e)`. The words before that may
be in any language. See `fingerprint.comment_id` for what the id says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from termlint.readers.legacy_comments import legacy_id
from termlint.readers.ooxml.names import clark, w_attribute
from termlint.readers.ooxml.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from termlint.readers.ooxml.stories import Story

OWN_NAME = "termlint"
"""The initials of every comment termlint writes, and its author unless the user named another."""

_SIGNATURE = re.compile(r"\(termlint (?P<id>[0-9a-f]{8}(?:-[0-9a-f]{8})?)\)")


def signature(ident: str) -> str:
    """How the last line of a comment with this id ends."""
    return f"(termlint {ident})"


def own_comments(stories: Iterable[Story]) -> dict[str, str]:
    """The comments of an earlier `fix`: `w:id` to our id.

    Those of version 0.1.0 get the id that they would have now.
    """
    stories = tuple(stories)
    texts = comment_texts(stories)
    found: dict[str, str] = {}
    for ident, element in comments_of(stories):
        text = texts.get(ident, "")
        own = (_own_id(text) or legacy_id(text)) if is_own(element) else None
        if own:
            found[ident] = own
    return found


def is_own(comment: _Element) -> bool:
    """Whether termlint wrote this `w:comment`, whatever name it was signed with: never by what it says.

    Programs that drop the initials (Google Docs) leave the author.
    """
    return OWN_NAME in (w_attribute(comment, "initials"), w_attribute(comment, "author"))


def comments_of(stories: Iterable[Story]) -> Iterator[tuple[str, _Element]]:
    """Every `w:comment` with its `w:id`; one without is left out."""
    for story in stories:
        for element in story.root.iter(*clark("w:comment")) if story.kind == "comment" else ():
            ident = w_attribute(element, "id")
            if ident is not None:
                yield ident, element


def comment_texts(stories: Iterable[Story]) -> dict[str, str]:
    """The text of each comment, its paragraphs with a space between, by `w:id`."""
    texts: dict[str, str] = {}
    for story in stories:
        for paragraph in walk(story.root) if story.kind == "comment" else ():
            if paragraph.owner is not None:
                texts[paragraph.owner] = f"{texts.get(paragraph.owner, '')} {paragraph.text()}".strip()
    return texts


def _own_id(text: str) -> str | None:
    """The last id in a comment: what a person added to it may follow."""
    found = _SIGNATURE.findall(text)
    return found[-1] if found else None
