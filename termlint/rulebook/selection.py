"""Which rules the settings ask for, and how grave each is."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from termlint.errors import ConfigError
from termlint.rulebook.load import chosen, load
from termlint.rulebook.tags import with_model

if TYPE_CHECKING:
    from collections.abc import Iterable

    from termlint.model import Language, Severity
    from termlint.rulebook.model import Rule, Ruleset
    from termlint.settings import Settings


def rules_for(settings: Settings, lang: Language) -> Ruleset:
    """The rules that these settings ask for.

    ConfigError for a name that no rule or pack has; RuleError for a rule that needs a model they do not name.
    """
    ruleset = load(settings.packs, lang=lang)
    known = {rule.id for rule in ruleset.rules} | {rule.pack for rule in ruleset.rules}
    for name in (*settings.select, *settings.ignore, *settings.severity):
        if name not in known:
            raise unknown_rule(name, known)
    return with_model(chosen(ruleset, lambda rule: _is_kept(rule, settings)), settings.model)


def _is_kept(rule: Rule, settings: Settings) -> bool:
    """A rule's own name beats that of its pack, and leaving out beats choosing."""
    if rule.id in settings.ignore:
        return False
    if rule.id in settings.select:
        return True
    return rule.pack not in settings.ignore and (not settings.select or rule.pack in settings.select)


def severities(settings: Settings, ruleset: Ruleset) -> dict[str, Severity]:
    """The severity of each rule that the settings grade, by its own name or else by its pack."""
    grades = {
        rule.id: settings.severity.get(rule.id, settings.severity.get(rule.pack)) for rule in ruleset.rules
    }
    return {rule: grade for rule, grade in grades.items() if grade}


def unknown_rule(name: str, known: Iterable[str]) -> ConfigError:
    """The error for a rule or pack that does not exist, with the one that was probably meant."""
    near = get_close_matches(name.lower().replace(" ", "-").replace("_", "-"), sorted(known), 1, 0.5)
    if near:
        return ConfigError("cli-unknown-rule-near", rule=name, near=near[0])
    return ConfigError("cli-unknown-rule", rule=name)
