"""What leaves for programs is said before the message is, chosen there, and the document is made so."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from msp_desktop.domain.carried.data import NAME, CommuneData
from msp_desktop.domain.carried.envelope import decoded_data
from msp_desktop.domain.carried.leaves import Leaves
from msp_desktop.domain.inventory import Finding
from msp_desktop.domain.mail import Sending
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.people import Person
from msp_desktop.papers.export import Exported
from msp_desktop.services.inventory import write_finding
from msp_desktop.services.produced import produced
from msp_desktop.ui.papers.desk import Desk
from msp_desktop.ui.papers.leaving_data import LeavingData, leaving_words
from msp_desktop.ui.papers.send_dialog import SendDialog
from tests.conftest import TODAY
from tests.ui.papers.conftest import MailProgram


def opened(qtbot: QtBot, desk: Desk, key: str, meeting_id: int | None = None) -> SendDialog:
    box = SendDialog(desk, key, desk.context(meeting_id))
    qtbot.addWidget(box, before_close_func=forget)
    box.show()
    box._to.setText("contact@federation.invalid")
    return box


def forget(box: SendDialog) -> None:
    """Let it close without its question: the test is over, and so is its dossier."""
    box._letters = []
    box._changed.clear()


def sent(qtbot: QtBot, box: SendDialog, desk: Desk) -> CommuneData:
    box._prepare.click()
    qtbot.waitUntil(lambda: box._job is None, timeout=10_000)
    path = produced(desk.workspace.reader)[0].path
    return decoded_data(PdfReader(path).attachments[NAME][0])


def test_what_leaves_and_what_does_not_are_said_in_words() -> None:
    assert leaving_words(Leaves()).endswith("Ne partent pas\u00a0: le tableau croisé, les noms.")
    everything = leaving_words(Leaves(names=True, crossed=True))
    assert everything.endswith("les constats de l’état des lieux, le tableau croisé, les noms.")


def test_a_paper_that_carries_nothing_says_nothing(qtbot: QtBot, desk: Desk, meeting: Meeting) -> None:
    assert opened(qtbot, desk, "agenda", meeting.id)._data.isHidden()


def test_the_document_is_made_as_was_ticked_and_the_next_one_too_but_for_names(
    qtbot: QtBot, desk: Desk, mail_program: MailProgram
) -> None:
    box = opened(qtbot, desk, "timeline")
    data = box._data
    assert data.isVisible()
    assert not data._names.isVisible()
    data._choose.click()
    assert data._names.isVisible()
    assert data._read.text()
    assert "aucun nom" in box._names.text()
    data._names._box.click()
    data._findings._box.click()
    assert data.leaves() == Leaves(names=True, findings=False)
    assert box._names.text().startswith("Des noms de professionnels sortent de la commune")
    told = sent(qtbot, box, desk)
    assert told.people
    assert told.findings == ()
    (noted,) = desk.workspace.reader.all(Sending)
    assert noted.named_people
    again = opened(qtbot, desk, "timeline")._data.leaves()
    assert again == Leaves(findings=False), "names leave once: the next time they are ticked again"


def test_by_default_no_name_leaves(qtbot: QtBot, desk: Desk, mail_program: MailProgram) -> None:
    told = sent(qtbot, opened(qtbot, desk, "timeline"), desk)
    assert (told.people, told.crossed) == ((), ())
    assert told.findings


def test_a_finding_that_names_somebody_is_told_while_it_stays(qtbot: QtBot, desk: Desk) -> None:
    reader = desk.workspace.reader
    person = next(row for row in reader.all(Person) if row.first_name and row.last_name)
    named = f"{person.first_name} {person.last_name} part en juin."
    write_finding(desk.workspace.store, reader.all(Finding)[0].id, named, TODAY)
    box = LeavingData(reader, Leaves())
    qtbot.addWidget(box)
    box.show()
    assert person.last_name in box._kept.text()
    assert box._kept.isVisible()
    box._names._box.click()
    assert not box._kept.isVisible()


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_a_file_written_before_is_told_as_it_is(qtbot: QtBot, desk: Desk, tmp_path: Path, suffix: str) -> None:

    given = Exported(tmp_path / f"a{suffix}", "referent", "Fiche", 0, 0)
    context = replace(desk.context(), leaves=Leaves(findings=False))
    box = SendDialog(desk, "referent", context, given=given)
    qtbot.addWidget(box, before_close_func=forget)
    box.show()
    assert box._data.isVisible() is (suffix == ".pdf")
    assert not box._data._choose.isVisible()
    assert box._data.leaves() == Leaves(findings=False)
