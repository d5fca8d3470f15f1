"""The edge to spaCy: where phrases stand in a list of words.

Import it only for a text that can hold a finding: spaCy takes a second. Phrases are compared letter by
letter, which asks for no language, so the vocabulary is a bare one; raw token patterns may ask for more and
get the Dutch pipeline, or the one that the settings name.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING, Any

import spacy
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Find = Callable[[list[str]], list[tuple[int, int]]]
"""From words to where a pattern stands in them: first word and end, exclusive."""
_AT_ONCE = 1_000
"""So many phrases are made ready at a time: each takes 6 kB until it is added."""


class Lookup:
    """Phrases and patterns, found in words. Give words that no phrase has as one and the same word: spaCy
    keeps every word that it sees.
    """

    def __init__(self, model: str | None = None) -> None:
        """`model` names an installed spaCy pipeline for raw patterns that ask for part of speech."""
        self._vocab = Vocab()
        self._phrases = PhraseMatcher(self._vocab, attr="ORTH")
        self._model = model
        self._pipeline: Any = None

    def add(self, name: str, phrases: Iterable[Sequence[str]]) -> None:
        """Look for `phrases` too, under `name`."""
        rest = iter(phrases)
        while some := [Doc(self._vocab, words=list(phrase)) for phrase in islice(rest, _AT_ONCE)]:
            self._phrases.add(name, some)

    def phrases(self, words: list[str]) -> Iterator[tuple[str, int, int]]:
        """The name of every phrase in `words`, its first word, and its end."""
        for key, first, end in self._phrases(Doc(self._vocab, words=words)):
            yield self._vocab.strings[key], first, end

    def pattern(self, patterns: list[list[dict[str, object]]]) -> Find:
        """How to find the longest matches of token patterns that ask for words and nothing else."""
        matcher = Matcher(self._vocab)
        matcher.add("pattern", patterns, greedy="LONGEST")
        return lambda words: [span[1:] for span in matcher(Doc(self._vocab, words=words))]

    def raw_pattern(self, pattern: list[dict[str, object]], most: int) -> Find:
        """How to find the longest matches of a token pattern as a rule file gives it.

        One that looks at how words are spelled sees of each the first `most` characters: what a regular
        expression takes grows with them without end.
        """
        if self._pipeline is None:
            self._pipeline = spacy.load(self._model) if self._model else spacy.blank("nl")
        nlp = self._pipeline
        matcher = Matcher(nlp.vocab)
        matcher.add("pattern", [pattern], greedy="LONGEST")
        spells = any("REGEX" in repr(token) or "FUZZY" in repr(token) for token in pattern)

        def find(words: list[str]) -> list[tuple[int, int]]:
            if spells:
                words = [word[:most] for word in words]
            with nlp.memory_zone():  # spaCy forgets these words again
                return [span[1:] for span in matcher(nlp(Doc(nlp.vocab, words=words)))]

        return find
