"""What the language stage costs on dense text: MB a second of one core, beside spaCy's bare tokenizer.

    python tests/benchmarks/bench_language.py

Times `engine.find` on blocks that were already read. In `dense` text every paragraph of some 500 characters
holds one or two findings, in `extreme` every sentence does, in `clean` none. Figures are given as they are
and as a ratio to `spacy.blank("nl")` tokenizing the same text right after, so that a slow machine changes
both. Then documents full of words never seen before go through one checker: the memory that is in use after
them must not depend on how many there were. Fails when a limit is passed.
"""

from __future__ import annotations

import gc
import random
import statistics
import string
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from termlint import engine, rulebook
from termlint.model import Block, Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from termlint.rulebook.model import Ruleset

CHARACTERS = 200_000
PARAGRAPH = 500
SENTENCE = 84
BLOCKS = 40
VOCABULARY = 8_000
RUNS = 3
DENSE_MB, DENSE_RATIO, EXTREME_RATIO = 1.0, 0.5, 0.1
DOCUMENTS = 30
GROWTH = 4.0
"""Megabytes that a checker may still grow while as many documents again go through it."""

USES = (
    "In deze wijk wonen naar verhouding veel hoogopgeleiden en jonge gezinnen bij elkaar.",
    "Het verschil tussen hoog- en laagopgeleiden is de afgelopen tien jaar toegenomen.",
    "Wij zoeken een collega met een hbo werk- en denkniveau en ervaring met inkoop.",
    "De doorstroom van het mbo en hoger onderwijs naar banen in de stad blijft achter.",
    "Voor mbo-leerlingen is er een stageplaats bij de afdeling Stadsbeheer van de gemeente.",
    "Veel studenten stromen na een jaar af naar een andere opleiding in het mbo in de regio.",
    "Wie lager is opgeleid, vindt minder snel werk dat past bij de eigen mogelijkheden.",
)


def main() -> int:
    """Measure, print, and say with the exit code whether the limits held."""
    rules = rulebook.load()
    ratios = {}
    print(f"{'text':<10}{'findings':>9}{'MB/s':>8}{'spaCy':>8}{'ratio':>8}")
    for name, share in {"clean": 0.0, "dense": 0.25, "extreme": 1.0}.items():
        documents = [_document(block) for block in _chunks(_paragraphs(share))]
        found = sum(len(engine.find(document, rules)) for document in documents)  # compiles and warms up too
        texts = [block.text for document in documents for block in document.blocks]
        ours, bare = _rates(documents, rules, texts)
        ratios[name] = ours / bare
        print(f"{name:<10}{found:>9}{ours:>8.2f}{bare:>8.2f}{ratios[name]:>8.2f}")
        if name == "dense":
            dense = ours
    growth = _growth(rules)
    print(f"memory: {growth:+.1f} MB over {DOCUMENTS} more documents of new words (limit {GROWTH:.0f})")
    fast_enough = dense >= DENSE_MB or ratios["dense"] >= DENSE_RATIO
    limits = {
        f"dense under {DENSE_MB} MB/s and under {DENSE_RATIO} of spaCy": fast_enough,
        f"extreme under {EXTREME_RATIO} of spaCy": ratios["extreme"] >= EXTREME_RATIO,
        "memory grows with the number of documents": growth <= GROWTH,
    }
    failed = [what for what, held in limits.items() if not held]
    print("\n".join(f"OVER THE LIMIT: {what}" for what in failed) or "all limits held")
    return int(bool(failed))


def _paragraphs(share: float) -> Iterator[str]:
    """Paragraphs of some PARAGRAPH characters: `share` 0 uses no term, 1 one a sentence, else one or two."""
    draw = random.Random(share)
    vocabulary = _vocabulary(draw)
    length = 0
    while length < CHARACTERS:
        size = PARAGRAPH // SENTENCE
        uses = size if share == 1 else draw.choice((1, 2)) if share else 0
        used = [f"{words[:-1]}, {_words(draw, vocabulary, 25)}." for words in draw.choices(USES, k=uses)]
        sentences = [
            *used,
            *(f"{_words(draw, vocabulary, SENTENCE).capitalize()}." for _ in range(size - uses)),
        ]
        draw.shuffle(sentences)
        paragraph = " ".join(sentences)
        length += len(paragraph)
        yield paragraph


def _vocabulary(draw: random.Random) -> list[str]:
    """Words in the shape of Dutch ones; the first are short, as frequent words are."""
    onsets, vowels, codas = (
        "bdghklmnprstvwz",
        ("a", "e", "i", "o", "u", "aa", "ee", "ie", "oe"),
        ("", "n", "r", "t"),
    )

    def syllable() -> str:
        return draw.choice(onsets) + draw.choice(vowels) + draw.choice(codas)

    return ["".join(syllable() for _ in range(1 + at * 4 // VOCABULARY)) for at in range(VOCABULARY)]


def _words(draw: random.Random, vocabulary: Sequence[str], length: int) -> str:
    """Some `length` characters of words, of which number n is about n times as rare as the first."""
    words: list[str] = []
    while sum(map(len, words)) + len(words) < length:
        words.append(vocabulary[int(len(vocabulary) ** draw.random()) - 1])
    return " ".join(words)


def _chunks(paragraphs: Iterator[str]) -> Iterator[list[str]]:
    chunk: list[str] = []
    for paragraph in paragraphs:
        chunk.append(paragraph)
        if len(chunk) == BLOCKS:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _document(texts: list[str]) -> Document:
    blocks = tuple(Block(index, text, "body") for index, text in enumerate(texts))
    text = "\n".join(texts)
    return Document("text", blocks, text, len(text.split()))


def _rates(documents: list[Document], rules: Ruleset, texts: list[str]) -> tuple[float, float]:
    """Megabytes a second of CPU time, ours and the bare tokenizer's: medians of runs taken in turn."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    ours, bare = [], []
    for _ in range(RUNS):
        ours.append(_seconds(lambda: [engine.find(document, rules) for document in documents]))
        tokenizer = spacy.blank("nl").tokenizer  # a new one: it remembers every word it saw
        bare.append(_seconds(lambda: [tokenizer(text) for text in texts]))  # noqa: B023
    return size / statistics.median(ours), size / statistics.median(bare)


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _growth(rules: Ruleset) -> float:
    """How many megabytes more are in use after DOCUMENTS documents of new words than before, once warm."""
    draw = random.Random(1)
    for _ in range(DOCUMENTS):
        engine.find(_document(list(_unseen(draw))), rules)
    before = _in_use()
    for _ in range(DOCUMENTS):
        engine.find(_document(list(_unseen(draw))), rules)
    return _in_use() - before


def _unseen(draw: random.Random) -> Iterator[str]:
    """Paragraphs with a use in each, and for the rest words that stand nowhere else."""
    for _ in range(BLOCKS):
        words = ("".join(draw.choices(string.ascii_lowercase, k=10)) for _ in range(40))
        yield f"{draw.choice(USES)} {' '.join(words)}."


def _in_use() -> float:
    """Resident megabytes of this process."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / 1e6


if __name__ == "__main__":
    sys.exit(main())
