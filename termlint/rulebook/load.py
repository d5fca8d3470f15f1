"""Finds rule packs, lays overlays over them and loads the ruleset of a run."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from termlint.errors import RuleError
from termlint.model import Language
from termlint.rulebook.build import RawRule, build_rule
from termlint.rulebook.model import Ruleset
from termlint.rulebook.schema import validate
from termlint.rulebook.source import YamlSource, parse

PACK_FILE = "pack.yaml"


def shipped() -> Path:
    """The folder of the packs that come with termlint: in the wheel, or beside the package in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "packs"
    return inside if inside.is_dir() else package.parent / "rules"


def load(packs: Sequence[Path] = (), *, lang: Language = "nl", check: bool = False) -> Ruleset:
    """The shipped rules with the folders `packs` laid over them, in that order.

    A pack of the user's own may add rules, and through `extends` drop or restate those of another.
    Files of the user's own are checked against the schema; the shipped ones only with `check`, since
    the tests have done so. Raises RuleError with file, line and what to do.
    """
    raws: dict[str, RawRule] = {}
    known: set[str] = set()
    for folder, own in [*((f, False) for f in _pack_folders(shipped())), *((f, True) for f in packs)]:
        pack = _read_pack(folder, own or check)
        _extend(pack, raws, known)
        known.add(pack.source.data["id"])
        for raw in _read_rules(folder, pack, own or check):
            if raw.data["id"] in raws:
                raise raw.source.error("rule-duplicate", ("id",), id=raw.data["id"], other=raws[raw.data["id"]].source.path)
            raws[raw.data["id"]] = raw
    rules = tuple(build_rule(raw, lang) for raw in raws.values())
    _check_coordinates(raws)
    return Ruleset(rules, digest(packs), lang)


def digest(packs: Sequence[Path] = ()) -> str:
    """A short name for exactly these rule files: SHA-256 over their names and bytes, without parsing them."""
    total = hashlib.sha256()
    for folder in [*_pack_folders(shipped()), *packs]:
        for path in sorted(folder.glob("*.yaml")):
            total.update(f"{folder.name}/{path.name}\0".encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class _Pack:
    source: YamlSource
    lists: dict[str, tuple[str, ...]]


def _pack_folders(root: Path) -> Iterable[Path]:
    return sorted(path.parent for path in root.glob(f"*/{PACK_FILE}"))


def _read_pack(folder: Path, check: bool) -> _Pack:
    path = folder / PACK_FILE
    if not path.is_file():
        raise RuleError("rule-no-pack", path=folder)
    source = parse(path.read_text(encoding="utf-8"), path)
    if check:
        validate(source, "pack")
    lists = {name: tuple(map(str, items)) for name, items in source.data.get("lists", {}).items()}
    return _Pack(source, lists)


def _read_rules(folder: Path, pack: _Pack, check: bool) -> Iterable[RawRule]:
    for path in sorted(folder.glob("*.yaml")):
        if path.name == PACK_FILE:
            continue
        source = parse(path.read_text(encoding="utf-8"), path)
        if check:
            validate(source, "rule")
        if source.data["id"] != path.stem:
            raise source.error("rule-id-file", ("id",), id=source.data["id"], file=path.name)
        yield RawRule(source, pack.source.data["id"], source.data, pack.lists)


def _extend(pack: _Pack, raws: dict[str, RawRule], known: set[str]) -> None:
    """Apply what a pack says of the rules before it: drop them or restate them."""
    source, data = pack.source, pack.source.data
    for at, name in enumerate(data.get("extends", ())):
        if name not in known:
            raise source.error("rule-unknown-extends", ("extends", at), name=name, known=", ".join(sorted(known)))
    for at, rule in enumerate(data.get("drop", ())):
        _require(rule, raws, source, ("drop", at))
        del raws[rule]
    for rule, changes in data.get("restate", {}).items():
        _require(rule, raws, source, ("restate", rule))
        raws[rule] = replace(raws[rule], data=_restated(raws[rule].data, changes))


def _require(rule: str, raws: dict[str, RawRule], source: YamlSource, key: tuple[str | int, ...]) -> None:
    if rule not in raws:
        raise source.error("rule-unknown-rule", key, id=rule, known=", ".join(sorted(raws)))


def _restated(data: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """`data` with `changes` in place of its own values, and the lists under `add` behind its own."""
    stated = {**data, **{name: value for name, value in changes.items() if name != "add"}}
    for name, items in changes.get("add", {}).items():
        stated[name] = [*stated.get(name, []), *items]
    return stated


def _check_coordinates(raws: dict[str, RawRule]) -> None:
    for raw in raws.values():
        for at, rule in enumerate(raw.data.get("coordinate", ())):
            _require(rule, raws, raw.source, ("coordinate", at))
