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
CLASSES = r"Software\Classes"
#: wixl finds files from the folder it is run in: the one that holds this icon and the staged folder.
ICON = "program.ico"


def _guid(text: str) -> str:
    """Return an identifier that is the same at every build."""
    return str(uuid.uuid5(_SPACE, text)).upper()


def product_code(version: str) -> str:
    """Return how Windows knows this very version, between braces: one version is built once."""
    return f"{{{_guid(f'product {version}')}}}"


def _id(prefix: str, text: str) -> str:
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
    ET.SubElement(product, "Property", Id="ARPPRODUCTICON", Value="program.ico")

    target = ET.SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    programs = ET.SubElement(target, "Directory", Id="ProgramFiles64Folder", Name="PFiles")
    root = ET.SubElement(programs, "Directory", Id="INSTALLDIR", Name=names.APP_ID)
    menu = ET.SubElement(target, "Directory", Id="ProgramMenuFolder", Name="Programs")
    feature = ET.SubElement(product, "Feature", Id="Program", Title=names.PROGRAM, Level="1")
    _add_files(root, feature, stage, "", stage.name)
    _add_shortcut(menu, feature)
    _add_association(root, feature)
    ET.indent(wix)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(wix, encoding="unicode") + "\n"


def _component(parent: ET.Element, feature: ET.Element, key: str) -> ET.Element:
    name = _id("c", key)
    ET.SubElement(feature, "ComponentRef", Id=name)
    return ET.SubElement(parent, "Component", Id=name, Guid=_guid(key), Win64="yes")


def _add_files(parent: ET.Element, feature: ET.Element, folder: Path, inside: str, top: str) -> None:
    for path in sorted(folder.iterdir()):
        name = f"{inside}{path.name}"
        if path.is_dir():
            below = ET.SubElement(parent, "Directory", Id=_id("d", name), Name=path.name)
            _add_files(below, feature, path, f"{name}/", top)
        else:
            component = _component(parent, feature, name)
            ET.SubElement(component, "File", Id=_id("f", name), Name=path.name, Source=f"{top}/{name}", KeyPath="yes")


def _add_shortcut(menu: ET.Element, feature: ET.Element) -> None:
    component = _component(menu, feature, "shortcut")
    ET.SubElement(
        component, "Shortcut", Id="StartMenu", Name=names.PROGRAM, Directory="ProgramMenuFolder",
        Target=f"[INSTALLDIR]{names.EXE}", WorkingDirectory="INSTALLDIR", Icon="program.ico",
    )  # fmt: skip
    _value(component, rf"Software\{names.APP_ID}", "shortcut", "1", key_path=True)


def _add_association(root: ET.Element, feature: ET.Element) -> None:
    component = _component(root, feature, "association")
    kind = rf"{CLASSES}\{names.PROG_ID}"
    program = f"[INSTALLDIR]{names.EXE}"
    _value(component, kind, None, names.FILE_KIND, key_path=True)
    _value(component, rf"{kind}\DefaultIcon", None, f"{program},1")
    _value(component, rf"{kind}\shell\open\command", None, f'"{program}" "%1"')
    _value(component, rf"{CLASSES}\{names.SUFFIX}", None, names.PROG_ID)
    _value(component, rf"{CLASSES}\{names.SUFFIX}\OpenWithProgids", names.PROG_ID, "")


def _value(component: ET.Element, key: str, name: str | None, value: str, *, key_path: bool = False) -> None:
    more = {} if name is None else {"Name": name}
    if key_path:
        more["KeyPath"] = "yes"
    ET.SubElement(component, "RegistryValue", Root="HKLM", Key=key, Type="string", Value=value, **more)
