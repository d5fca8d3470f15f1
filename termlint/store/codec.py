"""Documents and findings out of JSON that anybody may have written: wholly of the right kinds, or refused.

What comes out can raise nothing later on: every name of a kind is one that we have, every number lies in
its range, every notice can be said. It can still be untrue. What is not known is left out.
"""

from __future__ import annotations

import json
from math import isfinite
from typing import TYPE_CHECKING, Any, cast, get_args

from termlint.errors import Internal
from termlint.messages import CATALOG, say
from termlint.model import (
    SEVERITIES,
    Box,
    Cell,
    Context,
    DocumentResult,
    DocumentStatus,
    Edit,
    Finding,
    FindingStatus,
    Language,
    Location,
    Notice,
    Part,
    Safety,
    Suggestion,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

JsonFields = dict[str, Any]

MOST_NUMBER = 10**10
"""Far above anything that we count, and so small that no sum over a report passes what a database keeps."""
MOST_SENTENCE = 10_000
"""Characters of a finding and the sentence around it: sentences are compared with each other."""

_LANGUAGES: tuple[Language, ...] = ("nl", "en")
_STATUSES = frozenset(get_args(FindingStatus))
_READ = frozenset(get_args(DocumentStatus))
_SAFETIES = frozenset(get_args(Safety))
_PARTS = frozenset(get_args(Part))
_SIDES = ("x0", "top", "x1", "bottom")


class MalformedError(Internal, ValueError):
    """A field that is missing or of another kind."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def parsed(text: str | bytes) -> object:
    """The value of a JSON text; MalformedError for what is none, too deep, or holds NaN or infinity."""
    try:
        return _DECODER.decode(text if isinstance(text, str) else text.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise MalformedError("JSON") from error


def _no_number(text: str) -> object:
    raise MalformedError(text)


_DECODER = json.JSONDecoder(parse_constant=_no_number)


def document(data: object, findings: Iterable[Finding]) -> DocumentResult:
    """One document with its findings; MalformedError says of which field it is not one."""
    given = fields(data, "documents")
    positive = fields(given.get("positive", {}), "positive")
    return DocumentResult(
        path=text(given, "path"),
        format=_text_or_none(given, "format"),
        status=_one_of(given, "status", _READ),
        sha256=_text_or_none(given, "sha256"),
        pages=_number_or_none(given, "pages"),
        words=_number_or_none(given, "words"),
        notices=tuple(_notice(each) for each in items(given, "notices")),
        findings=tuple(findings),
        positive={name: _number(positive, name) for name in positive},
    )


def finding(data: object) -> Finding:
    """One finding; MalformedError says of which field it is not one."""
    given = fields(data, "findings")
    return Finding(
        path=text(given, "path"),
        rule=text(given, "rule"),
        pack=text(given, "pack"),
        severity=_one_of(given, "severity", SEVERITIES),
        rule_severity=_one_of(given, "rule_severity", SEVERITIES),
        status=_one_of(given, "status", _STATUSES),
        message=text(given, "message"),
        text=_sentence(given, "text"),
        location=_location(given.get("location")),
        context=_context(given.get("context")),
        suggestions=tuple(_suggestion(each) for each in items(given, "suggestions")),
        fingerprint=text(given, "fingerprint"),
        reason=_text_or_none(given, "reason"),
        neighbours=_neighbours(given.get("neighbours", ["", ""])),
    )


def _neighbours(value: object) -> tuple[str, str]:
    if not isinstance(value, list) or [type(each) for each in value] != [str, str]:
        raise MalformedError("neighbours")
    return value[0], value[1]


def _notice(data: object) -> Notice:
    given = fields(data, "notices")
    params = fields(given.get("params", {}), "params")
    found = Notice(text(given, "code"), params, _number_or_none(given, "page"))
    if not all(map(_is_plain, params.values())) or not _can_be_said(found):
        raise MalformedError("params")
    return found


def _is_plain(value: object) -> bool:
    if isinstance(value, float):
        return isfinite(value)
    return value is None or isinstance(value, str) or (isinstance(value, int) and abs(value) <= MOST_NUMBER)


def _can_be_said(notice: Notice) -> bool:
    """Whether its sentence can be made; one that a newer version has is shown as its code."""
    if notice.code not in CATALOG:
        return True
    try:
        return all(say(notice.code, language, **notice.params) for language in _LANGUAGES)
    except (KeyError, IndexError, ValueError, TypeError, AttributeError):
        return False


def _location(data: object) -> Location:
    given = fields(data, "location")
    cell = given.get("cell")
    where = Location(
        part=_one_of(given, "part", _PARTS),
        block=_number(given, "block"),
        block_start=_number(given, "block_start"),
        block_end=_number(given, "block_end"),
        page=_number_or_none(given, "page"),
        pages=_numbers(given.get("pages", [])),
        page_label=_text_or_none(given, "page_label") if "page_label" in given else None,
        paragraph=_number_or_none(given, "paragraph"),
        heading=_text_or_none(given, "heading"),
        cell=None if cell is None else _cell(cell),
        line=_number_or_none(given, "line"),
        column=_number_or_none(given, "column"),
        end_line=_number_or_none(given, "end_line"),
        end_column=_number_or_none(given, "end_column"),
        start=_number_or_none(given, "start"),
        end=_number_or_none(given, "end"),
        boxes=tuple(_box(each) for each in items(given, "boxes")),
    )
    if where.block_end < where.block_start:
        raise MalformedError("block_end")
    return where


def _cell(data: object) -> Cell:
    given = fields(data, "cell")
    return Cell(_number(given, "table"), _number(given, "row"), _number(given, "column"))


def _box(data: object) -> Box:
    given = fields(data, "boxes")
    sides = [given.get(side) for side in _SIDES]
    if not all(type(side) in (int, float) and abs(side) <= MOST_NUMBER for side in sides):  # type: ignore[arg-type]
        raise MalformedError("boxes")
    return Box(_number(given, "page"), *cast("list[float]", sides))


def _context(data: object) -> Context:
    given = fields(data, "context")
    return Context(_sentence(given, "before"), _sentence(given, "match"), _sentence(given, "after"))


def _suggestion(data: object) -> Suggestion:
    given = fields(data, "suggestions")
    edits = tuple(_edit(each) for each in items(given, "edits"))
    return Suggestion(text(given, "text"), _one_of(given, "safety", _SAFETIES), edits)


def _edit(data: object) -> Edit:
    given = fields(data, "edits")
    edit = Edit(_number(given, "start"), _number(given, "end"), text(given, "text"))
    if edit.end < edit.start:
        raise MalformedError("edits")
    return edit


# --- single values ----------------------------------------------------------------------------------


def fields(value: object, name: str) -> JsonFields:
    """`value` when it is an object."""
    if type(value) is not dict:
        raise MalformedError(name)
    return cast("JsonFields", value)


def items(data: JsonFields, name: str) -> list[object]:
    """The list of that name."""
    value = data.get(name)
    if type(value) is not list:
        raise MalformedError(name)
    return cast("list[object]", value)


def text(data: JsonFields, name: str) -> str:
    """The text of that name."""
    value = data.get(name)
    if type(value) is not str:
        raise MalformedError(name)
    return value


def _sentence(data: JsonFields, name: str) -> str:
    value = text(data, name)
    if len(value) > MOST_SENTENCE:
        raise MalformedError(name)
    return value


def _text_or_none(data: JsonFields, name: str) -> str | None:
    if name in data and data[name] is None:
        return None
    return text(data, name)


def _number(data: JsonFields, name: str) -> int:
    value = data.get(name)
    if type(value) is not int or not 0 <= value <= MOST_NUMBER:
        raise MalformedError(name)
    return value


def _number_or_none(data: JsonFields, name: str) -> int | None:
    if name in data and data[name] is None:
        return None
    return _number(data, name)


def _numbers(value: object) -> tuple[int, ...]:
    if type(value) is not list or any(
        type(each) is not int or not 0 <= each <= MOST_NUMBER for each in value
    ):
        raise MalformedError("pages")
    return tuple(value)


def _one_of(data: JsonFields, name: str, known: Iterable[str]) -> Any:
    value = data.get(name)
    if type(value) is not str or value not in known:
        raise MalformedError(name)
    return value
