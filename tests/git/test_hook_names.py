"""Whatever pre-commit hands over is a path: a file whose name is an option gives no order."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.git.hooked import findings
from tests.git.test_new_only import HIGH, text

if TYPE_CHECKING:
    from tests.git.hooked import Hooked

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="names that Windows does not know"),
]

DOCUMENTS = [
    "--output=README.md",
    "--format=json=README.md",
    "-oREADME.md",
    "-o README.md",
    "--password=x.md",
    "-rf.md",
    "--config=kwaad.md",
    "--fail-on=never.md",
    "--select=niets.md",
    "--since=HEAD.md",
    "--baseline=b.md",
    "--stdin-filename=x.md",
    "--lang=en.md",
    "--help.md",
    "--.md",
    "-.md",
    "@lijst.md",
    "regel\neinde.md",
    "*.md",
    "?[a].md",
    "een twee.md",
    "$(touch ran).md",
]


def test_names_like_options_are_documents(hooked: Hooked) -> None:
    sandbox = hooked.sandbox
    sandbox.write("README.md", "Niets.\n")
    hooked.switch_on(args=["--fail-on", "info", "--show-info"])
    for name in DOCUMENTS:
        sandbox.write(name, text(HIGH))
    sandbox.git("add", "-A")
    done = hooked.commit()
    assert done.returncode == 1
    assert findings(done.stdout) == ["hoogopgeleide"] * len(DOCUMENTS), done.stdout
    assert "- exit code: 1" in done.stdout
    assert (sandbox.top / "README.md").read_text() == "Niets.\n"
    assert not (sandbox.top / "ran").exists()


@pytest.mark.parametrize("name", ["--fail-on=never", "--staged", "--help", "--version", "--", "-"])
def test_a_file_called_exactly_as_an_option_is_not_obeyed(hooked: Hooked, name: str) -> None:
    sandbox = hooked.sandbox
    hooked.switch_on(files=".*")
    sandbox.write(name, text(HIGH))
    sandbox.write("nota.md", text(HIGH))
    sandbox.git("add", "-A")
    done = hooked.commit()
    assert done.returncode == 1
    assert "- exit code: 2" in done.stdout  # no format that it reads: said, not passed over
    assert findings(done.stdout) == ["hoogopgeleide"]


def test_an_option_of_the_user_is_obeyed(hooked: Hooked) -> None:
    hooked.switch_on(args=["--fail-on=never"])
    hooked.sandbox.write("nota.md", text(HIGH))
    hooked.sandbox.git("add", "-A")
    assert hooked.commit().returncode == 0


def test_a_folder_called_as_an_option_of_the_user_stops_the_run(hooked: Hooked) -> None:
    hooked.switch_on(args=["--strict-scans"])
    hooked.sandbox.write("--strict-scans/nota.md", text("Niets."))
    hooked.sandbox.git("add", "-A")
    done = hooked.commit()
    assert done.returncode == 1
    assert "- exit code: 2" in done.stdout
    assert "./--strict-scans" in done.stdout
