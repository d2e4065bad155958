"""A protected copy opens with its password only, keeps its tags, and no longer says that it is an archive."""

from __future__ import annotations

import errno
import io
import subprocess
from pathlib import Path

import pytest
from pypdf import PasswordType, PdfReader

from msp_desktop.documents.protected import protected
from msp_desktop.errors import UserError
from msp_desktop.papers.export import export, is_protected
from msp_desktop.papers.paper import Context
from msp_desktop.papers.produce import produce, produce_once
from tests.conftest import NOW, TODAY
from tests.dossiers import open_sample

PASSWORD = "médecins-tilleul-17"
CONTEXT = Context(TODAY, NOW)
KEY = "inventory-names"


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The list of professionals of the sample, as it is without a password."""
    folder = tmp_path_factory.mktemp("clair")
    store = open_sample(folder)
    path = export(store.reader, KEY, folder, CONTEXT).path
    store.connection.close()
    return path.read_bytes()


@pytest.fixture
def locked(plain: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "protege.pdf"
    path.write_bytes(protected(plain, PASSWORD))
    return path


def name_in(plain: bytes) -> str:
    """Return a line of the document that names somebody."""
    text = PdfReader(io.BytesIO(plain)).pages[0].extract_text()
    return next(word for word in text.split() if word.istitle() and len(word) > 6)


def test_it_is_encrypted_with_aes_256_of_the_sixth_revision(locked: Path) -> None:
    entry = PdfReader(locked).trailer["/Encrypt"]
    assert (entry["/V"], entry["/R"], entry["/Length"]) == (5, 6, 256)
    assert entry["/CF"]["/StdCF"]["/CFM"] == "/AESV3"
    assert (entry["/StmF"], entry["/StrF"]) == ("/StdCF", "/StdCF")


def test_it_opens_with_its_password_only(locked: Path, plain: bytes) -> None:
    for wrong in ("", "medecins-tilleul-17", "Médecins-tilleul-17"):
        assert PdfReader(locked).decrypt(wrong) is PasswordType.NOT_DECRYPTED
    reader = PdfReader(locked, password=PASSWORD)
    before = PdfReader(io.BytesIO(plain))
    assert [page.extract_text() for page in reader.pages] == [page.extract_text() for page in before.pages]


def test_nothing_of_it_can_be_read_in_the_file(locked: Path, plain: bytes) -> None:
    content = locked.read_bytes()
    assert b"Saint-Exemple".hex() not in content.hex()
    assert "Saint-Exemple".encode("utf-16-be") not in content
    assert b"<pdfuaid" not in content
    assert PdfReader(io.BytesIO(plain)).metadata


def test_it_may_be_printed_copied_and_read_aloud(locked: Path) -> None:
    allowed = PdfReader(locked, password=PASSWORD).user_access_permissions
    assert allowed is not None
    assert {"EXTRACT", "EXTRACT_TEXT_AND_GRAPHICS", "PRINT", "PRINT_TO_REPRESENTATION"} <= {
        flag.name for flag in type(allowed) if flag in allowed
    }


def test_its_tags_stay_and_it_is_no_archive(locked: Path, plain: bytes) -> None:
    reader, before = PdfReader(locked, password=PASSWORD), PdfReader(io.BytesIO(plain))
    root = reader.root_object
    for name in ("/StructTreeRoot", "/MarkInfo", "/Lang", "/ViewerPreferences"):
        assert name in root
    assert (
        root["/StructTreeRoot"]["/K"].get_object()["/S"]
        == before.root_object["/StructTreeRoot"]["/K"].get_object()["/S"]
    )
    assert "/OutputIntents" not in root
    said = root["/Metadata"].get_object().get_data()
    assert b"pdfuaid:part>1<" in said
    assert b"pdfaid:part" not in said
    assert b"pdfaid:part>3<" in before.root_object["/Metadata"].get_object().get_data()
    assert reader.metadata == before.metadata | {"/Producer": reader.metadata["/Producer"]}


def test_it_is_noted_under_its_own_name_and_not_taken_for_the_plain_one(tmp_path: Path) -> None:
    store = open_sample(tmp_path)
    folder = tmp_path / "papiers"
    first = produce(store, KEY, folder, CONTEXT, password=PASSWORD)
    assert first.path.name.endswith("_protege.pdf")
    assert is_protected(first.path)
    assert first.title.endswith("(copie protégée)")
    again = produce(store, KEY, folder, CONTEXT, password=PASSWORD)
    assert again.path.name.endswith("_protege_2.pdf")
    assert is_protected(again.path)
    usual = produce_once(store, KEY, folder, CONTEXT)
    assert not is_protected(usual.path)
    assert not PdfReader(usual.path).is_encrypted
    assert PASSWORD.encode() not in Path(store.path).read_bytes()
    store.connection.close()


def test_only_the_encrypted_bytes_reach_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_sample(tmp_path)
    written: list[bytes] = []

    def refuse(_path: Path, content: bytes, **_named: object) -> None:
        written.append(content)
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr("msp_desktop.documents.build.write_whole", refuse)
    with pytest.raises(UserError):
        export(store.reader, KEY, tmp_path / "papiers", CONTEXT, password=PASSWORD)
    assert len(written) == 1
    assert PdfReader(io.BytesIO(written[0])).is_encrypted
    store.connection.close()


@pytest.mark.needs("pdftotext")
def test_another_reader_opens_it_with_the_password_and_not_without(locked: Path, plain: bytes) -> None:
    def text(password: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["pdftotext", "-upw", password, str(locked), "-"], capture_output=True, encoding="utf-8", check=False
        )

    assert text("faux").returncode != 0
    opened = text(PASSWORD)
    assert opened.returncode == 0, opened.stderr
    assert name_in(plain) in opened.stdout
