"""YAML that anybody may have written: plain values with the line of each, in bounded time and memory.

Only data: no tags of one's own, no merging of mappings, no key twice, no alias inside what it stands for. How
much a file asks for with its aliases followed is told before any of it is built, since few lines can stand
for a billion values. Who reads a file puts `YamlError` in words for whoever wrote it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import yaml

from termlint.errors import Internal

if TYPE_CHECKING:
    from collections.abc import Iterable

Key = tuple["str | int", ...]
"""The way to a value from the top of its file: names of keys, and numbers (from 0) in lists."""
Why = Literal[
    "syntax", "duplicate", "tag", "key", "value", "loop", "depth", "values", "mappings", "text", "size"
]
"""What is wrong: the first seven of what stands there, the others of how much there is."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXT = "tag:yaml.org,2002:str"
_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("bool", "float", "int", "map", "null", "seq", "str", "timestamp")
)
"""What values may be: plain data. `<<` and every other tag ask for more."""
_LONGEST_NUMBER = 100
"""Characters of what is no text: a longer number or date is none, and takes long to work out."""


class YamlError(Internal, Exception):
    """A YAML file that is not taken: `why`, at which `line` (from 1), and `details` for the sentence."""

    def __init__(self, why: Why, line: int, **details: object) -> None:
        super().__init__(why, line)
        self.why, self.line, self.details = why, line, details


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much a file may ask for: characters in all, characters of one text, lists and mappings inside
    each other, values with aliases followed, and mappings among these.
    """

    size: int
    text: int
    depth: int
    values: int
    mappings: int


@dataclass(frozen=True, slots=True)
class Shape:
    """How many values a file holds with its aliases followed, and how many of them have keys."""

    values: int = 0
    mappings: int = 0

    def __add__(self, other: Shape) -> Shape:
        return Shape(self.values + other.values, self.mappings + other.mappings)

    def __sub__(self, other: Shape) -> Shape:
        return Shape(self.values - other.values, self.mappings - other.mappings)


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed text: `data` (None for an empty one), and in `lines` where the value under each key path is.

    Under a key that is the line (from 1) of the key, elsewhere the line at which the value begins.
    """

    data: Any
    lines: dict[Key, int] = field(default_factory=dict)
    shape: Shape = field(default_factory=Shape)

    def line(self, where: Key) -> int:
        """The line of the value under the key path `where`, or of the nearest one that encloses it."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)


def parse(text: str, bounds: Bounds | None, *, odd_as_text: bool = False) -> Tree:
    """The values in a YAML text; YamlError when it is none, or asks for more than `bounds`.

    Without bounds (our own files) its size is not measured. `odd_as_text` takes what looks like a number or
    a date and is none (30 February) for the text it is; otherwise it is an error.
    """
    try:
        shape = measure(text, bounds) if bounds else Shape()
        return _Builder(odd_as_text).tree(text, shape)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        last = max(1, len(text.splitlines()))  # what is never closed is missed behind the last line
        line = min(mark.line + 1, last) if mark else 1
        raise YamlError("syntax", line, problem=error.problem or "") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise YamlError("syntax", 1, problem=str(error).splitlines()[0]) from error


# --- how much there is ------------------------------------------------------------------------------


def measure(text: str, bounds: Bounds) -> Shape:
    """The shape of a YAML text; YamlError with the line for one that is too deep, too wide or too long.

    Raises yaml.YAMLError for bad syntax.
    """
    _require(None, "size", len(text), bounds.size)
    return _measured(yaml.parse(text, Loader=_LOADER), bounds)


def _measured(events: Iterable[yaml.Event], bounds: Bounds) -> Shape:
    values = mappings = 0
    anchors: dict[str, Shape] = {}
    opened: list[tuple[str | None, Shape]] = []
    for event in events:
        if isinstance(event, yaml.ScalarEvent):
            values += 1
            _require(event, "text", len(event.value), bounds.text)
            if event.anchor:
                anchors[event.anchor] = Shape(1)
        elif isinstance(event, yaml.CollectionStartEvent):
            opened.append((event.anchor, Shape(values, mappings)))
            anchors.pop(event.anchor or "", None)
            _require(event, "depth", len(opened), bounds.depth)
            values += 1
            mappings += isinstance(event, yaml.MappingStartEvent)
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = opened.pop()
            if anchor:
                anchors[anchor] = Shape(values, mappings) - before
        elif isinstance(event, yaml.AliasEvent):
            again = _aliased(event, anchors, opened)
            values, mappings = values + again.values, mappings + again.mappings
        _require(event, "values", values, bounds.values)
        _require(event, "mappings", mappings, bounds.mappings)
    return Shape(values, mappings)


def _aliased(
    event: yaml.AliasEvent, anchors: dict[str, Shape], opened: list[tuple[str | None, Shape]]
) -> Shape:
    """What an alias stands for; YamlError for one that stands for what it lies in."""
    if any(anchor == event.anchor for anchor, _ in opened):
        raise YamlError("loop", _line(event), name=event.anchor)
    return anchors.get(event.anchor or "", Shape())  # an unknown one is an error of syntax, told later


def _require(event: yaml.Event | None, why: Why, count: int, most: int) -> None:
    if count > most:
        raise YamlError(why, _line(event) if event else 1, count=count, most=most)


def _line(place: Any) -> int:
    """The line (from 1) at which an event or a node of the parser begins."""
    return int(place.start_mark.line) + 1


# --- what there is ----------------------------------------------------------------------------------


class _Builder:
    """Builds the plain value of a node and those in it, and notes their lines."""

    def __init__(self, odd_as_text: bool) -> None:
        self._odd_as_text = odd_as_text
        self._lines: dict[Key, int] = {}
        self._loader: Any = None

    def tree(self, text: str, shape: Shape) -> Tree:
        self._loader = _LOADER(text)
        try:
            node = self._loader.get_single_node()
            data = None if node is None else self._value(node, ())
        finally:
            self._loader.dispose()
        return Tree(data, self._lines, shape)

    def _value(self, node: yaml.Node, key: Key) -> Any:
        """The plain value of a node; aliases are followed."""
        self._lines[key] = _line(node)
        if node.tag not in _TAGS:
            raise YamlError("tag", _line(node), tag=node.tag)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, key)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(child, (*key, at)) for at, child in enumerate(node.value)]
        return self._scalar(node)

    def _scalar(self, node: yaml.Node) -> Any:
        """Most are words, which need no constructor."""
        if node.tag == _TEXT:
            return node.value
        try:
            if len(node.value) > _LONGEST_NUMBER:
                raise ValueError
            return self._loader.construct_object(node)
        except (ValueError, LookupError, AttributeError) as error:  # a date that does not exist, !!bool maybe
            if self._odd_as_text:
                return node.value
            raise YamlError("value", _line(node), value=node.value) from error

    def _mapping(self, node: yaml.MappingNode, key: Key) -> dict[str, Any]:
        built: dict[str, Any] = {}
        for name_node, value_node in node.value:
            if not isinstance(name_node, yaml.ScalarNode) or name_node.tag not in _TAGS:
                raise YamlError("key", _line(name_node))
            name = str(self._scalar(name_node))
            if name in built:
                raise YamlError("duplicate", _line(name_node), key=name)
            built[name] = self._value(value_node, (*key, name))
            self._lines[(*key, name)] = _line(name_node)
        return built
