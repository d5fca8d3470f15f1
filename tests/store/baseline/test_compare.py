"""The laws of comparing: what is new is what was added, wherever anything stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.matching.fingerprint import neighbour
from termlint.store.baseline import compare, known_in_any, match, moved
from tests.reporters.results import WORD_PLACE, document, finding, result

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.model import Finding, Result

HIGH = "De stad telt veel [hoogopgeleide] inwoners."
LOW = "Wijken met [laagopgeleiden] krijgen steun."


def paper(*sentences: str) -> list[Finding]:
    """The findings of a text of these sentences, with occurrences and neighbours as the engine gives them."""
    seen: dict[str, int] = {}
    findings = []
    for index, sentence in enumerate(sentences):
        if "[" not in sentence:
            continue
        nth = seen[sentence] = seen.get(sentence, -1) + 1
        sides = sentences[index - 1] if index else "", sentences[index + 1 : index + 2]
        marks = neighbour(sides[0]), neighbour("".join(sides[1]))
        findings.append(finding(sentence, nth=nth, neighbours=marks))
    return findings


def new(now: Sequence[Finding], before: Sequence[Finding]) -> list[int]:
    return list(match(now, before).new)


sentences = st.lists(
    st.sampled_from([HIGH, LOW, "Een gewone zin.", "Nog een [hoogopgeleide] buurt."]), max_size=12
)


@given(sentences)
def test_an_unchanged_document_has_nothing_new_and_nothing_fixed(texts: list[str]) -> None:
    pairs = match(paper(*texts), paper(*texts))
    assert pairs.known == tuple((i, i) for i in range(len(paper(*texts))))
    assert pairs.new == pairs.fixed == ()


@given(sentences, st.randoms())
def test_moving_paragraphs_makes_nothing_new(texts: list[str], random: object) -> None:
    shuffled = list(texts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    pairs = match(paper(*shuffled), paper(*texts))
    assert pairs.new == pairs.fixed == ()


@given(sentences, sentences)
def test_as_many_are_new_as_were_added(texts: list[str], added: list[str]) -> None:
    pairs = match(paper(*texts, *added), paper(*texts))
    assert len(pairs.new) == len(paper(*added))
    assert pairs.fixed == ()


@given(sentences, sentences)
def test_as_many_are_fixed_as_were_removed(texts: list[str], removed: list[str]) -> None:
    pairs = match(paper(*texts), paper(*removed, *texts))
    assert len(pairs.fixed) == len(paper(*removed))
    assert pairs.new == ()


@given(sentences, sentences)
def test_every_finding_is_paired_once_or_left(texts: list[str], older: list[str]) -> None:
    now, before = paper(*texts), paper(*older)
    pairs = match(now, before)
    assert sorted([*(i for i, _ in pairs.known), *pairs.new]) == list(range(len(now)))
    assert sorted([*(j for _, j in pairs.known), *pairs.fixed]) == list(range(len(before)))


@pytest.mark.parametrize(
    ("texts", "index"),
    [
        pytest.param(["Vooraf.", HIGH, "Tussen.", "Eerst.", HIGH, "Slot."], 0, id="copy put before it"),
        pytest.param(["Eerst.", HIGH, "Slot.", HIGH], 1, id="copy put after it"),
    ],
)
def test_of_two_copies_the_one_with_other_neighbours_is_new(texts: list[str], index: int) -> None:
    assert new(paper(*texts), paper("Eerst.", HIGH, "Slot.")) == [index]


def test_of_copies_without_neighbours_the_order_of_all_findings_decides() -> None:
    copy, other = finding(HIGH), finding(LOW)
    assert new([copy, copy, other, copy], [copy, other, copy]) == [0]
    assert new([copy, other, copy, copy], [copy, other, copy]) == [3]


def test_of_copies_the_one_under_another_heading_is_new() -> None:
    under = [finding(HIGH, location=replace(WORD_PLACE, heading=text)) for text in ("Nieuw", "Wonen", "Werk")]
    assert new(under, under[1:]) == [0]


def test_a_column_of_one_word_ten_thousand_times_is_counted_and_does_not_take_for_ever() -> None:
    copy = finding("[hoogopgeleid]")
    assert len(new([copy] * 10_001, [copy] * 10_000)) == 1
    edited = [finding(f"[hoogopgeleid] {n}") for n in range(2_000)]
    assert len(new(edited, [finding(f"[hoogopgeleid] {n}!{n}") for n in range(2_000)])) <= 2_000


@pytest.mark.parametrize(
    ("edited", "is_new"),
    [
        pytest.param("Onze stad telt veel [hoogopgeleide] inwoners.", False, id="a word beside it"),
        pytest.param("De stad telt veel [hoogopgeleide] inwoners, zegt zij.", False, id="a few words more"),
        pytest.param("de stad telt veel\n**[hoogopgeleide]** inwoners", False, id="typography"),
        pytest.param("De stad telt veel [hoogopgeleiden] met inwoners.", True, id="the words themselves"),
        pytest.param("Er komen [hoogopgeleide] banen bij.", True, id="another sentence"),
    ],
)
def test_an_edit_outside_the_finding_keeps_it_known(edited: str, is_new: bool) -> None:
    assert bool(new(paper(edited), paper(HIGH))) is is_new


def test_the_most_similar_sentence_is_the_edited_one() -> None:
    longer = "De stad telt heel erg veel [hoogopgeleide] inwoners."
    almost = "De stad telt heel veel [hoogopgeleide] inwoners."
    assert match(paper(almost, longer), paper(longer)).known == ((1, 0),)


def test_a_mention_that_loses_its_quotation_marks_is_new() -> None:
    mention = replace(finding("‘[hoogopgeleide]’ inwoners"), severity="info", reason="aangehaald")
    use = finding("[hoogopgeleide] inwoners")
    assert mention.fingerprint == use.fingerprint
    assert new([use], [mention]) == [0]
    assert match([mention], [use]).fixed == (0,)


def test_when_an_exemption_ends_its_finding_is_new() -> None:
    assert new([finding(HIGH)], [finding(HIGH, status="exempt")]) == [0]


def test_another_rule_on_the_same_words_is_new() -> None:
    assert new([finding(HIGH, rule="ladder")], [finding(HIGH)]) == [0]


def test_sentences_cut_off_differently_are_recognised_by_their_fingerprint() -> None:
    whole = finding("Een lange zin die begint met van alles en dan [hoger] onderwijs noemt.")
    cut = replace(whole, context=replace(whole.context, before="… dan ", after=""))
    assert match([cut], [whole]).known == ((0, 0),)


# --- runs -----------------------------------------------------------------------------------------


def statuses(compared: Result) -> list[str]:
    return [f.status for f in compared.findings]


def test_a_run_is_marked_document_by_document() -> None:
    run = result(document(finding(HIGH), path="a.md"), document(finding(HIGH), path="b.md"))
    assert statuses(compare(run, {"a.md": [finding(HIGH)]})) == ["known", "new"]


def test_what_is_gone_is_fixed_in_its_document_and_information_is_not_counted() -> None:
    older = [finding(HIGH), finding(LOW, severity="info"), finding(LOW, status="exempt")]
    compared = compare(result(document(path="a.md")), {"a.md": older})
    assert [(f.path, f.text) for f in compared.fixed] == [("a.md", "hoogopgeleide")]


@pytest.mark.parametrize("status", ["failed", "partial"])
def test_what_was_not_read_is_not_fixed(status: str) -> None:
    compared = compare(result(document(path="a.md", status=status)), {"a.md": [finding(HIGH)]})
    assert compared.fixed == ()


def test_exempt_findings_stay_exempt() -> None:
    run = result(document(finding(HIGH, status="exempt")))
    assert statuses(compare(run, {"nota.md": [finding(HIGH)]})) == ["exempt"]


def test_known_in_any_parent_of_a_merge_is_known() -> None:
    run = result(document(*paper(HIGH, LOW, "Nog een [hoger] zin.")))
    ours = compare(run, {"nota.md": paper(HIGH, "Weg met [hoogopgeleide] praat.")})
    theirs = compare(
        run, {"nota.md": paper(LOW, "Weg met [hoogopgeleide] praat.", "Ook [laagopgeleid] weg.")}
    )
    merged = known_in_any([ours, theirs])
    assert statuses(merged) == ["known", "known", "new"]
    assert [f.text for f in merged.fixed] == ["hoogopgeleide"]


def test_comparing_twice_adds_up() -> None:
    run = result(document(*paper(HIGH, LOW)))
    once = compare(run, {"nota.md": paper(HIGH)})
    assert statuses(compare(once, {"nota.md": paper(LOW)})) == ["known", "known"]


# --- moved documents ------------------------------------------------------------------------------


def test_a_renamed_and_edited_document_is_recognised_by_its_sentences() -> None:
    old = {"oud.docx": paper(HIGH, LOW, LOW), "anders.docx": paper("Heel [hoger] anders.")}
    assert moved({"nieuw.docx": paper(LOW, HIGH, "Een [hoogopgeleide] buurt.")}, old) == {
        "nieuw.docx": "oud.docx"
    }


def test_a_document_that_shares_little_is_new() -> None:
    assert moved({"b.docx": paper(HIGH)}, {"a.docx": paper(HIGH, LOW, "Een [hoger] zin.")}) == {}


def test_each_gone_document_is_used_once_by_the_best() -> None:
    gone = {"oud.docx": paper(HIGH, LOW)}
    assert moved({"a.docx": paper(HIGH), "b.docx": paper(HIGH, LOW)}, gone) == {"b.docx": "oud.docx"}


def test_a_clean_document_is_never_the_source() -> None:
    assert moved({"a.docx": []}, {"b.docx": []}) == {}
