"""A mistake in a rule file is told with the file, the line, the line's text and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termlint.errors import RuleError
from termlint.messages import say
from termlint.rulebook import load
from tests.rulebook.packs import PACK, RULE, changed, pack

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

MATCH = "  - proefwoord\nsuggest"

MISTAKES = [
    pytest.param(RULE + "kleur: rood\n", "rule-unknown-key", "kleur: rood", id="unknown key"),
    pytest.param(changed(("suggest:", "sugest:")), "rule-unknown-key", "sugest:", id="misspelt key"),
    pytest.param(
        changed(("safety: advice}", "safety: advice, wen: {}}")),
        "rule-unknown-key",
        "- {text: schrijf iets anders, safety: advice, wen: {}}",
        id="unknown key inside",
    ),
    pytest.param(changed(("title: Proef\n", "")), "rule-missing-key", "id: proef", id="missing key"),
    pytest.param(changed(("title: Proef\n", "title: 2024\n")), "rule-not-a-text", "title: 2024", id="number"),
    pytest.param(
        changed(("title: Proef\n", "title: 2024-01-01\n")), "rule-not-a-text", "title: 2024-01-01", id="date"
    ),
    pytest.param(
        changed(("title: Proef\n", "title: 2024-13-41\n")),
        "rule-yaml-value",
        "title: 2024-13-41",
        id="date that does not exist",
    ),
    pytest.param(changed(("  - proefwoord\n", "  proefwoord\n")), "rule-not-a-list", "match:", id="no list"),
    pytest.param(
        changed(("{title: Handboek}", "[Handboek]")),
        "rule-not-a-mapping",
        "source: [Handboek]",
        id="no mapping",
    ),
    pytest.param(
        changed(("severity: warning", "severity: fout")), "rule-not-one-of", "severity: fout", id="severity"
    ),
    pytest.param(
        changed(("proefwoord: noun", "proefwoord: nom")), "rule-not-one-of", "proefwoord: nom", id="class"
    ),
    pytest.param(changed((MATCH, '  - ""\nsuggest')), "rule-empty", '- ""', id="empty phrase"),
    pytest.param(
        changed(("match:\n  - proefwoord\n", "match: []\n")), "rule-empty", "match: []", id="no phrases"
    ),
    pytest.param(changed(("id: proef\n", "id: Proef!\n")), "rule-bad-id", "id: Proef!", id="bad id"),
    pytest.param(changed(("id: proef\n", "id: ander\n")), "rule-id-file", "id: ander", id="id and file"),
    pytest.param(RULE + "title: Nog een\n", "rule-duplicate-key", "title: Nog een", id="key twice"),
    pytest.param(changed(("source: {", "source: {{")), "rule-yaml", None, id="no YAML"),
    pytest.param("", "rule-not-a-mapping", "", id="empty file"),
    pytest.param(changed((MATCH, "  - proefwoord <soort>\nsuggest")), "phrase-unknown-list", None, id="list"),
    pytest.param(changed((MATCH, "  - ander:sg\nsuggest")), "phrase-unknown-word", "- ander:sg", id="word"),
    pytest.param(
        changed((MATCH, "  - proefwoord:sgg\nsuggest")), "phrase-unknown-form", "- proefwoord:sgg", id="form"
    ),
    pytest.param(
        changed((MATCH, "  - (proefwoord)\nsuggest")), "phrase-all-optional", "- (proefwoord)", id="optional"
    ),
    pytest.param(
        changed((MATCH, "  - proefwoord (en\nsuggest")), "phrase-brackets", "- proefwoord (en", id="brackets"
    ),
    pytest.param(
        changed((MATCH, "  - " + " ".join(["a|b|c|d"] * 8) + " proefwoord\nsuggest")),
        "phrase-too-wide",
        None,
        id="too wide",
    ),
    pytest.param(
        changed((MATCH, "  - {tokens: [{LOWR: proefwoord}], literals: [proefwoord]}\nsuggest")),
        "rule-unknown-key",
        "- {tokens: [{LOWR: proefwoord}], literals: [proefwoord]}",
        id="token attribute",
    ),
    pytest.param(
        changed((MATCH, '  - {tokens: [{LOWER: proef, OP: "**"}], literals: [proef]}\nsuggest')),
        "rule-wrong-value",
        None,
        id="token operator",
    ),
    pytest.param(
        changed((MATCH, "  - {tokens: [{LOWER: proefwoord}]}\nsuggest")),
        "rule-missing-key",
        "- {tokens: [{LOWER: proefwoord}]}",
        id="token pattern without literals",
    ),
    pytest.param(
        changed((MATCH, '  - {tokens: [{LOWER: {REGEX: "proef("}}], literals: [proef]}\nsuggest')),
        "rule-bad-regex",
        '- {tokens: [{LOWER: {REGEX: "proef("}}], literals: [proef]}',
        id="regular expression",
    ),
    pytest.param(
        changed(("[proefwoord] in", "[proefwoord in")),
        "rule-example-brackets",
        "- Hier staat een [proefwoord in de zin.",
        id="bracket not closed",
    ),
    pytest.param(
        changed(("[proefwoord] in", "proefwoord in")),
        "rule-example-unmarked",
        "- Hier staat een proefwoord in de zin.",
        id="nothing marked",
    ),
    pytest.param(RULE + "coordinate: [nergens]\n", "rule-unknown-rule", None, id="coordinates nothing"),
]


def mistake(folder: Path) -> RuleError:
    with pytest.raises(RuleError) as raised:
        load([folder])
    return raised.value


@pytest.mark.parametrize(("text", "code", "excerpt"), MISTAKES)
def test_a_mistake_has_its_place(tmp_path: Path, text: str, code: str, excerpt: str | None) -> None:
    error = mistake(pack(tmp_path, text))
    assert (error.code, error.path) == (code, tmp_path / "proef.yaml")
    assert error.line
    rows = [*text.splitlines(), ""]
    assert error.excerpt == rows[error.line - 1].strip() or error.excerpt == ""
    assert excerpt is None or error.excerpt == excerpt


@pytest.mark.parametrize(("text", "code"), [(m.values[0], m.values[1]) for m in MISTAKES])
def test_and_says_what_to_do_in_both_languages(tmp_path: Path, text: str, code: str) -> None:
    error = mistake(pack(tmp_path, text))
    dutch, english = (say(error.code, lang, path=error.path, **error.params) for lang in ("nl", "en"))  # type: ignore[arg-type]
    assert dutch != english
    assert code == error.code


def test_a_near_miss_is_guessed(tmp_path: Path) -> None:
    error = mistake(pack(tmp_path, changed(("suggest:", "sugest:"))))
    assert str(error.params["known"]).startswith("suggest")


def test_a_rule_that_is_there_already(tmp_path: Path) -> None:
    text = changed(("id: proef\n", "id: hoger-onderwijs\n"))
    error = mistake(pack(tmp_path, text, name="hoger-onderwijs"))
    assert (error.code, error.line) == ("rule-duplicate", 1)
    assert str(error.params["other"]).endswith("hoger-onderwijs.yaml")


@pytest.mark.parametrize(
    ("settings", "code", "line"),
    [
        pytest.param(PACK + "extends: [elders]\n", "rule-unknown-extends", 3, id="unknown extends"),
        pytest.param(
            PACK + "drop:\n  - ladder-metafoor\n  - nergens\n", "rule-unknown-rule", 5, id="unknown drop"
        ),
        pytest.param(
            PACK + "restate:\n  nergens: {severity: info}\n", "rule-unknown-rule", 4, id="unknown restate"
        ),
        pytest.param("id: ladder\ntitle: Nog een ladder\n", "rule-duplicate-pack", 1, id="pack twice"),
        pytest.param("title: Geen id\n", "rule-missing-key", 1, id="no id"),
        pytest.param(
            PACK + "restate:\n  ongeschoold: {kleur: rood}\n", "rule-unknown-key", 4, id="restated key"
        ),
        pytest.param(
            PACK + "restate:\n  ongeschoold:\n    suggest:\n      - {tekst: x, safety: safe}\n",
            "rule-unknown-key",
            6,
            id="restated suggestion",
        ),
        pytest.param(
            PACK + "restate:\n  ongeschoold:\n    add:\n      match:\n        - on <x>\n",
            "phrase-unknown-list",
            7,
            id="added phrase",
        ),
        pytest.param(
            PACK + 'restate:\n  ongeschoold:\n    add:\n      examples: {flag: ["Geen haken."]}\n',
            "rule-example-unmarked",
            6,
            id="added example",
        ),
    ],
)
def test_a_mistake_in_pack_yaml(tmp_path: Path, settings: str, code: str, line: int) -> None:
    error = mistake(pack(tmp_path, None, settings))
    assert (error.code, error.path, error.line) == (code, tmp_path / "pack.yaml", line)
    assert error.excerpt == settings.splitlines()[line - 1].strip()


class TestFiles:
    def test_a_folder_without_pack_yaml(self, tmp_path: Path) -> None:
        assert (mistake(tmp_path).code, mistake(tmp_path / "weg").code) == ("rule-no-pack", "rule-no-pack")

    def test_another_encoding(self, tmp_path: Path) -> None:
        (pack(tmp_path) / "proef.yaml").write_bytes(RULE.replace("Proef", "Prœf").encode("utf-16"))
        assert mistake(tmp_path).code == "rule-not-utf8"

    def test_a_byte_order_mark_is_no_mistake(self, tmp_path: Path) -> None:
        (pack(tmp_path) / "proef.yaml").write_bytes(RULE.encode("utf-8-sig"))
        assert "proef" in load([tmp_path]).by_id()

    def test_a_file_in_yml_is_not_passed_over(self, tmp_path: Path) -> None:
        (pack(tmp_path) / "nog.yml").write_text(RULE, "utf-8")
        assert (mistake(tmp_path).code, mistake(tmp_path).params["file"]) == ("rule-yml", "nog.yaml")

    def test_what_a_system_leaves_behind_is_no_rule(self, tmp_path: Path) -> None:
        (pack(tmp_path) / "._proef.yaml").write_bytes(b"\x00\x05\x16\x07")
        assert "proef" in load([tmp_path]).by_id()

    def test_a_file_that_refers_to_itself(self, tmp_path: Path) -> None:
        assert mistake(pack(tmp_path, "id: &a [*a]\n")).code == "limit-alias-loop"
