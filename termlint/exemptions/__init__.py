"""Why a hit is softened or silent: quotation and mention, names, sources, addresses, code.

Each check looks at a hit in its surroundings and gives a verdict or none; the first verdict counts. Names
come before quotation marks: a law's name between them is still a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from termlint.exemptions import labels, mentions, names, sources, speech, technical
from termlint.exemptions.hit import Surroundings, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Surroundings", "Verdict", "exempt"]

_CHECKS: tuple[Callable[[Surroundings], Verdict | None], ...] = (
    technical.address,
    technical.identifier,
    names.law,
    names.proper_name,
    sources.bibliography,
    technical.program_text,
    speech.quoted,
    speech.spoken,
    mentions.mentioned,
    labels.labelled,
    mentions.gloss,
    sources.statistics,
    names.title,
)


def exempt(hit: Surroundings) -> Verdict | None:
    """The verdict on a hit; None when it is simply a use of the term."""
    for check in _CHECKS:
        verdict = check(hit)
        if verdict:
            return verdict
    return None
