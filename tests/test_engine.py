"""The contract of `check` and `find`: what a document becomes, in offsets that hold in the raw text."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from termlint import engine, rulebook
from termlint.messages import say
from termlint.model import Suppression
from termlint.readers import ReadOptions
from tests.builders.docx import b, element, p, word
from tests.builders.pdf import line, page, pdf
from tests.language import applied, document, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from termlint.model import DocumentResult, Finding
    from termlint.rulebook.model import Ruleset


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    return rulebook.load()


def check(data: bytes | str, rules: Ruleset, suffix: str = ".txt", **options: object) -> DocumentResult:
    raw = data.encode() if isinstance(data, str) else data
    return engine.check(f"map/stuk{suffix}", raw, suffix, rules, engine.Options(**options))  # type: ignore[arg-type]


# --- documents ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        pytest.param(b"x", ".xyz", id="unknown format"),
        pytest.param(b"geen zip", ".docx", id="broken Word file"),
        pytest.param(b"%PDF-1.4 en niets", ".pdf", id="broken PDF"),
        pytest.param(b"", ".docx", id="empty Word file"),
    ],
)
def test_a_document_that_cannot_be_read_is_a_failed_result(rules: Ruleset, data: bytes, suffix: str) -> None:
    result = check(data, rules, suffix)
    assert result.status == "failed"
    assert result.findings == ()
    (notice,) = result.notices
    assert say(notice.code, "nl", **notice.params)
    assert result.sha256 == hashlib.sha256(data).hexdigest()
    assert result.path == f"map/stuk{suffix}"


def test_a_document_that_can_be_read_is_checked(rules: Ruleset) -> None:
    result = check("Een gewone zin van zes woorden.\n", rules)
    assert (result.status, result.findings, result.notices, result.words) == ("checked", (), (), 6)
    assert result.positive == {"vervolgonderwijs": 0, "mbo-hbo-wo-opgeleid": 0}


def test_a_password_opens_a_document_and_its_lack_fails(rules: Ruleset) -> None:
    data = pdf(page(line("Daar wonen hoogopgeleiden.", 72, 100)), password="geheim")
    assert check(data, rules, ".pdf").status == "failed"
    opened = check(data, rules, ".pdf", read=ReadOptions(password="geheim"))
    assert [finding.rule for finding in opened.findings] == ["hoog-opgeleid"]


# --- offsets --------------------------------------------------------------------------------------

TEXTS = [
    pytest.param("Daar wonen hoogopgeleiden.", id="plain"),
    pytest.param("Een regel.\r\n\r\nDaar wonen hoogopgeleiden.\r\n", id="CR LF"),
    pytest.param("Een regel.\rDaar wonen hoogopgeleiden.\r", id="CR"),
    pytest.param("\ufeffDaar wonen hoogopgeleiden.", id="byte order mark"),
    pytest.param("😀🎉 Daar wonen hoogopgeleiden.", id="astral characters"),
    pytest.param(
        "Een cafe\u0301 en nog e\u0301e\u0301n. Daar wonen hoogopgeleiden.", id="decomposed accents"
    ),
    pytest.param("Daar\u00a0wonen\u202f hoog\u00adopgeleiden.", id="soft hyphen and no-break spaces"),
    pytest.param("Daar wonen hoog-\r\nopgeleiden.", id="line-end hyphen"),
    pytest.param("Daar wonen hoog\r\nopgeleiden.", id="line end"),
    pytest.param("Daar wonen hoog\u200bopgeleiden in de ﬁjne stad.", id="zero-width space, ligature"),
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_start_and_end_count_in_the_decoded_text_after_a_mark(rules: Ruleset, text: str, suffix: str) -> None:
    (finding,) = check(text, rules, suffix).findings
    decoded = text.removeprefix("\ufeff")
    place = finding.location
    assert place.start is not None
    raw = decoded[place.start : place.end]
    assert raw[0] == "h"
    assert raw[-1] == "n"
    assert "".join(sign for sign in raw if sign.isalpha()) == "hoogopgeleiden"
    assert finding.text == " ".join(raw.split())
    lines = decoded[: place.start].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert (place.line, place.column) == (len(lines), len(lines[-1]) + 1)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_changes_no_offset(rules: Ruleset, encoding: str) -> None:
    text = "Één café. Daar wonen hoogopgeleiden."
    (finding,) = check(text.encode(encoding), rules).findings
    assert (finding.location.start, finding.location.end) == (text.index("hoog"), len(text) - 1)


@pytest.mark.parametrize("text", TEXTS)
def test_block_offsets_and_edits_count_in_the_raw_block(rules: Ruleset, text: str) -> None:
    (finding,) = engine.find(document(text), rules)
    raw = words(text, finding)
    assert "".join(sign for sign in raw if sign.isalpha()) == "hoogopgeleiden"
    (edit,) = finding.suggestions[0].edits
    assert (edit.start, edit.end) == (finding.location.block_start, finding.location.block_end)
    after = applied(text, finding.suggestions[0].edits)
    assert after == text.replace(raw, "hbo- en wo-opgeleiden")
    assert engine.find(document(after), rules) == ()


# --- a phrase over every boundary, in every format --------------------------------------------------


BOUNDARIES = [
    pytest.param(("hoger", "\n", "onderwijs"), id="line"),
    pytest.param(("hoger ", "onder-\n", "wijs"), id="hyphen"),
    pytest.param(("hoger ", "onder\u00ad\n", "wijs"), id="soft hyphen at a line end"),
    pytest.param(("hoger", "\u00a0", "onderwijs"), id="no-break space"),
    pytest.param(("hoger", "  ", "onderwijs"), id="two spaces"),
]


@pytest.mark.parametrize("parts", BOUNDARIES)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".docx", ".pdf"])
def test_a_phrase_over_a_boundary_is_found_where_it_stands(
    rules: Ruleset, suffix: str, parts: tuple[str, ...]
) -> None:
    before, after = "Wij kennen het ", " in deze stad."
    text = before + "".join(parts) + after
    (finding,) = check(BUILT[suffix](text), rules, suffix).findings
    assert finding.rule == "hoger-onderwijs"
    place = finding.location
    assert place.block_start == len(before)
    assert finding.context.match.replace("\n", " ") == "hoger onderwijs"
    if suffix in (".txt", ".md"):
        assert (place.start, place.end) == (len(before), len(text) - len(after))
    if suffix == ".pdf":
        assert [box.page for box in place.boxes] == [1] * (1 + ("\n" in text))


def _word_breaks(text: str) -> bytes:
    nodes = [
        piece
        for at, part in enumerate(text.split("\n"))
        for piece in ((element("br"), part) if at else (part,))
    ]
    return word(p(*nodes))


def _printed(text: str) -> bytes:
    rows = text.split("\n")
    return pdf(page(*(line(row, 72, 100 + 12 * at) for at, row in enumerate(rows))))


BUILT: dict[str, Callable[[str], bytes]] = {
    ".txt": str.encode,
    ".md": str.encode,
    ".docx": _word_breaks,
    ".pdf": _printed,
}


@pytest.mark.parametrize(
    "inside", ["hoog\u00adopgeleiden", "hoog\u200bopgeleiden", "hoogopge\u00adlei\u00adden"], ids=ascii
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".docx"])
def test_an_invisible_sign_in_a_word_is_part_of_the_finding(rules: Ruleset, suffix: str, inside: str) -> None:
    (finding,) = check(BUILT[suffix](f"Daar wonen {inside} samen."), rules, suffix).findings
    assert (finding.location.block_start, finding.location.block_end) == (11, 11 + len(inside))


def test_bold_parts_no_word_in_word(rules: Ruleset) -> None:
    data = word(p("Daar wonen ", b("hoog"), "opge", b("leiden"), "."))
    (finding,) = check(data, rules, ".docx").findings
    assert (finding.text, finding.location.block_start, finding.location.block_end) == (
        "hoogopgeleiden",
        11,
        25,
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("Daar wonen **hoog**opgeleiden.", "hoog**opgeleiden", id="bold"),
        pytest.param("Daar wonen *hoogopgeleiden*.", "hoogopgeleiden", id="around"),
        pytest.param("Daar wonen [hoogopgeleiden](x.md).", "hoogopgeleiden", id="link"),
        pytest.param("Daar is hoog_opgeleiden_totaal.", None, id="a name is no word"),
    ],
)
def test_markup_parts_no_word_in_markdown(rules: Ruleset, text: str, place: str | None) -> None:
    found = [finding for finding in check(text, rules, ".md").findings if finding.status == "new"]
    assert [text[f.location.start : f.location.end] for f in found] == ([place] if place else [])


# --- findings -------------------------------------------------------------------------------------


def marks(*texts: str, rules: Ruleset) -> list[str]:
    return [finding.fingerprint for finding in engine.find(document(*texts), rules)]


def test_copies_of_a_sentence_are_told_apart_by_their_occurrence(rules: Ruleset) -> None:
    sentence = "Daar wonen hoogopgeleiden."
    first, second = marks(sentence, sentence, rules=rules)
    assert first != second
    assert marks(sentence, "Nog iets.", sentence, rules=rules) == [first, second]
    assert marks(f"{sentence} {sentence}", rules=rules) == [first, second]


@pytest.mark.parametrize(
    "copy",
    [
        "Daar wonen hoog-\nopgeleiden.",
        "Daar  wonen\u00a0hoog\u00adopgeleiden.",
        "Daar wonen hoog opgeleiden.",
    ],
    ids=["line end", "spaces", "spelling"],
)
def test_a_fingerprint_does_not_depend_on_how_a_sentence_is_set(rules: Ruleset, copy: str) -> None:
    assert marks("Daar wonen hoogopgeleiden.", rules=rules) == marks("Iets anders.", copy, rules=rules)


def test_other_words_have_another_fingerprint(rules: Ruleset) -> None:
    assert marks("Daar wonen hoogopgeleiden.", rules=rules) != marks(
        "Hier wonen hoogopgeleiden.", rules=rules
    )


def test_a_severity_is_of_the_rule_its_profile_or_the_settings(rules: Ruleset) -> None:
    text = document("Wij vragen een hbo werk- en denkniveau.")

    def severity(**options: object) -> str:
        (finding,) = engine.find(text, rules, options=engine.Options(**options))  # type: ignore[arg-type]
        return finding.severity

    assert severity() == "warning"
    assert severity(profile="vacature") == "error"
    assert severity(profile="iets anders") == "warning"
    assert severity(profile="vacature", severities={"werk-en-denkniveau": "info"}) == "info"


@pytest.mark.parametrize(
    ("suppression", "status"),
    [
        pytest.param(Suppression(0, 30, None, "afspraak"), "exempt", id="every rule"),
        pytest.param(Suppression(0, 30, "hoog-opgeleid", "afspraak"), "exempt", id="this rule"),
        pytest.param(Suppression(0, 30, "laag-opgeleid", "afspraak"), "new", id="another rule"),
        pytest.param(Suppression(0, 5, None, "afspraak"), "new", id="another stretch"),
    ],
)
def test_what_the_author_accepted_is_exempt_with_the_reason(
    rules: Ruleset, suppression: Suppression, status: str
) -> None:
    made = document("Daar wonen hoogopgeleiden.")
    (block,) = made.blocks
    (finding,) = engine.find(replace(made, blocks=(replace(block, suppressions=(suppression,)),)), rules)
    assert finding.status == status
    assert ("afspraak" in (finding.reason or "")) == (status == "exempt")


def summary(finding: Finding) -> tuple[str, str, int]:
    return finding.rule, finding.text, finding.location.block


def test_findings_come_in_the_order_of_blocks_and_of_the_text(rules: Ruleset) -> None:
    made = engine.find(
        document(
            "Wij zien laagopgeleiden en mbo-leerlingen.", "Niets.", "Het hoger onderwijs en hoogopgeleiden."
        ),
        rules,
    )
    assert [summary(finding) for finding in made] == [
        ("laag-opgeleid", "laagopgeleiden", 0),
        ("mbo-leerling", "mbo-leerlingen", 0),
        ("hoger-onderwijs", "hoger onderwijs", 2),
        ("hoog-opgeleid", "hoogopgeleiden", 2),
    ]


def test_findings_never_overlap_and_the_longest_stands(rules: Ruleset) -> None:
    (finding,) = engine.find(document("Studenten in het mbo en hoger onderwijs."), rules)
    assert summary(finding) == ("mbo-en-hoger-onderwijs", "mbo en hoger onderwijs", 0)


def test_finding_is_a_pure_function(rules: Ruleset) -> None:
    made = document("Daar wonen hoog- en laagopgeleiden.", "Wij zien mbo-leerlingen.")
    first = engine.find(made, rules, "a.txt")
    engine.find(document("Iets met hoger onderwijs."), rules)
    assert engine.find(made, rules, "a.txt") == first


@pytest.mark.parametrize(
    ("text", "before", "match", "after"),
    [
        pytest.param(
            "Een. Daar wonen hoogopgeleiden nu. Twee.", "Daar wonen ", "hoogopgeleiden", " nu.", id="sentence"
        ),
        pytest.param("Hoogopgeleiden", "", "Hoogopgeleiden", "", id="alone"),
        pytest.param("Daar (hoogopgeleiden) wonen.", "Daar (", "hoogopgeleiden", ") wonen.", id="brackets"),
        pytest.param("Daar  wonen\nhoog-\nopgeleiden.", "Daar wonen ", "hoogopgeleiden", ".", id="folded"),
    ],
)
def test_the_context_is_the_sentence(rules: Ruleset, text: str, before: str, match: str, after: str) -> None:
    (finding,) = engine.find(document(text), rules)
    context = finding.context
    assert (context.before, context.match, context.after) == (before, match, after)


def test_a_long_context_is_cut_at_a_word(rules: Ruleset) -> None:
    (finding,) = engine.find(document(f"{'woord ' * 80}hoogopgeleiden {'woord ' * 80}"), rules)
    before, after = finding.context.before, finding.context.after
    assert before.startswith("…woord")
    assert before.endswith("woord ")
    assert after.startswith(" woord")
    assert after.endswith("woord…")
    assert max(len(before), len(after)) <= engine.CONTEXT + 2
