"""Closed classes of Dutch words and common abbreviations, in lower case."""

from __future__ import annotations

CONJUNCTIONS = frozenset(
    {"en", "én", "of", "óf", "als", "alsook", "noch", "tot", "versus", "vs", "tegen", "tegenover", "plus"}
)
"""Words that join two coordinated members ("binnen- en buitenstad", "jong tot heel oud")."""

CONJUNCTION_PHRASES = (
    ("dan", "wel"),
    ("danwel",),
    ("zowel", "als"),
    ("en", "ook"),
    ("maar", "ook"),
    ("als", "ook"),
    ("of", "juist"),
    ("en", "juist"),
    ("en", "/", "of"),
    ("tot", "en", "met"),
    ("t", "/", "m"),
    ("t/m",),
    ("in", "plaats", "van"),
)

ARTICLES = frozenset({"de", "het", "een", "'t"})

ZIJN_WORDEN = frozenset(
    ["is", "zijn", "was", "waren", "ben", "bent", "wordt", "worden", "werd", "werden", "geweest", "geworden"]
)

ABBREVIATIONS = frozenset(
    ["eu", "g4", "hr", "ict", "it", "ov", "wmo", "zzp", "oeso", "cbs", "uwv", "ggd", "hr21"]
)
"""Abbreviations that keep their hyphen in a compound (ov-kaart), also over a line end. Packs add theirs."""
