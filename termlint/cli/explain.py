"""`termlint explain RULE`: why, examples, source."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from termlint.cli import output
from termlint.cli.base import Command, Exit, OneOf, option
from termlint.messages import say
from termlint.rulebook.selection import unknown_rule
from termlint.settings.finder import SettingsFinder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.model import Language
    from termlint.rulebook import Rule
    from termlint.rulebook.model import Example

_WIDEST = 80
_MOST_EXAMPLES = 4


def command(lang: Language) -> click.Command:
    """The command with its options, in a language."""
    return Command(
        "explain",
        lang,
        callback=lambda rule: run(rule, lang),
        params=[
            click.Argument(["rule"], metavar=say("cli-option-rule", lang)),
            option(lang, "--lang", expose_value=False, type=OneOf(("nl", "en"))),
        ],
    )


def run(name: str, lang: Language) -> int:
    """Print what there is to say of a rule; ConfigError with a near match when there is none."""
    from termlint.rulebook import load

    rules = load(SettingsFinder().of(Path()).packs, lang=lang).by_id()
    if name not in rules:
        raise unknown_rule(name, rules)
    output.show("\n".join(_page(rules[name], lang)) + "\n")
    return Exit.CLEAN


def _page(rule: Rule, lang: Language) -> Iterator[str]:
    severity = say(f"formats-severity-{rule.severity}", lang)
    yield f"{rule.title} ({rule.id})"
    yield say("explain-severity", lang, severity=severity, pack=rule.pack)
    yield from _section("why", [rule.why], lang)
    if rule.flag_examples:
        yield from _section(
            "wrong", [_marked(each) for each in rule.flag_examples[:_MOST_EXAMPLES]], lang, "- "
        )
    offers = list(dict.fromkeys(each.suggest for each in rule.flag_examples if each.suggest))
    if offers:
        yield from _section("instead", offers[:_MOST_EXAMPLES], lang, "- ")
    if rule.pass_examples:
        yield from _section("right", [each.text for each in rule.pass_examples[:_MOST_EXAMPLES]], lang, "- ")
    if rule.sources:
        sources = [", ".join(filter(None, (s.title, s.section, s.url))) for s in rule.sources]
        yield from _section("source", sources, lang, "- ")


def _section(code: str, paragraphs: list[str], lang: Language, mark: str = "") -> Iterator[str]:
    yield ""
    yield say(f"explain-{code}", lang)
    for paragraph in paragraphs:
        yield from wrap(
            " ".join(paragraph.split()),
            min(_WIDEST, output.width()),
            initial_indent="  " + mark,
            subsequent_indent="  " + " " * len(mark),
            break_on_hyphens=False,
        )


def _marked(example: Example) -> str:
    """An example with its words between »«, as check shows them."""
    text = example.text
    for start, end in sorted(example.spans, reverse=True):
        text = f"{text[:start]}»{text[start:end]}«{text[end:]}"
    return text
