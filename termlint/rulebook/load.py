"""Finds rule packs, lays overlays over them and loads the ruleset of a run."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from termlint.errors import RuleError
from termlint.files.regular import boundary
from termlint.files.yaml_tree import Key, Shape
from termlint.rulebook import limits
from termlint.rulebook import packs as packs_
from termlint.rulebook.build import RawRule, Shared, build_rule
from termlint.rulebook.model import Ruleset
from termlint.rulebook.overlay import restated
from termlint.rulebook.schema import validate
from termlint.rulebook.source import YamlSource, parse, read, read_content
from termlint.settings import example_packs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from termlint.model import Language
    from termlint.rulebook.model import Rule

PACK_FILE = example_packs.PACK_FILE


def shipped() -> Path:
    """The folder of the packs that come with termlint: in the wheel, or beside the package in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "packs"
    return inside if inside.is_dir() else package.parent / "rules"


def load(
    packs: Sequence[Path] = (),
    *,
    lang: Language = "nl",
    check: bool = False,
    versions: Mapping[Path, str] | None = None,
) -> Ruleset:
    """The shipped rules with the folders `packs` laid over them, in that order.

    A pack of the user's own may add rules, and through `extends` drop or restate those of another.
    Files of the user's own are checked against the schema; the shipped ones only with `check`, since
    the tests have done so. `versions` are texts of rule files that take the place of the rule of the
    same id, or are added. Raises RuleError with file, line and what to do.
    """
    if len(packs) > limits.PACKS:
        raise RuleError("limit-packs", path=packs[limits.PACKS], count=len(packs), most=limits.PACKS)
    shelf = _Shelf()
    for folder, own in [*((f, False) for f in _pack_folders(shipped())), *((f, _is_own(f)) for f in packs)]:
        shelf.add(folder, own, check)
    for path, text in (versions or {}).items():
        shelf.lay(parse(text, path))
    shelf.check_coordinates()
    return shelf.ruleset(lang, digest(packs, versions))


def chosen(ruleset: Ruleset, kept: Callable[[Rule], bool]) -> Ruleset:
    """The ruleset with the rules for which `kept` holds, and what their packs say of a report."""
    rules = tuple(rule for rule in ruleset.rules if kept(rule))
    with_rules = {rule.pack for rule in ruleset.rules}
    used = tuple(packs_.in_use(ruleset.packs, {rule.pack for rule in rules}, with_rules))
    return replace(
        ruleset,
        rules=rules,
        left_out=ruleset.names.difference(rule.id for rule in rules),
        preferred=packs_.preferred(used),
        introductions=packs_.introductions(used),
    )


def rule_id(text: str, path: Path) -> str:
    """The id of the rule that the text of a file describes; RuleError when it describes none."""
    source = parse(text, path)
    validate(source, "rule")
    return str(source.data["id"])


def digest(packs: Sequence[Path] = (), versions: Mapping[Path, str] | None = None) -> str:
    """A short name for exactly these rule files: SHA-256 over their names and texts, without parsing them."""
    total = hashlib.sha256()
    for folder, own in [*((f, None) for f in _pack_folders(shipped())), *((f, _within(f)) for f in packs)]:
        for path in _rule_files(folder):
            total.update(f"{folder.name}/{path.name}\0".encode())
            data = read_content(path, own).replace(b"\r\n", b"\n")  # a clone on Windows has other line ends
            total.update(hashlib.sha256(data).digest())
    for text in (versions or {}).values():
        total.update(hashlib.sha256(text.encode()).digest())
    return total.hexdigest()[:16]


@dataclass(slots=True)
class _Shelf:
    """The packs read so far: their rules by id, their lists and files by pack, and the rules that one
    dropped.
    """

    raws: dict[str, RawRule] = field(default_factory=dict)
    lists: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    sources: dict[str, YamlSource] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)
    shape: Shape = field(default_factory=Shape)

    def add(self, folder: Path, own: bool, check: bool) -> None:
        """Read a pack, apply what it says of the rules before it, and put its own behind them.

        The files of the user's `own` packs stay in their repository or folder, and always follow the schema.
        """
        within = _within(folder) if own else None
        pack = _read_pack(folder, within, own or check)
        self._count(pack)
        name = pack.data["id"]
        if name in self.lists:
            raise pack.error("rule-duplicate-pack", ("id",), id=name)
        self._extend(pack)
        self.sources[name] = pack
        for source in _read_rules(folder, within, own or check):
            self._count(source)
            rule = source.data["id"]
            if rule in self.raws:
                raise source.error("rule-duplicate", ("id",), id=rule, other=self.raws[rule].source.path)
            self.raws[rule] = RawRule(source, name, source.data, self.lists[name])

    def _count(self, source: YamlSource) -> None:
        """Add a file to those read so far; RuleError when they hold too much together."""
        self.shape += source.shape
        for what, count, most in (
            ("values", self.shape.values, limits.VALUES),
            ("mappings", self.shape.mappings, limits.MAPPINGS),
        ):
            if count > most:
                raise source.error(f"limit-all-{what}", (), count=count, most=most)

    def lay(self, source: YamlSource) -> None:
        """Put a version of a rule in the place of the one with its id; a new one gets a pack of its own."""
        validate(source, "rule")
        self._count(source)
        known = self.raws.get(source.data["id"])
        pack, lists = (
            (known.pack, known.lists) if known else (source.path.parent.name, _lists_beside(source.path))
        )
        self.raws[source.data["id"]] = RawRule(source, pack, source.data, lists)

    def _extend(self, pack: YamlSource) -> None:
        """The pack's lists, those of the packs it extends among them; then drop and restate rules."""
        data, lists = pack.data, {}
        for at, name in enumerate(data.get("extends", ())):
            if name not in self.lists:
                known = ", ".join(sorted(self.lists))
                raise pack.error("rule-unknown-extends", ("extends", at), name=name, known=known)
            lists.update(self.lists[name])
        self.lists[data["id"]] = lists | _lists(pack)
        for at, rule in enumerate(data.get("drop", ())):
            self._require(rule, pack, ("drop", at))
            del self.raws[rule]
            self.dropped.add(rule)
        for rule, changes in data.get("restate", {}).items():
            self._require(rule, pack, ("restate", rule))
            self.raws[rule] = restated(self.raws[rule], changes, pack, ("restate", rule), _lists(pack))

    def check_coordinates(self) -> None:
        """A rule coordinates rules that exist; one that was dropped simply takes no part any more."""
        for raw in self.raws.values():
            for at, rule in enumerate(raw.data.get("coordinate", ())):
                if rule not in self.dropped:
                    self._require(rule, *raw.place(("coordinate", at)))

    def ruleset(self, lang: Language, name: str) -> Ruleset:
        """All rules and packs, compiled; `name` is the digest of their files."""
        shared = Shared()
        built = {
            id_: packs_.build_pack(source, self.lists[id_], lang, shared)
            for id_, source in self.sources.items()
        }
        packs_.check_names(self.sources.values(), built)
        known = tuple(built.values())
        shared.scale = packs_.scale(known)
        rules = tuple(build_rule(raw, lang, shared) for raw in self.raws.values())
        abbreviations = packs_.abbreviations(known)
        return chosen(Ruleset(rules, name, lang, packs=known, abbreviations=abbreviations), lambda _: True)

    def _require(self, rule: str, source: YamlSource, key: Key) -> None:
        if rule not in self.raws:
            raise source.error("rule-unknown-rule", key, id=rule, known=", ".join(sorted(self.raws)))


def _is_own(folder: Path) -> bool:
    """Whether a pack that the settings name is the user's own, and no example that comes with termlint."""
    return not example_packs.is_one(folder)


def _within(folder: Path) -> Path | None:
    """The folder that the files of a pack may not leave; an installer may have made links of ours."""
    return boundary(folder) if _is_own(folder) else None


def _rule_files(folder: Path) -> list[Path]:
    """The YAML files of a pack, sorted; what a system leaves behind (._x.yaml) is none of them."""
    found = (path for path in folder.glob("*.yaml") if not path.name.startswith("."))
    paths = list(islice(found, limits.FILES + 1))
    if len(paths) > limits.FILES:
        raise RuleError("limit-files", path=folder, most=limits.FILES)
    return sorted(paths, key=lambda path: path.name)  # a path of Windows sorts without regard to capitals


def _pack_folders(root: Path) -> Iterable[Path]:
    return sorted(path.parent for path in root.glob(f"*/{PACK_FILE}"))


def _read_pack(folder: Path, within: Path | None, check: bool) -> YamlSource:
    path = folder / PACK_FILE
    if not path.exists():
        raise RuleError("rule-no-pack", path=folder)
    misnamed = sorted(folder.glob("*.yml"))
    if misnamed:
        raise RuleError("rule-yml", path=misnamed[0], file=f"{misnamed[0].stem}.yaml")
    source = read(path, within, bounded=check)
    if check:
        validate(source, "pack")
    return source


def _lists(pack: YamlSource) -> dict[str, tuple[str, ...]]:
    return {name: tuple(map(str, items)) for name, items in pack.data.get("lists", {}).items()}


def _lists_beside(path: Path) -> dict[str, tuple[str, ...]]:
    """The lists of the pack that a loose rule file lies in, if it lies in one."""
    pack = path.parent / PACK_FILE
    return _lists(read(pack, boundary(path.parent))) if pack.exists() else {}


def _read_rules(folder: Path, within: Path | None, check: bool) -> Iterable[YamlSource]:
    for path in _rule_files(folder):
        if path.name == PACK_FILE:
            continue
        source = read(path, within, bounded=check)
        if check:
            validate(source, "rule")
        if source.data["id"] != path.stem:
            raise source.error("rule-id-file", ("id",), id=source.data["id"], file=path.name)
        yield source
