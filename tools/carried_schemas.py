"""Keep the JSON Schemas of what travels between a commune and its federation: `resources/federation/*.schema.json`.

    python tools/carried_schemas.py update    rewrite them from the types in msp_desktop/domain/carried
    python tools/carried_schemas.py check     fail where they are out of step

A schema that was published is never changed but for what its version allows: optional fields added (docs/donnees-echangees.md).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from msp_desktop.domain.carried import data, reply
from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.carried.envelope import schema_of
from msp_desktop.domain.carried.reply import Reply

FOLDER = Path(__file__).parent.parent / "resources" / "federation"


def main(command: str) -> int:
    for path, content in schemas().items():
        if command == "update":
            path.parent.mkdir(exist_ok=True)
            path.write_text(content, encoding="utf-8")
        elif not path.is_file() or path.read_text(encoding="utf-8") != content:
            print(f"python tools/carried_schemas.py update: {path.name} is out of step", file=sys.stderr)
            return 1
    return 0


def schemas() -> dict[Path, str]:
    """Return each file and what it is to hold."""
    named = {f"donnees-{data.VERSION}": schema_of(CommuneData), f"reponse-{reply.VERSION}": schema_of(Reply)}
    return {
        FOLDER / f"{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in named.items()
    }


if __name__ == "__main__":
    if sys.argv[1:] not in (["update"], ["check"]):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
