"""Build the two example documents: `python examples/build.py [FOLDER]` (default: this folder).

Both belong to Waterdam, a municipality that does not exist. They hold words that termlint reports and
traps that it must leave alone; `tests/test_examples.py` says which. The same source gives the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from examples import policy_note, vacancy

BUILDERS = {"vacature.docx": vacancy.build, "beleidsnota.pdf": policy_note.build}


def main(folder: Path) -> None:
    """Write every example document into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, build in BUILDERS.items():
        (folder / name).write_bytes(build())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
