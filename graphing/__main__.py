"""``python -m graphing``."""

import sys

from graphing.cli import main

if __name__ == "__main__":
    sys.exit(main())
