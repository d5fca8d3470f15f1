"""A highlight stands on its words and on nothing else, in every kind of page."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

from tests.writers.highlighted import DOCUMENTS, done, found, marked, text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from termlint.model import Box

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("data", DOCUMENTS.values(), ids=list(DOCUMENTS))
class TestEveryDocument:
    def test_all_findings_are_commented_and_the_file_stays_as_it_was(self, data: bytes) -> None:
        written = marked(data)
        assert len(written.records) >= 1
        assert done(written) == {"commented"}
        assert written.data.startswith(data)
        assert text_of(written.data) == text_of(data)

    def test_a_second_run_adds_nothing(self, data: bytes) -> None:
        once = marked(data).data
        again = marked(once)
        assert again.data == once
        assert done(again) == {"present"}

    def test_what_we_wrote_is_not_read(self, data: bytes) -> None:
        before = found(data)[1]
        for author in ("termlint", "Els de Vries"):
            after = found(marked(data, author=author).data)[1]
            assert [f.fingerprint for f in after] == [f.fingerprint for f in before]
            assert [f.location.boxes for f in after] == [f.location.boxes for f in before]

    def test_the_same_run_gives_the_same_bytes(self, data: bytes) -> None:
        assert marked(data).data == marked(data).data

    def test_the_colour_is_on_the_words_and_nowhere_else(self, data: bytes) -> None:
        """Rendered before and after: changes lie in the boxes, which are coloured; letters stay dark."""
        boxes = [box for finding in found(data)[1] for box in finding.location.boxes if box.page == 1]
        before, after = _picture(data), _picture(marked(data).data)
        assert before.size == after.size
        for box in boxes:
            assert _share(after, box, _is_marker) > 0.5, box
            assert _share(after, box, _is_dark) == pytest.approx(_share(before, box, _is_dark), abs=0.03)
        outside = after.copy()
        for box in boxes:
            outside.paste(before.crop(_pixels(box, 1)), _pixels(box, 1)[:2])
        assert outside.tobytes() == before.tobytes()

    def test_poppler_opens_it_and_reads_the_same(
        self, data: bytes, tmp_path: Path, needs: Callable[[str], str]
    ) -> None:
        tool = needs("pdftotext")
        texts = []
        for name, each in (("voor", data), ("na", marked(data).data)):
            (tmp_path / name).write_bytes(each)
            ran = subprocess.run([tool, tmp_path / name, "-"], capture_output=True, check=True)
            assert ran.stderr == b""
            texts.append(ran.stdout)
        assert texts[0] == texts[1]


SCALE = 2


def _picture(data: bytes) -> Any:
    return pypdfium2.PdfDocument(data)[0].render(scale=SCALE).to_pil().convert("RGB")


def _pixels(box: Box, more: int = 0) -> tuple[int, int, int, int]:
    """The pixels of a box, with `more` around it for its soft edge."""
    return (
        max(0, int(box.x0 * SCALE) - more),
        max(0, int(box.top * SCALE) - more),
        int(box.x1 * SCALE) + 1 + more,
        int(box.bottom * SCALE) + 1 + more,
    )


def _share(image: Any, box: Box, holds: Callable[[tuple[int, int, int]], bool]) -> float:
    part = image.crop(_pixels(box))
    data = part.tobytes()
    pixels = [tuple(data[at : at + 3]) for at in range(0, len(data), 3)]
    return sum(holds(pixel) for pixel in pixels) / len(pixels)  # type: ignore[arg-type]


def _is_marker(pixel: tuple[int, int, int]) -> bool:
    return pixel[0] > 240 and 200 < pixel[1] < 235 and pixel[2] < 120


def _is_dark(pixel: tuple[int, int, int]) -> bool:
    return max(pixel) < 100
