"""``python -m chrono`` is ``chrono``."""

import sys

from chrono.cli import main

sys.exit(main())
