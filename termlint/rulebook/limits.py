"""How much rules may ask for: a folder of rules may come with a repository that somebody cloned.

Each limit is far above what a person writes (the shipped rules, a list of all streets of a town) and far
below what a computer cannot carry. What passes one is refused when it is loaded, before it is worked out.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from termlint.errors import TermlintError

PACKS = 50
"""Folders of rules of the user's own."""
FILES = 500
"""Files in one folder."""
FILE_TEXT = 1_000_000
"""Characters in one file."""
FILE_MEGABYTES = 4.0
"""What that many characters take at most; a larger file is not read."""
DEPTH = 30
"""Lists and mappings inside each other."""
VALUES = 100_000
"""Values in all own files together, aliases followed."""
MAPPINGS = 4_000
"""Values among them that have keys: those take most of the time to check."""

TEXT = 10_000
"""Characters of any one text: an explanation, an example."""
PHRASE_TEXT = 1_000
"""Characters of a phrase, or of an item of a list."""
WORD_TEXT = 100
"""Characters of a word, of one of its forms, or between the braces of a suggestion."""
MESSAGE_TEXT = 1_000
"""Characters of a message, or of a suggestion."""
BRACES = 10
"""Places in a message or a suggestion that are filled in."""

PLACES = 50
"""Words and groups in a phrase."""
PHRASE_FORMS = 20_000
"""Ways to write one phrase, or one part of it."""
GAP = 20
"""Words in a gap; all gaps of a phrase together give so many choices, `GAP_CHOICES`."""
GAP_CHOICES = 5_000
PATTERNS = 5_000
"""Patterns of a phrase with gaps, one for each choice of its items of several words…"""
PATTERN_WORK = 500_000
"""…and the words that they tell apart, all together."""
NESTED_LISTS = 10
"""Lists that name lists."""
WORD_FORMS = 5_000
"""Forms of a word, compounds among them."""

ALL_PHRASES = 20_000
"""Phrases of all rules together, …"""
ALL_FORMS = 80_000
"""…the ways to write them, …"""
ALL_ALTERNATIVES = 300_000
"""…what may stand at each of their places, …"""
ALL_WORDS = 20_000
"""…and the words that rules name."""

TOKENS = 50
"""Words of a token pattern, each as often as its OP repeats it at most."""
TOKEN_CHOICES = 1_000
"""How often a token pattern may try again: the ranges of its OPs multiplied; see `ENDLESS`."""
ENDLESS = 30
"""The range that an OP without an end (* and +) counts for: two in a pattern, not three."""
REGEX_TEXT = 500
"""Characters of a regular expression."""
REGEX_WORD = 100
"""So many characters of a word a regular expression gets to see, …"""
REGEX_WAYS = 1_000_000
"""…and in so many ways it may read them, at each beginning."""
TEST_SECONDS = 30.0
"""Seconds that the test of one rule may take, with `EXAMPLE_SECONDS` more for each of its examples."""
EXAMPLE_SECONDS = 0.5
TEST_MEGABYTES = 1_000.0
"""Megabytes that the test of a rule may take."""
SHOWN_FORMS = 200_000
"""Forms of a rule that are shown in full."""
EXCERPT = 200
"""Characters of a file, or of a value in it, that an error shows."""


class LimitError(TermlintError):
    """A limit is passed. Who knows the file and the line makes it a RuleError."""


def require(code: str, count: int, most: int, /, **params: object) -> None:
    """Raise LimitError when there are more than `most`."""
    if count > most:
        raise LimitError(code, count=_told(count), most=most, **params)


def _told(count: int) -> str:
    """A number that a person can read: nobody counts the digits of a product of products."""
    return str(count) if count < 10**12 else f"10^{count.bit_length() * 3 // 10}"


@dataclass(slots=True)
class Tally:
    """What the rules loaded so far ask for together."""

    _counts: Counter[str] = field(default_factory=Counter)

    def add(self, what: str, count: int, most: int, /, **params: object) -> None:
        """Count `count` more of `what`; LimitError ("limit-all-…") when they are more than `most` now."""
        self._counts[what] += count
        require(f"limit-all-{what}", self._counts[what], most, **params)


def shortened(text: str, most: int = EXCERPT) -> str:
    """`text`, of which a long one ends in an ellipsis."""
    return text if len(text) <= most else text[: most - 1] + "…"
