"""What a journey needs of the machine."""

from __future__ import annotations

import pytest

from tests.heard.session import PROGRAMS

journey = pytest.mark.needs(*PROGRAMS, "xdotool", "setxkbmap")
