"""Everything of Babel that we ask for, loaded ahead of the first call: imported in the background."""

from __future__ import annotations

import babel.dates
import babel.lists
import babel.numbers  # noqa: F401 - the import is the point

from msp_desktop.formats.dates import month_name
from msp_desktop.i18n import language

month_name(1)
month_name(1, language())
