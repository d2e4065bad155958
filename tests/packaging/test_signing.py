"""Every program that nobody signed bears a signature, with a key in a file, in a token, or at a service."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pip
import pytest
from winbuild import names
from winbuild.installers import build_msi, build_setup
from winbuild.signing import Certificate, Service, Signer, Token, is_signed, sign, sign_stage
from winbuild.steps import BuildError

#: Small Windows programs that every virtual environment has.
PROGRAMS = Path(pip.__file__).parent / "_vendor" / "distlib"
SOFTHSM = "/usr/lib/softhsm/libsofthsm2.so"


@pytest.fixture
def stage(tmp_path: Path) -> Path:
    """A stage of three programs that nobody signed, and a text."""
    folder = tmp_path / "stage"
    (folder / "lib").mkdir(parents=True)
    for source, name in (("t64.exe", "Santé.exe"), ("w64.exe", "lib/a.pyd"), ("t32.exe", "lib/b.DLL")):
        shutil.copy2(PROGRAMS / source, folder / name)
    (folder / "lib" / "notes.txt").write_text("not a program", "utf-8")
    return folder


def _key(folder: Path) -> tuple[Path, Path]:
    """Make a key of ours and its certificate."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Essai"]
    words += ["-addext", "extendedKeyUsage=codeSigning", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(words, check=True, capture_output=True)
    return key, certificate


def _pfx(folder: Path) -> tuple[Certificate, Path]:
    key, certificate = _key(folder)
    pfx, password = folder / "key.pfx", folder / "password"
    password.write_text("un mot", "ascii")
    words = ["openssl", "pkcs12", "-export", "-inkey", str(key), "-in", str(certificate), "-out", str(pfx)]
    subprocess.run([*words, "-passout", f"file:{password}"], check=True, capture_output=True)
    return Certificate(pfx, password), certificate


def _verified(path: Path, certificate: Path) -> bool:
    words = ["osslsigncode", "verify", "-CAfile", str(certificate), "-in", str(path)]
    return (
        "Signature verification: ok" in subprocess.run(words, capture_output=True, encoding="utf-8", check=False).stdout
    )


def _all_signed(stage: Path, signer: Signer, certificate: Path) -> None:
    programs = [path for path in stage.rglob("*") if path.suffix != ".txt" and path.is_file()]
    assert not any(is_signed(path) for path in programs)
    assert sorted(sign_stage(stage, signer)) == sorted(programs)
    assert all(is_signed(path) and _verified(path, certificate) for path in programs)
    before = {path: path.read_bytes() for path in stage.rglob("*") if path.is_file()}
    assert sign_stage(stage, signer) == []
    assert {path: path.read_bytes() for path in stage.rglob("*") if path.is_file()} == before


@pytest.mark.needs("openssl", "osslsigncode")
def test_with_a_key_in_a_file_every_program_bears_a_signature_and_what_is_signed_is_left(
    stage: Path, tmp_path: Path
) -> None:
    _all_signed(stage, *_pfx(tmp_path))


@pytest.mark.needs("openssl", "osslsigncode", "softhsm2-util")
def test_with_a_key_that_never_leaves_its_token_every_program_bears_a_signature(
    stage: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, certificate = _key(tmp_path)
    (tmp_path / "tokens").mkdir()
    settings = tmp_path / "softhsm.conf"
    settings.write_text(f"directories.tokendir = {tmp_path / 'tokens'}\nobjectstore.backend = file\n", "utf-8")
    monkeypatch.setenv("SOFTHSM2_CONF", str(settings))
    pin = tmp_path / "pin"
    pin.write_text("1234", "ascii")
    made = ["--init-token", "--free", "--label", "essai", "--so-pin", "1234", "--pin", "1234"]
    kept = ["--import", str(key), "--token", "essai", "--label", "cle", "--id", "01", "--pin", "1234"]
    for words in (made, kept):
        subprocess.run(["softhsm2-util", *words], check=True, capture_output=True)
    key.unlink()
    token = Token(Path(SOFTHSM), "pkcs11:token=essai;object=cle", certificate, password_file=pin)
    _all_signed(stage, token, certificate)


@pytest.mark.needs("openssl", "osslsigncode", "sh")
def test_with_a_service_s_command_every_program_bears_a_signature(stage: Path, tmp_path: Path) -> None:
    """The client of a service signs in place: here a script of ours, under a name with a space."""
    signer, certificate = _pfx(tmp_path)
    client = tmp_path / "signing client.sh"
    command = " ".join(f'"{word}"' for word in signer.command("$1", "$1.new"))
    client.write_text(f'#!/bin/sh\nset -e\n{command}\nmv "$1.new" "$1"\n', "utf-8")
    client.chmod(0o755)
    _all_signed(stage, Service(f"'{client}' {{file}}"), certificate)


@pytest.mark.needs("sh")
def test_a_command_that_signs_nothing_stops_the_build(stage: Path) -> None:
    with pytest.raises(BuildError, match="bears no signature"):
        sign_stage(stage, Service("true {file}"))
    with pytest.raises(BuildError, match=r"\{file\}"):
        Service("sign it").command("a.exe", "b.exe")


def test_without_a_key_nothing_is_touched(stage: Path) -> None:
    before = {path.name: path.read_bytes() for path in stage.rglob("*") if path.is_file()}
    assert sign_stage(stage, None) == []
    sign(stage / "Santé.exe", None)
    assert {path.name: path.read_bytes() for path in stage.rglob("*") if path.is_file()} == before


def test_a_time_stamp_is_asked_for_where_one_is_given_and_no_key_stands_in_the_command(tmp_path: Path) -> None:
    plain = Certificate(tmp_path / "editeur.pfx").command("a.exe", "b.exe")
    assert "-ts" not in plain
    assert "-readpass" not in plain
    full = Certificate(tmp_path / "editeur.pfx", tmp_path / "mot", "http://horodatage.example").command(
        "a.exe", "b.exe"
    )
    assert full[full.index("-ts") + 1] == "http://horodatage.example"
    assert full[-4:] == ["-in", "a.exe", "-out", "b.exe"]
    token = Token(
        Path("/lib/token.so"), "pkcs11:object=a", tmp_path / "c.pem", Path("/lib/engine.so"), tmp_path / "pin"
    )
    words = token.command("a.exe", "b.exe")
    assert words[words.index("-pkcs11engine") + 1] == "/lib/engine.so"
    assert words[words.index("-readpass") + 1] == os.fspath(tmp_path / "pin")


@pytest.mark.needs("openssl", "osslsigncode", "makensis", "wixl", "msibuild", "msiinfo", "sh", "cp", "mv", "rm")
def test_the_setup_its_uninstaller_and_the_msi_are_signed_too(tmp_path: Path) -> None:
    """By a service here, whose client notes what it was given: the uninstaller is packed in the setup."""
    work, out = tmp_path / "work", tmp_path / "out"
    for name in ("lib", "runtime", "licences"):
        (work / "stage" / name).mkdir(parents=True)
        (work / "stage" / name / "a.txt").write_text("a", "utf-8")
    out.mkdir()
    for name in (names.EXE, names.CONSOLE_EXE):
        shutil.copy2(PROGRAMS / "t64.exe", work / "stage" / name)
    signer, certificate = _pfx(tmp_path)
    command = " ".join(f'"{word}"' for word in signer.command("$1", "$1.new"))
    client, noted = tmp_path / "client.sh", tmp_path / "noted"
    client.write_text(f'#!/bin/sh\nset -e\n{command}\nmv "$1.new" "$1"\necho "$1" >> "{noted}"\n', "utf-8")
    client.chmod(0o755)
    service = Service(f"'{client}' {{file}}")
    setup = build_setup(work / "stage", work, out, "1.2.3", service, fast=True)
    package = build_msi(work / "stage", work, out, "1.2.3", service)
    assert _verified(setup, certificate)
    assert _verified(package, certificate)
    uninstaller, last, first = noted.read_text("utf-8").splitlines()
    assert Path(uninstaller).suffix == ".exe"
    assert Path(uninstaller).parent not in (out, work)
    assert (Path(last).name, Path(first).name) == (
        "Sante100jours-1.2.3-setup.signed.exe",
        "Sante100jours-1.2.3.signed.msi",
    )
