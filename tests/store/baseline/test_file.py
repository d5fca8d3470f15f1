"""The baseline file: what is written is read, sorted, and merges line by line."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.errors import ConfigError
from termlint.messages import say
from termlint.store.baseline import compare, created, read, updated, write
from tests.reporters.results import document, finding, result

HIGH = finding("De stad telt veel [hoogopgeleide] inwoners.", neighbours=("aa", "bb"))
LOW = finding("Wijken met [laagopgeleiden] krijgen steun.", severity="warning")
RUN = result(document(HIGH, LOW, path="b.md"), document(finding("Een [hoger] zin."), path="a.md"))


def texts(known: dict[str, list[object]] | object) -> dict[str, list[str]]:
    return {path: [f.text for f in findings] for path, findings in known.items()}  # type: ignore[attr-defined]


def test_what_is_written_is_known_when_read() -> None:
    known = read(write(created(RUN)), "x")
    assert {f.status for f in compare(RUN, known).findings} == {"known"}
    assert compare(RUN, known).fixed == ()
    assert known["b.md"][0].neighbours == ("aa", "bb")


def test_one_sorted_line_for_each_finding_whatever_the_order_of_the_run() -> None:
    written = write(created(RUN))
    backwards = write(created(replace(RUN, documents=RUN.documents[::-1])))
    paths = [json.loads(line)["path"] for line in written.splitlines()[1:]]
    assert paths == ["a.md", "b.md", "b.md"]
    assert written == backwards


def test_one_finding_more_is_one_line_more() -> None:
    fewer = replace(RUN, documents=(document(HIGH, path="b.md"), RUN.documents[1]))
    lines, less = write(created(RUN)).splitlines(), write(created(fewer)).splitlines()
    assert [line for line in lines if line in less] == less
    assert len(lines) == len(less) + 1


def test_both_sides_of_a_union_merge_are_one_file() -> None:
    ours, theirs = write(created(RUN)), write({"c.md": [HIGH]})
    merged = read(ours + theirs + theirs, "x")
    assert texts(merged) == {**texts(created(RUN)), "c.md": ["hoogopgeleide"]}
    assert len(merged["c.md"]) == 1


def test_letters_of_any_script_and_line_separators_survive() -> None:
    odd = finding("E\u0301e\u0301n \u2028 \x85 \ud83d [hoger] “zin”; {}.")
    assert read(write({"caf\u0065\u0301.md": [odd]}), "x")["café.md"][0].context == odd.context


@given(st.text(), st.text(), st.text())
def test_any_sentence_survives(before: str, words: str, after: str) -> None:
    made = finding()
    made = replace(made, text=words, context=replace(made.context, before=before, match=words, after=after))
    (back,) = read(write({"a.md": [made]}), "x")["a.md"]
    assert (back.context, back.fingerprint) == (made.context, made.fingerprint)


def test_mentions_and_exempt_findings_are_not_in_it() -> None:
    run = result(document(finding(severity="info"), finding(status="exempt")))
    assert created(run) == {}


def _line(**changes: object) -> str:
    entry = json.loads(write({"a.md": [HIGH]}).splitlines()[1])
    return write({}) + json.dumps({**entry, **changes})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("", "baseline-not-ours", id="empty"),
        pytest.param('{"a": 1}\n', "baseline-not-ours", id="other JSON"),
        pytest.param(write({}) + "{\n", "baseline-line", id="half a line"),
        pytest.param(write({}) + "[" * 100_000, "baseline-line", id="nested beyond reason"),
        pytest.param(_line(path=3), "baseline-line", id="wrong type"),
        pytest.param(_line(severity="fataal"), "baseline-line", id="unknown severity"),
        pytest.param(_line(beside=[1]), "baseline-line", id="wrong neighbours"),
        pytest.param(_line(fingerprint="s9:abc"), "baseline-version", id="another fingerprint version"),
        pytest.param(write({}) + "<<<<<<< HEAD\n", "baseline-conflict", id="merge conflict"),
    ],
)
def test_what_is_wrong_is_said_and_never_read_as_all_new(text: str, code: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read(text, "basis.jsonl")
    assert caught.value.code == code
    assert "basis.jsonl" in say(code, "nl", **caught.value.params)
    assert say(code, "nl", **caught.value.params) != say(code, "en", **caught.value.params)


def test_update_can_read_past_conflict_marks() -> None:
    text = write({}) + "<<<<<<< HEAD\n" + _line() + "\n=======\n>>>>>>> x\n"
    assert texts(read(text, "x", in_conflict=True)) == {"a.md": ["hoogopgeleide"]}


# --- update ---------------------------------------------------------------------------------------

KNOWN = {"a.md": [HIGH, LOW], "b.md": [HIGH], "weg.md": [LOW]}


def test_update_drops_what_is_fixed_and_adds_nothing() -> None:
    run = compare(result(document(HIGH, finding("Nog een [hoger] zin."), path="a.md")), KNOWN)
    assert texts(updated(KNOWN, run, ())) == {
        "a.md": ["hoogopgeleide"],
        "b.md": ["hoogopgeleide"],
        "weg.md": ["laagopgeleiden"],
    }


def test_update_adds_what_is_new_only_when_asked() -> None:
    run = compare(result(document(HIGH, finding("Nog een [hoger] zin."), path="a.md")), KNOWN)
    assert texts(updated(KNOWN, run, (), accept_new=True))["a.md"] == ["hoogopgeleide", "hoger"]


def test_update_takes_an_edited_sentence_as_it_now_reads() -> None:
    edited = finding("Onze stad telt veel [hoogopgeleide] inwoners.")
    run = compare(result(document(edited, path="b.md")), KNOWN)
    assert updated(KNOWN, run, ())["b.md"][0].context.before == "Onze stad telt veel "


def test_update_drops_documents_that_are_gone() -> None:
    assert set(updated(KNOWN, result(), {"weg.md"})) == {"a.md", "b.md"}


@pytest.mark.parametrize("status", ["failed", "partial"])
def test_update_keeps_what_a_document_had_when_it_was_not_read(status: str) -> None:
    run = compare(result(document(path="a.md", status=status)), KNOWN)
    assert texts(updated(KNOWN, run, ()))["a.md"] == ["hoogopgeleide", "laagopgeleiden"]


def test_a_document_that_became_clean_leaves_the_file() -> None:
    assert "b.md" not in updated(KNOWN, compare(result(document(path="b.md")), KNOWN), ())
