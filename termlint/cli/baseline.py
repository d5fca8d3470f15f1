"""`termlint baseline`: write down what is known, keep it in step with the documents, look at it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from termlint.api import baselines
from termlint.api.baselines import place
from termlint.api.linter import Linter
from termlint.cli import output
from termlint.cli.asked import lint_options
from termlint.cli.base import Command, Count, Exit, Group, OneOf, option
from termlint.messages import say
from termlint.messages.sanitize import clean, clean_path, for_json
from termlint.store.baseline import write
from termlint.store.baseline.known import load_baseline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import click

    from termlint.api.baselines import Known
    from termlint.model import DocumentResult, Finding, Language, Result

COMMANDS: dict[str, str] = {
    "create": "baseline:create_command",
    "update": "baseline:update_command",
    "show": "baseline:show_command",
}
"""Each command under `baseline` by its name, with the module here and the function that makes it."""


def command(lang: Language) -> click.Command:
    """The group, in a language."""
    return Group("baseline", lang, COMMANDS, no_args_is_help=True)


def create_command(lang: Language) -> click.Command:
    """`baseline create`, in a language."""
    force = option(lang, "--force", code="baseline-force", is_flag=True)
    return _command(lang, "create", create, _checking_options(lang, force))


def update_command(lang: Language) -> click.Command:
    """`baseline update`, in a language."""
    accept = option(lang, "--accept-new", is_flag=True)
    return _command(lang, "update", update, _checking_options(lang, accept))


def show_command(lang: Language) -> click.Command:
    """`baseline show`, in a language."""
    form = option(
        lang, "--format", "form", code="format-list", type=OneOf(("console", "json")), default="console"
    )
    return _command(lang, "show", show, [*_options(lang), form])


def _command(lang: Language, name: str, action: Any, params: list[click.Parameter]) -> click.Command:
    def carry_out(paths: tuple[str, ...] = (), **given: Any) -> int:
        """Split what is said of checking from what is said of the baseline file."""
        options = lint_options(given)
        linter = Linter(options)
        run = linter.run(paths)
        code: int = action(linter, paths, place(options, run.main), run.lang, **given)
        return code

    return Command(name, lang, help_code=f"baseline-{name}", callback=carry_out, params=params)


def _options(lang: Language) -> list[click.Parameter]:
    return [
        option(lang, "--baseline", code="baseline-file", metavar="FILE"),
        option(lang, "--config", metavar="FILE"),
        option(lang, "--lang", expose_value=False, type=OneOf(("nl", "en"))),
    ]


def _checking_options(lang: Language, *own: click.Parameter) -> list[click.Parameter]:
    import click

    return [
        click.Argument(["paths"], nargs=-1, metavar=say("cli-option-paths", lang)),
        *own,
        option(lang, "--password", metavar="TEXT"),
        option(lang, "-j", "--jobs", type=Count()),
        option(lang, "--no-cache", is_flag=True),
        *_options(lang),
    ]


# --- the three commands ---------------------------------------------------------------------------


def create(linter: Linter, paths: Sequence[str], file: Path, lang: Language, *, force: bool) -> int:
    """Check everything that is named and write down every use as known."""
    made = baselines.create(linter, paths, file, force=force)
    assert made.result is not None
    lines = [*_unread(made.result, lang), _counted(made.known, file, lang)]
    if linter.run(paths).main.baseline is None:
        lines.append(say("baseline-use", lang, path=file.name))
    _tell(made, lines)
    return _exit(made.result)


def update(linter: Linter, paths: Sequence[str], file: Path, lang: Language, *, accept_new: bool) -> int:
    """Drop what is fixed, follow what was edited or moved; add what is new only when asked."""
    made = baselines.update(linter, paths, file, accept_new=accept_new)
    lines = [*_unread(made.result, lang), *_changes(made.result, accept_new, lang)] if made.result else []
    lines += [say("baseline-gone", lang, path=name) for name in made.gone if name not in made.known]
    _tell(made, [*lines, _counted(made.known, file, lang)])
    return _exit(made.result) if made.result else Exit.CLEAN


def show(linter: Linter, paths: Sequence[str], file: Path, lang: Language, *, form: str) -> int:  # noqa: ARG001
    """Say per document what is known."""
    known = load_baseline(file)
    if form == "json":
        rows = [json.loads(line) for line in write(known).splitlines()[1:]]
        output.show_bytes(output.encoded(for_json(json.dumps(rows, ensure_ascii=False, indent=1)) + "\n"))
    else:
        output.show("\n".join([*_listed(known), _counted(known, file, lang)]) + "\n")
    return Exit.CLEAN


def _tell(made: baselines.Change, lines: Sequence[str]) -> None:
    for note in made.notes:
        output.tell(note)
    output.show("\n".join(lines) + "\n")


def _exit(result: Result) -> Exit:
    """A document that was not read is not in the file as it should be."""
    unread = any(document.status in ("failed", "partial") for document in result.documents)
    return Exit.FAILED if unread else Exit.CLEAN


# --- words ----------------------------------------------------------------------------------------


def _counted(known: Known, path: Path, lang: Language) -> str:
    number = sum(map(len, known.values()))
    return _plural("baseline-counted", number, lang, documents=len(known), path=path.as_posix())


def _plural(code: str, number: int, lang: Language, **params: object) -> str:
    """The first of two forms for one, the second for any other number."""
    one, _, more = say(code, lang, n=number, **params).partition("|")
    return one if number == 1 else more


def _changes(result: Result, accept_new: bool, lang: Language) -> Iterator[str]:
    """What was fixed, and what is new."""
    for finding in result.fixed:
        yield say("baseline-fixed", lang, path=clean_path(finding.path), sentence=_sentence(finding))
    new = sum(1 for f in result.findings if f.status == "new" and f.severity != "info")
    if new:
        yield _plural("baseline-added" if accept_new else "baseline-new", new, lang)


def _unread(result: Result, lang: Language) -> Iterator[str]:
    from termlint.reporters.common import unread, why_unread

    documents: Iterator[DocumentResult] = unread(result)
    return (f"{clean_path(each.path)}: {clean(why_unread(each, lang))}" for each in documents)


def _listed(known: Known) -> Iterator[str]:
    for path in sorted(known):
        yield f"{clean_path(path)} ({len(known[path])})"
        yield from (f"  {finding.rule}: {_sentence(finding)}" for finding in known[path])
        yield ""


def _sentence(finding: Finding) -> str:
    context = finding.context
    return clean(f"{context.before}»{finding.text}«{context.after}")
