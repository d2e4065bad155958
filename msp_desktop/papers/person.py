"""The file given to somebody who asks what is held of them: a page to read, and the same as data."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from msp_desktop.db.faults import explained
from msp_desktop.db.reader import Reader
from msp_desktop.domain.people import Person, plain_name
from msp_desktop.files import free_path, write_whole
from msp_desktop.formats.text import slug
from msp_desktop.paths import make_folder
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.person_file import person_data, person_sheet


def write_person(reader: Reader, person_id: int, folder: Path, now: datetime) -> tuple[Path, Path]:
    """Write all that the dossier holds of a person into a folder, as a PDF and as JSON; nothing there is written over.

    UserError where the folder cannot be written. It is noted nowhere: what is given to somebody is theirs.
    """
    from msp_desktop.documents.privacy import write_privacy_sheet

    with explained():
        make_folder(folder)
    name = slug(plain_name(reader.one(Person, person_id)))
    page = free_path(folder / f"{now.date().isoformat()}_donnees-personnelles_{name}.pdf")
    data = free_path(page.with_suffix(".json"))
    write_privacy_sheet(page, letterhead(reader), person_sheet(reader, person_id, now.date()), now)
    with explained():
        write_whole(data, json.dumps(person_data(reader, person_id), ensure_ascii=False, indent=2).encode())
    return page, data
