"""Sign what we build where a key is given, wherever it is kept; check who signed the interpreter."""

from __future__ import annotations

import re
import shlex
import subprocess
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

import pefile

from winbuild.steps import BuildError, run

PYTHON_SIGNER = "Python Software Foundation"
PROGRAMS = (".dll", ".pyd", ".exe")
TOOL = ("osslsigncode", "sign", "-h", "sha256", "-n", "Santé 100 jours")
#: What stands for the file in the command of a signing service.
FILE = "{file}"


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

    def command(self, source: str, target: str) -> list[str]:
        words = ['"$2"' if word == FILE else shlex.quote(word) for word in shlex.split(self.template)]
        if '"$2"' not in words:
            raise BuildError(f"--sign-command must say {FILE} where the file to sign stands.")
        return ["sh", "-c", f'cp "$1" "$2" && {" ".join(words)}', "sign", source, target]


def _common(password_file: Path | None, timestamp_url: str | None) -> list[str]:
    password = ["-readpass", str(password_file)] if password_file is not None else []
    return password + (["-ts", timestamp_url] if timestamp_url is not None else [])


def sign(path: Path, signer: Signer | None) -> None:
    """Sign a file in place; do nothing where no key is given."""
    if signer is None:
        return
    # Signing clients tell a program from an MSI by the end of its name.
    signed = path.with_name(f"{path.stem}.signed{path.suffix}")
    signed.unlink(missing_ok=True)
    run(signer.command(str(path), str(signed)))
    signed.replace(path)


def is_signed(path: Path) -> bool:
    """Say whether a program bears an Authenticode signature, whosever it is."""
    program = pefile.PE(str(path), fast_load=True)
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
        if not is_signed(path):
            raise BuildError(f"{path.name} bears no signature: what was asked to sign it did nothing.")
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
            moment = datetime.strptime(stamped[1].strip(), "%b %d %H:%M:%S %Y GMT")
            day = int((moment - datetime(1970, 1, 1)).total_seconds()) + 60
            said = _output([*words[:2], "-time", str(day), *words[2:]])
        if "Signature verification: ok" not in said or PYTHON_SIGNER not in said:
            print(said)
            raise BuildError(f"{path.name}: the signature of {PYTHON_SIGNER} does not hold. Do not use this file.")


def _verify_help() -> str:
    return _output(["osslsigncode", "verify", "--help"])


def _output(words: list[str]) -> str:
    done = subprocess.run(words, capture_output=True, encoding="utf-8", errors="replace", check=False)
    return done.stdout + done.stderr
