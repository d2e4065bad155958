"""Sign what we build where a key is given, wherever it is kept; check who signed the interpreter."""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import pefile

from winbuild.steps import BuildError, run

PYTHON_SIGNER = "Python Software Foundation"
PROGRAMS = (".dll", ".pyd", ".exe")
TOOL = ("osslsigncode", "sign", "-h", "sha256", "-n", "Santé 100 jours")
#: What stands for the file in the command of a signing service.
FILE = "{file}"
#: Seconds that one signature may take: a token or a service may ask somebody.
PATIENCE = 600.0
#: What Windows Installer calls a signature in an MSI, as its directory spells it.
IN_MSI = "\x05DigitalSignature".encode("utf-16-le")
#: The variable in which NSIS hands the uninstaller's signing its command: nothing of it is written on the disk.
HANDED = "SANTE100JOURS_SIGN"
#: What may go with each kind of key on the command line, and what has to.
WITH = {
    "sign": {"sign_password_file", "sign_timestamp"},
    "sign_pkcs11": {"sign_key", "sign_certificates", "sign_engine", "sign_password_file", "sign_timestamp"},
    "sign_command": set[str](),
}
ASKED = {"sign_pkcs11": {"sign_key", "sign_certificates"}}


class Signer(Protocol):
    """What signs: a command that reads one file and writes another."""

    def command(self, source: str, target: str) -> list[str]:
        """Return the command that signs a program or an MSI."""
        ...


@dataclass(frozen=True, slots=True)
class Certificate:
    """A key in a PKCS#12 file, the file of its password, a time stamp server or none."""

    pfx: Path
    password_file: Path | None = None
    timestamp_url: str | None = None

    def command(self, source: str, target: str) -> list[str]:
        words = [*TOOL, "-pkcs12", str(self.pfx), *_common(self.password_file, self.timestamp_url)]
        return [*words, "-in", source, "-out", target]


@dataclass(frozen=True, slots=True)
class Token:
    """A key that never leaves its token (USB key, HSM, cloud): a PKCS#11 module, the key's URI, its certificates.

    `password_file` holds the PIN; `engine` is OpenSSL's, where it is not where osslsigncode looks.
    """

    module: Path
    key: str
    certificates: Path
    engine: Path | None = None
    password_file: Path | None = None
    timestamp_url: str | None = None

    def command(self, source: str, target: str) -> list[str]:
        engine = ["-pkcs11engine", str(self.engine)] if self.engine else []
        words = [*TOOL, *engine, "-pkcs11module", str(self.module), "-certs", str(self.certificates), "-key", self.key]
        return [*words, *_common(self.password_file, self.timestamp_url), "-in", source, "-out", target]


@dataclass(frozen=True, slots=True)
class Service:
    """A signing service: the command of its client, which signs in place the file that stands for `{file}`."""

    template: str

    def words(self) -> list[str]:
        """Return the words of the command; stop where it is not one, or says nowhere which file."""
        try:
            words = shlex.split(self.template)
        except ValueError as error:
            raise BuildError(f"--sign-command is no command: {error}.") from error
        if not any(FILE in word for word in words[1:]):
            raise BuildError(f"--sign-command must say {FILE} where the file to sign stands.")
        return words

    def command(self, source: str, target: str) -> list[str]:
        words = ['"$2"'.join(shlex.quote(part) if part else "" for part in word.split(FILE)) or "''"
                 for word in self.words()]  # fmt: skip
        return ["sh", "-c", f'cp "$1" "$2" && {" ".join(words)}', "sign", source, target]


@dataclass(frozen=True, slots=True)
class Handed:
    """A command that another process made, `{in}` and `{out}` standing for the two files."""

    words: tuple[str, ...]

    def command(self, source: str, target: str) -> list[str]:
        return [{"{in}": source, "{out}": target}.get(word, word) for word in self.words]


def signer_of(options: argparse.Namespace) -> Signer | None:
    """Return what signs, from the words of the command line; None where nothing is said of signing.

    Before anything is built: a file that is not there, a program that is missing, words that go with no key (a variable that
    is empty where the build runs, and would give a release that nobody signed).
    """
    given = {name for name, value in vars(options).items() if name.startswith("sign") and value is not None}
    kind = next((name for name in WITH if name in given), "")
    if not given:
        return None
    if others := sorted(given - WITH.get(kind, set()) - {kind}):
        names = ", ".join(_option(name) for name in others)
        raise BuildError(f"{names}: not with {_option(kind)}." if kind else f"{names}: no key is given to sign with.")
    if missing := sorted(ASKED.get(kind, set()) - given):
        raise BuildError(f"{_option(kind)} asks for {' and '.join(_option(name) for name in missing)} too.")
    for name in sorted(given):
        value = getattr(options, name)
        if not str(value).strip() or value == Path():
            raise BuildError(f"{_option(name)} is empty.")
        if isinstance(value, Path) and not value.is_file():
            raise BuildError(f"{_option(name)}: there is no file {value}.")
    password, stamp = options.sign_password_file, options.sign_timestamp
    if kind == "sign":
        return Certificate(options.sign, password, stamp)
    if kind == "sign_pkcs11":
        return Token(
            options.sign_pkcs11, options.sign_key, options.sign_certificates, options.sign_engine, password, stamp
        )
    service = Service(options.sign_command)
    client = service.words()[0]
    if shutil.which(client) is None:
        raise BuildError(f"--sign-command: there is no program {client}.")
    return service


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _common(password_file: Path | None, timestamp_url: str | None) -> list[str]:
    password = ["-readpass", str(password_file)] if password_file is not None else []
    return password + (["-ts", timestamp_url] if timestamp_url is not None else [])


def sign(path: Path, signer: Signer | None) -> None:
    """Sign a file in place; do nothing where no key is given. Where it cannot be, the file stays and nothing lies beside it."""
    if signer is None:
        return
    # Signing clients tell a program from an MSI by the end of its name.
    signed = path.with_name(f"{path.stem}.signed{path.suffix or '.exe'}")
    signed.unlink(missing_ok=True)
    try:
        # A service's command may hold a secret: no command is told again.
        run(signer.command(str(path), str(signed)), within=PATIENCE, shown=f"What signs {path.name}")
        if not signed.is_file() or not is_signed(signed):
            raise BuildError(f"{path.name} bears no signature: what was asked to sign it did nothing.")
        _expect_valid(signed, path.name)
        signed.replace(path)
    finally:
        signed.unlink(missing_ok=True)


def _expect_valid(signed: Path, name: str) -> None:
    """Stop where a signature is of another file, or by a certificate that has ended or not begun: tools sign with it all the same."""
    said = _output(["osslsigncode", "verify", "-in", str(signed)])
    digests = re.search(r"Current message digest\s*: (\w+)\s+Calculated message digest\s*: (\w+)", said)
    if digests is not None and digests[1] != digests[2]:
        raise BuildError(f"{name}: its signature is another file's.")
    lasts = re.search(r"Signer's certificate:.*?notBefore : ([^\n]+).*?notAfter : ([^\n]+)", said, re.DOTALL)
    if lasts is not None:
        begins, ends = (_moment(text) for text in lasts.groups())
        if not begins <= datetime.now(UTC).replace(tzinfo=None) <= ends:
            raise BuildError(
                f"{name}: the certificate it is signed with holds from {begins:%Y-%m-%d} to {ends:%Y-%m-%d}."
            )


def _moment(text: str) -> datetime:
    """Read a moment as OpenSSL writes it."""
    return datetime.strptime(text.strip(), "%b %d %H:%M:%S %Y GMT")


def handed(signer: Signer) -> dict[str, str]:
    """Return the variables that give another process what signs: the command, and where its files are named from."""
    words = signer.command("{in}", "{out}")
    return {HANDED: json.dumps({"from": os.getcwd(), "words": words})}


def is_signed(path: Path) -> bool:
    """Say whether a program or an MSI bears an Authenticode signature, whosever it is."""
    if path.suffix.lower() == ".msi":
        return IN_MSI in path.read_bytes()
    try:
        program = pefile.PE(str(path), fast_load=True)
    except pefile.PEFormatError as error:
        raise BuildError(f"{path.name} is not a program that Windows reads: {error}.") from error
    try:
        entry = program.OPTIONAL_HEADER.DATA_DIRECTORY[pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_SECURITY"]]
        return bool(entry.VirtualAddress and entry.Size)
    finally:
        program.close()


def sign_stage(stage: Path, signer: Signer | None) -> list[Path]:
    """Sign every program of the stage that nobody signed, and return them; stop where one bears no signature after that.

    What Qt, Python and Microsoft signed keeps their signature: a rule on their names goes on holding.
    """
    if signer is None:
        return []
    unsigned = [path for path in sorted(stage.rglob("*")) if path.suffix.lower() in PROGRAMS and not is_signed(path)]
    for path in unsigned:
        sign(path, signer)
    return unsigned


def check_signers(files: list[Path], roots: Path) -> None:
    """Stop unless each file's Authenticode signature is python.org's, and leads to Microsoft's roots."""
    quiet = [word for word in ("-ignore-cdp", "-ignore-crl") if word in _verify_help()]
    for path in files:
        words = ["osslsigncode", "verify", *quiet, "-CAfile", str(roots), "-TSA-CAfile", str(roots), "-in", str(path)]
        said = _output(words)
        stamped = re.search(r"Timestamp time\s*:\s*(.+)", said)
        if stamped is not None:
            # Signing certificates last a year: what counts is that it was valid on the day of the time stamp.
            day = int((_moment(stamped[1]) - datetime(1970, 1, 1)).total_seconds()) + 60
            said = _output([*words[:2], "-time", str(day), *words[2:]])
        if "Signature verification: ok" not in said or PYTHON_SIGNER not in said:
            print(said)
            raise BuildError(f"{path.name}: the signature of {PYTHON_SIGNER} does not hold. Do not use this file.")


def _verify_help() -> str:
    return _output(["osslsigncode", "verify", "--help"])


def _output(words: list[str]) -> str:
    done = subprocess.run(words, capture_output=True, encoding="utf-8", errors="replace", check=False)
    return done.stdout + done.stderr


def main(path: str) -> int:
    """Sign the uninstaller for NSIS, which waits and stops where it fails."""
    said = json.loads(os.environ[HANDED])
    os.chdir(said["from"])
    sign(Path(path), Handed(tuple(said["words"])))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
