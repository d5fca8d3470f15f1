"""`termlint rules`: what the rules are, and what those who write them need."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from termlint.cli import output
from termlint.cli.base import Command, Exit, Group, OneOf, option
from termlint.messages import say
from termlint.messages.sanitize import for_json
from termlint.settings.finder import SettingsFinder

if TYPE_CHECKING:
    from collections.abc import Iterator

    import click

    from termlint.model import Language
    from termlint.rulebook import Rule

COMMANDS: dict[str, str] = {
    "list": "rules:list_command",
    "show": "rules_show",
    "test": "rules_test",
    "new": "rules_new",
    "schema": "rules_schema",
    "impact": "rules_impact",
}
"""Each command under `rules` by its name, with the module here and the function that makes it."""


def command(lang: Language) -> click.Command:
    """The group, in a language."""
    return Group("rules", lang, COMMANDS, no_args_is_help=True)


def list_command(lang: Language) -> click.Command:
    """`rules list`, in a language."""
    return Command(
        "list",
        lang,
        help_code="rules-list",
        callback=lambda form: list_rules(form, lang),
        params=[
            option(
                lang,
                "--format",
                "form",
                code="format-list",
                type=OneOf(("console", "json")),
                default="console",
            ),
            option(lang, "--lang", expose_value=False, type=OneOf(("nl", "en"))),
        ],
    )


def list_rules(form: str, lang: Language) -> int:
    """Print every rule with its severity and title."""
    from termlint.rulebook import load

    rules = load(SettingsFinder().of(Path()).packs, lang=lang).rules
    if form == "json":
        rows = [{"id": r.id, "pack": r.pack, "severity": r.severity, "title": r.title} for r in rules]
        output.show_bytes(output.encoded(for_json(json.dumps(rows, ensure_ascii=False, indent=1)) + "\n"))
    else:
        output.show("\n".join(_rows(rules, lang)) + "\n")
    return Exit.CLEAN


def _rows(rules: tuple[Rule, ...], lang: Language) -> Iterator[str]:
    names = {rule.severity: say(f"formats-severity-{rule.severity}", lang) for rule in rules}
    widest = max((len(rule.id) for rule in rules), default=0)
    grade = max(map(len, names.values()), default=0)
    for number, (pack, members) in enumerate(groupby(rules, key=lambda rule: rule.pack)):
        if number:
            yield ""
        yield pack
        for rule in members:
            yield f"  {rule.id:<{widest}}  {names[rule.severity]:<{grade}}  {rule.title}"
