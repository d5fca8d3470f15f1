"""`termlint baseline`: write down what is known, keep it in step with the documents, look at it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from termlint.cli import output
from termlint.cli.base import Command, Count, Exit, Group, OneOf, UserError, option
from termlint.cli.request import Request
from termlint.files.atomic import save
from termlint.files.paths import reachable
from termlint.messages import say
from termlint.messages.sanitize import clean, clean_path, for_json
from termlint.store.baseline import NAME, created, updated, write

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import click

    from termlint.model import DocumentResult, Finding, Language, Result
    from termlint.settings import Settings

    Known = Mapping[str, Sequence[Finding]]

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
    def carry_out(**given: Any) -> int:
        """Split what is said of checking from what is said of the baseline file."""
        own = {key: given.pop(key) for key in ("force", "accept_new", "form") if key in given}
        request = Request(**given)
        finder = request.finder()
        main = finder.of(request.first)
        said = _asked()
        code: int = action(replace(request, asked=said, lang=said or main.lang or "nl"), main, **own)
        return code

    return Command(name, lang, help_code=f"baseline-{name}", callback=carry_out, params=params)


def _asked() -> Language | None:
    import click

    asked: Language | None = click.get_current_context().obj
    return asked


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


def create(request: Request, main: Settings, *, force: bool) -> int:
    """Check everything that is named and write down every use as known."""
    path = _path(request, main)
    if path.exists() and not force:
        raise UserError("baseline-exists", path=path.as_posix())
    result = _named_in_file(_checked(request, main), path)
    known = created(result)
    save(path, _encoded(known))
    lines = [_counted(known, path, request.lang)]
    if main.baseline is None:
        lines.append(say("baseline-use", request.lang, path=path.name))
    output.show("\n".join([*_unread(result, request.lang), *lines]) + "\n")
    return _exit(result)


def update(request: Request, main: Settings, *, accept_new: bool) -> int:
    """Drop what is fixed, follow what was edited or moved; add what is new only when asked."""
    from termlint.cli.compare import against_baseline, gone_from, load_baseline

    path = _path(request, main)
    known = load_baseline(path, in_conflict=True)
    folder, lang = path.absolute().parent, request.lang
    if not request.paths and not accept_new:
        request = replace(request, paths=tuple(_still_there(known, folder)))
    result = _checked(request, main) if request.paths or accept_new else None
    gone = gone_from(known, folder)
    if result is None:
        after: Known = {name: each for name, each in known.items() if name not in gone}
        lines = []
    else:
        compared = _named_in_file(against_baseline(result, known, folder), path)
        after = updated(known, compared, gone, accept_new=accept_new)
        lines = [*_unread(compared, lang), *_changes(compared, accept_new, lang)]
    lines += [say("baseline-gone", lang, path=name) for name in gone if name not in after]
    save(path, _encoded(after))
    output.show("\n".join([*lines, _counted(after, path, lang)]) + "\n")
    return _exit(result) if result else Exit.CLEAN


def show(request: Request, main: Settings, *, form: str) -> int:
    """Say per document what is known."""
    from termlint.cli.compare import load_baseline

    path = _path(request, main)
    known = load_baseline(path)
    if form == "json":
        rows = [json.loads(line) for line in write(known).splitlines()[1:]]
        output.show_bytes(output.encoded(for_json(json.dumps(rows, ensure_ascii=False, indent=1)) + "\n"))
    else:
        output.show("\n".join([*_listed(known), _counted(known, path, request.lang)]) + "\n")
    return Exit.CLEAN


# --- checking and the file ------------------------------------------------------------------------


def _path(request: Request, main: Settings) -> Path:
    """The file that is named, else that of the settings, else its usual name beside the settings."""
    if request.baseline:
        return Path(request.baseline)
    if main.baseline:
        return main.baseline
    beside = main.folder / NAME if main.folder else Path(NAME)
    return beside.relative_to(Path.cwd()) if beside.is_relative_to(Path.cwd()) else beside


def _checked(request: Request, main: Settings) -> Result:
    """The result of a check that is compared with nothing."""
    from termlint.cli.checking import Checking

    checking = Checking(replace(request, baseline=None), request.finder(), replace(main, baseline=None))
    result = checking.check(checking.discover())
    for note in checking.finder.notes(request.lang):
        output.tell(note)
    return result


def _still_there(known: Known, folder: Path) -> Iterator[str]:
    """The documents of the file that are there to check, as seen from here."""
    here = Path.cwd()
    for name in known:
        file = folder / name
        if reachable(file).exists():
            yield str(file.relative_to(here) if file.is_relative_to(here) else file)


def _named_in_file(result: Result, path: Path) -> Result:
    """The result with each document under its name in the baseline file."""
    from termlint.cli.compare import in_baseline

    folder = path.absolute().parent
    documents = (replace(each, path=in_baseline(each.path, folder)) for each in result.documents)
    return replace(result, documents=tuple(documents))


def _encoded(known: Known) -> bytes:
    return output.encoded(write(known))


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
