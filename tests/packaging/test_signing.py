"""Every program that nobody signed bears a signature, with a key in a file, in a token, or at a service."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import time
from functools import partial
from pathlib import Path

import pip
import pytest
from winbuild import names, signing
from winbuild.installers import build_msi, build_setup
from winbuild.signing import Certificate, Service, Signer, Token, is_signed, sign, sign_stage, signer_of
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


@pytest.mark.needs("sh", "cp", "rm", "sleep")
@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("true {file}", "bears no signature"),
        ("rm {file}", "bears no signature"),
        ("sh -c 'echo no program > \"$0\"' {file}", "not a program that Windows reads"),
        ("sh -c 'exit 3' {file}", "failed with code 3"),
        ("sh -c 'exec sleep 60' {file}", "had not ended after 1 seconds"),
        ("sh -c 'sleep 60 & wait' {file}", "had not ended after 1 seconds"),
    ],
)
def test_a_command_that_fails_hangs_or_writes_nothing_stops_and_leaves_the_file_as_it_was(
    stage: Path, monkeypatch: pytest.MonkeyPatch, command: str, said: str
) -> None:
    monkeypatch.setattr(signing, "PATIENCE", 1.0)
    before = {path: path.read_bytes() for path in stage.rglob("*") if path.is_file()}
    begun = time.monotonic()
    with pytest.raises(BuildError, match=said):
        sign(stage / "Santé.exe", Service(command))
    assert time.monotonic() - begun < 30
    assert {path: path.read_bytes() for path in stage.rglob("*") if path.is_file()} == before


@pytest.mark.needs("openssl", "osslsigncode")
@pytest.mark.parametrize(("begins", "ends"), [("2020-01-01", "2021-01-01"), ("2090-01-01", "2091-01-01")])
def test_a_certificate_that_does_not_hold_today_is_refused(stage: Path, tmp_path: Path, begins: str, ends: str) -> None:
    """Tools sign with it and say all is well; Windows then says that nobody known made the program."""
    key, asked, certificate = (tmp_path / name for name in ("key.pem", "asked.pem", "certificate.pem"))
    words = [
        "req",
        "-new",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-subj",
        "/CN=Essai",
        "-keyout",
        str(key),
        "-out",
        str(asked),
    ]
    subprocess.run(["openssl", *words], check=True, capture_output=True)
    (tmp_path / "index").touch()
    (tmp_path / "number").write_text("01\n", "ascii")
    (tmp_path / "ca").write_text(
        f"[ca]\ndefault_ca = a\n[a]\ndatabase = {tmp_path}/index\nserial = {tmp_path}/number\nnew_certs_dir = {tmp_path}\n"
        "default_md = sha256\npolicy = p\n[p]\ncommonName = supplied\n",
        "utf-8",
    )
    days = [f"{day.replace('-', '')}000000Z" for day in (begins, ends)]
    words = ["ca", "-batch", "-config", str(tmp_path / "ca"), "-selfsign", "-keyfile", str(key), "-in", str(asked)]
    words += ["-out", str(certificate), "-startdate", days[0], "-enddate", days[1]]
    subprocess.run(["openssl", *words], check=True, capture_output=True)
    pfx, password = tmp_path / "key.pfx", tmp_path / "password"
    password.write_text("un mot", "ascii")
    words = ["pkcs12", "-export", "-inkey", str(key), "-in", str(certificate), "-out", str(pfx)]
    subprocess.run(["openssl", *words, "-passout", f"file:{password}"], check=True, capture_output=True)
    before = (stage / "Santé.exe").read_bytes()
    with pytest.raises(BuildError, match=f"holds from {begins} to {ends}"):
        sign(stage / "Santé.exe", Certificate(pfx, password))
    assert (stage / "Santé.exe").read_bytes() == before


@pytest.mark.needs("openssl", "osslsigncode", "sh", "cp")
def test_a_signature_that_is_another_file_s_is_refused(stage: Path, tmp_path: Path) -> None:
    signer, _certificate = _pfx(tmp_path)
    sign(stage / "Santé.exe", signer)
    content = bytearray((stage / "Santé.exe").read_bytes())
    content[0x600] ^= 1
    (tmp_path / "other.exe").write_bytes(content)
    with pytest.raises(BuildError, match="another file's"):
        sign(stage / "lib" / "a.pyd", Service(f"cp '{tmp_path / 'other.exe'}' {{file}}"))


@pytest.mark.needs("sh", "cp")
def test_a_service_s_secret_is_not_told_where_its_command_fails(stage: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(BuildError) as stopped:
        sign(stage / "Santé.exe", Service("false --storepass s3cret {file}"))
    assert "s3cret" not in str(stopped.value)
    assert "Santé.exe" in str(stopped.value)
    assert "s3cret" not in "".join(capfd.readouterr())


@pytest.mark.needs("sh", "cp", "cat")
@pytest.mark.parametrize(
    ("template", "got"),
    [
        ("client {file}", ["FILE"]),
        ("client --file={file} -q", ["--file=FILE", "-q"]),
        ("client '{file}'", ["FILE"]),
        ('client -n "a b" "-i{file}x"', ["-n", "a b", "-iFILEx"]),
        ("client '' {file} {file}", ["", "FILE", "FILE"]),
        ("client '$HOME' ';' {file}", ["$HOME", ";", "FILE"]),
    ],
)
def test_the_file_stands_wherever_the_client_wants_it(tmp_path: Path, template: str, got: list[str]) -> None:
    client = tmp_path / "le client.sh"
    client.write_text('#!/bin/sh\nfor word; do printf "%s\\n" "$word"; done\n', "utf-8")
    client.chmod(0o755)
    source, target = tmp_path / "a b.exe", tmp_path / "l'autre $HOME.exe"
    source.touch()
    words = Service(template.replace("client", f"'{client}'", 1)).command(str(source), str(target))
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == [word.replace("FILE", str(target)) for word in got]


@pytest.mark.parametrize("template", ["sign it", "sign 'a {file}", "", "{file}"])
def test_words_that_are_no_command_are_refused(template: str) -> None:
    with pytest.raises(BuildError, match="--sign-command"):
        Service(template).command("a.exe", "b.exe")


def _asked(**given: object) -> argparse.Namespace:
    every = ("", "_pkcs11", "_command", "_key", "_certificates", "_engine", "_password_file", "_timestamp")
    return argparse.Namespace(**{f"sign{name}": None for name in every} | {"out": Path("x")} | given)


def test_what_cannot_sign_is_refused_before_anything_is_built(tmp_path: Path) -> None:
    """An empty word is what a variable that is not set gives: a release would be given out unsigned."""
    file = tmp_path / "a"
    file.touch()
    for given, said in (
        ({"sign": Path()}, "--sign is empty"),
        ({"sign_command": " "}, "--sign-command is empty"),
        ({"sign": tmp_path / "gone.pfx"}, "--sign: there is no file .*gone.pfx"),
        ({"sign": file, "sign_password_file": tmp_path / "gone"}, "--sign-password-file: there is no file"),
        ({"sign": file, "sign_password_file": tmp_path}, "--sign-password-file: there is no file"),
        ({"sign": file, "sign_timestamp": ""}, "--sign-timestamp is empty"),
        ({"sign": file, "sign_key": "pkcs11:"}, "--sign-key: not with --sign"),
        ({"sign_password_file": file}, "--sign-password-file: no key is given"),
        ({"sign_timestamp": "http://a.example"}, "--sign-timestamp: no key is given"),
        ({"sign_command": "true {file}", "sign_timestamp": "http://a.example"}, "--sign-timestamp: not with"),
        ({"sign_command": "no-such-client {file}"}, "there is no program no-such-client"),
        ({"sign_command": "true it"}, r"\{file\}"),
        ({"sign_pkcs11": file, "sign_key": "pkcs11:"}, "asks for --sign-certificates too"),
        ({"sign_pkcs11": file, "sign_key": "", "sign_certificates": file}, "--sign-key is empty"),
        ({"sign_pkcs11": tmp_path / "no.so", "sign_key": "a", "sign_certificates": file}, "there is no file"),
    ):
        with pytest.raises(BuildError, match=said):
            signer_of(_asked(**given))


@pytest.mark.needs("true")
def test_what_can_sign_is_taken_as_it_is_said(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.touch()
    assert signer_of(_asked()) is None
    assert signer_of(_asked(sign=file, sign_timestamp="http://a")) == Certificate(file, None, "http://a")
    assert signer_of(_asked(sign_command="true {file}")) == Service("true {file}")
    token = _asked(sign_pkcs11=file, sign_key="pkcs11:object=a", sign_certificates=file, sign_password_file=file)
    assert signer_of(token) == Token(file, "pkcs11:object=a", file, None, file, None)


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


def _small(folder: Path) -> tuple[Path, Path]:
    """Return a folder with a stage of two programs to pack, and one for what is made of it."""
    work, out = folder / "work", folder / "out"
    for name in ("lib", "runtime", "licences"):
        (work / "stage" / name).mkdir(parents=True)
        (work / "stage" / name / "a.txt").write_text("a", "utf-8")
    out.mkdir()
    for name in (names.EXE, names.CONSOLE_EXE):
        shutil.copy2(PROGRAMS / "t64.exe", work / "stage" / name)
    return work, out


@pytest.mark.needs("openssl", "osslsigncode", "makensis", "sh")
def test_a_key_named_from_where_the_build_was_asked_for_signs_the_uninstaller_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NSIS works in a folder of its own; the build's may have any name."""
    place = tmp_path / "L'été à 100 %"
    place.mkdir()
    work, out = _small(place)
    signer, certificate = _pfx(place)
    assert signer.password_file is not None
    monkeypatch.chdir(place)
    near = Certificate(Path(signer.pfx.name), Path(signer.password_file.name))
    setup = build_setup(work / "stage", work, out, "1.2.3", near, fast=True)
    assert _verified(setup, certificate)
    assert [path.name for path in out.iterdir()] == ["Sante100jours-1.2.3-setup.exe"]


@pytest.mark.needs("openssl", "osslsigncode", "makensis", "wixl", "msibuild", "msiinfo", "sh", "cp", "mv", "rm")
def test_an_installer_or_an_uninstaller_that_was_not_signed_is_not_given_out(tmp_path: Path) -> None:
    """Clients of services know kinds of files: what one does not know, it may leave as it is and say all is well."""
    work, out = _small(tmp_path)
    signer, _certificate = _pfx(tmp_path)
    command = " ".join(f'"{word}"' for word in signer.command("$1", "$1.new"))
    client = tmp_path / "client.sh"
    for left, build, name in (
        ("*.msi", build_msi, "Sante100jours-1.2.3.msi"),
        ("*-setup*", partial(build_setup, fast=True), "Sante100jours-1.2.3-setup.exe"),
        ("/tmp/makensis*", partial(build_setup, fast=True), "Sante100jours-1.2.3-setup.exe"),
    ):
        words = f'case "$1" in {left}) exit 0 ;; esac'
        client.write_text(f'#!/bin/sh\nset -e\n{words}\n{command}\nmv "$1.new" "$1"\n', "utf-8")
        client.chmod(0o755)
        (out / name).write_text("the last build's", "utf-8")
        with pytest.raises(BuildError):
            build(work / "stage", work, out, "1.2.3", Service(f"'{client}' {{file}}"))
        assert not (out / name).exists(), left


@pytest.mark.needs("openssl", "osslsigncode", "makensis", "wixl", "msibuild", "msiinfo", "sh", "cp", "mv", "rm")
def test_the_setup_its_uninstaller_and_the_msi_are_signed_too(tmp_path: Path) -> None:
    """By a service here, whose client notes what it was given: the uninstaller is packed in the setup."""
    work, out = _small(tmp_path)
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
