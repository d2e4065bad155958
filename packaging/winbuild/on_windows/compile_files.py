"""Compile the files of a list; run by the bundled interpreter, which has only its standard library."""

import json
import os
import py_compile
import sys

with open(sys.argv[1], encoding="utf-8") as listing:
    jobs = json.load(listing)
for source, target, name in jobs:
    os.makedirs(os.path.dirname(target), exist_ok=True)
    py_compile.compile(
        source, target, name, doraise=True, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH
    )
print(len(jobs))
