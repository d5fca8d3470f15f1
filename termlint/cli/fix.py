"""`termlint fix`: the document handed back, marked where it matters."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from termlint.cli import output
from termlint.cli.base import Command, Exit, OneOf, UserError, option
from termlint.cli.check import names
from termlint.cli.fixing import Fixed, Fixing, FixRequest
from termlint.cli.sources import SettingsFinder
from termlint.discover import Discovery
from termlint.messages import say
from termlint.readers import READERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.model import Language
    from termlint.writers import Deed
    from termlint.writers.base import Done

_DONE: tuple[Done, ...] = ("changed", "commented", "present", "impossible")


def command(lang: Language) -> click.Command:
    """The command with its options, in a language."""
    return Command(
        "fix",
        lang,
        callback=lambda **params: run(lang, **params),
        params=[
            click.Argument(["paths"], nargs=-1, required=True, metavar=say("cli-option-paths", lang)),
            option(lang, "--mode", type=OneOf(("comments", "tracked", "replace"))),
            option(lang, "--output-dir", metavar="FOLDER"),
            option(lang, "--in-place", is_flag=True),
            option(lang, "--force", code="fix-force", is_flag=True),
            option(lang, "--dry-run", is_flag=True),
            option(lang, "--author", default="termlint", metavar="NAME"),
            option(lang, "--date", metavar="DATE"),
            option(lang, "--select", multiple=True, metavar="RULE"),
            option(lang, "--ignore", multiple=True, metavar="RULE"),
            option(lang, "--password", metavar="TEXT"),
            option(lang, "--config", metavar="FILE"),
        ],
    )


def run(lang: Language, paths: tuple[str, ...], config: str | None, **params: Any) -> int:
    """Fix what is named, and say what was done; the exit code."""
    over = {"select": names(params.pop("select")), "ignore": names(params.pop("ignore"))}
    if config and not Path(config).is_file():
        raise UserError("cli-no-config", path=config)
    finder = SettingsFinder(Path(config) if config else None, over)
    request = _request(lang, **params)
    fixing = Fixing(request, finder)
    walk = Discovery(READERS, lambda path: finder.of(path).excludes(path))
    done = [_told(fixing.fix(found), request) for found in walk.find(list(paths)) if _is_document(found.code)]
    output.show("\n" + _verdict(done, request) + "\n")
    return _exit_code(done)


def _request(
    lang: Language, output_dir: str | None, in_place: bool, date: str | None, **params: Any
) -> FixRequest:
    if in_place and output_dir:
        raise UserError("fixing-in-place-and-output")
    folder = Path(output_dir) if output_dir else None
    return FixRequest(lang=lang, output_dir=folder, in_place=in_place, date=_date(date), **params)


def _date(value: str | None) -> datetime | None:
    if value is None:
        return None
    try:
        given = datetime.fromisoformat(value)
    except ValueError as error:
        raise UserError("fixing-bad-date", value=value) from error
    return given if given.tzinfo else given.replace(tzinfo=UTC)


def _is_document(code: str | None) -> bool:
    """Whether this was named, or met and can be read: what a folder holds besides is passed over."""
    return code is None or code not in ("other-kind", "skipped-kind")


# --- what the user reads --------------------------------------------------------------------------


def _told(fixed: Fixed, request: FixRequest) -> Fixed:
    """Say what became of a document, as soon as it is known."""
    output.show("\n".join(_lines(fixed, request)) + "\n")
    return fixed


def _lines(fixed: Fixed, request: FixRequest) -> Iterator[str]:
    lang = request.lang
    if fixed.problem:
        yield say("fixing-unread", lang, path=fixed.path, problem=fixed.problem)
        return
    if fixed.target is None and not fixed.deeds:
        yield say("fixing-nothing", lang, path=fixed.path)
    elif fixed.target is None:
        yield f"{fixed.path}: {_counts(fixed.deeds, lang)}"
    else:
        code = "fixing-would-write" if request.dry_run else "fixing-written"
        yield say(code, lang, path=fixed.path, target=fixed.target.as_posix())
        yield "  " + _counts(fixed.deeds, lang)
    if request.dry_run:
        yield from (_deed(deed, lang) for deed in fixed.deeds)
    if fixed.diff:
        yield fixed.diff.rstrip("\n")
    yield from ("  " + say(notice.code, lang, **notice.params) for notice in fixed.notices)


def _counts(deeds: tuple[Deed, ...], lang: Language) -> str:
    """ "2 wijzigingen, 4 opmerkingen"."""
    counted = Counter(deed.done for deed in deeds)
    return ", ".join(
        say(f"fixing-{done}-one" if counted[done] == 1 else f"fixing-{done}", lang, count=counted[done])
        for done in _DONE
        if counted[done]
    )


def _deed(deed: Deed, lang: Language) -> str:
    offer = next((s.text for s in deed.finding.suggestions if s.safety == "safe"), "")
    text = say(f"fixing-deed-{deed.done}", lang, words=deed.finding.text, text=offer)
    return say("fixing-deed-reason", lang, deed=text, reason=say(deed.reason, lang)) if deed.reason else text


def _verdict(done: list[Fixed], request: FixRequest) -> str:
    written = [fixed.target for fixed in done if fixed.target]
    if not written or request.dry_run:
        clean = not any(fixed.deeds or fixed.problem for fixed in done)
        return say("fixing-done-nothing" if clean else "fixing-done", request.lang)
    if request.in_place:
        return say("fixing-done-in-place", request.lang)
    if len(written) == 1 and written[0].suffix.startswith(".do"):
        return say("fixing-done-word", request.lang, target=written[0].as_posix())
    return say("fixing-done", request.lang)


def _exit_code(done: list[Fixed]) -> Exit:
    if any(fixed.problem for fixed in done):
        return Exit.FAILED
    return Exit.CLEAN if all(fixed.complete for fixed in done) else Exit.FINDINGS
