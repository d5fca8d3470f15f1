"""Dutch inflection: every form of a base form, each with the name of the form.

The rules are those of Dutch spelling (open and closed syllables, v/f and z/s, 't kofschip); `irregular` has
the words that go their own way, and whoever uses a word may say so too. Source: Algemene Nederlandse
Spraakkunst (e-ans.ivdnt.org), chapters 2, 3 and 6; Leidraad (woordlijst.org) 2 and 9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from termlint.dutch import irregular

Forms = dict[str, str]
"""A surface form, lower case, to the name of the form; the first name given to a surface wins.

Tables are kept and given to all who ask: take a copy to change one.
"""

_VOWELS = "aeiouy"
_LONG = re.compile(r"(aa|ee|oo|uu)([bcdfgklmnprstvz])$")
_SHORT = re.compile(r"(?<![aeiou])([aeiou])([bcdfgklmnprst])$")
_UNSTRESSED = re.compile(
    r"(?:[^aeiou]|ij|[aeiou]{2}[^aeiou])[aeiou]*[^aeiou]*(?:el|er|em|en|ig|ik|ing|lijk|isch|dig)$"
)
_SHORT_VERBS = frozenset({"doen", "gaan", "slaan", "staan", "zien"})
"""Verbs that make no word for who does it by rule."""
_VERB_PREFIX = ("be", "ge", "ver", "ont", "her", "er")


def stem_for_suffix(word: str) -> str:
    """`word` as spelled before a suffix that begins with a vowel: hoog → hog, wijk → wijk, wit → witt."""
    if _LONG.search(word):
        return _voiced(word[:-3] + word[-3] + word[-1])
    if word.endswith(("lijk", "ig", "isch")) or _is_unstressed(word):
        return word
    if _SHORT.search(word):
        return word + word[-1]
    return _voiced(word)


def _is_unstressed(word: str) -> bool:
    """Whether the last syllable carries no stress, so that its consonant is not doubled: middel, jongen."""
    return bool(_UNSTRESSED.search(word)) and len(re.findall(r"[aeiou]+", word)) > 1


def _voiced(word: str) -> str:
    """Final f and s after a long vowel or a sonorant become v and z: brief → briev, huis → huiz."""
    if re.search(r"(?:[aeiou]{2}|ij|[lr]|(?<![aeiou])[aeou])f$", word):
        return word[:-1] + "v"
    if re.search(r"(?:[aeiou]{2}|ij|(?<=[^aeiou])[aou])s$", word) and not re.search(
        r"aas$|(?<!r)eis$|ous$|aus$", word
    ):
        return word[:-1] + "z"
    return word


@lru_cache(maxsize=1024)
def noun(base: str, plural: str | None = None) -> Forms:
    """A noun: singular and plural, the usual one first; "bewoner(s)" counts as plural."""
    many = (plural,) if plural else _plurals(base)
    bracketed = [f"{base}({each[len(base) :]})" for each in many if each.startswith(base)]
    return {base: "sg", **dict.fromkeys([*many, *bracketed], "pl")}


def _plurals(base: str) -> tuple[str, ...]:
    """The plurals of a noun, the usual one first."""
    if own := _irregular_plural(base):
        return (own,)
    if re.search(r"[aeiou].*um$", base):
        return base[:-2] + "a", base + "s"
    if base.endswith("icus"):
        return (base[:-2] + "i",)
    if base.endswith("sis"):
        return base[:-2] + "es", base + "sen"
    return (_plural(base),)


def _irregular_plural(base: str) -> str:
    """The plural of a word that goes its own way, also as the last part of a compound; empty for another."""
    if base in irregular.WORDS:
        return irregular.WORDS[base]
    for last, plural in irregular.LAST_PARTS.items():
        if base == last or (base.endswith(last) and len(base) > len(last) + 1):
            return base.removesuffix(last) + plural
    return base + "s" if base.endswith(irregular.LOANS) else ""


def _plural(base: str) -> str:
    if re.search(r"(?:ou|eu)de?re$|jongere$|oudere$", base):
        return base + "n"
    if base.endswith("or") and len(base) > 4:
        return base[:-2] + "oren"
    if base.endswith("'er") or (
        re.search(r"(?<![aeiou])(?:el|em|en|er)$|(?:eur|ster)$", base) and len(base) > 4
    ):
        return base + "s"
    if re.search(r"(?:^|[^aeiou])[aiouy]$", base):
        return base + "'s"
    if base.endswith("ee") or re.search(r"[gfr]ie$|^[^aeiou]+ie$", base):
        return base + "ën"
    if base.endswith(("je", "ie", "é", "au", "oe")):
        return base + "s"
    if base.endswith("heid"):
        return base[:-4] + "heden"
    if base.endswith("e"):
        return base + "s"
    return stem_for_suffix(base) + "en"


@lru_cache(maxsize=1024)
def adjective(base: str) -> Forms:
    """An adjective in its three degrees, plain and with -e: hoog, hoge, hoger, hogere, hoogst, hoogste."""
    stem = stem_for_suffix(base)
    comparative = (base if base.endswith("r") else stem) + ("der" if base.endswith("r") else "er")
    superlative = base + ("t" if base.endswith("s") else "st")
    comparative, superlative = irregular.DEGREES.get(base, (comparative, superlative))
    return {
        base: "positive",
        stem + "e": "positive_e",
        comparative: "comparative",
        comparative + "e": "comparative_e",
        superlative: "superlative",
        superlative + "e": "superlative_e",
    }


@lru_cache(maxsize=1024)
def participle(base: str) -> Forms:
    """A past participle as a word of its own: ontheemd (predicate), ontheemde (attributive, or one person),
    ontheemden (people).
    """
    stem = base + base[-1] if re.search(r"(?<![aeiou])[aeou][dt]$", base) and base.count("e") < 3 else base
    return {base: "zero", stem + "e": "e", stem + "en": "en", stem + "e(n)": "en", base + "(e)": "e"}


@dataclass(frozen=True, slots=True)
class Separable:
    """The forms of a separable verb: those written as one word, and the finite ones that part from their
    particle.
    """

    joined: Forms
    finite: Forms


def separable_verb(
    particle: str, base: str, past: str | None = None, past_participle: str | None = None
) -> Separable:
    """All forms of a separable verb: opstromen, opgestroomd, op te stromen; stroomt … op; de opstroom, een
    opstromer.

    `base` is the infinitive without its particle. `past` (singular) and `past_participle` (without
    particle, with ge-) are made by rule for a weak verb when not given. "op te stromen" is the business
    of the phrase, as are the words between a finite form and its particle.
    """
    strong = irregular.STRONG.get(base)
    stem = (strong and strong.stem) or verb_stem(base)
    past = past or (strong.past if strong else stem + ("te" if _soft(base) else "de"))
    done = past_participle or (strong.participle if strong else _weak_participle(base, stem))
    third, past_plural, agentive = _third(stem), _past_plural(past), particle + agent(base)
    joined = {
        particle + base: "infinitive",
        f"{particle} te {base}": "te_infinitive",
        particle + stem: "noun",
        particle + third: "finite_t",
        particle + done: "participle",
        **_inflected_participle(particle + done),
        particle + base + "d": "present_participle",
        particle + base + "de": "present_participle_e",
        **({} if base in _SHORT_VERBS else {agentive: "agent", agentive + "s": "agent_pl"}),
        particle + past: "past",
        particle + past_plural: "past_pl",
    }
    finite = {
        base: "plural",
        stem: "first",
        third: "third",
        past: "past",
        past_plural: "past_pl",
    }
    return Separable({k: v for k, v in joined.items() if k}, finite)


def _third(stem: str) -> str:
    """hij stroomt, gaat, zet."""
    if stem.endswith("t"):
        return stem
    return stem + (stem[-1] if stem[-1] == "a" else "") + "t"


def _past_plural(past: str) -> str:
    """stroomden, vielen, gaven, hadden: an a is long in the plural of a strong verb."""
    if past in irregular.PAST_PLURALS:
        return irregular.PAST_PLURALS[past]
    if past.endswith("e"):
        return past + "n"
    if re.search(r"(?<![aeiou])a[^aeiou]$", past):
        return past[:-1] + {"f": "v", "s": "z"}.get(past[-1], past[-1]) + "en"
    stem = stem_for_suffix(past)
    return re.sub(r"(?<=[aeo])s$", "z", stem) + "en"


def _inflected_participle(done: str) -> Forms:
    """opgestroomde, opgestroomden; one in -en (uitgevallen) changes only for people."""
    if done.endswith("en"):
        return {done + "en": "participle_en"}
    stem = stem_for_suffix(done)
    return {stem + "e": "participle_e", stem + "en": "participle_en"}


def verb_stem(infinitive: str) -> str:
    """The stem of a regular verb: stromen → stroom, stappen → stap, leven → leef, reizen → reis."""
    bare = infinitive.removesuffix("en") if infinitive.endswith("en") else infinitive.removesuffix("n")
    if len(bare) > 2 and bare[-1] == bare[-2] and bare[-1] not in _VOWELS:
        bare = bare[:-1]
    elif re.search(r"(?:^|[^aeiou])[aeou][^aeiouwxj]$", bare) and not _ends_unstressed(bare):
        bare = bare[:-1] + bare[-2] + bare[-1]
    return bare[:-1] + {"v": "f", "z": "s"}.get(bare[-1], bare[-1])


def _ends_unstressed(bare: str) -> bool:
    """Whether a verb's last syllable has no stress: lever(en), but not studer(en) → studeer."""
    return _is_unstressed(bare) and (not bare.endswith("er") or bare.endswith(irregular.UNSTRESSED_ER))


def agent(infinitive: str) -> str:
    """Who does it: stromen → stromer."""
    return infinitive.removesuffix("n") + "r"


def _soft(infinitive: str) -> bool:
    """Whether the stem takes -te ('t kofschip), judged by the infinitive's consonant: leven → leefde."""
    return infinitive.removesuffix("en")[-1:] in "tkfschpx"


def _weak_participle(base: str, stem: str) -> str:
    ending = "" if stem[-1] in "td" else ("t" if _soft(base) else "d")
    return ("" if base.startswith(_VERB_PREFIX) else "ge") + stem + ending
