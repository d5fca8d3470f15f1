"""Token patterns and their regular expressions: refused when looking for them could take for ever.

A regular expression that fails tries every way in which it can read a word. Those are counted here, for a
word of `limits.REGEX_WORD` letters: it is shown no more of any word (`termlint.matching.spacy_matcher`). The
count is an upper bound: `^(\\w+-)+$` is refused too, since a repetition inside a repetition can have any
number of ways.
"""

from __future__ import annotations

import re
import warnings
from importlib import import_module
from typing import TYPE_CHECKING, Any

from termlint.errors import Internal
from termlint.rulebook import limits
from termlint.rulebook.limits import LimitError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.files.yaml_tree import Key

_TOO_MANY = limits.REGEX_WAYS + 1
_REPEAT = re.compile(r"\{(\d*)(,?)(\d*)\}")
_RANGES = {"?": (0, 1), "!": (0, 1), "*": (0, None), "+": (1, None)}


class _UnequalError(Internal, ValueError):
    """A part that Python 3.11.2 reads in another way than later ones: it loses what follows."""


def check_tokens(given: list[dict[str, Any]]) -> None:
    """Raise LimitError for a token pattern that repeats too much, or holds too many words."""
    length, choices = 0, 1
    for token in given:
        least, most = _range(token.get("OP", "{1}"))
        length += max(1, least if most is None else most)
        choices *= limits.ENDLESS if most is None else max(1, most - least + 1)
    limits.require("limit-tokens", length, limits.TOKENS)
    limits.require("limit-token-choices", choices, limits.TOKEN_CHOICES)


def _range(operator: str) -> tuple[int, int | None]:
    """How often a token may stand there, from and up to (None: without end)."""
    found = _REPEAT.fullmatch(operator)
    if not found:
        return _RANGES.get(operator, (1, 1))
    least = _number(found[1] or "0")
    return least, (_number(found[3]) if found[3] else None) if found[2] else least


def _number(digits: str) -> int:
    return int(digits[:9])  # long enough to be too much, short enough for Python to read


def expressions(given: object, key: Key = ()) -> Iterator[tuple[Key, str]]:
    """Every regular expression in a token pattern, with its key path there."""
    parts = given.items() if isinstance(given, dict) else enumerate(given) if isinstance(given, list) else ()
    for name, value in parts:
        if name == "REGEX":
            yield from (((*key, name), text) for text in _texts(value))
        else:
            yield from expressions(value, (*key, name))


def _texts(given: object) -> Iterator[str]:
    """The texts in a value, however deep."""
    if isinstance(given, str):
        yield given
    elif isinstance(given, dict | list):
        for each in given.values() if isinstance(given, dict) else given:
            yield from _texts(each)


def check_regex(text: str) -> None:
    """Raise LimitError for a regular expression that is wrong, too long, or could take for ever."""
    shown = limits.shortened(text)
    limits.require("limit-regex-text", len(text), limits.REGEX_TEXT, regex=shown)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # what a later Python will read in another way
            re.compile(text)
            ways = _ways(import_module("re._parser").parse(text))
    except Warning as error:
        raise LimitError("rule-bad-regex", regex=shown, problem=str(error)) from error
    except _UnequalError as error:
        raise LimitError("rule-unequal-regex", regex=shown) from error
    except re.error as error:
        raise LimitError("rule-bad-regex", regex=shown, problem=error.msg) from error
    except (RecursionError, OverflowError) as error:
        raise LimitError("rule-bad-regex", regex=shown, problem="(((…)))") from error
    if ways > limits.REGEX_WAYS:
        raise LimitError("limit-regex-ways", regex=shown)


def _ways(parts: Any) -> int:
    """In how many ways a sequence of parts can read a word."""
    total = 1
    for operator, argument in parts:
        total = min(_TOO_MANY, total * _ways_of(str(operator), argument))
    return total


def _ways_of(operator: str, argument: Any) -> int:
    match operator:
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _repeated(*argument)
        case "BRANCH":
            return sum(_ways(branch) for branch in argument[1])
        case "SUBPATTERN":
            return _ways(argument[-1])
        case "POSSESSIVE_REPEAT" | "ATOMIC_GROUP":
            raise _UnequalError
        case "ASSERT" | "ASSERT_NOT":
            return _ways(argument[1])
        case "GROUPREF_EXISTS":
            return _ways(argument[1]) + (_ways(argument[2]) if argument[2] else 1)
    return 1


def _repeated(least: int, most: int, body: Any) -> int:
    """A body with one way can be repeated a number of times; with more, each time in each of its ways."""
    least, most = min(int(least), limits.REGEX_WORD), min(int(most), limits.REGEX_WORD)
    inside = _ways(body)
    if inside == 1:
        return most - least + 1
    total, power = 0, inside**least if inside < _TOO_MANY and least < 30 else _TOO_MANY
    for _ in range(least, most + 1):
        total += power
        power *= inside
        if total > _TOO_MANY:
            return _TOO_MANY
    return total
