"""What makes a finding the same finding in another version of its document: pure functions over text.

Never a path, page, paragraph or offset: a finding that moved is the finding it was.
"""

from __future__ import annotations

import hashlib
import unicodedata
from functools import lru_cache

VERSION = "s1"
"""Of the recipe below. Change the recipe, change this: an old baseline is then refused, not misread."""

_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())


def fingerprint(rule: str, words: str, sentence: str, occurrence: int) -> str:
    """`s1:` and 20 hexadecimal digits for the `occurrence`-th (from 0) such finding of a document.

    Two findings are "such" when rule, folded words and folded sentence agree, so the occurrence
    counts over the whole document, copies of the sentence elsewhere included.
    """
    recipe = "\0".join((rule, fold(words), fold(sentence), str(occurrence)))
    return f"{VERSION}:{_hash(recipe)[:20]}"


def comment_id(rule: str, words: str | None = None) -> str:
    """What a comment of `fix` is known by: 8 hexadecimal digits for its rule.

    For a comment that stands elsewhere than the words it is about (in the running text about a header)
    `-` and 8 more follow, for these words, folded.
    """
    return _hash(rule)[:8] if words is None else f"{_hash(rule)[:8]}-{_hash(fold(words))[:8]}"


def version_of(mark: str) -> str:
    """The version before the colon; the whole mark when it has none."""
    return mark.partition(":")[0]


def neighbour(text: str) -> str:
    """A short mark of the text beside a finding's sentence; empty for no text.

    It tells copies of one sentence apart without keeping what stands around them.
    """
    folded = fold(text)
    return _hash(folded)[:8] if folded else ""


@lru_cache(maxsize=1024)
def fold(text: str) -> str:
    """`text` reduced to its letters and digits: no space, hyphen, punctuation, case or ligature.

    A line-end hyphen, a bold mark or a curly quote thus never makes a sentence another sentence.
    """
    if text.isascii():
        return text.encode().translate(None, _SIGNS).lower().decode()
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
