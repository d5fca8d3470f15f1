"""The family of commands: click in two languages, exit codes, and errors as plain sentences."""

from __future__ import annotations

from difflib import get_close_matches
from enum import IntEnum
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from termlint.errors import TermlintError, UsageError
from termlint.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from termlint.model import Language


class Exit(IntEnum):
    """What the shell gets to know. FAILED beats FINDINGS."""

    CLEAN = 0
    FINDINGS = 1
    FAILED = 2


class UserError(UsageError, click.UsageError):
    """A command line that cannot be carried out; `code` is that of the message.

    The command that click notes on it stays behind when it travels.
    """

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...], dict[str, Any]]:
        make, of, state = super().__reduce__()
        return make, of, {**state, "ctx": None, "cmd": None}


class _Spoken:
    """Help in the language of the user; click's own words are English only."""

    lang: Language
    command_path: str

    def _say(self, code: str, **params: object) -> str:
        return say(f"cli-{code}", self.lang, **params)


class Command(click.Command, _Spoken):
    """A command; its help and that of its options come from the message catalogue."""

    def __init__(self, name: str, lang: Language, **attributes: Any) -> None:
        self.lang = lang
        code = attributes.pop("help_code", name)
        params = attributes.pop("params", [])
        if not any(param.name == "lang" for param in params):  # read before click sees it; here for help
            params = [*params, option(lang, "--lang", expose_value=False, type=OneOf(("nl", "en")))]
        super().__init__(
            name,
            help=say(f"cli-help-{code}", lang),
            options_metavar=say("cli-metavar-options", lang),
            params=params,
            **attributes,
        )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, once files that are named like an option are told apart."""
        if any(isinstance(param, click.Argument) for param in self.params) and any(
            word.startswith("-") for word in args
        ):
            from termlint.cli.words import apart

            args = apart(args, self.params, self.lang)
        return super().parse_args(ctx, args)

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - the first sentence, whole
        """The first sentence of the help."""
        return (self.help or "").partition("\n")[0]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, self._say("usage"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, under their heading."""
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section(self._say("options")):
            formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """--help, which says so in the user's language."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = self._say("help")
        return option


class Group(Command, click.Group):
    """Commands by name, each made by the `command(lang)` of its module when it is asked for."""

    def __init__(self, name: str, lang: Language, modules: dict[str, str], **attributes: Any) -> None:
        self.modules = modules
        super().__init__(name, lang, subcommand_metavar=say("cli-metavar-command", lang), **attributes)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """In the order in which they were written down."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name; None when there is none."""
        if cmd_name not in self.modules:
            return None
        module, _, function = self.modules[cmd_name].partition(":")
        make: Callable[[Language], click.Command] = getattr(
            import_module(f"termlint.cli.{module}"), function or "command"
        )
        return make(self.lang)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names; UserError with a near match when there is none."""
        name = str(args[0])
        if name not in self.modules and not name.startswith("-"):
            near = get_close_matches(name, self.modules, 1)
            if near:
                raise UserError("cli-no-such-command-near", name=name, near=near[0])
            raise UserError("cli-no-such-command", name=name, known=", ".join(self.modules))
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands first, then the options."""
        rows = [
            (name, command.get_short_help_str())
            for name in self.modules
            if (command := self.get_command(ctx, name))
        ]
        with formatter.section(self._say("commands")):
            formatter.write_dl(rows)
        Command.format_options(self, ctx, formatter)


class OneOf(click.ParamType):  # type: ignore[type-arg]  # generic only since click 8.5
    """One of some words, case aside; says which in the user's language."""

    name = "choice"

    def __init__(self, choices: tuple[str, ...]) -> None:
        self.choices = choices

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002
        """The words themselves."""
        return "[" + "|".join(self.choices) + "]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002
        """The word as it is written here."""
        found = next((choice for choice in self.choices if choice == str(value).lower()), None)
        if found is None:
            option = param.opts[-1] if param else ""
            raise UserError("cli-not-a-choice", value=value, option=option, known=", ".join(self.choices))
        return found


class Count(click.ParamType):  # type: ignore[type-arg]
    """A whole number from 1."""

    name = "n"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ARG002
        """The number."""
        if str(value).isdecimal() and int(value) > 0:
            return int(value)
        raise UserError("cli-not-a-count", value=value, option=param.opts[-1] if param else "")


def option(lang: Language, *names: str, code: str = "", **attributes: Any) -> click.Option:
    """An option with its help from the catalogue, under the name of its long form."""
    code = code or next(name for name in names if name.startswith("--")).removeprefix("--").partition("/")[0]
    return click.Option(names, help=say(f"cli-option-{code}", lang), **attributes)


def version_option(lang: Language, version: str) -> click.Option:
    """--version: the version on a line of its own, and done."""

    def show(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: ARG001
        if value and not ctx.resilient_parsing:
            click.echo(f"termlint {version}")
            ctx.exit()

    return option(lang, "--version", is_flag=True, is_eager=True, expose_value=False, callback=show)


# --- errors as sentences --------------------------------------------------------------------------


def in_words(error: TermlintError | click.ClickException, lang: Language) -> str:
    """What went wrong, where, and what to do, as the user reads it."""
    said = error.sentence(lang) if isinstance(error, TermlintError) else _click_error(error, lang)
    return "\n".join(f"{say('cli-error', lang)} {said}".splitlines())


def _click_error(error: click.ClickException, lang: Language) -> str:
    if isinstance(error, click.NoSuchOption):
        if error.possibilities:
            return say(
                "cli-no-such-option-near", lang, option=error.option_name, near=sorted(error.possibilities)[0]
            )
        return say("cli-no-such-option", lang, option=error.option_name, command=_path(error))
    if isinstance(error, click.BadOptionUsage):
        return say("cli-bad-option", lang, option=error.option_name, command=_path(error))
    if isinstance(error, click.MissingParameter) and error.param:
        return say("cli-missing", lang, name=error.param.human_readable_name)
    if isinstance(error, click.BadArgumentUsage) or type(error) is click.UsageError:
        return say("cli-usage-error", lang, problem=error.format_message())
    return error.format_message()


def _path(error: click.UsageError) -> str:
    """The command that the error is about, as it was called."""
    return error.ctx.command_path if error.ctx else "termlint"
