"""Build setup.exe, the MSI and the portable zip of Santé 100 jours, on Linux.

    .venv/bin/python packaging/build.py --out dist/windows [--fast] [--python-zip ZIP] [--tag vX.Y.Z]
        [--sign CERTIFICATE.pfx | --sign-pkcs11 MODULE --sign-key URI --sign-certificates PEM | --sign-command "… {file}"]
        [--sign-password-file FILE] [--sign-timestamp URL]

See packaging/README.md.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from winbuild.closure import missing_dlls
from winbuild.deployment import NOWHERE, build_deployment
from winbuild.imported import check_imports
from winbuild.installers import build_msi, build_portable, build_setup
from winbuild.licences import SBOM
from winbuild.names import APP_ID, version
from winbuild.release import check_release
from winbuild.report import check_bars, report, write_manifest
from winbuild.signing import signer_of
from winbuild.steps import BuildError, step
from winbuild.tree import build_stage
from winbuild.wine import Prefix


def main() -> int:
    options = _options()
    if options.tag:
        check_release(options.tag, options.python_zip)
    signer = signer_of(options)
    out: Path = options.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    work = out / "work"
    stage = build_stage(work, options.python_zip, signer)
    _check(work, stage.folder, stage.compiler.prefix)
    shutil.rmtree(work / "compiler")

    bill = stage.folder / "licences" / SBOM
    shutil.copy2(bill, out / f"{APP_ID}-{version()}.cdx.json")
    digest = write_manifest(stage.folder, out / "SHA256SUMS")
    made = []
    with step("setup.exe"):
        made.append(build_setup(stage.folder, work, out, version(), signer, fast=options.fast))
    with step("MSI"):
        made.append(build_msi(stage.folder, work, out, version(), signer))
    with step("portable zip"):
        made.append(build_portable(stage.folder, work, out, version()))
    with step("for a department's IT"):
        build_deployment(work, out, version(), made[0], made[1], options.download_url)
    text = report(stage.folder, stage.left_out, made)
    (out / "report.txt").write_text(text, encoding="utf-8")
    print(text)
    print(f"Payload {digest} (the hash of SHA256SUMS); {'signed' if signer else 'not signed'}.")
    check_bars(stage.folder, made[0], fast=options.fast)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Build the Windows installers on Linux.")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--fast", action="store_true", help="pack with zlib, for tests")
    parser.add_argument("--python-zip", type=Path, metavar="ZIP", help="python.org's embeddable zip, for a release")
    parser.add_argument("--tag", metavar="TAG", help="build the release of this tag, or refuse it")
    parser.add_argument("--download-url", default=NOWHERE, metavar="URL", help="where winget finds the installers")
    keys = parser.add_mutually_exclusive_group()
    keys.add_argument("--sign", type=Path, metavar="PFX", help="sign with the key of this file")
    keys.add_argument(
        "--sign-pkcs11", type=Path, metavar="MODULE", help="sign with a token's key, through its PKCS#11 module"
    )
    keys.add_argument(
        "--sign-command", metavar="COMMAND", help="sign with a command, {file} standing for what it signs in place"
    )
    parser.add_argument("--sign-key", metavar="URI", help="the token's key, as pkcs11:token=…;object=…")
    parser.add_argument(
        "--sign-certificates", type=Path, metavar="PEM", help="the token's certificate, and those above it"
    )
    parser.add_argument(
        "--sign-engine", type=Path, metavar="FILE", help="OpenSSL's PKCS#11 engine, where it is not found"
    )
    parser.add_argument(
        "--sign-password-file", type=Path, metavar="FILE", help="the password of the file, or the token's PIN"
    )
    parser.add_argument("--sign-timestamp", metavar="URL", help="RFC 3161 time stamp server")
    return parser.parse_args()


def _check(work: Path, stage: Path, prefix: Prefix) -> None:
    with step("every DLL is bundled or part of Windows 10"):
        missing = missing_dlls(stage)
        if missing:
            lines = [f"{name}, for {', '.join(users[:3])}" for name, users in sorted(missing.items())]
            raise BuildError("DLLs that are nowhere:\n" + "\n".join(lines))
    with step("every import, under Wine"):
        print(f"   {check_imports(work, stage, prefix)} names")


if __name__ == "__main__":
    sys.exit(main())
