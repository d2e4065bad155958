"""French as people read and type it: dates, numbers, names, typography, the one room where Babel is known.

`quick` holds the few dates that the first screen shows, without Babel; `dates` and `numbers` ask Babel, which they import
when first called. A test compares the two over every day of some years, in both languages.
"""

#: No-break spaces: as wide as a space, and narrow.
NBSP, NNBSP = "\u00a0", "\u202f"
