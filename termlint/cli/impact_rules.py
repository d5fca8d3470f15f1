"""Which rules `rules impact` is about, and the version of them that it compares with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from termlint.cli.base import UserError
from termlint.cli.sources import unknown_rule
from termlint.files.regular import boundary
from termlint.rulebook import load
from termlint.rulebook.load import rule_id
from termlint.rulebook.source import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.model import Language
    from termlint.rulebook import Rule, Ruleset


@dataclass(frozen=True, slots=True)
class RulesetVersions:
    """The ruleset as it is and as it was (None: nothing to compare), and the rules to tell of (none: all)."""

    now: Ruleset
    before: Ruleset | None = None
    rules: tuple[str, ...] = ()
    against: str = ""


def versions(
    packs: Sequence[Path], names: tuple[str, ...], against: str | None, lang: Language
) -> RulesetVersions:
    """The rules that `names` (ids, or files not adopted yet) ask for.

    `against` is a file, or a revision of the repository that the rules are in.
    """
    files = {Path(name): _text(Path(name)) for name in names if _is_file(name)}
    ids = tuple(rule_id(files[Path(name)], Path(name)) if Path(name) in files else name for name in names)
    now = load(packs, lang=lang, versions=files)
    known = now.by_id()
    for name in ids:
        if name not in known:
            raise unknown_rule(name, known)
    if against is None:
        return RulesetVersions(now, rules=ids)
    if _is_file(against):
        return _against_file(Path(against), now, ids, packs, lang)
    if not ids:
        raise UserError("rules-impact-against-one", against=against)
    return _against_revision(against, now, ids, packs, lang)


def _is_file(name: str) -> bool:
    return Path(name).suffix == ".yaml" and Path(name).is_file()


def _text(path: Path) -> str:
    """The text of a rule file, which may be a link within its repository or folder, and not out of it."""
    return read(path, boundary(path.absolute().parent)).text


def _against_file(
    path: Path, now: Ruleset, ids: tuple[str, ...], packs: Sequence[Path], lang: Language
) -> RulesetVersions:
    text = _text(path)
    name = rule_id(text, path)
    if ids and ids != (name,):
        raise UserError("rules-impact-other-rule", path=path, id=name, rule=ids[0])
    if name not in now.by_id():
        raise unknown_rule(name, now.by_id())
    before = load(packs, lang=lang, versions={path: text})
    return RulesetVersions(now, before, (name,), path.as_posix())


def _against_revision(
    revision: str, now: Ruleset, ids: tuple[str, ...], packs: Sequence[Path], lang: Language
) -> RulesetVersions:
    """The rules as a commit had them; one that it did not have yet is left out."""
    rules = [now.by_id()[name] for name in ids]
    texts = _texts(revision, rules)
    old = {rule.path: text for rule in rules if (text := texts[rule.id]) is not None}
    loaded = load(packs, lang=lang, versions=old)
    kept = tuple(rule for rule in loaded.rules if texts.get(rule.id, "") is not None)
    return RulesetVersions(now, replace(loaded, rules=kept), ids, revision)


def _texts(revision: str, rules: Sequence[Rule]) -> dict[str, str | None]:
    """The text of each rule's file at a revision; None where it was not there."""
    from termlint.cli.versions import Versions as Files

    files = Files()
    try:
        held = {rule.id: files.at(rule.path, revision) for rule in rules}
    finally:
        files.close()
    return {name: None if data is None else data.decode("utf-8-sig") for name, data in held.items()}
