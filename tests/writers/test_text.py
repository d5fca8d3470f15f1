"""Replacements in text files: the words change, and not one other byte."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termlint.engine import Options, examine
from termlint.model import Edit, Finding, Suggestion
from termlint.readers.plain import decode
from termlint.rulebook import load
from termlint.writers import WRITERS, WriteOptions, WriteResult

pytestmark = pytest.mark.slow

RULES = load()
ENCODINGS = {
    "utf-8": (b"", "utf-8"),
    "utf-8 with BOM": (b"\xef\xbb\xbf", "utf-8"),
    "utf-16 little": (b"\xff\xfe", "utf-16-le"),
    "utf-16 big": (b"\xfe\xff", "utf-16-be"),
    "utf-32 little": (b"\xff\xfe\x00\x00", "utf-32-le"),
    "windows": (b"", "cp1252"),
}
FORMATS = {".txt": "text", ".md": "markdown", ".html": "html", ".csv": "csv", ".py": "python", ".r": "r"}


def read(data: bytes, suffix: str = ".txt") -> tuple[Any, list[Finding]]:
    document, result = examine("a" + suffix, data, suffix, RULES, Options())
    return document, [finding for finding in result.findings if finding.status == "new"]


def written(data: bytes, suffix: str = ".txt", mode: Any = "replace") -> WriteResult:
    document, findings = read(data, suffix)
    options = WriteOptions(date=datetime(2026, 11, 22, tzinfo=UTC), mode=mode)
    return WRITERS[document.format](data, document, findings, options)


def rewritten(data: bytes, suffix: str, words: str) -> WriteResult:
    """The file with its first finding replaced by `words`, as a person may choose."""
    document, (first, *_) = read(data, suffix)
    edit = Edit(first.location.block_start, first.location.block_end, words)
    chosen = Finding(
        **{name: getattr(first, name) for name in Finding.__slots__ if name != "suggestions"},
        suggestions=(Suggestion(words, "safe", (edit,)),),
    )
    options = WriteOptions(date=datetime(2026, 11, 22, tzinfo=UTC), mode="replace")
    return WRITERS[document.format](data, document, [chosen], options)


@pytest.mark.parametrize(("bom", "encoding"), ENCODINGS.values(), ids=list(ENCODINGS))
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "end"])
def test_encoding_bom_and_line_ends_stay(bom: bytes, encoding: str, end: str, last: str) -> None:
    rows = ["Café één.", "", "De mbo-leerling leert.", "", "Zo ook de mbo-leerlingen van nú."]
    text = end.join(rows) + (end if last else "")
    expected = text.replace("mbo-leerlingen", "mbo-studenten").replace("mbo-leerling", "mbo-student")
    made = written(bom + text.encode(encoding))
    assert made.data == bom + expected.encode(encoding)
    assert [deed.done for deed in made.records] == ["changed", "changed"]


SAFE = "de mbo-leerling"
PIECES = st.lists(
    st.one_of(
        st.text(
            st.characters(codec="cp1252", exclude_characters="\x00\ufeff", exclude_categories=["Cs"]),
            max_size=20,
        ),
        st.just(f"\n\nEn {SAFE} leert.\n\n"),
        st.just(f"\r\n\r\nEn {SAFE} leert.\r\n\r\n"),
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(pieces=PIECES, form=st.sampled_from(list(ENCODINGS)))
def test_outside_the_edits_every_byte_stays(pieces: list[str], form: str) -> None:
    """Whatever stands around them: what was written is the original with the edits' words put in."""
    bom, encoding = ENCODINGS[form]
    data = bom + "".join(pieces).encode(encoding)
    _document, findings = read(data)
    made = written(data)
    text, _ = decode(data)
    at, expected = 0, ""
    for deed in made.records:
        if deed.done == "changed":
            place = deed.finding.location
            assert place.start is not None
            assert place.end is not None
            expected += text[at : place.start] + deed.finding.suggestions[0].text
            at = place.end
    expected += text[at:]
    assert len(made.records) == len(findings)
    assert decode(made.data)[0] == expected
    assert made.data.startswith(bom)


def test_bytes_that_are_no_text_stay() -> None:
    data = b"Caf\xe9 \x81\x8d.\r\n\r\nDe mbo-leerling leert \x9d."
    assert written(data).data == data.replace(b"leerling", b"student")


@pytest.mark.parametrize(
    ("suffix", "source", "expected"),
    [
        pytest.param(".txt", "De mbo-\nleerling leert", "De mbo-student leert", id="a hyphenated end"),
        pytest.param(".txt", "De mbo\nleerling leert", "De mbo-student leert", id="two lines"),
        pytest.param(".md", "> De mbo\n> leerling leert", "> De mbo-student leert", id="a quotation"),
        pytest.param(".md", "Een **mbo-leerling** leert", "Een **mbo-student** leert", id="inside markup"),
        pytest.param(".html", "<p>Een <b>mbo-leerling</b></p>", "<p>Een <b>mbo-student</b></p>", id="html"),
        pytest.param(".csv", "a;Een mbo-leerling\n", "a;Een mbo-student\n", id="csv"),
        pytest.param(".py", 'x = "Een mbo-leerling leert"\n', 'x = "Een mbo-student leert"\n', id="python"),
        pytest.param(".r", "x <- 'Een mbo-leerling'\n", "x <- 'Een mbo-student'\n", id="r"),
    ],
)
def test_words_change_where_they_stand(suffix: str, source: str, expected: str) -> None:
    made = written(source.encode(), suffix)
    assert [deed.done for deed in made.records] == ["changed"]
    assert made.data.decode() == expected


@pytest.mark.parametrize(
    ("suffix", "source"),
    [
        pytest.param(".md", "Een **mbo**-leerling leert", id="half in bold"),
        pytest.param(".md", "Een mbo-[leerling](https://x.nl) leert", id="half a link"),
        pytest.param(".html", "<p>Een mbo-<b>leerling</b></p>", id="html"),
    ],
)
def test_markup_among_the_words_is_for_a_person(suffix: str, source: str) -> None:
    made = written(source.encode(), suffix)
    assert made.data == source.encode()
    assert [(deed.done, deed.reason) for deed in made.records] == [("impossible", "fixing-text-markup")]


@pytest.mark.parametrize(
    ("suffix", "source", "words"),
    [
        pytest.param(".html", "<p>Een mbo-leerling</p>", "student <mbo>", id="html"),
        pytest.param(".csv", "a;Een mbo-leerling\n", "student; mbo", id="csv"),
        pytest.param(".py", 'x = "Een mbo-leerling leert"\n', 'een "student"', id="python"),
    ],
)
def test_words_that_mean_something_in_the_format_are_refused(suffix: str, source: str, words: str) -> None:
    made = rewritten(source.encode(), suffix, words)
    assert (made.data, made.records[0].done) == (source.encode(), "impossible")
    assert rewritten(source.encode(), suffix, "student").records[0].done == "changed"


def test_words_that_the_encoding_lacks_are_refused() -> None:
    data = "Café. De mbo-leerling leert.".encode("cp1252")
    assert rewritten(data, ".txt", "stůdent").data == data
    assert rewritten(data, ".txt", "stúdent").data == data.replace(b"mbo-leerling", b"st\xfadent")


@pytest.mark.parametrize("mode", ["comments", "tracked"])
def test_a_text_holds_no_comments(mode: str) -> None:
    data = b"De mbo-leerling leert."
    made = written(data, mode=mode)
    assert (made.data, made.records[0].reason) == (data, "fixing-text-needs-replace")


def test_a_choice_is_for_a_person() -> None:
    data = b"Een stad met hoger onderwijs."
    made = written(data)
    assert (made.data, made.records[0].reason) == (data, "fixing-text-choice")


@pytest.mark.parametrize(("suffix", "name"), FORMATS.items())
def test_every_text_format_has_this_writer(suffix: str, name: str) -> None:
    assert read(b"x", suffix)[0].format == name
    assert WRITERS[name] is WRITERS["text"]
