"""Where sentences begin: after a stop and a capital, at bullets; never after an abbreviation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.dutch.sentences import sentence_around, sentence_starts


def sentences(text: str) -> list[str]:
    starts = sentence_starts(text)
    return [text[begin:end].strip() for begin, end in zip(starts, [*starts[1:], len(text)], strict=True)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("Dit is een. Dit is twee.", ["Dit is een.", "Dit is twee."], id="stop and capital"),
        pytest.param("Echt waar? Ja! Goed…", ["Echt waar?", "Ja!", "Goed…"], id="other ends"),
        pytest.param("Zij zei: “Nee.” Hij ging.", ["Zij zei: “Nee.”", "Hij ging."], id="closing mark"),
        pytest.param(
            "Het ging. ‘Hoog’ is een woord.", ["Het ging.", "‘Hoog’ is een woord."], id="opening mark"
        ),
        pytest.param("Eerst dit. 12 studenten kwamen.", ["Eerst dit.", "12 studenten kwamen."], id="figure"),
        pytest.param("Eisen: • hbo • mbo", ["Eisen: •", "hbo •", "mbo"], id="bullets part"),
        pytest.param("hoog | laag | midden", ["hoog |", "laag |", "midden"], id="cells part"),
    ],
)
def test_sentences_part(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Zie art. 7 van de wet.", id="art."),
        pytest.param("Dat is o.a. Utrecht.", id="o.a."),
        pytest.param("De heer J. Jansen kwam.", id="initial"),
        pytest.param("Mevr. Jansen en dr. Smit.", id="titles"),
        pytest.param("Het kost ca. 12 euro.", id="ca."),
        pytest.param("Wij vragen bijv. Hbo en wo.", id="bijv."),
        pytest.param("In 2.5 procent en 3.4 procent.", id="decimal point"),
        pytest.param("dit. en dat gaat door", id="no capital follows"),
        pytest.param("www.utrecht.nl is open", id="address"),
    ],
)
def test_sentences_do_not_part(text: str) -> None:
    assert sentences(text) == [text]


@given(st.text(alphabet="aB. ?!•|'”12", max_size=60), st.data())
def test_sentences_cover_the_text_and_a_span_lies_in_its_own(text: str, data: st.DataObject) -> None:
    starts = sentence_starts(text)
    assert starts[0] == 0
    assert starts == sorted(starts)
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = sentence_around(starts, len(text), start, end)
    assert first <= start < end <= last
    assert first in starts
    assert last in (*starts, len(text))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("twee", " Twee twee."), ("een. Twee", "Een een. Twee twee.")],
    ids=["in one sentence", "over two sentences"],
)
def test_the_sentence_around_words(words: str, sentence: str) -> None:
    text = "Nul. Een een. Twee twee. Drie."
    start = text.index(words)
    first, last = sentence_around(sentence_starts(text), len(text), start, start + len(words))
    assert text[first:last].strip() == sentence.strip()
