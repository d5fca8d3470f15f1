"""Only what a commit adds: the real command in real repositories."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from typing import TYPE_CHECKING

import docx
import pytest

from tests.git.conftest import Answer
from tests.git.repository import Sandbox

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

Termlint = Callable[..., Answer]

HIGH = "De stad telt veel hoogopgeleide inwoners."
SCHOOL = "Zij volgden hoger onderwijs in de stad."
LEGACY = [f"In wijk {number} wonen volgens de gemeente veel hoogopgeleide inwoners." for number in range(30)]


def text(*sentences: str) -> str:
    return "\n\n".join(sentences) + "\n"


def word(path: Path, *paragraphs: str) -> None:
    """A Word document of these paragraphs."""
    made = docx.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    path.parent.mkdir(parents=True, exist_ok=True)
    made.save(str(path))


def packed_otherwise(path: Path) -> None:
    """The same package with other compression, as another program would save it."""
    with zipfile.ZipFile(path) as package:
        parts = [(entry.filename, package.read(entry)) for entry in package.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in parts:
            package.writestr(name, content)


def staged(termlint: Termlint, *arguments: str, **extra: str) -> Answer:
    return termlint("check", "--staged", "--format", "json", *arguments, **extra)


def test_in_a_first_commit_everything_is_new(sandbox: Sandbox, termlint: Termlint) -> None:
    sandbox.write("één nota.md", text(HIGH))
    sandbox.git("add", "-A")
    answer = staged(termlint)
    assert answer.words() == [("één nota.md", "hoogopgeleide")]
    assert answer.code == 1


def test_of_a_legacy_word_file_only_the_added_sentence_is_reported(
    sandbox: Sandbox, termlint: Termlint
) -> None:
    word(sandbox.top / "2019.docx", *LEGACY)
    sandbox.commit()
    word(sandbox.top / "2019.docx", *LEGACY[:17], SCHOOL, *LEGACY[17:])
    sandbox.git("add", "-A")
    answer = staged(termlint)
    assert answer.words() == [("2019.docx", "hoger onderwijs")]
    assert len(answer.words("known")) == 30
    assert answer.code == 1


@pytest.mark.parametrize(
    ("edited", "new"),
    [
        pytest.param(text("Vooraf.", *LEGACY[::-1]), 0, id="paragraphs moved"),
        pytest.param(
            text(LEGACY[0].replace("volgens de gemeente", "volgens ons"), *LEGACY[1:]), 0, id="edited beside"
        ),
        pytest.param(text(*LEGACY, LEGACY[3]), 1, id="a copy added"),
        pytest.param(text(*LEGACY[5:]), 0, id="some removed"),
    ],
)
def test_where_it_stands_does_not_matter_but_how_often_does(
    sandbox: Sandbox, termlint: Termlint, edited: str, new: int
) -> None:
    sandbox.commit(nota__md=text(*LEGACY))
    sandbox.write("nota.md", edited)
    sandbox.git("add", "-A")
    answer = staged(termlint)
    assert len(answer.words()) == new
    assert answer.code == (1 if new else 0)


def test_what_is_gone_is_fixed(sandbox: Sandbox, termlint: Termlint) -> None:
    sandbox.commit(nota__md=text(HIGH, SCHOOL))
    sandbox.write("nota.md", text(SCHOOL))
    sandbox.git("add", "-A")
    answer = staged(termlint)
    assert [f["text"] for f in answer.report["fixed"]] == ["hoogopgeleide"]
    assert answer.code == 0


def test_what_is_staged_is_checked_and_not_what_lies_on_disk(sandbox: Sandbox, termlint: Termlint) -> None:
    sandbox.commit(nota__md=text("Niets."))
    sandbox.write("nota.md", text(HIGH))
    sandbox.git("add", "-A")
    sandbox.write("nota.md", text(SCHOOL))
    assert staged(termlint).words() == [("nota.md", "hoogopgeleide")]
    assert termlint("check", "--since", "HEAD", "--format", "json").words() == [
        ("nota.md", "hoger onderwijs")
    ]


def test_a_document_deleted_from_disk_but_staged_is_checked(sandbox: Sandbox, termlint: Termlint) -> None:
    sandbox.write("nota.md", text(HIGH))
    sandbox.git("add", "-A")
    (sandbox.top / "nota.md").unlink()
    assert staged(termlint).words() == [("nota.md", "hoogopgeleide")]


def test_a_deleted_document_is_no_work(sandbox: Sandbox, termlint: Termlint) -> None:
    sandbox.commit(nota__md=text(HIGH))
    sandbox.git("rm", "-q", "nota.md")
    answer = staged(termlint)
    assert answer.report["documents"] == []
    assert answer.code == 0


def test_a_renamed_text_keeps_what_was_known(sandbox: Sandbox, termlint: Termlint) -> None:
    sandbox.commit(oud__md=text(*LEGACY))
    sandbox.git("mv", "oud.md", "nieuw.md")
    sandbox.write("nieuw.md", text(*LEGACY, SCHOOL))
    sandbox.git("add", "-A")
    assert staged(termlint).words() == [("nieuw.md", "hoger onderwijs")]


def test_a_renamed_and_edited_word_file_keeps_what_was_known(sandbox: Sandbox, termlint: Termlint) -> None:
    """To git it is another file: hardly a byte of the package is the same."""
    word(sandbox.top / "oud.docx", *LEGACY)
    sandbox.commit()
    (sandbox.top / "oud.docx").unlink()
    word(sandbox.top / "map" / "nieuw.docx", *LEGACY, SCHOOL)
    packed_otherwise(sandbox.top / "map" / "nieuw.docx")
    sandbox.git("add", "-A")
    assert "R" not in sandbox.git("diff", "--cached", "--name-status", "-M")
    assert staged(termlint).words() == [("map/nieuw.docx", "hoger onderwijs")]


def test_a_copied_document_is_known(sandbox: Sandbox, termlint: Termlint) -> None:
    sandbox.commit(a__md=text(*LEGACY))
    sandbox.write("kopie.md", text(*LEGACY, SCHOOL))
    sandbox.git("add", "-A")
    assert staged(termlint).words() == [("kopie.md", "hoger onderwijs")]


def test_in_a_merge_known_in_either_parent_is_known(sandbox: Sandbox, termlint: Termlint) -> None:
    sandbox.commit(nota__md=text("Begin.", "Midden.", "Eind."))
    sandbox.git("checkout", "-q", "-b", "ander")
    sandbox.commit(nota__md=text("Begin.", HIGH, "Eind."))
    sandbox.git("checkout", "-q", "main")
    sandbox.commit(nota__md=text("Begin.", SCHOOL, "Eind."))
    assert "CONFLICT" in sandbox.git("merge", "ander", check=False)
    sandbox.write("nota.md", text("Begin.", HIGH, SCHOOL, "Eind.", "Wij helpen laagopgeleiden."))
    sandbox.git("add", "-A")
    assert staged(termlint).words() == [("nota.md", "laagopgeleiden")]


def test_a_range_of_commits_is_what_pre_commit_asks_of_a_push(sandbox: Sandbox, termlint: Termlint) -> None:
    base = sandbox.commit(nota__md=text(HIGH))
    pushed = sandbox.commit(nota__md=text(HIGH, SCHOOL))
    sandbox.write("nota.md", text(HIGH, SCHOOL, "Wij helpen laagopgeleiden."))
    answer = staged(termlint, "nota.md", PRE_COMMIT_FROM_REF=base, PRE_COMMIT_TO_REF=pushed)
    assert answer.words() == [("nota.md", "hoger onderwijs")]


def test_named_files_that_are_not_staged_are_not_passed_silently(
    sandbox: Sandbox, termlint: Termlint
) -> None:
    sandbox.commit(nota__md=text(HIGH))
    answer = staged(termlint, "nota.md")
    assert answer.words() == [("nota.md", "hoogopgeleide")]
    assert answer.code == 1


def test_of_a_named_folder_only_what_is_staged_is_checked(sandbox: Sandbox, termlint: Termlint) -> None:
    sandbox.commit(map_s_oud__md=text(HIGH))
    sandbox.write("map/vers.md", text(SCHOOL))
    sandbox.git("add", "-A")
    sandbox.write("map/los.md", text(HIGH))
    assert staged(termlint, "map").words() == [("map/vers.md", "hoger onderwijs")]


def test_they_are_compared_with_the_baseline_if_there_is_one(sandbox: Sandbox, termlint: Termlint) -> None:
    sandbox.commit(nota__md=text(HIGH))
    assert termlint("baseline", "create").code == 0
    assert staged(termlint, "nota.md", "--baseline", "termlint-baseline.jsonl").code == 0


def test_since_compares_with_where_the_branch_left(sandbox: Sandbox, termlint: Termlint) -> None:
    sandbox.commit(nota__md=text(HIGH))
    sandbox.git("checkout", "-q", "-b", "tak")
    sandbox.commit(nota__md=text(HIGH, SCHOOL), gewoon__md=text("Niets."))
    sandbox.git("checkout", "-q", "main")
    sandbox.commit(nota__md=text("Alles is opgelost."))
    sandbox.git("checkout", "-q", "tak")
    answer = termlint("check", "--since", "main", "--format", "json")
    assert answer.words() == [("nota.md", "hoger onderwijs")]
    assert answer.words("known") == [("nota.md", "hoogopgeleide")]


def test_since_takes_untracked_documents_as_new_and_untouched_ones_as_known(
    sandbox: Sandbox, termlint: Termlint
) -> None:
    sandbox.commit(oud__md=text(HIGH))
    sandbox.write("vers.md", text(HIGH))
    answer = termlint("check", "--since", "HEAD", "--format", "json")
    assert answer.words() == [("vers.md", "hoogopgeleide")]
    assert answer.words("known") == [("oud.md", "hoogopgeleide")]


def test_it_works_from_a_folder_below_and_in_a_worktree(
    sandbox: Sandbox, termlint: Termlint, tmp_path: Path
) -> None:
    sandbox.commit(map_s_nota__md=text(HIGH), elders__md=text(SCHOOL))
    sandbox.git("worktree", "add", "-q", str(tmp_path / "tweede"), "-b", "tweede")
    second = Sandbox(tmp_path / "tweede", sandbox.home)
    second.write("map/nota.md", text(HIGH, SCHOOL))
    second.write("elders.md", text(SCHOOL, HIGH))
    second.git("add", "-A")
    answer = termlint("check", "--staged", "--format", "json", cwd=second.top / "map")
    assert answer.words() == [("nota.md", "hoger onderwijs")]


def test_a_submodule_is_compared_as_its_superproject_had_it(
    sandbox: Sandbox, termlint: Termlint, tmp_path: Path
) -> None:
    inner = Sandbox.at(tmp_path / "binnen")
    inner.commit(nota__md=text(HIGH))
    sandbox.git("submodule", "--quiet", "add", str(inner.top), "deel")
    sandbox.commit()
    Sandbox(sandbox.top / "deel", sandbox.home).commit(nota__md=text(HIGH, SCHOOL))
    answer = termlint("check", "--since", "HEAD", "--format", "json", "deel/nota.md")
    assert answer.words() == [("deel/nota.md", "hoger onderwijs")]


def test_an_unreadable_staged_document_fails_with_its_own_message(
    sandbox: Sandbox, termlint: Termlint
) -> None:
    sandbox.write("kapot.docx", b"PK\x03\x04 geen pakket")
    sandbox.git("add", "-A")
    answer = termlint("check", "--staged")
    assert answer.code == 2
    assert "kapot.docx" in answer.out


def test_an_older_version_that_cannot_be_read_is_told(sandbox: Sandbox, termlint: Termlint) -> None:
    sandbox.commit(nota__docx="dit is geen Word-bestand")
    word(sandbox.top / "nota.docx", HIGH)
    sandbox.git("add", "-A")
    answer = staged(termlint)
    assert answer.words() == [("nota.docx", "hoogopgeleide")]
    assert [n["code"] for n in answer.report["documents"][0]["notices"]] == ["git-old-version"]


def test_an_lfs_pointer_says_how_to_get_the_document(sandbox: Sandbox, termlint: Termlint) -> None:
    sandbox.write("nota.docx", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n")
    sandbox.git("add", "-A")
    answer = termlint("check", "--staged")
    assert answer.code == 2
    assert "git lfs pull" in " ".join(answer.out.split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("--since", "bestaat-niet"), "bestaat-niet", id="unknown revision"),
        pytest.param(("--since", "HEAD", "--staged"), "--since of --staged", id="both"),
        pytest.param(("--baseline", "weg.jsonl"), "termlint baseline create", id="no baseline"),
    ],
)
def test_what_cannot_be_compared_is_said_in_plain_words(
    sandbox: Sandbox, termlint: Termlint, arguments: tuple[str, ...], said: str
) -> None:
    sandbox.commit(nota__md=text(HIGH))
    answer = termlint("check", *arguments)
    assert answer.code == 2
    assert said in answer.err
    assert "Traceback" not in answer.err


def test_outside_git_it_says_so(termlint: Termlint, tmp_path: Path) -> None:
    (tmp_path / "los").mkdir()
    (tmp_path / "los" / "nota.md").write_text(text(HIGH))
    answer = termlint("check", "--staged", cwd=tmp_path / "los", GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert answer.code == 2
    assert "git-repository" in answer.err
