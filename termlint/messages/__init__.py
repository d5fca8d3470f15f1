"""Every sentence termlint says to a user, in Dutch and in English, found by a code.

Each room has a module here with a `CATALOG`: code -> (Dutch, English), filled with `str.format`
parameters. The texts of rules live with the rules, not here. Dutch is plain (B1), u-vorm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from termlint.messages import (
    account,
    authoring,
    cli,
    compare,
    documents,
    findings,
    fix,
    fixing,
    formats,
    output_files,
    pdf,
    phrases,
    report,
    report_command,
    reports,
    rule_tests,
    rules,
    settings,
    spreadsheet,
    suppression,
    word,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    Catalog = Mapping[str, tuple[str, str]]

_ROOMS: tuple[Catalog, ...] = (
    documents.CATALOG,
    pdf.CATALOG,
    word.CATALOG,
    findings.CATALOG,
    rules.CATALOG,
    phrases.CATALOG,
    authoring.CATALOG,
    rule_tests.CATALOG,
    reports.CATALOG,
    report.CATALOG,
    account.CATALOG,
    spreadsheet.CATALOG,
    report_command.CATALOG,
    formats.CATALOG,
    compare.CATALOG,
    fix.CATALOG,
    fixing.CATALOG,
    cli.CATALOG,
    output_files.CATALOG,
    settings.CATALOG,
    suppression.CATALOG,
)
CATALOG: dict[str, tuple[str, str]] = {code: texts for room in _ROOMS for code, texts in room.items()}


def say(code: str, lang: Literal["nl", "en"], /, **params: object) -> str:
    """The sentence for `code` in `lang`, with `params` filled in; KeyError for an unknown code."""
    return CATALOG[code][lang == "en"].format(**params)
