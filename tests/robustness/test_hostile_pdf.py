"""PDFs that mean harm cost themselves alone, also where PDFium itself crashes or fills the memory."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.builders import hostile_pdf as h
from tests.robustness.together import SOUND, Together, check_together, quoted

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

READ = {
    "actions.pdf": h.pdf_of({1: h.ACTIONS}),
    "page-above-itself.pdf": h.pdf_of(h.CIRCLES["page-above-itself"]),
    "outline-next-itself.pdf": h.pdf_of(h.CIRCLES["outline-next-itself"]),
    "outline-in-itself.pdf": h.pdf_of(h.CIRCLES["outline-in-itself"]),
    "names-in-themselves.pdf": h.pdf_of(h.CIRCLES["names-in-themselves"]),
    "fields-in-themselves.pdf": h.pdf_of(h.CIRCLES["fields-in-themselves"]),
    "length-of-itself.pdf": h.pdf_of(h.CIRCLES["length-of-itself"]),
    "two-thousand-million-pages.pdf": h.pdf_of({2: "<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>"}),
    "endless-page.pdf": h.pdf_of({3: h.page("[-1e30 -1e30 1e30 1e30]")}),
    "deep-array.pdf": h.pdf_of({1: h.catalog("/X 10 0 R"), 10: "[" * 200_000 + "]" * 200_000}),
    "deep-dictionary.pdf": h.pdf_of({1: h.catalog("/X 10 0 R"), 10: "<</A " * 99_999 + ">>" * 99_999}),
    "previous-is-itself.pdf": h.pdf_of({}).replace(b"/Root 1 0 R", b"/Prev 9 /Root 1 0 R"),
    "thirty-thousand-headings.pdf": h.many_bookmarks(30_000),
}
"""What is read as if nothing were amiss."""

NOT_READ: dict[str, tuple[bytes, set[str], set[str]]] = {
    "pages-in-themselves.pdf": (h.pdf_of(h.CIRCLES["pages-in-themselves"]), {"partial"}, {"page-damaged"}),
    "pages-in-each-other.pdf": (h.pdf_of(h.CIRCLES["pages-in-each-other"]), {"partial"}, {"page-damaged"}),
    "pages-very-deep.pdf": (h.deep_page_tree(5_000), {"partial"}, {"page-damaged"}),
    "labels-in-themselves.pdf": (
        h.pdf_of(h.CIRCLES["labels-in-themselves"]),
        {"failed"},
        {"worker-died"},
    ),
    "form-in-itself.pdf": (
        h.pdf_of(h.CIRCLES["form-in-itself"]),
        {"failed"},
        {"memory-limit", "time-limit", "worker-died"},
    ),
    "gigabyte.pdf": (h.deflated_bomb(1_000), {"failed"}, {"memory-limit"}),
    "many-pages.pdf": (h.same_page(3_000), {"partial"}, {"pages-limit"}),
    "half.pdf": (h.pdf_of({})[:300], {"failed"}, {"pdf-damaged"}),
    "head.pdf": (b"%PDF-1.7\n", {"failed"}, {"pdf-damaged"}),
}
"""By name: the document, what its status may be, and the codes of which one says why.

The first two crash or fill the memory inside PDFium; a PDFium that has learnt better may read them.
"""


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> Together:
    hostile = READ | {name: each[0] for name, each in NOT_READ.items()}
    return check_together(tmp_path_factory.mktemp("pdf"), hostile, "time: 20, memory: 400, pages: 1000")


@pytest.mark.parametrize("name", READ)
def test_what_is_only_odd_is_read(name: str, together: Together) -> None:
    status, _, found = together.outcome(name)
    assert (status, found) == ("checked", 1)


@pytest.mark.parametrize("name", NOT_READ)
def test_what_is_not_read_says_so(name: str, together: Together) -> None:
    _, statuses, allowed = NOT_READ[name]
    status, codes, _ = together.outcome(name)
    assert status in statuses
    assert allowed & set(codes)
    for notice in together.documents[name]["notices"]:
        assert notice["message"] in quoted(notice)


def test_of_too_many_pages_the_first_are_read(together: Together) -> None:
    assert together.found["many-pages.pdf"] == 1_000
    assert together.documents["many-pages.pdf"]["pages"] == 3_000


@pytest.mark.parametrize("name", SOUND)
def test_the_others_are_checked(name: str, together: Together) -> None:
    assert together.outcome(name) == ("checked", [], 1)


def test_the_run_says_that_not_all_was_done(together: Together) -> None:
    assert together.code == 2
    assert together.said == ""


@pytest.mark.parametrize(
    ("bodies", "codes"),
    [
        pytest.param(h.CIRCLES["labels-in-themselves"], {"worker-died"}, id="a crash"),
        pytest.param(h.CIRCLES["form-in-itself"], {"memory-limit", "time-limit", "worker-died"}, id="memory"),
    ],
)
def test_alone_it_does_not_take_the_program_along(
    bodies: dict[int, str | bytes], codes: set[str], tmp_path: Path
) -> None:
    together = check_together(tmp_path, {"a.pdf": h.pdf_of(bodies)}, "time: 20, memory: 400", alone=True)
    status, found, _ = together.outcome("a.pdf")
    assert (status, together.code, together.said) == ("failed", 2, "")
    assert codes & set(found)


def test_nothing_in_a_pdf_is_carried_out(root: Path) -> None:
    """No program, page or script that its actions name: the reader ends the process at the first attempt."""
    program = (
        "import sys, os\n"
        "from tests.builders import hostile_pdf as h\n"
        "from termlint.readers import READERS, ReadOptions\n"
        "READERS['.pdf'](h.pdf_of({}), bool, ReadOptions())\n"
        "forbidden = ('subprocess', 'os.exec', 'os.system', 'os.posix_spawn', 'socket', 'os.fork', 'open')\n"
        "sys.addaudithook(lambda event, _: event.startswith(forbidden) and os._exit(97))\n"
        "document = READERS['.pdf'](h.pdf_of({1: h.ACTIONS}), bool, ReadOptions())\n"
        "sys.exit(0 if h.USE in document.text else 3)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=root, check=False).returncode == 0
