"""The command line's words and options."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any

from msp_desktop import __version__
from msp_desktop.cli import values
from msp_desktop.cli.argparse_words import speak_our_language
from msp_desktop.domain.inventory_columns import REGISTER_COLUMNS
from msp_desktop.domain.scope import Audience
from msp_desktop.domain.tabs import TAB_KEYS
from msp_desktop.errors import UserError
from msp_desktop.i18n import LANGUAGES, _


class _Parser(argparse.ArgumentParser):
    """Say what is wrong with the options in one sentence, as every other user's error."""

    def parse_known_args(self, args: Sequence[str] | None = None, namespace: Any = None) -> Any:  # type: ignore[override]
        """Parse words; « --for=-- » lacks its word, of which argparse would make an empty list that nobody expects."""
        words = sys.argv[1:] if args is None else list(args)
        own = words[: words.index("--")] if "--" in words else words
        for word in own:
            if word.startswith("--") and word.endswith("=--"):
                option = word.removesuffix("=--")
                self.error(
                    _("argument %(argument_name)s: %(message)s")
                    % {"argument_name": option, "message": _("expected one argument")}
                )
        return super().parse_known_args(words, namespace)

    def error(self, message: str) -> None:  # type: ignore[override]
        raise UserError(
            _("The command is not understood ({message}). Try: msp-desktop --help").format(message=message.rstrip(" ."))
        )


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    speak_our_language()
    main = _Parser(prog="msp-desktop", description=_("Santé 100 jours: the first hundred days of a health project"))
    main.add_argument(
        "--version",
        action="version",
        version=f"msp-desktop {__version__}",
        help=_("show program's version number and exit"),
    )
    main.add_argument("--lang", choices=LANGUAGES, default="fr", help=_("language of the messages"))
    main.add_argument(
        "--auto-test",
        nargs="+",
        type=values.path,
        metavar=("REPORT.json", _("FILE")),
        help=_("run a short journey and quit"),
    )
    commands = main.add_subparsers(dest="command", metavar=_("COMMAND"))

    for add in (_on_dossiers, _on_tables, _on_documents, _on_copies, _on_federation):
        add(commands)
    return main


def _on_dossiers(commands: Any) -> None:
    command = commands.add_parser("open", help=_("open a dossier, or a federation’s answer, in the window"))
    command.add_argument("file", type=values.path, metavar=_("FILE"))

    command = commands.add_parser("demo", help=_("make the sample dossier, « Saint-Exemple »"))
    command.add_argument("--into", type=values.path, metavar=_("DIR"))
    command.add_argument(
        "--no-window",
        action="store_true",
        help=_("write every document instead of opening it; so too where there is no screen"),
    )
    _today(command)

    command = commands.add_parser("new", help=_("make a new dossier"))
    command.add_argument("file", type=values.target, metavar=_("FILE"))
    command.add_argument("--commune", required=True, metavar="INSEE")
    command.add_argument("--mandate-start", required=True, type=values.day, metavar="DATE")

    command = commands.add_parser("show", help=_("tell where a dossier is"))
    command.add_argument("file", type=values.path, metavar=_("FILE"))
    command.add_argument("--json", action="store_true")
    _today(command)

    command = commands.add_parser("find", help=_("find words anywhere in a dossier"))
    command.add_argument("file", type=values.path, metavar=_("FILE"))
    command.add_argument("words", nargs="+", metavar=_("WORDS"))
    _today(command)


def _on_tables(commands: Any) -> None:
    command = commands.add_parser(
        "import", help=_("read spreadsheets or official files into a register, after a safe copy")
    )
    command.add_argument("file", type=values.path, metavar=_("FILE"))
    command.add_argument("sources", nargs="+", type=values.path, metavar=_("SOURCE"))
    command.add_argument(
        "--register",
        choices=tuple(REGISTER_COLUMNS),
        default="professionals",
        metavar="|".join(REGISTER_COLUMNS),
        help=_("what the rows are (professionals where nothing is said)"),
    )
    command.add_argument(
        "--match",
        action="append",
        metavar=_("COLUMN=FIELD"),
        help=_("the field of a column of the file, by its name, its number or its letter; as often as needed"),
    )
    command.add_argument(
        "--communes",
        type=values.codes,
        metavar=_("CODES"),
        help=_("the INSEE codes an official file is read for, a comma between them (the dossier's commune)"),
    )
    command.add_argument("--epci", action="store_true", help=_("those of the same EPCI as well"))
    command.add_argument(
        "--accept",
        type=values.proposals,
        metavar="new,changed…",
        help=_(
            "what is taken of an official file, over what the dossier says: new, changed, existing, gone, to_confirm, "
            "set_aside (what fills or adds, where nothing is said)"
        ),
    )
    command.add_argument("--dry-run", action="store_true", help=_("tell what would come in, and write nothing"))
    command.add_argument("--json", action="store_true", help=_("tell it as JSON, for a program"))
    _today(command)

    command = commands.add_parser("pack", help=_("make small files of official ones, one a department"))
    command.add_argument("sources", nargs="+", type=values.path, metavar=_("SOURCE"))
    command.add_argument(
        "--department", required=True, metavar="23|23,87|all", help=_("for which departments, by their codes")
    )
    command.add_argument("--into", type=values.path, required=True, metavar=_("DIR"))
    _replace(command)


def _on_documents(commands: Any) -> None:
    command = commands.add_parser("export", help=_("write documents"))
    command.add_argument("file", type=values.path, metavar=_("FILE"))
    command.add_argument(
        "documents",
        nargs="+",
        metavar=_("DOCUMENT"),
        help=_("names of documents, « all » of them, or « data »: what they carry for programs, alone"),
    )
    command.add_argument("--into", type=values.path, required=True, metavar=_("DIR"))
    command.add_argument("--meeting", default="next", metavar="next|all|ID")
    command.add_argument("--word", action="store_true", help=_("write Word files, to change a sentence"))
    secret = command.add_mutually_exclusive_group()
    secret.add_argument(
        "--password", action="store_true", help=_("ask for the password of PDFs that open with it only")
    )
    secret.add_argument("--password-stdin", action="store_true", help=_("read it from the first line of the input"))
    command.add_argument(
        "--with-crossing", action="store_true", help=_("let out the crossed table, in which most cells are one person")
    )
    command.add_argument("--without-findings", action="store_true", help=_("let no finding of the inventory out"))
    _period(command)
    _replace(command)
    _today(command)

    command = commands.add_parser("person", help=_("write all that the dossier holds of a person, to be given to them"))
    command.add_argument("file", type=values.path, metavar=_("FILE"))
    command.add_argument("name", metavar=_("NAME"))
    command.add_argument("--into", type=values.path, required=True, metavar=_("DIR"))
    _today(command)

    command = commands.add_parser("draft", help=_("write a ready e-mail with a document attached"))
    command.add_argument("file", type=values.path, metavar=_("FILE"))
    command.add_argument("document", metavar=_("DOCUMENT"))
    command.add_argument("--out", type=values.target, required=True, metavar="MAIL.eml")
    command.add_argument("--to", metavar=_("ADDRESS"), help=_("another addressee than the one proposed"))
    command.add_argument("--meeting", default="next", metavar="next|ID")
    _period(command)
    _replace(command)
    _today(command)

    command = commands.add_parser("calendar", help=_("write meetings and due dates for a diary"))
    command.add_argument("file", type=values.path, metavar=_("FILE"))
    command.add_argument("--out", type=values.target, required=True, metavar="X.ics")
    command.add_argument("--meeting", metavar="next|all|ID", help=_("these meetings only"))
    _replace(command)
    _today(command)

    command = commands.add_parser("week", help=_("write one page of the week for all the dossiers"))
    command.add_argument("files", nargs="*", type=values.path, metavar=_("FILE"))
    command.add_argument("--into", type=values.path, required=True, metavar=_("DIR"))
    _replace(command)
    _today(command)

    command = commands.add_parser("basin", help=_("join two to six neighbouring communes from what they sent"))
    command.add_argument("sources", nargs="+", type=values.path, metavar=_("SOURCE"))
    command.add_argument("--into", type=values.path, required=True, metavar=_("DIR"))
    command.add_argument("--name", metavar=_("NAME"), help=_("what the basin is called"))
    command.add_argument("--json", action="store_true", help=_("tell it as JSON, for a program"))
    _replace(command)
    _today(command)

    command = commands.add_parser("picture", help=_("draw a tab of the window into an image"))
    command.add_argument("file", type=values.path, metavar=_("FILE"))
    command.add_argument("tab", choices=TAB_KEYS, metavar=_("TAB"), help=", ".join(TAB_KEYS))
    command.add_argument("--out", type=values.target, required=True, metavar="X.png")
    command.add_argument("--size", type=values.size, default=(1366, 768), metavar="1366x768")
    command.add_argument("--theme", choices=("light", "dark"), default="light")
    command.add_argument("--text", type=values.percent, default=100, metavar="%", help=_("text size, 100 to 200"))
    _replace(command)
    _today(command)


def _on_copies(commands: Any) -> None:
    command = commands.add_parser("check", help=_("check that a dossier is whole"))
    command.add_argument("file", type=values.path, metavar=_("FILE"))

    command = commands.add_parser("backup", help=_("make a safe copy"))
    command.add_argument("file", type=values.path, metavar=_("FILE"))
    command.add_argument("--into", type=values.path, required=True, metavar=_("DIR"))

    command = commands.add_parser("restore", help=_("put a safe copy in place of a dossier"))
    command.add_argument("backup", type=values.path, metavar=_("BACKUP"))
    command.add_argument("--into", type=values.target, required=True, metavar=_("FILE"))

    command = commands.add_parser("recover", help=_("recover what can be read of a damaged dossier into a new one"))
    command.add_argument("file", type=values.path, metavar=_("FILE"))
    command.add_argument("--into", type=values.target, required=True, metavar=_("FILE"))

    commands.add_parser("settings", help=_("tell as JSON what is set on this computer, and by whom"))


def _on_federation(commands: Any) -> None:
    command = commands.add_parser("consolidate", help=_("take what communes sent into a federation's base"))
    command.add_argument("sources", nargs="+", type=values.path, metavar=_("FILE"))
    command.add_argument(
        "--into",
        required=True,
        metavar="URL",
        help=_("the base: a file, or postgresql+psycopg://user@server/base, the only address the program ever asks"),
    )
    _base_password(command)
    command.add_argument("--json", action="store_true", help=_("tell it as JSON, for a program"))

    command = commands.add_parser("federation", help=_("tell what a federation's base knows of its communes"))
    command.add_argument("url", metavar="URL", help=_("the base: a file, or postgresql+psycopg://user@server/base"))
    _base_password(command)
    command.add_argument("--department", metavar="23", help=_("the communes of one department, by its code"))
    command.add_argument(
        "--export",
        type=values.target,
        metavar="X.xlsx|.csv|.pdf",
        help=_("write the table, or the summary for the ARS"),
    )
    command.add_argument("--json", action="store_true", help=_("tell it as JSON, for a program"))
    _replace(command)
    _today(command)

    command = commands.add_parser("answer", help=_("answer a commune of a federation’s base"))
    command.add_argument("base", metavar="URL", help=_("the base: a file, or postgresql+psycopg://user@server/base"))
    command.add_argument("insee", metavar="INSEE")
    _base_password(command)
    command.add_argument(
        "--lines", type=values.path, required=True, metavar="X.json", help=_("the lines of the answer, a JSON list")
    )
    command.add_argument("--signed", default="", metavar=_("NAME"), help=_("who signs the answer"))
    command.add_argument("--into", type=values.path, required=True, metavar=_("DIR"))


def _base_password(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--password-file",
        type=values.path,
        metavar=_("FILE"),
        help=_("read the password of the base from the first line of a file (else PGPASSWORD, or pgpass)"),
    )


def _period(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--since", type=values.day, metavar="DATE", help=_("first day told by a progress report, a journal")
    )
    command.add_argument("--until", type=values.day, metavar="DATE", help=_("last day told by it"))
    command.add_argument("--person", metavar=_("NAME"), help=_("one person of the directory, for a journal"))
    command.add_argument("--with-names", action="store_true", help=_("name the professionals in it, and in the data"))
    command.add_argument(
        "--for",
        dest="audience",
        choices=tuple(audience.value for audience in Audience),
        default=Audience.COUNCIL.value,
        metavar="council|mayor|federation",
        help=_("for whom it is written (the council where nothing is said)"),
    )


def _replace(command: argparse.ArgumentParser) -> None:
    command.add_argument("--replace", action="store_true", help=_("overwrite existing files"))


def _today(command: argparse.ArgumentParser) -> None:
    command.add_argument("--today", type=values.day, metavar="DATE", help=_("act as if it were this day (2026-04-28)"))
