"""`termlint fix --interactive`: a person answers, and the document becomes what was answered."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.builders.docx import p, word
from tests.builders.pdf import columns, page, pdf

if TYPE_CHECKING:
    from tests.cli.conftest import Desk, Ran

pytestmark = pytest.mark.slow

TEXT = "De mbo-leerling leert.\n\nWij zoeken mensen uit het hoger onderwijs.\n\nEn een mbo-leerling.\n"
Answer = Callable[..., "Ran"]


@pytest.fixture
def answer(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Answer:
    """`answer("a", "s", on="a.txt")` walks through that document, giving these answers; then input ends."""

    def walk(*answers: str, on: str = "a.txt", more: tuple[str, ...] = ()) -> Ran:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{each}\n" for each in answers)))
        return desk.run("fix", "--interactive", *on.split(), *more)

    return walk


@pytest.fixture(autouse=True)
def a_text(desk: Desk) -> None:
    desk.write("a.txt", TEXT)


def made(desk: Desk, name: str = "a.termlint.txt") -> str:
    return (desk.folder / name).read_text()


class TestAnswers:
    def test_a_letter_picks_a_suggestion(self, desk: Desk, answer: Answer) -> None:
        ran = answer("a", "b", "b")
        assert ran.code == 0
        assert made(desk) == TEXT.replace("De mbo-leerling", "De mbo-student").replace(
            "hoger onderwijs", "vervolgonderwijs"
        ).replace("een mbo-leerling", "een student")

    def test_the_sentence_is_shown_with_its_place_and_the_choices(self, desk: Desk, answer: Answer) -> None:
        ran = answer("q")
        assert "a.txt, 1 van 3: regel 1" in ran.out
        assert "De »mbo-leerling« leert." in ran.out
        assert "  a  mbo-student\n  b  student\n" in ran.out

    def test_own_words(self, desk: Desk, answer: Answer) -> None:
        assert answer("s", "w", "de hele stad", "s").code == 1
        assert made(desk) == TEXT.replace("hoger onderwijs", "de hele stad")

    def test_no_words_go_back_to_the_question(self, desk: Desk, answer: Answer) -> None:
        answer("w", "", "a", "s", "s")
        assert made(desk) == TEXT.replace("De mbo-leerling", "De mbo-student")

    def test_skip_leaves_it_and_counts_as_left(self, desk: Desk, answer: Answer) -> None:
        assert answer("s", "s", "s").code == 1
        assert sorted(path.name for path in desk.folder.iterdir()) == ["a.txt"]
        assert answer("s", "s", "s", more=("--fail-on", "never")).code == 0

    def test_undo_asks_again(self, desk: Desk, answer: Answer) -> None:
        answer("a", "u", "b", "a", "u", "u", "s", "s", "s")
        assert not (desk.folder / "a.termlint.txt").exists()

    def test_undo_at_the_first_says_so(self, desk: Desk, answer: Answer) -> None:
        ran = answer("u", "a", "s", "s")
        assert "nog niets om ongedaan te maken" in ran.out
        assert made(desk) == TEXT.replace("De mbo-leerling", "De mbo-student")

    @pytest.mark.parametrize("wrong", ["c", "z", "7", "o", "ab"])
    def test_what_is_no_choice_is_asked_again(self, desk: Desk, answer: Answer, wrong: str) -> None:
        ran = answer(wrong, "A", "s", "s")
        assert f"‘{wrong}’ kan hier niet." in ran.out
        assert made(desk) == TEXT.replace("De mbo-leerling", "De mbo-student")

    @pytest.mark.parametrize("answers", [("a", "q"), ("a",)], ids=["quit", "input ends"])
    def test_stopping_keeps_what_was_done(self, desk: Desk, answer: Answer, answers: tuple[str, ...]) -> None:
        desk.write("b.txt", TEXT)
        ran = answer(*answers, on="a.txt b.txt")
        assert ran.code == 1
        assert "Gestopt: 1 document is niet bekeken." in ran.out
        assert made(desk) == TEXT.replace("De mbo-leerling", "De mbo-student")
        assert not (desk.folder / "b.termlint.txt").exists()

    def test_nobody_works_for_nothing(self, desk: Desk, answer: Answer) -> None:
        desk.write("a.termlint.txt", "mijn werk")
        ran = answer("a", "a", "a")
        assert (ran.code, made(desk)) == (2, "mijn werk")
        assert "Kies" not in ran.out


class TestAlways:
    def test_goes_into_the_settings_with_the_reason_and_holds_at_once(
        self, desk: Desk, answer: Answer
    ) -> None:
        desk.write("b.txt", TEXT)
        ran = answer("x", "", "zo heet het loket", "b", "b", on="a.txt b.txt")
        assert yaml.safe_load((desk.folder / "termlint.yaml").read_text()) == {
            "exempt": [{"words": "mbo-leerling", "rule": "mbo-leerling", "reason": "zo heet het loket"}]
        }
        for name in ("a.termlint.txt", "b.termlint.txt"):
            assert made(desk, name) == TEXT.replace("hoger onderwijs", "vervolgonderwijs")
        assert ran.code == 0
        after = desk.run("check", "a.txt", "--format", "json").report["findings"]
        assert [f["status"] for f in after] == ["exempt", "new", "exempt"]

    def test_a_longer_phrase_exempts_only_that(self, desk: Desk, answer: Answer) -> None:
        answer("x", "de mbo-leerling", "zo heet het loket", "s", "a")
        assert made(desk) == TEXT.replace("een mbo-leerling", "een mbo-student")

    def test_words_that_do_not_stand_there_are_refused(self, desk: Desk, answer: Answer) -> None:
        ran = answer("x", "iets anders", "zomaar", "s", "s", "s")
        assert "‘iets anders’ staat hier niet." in ran.out
        assert not (desk.folder / "termlint.yaml").exists()

    def test_without_a_reason_nothing_is_exempted(self, desk: Desk, answer: Answer) -> None:
        ran = answer("x", "", "", "s", "s", "s")
        assert "Zonder reden" in ran.out
        assert not (desk.folder / "termlint.yaml").exists()

    def test_undone_it_is_not_written(self, desk: Desk, answer: Answer) -> None:
        answer("x", "", "zo heet het loket", "u", "a", "s", "a")
        assert not (desk.folder / "termlint.yaml").exists()
        assert made(desk) == TEXT.replace("mbo-leerling", "mbo-student")

    def test_comments_in_the_settings_stay(self, desk: Desk, answer: Answer) -> None:
        top = "# van ons\nfail-on: error  # streng\n\nexempt:\n  # loketten\n"
        before = top + "  - words: mbo\n    reason: x  # ja\n# einde\n"
        path = desk.write("termlint.yaml", before)
        answer("s", "x", "", "naam: \"van\" een 'loket' #1", "s")
        rows = path.read_text().splitlines(keepends=True)
        assert [row for row in rows if row in before.splitlines(keepends=True)] == before.splitlines(
            keepends=True
        )
        assert yaml.safe_load(path.read_text())["exempt"][1]["reason"] == "naam: \"van\" een 'loket' #1"

    def test_a_dry_run_writes_no_settings(self, desk: Desk, answer: Answer) -> None:
        ran = answer("x", "", "zo heet het loket", "s", more=("--dry-run",))
        assert "Dit zou in termlint.yaml komen" in ran.out
        assert sorted(path.name for path in desk.folder.iterdir()) == ["a.txt"]


class TestKinds:
    def test_word_takes_changes_and_comments(self, desk: Desk, answer: Answer) -> None:
        desk.write("a.docx", word(p("De mbo-leerling in het hoger onderwijs.")))
        ran = answer("o", "b", on="a.docx")
        assert ran.code == 0
        assert "1 wijziging, 1 opmerking" in ran.out
        left = desk.run("check", "a.termlint.docx", "--format", "json").report["findings"]
        assert [f["text"] for f in left] == ["mbo-leerling"]

    def test_a_pdf_takes_notes_only(self, desk: Desk, answer: Answer) -> None:
        desk.write("a.pdf", pdf(page(columns("De mbo-leerling in het hoger onderwijs.", 1))))
        ran = answer("a", "w", "o", "s", on="a.pdf")
        assert ran.code == 1
        assert "‘a’ kan hier niet." in ran.out
        assert "‘w’ kan hier niet." in ran.out
        assert "1 opmerking" in ran.out

    def test_english(self, desk: Desk, answer: Answer) -> None:
        ran = answer("q", more=("--lang", "en"))
        assert "Choose a-b, w own words, s skip, x always skip, q quit" in ran.out
