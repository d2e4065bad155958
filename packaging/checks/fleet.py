"""What an IT service decides, on Windows itself: the registry's policies, the file beside the program."""

from __future__ import annotations

import json
from collections.abc import Callable

from winbuild import names

from checks.run import Run

POLICY = rf"Software\Policies\{names.APP_ID}"
#: Where the portable program of the step before lies.
PLACE = r"C:\Clé USB"


def fleet(run: Run) -> None:
    """Policies of the computer, then of the user, then the file beside the program, decide; wrong values are told."""
    folder = run.prefix.path(PLACE) / names.APP_ID
    program = folder / names.CONSOLE_EXE
    beside = folder / "reglages.json"
    for root, name, kind, value in (
        ("HKLM", "DataFolder", "REG_EXPAND_SZ", r"C:\Parc é\%USERNAME%"),
        ("HKLM", "MinimumTextPercent", "REG_DWORD", "150"),
        ("HKLM", "DisableSample", "REG_DWORD", "1"),
        ("HKCU", "MinimumTextPercent", "REG_DWORD", "200"),
        ("HKCU", "Theme", "REG_SZ", "dark"),
        ("HKCU", "MailWay", "REG_SZ", "pigeon"),
    ):
        run.prefix.run("reg", "add", rf"{root}\{POLICY}", "/v", name, "/t", kind, "/d", value, "/f")
    beside.write_text(json.dumps({"Theme": "light", "MailWay": "draft", "FederationName": "Fédé é"}), encoding="utf-16")
    try:
        _check(run, lambda *words: run.prefix.run(program, *words))
    finally:
        beside.unlink()
        for root in ("HKLM", "HKCU"):
            run.prefix.run("reg", "delete", rf"{root}\{POLICY}", "/f")
    after = json.loads(run.prefix.run(program, "settings").stdout)
    run.check(after["settings"]["Theme"]["from"] == "default", "without them, nothing is decided")


def _check(run: Run, command: Callable[..., object]) -> None:
    done = command("settings")
    told = json.loads(getattr(done, "stdout", ""))
    found = {key: (one["value"], one["from"]) for key, one in told["settings"].items()}
    data = found["DataFolder"][0]
    run.check(
        found["DataFolder"][1] == "machine-policy" and data.startswith("C:\\Parc é\\") and "%" not in data,
        f"the computer's policy moves the data, each user's own: {data}",
    )
    run.check(found["MinimumTextPercent"] == (150, "machine-policy"), "the computer's policy before the user's")
    run.check(found["Theme"] == ("dark", "user-policy"), "the user's policy before the file")
    run.check(found["MailWay"] == ("draft", "file"), "the file, where a policy makes no sense")
    run.check(found["FederationName"] == ("Fédé é", "file"), "the file in UTF-16, as PowerShell writes it")
    run.check([sentence for sentence in told["wrong"] if "MailWay" in sentence] != [], "the wrong value is told")
    refused = command("demo", "--no-window", "--into", r"C:\exemple interdit")
    run.check(getattr(refused, "returncode", 0) == 2, "what is out of use is refused on the command line")
    run.check("service informatique" in getattr(refused, "stderr", ""), "with who decided it")
    made = run.prefix.path(data) if data.startswith("C:\\") else None
    run.check(made is not None and made.is_dir(), "the data go where the policy says")
