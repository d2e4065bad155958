"""Make files like the national ones, of people and places that do not exist: RPPS, FINESS and the old FINESS csv.

    python tools/make_national_files.py FOLDER                            2.28 million rows, 740 MB, and 100,000 establishments
    python tools/make_national_files.py FOLDER --scale 0.1 --zip          a tenth of it, packed as it is downloaded too
    python tools/make_national_files.py FOLDER --communes 23096,23176     small ones, every quirk in each commune

Header and quirks are those of the files of October 2026 as they are known from excerpts; the same seed makes the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import random
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from msp_desktop.domain.commune import CommuneEntry
from msp_desktop.exchange import communes as known
from msp_desktop.formats.text import fold
from msp_desktop.method.departments import kit_departments

ROWS, ESTABLISHMENTS, SEED = 2_280_000, 100_000, 2026
RPPS_NAME = "PS_LibreAcces_Personne_activite_202610150912.txt"
ZIP_NAME = "PS_LibreAcces_202610150912.zip"
FINESS_NAME = "finess-structures-mensuel-20261001.json"
CSV_NAME = "etalab-cs1100507-stock-20260512-0338.csv"
#: Time stamp of what is packed: the same bytes each time.
STAMP = (2026, 10, 15, 9, 12, 0)

HEADER = (
    "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Code civilité d'exercice|Libellé civilité d'exercice|"
    "Code civilité|Libellé civilité|Nom d'exercice|Prénom d'exercice|Code profession|Libellé profession|"
    "Code catégorie professionnelle|Libellé catégorie professionnelle|Code type savoir-faire|Libellé type savoir-faire|"
    "Code savoir-faire|Libellé savoir-faire|Code mode exercice|Libellé mode exercice|Numéro SIRET site|Numéro SIREN site|"
    "Numéro FINESS site|Numéro FINESS établissement juridique|Identifiant technique de la structure|Raison sociale site|"
    "Enseigne commerciale site|Complément destinataire (coord. structure)|Complément point géographique (coord. structure)|"
    "Numéro Voie (coord. structure)|Indice répétition voie (coord. structure)|Code type de voie (coord. structure)|"
    "Libellé type de voie (coord. structure)|Libellé Voie (coord. structure)|Mention distribution (coord. structure)|"
    "Bureau cedex (coord. structure)|Code postal (coord. structure)|Code commune (coord. structure)|"
    "Libellé commune (coord. structure)|Code pays (coord. structure)|Libellé pays (coord. structure)|"
    "Téléphone (coord. structure)|Téléphone 2 (coord. structure)|Télécopie (coord. structure)|"
    "Adresse e-mail (coord. structure)|Code Département (structure)|Libellé Département (structure)|"
    "Ancien identifiant de la structure|Autorité d'enregistrement|Code secteur d'activité|Libellé secteur d'activité|"
    "Code section tableau pharmaciens|Libellé section tableau pharmaciens|Code rôle|Libellé rôle|Code genre activité|"
    "Libellé genre activité"
)
COLUMNS = HEADER.count("|") + 1

_NAMES = ["BERNARD", "THOMAS", "PETIT", "ROBERT", "DURAND", "MOREAU", "LAURENT", "SIMON", "MICHEL", "LEFÈVRE", "LEROY", "ROUX", "MOREL", "FOURNIER", "GIRARD", "MERCIER", "DUPONT", "LAMBERT", "FONTAINE", "ROUSSEAU", "MULLER", "FAURE", "BLANC", "GUÉRIN", "BOYER", "GARNIER", "CHEVALIER", "LEGRAND", "GAUTHIER", "N'GUYEN", "PERRIN", "CLÉMENT", "MASSON", "MARCHAND", "DUMONT"]  # fmt: skip
_FIRST = ["Marie", "Claire", "Jean", "Paul", "Anne", "Sophie", "Luc", "Élodie", "Nadia", "Karim", "Hélène", "Pierre", "Julie", "Marc", "Léa", "Hugo", "Inès", "Noé", "Chloé", "Anaïs", "Jean-Luc", "Marie-Ève", "Björn", "Zoé"]  # fmt: skip
_STREETS = ["de la Mairie", "du 8 Mai 1945", "des Écoles", "Jean Jaurès", "de l'Église", "Victor Hugo", "du Champ de Foire", "de la République"]  # fmt: skip
_WAYS = (("R", "Rue"), ("AV", "Avenue"), ("BD", "Boulevard"), ("PL", "Place"))
_SECTORS = (
    ("SA07", "Cabinet individuel", 30), ("SA08", "Cabinet de groupe", 22), ("SA01", "Etablissement public de santé", 16),
    ("SA52", "Maison de santé", 6), ("SA05", "Centre de santé", 5), ("SA09", "Société d'exercice libéral", 6),
    ("SA33", "Pharmacie d'officine", 9), ("SA04", "Etablissement pour personnes handicapées", 6),
)  # fmt: skip
_TRADES = (
    ("60", "Infirmier", "", "", 34), ("10", "Médecin", "SM54", "Médecine générale", 9),
    ("10", "Médecin", "SM26", "Qualifié en Médecine Générale", 9), ("10", "Médecin", "", "", 2),
    ("10", "Médecin", "SM04", "Cardiologie et maladies vasculaires", 4), ("10", "Médecin", "SM42", "Psychiatrie", 4),
    ("70", "Masseur-Kinésithérapeute", "", "", 9), ("21", "Pharmacien", "", "", 7), ("40", "Chirurgien-Dentiste", "", "", 5),
    ("50", "Sage-Femme", "", "", 2), ("80", "Pédicure-Podologue", "", "", 2), ("91", "Orthophoniste", "", "", 3),
    ("92", "Orthoptiste", "", "", 1), ("93", "Psychologue", "", "", 5), ("94", "Ergothérapeute", "", "", 2),
    ("95", "Diététicien", "", "", 1), ("96", "Psychomotricien", "", "", 1), ("26", "Audioprothésiste", "", "", 1),
    ("28", "Opticien-Lunetier", "", "", 3), ("86", "Technicien de laboratoire médical", "", "", 1),
    ("98", "Manipulateur ERM", "", "", 2),
)  # fmt: skip
_MODES = (("L", "Libéral", 55), ("S", "Salarié", 42), ("B", "Bénévole", 1), ("", "", 2))
_KINDS = (
    ("GENR01", "Activité standard de soin ou de pharmacien", 78), ("", "", 14), ("GENR02", "Remplacement", 4),
    ("GENR03", "Remplacement exclusif", 1), ("GENR04", "Activité non soignante", 3),
)  # fmt: skip
_CATEGORIES = (
    ("620", 22), ("611", 6), ("500", 9), ("603", 3), ("124", 4), ("125", 2), ("604", 1), ("606", 1), ("617", 1), ("641", 1),
    ("355", 2), ("101", 1), ("106", 1), ("156", 3), ("223", 3), ("354", 3), ("209", 2), ("460", 12), ("202", 4), ("639", 1),
    ("190", 9), ("246", 9),
)  # fmt: skip


@dataclass(frozen=True)
class Shape:
    """How the rows of a file are written: these differ from one year, or one way of downloading, to another."""

    bom: bool = False
    newline: str = "\n"
    trailing: bool = False
    missing: int = 0


@dataclass(frozen=True)
class Place:
    """Where somebody practises, as the columns 35 to 39 and 44 to 45 say it, and what a cedex calls it."""

    code: str
    postcode: str
    name: str
    department: str
    department_name: str
    people: int


def places_of(entries: Sequence[CommuneEntry]) -> list[Place]:
    """Return the places of communes: of Paris, Lyon and Marseille, their arrondissements."""
    found = []
    for entry in entries:
        name, people = entry.name.replace("’", "'"), entry.population or 0
        whole = {"75056": (75101, 75001, 20), "69123": (69381, 69001, 9), "13055": (13201, 13001, 16)}.get(entry.insee)
        for number in range(whole[2] if whole else 1):
            code, postcode = entry.insee, entry.postcodes[0] if entry.postcodes else ""
            said = name
            if whole:
                code, postcode, people = (
                    f"{whole[0] + number}",
                    f"{whole[1] + number}",
                    (entry.population or 0) // whole[2],
                )
                said = f"{name} {number + 1:02}"
            found.append(Place(code, postcode, said, entry.department_code, entry.department, people))
    return found


def all_places() -> list[Place]:
    """Return the places of the whole country."""
    codes = [department.code for department in kit_departments().departments]
    entries = (known.search(code, 10_000) for code in codes)
    found = {entry.insee: entry for some in entries for entry in some}
    return places_of(sorted(found.values(), key=lambda entry: entry.insee))


# RPPS


def _usual(place: Place) -> str:
    """Return columns 34 to 39: « Bureau cedex », postcode, commune, country."""
    return f"|{place.postcode}|{place.code}|{place.name}|99000|France"


def _cedex(place: Place) -> str:
    """A cedex's postcode beside the right commune."""
    postcode = f"{place.postcode[:2]}{900 + len(place.name):03}"
    return f"{_capitals(place)} CEDEX|{postcode}|{place.code}|{place.name}|99000|France"


def _no_commune(place: Place) -> str:
    """No commune, whose name stands in the column of the cedex."""
    return f"{place.postcode} {_capitals(place)}|{place.postcode}||||"


def _postcode_only(place: Place) -> str:
    return f"|{place.postcode}||||"


def _in_cedex_only(place: Place) -> str:
    return f"{place.postcode} {_capitals(place)}|||||"


def _abroad(place: Place) -> str:
    """A postcode that is one of ours elsewhere."""
    return f"|{place.postcode} 00||LUGANO|99140|Suisse"


def _capitals(place: Place) -> str:
    return fold(place.name).upper()


#: The ways a row says where, with how many in a thousand do so; 310 more say nothing at all.
_WHERES: tuple[tuple[Callable[[Place], str], int], ...] = (
    (_usual, 585), (_cedex, 25), (_no_commune, 40), (_postcode_only, 20), (_in_cedex_only, 10), (_abroad, 10),
)  # fmt: skip
_NOWHERE = 310
_KIND_WORDS = tuple(f"{code}|{words}" for code, words, _often in _KINDS)
_AUTHORITY = "CNOM/CNOI/ARS"


def _trades() -> tuple[list[str], list[int]]:
    """Return columns 9 to 18, and how frequent each is."""
    values, weights = [], []
    for code, words, skill, skill_words, often in _TRADES:
        kind = "S|Spécialité ordinale" if skill else "|"
        for mode, mode_words, share in _MODES:
            values.append(f"{code}|{words}|C|Civil|{kind}|{skill}|{skill_words}|{mode}|{mode_words}")
            weights.append(often * share)
    return values, weights


def _person(big: int) -> str:
    """Return columns 0 to 8."""
    rpps = f"10{big % 1_000_000_000:09}"
    title = "DR|Docteur" if big & 6 == 6 else "|"
    civility = "M|Monsieur" if big & 1 else "MME|Madame"
    name = _NAMES[(big >> 8) % len(_NAMES)]
    if big & 0xF00000 == 0:
        name += "-" + _NAMES[(big >> 16) % len(_NAMES)]
    return f"8|{rpps}|8{rpps}|{title}|{civility}|{name}|{_FIRST[(big >> 30) % len(_FIRST)]}"


def _structure(place: Place, where: str, big: int) -> str:
    """Return columns 19 to 47."""
    siren = f"{big % 899_999_999 + 100_000_000}"
    way, way_words = _WAYS[(big >> 3) & 3]
    name = f"CABINET {_NAMES[(big >> 12) % len(_NAMES)]}"
    if big % 97 == 0:
        name = f'SCM LE "{name}" DU CENTRE'
    brand = "MAISON MEDICALE DES TILLEULS" if big & 0x10000 else f"ESPACE {name}"
    finess = f"{place.department[:2]}{big % 9_999_999:07}" if big & 0x300 == 0 else ""
    phone = f"0{big % 5 + 1}{(big >> 5) % 100_000_000:08}" if big & 0xC00 else ""
    email = f"contact{big % 999_983}@exemple.fr" if big & 0x7000 == 0 else ""
    department = "075" if place.department == "75" and big & 0x8000 else place.department
    return (
        f"{siren}{big % 100_000:05}|{siren}|{finess}|{finess}|R{siren}{big % 100_000:05}|{name}|{brand}|||{(big >> 20) % 180 + 1}|"
        f"|{way}|{way_words}|{_STREETS[(big >> 26) & 7]}||{where}|{phone}|||{email}|{department}|{place.department_name}|"
        f"{siren}{big % 1_000_000:06}|{_AUTHORITY}"
    )


def rpps_rows(places: Sequence[Place], rows: int, seed: int = SEED) -> Iterator[str]:
    """Yield so many rows, of people of those places as they are peopled and of people of no place, with every quirk."""
    chance = random.Random(seed)
    trades, trade_weights = _trades()
    sectors = [f"{code}|{words}" for code, words, _often in _SECTORS]
    peopled = list(itertools.accumulate(max(place.people, 20) for place in places))
    wheres: list[Callable[[Place], str] | None] = [where for where, _often in _WHERES]
    who, work = "", ""
    for made in range(0, rows, 10_000):
        count = min(10_000, rows - made)
        for place, trade, sector, kind, where in zip(
            chance.choices(places, cum_weights=peopled, k=count),
            chance.choices(trades, weights=trade_weights, k=count),
            chance.choices(sectors, weights=[often for *_words, often in _SECTORS], k=count),
            chance.choices(_KIND_WORDS, weights=[often for *_words, often in _KINDS], k=count),
            chance.choices([*wheres, None], weights=[*(often for _where, often in _WHERES), _NOWHERE], k=count),
            strict=True,
        ):
            big = chance.getrandbits(62)
            lot = big >> 54  # of 256: the same person with another skill or elsewhere, or the very same activity again
            if lot > 50 or not who:
                who = _person(big)
            if lot > 5:
                work = trade
            if where is None:
                yield f"{who}|{work}{'|' * 29}{_AUTHORITY}||||||||"
            else:
                yield f"{who}|{work}|{_structure(place, where(place), big)}|{sector}|||||{kind}"


def odd_rows(places: Sequence[Place], seed: int = SEED) -> Iterator[str]:
    """Yield a row of each place for each way of saying where and each kind of activity, twice the first."""
    chance = random.Random(seed)
    trades, weights = _trades()
    for place in places:
        for (where, _often), kind in itertools.product(_WHERES, _KIND_WORDS):
            big = chance.getrandbits(62)
            (trade,) = chance.choices(trades, weights=weights)
            row = f"{_person(big)}|{trade}|{_structure(place, where(place), big)}|SA07|Cabinet individuel|||||{kind}"
            yield row
            if where is _usual:
                yield row


def write_rpps(path: Path, rows: Iterable[str], shape: Shape = Shape()) -> None:
    """Write an RPPS file."""
    width = COLUMNS - shape.missing

    def shaped(row: str) -> str:
        kept = "|".join(row.split("|")[:width]) if shape.missing else row
        return f"{kept}{'|' if shape.trailing else ''}{shape.newline}"

    waiting = map(shaped, itertools.chain([HEADER], rows))
    with path.open("wb") as out:
        out.write(b"\xef\xbb\xbf" if shape.bom else b"")
        while some := "".join(itertools.islice(waiting, 2_000)):
            out.write(some.encode())


def pack(path: Path, into: Path) -> None:
    """Write the zip as it is downloaded: the file with two others, which come before it and are not read."""
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED, compresslevel=5) as archive:
        for name in ("PS_LibreAcces_Dipl_AutExerc_202610150912.txt", "PS_LibreAcces_SavoirFaire_202610150912.txt"):
            archive.writestr(zipfile.ZipInfo(name, STAMP), "Type d'identifiant PP|Identifiant PP|Code diplôme obtenu\n")
        member = zipfile.ZipInfo(path.name, STAMP)
        member.compress_type = zipfile.ZIP_DEFLATED
        with path.open("rb") as plain, archive.open(member, "w", force_zip64=True) as out:
            shutil.copyfileobj(plain, out, 1 << 20)


# FINESS


def _activities(chance: random.Random) -> str:
    """Return the part of an establishment that nobody here reads, and which makes most of the file: about 7 kB."""
    several = [
        {
            "codeActivite": f"{chance.randrange(99):02}", "codeModalite": f"{chance.randrange(99):02}", "codeForme": "00",
            "numeroAutorisationARHGOS": f"{chance.getrandbits(40)}", "etatObjet": "A", "dateDebut": "2019-03-01",
            "capacite": {"autorisee": chance.randrange(90), "installee": None, "dateAutorisation": "2018-12-14"},
            "clientele": [{"codeClientele": f"{chance.randrange(999):03}", "ageMinimum": None, "ageMaximum": None}],
        }
        for _number in range(chance.randrange(10, 38))
    ]  # fmt: skip
    return json.dumps(several, separators=(",", ":"))


def _establishment(place: Place, category: str, big: int, activities: str, *, closed: str = "") -> str:
    """Return an establishment; its address of usage « 03 » is the second one in one of eight."""
    number = f"{place.department[:2]}{big % 10_000_000:07}"
    name = f"{'PHARMACIE' if category == '620' else 'CENTRE'} {_NAMES[(big >> 9) % len(_NAMES)]}"
    address = {
        "usageAdresse": "03", "numeroVoie": str((big >> 20) % 90 + 1), "typeVoie": "R", "libelleVoie": _STREETS[big & 7],
        "lieuDit": None, "cogCommune": place.code + (" " if big & 0xF0 == 0 else ""),
        "ligneAcheminement": f"{place.postcode} {_capitals(place)}", "codePostal": place.postcode,
        "coordonneesGeographique": {"x": f"{big % 900_000}", "y": f"{(big >> 8) % 6_000_000}", "precision": "1"},
    }  # fmt: skip
    addresses = [address]
    if big & 0x700 == 0:
        addresses.insert(0, address | {"usageAdresse": "01", "cogCommune": "75056", "codePostal": "75001"})
    phone = f"05{(big >> 5) % 100_000_000:08}"
    said = json.dumps(
        {
            "informationsGeneralesEGE": {
                "numFinessEge": number, "nomEgeCourt": name, "nomEgeLong": f'{name} "LES TILLEULS"' if big & 0x3F == 0 else name,
                "siret": f"{big % 10**14:014}", "dateOuverture": f"{1980 + big % 45}-0{big % 9 + 1}-15",
                "dateFermeture": closed or None,
            },
            "categorieentiteGeographiqueExercice": category,
            "adresse": addresses,
            "contact": [{"telecom": {"telephone": phone if big & 0x1F else f"{phone} / {phone[::-1]}", "telecopie": None, "courriel": f"accueil{big % 9973}@exemple.fr"}}],
            "etatObjet": "F" if closed else "A",
            "dateDerniereMaj": f"2026-0{big % 9 + 1}-01",
        },
        ensure_ascii=False, separators=(",", ":"),
    )  # fmt: skip
    return f'{said[:-1]},"activitesSoins":{activities}}}'


def finess_parts(drawn: Iterable[tuple[Place, str]], seed: int = SEED) -> Iterator[str]:
    """Yield the parts of a FINESS file of establishments, each a place and a category: one of twelve is closed."""
    chance = random.Random(seed)
    fillings = [_activities(chance) for _number in range(100)]
    yield '{"schemaVersion":"1.2.0","generatedAt":"2026-10-01T04:12:00Z","gco":[],"gcc":[],"pmej":['
    comma = ""
    waiting = iter(drawn)
    while some := list(itertools.islice(waiting, chance.randrange(1, 4))):
        owner = some[0][0]
        yield (
            f'{comma}{{"informationsGeneralesPMEJ":{{"numFinessPmej":"{chance.randrange(10**9):09}","statut":"60"}},"adresse":'
            f'[{{"usageAdresse":"01","cogCommune":"{owner.code}","codePostal":"{owner.postcode}"}}],"contact":[],"ege":['
        )
        yield ",".join(
            _establishment(
                place, category, chance.getrandbits(50), chance.choice(fillings),
                closed="2024-12-31" if chance.random() < 1 / 12 else "",
            )
            for place, category in some
        )  # fmt: skip
        yield "]}"
        comma = ","
    yield "]}"


def drawn_establishments(places: Sequence[Place], count: int, seed: int = SEED) -> Iterator[tuple[Place, str]]:
    """Yield so many places, as they are peopled, each with a category."""
    chance = random.Random(seed)
    where = chance.choices(places, weights=[max(place.people, 20) for place in places], k=count)
    what = chance.choices(
        [code for code, _often in _CATEGORIES], weights=[often for _code, often in _CATEGORIES], k=count
    )
    return zip(where, what, strict=True)


def write_finess(path: Path, parts: Iterable[str]) -> None:
    """Write a FINESS file."""
    waiting = iter(parts)
    with path.open("wb") as out:
        while some := "".join(itertools.islice(waiting, 200)):
            out.write(some.encode())


def compress(path: Path, into: Path) -> None:
    """Write a `.gz` of a file."""
    with path.open("rb") as plain, into.open("wb") as out, gzip.GzipFile(path.name, "wb", 5, out, mtime=0) as packed:
        shutil.copyfileobj(plain, packed, 1 << 20)


def write_csv(path: Path, drawn: Iterable[tuple[Place, str]], seed: int = SEED, encoding: str = "cp1252") -> None:
    """Write the old FINESS csv: overseas, its departments are 9A to 9F."""
    chance = random.Random(seed)
    lines = ["finess;etalab;95;2026-05-12"]
    for place, category in drawn:
        department = {"971": "9A", "972": "9B", "973": "9C", "974": "9D", "975": "9E", "976": "9F"}.get(
            place.code[:3], place.code[:2]
        )
        number, name = f"{place.department[:2]}{chance.randrange(10**7):07}", f"CENTRE {chance.choice(_NAMES)}"
        lines.append(
            f"structureet;{number};{number};{name};{name} DE SANTÉ;;;{chance.randrange(1, 90)};R;{chance.choice(_STREETS).upper()};;;"
            f"{place.code[-3:]};{department};{place.department_name.upper()};{place.postcode} {_capitals(place)};"
            f"05{chance.randrange(10**8):08};;{category};Catégorie {category};1000;Groupe;{chance.randrange(10**14):014};8621Z;07;ARS;"
            f";;1998-05-04;1998-05-04;2026-01-12;"
        )
    path.write_bytes("".join(f"{line}\n" for line in lines).encode(encoding))


def write_small(folder: Path, insee: Sequence[str], seed: int = SEED) -> list[Path]:
    """Write small files of some communes among those of their departments, each quirk in each; return the three of them."""
    entries = [entry for entry in map(known.by_insee, insee) if entry is not None]
    departments = sorted({entry.department_code for entry in entries})
    places = places_of(entries)
    around = places_of([entry for code in departments for entry in known.search(code, 10_000)])
    rows = itertools.chain(rpps_rows(around, 2_000, seed), odd_rows(places, seed))
    write_rpps(folder / RPPS_NAME, rows, Shape(bom=True, newline="\r\n", trailing=True))
    shown = [
        *itertools.product(places, [code for code, _often in _CATEGORIES]),
        *drawn_establishments(around, 300, seed),
    ]
    write_finess(folder / FINESS_NAME, finess_parts(shown, seed))
    write_csv(folder / CSV_NAME, shown, seed)
    return [folder / RPPS_NAME, folder / FINESS_NAME, folder / CSV_NAME]


def main(words: Sequence[str]) -> None:
    """Write what is asked."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("folder", type=Path)
    asked.add_argument("--scale", type=float, default=1.0, help="1 is the size of the real ones")
    asked.add_argument("--seed", type=int, default=SEED)
    asked.add_argument("--communes", default="", help="INSEE codes with commas between them: small files of these")
    asked.add_argument("--zip", action="store_true", help="packed too, as they are downloaded")
    options = asked.parse_args(words)
    options.folder.mkdir(parents=True, exist_ok=True)
    rpps, finess = options.folder / RPPS_NAME, options.folder / FINESS_NAME
    if options.communes:
        write_small(options.folder, options.communes.split(","), options.seed)
    else:
        places = all_places()
        write_rpps(rpps, rpps_rows(places, int(ROWS * options.scale), options.seed))
        drawn = drawn_establishments(places, int(ESTABLISHMENTS * options.scale), options.seed)
        write_finess(finess, finess_parts(drawn, options.seed))
    if options.zip:
        pack(rpps, options.folder / ZIP_NAME)
        compress(finess, options.folder / f"{FINESS_NAME}.gz")
    for path in sorted(options.folder.iterdir()):
        print(f"{path.stat().st_size / 1e6:10.1f} MB  {path.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
