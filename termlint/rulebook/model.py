"""A rule as the rulebook holds it: what an author wrote, checked and compiled to words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from termlint.dutch.words import ABBREVIATIONS
from termlint.rulebook.pack_model import Scale

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.model import Language, Safety, Severity
    from termlint.rulebook.pack_model import Pack, Preferred

Outcome = Literal["flag", "info", "silent"]
Scope = Literal["sentence", "block", "document"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from."""

    title: str
    section: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of the rule's own tests.

    `text` is the sentence without its brackets, `spans` what stood in brackets (none in a pass
    example). `suggest` is the first offer that is expected, `outcome` the expected outcome. `path` is the
    file it stands in when that is an overlay's and not the rule's own.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    suggest: str | None
    outcome: Outcome
    line: int
    profile: str | None = None
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one surface form is a form of: the base word and the name of the form.

    `part` is the second part of an open compound ("straat" in nieuwkomersstraat).
    """

    base: str
    form: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to write a slot of a phrase: its tokens, lower case, and what they are forms of."""

    tokens: tuple[str, ...]
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a phrase and everything that may stand there.

    `optional`: nothing may stand there too. `gap` > 0: up to that many words of any kind. `parts`:
    for a word in parts (probleem-wijk) the alternatives of each part. `stems` are the alternatives
    that coordinate with a hanging hyphen when the slot comes first: "probleem- en", "ov- of". `is_list`:
    an item of a list stands here.
    """

    alternatives: tuple[Alternative, ...] = ()
    optional: bool = False
    gap: int = 0
    parts: tuple[tuple[Alternative, ...], ...] = ()
    stems: tuple[Alternative, ...] = ()
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a rule, compiled: a sequence of slots.

    `tokens` is a raw spaCy token pattern instead of slots, with the `literals` it cannot do without.
    `context` must hold for the phrase to count. `path` is as in `Example`.
    """

    text: str
    line: int
    slots: tuple[Slot, ...] = ()
    outcome: Outcome = "flag"
    reason: str = ""
    tokens: tuple[dict[str, object], ...] = ()
    literals: tuple[str, ...] = ()
    context: Context | None = None
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """A condition on the words around a match; where it fails, the match has the `outcome`, or is none at
    all.

    `needs`: one of these parts of words stands in the scope. `unless`: none of these
    stands in it, save where one of `needs` does too. `after` / `before`: the match comes right after /
    before one of these (one word or several; "^" and "$" are the ends of the text); `not_after` /
    `not_before`: none of these.
    """

    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    scope: Scope = "sentence"
    outcome: Outcome = "silent"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """When a suggestion fits; every condition given must hold.

    `form`: one of these forms is in the match. `contains` / `lacks`: a base word in the match.
    `after` / `before`: the words right before / after the match. `near` / `not_near`: one / none of these
    parts of words stands in the text around it. `document` / `not_document`: one / none of these folded
    texts stands somewhere in the document. `label`: the match is a label (before a colon, or alone in its
    cell or line).
    """

    form: tuple[str, ...] = ()
    not_form: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    not_document: tuple[str, ...] = ()
    label: bool | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A suggestion as the author wrote it; see `termlint.suggestions.slots` for what braces mean.

    `article` is the article that the offered words take ("" when it stays as it is). `levels` says
    which steps of a scale a base word stands for; it comes before that of the rule.
    """

    text: str
    safety: Safety
    when: When = field(default_factory=When)
    article: str = ""
    levels: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a rule with all its forms (surface to name of the form).

    `open_compounds` are the beginnings that any second part may follow. `finite` are the forms of a
    separable verb that part from its `particle`. A word that `coordinates` may stand before its shared
    head on its own: adjectives, and words that say so ("midden- en hooggelegen").
    """

    base: str
    kind: str
    forms: dict[str, str]
    open_compounds: tuple[str, ...] = ()
    particle: str = ""
    finite: dict[str, str] = field(default_factory=dict)
    coordinates: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, ready to run and to explain itself."""

    id: str
    pack: str
    severity: Severity
    title: str
    message: str
    why: str
    sources: tuple[Source, ...]
    phrases: tuple[Phrase, ...]
    exceptions: tuple[Phrase, ...]
    words: dict[str, Word]
    offers: tuple[Offer, ...]
    flag_examples: tuple[Example, ...]
    pass_examples: tuple[Example, ...]
    path: Path
    coordinates: tuple[str, ...] = ()
    contexts: tuple[Context, ...] = ()
    profiles: dict[str, Severity] = field(default_factory=dict)
    levels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    scale: Scale = field(default_factory=Scale, compare=False)
    """That of all packs together: no part of what this rule says."""


@dataclass(frozen=True, slots=True)
class Ruleset:
    """All rules of a run, in the order of packs and ids. `digest` names exactly what was loaded.

    `model` names an installed spaCy pipeline for the rules that ask for parts of speech. `left_out` are the
    ids of rules that there are, but that this run does not use. `abbreviations` keep their hyphen, those
    of all packs among them. `preferred` and `introductions` are those of the packs that this run uses.
    """

    rules: tuple[Rule, ...]
    digest: str
    lang: Language = "nl"
    model: str | None = None
    left_out: frozenset[str] = frozenset()
    packs: tuple[Pack, ...] = ()
    abbreviations: frozenset[str] = ABBREVIATIONS
    preferred: tuple[Preferred, ...] = ()
    introductions: tuple[str, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """The ids of all rules there are."""
        return self.left_out.union(rule.id for rule in self.rules)

    def by_id(self) -> dict[str, Rule]:
        """The rules by their id."""
        return {rule.id: rule for rule in self.rules}
