"""Damaged documents by number: the same seeds and the same number give the same bytes, on every machine."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from tests.fuzz import damage, damage_docx, damage_pdf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.fuzz.seeds import Seed

_INSIDE: dict[str, dict[str, damage.Damage]] = {".docx": damage_docx.DAMAGES, ".pdf": damage_pdf.DAMAGES}
_INSIDE_SHARE = 0.65
"""Share of damage that knows the format: what is damaged anywhere else is mostly turned away at the door."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A damaged document: the seed it was, what was done to it in turn, and what is left."""

    number: int
    seed: Seed
    steps: tuple[str, ...]
    data: bytes


def mutant(seeds: Sequence[Seed], number: int, chance: int = 0) -> Mutant:
    """Mutant `number` of these seeds; another `chance` gives other mutants."""
    random = Random(f"{chance}:{number}")
    seed = random.choice(seeds)
    kin = [other for other in seeds if other.suffix == seed.suffix]
    data, steps = seed.data, []
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        inside = _INSIDE.get(seed.suffix)
        kinds = inside if inside and random.random() < _INSIDE_SHARE else damage.DAMAGES
        name = random.choice(list(kinds))
        data = kinds[name](random, data, random.choice(kin).data)
        steps.append(name)
    return Mutant(number, seed, tuple(steps), data)
