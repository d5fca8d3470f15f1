"""Coverage-guided fuzzing of one reader: `python -m tests.fuzz.atheris_readers docx -max_total_time=300`.

Atheris (libFuzzer for Python) is no dependency of ours: install it in an environment of its own, beside
termlint and its test group. What follows the reader's name goes to libFuzzer. The corpus begins with the
seeds of our builders, and grows in a folder of the system's temporary files unless another one is named.
Word files are fuzzed as packages and, since a coverage-guided fuzzer hardly ever makes a sound zip, as the
XML of their running text (`docx-xml`).
"""

from __future__ import annotations

import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import atheris  # type: ignore[import-not-found]

with atheris.instrument_imports(include=["termlint"]):
    for module in ("csv", "docx", "html", "markdown", "pdf", "quarto", "script", "text"):
        import_module(f"termlint.readers.{module}")
    from termlint.errors import ReadError
    from termlint.matching.location import locate
    from termlint.readers import READERS, ReadOptions

from tests.fuzz.damage_docx import packed, unpacked
from tests.fuzz.seeds import built

if TYPE_CHECKING:
    from collections.abc import Callable

MAIN = "word/document.xml"
XML = "docx-xml"
NAMES = (*sorted(suffix.lstrip(".") for suffix in READERS), XML)


def main(arguments: list[str]) -> None:
    """Fuzz the reader that the first argument names; the others are libFuzzer's."""
    if not arguments or arguments[0] not in NAMES:
        sys.exit(f"Name a reader: {', '.join(NAMES)}")
    name, *options = arguments
    folder = corpus(name)
    atheris.Setup([sys.argv[0], *options, *([] if _names_a_folder(options) else [str(folder)])], target(name))
    atheris.Fuzz()


def _names_a_folder(options: list[str]) -> bool:
    return any(not option.startswith("-") for option in options)


def corpus(name: str) -> Path:
    """A folder with the seeds of this reader."""
    folder = Path(tempfile.gettempdir()) / f"termlint-fuzz-{name}"
    folder.mkdir(exist_ok=True)
    suffix = ".docx" if name == XML else f".{name}"
    for seed in built():
        if seed.suffix == suffix:
            data = unpacked(seed.data)[MAIN] if name == XML else seed.data
            (folder / seed.name).write_bytes(data)
    return folder


def target(name: str) -> Callable[[bytes], None]:
    """What is called with each input: anything but ReadError is a find, as is a block with a wrong origin."""
    package = unpacked(next(seed.data for seed in built() if seed.name == "noten.docx"))
    reader = READERS[".docx" if name == XML else f".{name}"]

    def one(data: bytes) -> None:
        try:
            document = reader(
                packed({**package, MAIN: data}) if name == XML else data, lambda text: True, ReadOptions()
            )
        except ReadError:
            return
        for block in document.blocks:
            assert all(0 <= piece.start < piece.end <= len(block.text) for piece in block.pieces)
            locate(document, block, 0, len(block.text))

    return one


if __name__ == "__main__":
    main(sys.argv[1:])
