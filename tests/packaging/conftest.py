"""Let these tests import what builds the Windows installers."""

from __future__ import annotations

import sys
from pathlib import Path

# Last: its scripts must not hide a library of the same name.
sys.path.append(str(Path(__file__).parents[2] / "packaging"))
