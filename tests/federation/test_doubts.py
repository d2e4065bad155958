"""What somebody should look at: a code that is another commune's, wherever the receipt is read, a base in a synchronised folder."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from msp_desktop.domain.federated.files import ReadFile, Receipt, Verdict
from msp_desktop.federation.base.connect import connect
from msp_desktop.federation.base.take import take
from msp_desktop.federation.doubts import doubted, official_name, place_doubt
from msp_desktop.federation.received import receipts
from msp_desktop.places import Kind, Place
from tools.make_communes_data import of_commune

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("insee", "name", "doubt"),
    [("75056", "Marseille", "code 75056\u00a0: Paris, à vérifier"), ("23096", "Guéret", ""), ("", "", "")],
)
def test_a_receipt_says_what_is_to_be_checked(insee: str, name: str, doubt: str) -> None:
    receipt = Receipt(sha256="a", name="x.pdf", verdict=Verdict.TAKEN, insee=insee, commune=name, added_at=NOW)
    assert doubted(receipt).doubt == doubt
    assert official_name("75056") == "Paris"


def test_the_files_that_are_listed_say_it(tmp_path: Path) -> None:
    base = connect(tmp_path / "communes.db")
    take(base, [ReadFile(name="x.json", sha256="a" * 64, data=of_commune("75056", "Marseille"))], NOW, "anne")
    assert "Paris" in receipts(base)[0].doubt
    base.close()


def test_where_a_base_lies_is_said_by_the_service_s_name(tmp_path: Path) -> None:
    base = connect(tmp_path / "Dropbox" / "communes.db")
    assert base.place == Place(Kind.SYNCHRONISED, "Dropbox")
    base.close()
    assert place_doubt(base.place).startswith("La base est dans Dropbox\u00a0: ")
