"""Word comments by others than `fix`: those addressed to termlint, and those to read as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termlint.readers.ooxml.names import w_attribute
from termlint.readers.own_comments import comment_texts, comments_of, is_own
from termlint.suppression.directives import is_addressed, is_understood

if TYPE_CHECKING:
    from collections.abc import Iterable

    from termlint.readers.ooxml.stories import Story


def addressed(stories: Iterable[Story]) -> dict[str, str]:
    """The texts of the comments that are addressed to termlint, by `w:id`."""
    return {ident: text for ident, text in comment_texts(stories).items() if is_addressed(text)}


def comment_authors(stories: Iterable[Story]) -> dict[str, str | None]:
    """The author of each comment to read as text, by `w:id`: neither our own nor a directive."""
    stories = tuple(stories)
    directives = {ident for ident, text in addressed(stories).items() if is_understood(text)}
    return {
        ident: w_attribute(element, "author")
        for ident, element in comments_of(stories)
        if not is_own(element) and ident not in directives
    }
