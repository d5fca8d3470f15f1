"""Rules that ask for too much, in a line each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from termlint.files.yaml_tree import measure
from termlint.rulebook.build import RawRule, build_rule
from termlint.rulebook.schema import validate
from termlint.rulebook.source import bounds, parse
from tests.rulebook.packs import changed

if TYPE_CHECKING:
    from termlint.rulebook import Rule

FILE = Path("proef.yaml")
MATCH = "  - proefwoord\nsuggest"
WORD = "  proefwoord: noun\n"


def phrase(text: str) -> str:
    return changed((MATCH, f"  - {text}\nsuggest"))


def phrases(number: int) -> str:
    return changed((MATCH, "".join(f"  - woord{n}\n" for n in range(number)) + "suggest"))


def tokens(text: str) -> str:
    return phrase(f"{{tokens: [{text}], literals: [proefwoord]}}")


def regex(text: str) -> str:
    return tokens(f"{{LOWER: {{REGEX: '{text}'}}}}")


def listed(items: str, asked: str = "<g> wonen") -> str:
    return phrase(asked) + f"lists: {{g: [{items}]}}\n"


def words(number: int) -> str:
    return ", ".join(f"woord{n}" for n in range(number))


CONTEXT = "context:\n  - {needs: [a]}\n"


def values(text: str) -> int:
    return measure(text, bounds()).values


def nested(number: int) -> str:
    inner = "".join(f", l{n}: [<l{n + 1}>]" for n in range(1, number - 1))
    last = f", l{number - 1}: [huis]" if number > 1 else ""
    return phrase("<l0> wonen") + f"lists: {{l0: [{'<l1>' if number > 1 else 'huis'}]{inner}{last}}}\n"


def built(text: str) -> Rule:
    source = parse(text, FILE)
    validate(source, "rule")
    return build_rule(RawRule(source, "eigen", source.data, {}), "nl")
