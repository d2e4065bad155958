"""Write the templates of group policies (ADMX and ADML) from the program's one list of settings for a fleet."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from msp_desktop import i18n
from msp_desktop.fleet.settings import LEAST_PERCENT, MOST_PERCENT, SETTINGS, Kind, Setting
from msp_desktop.fleet.sources import POLICY_KEY
from msp_desktop.fleet.values import LONGEST_PATH, LONGEST_TEXT
from msp_desktop.formats.typography import french
from winbuild import names

NAMESPACE = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
#: Folders of the ADML files, by the language of our words.
LANGUAGES = {"fr": "fr-FR", "en": "en-US"}
_SUPPORTED = {"fr": "Santé 100 jours 1.7 et plus récent", "en": "Santé 100 jours 1.7 and later"}
_ABOUT = {"fr": "Réglages de Santé 100 jours pour un parc", "en": "Settings of Santé 100 jours for a fleet"}
_REVISION = {"revision": "1.0", "schemaVersion": "1.0"}


def admx() -> str:
    """Return the ADMX: each setting, for computers and for users."""
    root = ET.Element("policyDefinitions", {"xmlns": NAMESPACE, **_REVISION})
    target = ET.SubElement(root, "policyNamespaces")
    ET.SubElement(target, "target", prefix="sante100jours", namespace="Sante100jours.Policies")
    ET.SubElement(root, "resources", minRequiredRevision="1.0")
    supported = ET.SubElement(ET.SubElement(root, "supportedOn"), "definitions")
    ET.SubElement(supported, "definition", name="Supported", displayName="$(string.Supported)")
    ET.SubElement(
        ET.SubElement(root, "categories"), "category", name=names.APP_ID, displayName=f"$(string.{names.APP_ID})"
    )
    policies = ET.SubElement(root, "policies")
    for setting in SETTINGS:
        _policy(policies, setting)
    return _written(root)


def adml(language: str) -> str:
    """Return the words of the ADMX in « fr » or « en »."""
    before = i18n.language()
    i18n.install(language)
    try:
        return _adml(language)
    finally:
        i18n.install(before)


def _adml(language: str) -> str:
    root = ET.Element("policyDefinitionResources", {"xmlns": NAMESPACE, **_REVISION})
    ET.SubElement(root, "displayName").text = names.PROGRAM
    ET.SubElement(root, "description").text = _ABOUT[language]
    resources = ET.SubElement(root, "resources")
    strings = ET.SubElement(resources, "stringTable")
    presentations = ET.SubElement(resources, "presentationTable")
    for key, words in (("Supported", _SUPPORTED[language]), (names.APP_ID, names.PROGRAM), *_strings(language)):
        ET.SubElement(strings, "string", id=key).text = words
    for setting in SETTINGS:
        if setting.kind is not Kind.SWITCH:
            _presentation(presentations, setting)
    return _written(root)


def _policy(policies: ET.Element, setting: Setting) -> None:
    key = setting.key
    policy = ET.SubElement(
        policies, "policy", {
            "name": key, "class": "Both", "displayName": f"$(string.{key})", "explainText": f"$(string.{key}_Does)",
            "key": POLICY_KEY,
        },
    )  # fmt: skip
    if setting.kind is Kind.SWITCH:
        policy.set("valueName", key)
    else:
        policy.set("presentation", f"$(presentation.{key})")
    ET.SubElement(policy, "parentCategory", ref=names.APP_ID)
    ET.SubElement(policy, "supportedOn", ref="Supported")
    if setting.kind is Kind.SWITCH:
        for name, value in (("enabledValue", "1"), ("disabledValue", "0")):
            ET.SubElement(ET.SubElement(policy, name), "decimal", value=value)
        return
    elements = ET.SubElement(policy, "elements")
    if setting.kind is Kind.CHOICE:
        choice = ET.SubElement(elements, "enum", id=key, valueName=key, required="true")
        for value, _words in setting.choices:
            item = ET.SubElement(choice, "item", displayName=f"$(string.{key}_{value})")
            ET.SubElement(ET.SubElement(item, "value"), "string").text = value
    elif setting.kind is Kind.PERCENT:
        ET.SubElement(
            elements, "decimal", id=key, valueName=key, required="true", minValue=str(LEAST_PERCENT), maxValue=str(MOST_PERCENT)
        )  # fmt: skip
    else:
        text = ET.SubElement(elements, "text", id=key, valueName=key, required="true")
        path = setting.kind in (Kind.FOLDER, Kind.FILE)
        text.set("maxLength", str(LONGEST_PATH if path else LONGEST_TEXT))
        if path:
            text.set("expandable", "true")


def _strings(language: str) -> Iterator[tuple[str, str]]:
    for setting in SETTINGS:
        yield setting.key, _said(setting.title, language)
        yield f"{setting.key}_Does", _said(setting.does, language)
        for value, words in setting.choices:
            yield f"{setting.key}_{value}", _said(words, language)


def _presentation(table: ET.Element, setting: Setting) -> None:
    shown = ET.SubElement(table, "presentation", id=setting.key)
    words = i18n._(setting.title)
    if setting.kind is Kind.CHOICE:
        ET.SubElement(shown, "dropdownList", refId=setting.key, noSort="true", defaultItem="0").text = words
    elif setting.kind is Kind.PERCENT:
        ET.SubElement(
            shown, "decimalTextBox", refId=setting.key, defaultValue=str(LEAST_PERCENT), spinStep="5"
        ).text = words
    else:
        box = ET.SubElement(shown, "textBox", refId=setting.key)
        ET.SubElement(box, "label").text = words


def _said(message: str, language: str) -> str:
    words = i18n._(message)
    return french(words) if language == "fr" else words


def _written(root: ET.Element) -> str:
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"
