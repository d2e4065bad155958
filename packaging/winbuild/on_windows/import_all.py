"""Import every name of a list and print those that are missing; run by the staged interpreter."""

import importlib
import json
import sys

with open(sys.argv[1], encoding="utf-8") as listing:
    names = json.load(listing)
missing = []
for name in names:
    module, _colon, member = name.partition(":")
    try:
        found = importlib.import_module(module)
        if member and member != "*" and not hasattr(found, member):
            importlib.import_module(f"{module}.{member}")
    except ImportError as error:
        missing.append(f"{name}: {error}")
print("\n".join(missing))
sys.exit(1 if missing else 0)
