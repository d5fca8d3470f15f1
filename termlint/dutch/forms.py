"""Dutch inflection by rule: every form of a base form, each with the name of the form.

The rules are those of Dutch spelling (open and closed syllables, v/f and z/s, 't kofschip). An irregular
word says so where it is used. Source: Algemene Nederlandse Spraakkunst (e-ans.ivdnt.org), chapters 2, 3
and 6; Leidraad (woordlijst.org) 2 and 9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

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
    """A noun: singular, plural, diminutives; "leerling(en)" counts as plural."""
    many = plural or _plural(base)
    forms: Forms = {base: "sg", many: "pl"}
    if many.startswith(base):
        forms[f"{base}({many[len(base) :]})"] = "pl"
    return forms


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
    """A past participle as a word of its own: opgeleid (predicate), opgeleide (attributive, or one person),
    opgeleiden (people).
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
    stem = verb_stem(base)
    past = past or stem + ("te" if _soft(base) else "de")
    done = past_participle or _weak_participle(base, stem)
    joined = {
        particle + base: "infinitive",
        f"{particle} te {base}": "te_infinitive",
        particle + stem: "noun",
        particle + stem + ("" if stem.endswith("t") else "t"): "finite_t",
        particle + done: "participle",
        particle + stem_for_suffix(done) + "e": "participle_e",
        particle + stem_for_suffix(done) + "en": "participle_en",
        particle + base + "d": "present_participle",
        particle + base + "de": "present_participle_e",
        particle + agent(base): "agent",
        particle + agent(base) + "s": "agent_pl",
        particle + past: "past",
        particle + past + "n": "past_pl",
    }
    finite = {
        base: "plural",
        stem: "first",
        stem + ("" if stem.endswith("t") else "t"): "third",
        past: "past",
        past + "n": "past_pl",
    }
    return Separable({k: v for k, v in joined.items() if k}, finite)


def verb_stem(infinitive: str) -> str:
    """The stem of a regular verb: stromen → stroom, stappen → stap, leven → leef, reizen → reis."""
    bare = infinitive.removesuffix("en") if infinitive.endswith("en") else infinitive.removesuffix("n")
    if len(bare) > 2 and bare[-1] == bare[-2] and bare[-1] not in _VOWELS:
        bare = bare[:-1]
    elif re.search(r"(?:^|[^aeiou])[aeou][^aeiouwxj]$", bare) and not _is_unstressed(bare):
        bare = bare[:-1] + bare[-2] + bare[-1]
    return bare[:-1] + {"v": "f", "z": "s"}.get(bare[-1], bare[-1])


def agent(infinitive: str) -> str:
    """Who does it: stromen → stromer."""
    return infinitive.removesuffix("n") + "r"


def _soft(infinitive: str) -> bool:
    """Whether the stem takes -te ('t kofschip), judged by the infinitive's consonant: leven → leefde."""
    return infinitive.removesuffix("en")[-1:] in "tkfschpx"


def _weak_participle(base: str, stem: str) -> str:
    ending = "" if stem[-1] in "td" else ("t" if _soft(base) else "d")
    return ("" if base.startswith(_VERB_PREFIX) else "ge") + stem + ending
