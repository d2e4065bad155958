"""The one list of what can be decided for a fleet; the ADMX, its words and the note's table are made from it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from msp_desktop.i18n import N_

#: Bounds of a size of text, in percent.
LEAST_PERCENT, MOST_PERCENT = 100, 200


class Kind(StrEnum):
    """What a value is: a folder or a file (whole paths, variables between %), one of some words, a number, yes or no."""

    FOLDER = "folder"
    FILE = "file"
    CHOICE = "choice"
    PERCENT = "percent"
    TEXT = "text"
    EMAIL = "email"
    SWITCH = "switch"


class Setting(Struct, frozen=True):
    """One setting: its name in the registry and the file, what it is, its title, what it does.

    `choices` has the words it may be, each with what it is called.
    """

    key: str
    kind: Kind
    title: str
    does: str
    choices: tuple[tuple[str, str], ...] = ()


SETTINGS = (
    Setting(
        "DataFolder",
        Kind.FOLDER,
        N_("Folder of the data"),
        N_(
            "Where the dossiers, the preferences and the log go. A whole path, in which variables such as %USERNAME% "
            "stand for each user's own; two users must never share one. Without it, they are in the user's local folder."
        ),
    ),
    Setting(
        "DocumentsFolder",
        Kind.FOLDER,
        N_("Folder of documents and copies"),
        N_(
            "Where printed documents and safe copies go. A whole path, in which variables such as %USERNAME% stand for each "
            "user's own. Without it, they are in the user's Documents."
        ),
    ),
    Setting(
        "Theme",
        Kind.CHOICE,
        N_("Theme"),
        N_("Light, dark, or as Windows says. A contrast theme of Windows is followed whatever is decided here."),
        (("auto", N_("As the system")), ("light", N_("Light")), ("dark", N_("Dark"))),
    ),
    Setting(
        "MinimumTextPercent",
        Kind.PERCENT,
        N_("Least size of text"),
        N_("From 100 to 200 %. Nobody can make the text smaller; anybody may make it larger."),
    ),
    Setting(
        "MailWay",
        Kind.CHOICE,
        N_("Way of sending messages"),
        N_("By which program the messages that are prepared leave. The application sends nothing by itself."),
        (
            ("auto", N_("The first way that works here")),
            ("mapi", N_("The mail program of this computer")),
            ("thunderbird", N_("Thunderbird")),
            ("outlook", N_("Outlook")),
            ("draft", N_("A draft to open in the mail program")),
            ("webmail", N_("Webmail: copy and paste")),
        ),
    ),
    Setting(
        "FederationName",
        Kind.TEXT,
        N_("Name of the federation"),
        N_("The name that screens and papers give to the federation of the town's region."),
    ),
    Setting(
        "FederationEmail",
        Kind.EMAIL,
        N_("Address to which one writes to the federation"),
        N_("The e-mail address to which messages to the federation of the town's region are made out."),
    ),
    Setting(
        "LetterheadPicture",
        Kind.FILE,
        N_("Picture of the letterhead of new dossiers"),
        N_(
            "A PNG or JPEG file of at most 4 MB (a logo) that a new dossier has at the head of its papers. The town may "
            "change it."
        ),
    ),
    Setting(
        "DisableSample",
        Kind.SWITCH,
        N_("No sample commune"),
        N_("The sample commune can be neither made nor opened from the menu."),
    ),
    Setting(
        "DisableMail",
        Kind.SWITCH,
        N_("No messages"),
        N_("No message is prepared for a mail program, with or without a document."),
    ),
    Setting(
        "DisableImport",
        Kind.SWITCH,
        N_("No reading of spreadsheets"),
        N_("No spreadsheet and no official file is read into the registers."),
    ),
    Setting(
        "DisableCalendar",
        Kind.SWITCH,
        N_("No files for diaries"),
        N_("No date is written for a diary (.ics)."),
    ),
    Setting(
        "DisableStick",
        Kind.SWITCH,
        N_("No copies to a stick"),
        N_("No dossier is copied to a stick from the menu."),
    ),
)

_BY_NAME = {setting.key.casefold(): setting for setting in SETTINGS}


def setting_of(name: str) -> Setting | None:
    """Return the setting of a name, small letters or capitals; None where there is none."""
    return _BY_NAME.get(name.casefold())
