"""What those who write rules do on the command line: test, show, new, schema and impact."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.rulebook.packs import PACK, RULE, changed, pack

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Desk

pytestmark = pytest.mark.slow

NOISY = changed(("- Hier staat niets.", "- Hier staat een proefwoord."))
MISSING = changed(("[proefwoord] in", "[ander] in"))


class TestTest:
    def test_a_pack_that_is_right(self, desk: Desk) -> None:
        pack(desk.folder / "regels")
        ran = desk.run("rules", "test", "regels")
        assert (ran.code, ran.out, ran.err) == (0, "In orde: 1 regel, 2 voorbeelden.\n", "")

    @pytest.mark.parametrize(
        ("text", "lang", "word"),
        [
            (NOISY, "nl", "Ruis"),
            (NOISY, "en", "Noisy"),
            (MISSING, "nl", "Gemist"),
            (MISSING, "en", "Missing"),
        ],
    )
    def test_says_noisy_or_missing_with_file_and_line(
        self, desk: Desk, text: str, lang: str, word: str
    ) -> None:
        pack(desk.folder / "regels", text)
        ran = desk.run("rules", "test", "regels", "--lang", lang)
        assert ran.code == 1
        line = next(n for n, row in enumerate(text.splitlines(), 1) if row not in RULE.splitlines())
        assert f"regels/proef.yaml:{line}: proef\n  {word}: " in ran.out

    def test_a_mistake_in_a_file_is_2(self, desk: Desk) -> None:
        pack(desk.folder / "regels", RULE + "kleur: rood\n")
        ran = desk.run("rules", "test", "regels")
        assert (ran.code, ran.out) == (2, "")
        assert "regels/proef.yaml" in ran.err
        assert "    kleur: rood" in ran.err

    def test_one_rule_of_a_pack(self, desk: Desk) -> None:
        folder = pack(desk.folder / "regels", NOISY)
        (folder / "goed.yaml").write_text(
            changed(("id: proef\n", "id: goed\n"), ("proefwoord", "goedwoord")), "utf-8"
        )
        assert desk.run("rules", "test", "regels/goed.yaml").code == 0
        assert desk.run("rules", "test", "regels/proef.yaml").code == 1

    def test_a_rule_that_an_overlay_restates_is_tested_too(self, desk: Desk) -> None:
        settings = PACK + "restate:\n  ongeschoold:\n    add: {except: [ongeschoold werk]}\n"
        pack(desk.folder / "regels", None, settings)
        ran = desk.run("rules", "test", "regels")
        assert ran.code == 1
        assert "regels/pack.yaml:5: ongeschoold" in ran.out

    def test_a_shipped_pack_by_its_folder(self, desk: Desk, root: Path) -> None:
        ran = desk.run("rules", "test", str(root / "rules" / "ladder"))
        assert ran.code == 0, ran.out
        assert ran.out.startswith("In orde: 5 regels")

    def test_a_folder_without_rules(self, desk: Desk) -> None:
        ran = desk.run("rules", "test", ".")
        assert ran.code == 2
        assert "pack.yaml" in ran.err


class TestShow:
    def test_shows_the_forms_of_each_phrase_and_word(self, desk: Desk) -> None:
        out = desk.run("rules", "show", "hoog-opgeleid").out
        assert "hoog · hoge · hoger · hogere" in out
        assert "+ opgeleid · opgeleide · opgeleiden" in out
        assert max(map(len, out.splitlines())) <= 100

    def test_all_gives_a_form_a_line(self, desk: Desk) -> None:
        forms = desk.run("rules", "show", "hoog-opgeleid", "--all").out.splitlines()
        assert {"hoogopgeleid", "hoog-opgeleide", "hoger opgeleiden"} <= set(forms)
        assert len(forms) == len(set(forms))

    def test_every_form_that_is_shown_is_found(self, desk: Desk) -> None:
        forms = desk.run("rules", "show", "ongeschoold", "--all").out.splitlines()
        desk.write("a.txt", "\n\n".join(f"Hier staat {form} in de zin." for form in forms))
        found = desk.run("check", "a.txt", "--format", "json").report["findings"]
        assert [each["rule"] for each in found] == ["ongeschoold"] * len(forms)

    def test_an_unknown_rule(self, desk: Desk) -> None:
        assert desk.run("rules", "show", "hoogopgeleid").code == 2


class TestNew:
    @pytest.mark.parametrize("name", ["achterstandswijk", "arme-buurt", "2024", "no"])
    def test_a_new_rule_passes_its_own_examples(self, desk: Desk, name: str) -> None:
        assert desk.run("rules", "new", name, "--in", "regels").code == 0
        ran = desk.run("rules", "test", "regels")
        assert (ran.code, ran.out) == (0, "In orde: 1 regel, 2 voorbeelden.\n")

    def test_never_replaces_a_file(self, desk: Desk) -> None:
        path = pack(desk.folder / "regels") / "proef.yaml"
        ran = desk.run("rules", "new", "proef", "--in", "regels")
        assert (ran.code, path.read_text("utf-8")) == (2, RULE)

    @pytest.mark.parametrize("name", ["Wijk", "een wijk", "../wijk", "hoger-onderwijs"])
    def test_a_name_that_cannot_be(self, desk: Desk, name: str) -> None:
        assert desk.run("rules", "new", name, "--in", "regels").code == 2
        assert not (desk.folder / "regels").exists()


@pytest.mark.parametrize(("kind", "data"), [("rule", RULE), ("pack", PACK)])
def test_schema_prints_one_that_holds(desk: Desk, kind: str, data: str) -> None:
    ran = desk.run("rules", "schema", kind)
    check = Draft202012Validator(json.loads(ran.out))
    assert check.is_valid(yaml.safe_load(data))
    assert not check.is_valid({**yaml.safe_load(data), "kleur": "rood"})


class TestImpact:
    @pytest.fixture
    def desk(self, desk: Desk) -> Desk:
        pack(desk.folder / "regels")
        desk.write("docs/a.txt", "Een proefwoord.\n\nTwee proefwoorden en nog een proefwoord.\n")
        desk.write("docs/b.md", "Het woord ‘proefwoord’. Een proefwoord.\n")
        desk.write("docs/c.txt", "Niets.\n")
        return desk

    def test_counts_uses_and_shows_sentences(self, desk: Desk) -> None:
        ran = desk.run("rules", "impact", "docs", "--rule", "regels/proef.yaml")
        assert ran.code == 0
        assert "3 van 3 documenten gelezen." in ran.out
        assert "proef (waarschuwing): 4× in 2 van 3 documenten; als informatie 1×, stil 0×" in ran.out
        assert "woorden: proefwoord (3), proefwoorden (1)" in ran.out
        assert "docs/a.txt: Twee »proefwoorden« en nog een proefwoord." in ran.out

    def test_against_an_earlier_file(self, desk: Desk) -> None:
        desk.write("oud.yaml", changed(("  - proefwoord\nsuggest", "  - proefwoord:pl\n  - de zin\nsuggest")))
        ran = desk.run("rules", "impact", "docs", "--rule", "regels/proef.yaml", "--against", "oud.yaml")
        assert "tegenover oud.yaml: 4 nieuw, 0 verdwenen, 1 gelijk" in ran.out
        back = desk.run("rules", "impact", "docs", "--rule", "oud.yaml", "--against", "regels/proef.yaml")
        assert "tegenover regels/proef.yaml: 0 nieuw, 4 verdwenen, 1 gelijk" in back.out

    def test_against_a_revision(self, desk: Desk) -> None:
        desk.write("termlint.yaml", "packs: [regels]\n")
        git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
        for step in (["init", "-q"], ["add", "."], ["commit", "-qm", "een"]):
            subprocess.run([*git, *step], cwd=desk.folder, check=True)
        desk.write("regels/proef.yaml", changed(("  - proefwoord\nsuggest", "  - proefwoord:pl\nsuggest")))
        ran = desk.run("rules", "impact", "docs", "--rule", "proef", "--against", "HEAD")
        assert "tegenover HEAD: 0 nieuw, 4 verdwenen, 1 gelijk" in ran.out

    def test_a_rule_that_finds_nothing_says_so(self, desk: Desk) -> None:
        out = desk.run("rules", "impact", "docs", "--rule", "ladder-metafoor", "--lang", "en").out
        assert "ladder-metafoor (information): nothing found" in out

    def test_a_document_that_cannot_be_read_is_told(self, desk: Desk) -> None:
        desk.write("docs/d.docx", b"geen zip")
        ran = desk.run("rules", "impact", "docs", "--rule", "regels/proef.yaml")
        assert ran.code == 2
        assert "Niet gelezen: docs/d.docx" in ran.out
