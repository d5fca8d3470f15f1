"""`termlint rules test [PATH]`: do the rules find what their examples say, and nothing else?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from termlint.cli import output
from termlint.cli.base import Command, Exit, OneOf, UserError, option
from termlint.messages import say
from termlint.settings import example_packs
from termlint.settings.finder import SettingsFinder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from termlint.execution.rule_test import Failure
    from termlint.model import Language
    from termlint.rulebook import Rule, Ruleset
    from termlint.rulebook.pack_model import Pack


def command(lang: Language) -> click.Command:
    """The command with its options, in a language."""
    return Command(
        "test",
        lang,
        help_code="rules-test",
        callback=lambda path: run(_named(path) if path else None, lang),
        params=[
            click.Argument(["path"], required=False, metavar=say("cli-option-rules-path", lang)),
            option(lang, "--lang", expose_value=False, type=OneOf(("nl", "en"))),
        ],
    )


def _named(text: str) -> Path:
    """The path that the user typed, or the example pack of that name when nothing here is called so."""
    path = Path(text)
    return path if path.exists() else example_packs.find(text) or path


def run(path: Path | None, lang: Language) -> int:
    """Print every failure with its file and line; RuleError for a file that is wrong."""
    from termlint.execution import pack_test, rule_test, rule_test_worker

    chosen = _chosen(path, lang)
    failures = list(rule_test_worker.failures(chosen.rules, chosen.ruleset))
    failures += pack_test.failures(chosen.packs, chosen.ruleset)
    examples = sum(len(rule_test.examples(rule)) for rule in chosen.rules)
    counts = {"rules": len(chosen.rules), "examples": examples}
    output.show("".join(line + "\n" for failure in failures for line in _told(failure, lang)))
    if failures:
        bad = len({failure.rule for failure in failures})
        output.show(say("rules-test-bad", lang, failures=len(failures), bad=bad, **counts) + "\n")
        lost = any(failure.code.startswith(rule_test_worker.LOST) for failure in failures)
        return Exit.FAILED if lost else Exit.FINDINGS
    output.show(
        say("rules-test-good" if len(chosen.rules) != 1 else "rules-test-good-one", lang, **counts) + "\n"
    )
    return Exit.CLEAN


def _told(failure: Failure, lang: Language) -> Iterator[str]:
    """Place and rule, what is wrong, and the example it is about."""
    params = dict(failure.params)
    if failure.code == "rule-test-softer":
        for name in ("outcome", "wanted"):
            params[name] = say(f"rule-test-outcome-{params[name]}", lang)
    yield f"{_shown(failure.path)}:{failure.line}: {failure.rule}"
    yield "  " + say(failure.code, lang, **params)
    if failure.text:
        yield say("rules-test-in", lang, text=failure.text)


def _shown(path: Path) -> str:
    """A path from here when it lies below, with forward slashes."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


# --- which rules ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The rules and packs to test, and the ruleset in which they do their work."""

    rules: tuple[Rule, ...]
    packs: tuple[Pack, ...]
    ruleset: Ruleset


def _chosen(path: Path | None, lang: Language) -> _Chosen:
    """Without a path every rule there is; with one the rules in it, and those that it restates."""
    from termlint.rulebook import load
    from termlint.rulebook.tags import with_model

    settings = SettingsFinder().of(path or Path())
    if path is None:
        ruleset = with_model(load(settings.packs, lang=lang, check=True), settings.model)
        return _Chosen(ruleset.rules, ruleset.packs, ruleset)
    folders = _folders(path)
    others = [pack for pack in settings.packs if pack.resolve() not in map(Path.resolve, folders)]
    ruleset = load([*others, *(each for each in folders if not _is_shipped(each))], lang=lang, check=True)
    ruleset = with_model(ruleset, settings.model)
    before = load(others, lang=lang).by_id()
    there = {each.resolve() for each in ([path] if path.is_file() else folders)}
    rules = tuple(
        rule
        for rule in ruleset.rules
        if there & {rule.path.resolve(), rule.path.resolve().parent}
        or (not path.is_file() and rule != before.get(rule.id))
    )
    packs = tuple(pack for pack in ruleset.packs if there & {pack.path.resolve(), pack.path.resolve().parent})
    return _Chosen(rules, packs, ruleset)


def _folders(path: Path) -> Sequence[Path]:
    """The packs that a path names: the folder itself, those in it, or that of a file."""
    from termlint.rulebook.load import PACK_FILE

    if path.is_file() and path.name != PACK_FILE:
        return [path.parent]
    folder = path.parent if path.is_file() else path
    if (folder / PACK_FILE).is_file():
        return [folder]
    packs = sorted(each.parent for each in folder.glob(f"*/{PACK_FILE}"))
    if not packs:
        raise UserError("rules-test-nothing", path=path)
    return packs


def _is_shipped(folder: Path) -> bool:
    from termlint.rulebook import shipped

    return folder.resolve().parent == shipped().resolve()
