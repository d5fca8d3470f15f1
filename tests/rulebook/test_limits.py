"""What rules may ask for: each limit with an example on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termlint.errors import RuleError
from termlint.messages import say
from termlint.rulebook import limits, load
from tests.raised import raised
from tests.rulebook.hostile import (
    CONTEXT,
    MATCH,
    WORD,
    built,
    listed,
    nested,
    phrase,
    phrases,
    regex,
    tokens,
    values,
    words,
)
from tests.rulebook.packs import PACK, RULE, changed, pack

if TYPE_CHECKING:
    from pathlib import Path

SIDES = [
    pytest.param("FILE_TEXT", len(RULE) + 2, lambda n: RULE + "#" * (n - len(RULE)), "limit-file-text"),
    pytest.param("DEPTH", 3, lambda n: RULE + CONTEXT * (n - 3), "limit-depth"),
    pytest.param("VALUES", 60, lambda n: listed(words(n - values(listed("")))), "limit-all-values"),
    pytest.param(
        "MAPPINGS",
        12,
        lambda n: RULE + "profiles: {a: &x error}\n" + "context:\n" + "  - {needs: [a]}\n" * (n - 6),
        "limit-all-mappings",
    ),
    pytest.param("TEXT", 200, lambda n: changed(("Om te proeven.", "x" * n)), "limit-text"),
    pytest.param("PHRASE_TEXT", 40, lambda n: phrase("x" * n), "limit-phrase-text"),
    pytest.param(
        "WORD_TEXT", 20, lambda n: changed((WORD, WORD + f"  {'x' * n}: noun\n")), "limit-word-text"
    ),
    pytest.param(
        "WORD_TEXT",
        20,
        lambda n: changed(("schrijf iets anders", f"'{{{'x' * n}}}'")),
        "limit-word-text",
        id="WORD_TEXT in braces",
    ),
    pytest.param(
        "MESSAGE_TEXT", 60, lambda n: changed(("‘{match}’ is een proef.", "x" * n)), "limit-message-text"
    ),
    pytest.param("BRACES", 3, lambda n: changed(("‘{match}’ is een proef.", "{match}" * n)), "limit-braces"),
    pytest.param("PLACES", 5, lambda n: phrase("woord " * n), "limit-places"),
    pytest.param(
        "PHRASE_FORMS", 30, lambda n: phrase("|".join(f"w{i}" for i in range(n))), "phrase-too-wide"
    ),
    pytest.param(
        "PHRASE_FORMS", 30, lambda n: listed(words(n), "'[<g>] wonen'"), "limit-list", id="PHRASE_FORMS list"
    ),
    pytest.param("GAP", 6, lambda n: phrase(f"huis ...{n} tuin"), "limit-gap"),
    pytest.param("GAP_CHOICES", 6, lambda n: phrase(f"huis ...{n - 1} tuin"), "limit-gaps"),
    pytest.param(
        "PATTERNS",
        6,
        lambda n: listed(", ".join(f"de w{i}" for i in range(n)), "huis <g>"),
        "phrase-too-wide",
    ),
    pytest.param("NESTED_LISTS", 4, nested, "limit-nested-lists"),
    pytest.param(
        "WORD_FORMS",
        4,
        lambda n: changed(
            (WORD, WORD + "  en: {class: word, forms: {" + ", ".join(f"w{i}: pl" for i in range(n)) + "}}\n")
        ),
        "limit-word-forms",
    ),
    pytest.param("ALL_PHRASES", 6, phrases, "limit-all-phrases"),
    pytest.param("ALL_FORMS", 6, phrases, "limit-all-forms"),
    pytest.param("ALL_ALTERNATIVES", 6, phrases, "limit-all-alternatives"),
    pytest.param(
        "ALL_WORDS",
        3,
        lambda n: changed((WORD, WORD + "".join(f"  w{i}: word\n" for i in range(n - 1)))),
        "limit-all-words",
    ),
    pytest.param("TOKENS", 4, lambda n: tokens("{LOWER: a}, " * (n - 1) + "{LOWER: b}"), "limit-tokens"),
    pytest.param(
        "TOKENS", 4, lambda n: tokens(f"{{LOWER: a, OP: '{{{n}}}'}}"), "limit-tokens", id="TOKENS by OP"
    ),
    pytest.param(
        "TOKEN_CHOICES", 8, lambda n: tokens(f"{{LOWER: a, OP: '{{1,{n}}}'}}"), "limit-token-choices"
    ),
    pytest.param("REGEX_TEXT", 8, lambda n: regex("x" * n), "limit-regex-text"),
    pytest.param(
        "PATTERN_WORK", 9, lambda n: listed(", ".join("abcdefghij"[: n - 1]), "huis <g>"), "phrase-too-wide"
    ),
    pytest.param("REGEX_WAYS", 50, lambda n: regex(f"x{{1,{n}}}"), "limit-regex-ways"),
]


@pytest.mark.parametrize(("name", "most", "made", "code"), SIDES)
def test_each_limit_has_two_sides(
    monkeypatch: pytest.MonkeyPatch, name: str, most: int, made: object, code: str
) -> None:
    assert most < getattr(limits, name)
    monkeypatch.setattr(limits, name, most)
    text = made(most)  # type: ignore[operator]
    assert built(text).id == "proef"
    with pytest.raises(RuleError) as told:
        built(made(most + 1))  # type: ignore[operator]
    assert told.value.code == code
    assert told.value.line
    assert say(code, "nl", **told.value.params) != say(code, "en", **told.value.params)


def test_two_endless_repeats_pass_and_three_do_not() -> None:
    assert built(tokens("{OP: '*'}, {OP: '+'}, {LOWER: b}")).id == "proef"
    with raised(RuleError, "limit-token-choices"):
        built(tokens("{OP: '*'}, {OP: '+'}, {OP: '{2,}'}, {LOWER: b}"))


class TestPacks:
    @pytest.mark.parametrize(("count", "fits"), [(12, True), (13, False)])
    def test_files_in_a_folder(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, fits: bool
    ) -> None:
        monkeypatch.setattr(limits, "FILES", 12)
        folder = pack(tmp_path / "eigen", None)
        for number in range(count - 1):
            text = RULE.replace("id: proef", f"id: r{number}")
            (folder / f"r{number}.yaml").write_text(text, "utf-8")
        if fits:
            assert load([folder]).rules
            return
        with raised(RuleError, "limit-files"):
            load([folder])

    @pytest.mark.parametrize(("count", "fits"), [(2, True), (3, False)])
    def test_folders(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, fits: bool) -> None:
        monkeypatch.setattr(limits, "PACKS", 2)
        folders = [pack(tmp_path / f"p{n}", None, f"id: p{n}\ntitle: P\n") for n in range(count)]
        if fits:
            assert load(folders).rules
            return
        with raised(RuleError, "limit-packs"):
            load(folders)

    def test_values_add_up_over_files(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(limits, "VALUES", 60)
        one = pack(tmp_path / "een")
        two = pack(tmp_path / "twee", RULE.replace("id: proef", "id: nog"), "id: twee\ntitle: T\n", "nog")
        assert load([one]).rules
        assert load([two]).rules
        with raised(RuleError, "limit-all-values"):
            load([one, two])

    def test_a_town_fits(self, tmp_path: Path) -> None:
        """A list of 5,000 streets, half of them of several words, in a phrase of each kind."""
        streets = ", ".join(f"Van de Straat{n}laan" if n % 2 else f"Weg{n}" for n in range(5_000))
        text = changed((MATCH, "  - wonen in ... <g>\n  - <g> wonen\n  - wonen aan <g>\nsuggest"))
        folder = pack(tmp_path / "eigen", text, PACK + f"lists: {{g: [{streets}]}}\n")
        assert len(load([folder]).by_id()["proef"].phrases) == 3
