"""`termlint init`: a settings file with notes, to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from termlint.cli import output
from termlint.cli.base import Command, Exit, OneOf, UserError, option
from termlint.files.atomic import save
from termlint.messages import say
from termlint.settings.starter import HOOK, starter

if TYPE_CHECKING:
    import click

    from termlint.model import Language

NAME = "termlint.yaml"


def command(lang: Language) -> click.Command:
    """The command with its options, in a language."""
    return Command(
        "init",
        lang,
        callback=lambda force: run(Path(NAME), force, lang),
        params=[
            option(lang, "--force", is_flag=True),
            option(lang, "--lang", expose_value=False, type=OneOf(("nl", "en"))),
        ],
    )


def run(path: Path, force: bool, lang: Language) -> int:
    """Write the file, unless there is one; show how to use it from git."""
    if path.exists() and not force:
        raise UserError("init-exists", path=path)
    save(path, starter(lang).encode())
    output.show(say("init-written", lang, path=path) + "\n\n" + say("init-hook", lang) + "\n\n" + HOOK)
    return Exit.CLEAN
