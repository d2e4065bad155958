"""What wixl cannot write into an MSI, put there with msibuild: conditions, properties of the command line, language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from winbuild import msi, names
from winbuild.steps import run

#: After InstallInitialize, in the transaction: where the new version cannot be installed, the old one comes back.
REMOVE_OLD_AT = 1501
#: After AppSearch (50), before the conditions (100).
FIRST_AT = 60
#: A component of the 64-bit registry, known by a value of it, whose condition is asked again at each reinstallation.
TRANSITIVE = 4 + 64 + 256
SET_PROPERTY = 51


def finish(package: Path, code: str) -> None:
    """Finish an MSI in place; `code` tells one build from another of the same version."""
    words: list[str] = []
    for query in queries():
        words += ["-q", query]
    run(["msibuild", str(package), *words])
    run(["msibuild", str(package), "-s", names.PROGRAM, names.PUBLISHER, "x64;1036", f"{{{code}}}"])


def queries() -> Iterator[str]:
    """Return the SQL statements, in msibuild's dialect."""
    yield f"UPDATE `InstallExecuteSequence` SET `Sequence` = {REMOVE_OLD_AT} WHERE `Action` = 'RemoveExistingProducts'"
    secure = ";".join(["WIX_DOWNGRADE_DETECTED", "WIX_UPGRADE_DETECTED", *msi.REMEMBERED])
    yield f"UPDATE `Property` SET `Value` = '{secure}' WHERE `Property` = 'SecureCustomProperties'"
    # At the removal too, whatever was told since it was installed: nothing of it is left behind.
    for key, condition in ((msi.DESKTOP, 'DESKTOP = "1"'), (msi.ASSOCIATION, 'ASSOCIATE <> "0"')):
        condition += ' OR REMOVE = "ALL"'
        where = f"WHERE `Component` = '{msi.short_id('c', key)}'"
        yield f"UPDATE `Component` SET `Condition` = '{condition}' {where}"
        yield f"UPDATE `Component` SET `Attributes` = {TRANSITIVE} {where}"
    at = FIRST_AT
    for name in msi.REMEMBERED:
        yield from _set(f"Was{name}", name, f"[WAS_{name}]", f"WAS_{name} AND NOT {name}", at)
        at += 1
    for name, value in (("DESKTOP", "0"), ("ASSOCIATE", "1")):
        yield from _set(f"Plain{name}", name, value, f"NOT {name}", at)
        at += 1
    yield from _set("SayWhere", "ARPINSTALLLOCATION", "[INSTALLDIR]", "", 1001)


def _set(action: str, name: str, value: str, condition: str, at: int) -> Iterator[str]:
    yield (
        "INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) "
        f"VALUES ('{action}', {SET_PROPERTY}, '{name}', '{value}')"
    )
    for table in ("InstallExecuteSequence", "InstallUISequence"):
        yield f"INSERT INTO `{table}` (`Action`, `Condition`, `Sequence`) VALUES ('{action}', '{condition}', {at})"
