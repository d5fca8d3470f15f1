"""`python -m termlint`."""

import sys
from pathlib import Path

if not sys.flags.safe_path and sys.path[0] != str(Path(__file__).parent.parent):
    del sys.path[0]  # the folder that we stand in: what lies there is to be read, and not to be run

from termlint.cli import main

if __name__ == "__main__":
    main()
