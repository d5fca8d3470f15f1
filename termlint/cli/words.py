"""Which words of a command line are names of files, though they look like options.

pre-commit, and a shell that expands `*`, put names of files behind the options without telling them apart,
so a file called `--output=README.md` would give an order. Such a name exists; an option hardly ever does.
Hence: a word that looks like an option and is a file here is that file. Should the user have meant the option
after all, the file is checked too and the user is told: no harm, and no silence. What has that name and is no
file (a folder, a link) nobody hands over as a document: then the run is refused, for either reading could be
the attack.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import click

from termlint.cli.base import UserError
from termlint.cli.output import tell
from termlint.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.model import Language


def apart(arguments: Sequence[str], options: Sequence[click.Parameter], lang: Language) -> list[str]:
    """The same command line with its files behind `--`, if some of them look like an option.

    UserError for a word that is an option, and here is something other than a file.
    """
    if not any(_is_here(word) for word in arguments):
        return list(arguments)
    values = _with_value(options)
    given: list[str] = []
    files: list[str] = []
    words = iter(arguments)
    for word in words:
        if _is_here(word):
            files.append(_file(word, lang))
        elif word == "--":
            files += words
        elif word.startswith("-") and word != "-":
            given.append(word)
            if _awaits_value(word, values):
                given += [value for value in (next(words, None),) if value is not None]
        else:
            files.append(word)
    return [*given, "--", *files]


def _is_here(word: str) -> bool:
    return word.startswith("-") and os.path.lexists(word)


def _file(word: str, lang: Language) -> str:
    mode = Path(word).lstat().st_mode
    if not stat.S_ISREG(mode):
        raise UserError("cli-option-is-here", word=word)
    tell(say("cli-word-is-file", lang, word=word))
    return f"./{word}" if word == "-" else word


def _with_value(options: Sequence[click.Parameter]) -> frozenset[str]:
    """The names of the options that take a value."""
    taking = (o for o in options if isinstance(o, click.Option) and not o.is_flag and not o.count)
    return frozenset(name for option in taking for name in option.opts)


def _awaits_value(word: str, values: frozenset[str]) -> bool:
    """Whether the next word is the value of this one: `--config`, `-o`, or `-xo`."""
    if word.startswith("--"):
        return word in values
    letters = word[1:]
    first = next((n for n, letter in enumerate(letters) if f"-{letter}" in values), None)
    return first is not None and first == len(letters) - 1
