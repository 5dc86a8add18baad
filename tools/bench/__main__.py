"""`python tools/bench`: put the checkout on the path, then start."""

import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[2])

from tools.bench.command import main  # noqa: E402 -- the path comes first

sys.exit(main(sys.argv[1:]))
