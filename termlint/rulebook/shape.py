"""How large the tree of a YAML file is, told before it is built: few lines can stand for a billion values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from termlint.rulebook import limits
from termlint.rulebook.limits import LimitError

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Shape:
    """How many values a file holds with its aliases followed, and how many of them have keys."""

    values: int = 0
    mappings: int = 0

    def __add__(self, other: Shape) -> Shape:
        return Shape(self.values + other.values, self.mappings + other.mappings)

    def __sub__(self, other: Shape) -> Shape:
        return Shape(self.values - other.values, self.mappings - other.mappings)


def measure(text: str) -> Shape:
    """The shape of a YAML text; LimitError with the line for one that is too deep, too wide or too long.

    Raises yaml.YAMLError for bad syntax.
    """
    limits.require("limit-file-text", len(text), limits.FILE_TEXT)
    return _measured(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def _measured(events: Iterable[yaml.Event]) -> Shape:
    values = mappings = 0
    anchors: dict[str, Shape] = {}
    opened: list[tuple[str | None, Shape]] = []
    for event in events:
        if isinstance(event, yaml.ScalarEvent):
            values += 1
            _require(event, "limit-text", len(event.value), limits.TEXT)
            if event.anchor:
                anchors[event.anchor] = Shape(1)
        elif isinstance(event, yaml.CollectionStartEvent):
            opened.append((event.anchor, Shape(values, mappings)))
            anchors.pop(event.anchor or "", None)
            _require(event, "limit-depth", len(opened), limits.DEPTH)
            values += 1
            mappings += isinstance(event, yaml.MappingStartEvent)
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = opened.pop()
            if anchor:
                anchors[anchor] = Shape(values, mappings) - before
        elif isinstance(event, yaml.AliasEvent):
            again = _aliased(event, anchors, opened)
            values, mappings = values + again.values, mappings + again.mappings
        _require(event, "limit-all-values", values, limits.VALUES)
        _require(event, "limit-all-mappings", mappings, limits.MAPPINGS)
    return Shape(values, mappings)


def _aliased(
    event: yaml.AliasEvent, anchors: dict[str, Shape], opened: list[tuple[str | None, Shape]]
) -> Shape:
    """What an alias stands for; LimitError for one that stands for what it lies in."""
    if any(anchor == event.anchor for anchor, _ in opened):
        raise LimitError("limit-alias-loop", name=event.anchor).at(event.start_mark)
    return anchors.get(event.anchor or "", Shape())  # an unknown one is an error of syntax, told later


def _require(event: yaml.Event, code: str, count: int, most: int) -> None:
    if count > most:
        raise LimitError(code, count=count, most=most).at(event.start_mark)
