"""Closed classes of Dutch words, and the abbreviations of its education system, in lower case."""

from __future__ import annotations

CONJUNCTIONS = frozenset(
    {"en", "én", "of", "óf", "als", "alsook", "noch", "tot", "versus", "vs", "tegen", "tegenover", "plus"}
)
"""Words that join two coordinated members ("hoog- en laagopgeleid", "laag tot middelbaar opgeleid")."""

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

LEVELS = ("basisonderwijs", "vmbo", "mbo", "havo", "vwo", "hbo", "wo")
"""Types of education in the order in which Dutch lists them."""

ABBREVIATIONS = frozenset(
    {
        "ad", "bbl", "bol", "eu", "g4", "hbo", "havo", "ho", "hr", "ict", "it", "mbo", "ov", "po",
        "pro", "roc", "so", "vavo", "vmbo", "vo", "vso", "vve", "vwo", "wo", "wmo", "zzp", "oeso",
        "cbs", "duo", "uwv", "ggd", "nt2", "hr21",
    }
)  # fmt: skip
"""Abbreviations that keep their hyphen in a compound (mbo-student), also over a line end."""
