"""What an overlay says of another pack's rule: values in place of its own, and values that are added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from termlint.files.yaml_tree import Key
from termlint.rulebook.build import RawRule
from termlint.rulebook.source import YamlSource

if TYPE_CHECKING:
    from collections.abc import Mapping

_Places = dict[Key, tuple[YamlSource, Key]]


def restated(
    raw: RawRule, changes: dict[str, Any], pack: YamlSource, at: Key, lists: Mapping[str, tuple[str, ...]]
) -> RawRule:
    """`raw` with `changes` in place of its own values, and those under `add` behind its own.

    `at` is where the changes stand in `pack`, whose `lists` the rule may name from now on. A text that
    is restated in Dutch only loses its translation.
    """
    given = {name: value for name, value in changes.items() if name != "add"}
    places: _Places = dict(raw.restated)
    for name in given:
        places = {key: place for key, place in places.items() if key[0] != name}
        places[name,] = (pack, (*at, name))
    data = _added({**raw.data, **given}, changes.get("add", {}), (), (pack, (*at, "add")), places)
    if "en" in raw.data and "en" not in given:
        data["en"] = {name: text for name, text in raw.data["en"].items() if name not in given}
    return RawRule(raw.source, raw.pack, data, {**raw.lists, **lists}, places)


def _added(own: Any, more: Any, key: Key, place: tuple[YamlSource, Key], places: _Places) -> Any:
    """`more` added to `own`: items behind items, names beside names; any other value replaces."""
    source, at = place
    if isinstance(own, dict) and isinstance(more, dict):
        merged = dict(own)
        for name, value in more.items():
            merged[name] = _added(own.get(name), value, (*key, name), (source, (*at, name)), places)
        return merged
    if isinstance(own, list) and isinstance(more, list):
        for number in range(len(more)):
            places[*key, len(own) + number] = (source, (*at, number))
        return [*own, *more]
    places[key] = place
    return more
