"""From the checked data of a pack.yaml to a `Pack`, and what several of them say together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from termlint.dutch.words import ABBREVIATIONS
from termlint.rulebook.build import RawRule, compiled_phrases, examples_of
from termlint.rulebook.pack_model import Pack, Preferred, Scale, joined

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from termlint.files.yaml_tree import Key
    from termlint.model import Language
    from termlint.rulebook.build import Shared
    from termlint.rulebook.source import YamlSource


def build_pack(
    source: YamlSource, lists: Mapping[str, tuple[str, ...]], lang: Language, shared: Shared
) -> Pack:
    """The pack that a file describes; RuleError with the line for what is wrong in it."""
    data = source.data
    report = data.get("report", {})
    texts = {**report, **report.get("en", {})} if lang == "en" else report
    return Pack(
        id=data["id"],
        path=source.path,
        extends=tuple(data.get("extends", ())),
        introduction=" ".join(texts.get("introduction", "").split()),
        abbreviations=_abbreviations(source),
        scales={name: _scale(source, ("scales", name)) for name in data.get("scales", {})},
        preferred=tuple(_preferred(source, name, lists, lang, shared) for name in data.get("prefer", {})),
    )


def _abbreviations(source: YamlSource) -> frozenset[str]:
    for at, given in enumerate(source.data.get("abbreviations", ())):
        if not given.isalnum():
            raise source.error("pack-abbreviation", ("abbreviations", at), text=given)
    return frozenset(map(str.lower, source.data.get("abbreviations", ())))


def _scale(source: YamlSource, at: Key) -> Scale:
    """The scale at a place of a file; RuleError for a step named twice, and a number of no step."""
    given: dict[str, list[str]] = source.data["scales"][at[-1]]
    steps = [step.lower() for step in given["steps"]]
    for place, step in enumerate(steps):
        if step in steps[:place]:
            raise source.error("pack-step-twice", (*at, "steps", place), step=step)
    for place, step in enumerate(given.get("numbered", ())):
        if step.lower() not in steps:
            known = ", ".join(steps)
            raise source.error("pack-no-step", (*at, "numbered", place), step=step, known=known)
    numbered, words = (tuple(map(str.lower, given.get(key, ()))) for key in ("numbered", "number_words"))
    return Scale(tuple(steps), numbered, words)


def _preferred(
    source: YamlSource, name: str, lists: Mapping[str, tuple[str, ...]], lang: Language, shared: Shared
) -> Preferred:
    given: dict[str, Any] = source.data["prefer"][name]
    at: Key = ("prefer", name)
    raw = RawRule(source, source.data["id"], given, lists, {(key,): (source, (*at, key)) for key in given})
    texts = {**given, **given.get("en", {})} if lang == "en" else given
    phrases = compiled_phrases(raw, shared)
    for place, phrase in enumerate(phrases):
        if any(slot.gap for slot in phrase.slots):
            raise source.error("pack-prefer-gap", (*at, "match", place), phrase=phrase.text)
    flag, passing = examples_of(raw, "flag"), examples_of(raw, "pass")
    return Preferred(name, texts["label"], phrases, flag, passing, source.line(at), source.path)


# --- packs together -------------------------------------------------------------------------------


def ancestors(pack: Pack, packs: Mapping[str, Pack]) -> frozenset[str]:
    """The packs that `pack` extends, itself or through others."""
    return frozenset(pack.extends).union(*(ancestors(packs[name], packs) for name in pack.extends))


def check_names(sources: Iterable[YamlSource], packs: Mapping[str, Pack]) -> None:
    """Raise RuleError for a scale or a preferred word of which an earlier pack has the name already.

    Only a pack that extends that one may say it anew.
    """
    owners: dict[tuple[str, str], str] = {}
    for source in sources:
        pack = packs[source.data["id"]]
        for key in ("scales", "prefer"):
            for name in source.data.get(key, {}):
                owner = owners.setdefault((key, name), pack.id)
                if owner != pack.id and owner not in ancestors(pack, packs):
                    raise source.error("pack-name-taken", (key, name), name=name, pack=owner)


def abbreviations(packs: Iterable[Pack]) -> frozenset[str]:
    """Those of Dutch and of all packs: how words are written does not depend on which rules are used."""
    return ABBREVIATIONS.union(*(pack.abbreviations for pack in packs))


def scale(packs: Iterable[Pack]) -> Scale:
    """The scales of all packs as one; of one name, that of the last pack."""
    by_name: dict[str, Scale] = {}
    for pack in packs:
        by_name |= pack.scales
    return joined(by_name.values())


def in_use(packs: Sequence[Pack], used: Collection[str], with_rules: Collection[str]) -> Iterator[Pack]:
    """The packs that a run speaks for: those with rules in it (`used`), and what is laid over them.

    `with_rules` are the packs that have rules at all. One without rules of its own counts when it extends
    a pack that counts, or none.
    """
    counted: set[str] = set()
    for pack in packs:
        overlay = pack.id not in with_rules and (not pack.extends or not counted.isdisjoint(pack.extends))
        if pack.id in used or overlay:
            counted.add(pack.id)
            yield pack


def preferred(packs: Iterable[Pack]) -> tuple[Preferred, ...]:
    """The preferred words of these packs; of one name, those of the last pack."""
    return tuple({each.name: each for pack in packs for each in pack.preferred}.values())


def introductions(packs: Sequence[Pack]) -> tuple[str, ...]:
    """What a report over these packs says first; what a pack says takes the place of what it extends says."""
    by_id = {pack.id: pack for pack in packs}
    over = frozenset[str]().union(*(_extended(pack, by_id) for pack in packs if pack.introduction))
    return tuple(pack.introduction for pack in packs if pack.introduction and pack.id not in over)


def _extended(pack: Pack, known: Mapping[str, Pack]) -> frozenset[str]:
    """As `ancestors`, as far as they are known."""
    here = [known[name] for name in pack.extends if name in known]
    return frozenset(pack.extends).union(*(_extended(each, known) for each in here))
