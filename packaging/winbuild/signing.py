"""Sign what we build where a certificate is given; check who signed the interpreter."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from winbuild.steps import BuildError, run

PYTHON_SIGNER = "Python Software Foundation"


@dataclass(frozen=True, slots=True)
class Certificate:
    """Who signs: a PKCS#12 file, the file of its password, a time stamp server or none."""

    pfx: Path
    password_file: Path | None = None
    timestamp_url: str | None = None

    def command(self, source: str, target: str) -> list[str]:
        """Return the command that signs a program or an MSI."""
        words = ["osslsigncode", "sign", "-pkcs12", str(self.pfx), "-h", "sha256", "-n", "Santé 100 jours"]
        if self.password_file is not None:
            words += ["-readpass", str(self.password_file)]
        if self.timestamp_url is not None:
            words += ["-ts", self.timestamp_url]
        return [*words, "-in", source, "-out", target]


def sign(path: Path, certificate: Certificate | None) -> None:
    """Sign a file in place; do nothing where no certificate is given."""
    if certificate is None:
        return
    signed = path.with_name(f"{path.name}.signed")
    signed.unlink(missing_ok=True)
    run(certificate.command(str(path), str(signed)))
    signed.replace(path)


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
    done = subprocess.run(words, capture_output=True, text=True, errors="replace", check=False)
    return done.stdout + done.stderr
