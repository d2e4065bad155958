"""Write the MSI's description, for wixl: the same files, shortcut and association, for everybody on the computer."""

from __future__ import annotations

import hashlib
import uuid
import xml.etree.ElementTree as ET
from pathlib import Path

from winbuild import names

#: Never changes: it is how Windows knows two versions for the same program.
UPGRADE_CODE = "7C0C9C4A-6C0D-4D0B-9A55-3F5B3C1E8A31"
_SPACE = uuid.UUID(UPGRADE_CODE)
#: How Windows knows what each account must run once as it logs on (Active Setup).
ACTIVE_SETUP_ID = str(uuid.uuid5(_SPACE, "active setup")).upper()
CLASSES = r"Software\Classes"
OURS = rf"Software\{names.APP_ID}"
APP_PATHS = rf"Software\Microsoft\Windows\CurrentVersion\App Paths\{names.EXE}"
#: What the command line may say, and the value of our key where the next version finds it again.
REMEMBERED = {"INSTALLDIR": "Folder", "DESKTOP": "Desktop", "ASSOCIATE": "Associate"}
#: Components that one of these properties decides on.
DESKTOP, ASSOCIATION = "desktop", "association"
PROPERTIES = {
    "ARPPRODUCTICON": "program.ico",
    "ARPNOMODIFY": "1",  # « Modifier » would have nothing to show
    # Every file is written anew: a DLL whose version went down would be left out, after the old one was removed.
    "REINSTALLMODE": "amus",
}
#: wixl finds files from the folder it is run in: the one that holds this icon and the staged folder.
ICON = "program.ico"


def guid(text: str) -> str:
    """Return an identifier that is the same at every build."""
    return str(uuid.uuid5(_SPACE, text)).upper()


def product_code(version: str) -> str:
    """Return how Windows knows this very version, between braces: one version is built once."""
    return f"{{{guid(f'product {version}')}}}"


def short_id(prefix: str, text: str) -> str:
    """Return the name of a row, of a length that Windows Installer takes."""
    return f"{prefix}_{hashlib.sha256(text.encode()).hexdigest()[:24]}"


def describe(stage: Path, version: str) -> str:
    """Return the .wxs of a staged folder; its files are named from the folder above it."""
    wix = ET.Element("Wix", xmlns="http://schemas.microsoft.com/wix/2006/wi")
    product = ET.SubElement(
        wix, "Product", Name=names.PROGRAM, Manufacturer=names.PUBLISHER, Version=version, Language="1036",
        Codepage="1252", Id=product_code(version).strip("{}"), UpgradeCode=UPGRADE_CODE,
    )  # fmt: skip
    ET.SubElement(
        product, "Package", InstallerVersion="500", Compressed="yes", InstallScope="perMachine", Languages="1036",
        Description=names.PROGRAM, Manufacturer=names.PUBLISHER, SummaryCodepage="1252",
    )  # fmt: skip
    ET.SubElement(product, "Media", Id="1", Cabinet="files.cab", EmbedCab="yes")
    ET.SubElement(product, "MajorUpgrade", DowngradeErrorMessage="Une version plus récente est déjà installée.")
    ET.SubElement(product, "Icon", Id="program.ico", SourceFile=ICON)
    for name, value in PROPERTIES.items():
        ET.SubElement(product, "Property", Id=name, Value=value)
    _look_around(product)

    target = ET.SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    programs = ET.SubElement(target, "Directory", Id="ProgramFiles64Folder", Name="PFiles")
    root = ET.SubElement(programs, "Directory", Id="INSTALLDIR", Name=names.APP_ID)
    menu = ET.SubElement(target, "Directory", Id="ProgramMenuFolder", Name="Programs")
    desktop = ET.SubElement(target, "Directory", Id="DesktopFolder", Name="Desktop")
    feature = ET.SubElement(product, "Feature", Id="Program", Title=names.PROGRAM, Level="1")
    _add_files(root, feature, stage, "", stage.name)
    _add_shortcut(menu, feature, "shortcut", "StartMenu", "ProgramMenuFolder")
    _add_shortcut(desktop, feature, DESKTOP, "Desktop", "DesktopFolder")
    _add_association(root, feature)
    _add_registration(root, feature, version)
    ET.indent(wix)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(wix, encoding="unicode") + "\n"


def _component(parent: ET.Element, feature: ET.Element, key: str) -> ET.Element:
    name = short_id("c", key)
    ET.SubElement(feature, "ComponentRef", Id=name)
    return ET.SubElement(parent, "Component", Id=name, Guid=guid(key), Win64="yes")


def _add_files(parent: ET.Element, feature: ET.Element, folder: Path, inside: str, top: str) -> None:
    for path in sorted(folder.iterdir()):
        name = f"{inside}{path.name}"
        if path.is_dir():
            below = ET.SubElement(parent, "Directory", Id=short_id("d", name), Name=path.name)
            _add_files(below, feature, path, f"{name}/", top)
        else:
            component = _component(parent, feature, name)
            ET.SubElement(
                component, "File", Id=short_id("f", name), Name=path.name, Source=f"{top}/{name}", KeyPath="yes"
            )


def _look_around(product: ET.Element) -> None:
    """Search the registry for what the conditions ask, and for what the previous version was told."""
    windows = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion"
    setup = rf"Software\Microsoft\Windows\CurrentVersion\Uninstall\{names.APP_ID}"
    searches = [
        ("WINDOWSBUILD", windows, "CurrentBuildNumber"),
        ("SETUPVERSION", setup, "DisplayVersion"),
        *((f"WAS_{name}", OURS, value) for name, value in REMEMBERED.items()),
    ]
    for name, key, value in searches:
        found = ET.SubElement(product, "Property", Id=name)
        ET.SubElement(
            found, "RegistrySearch", Id=name.lower(), Root="HKLM", Key=key, Name=value, Type="raw", Win64="yes"
        )  # fmt: skip
    for condition, message in (
        (f"Installed OR WINDOWSBUILD >= {names.LEAST_BUILD}",
         "Santé 100 jours demande Windows 10 (version 1809 ou plus récente) ou Windows 11, en 64 bits."),
        ("Installed OR NOT SETUPVERSION",
         "Santé 100 jours [SETUPVERSION] est déjà installé pour tous, par setup.exe. Retirez-le d’abord : desinstaller.exe /S, "
         "dans son dossier. Les dossiers des communes restent."),
    ):  # fmt: skip
        ET.SubElement(product, "Condition", Message=message).text = condition


def _add_shortcut(parent: ET.Element, feature: ET.Element, key: str, name: str, folder: str) -> None:
    component = _component(parent, feature, key)
    ET.SubElement(
        component, "Shortcut", Id=name, Name=names.PROGRAM, Directory=folder,
        Target=f"[INSTALLDIR]{names.EXE}", WorkingDirectory="INSTALLDIR", Icon="program.ico",
    )  # fmt: skip
    _value(component, OURS, key, "1", key_path=True)


def _add_registration(root: ET.Element, feature: ET.Element, version: str) -> None:
    """Add what the next version and the IT service read, where Win+R finds the program, what each account runs once."""
    component = _component(root, feature, "registration")
    _value(component, OURS, "Version", version, key_path=True)
    _value(component, OURS, "Kind", "msi")
    for name, value in REMEMBERED.items():
        _value(component, OURS, value, f"[{name}]")
    _value(component, APP_PATHS, None, f"[INSTALLDIR]{names.EXE}")
    active = rf"SOFTWARE\Microsoft\Active Setup\Installed Components\{{{ACTIVE_SETUP_ID}}}"
    _value(component, active, None, names.PROGRAM)
    _value(component, active, "StubPath", f'"[INSTALLDIR]{names.EXE}" {names.REMOVE_OWN}')
    _value(component, active, "Version", version.replace(".", ","))
    _value(component, active, "IsInstalled", "1", kind="integer")


def _add_association(root: ET.Element, feature: ET.Element) -> None:
    component = _component(root, feature, ASSOCIATION)
    kind = rf"{CLASSES}\{names.PROG_ID}"
    program = f"[INSTALLDIR]{names.EXE}"
    _value(component, kind, None, names.FILE_KIND, key_path=True)
    _value(component, kind, "FriendlyTypeName", names.FILE_KIND)
    _value(component, rf"{kind}\shell\open", "FriendlyAppName", names.PROGRAM)
    _value(component, rf"{kind}\DefaultIcon", None, f"{program},1")
    _value(component, rf"{kind}\shell\open\command", None, f'"{program}" "%1"')
    for suffix in (names.SUFFIX, names.REPLY_SUFFIX):
        _value(component, rf"{CLASSES}\{suffix}", None, names.PROG_ID)
        _value(component, rf"{CLASSES}\{suffix}\OpenWithProgids", names.PROG_ID, "")


def _value(
    component: ET.Element, key: str, name: str | None, value: str, *, key_path: bool = False, kind: str = "string"
) -> None:
    more = {} if name is None else {"Name": name}
    if key_path:
        more["KeyPath"] = "yes"
    ET.SubElement(component, "RegistryValue", Root="HKLM", Key=key, Type=kind, Value=value, **more)
