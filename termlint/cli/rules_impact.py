"""`termlint rules impact PATH…`: what rules would find in a folder, before they are adopted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from termlint.api.linter import Linter
from termlint.api.options import LintOptions
from termlint.api.rule_versions import checked_with, versions
from termlint.cli import output
from termlint.cli.base import Command, Count, Exit, OneOf, option
from termlint.cli.impact_page import page
from termlint.messages import say

if TYPE_CHECKING:
    from termlint.model import Language


@dataclass(frozen=True, slots=True)
class ImpactRequest:
    """The command line of `rules impact`, as click parsed it."""

    lang: Language
    paths: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    against: str | None = None
    samples: int = 5


def command(lang: Language) -> click.Command:
    """The command with its options, in a language."""
    return Command(
        "impact",
        lang,
        help_code="rules-impact",
        callback=lambda **given: run(ImpactRequest(lang, **given)),
        params=[
            click.Argument(["paths"], nargs=-1, metavar=say("cli-option-paths", lang)),
            option(lang, "--rule", "rules", multiple=True, code="impact-rule"),
            option(lang, "--against"),
            option(lang, "--samples", type=Count(), default=5),
            option(lang, "--lang", expose_value=False, type=OneOf(("nl", "en"))),
        ],
    )


def run(request: ImpactRequest) -> int:
    """Print what the rules find, and against an earlier version what is new, gone and the same."""
    checking = Linter(LintOptions(lang=request.lang)).run(request.paths)
    chosen = versions(checking.main.packs, request.rules, request.against, request.lang)
    found = checking.discover()
    now = checked_with(chosen.now, checking, found, output.ProgressLine())
    before = checked_with(chosen.before, checking, found, output.ProgressLine()) if chosen.before else None
    output.show("".join(f"{line}\n" for line in page(now, before, chosen, request.samples, request.lang)))
    failed = any(document.status in ("failed", "partial") for document in now.documents)
    return Exit.FAILED if failed else Exit.CLEAN
