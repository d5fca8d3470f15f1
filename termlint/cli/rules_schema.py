"""`termlint rules schema [rule|pack]`: the JSON Schema of rule files, for editors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from termlint.cli import output
from termlint.cli.base import Command, Exit, OneOf, option
from termlint.messages import say

if TYPE_CHECKING:
    from termlint.model import Language


def command(lang: Language) -> click.Command:
    """The command with its options, in a language."""
    return Command(
        "schema",
        lang,
        help_code="rules-schema",
        callback=run,
        params=[
            click.Argument(
                ["kind"],
                required=False,
                default="rule",
                type=OneOf(("rule", "pack")),
                metavar=say("cli-option-kind", lang),
            ),
            option(lang, "--lang", expose_value=False, type=OneOf(("nl", "en"))),
        ],
    )


def run(kind: str) -> int:
    """Print the schema as JSON, in UTF-8."""
    from termlint.rulebook.schema import schema

    output.show_bytes((json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n").encode())
    return Exit.CLEAN
