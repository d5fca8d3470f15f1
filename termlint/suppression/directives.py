"""The one grammar in which an author addresses termlint, the same in the comments of every format.

    termlint: negeer RULE[, RULE…] REASON     what the comment stands on, in or before
    termlint: uit RULE[, RULE…] REASON        all that follows, as far as
    termlint: aan [RULE]                      here

`ignore`, `off` and `on` mean the same; `alles` or `all` (or no rule at all) is every rule. Capitals, spaces
and the signs between the parts are free. A reason is asked for, and what lacks one still counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.model import Comment

Verb = Literal["ignore", "off", "on"]
VERBS: dict[str, Verb] = {
    "negeer": "ignore",
    "ignore": "ignore",
    "uit": "off",
    "off": "off",
    "aan": "on",
    "on": "on",
}
EVERY_RULE = frozenset({"", "*", "alles", "all"})
EVERY_RULE_TOO = {"alle": "alles", "everything": "all"}
"""Understood as well; the author is told how."""

_CALL = re.compile(r"\s*termlint\s*(?:(?P<colon>:)\s*|(?=\s(?:negeer|ignore)\b)\s)", re.IGNORECASE)
_VERB = re.compile(r"[^\W\d_]*")
_GAP = re.compile(r"\s*(?P<sign>[:,;]|[-–—]+(?=\s))?[\s:,;]*")
_NAME = re.compile(r"[^\s:,;(]*")
_STEM = re.compile(r"[\w-]*")
_COMMA = re.compile(r"\s*[,;]\s*(?=\S)")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_HYPHENS = str.maketrans("\u2010\u2011\u2012\u2013\u2212_", "------")
_QUOTES = "\"'`“”„‘’‚«»()[]."
_LEAD, _TAIL = " :,;-–—", " :-"
_SHOWN = 60
_LONGEST_NAME = 100
_MOST = 3  # names of a directive that are told to be no rule
_CLOSE, _LIKELY = 0.5, 0.8


@dataclass(frozen=True, slots=True)
class Problem:
    """What is to be said about a comment: `code` as in `messages.suppression`, without its beginning."""

    code: str
    params: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Directive:
    """What a comment asks. `rules` None means every rule; `said` is how its author began it."""

    verb: Verb
    rules: frozenset[str] | None
    reason: str
    said: str
    place: Comment


def is_addressed(text: str) -> bool:
    """Whether a comment is addressed to termlint, well or badly."""
    return _CALL.match(text.translate(_INVISIBLE)) is not None


def is_understood(text: str) -> bool:
    """Whether it also says what termlint is to do."""
    text = text.translate(_INVISIBLE)
    call = _CALL.match(text)
    return call is not None and _word(_VERB, text, call.end()) in VERBS


def parse(comment: Comment, known: frozenset[str]) -> tuple[Directive | None, tuple[Problem, ...]]:
    """What a comment that is addressed to termlint asks, and what its author must know of it.

    `known` are the ids of all rules, switched off or not. None: nothing is suppressed by it.
    """
    text = comment.text.translate(_INVISIBLE)
    call = _CALL.match(text)
    if call is None:
        return None, ()
    verb = _word(_VERB, text, call.end())
    if verb not in VERBS:
        return None, (_unknown_verb(text, call.end(), verb),)
    reading = _RuleList(verb, text[call.end() + len(verb) :], _folded(known))
    rules = reading.rules()
    said = _cut(text[call.end() :][: len(verb) + reading.at])
    problems = list(reading.problems(said))
    if not call["colon"]:
        problems.insert(0, Problem("read-as", {"said": said, "meant": f"termlint: {said}"}))
    if rules is not None and not rules:
        return None, tuple(problems)
    reason = " ".join(reading.rest.split()).lstrip(_LEAD).rstrip(_TAIL)
    if not reason and VERBS[verb] != "on":
        problems.append(Problem("no-reason", {"said": said}))
    return Directive(VERBS[verb], rules, reason, said, comment), tuple(problems)


@lru_cache(maxsize=4)
def _folded(known: frozenset[str]) -> dict[str, str]:
    """The ids of rules by what they are without capitals."""
    return {each.casefold(): each for each in known}


@dataclass(slots=True)
class _RuleList:
    """The rules that a directive names, read from what follows its verb up to `at`."""

    verb: str
    text: str
    known: dict[str, str]
    at: int = 0
    unknown: list[str] = field(default_factory=list)
    meant: str = ""

    def rules(self) -> frozenset[str] | None:
        """The rules that are named and exist; None for every rule."""
        gap = _GAP.match(self.text)
        assert gap  # it may be empty
        match = self._name(gap.end())
        name = _plain(match[0])
        more = self.text[match.end() :].strip()
        if name in EVERY_RULE_TOO or (name in EVERY_RULE and (match[0] or not more)):
            self.at = match.end()
            if name in EVERY_RULE_TOO:
                self.meant = f"{self.verb} {EVERY_RULE_TOO[name]}"
            return None
        if name not in self.known and (gap["sign"] or not match[0][:1].isalnum()):
            self.at = gap.end("sign") if gap["sign"] else gap.end()  # "negeer: a quotation" names no rule
            self.meant = f"{self.verb} {'all' if self.verb in ('ignore', 'off', 'on') else 'alles'}"
            return None
        return frozenset(self._named(match))

    def _named(self, match: re.Match[str]) -> Iterator[str]:
        """The first rule, and those behind commas as long as they are rules, or nearly."""
        first = True
        while True:
            name = _plain(match[0])
            if name in self.known:
                yield self.known[name]
            elif first or (len(self.unknown) < _MOST and near(name, frozenset(self.known), _LIKELY)):
                self.unknown.append(match[0])
            else:
                return
            first, self.at = False, match.end()
            comma = _COMMA.match(self.text, self.at)
            if not comma:
                return
            match = self._name(comma.end())

    def _name(self, start: int) -> re.Match[str]:
        """What stands where a rule may be named; without the signs glued to it where that makes it a rule."""
        whole, stem = _NAME.match(self.text, start), _STEM.match(self.text, start)
        assert whole  # they may be empty
        assert stem
        return stem if _plain(whole[0]) not in self.known and _plain(stem[0]) in self.known else whole

    @property
    def rest(self) -> str:
        """What follows the rules."""
        return self.text[self.at :]

    def problems(self, said: str) -> Iterator[Problem]:
        """What was not, or not exactly, as it should be."""
        if self.meant:
            yield Problem("read-as", {"said": said, "meant": self.meant})
        for name in self.unknown:
            params = {"said": said, "rule": _cut(name)}
            found = near(_plain(name), frozenset(self.known), _CLOSE)
            yield (
                Problem("unknown-rule-near", {**params, "near": found})
                if found
                else Problem("unknown-rule", params)
            )


@lru_cache(maxsize=1_000)
def near(name: str, known: frozenset[str], likeness: float) -> str:
    """The rule that was probably meant; empty when none is like it."""
    if len(name) > _LONGEST_NAME:
        return ""
    from difflib import get_close_matches  # for mistakes only

    return next(iter(get_close_matches(name, sorted(known), 1, likeness)), "")


def _unknown_verb(text: str, start: int, verb: str) -> Problem:
    said = _cut(f"termlint: {text[start : start + _SHOWN]}".strip())
    meant = near(verb, frozenset(VERBS), 0.7)
    return Problem("unknown-verb-near" if meant else "unknown-verb", {"said": said, "near": meant})


def _word(form: re.Pattern[str], text: str, start: int) -> str:
    match = form.match(text, start)
    return match[0].casefold() if match else ""


def _plain(name: str) -> str:
    """The name of a rule without capitals and quotation marks, its hyphens as ours."""
    return name.strip(_QUOTES).translate(_HYPHENS).casefold()


def _cut(text: str) -> str:
    """On one line, and no longer than a sentence can hold."""
    text = " ".join(text[: 4 * _SHOWN].split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
