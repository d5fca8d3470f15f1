"""`termlint rules show RULE`: every form that a rule finds."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from termlint.cli import output
from termlint.cli.base import Command, Exit, OneOf, UserError, option
from termlint.messages import say
from termlint.rulebook.selection import unknown_rule
from termlint.settings.finder import SettingsFinder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from termlint.model import Language
    from termlint.rulebook import Rule
    from termlint.rulebook.model import Phrase, Slot

_WIDEST = 100
_FEW = 24
"""Up to so many forms a phrase is written out; a wider one is shown slot by slot."""
_ROW = 30
"""So many forms of a slot are shown; the rest is counted."""


def command(lang: Language) -> click.Command:
    """The command with its options, in a language."""
    return Command(
        "show",
        lang,
        help_code="rules-show",
        callback=lambda name, every: run(name, every, lang),
        params=[
            click.Argument(["name"], metavar=say("cli-option-rule", lang)),
            option(lang, "--all", "every", is_flag=True),
            option(lang, "--lang", expose_value=False, type=OneOf(("nl", "en"))),
        ],
    )


def run(name: str, every: bool, lang: Language) -> int:
    """Print the forms, grouped by phrase or (`every`) one a line; ConfigError when there is no such rule."""
    from termlint.rulebook import load

    rules = load(SettingsFinder().of(Path()).packs, lang=lang).by_id()
    if name not in rules:
        raise unknown_rule(name, rules)
    lines = _every(rules[name]) if every else _page(rules[name], lang)
    output.show("".join(line + "\n" for line in lines))
    return Exit.CLEAN


def _every(rule: Rule) -> Iterator[str]:
    from termlint.rulebook.limits import SHOWN_FORMS
    from termlint.rulebook.spelled import count, forms

    total = sum(map(count, rule.phrases))
    if total > SHOWN_FORMS:
        raise UserError("rules-show-too-many", rule=rule.id, count=total, most=SHOWN_FORMS)
    seen: dict[str, None] = {}
    for phrase in rule.phrases:
        seen.update(dict.fromkeys(forms(phrase) if phrase.slots else [phrase.text]))
    yield from seen


def _page(rule: Rule, lang: Language) -> Iterator[str]:
    yield f"{rule.title} ({rule.id})"
    if rule.coordinates:
        yield ""
        yield say("rules-show-coordinates", lang, rules=", ".join(rule.coordinates))
    if rule.phrases:
        yield from _section("rules-show-finds", rule.phrases, lang)
    if rule.exceptions:
        yield from _section("rules-show-except", rule.exceptions, lang)
    if rule.words:
        yield from _words(rule, lang)


def _section(code: str, phrases: Sequence[Phrase], lang: Language) -> Iterator[str]:
    yield ""
    yield say(code, lang)
    for phrase in phrases:
        yield from _phrase(phrase, lang)


def _phrase(phrase: Phrase, lang: Language) -> Iterator[str]:
    """A phrase as its author wrote it, and below it what that stands for."""
    from termlint.rulebook.spelled import count, forms

    total = count(phrase)
    if total == 1:
        yield from _wrapped(phrase.text, 2)
        return
    yield from _wrapped(say("rules-show-finds-count", lang, phrase=phrase.text, count=total), 2)
    if total <= _FEW:
        yield from _wrapped(" · ".join(forms(phrase)), 4)
        return
    for at, slot in enumerate(phrase.slots):
        yield from _slot(slot, lang, coordinates=at == 0 and bool(slot.stems))


def _slot(slot: Slot, lang: Language, *, coordinates: bool) -> Iterator[str]:
    """What may stand at one place of a phrase; the parts of a word in parts below each other."""
    from termlint.rulebook.spelled import spelled

    if slot.gap:
        yield from _wrapped("… " + say("rules-show-gap", lang, count=slot.gap), 4)
        return
    hyphenated = len(slot.parts) > 1
    for at, alternatives in enumerate(slot.parts if hyphenated else (slot.alternatives,)):
        text = ("+ " if at else "") + _some(spelled(alternatives), lang)
        yield from _wrapped(f"({text})" if slot.optional else text, 4)
    notes = []
    if hyphenated:
        notes.append(say("rules-show-spellings", lang))
    if coordinates:
        notes.append(say("rules-show-members", lang, first=min(spelled(slot.stems), key=len)))
    if notes:
        yield from _wrapped(f"({'; '.join(notes)})", 4)


def _some(forms: list[str], lang: Language) -> str:
    """The first forms of a long row, and how many more there are."""
    if len(forms) <= _ROW:
        return " · ".join(forms)
    return " · ".join([*forms[:_ROW], say("rules-show-more", lang, count=len(forms) - _ROW)])


def _words(rule: Rule, lang: Language) -> Iterator[str]:
    """The words of a rule with the names that its phrases and suggestions give their forms."""
    from termlint.rulebook.spelled import by_form

    yield ""
    yield say("rules-show-words", lang)
    for word in rule.words.values():
        table = by_form(word)
        yield from _wrapped(f"{word.base}: " + "; ".join(f"{k} {', '.join(v)}" for k, v in table.items()), 2)


def _wrapped(text: str, indent: int) -> list[str]:
    return wrap(
        text,
        min(_WIDEST, output.width()),
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 2),
        break_on_hyphens=False,
        break_long_words=False,
    )
