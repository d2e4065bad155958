from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from msp_desktop.domain.official import FileFound, FileKind, FoundOffer, Standing, WhyAside
from msp_desktop.exchange.open_data import finess
from msp_desktop.exchange.open_data.errors import NotOfficialError
from msp_desktop.exchange.open_data.finess import told_of
from msp_desktop.exchange.open_data.recognise import kind_of, read_official
from msp_desktop.exchange.open_data.sought import sought_of
from tests.exchange.open_data.finess_files import (
    CITY,
    SOUGHT,
    TOWN,
    address,
    compact,
    establishment,
    file_of,
    owner,
    packed,
    pretty,
    read_bytes,
)

slowly = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def one(folder: Path, entry: dict[str, Any]) -> FoundOffer:
    """Return what a file of one establishment tells of it."""
    (found,) = read_bytes(folder, compact(file_of(owner(entry, code="75101")))).found
    assert isinstance(found, FoundOffer)
    return found


def numbers(found: FileFound) -> list[str]:
    return [entry.finess for entry in found.found]


def expected(value: Any) -> set[str]:
    """Return the numbers that a parser of the whole finds in the town, by the rule of the format alone."""
    found = set()
    for body in value["pmej"]:
        for entry in body.get("ege", []):
            main = [place for place in entry.get("adresse", []) if place.get("usageAdresse") == "03"]
            if main and (main[0].get("cogCommune") or "").strip() == TOWN:
                found.add(entry["informationsGeneralesEGE"]["numFinessEge"])
    return found


@pytest.mark.parametrize("written", [compact, pretty])
@pytest.mark.parametrize("ending", [".json", ".json.gz", ".txt"])
def test_an_establishment_is_read_from_a_file_as_downloaded(tmp_path: Path, written: Any, ending: str) -> None:
    content = written(file_of(owner(establishment())))
    path = tmp_path / f"any name{ending}"
    path.write_bytes(packed(content) if ending.endswith("gz") else content)
    assert kind_of(path) is FileKind.FINESS
    read = read_official(path, SOUGHT)
    assert (read.file.kind, read.file.dated_on, read.file.kept) == (FileKind.FINESS, date(2026, 4, 2), 1)
    assert not read.file.incomplete
    assert read.found == (
        FoundOffer(
            finess="230000001",
            name="Pharmacie du Lavoir",
            kind="pharmacie",
            category="620",
            category_words="pharmacie",
            insee=TOWN,
            postcode="23240",
            town="Le Grand-Bourg",
            phone="05\u00a055\u00a000\u00a000\u00a001",
            address="3 rue du Pont",
            opened_on=date(2001, 2, 3),
            updated_on=date(2026, 3, 1),
        ),
    )


def test_an_owner_s_address_is_never_an_establishment_s(tmp_path: Path) -> None:
    content = compact(file_of(owner(establishment("1", address(CITY))), owner(establishment("2", address(CITY)))))
    assert read_bytes(tmp_path, content).found == ()


def test_only_the_main_address_counts_wherever_it_stands(tmp_path: Path) -> None:
    entries = [
        establishment("1", address(CITY, "06"), address(TOWN, "03")),
        establishment("2", address(TOWN, "06"), address(CITY, "03")),
        establishment("3", address(TOWN, "04"), address(TOWN, "03", numeroVoie="9")),
        establishment("4", address(TOWN, "06")),
        establishment("5", address(TOWN, None)),
        establishment("6", address(f"{TOWN}  ", "03 ")),
    ]
    read = read_bytes(tmp_path, compact(file_of(owner(*entries))))
    assert numbers(read) == ["1", "3", "5", "6"]
    third = read.found[1]
    assert isinstance(third, FoundOffer)
    assert third.address.startswith("9 ")
    assert read.file.lines == 10  # with the owner's


@pytest.mark.parametrize(
    ("more", "standing", "why"),
    [
        ({}, Standing.HERE, None),
        ({"etatObjet": "A "}, Standing.HERE, None),
        ({"etatObjet": "I"}, Standing.SET_ASIDE, WhyAside.CLOSED),
        ({"dateFermeture": "2025-12-31"}, Standing.SET_ASIDE, WhyAside.CLOSED),
        ({"categorieentiteGeographiqueExercice": "603 "}, Standing.HERE, None),
        ({"categorieentiteGeographiqueExercice": "246"}, Standing.SET_ASIDE, WhyAside.NOT_CARE),
        ({"categorieentiteGeographiqueExercice": None}, Standing.SET_ASIDE, WhyAside.NOT_CARE),
    ],
)
def test_what_is_closed_or_no_care_is_set_aside(
    tmp_path: Path, more: dict[str, Any], standing: Standing, why: WhyAside | None
) -> None:
    found = one(tmp_path, establishment(**more))
    assert (found.standing, found.why) == (standing, why)


def test_what_is_closed_and_never_was_care_is_left_out(tmp_path: Path) -> None:
    entry = establishment(categorieentiteGeographiqueExercice="246", etatObjet="I")
    assert read_bytes(tmp_path, compact(file_of(owner(entry)))).found == ()


@pytest.mark.parametrize(
    ("category", "kind"),
    [
        ("603", "msp"),
        ("124", "centre-de-sante"),
        ("125", "centre-de-sante"),
        ("620", "pharmacie"),
        ("641", "pharmacie"),
        ("611", "laboratoire"),
        ("355", "hopital"),
        ("101", "hopital"),
        ("106", "hopital"),
        ("156", "consultations"),
        ("354", "soins-infirmiers"),
        ("209", "soins-infirmiers"),
        ("500", "ehpad"),
        ("639", "teleconsultation"),
        ("604", "autre"),
        ("606", "autre"),
        ("617", "autre"),
        ("223", "autre"),
        ("460", "autre"),
        ("202", "autre"),
    ],
)
def test_a_category_is_a_kind_of_offer(tmp_path: Path, category: str, kind: str) -> None:
    found = one(tmp_path, establishment(categorieentiteGeographiqueExercice=category))
    assert (found.kind, found.standing, found.category) == (kind, Standing.HERE, category)
    assert found.category_words


def test_without_a_commune_the_postcode_is_to_be_confirmed(tmp_path: Path) -> None:
    entries = [establishment(str(number), address(code)) for number, code in enumerate((None, "", "  ", "0"))]
    entries.append(establishment("9", address(None, codePostal="23000", ligneAcheminement="23000 GUERET")))
    read = read_bytes(tmp_path, compact(file_of(owner(*entries[:3]), owner(*entries[4:]))))
    assert numbers(read) == ["0", "1", "2"]
    assert {entry.standing for entry in read.found} == {Standing.TO_CONFIRM}
    assert {entry.insee for entry in read.found} == {""}
    assert read.found[0].town == "Le Grand Bourg"


def test_former_codes_arrondissements_and_overseas_lead_to_today_s_commune(tmp_path: Path) -> None:
    sought = sought_of(["75056", "49023", "97411", "2A004"])
    codes = ("75112", "49006", "97411", "2A004", "69123")
    content = compact(file_of(owner(*(establishment(code, address(code)) for code in codes))))
    read = read_bytes(tmp_path, content, sought)
    assert [(entry.finess, entry.insee) for entry in read.found] == [
        ("75112", "75056"),
        ("49006", "49023"),
        ("97411", "97411"),
        ("2A004", "2A004"),
    ]


@pytest.mark.parametrize(
    ("phone", "said"),
    [
        ("0555000001/0555000002", "05 55 00 00 01 / 05 55 00 00 02"),
        ("05 55 00 00 01 05 55 00 00 02", "05 55 00 00 01 / 05 55 00 00 02"),
        ("05550000010555000002", "05 55 00 00 01 / 05 55 00 00 02"),
        ("0555000001 ou 0555000001", "05 55 00 00 01"),
        ("555000001", "05 55 00 00 01"),
        ("0590000001", "05 90 00 00 01"),
        ("standard", "standard"),
        (None, ""),
    ],
)
def test_two_numbers_may_share_a_field(tmp_path: Path, phone: str | None, said: str) -> None:
    found = one(tmp_path, establishment(contact=[{"telecom": {"telephone": phone, "courriel": "a@exemple.fr "}}]))
    assert found.phone.replace("\u00a0", " ") == said
    assert found.email == "a@exemple.fr"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("EHPAD LES TILLEULS", "EHPAD Les Tilleuls"),
        ("S.S.I.A.D. DU PAYS D'EXEMPLE", "S.S.I.A.D. du Pays d'Exemple"),
        ('MSP "LE CLOS"', 'MSP "le Clos"'),
        ("Pharmacie de la Tour", "Pharmacie de la Tour"),
        ("", "Pharmacie du Lavoir"),
    ],
)
def test_a_name_in_capitals_is_written_as_people_do(tmp_path: Path, name: str, said: str) -> None:
    assert one(tmp_path, establishment(nomEgeLong=name)).name.lower() == said.lower()
    assert ("EHPAD" in said) == ("EHPAD" in one(tmp_path, establishment(nomEgeLong=name)).name)


def values(draw: random.Random) -> dict[str, Any]:
    """Return a whole file drawn by lot, its quirks with it."""
    odd = ["A", 'B "quoted" {', "}]} \\", "é’œ", '"cogCommune":"23095"', "\\", "{{{", "] , [", "\n\t\u2028"]

    def place() -> dict[str, Any]:
        told = address(
            draw.choice([TOWN, TOWN, CITY, "75101", f"{TOWN} ", "230950"]),
            draw.choice(["03", "03", "06", "04"]),
            lieuDit=draw.choice(odd),
        )
        keys = list(told)
        draw.shuffle(keys)
        return {key: told[key] for key in keys}

    def body(number: int) -> dict[str, Any]:
        entries = []
        for place_ in range(draw.randrange(4)):
            entry = establishment(
                f"{number}{place_}", *(place() for _ in range(draw.randrange(1, 4))), note=draw.choice(odd)
            )
            entry["evenement"] = [{"codeEvenement": draw.choice(odd)} for _ in range(draw.randrange(3))]
            if draw.randrange(4) == 0:
                keys = list(entry)
                draw.shuffle(keys)
                entry = {key: entry[key] for key in keys}
            entries.append(entry)
        return owner(*entries, code=draw.choice([TOWN, CITY]))

    bodies = [body(number) for number in range(draw.randrange(1, 7))]
    return file_of(*bodies, owner(establishment("9", address(CITY))), gco=[{"adresse": [address()], "nom": odd[1]}])


@slowly
@given(seed=st.integers(0, 10**9), size=st.integers(20, 900), written=st.sampled_from([compact, pretty]))
def test_the_answer_is_a_parser_s_whatever_the_block(tmp_path: Path, seed: int, size: int, written: Any) -> None:
    value = values(random.Random(seed))
    content = written(value)
    read = read_bytes(tmp_path, content, size=size)
    assert set(numbers(read)) == expected(json.loads(content))
    assert len(numbers(read)) == len(set(numbers(read)))
    assert not read.file.incomplete
    assert read == read_bytes(tmp_path, content)


@pytest.mark.parametrize("size", [40, 1 << 18])
def test_a_file_cut_anywhere_is_told_and_tells_nothing_wrong(tmp_path: Path, size: int) -> None:
    content = compact(file_of(owner(establishment("1"), establishment("2")), owner(establishment("3"))))
    whole = read_bytes(tmp_path, content)
    assert not whole.file.incomplete
    for cut in range(1, len(content), 5 if size > 40 else 23):
        try:
            read = read_bytes(tmp_path, content[:cut], size=size)
        except NotOfficialError:
            continue
        assert read.file.incomplete, content[:cut][-80:]
        assert read.found == whole.found[: len(read.found)]


@pytest.mark.parametrize("tail", [b"\n", b"\r\n  ", b""])
def test_blank_after_the_end_is_no_fault(tmp_path: Path, tail: bytes) -> None:
    assert not read_bytes(tmp_path, pretty(file_of(owner(establishment()))) + tail).file.incomplete


def test_zeros_after_the_end_are_a_copy_that_failed(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, compact(file_of(owner(establishment()))) + bytes(4096)).file.incomplete


def test_a_packed_file_cut_short_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "finess.json.gz"
    path.write_bytes(packed(compact(file_of(*(owner(establishment(str(number))) for number in range(400)))))[:-900])
    with pytest.raises(NotOfficialError):
        read_official(path, SOUGHT)


def test_the_old_windows_alphabet_is_read(tmp_path: Path) -> None:
    content = compact(file_of(owner(establishment(nomEgeLong="Pharmacie de l’Étang"))))
    assert one_name(read_bytes(tmp_path, content.decode().encode("cp1252"))) == "Pharmacie de l’Étang"
    assert one_name(read_bytes(tmp_path, b"\xef\xbb\xbf" + content)) == "Pharmacie de l’Étang"


def one_name(read: FileFound) -> str:
    (found,) = read.found
    assert isinstance(found, FoundOffer)
    return found.name


HOSTILE = {
    "nested": b'{"schemaVersion":1,"pmej":' + b"[" * 10**6,
    "nested in an establishment": compact(file_of(owner(establishment(note="@")))).replace(b'"@"', b"[" * 10**6),
    "nested and closed": compact(file_of(owner(establishment(note="@")))).replace(b'"@"', b"[" * 10**5 + b"]" * 10**5),
    "endless string": compact(file_of(owner(establishment(note="@"))))[:-200] + b'"' + b"a" * (3 << 20),
    "endless name": compact(file_of(owner(establishment(nomEgeLong="A" * (3 << 20))))),
    "wrong types": compact(
        file_of(owner({**establishment(), "adresse": {"usageAdresse": 3, "cogCommune": TOWN}, "contact": "none"}))
    ),
    "more wrong types": compact(
        file_of(owner({**establishment(numFinessEge=230000001, nomEgeLong=[], nomEgeCourt={}), "contact": [1, None]}))
    ),
    "general information of another type": compact(file_of(owner({**establishment(), "informationsGeneralesEGE": 3}))),
    "twice the same keys": compact(file_of(owner(establishment("1"), establishment("1")))).replace(
        b'"etatObjet":"A"', b'"etatObjet":"I","etatObjet":"A"'
    ),
    "not a number": compact(file_of(owner(establishment(note="@")))).replace(b'"@"', b"NaN"),
    "half a letter": compact(file_of(owner(establishment(note="@")))).replace(b'"@"', b'"\\ud800"'),
    "huge number": compact(file_of(owner(establishment(note="@")))).replace(b'"@"', b"9" * 10**5),
    "many keys": b'{"pmej":[' + b'"cogCommune":"23095",' * 20_000,
    "many open": b'{"pmej":[' + b'{"cogCommune":null,' * 3_000,
    "only keys": b'{"pmej":"informationsGeneralesEGE" "cogCommune"',
    "names alone": b'{"gco":"informationsGeneralesEGE"}',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gives_a_value_or_one_sentence(tmp_path: Path, name: str) -> None:
    try:
        read = read_bytes(tmp_path, HOSTILE[name])
    except NotOfficialError:
        return
    assert len(read.found) <= 1
    assert all(entry.finess in ("", "1", "230000001") for entry in read.found)


@pytest.mark.parametrize("name", ["twice the same keys", "wrong types", "more wrong types"])
def test_what_can_be_understood_of_odd_types_is(tmp_path: Path, name: str) -> None:
    assert len(read_bytes(tmp_path, HOSTILE[name]).found) == 1


def test_what_cannot_be_decoded_leaves_the_others_and_is_told(tmp_path: Path) -> None:
    content = compact(file_of(owner(establishment("1"), establishment("2", note="@"), establishment("3"))))
    read = read_bytes(tmp_path, content.replace(b'"@"', b'"\xff\xff" ~'))
    assert numbers(read) == ["1", "3"]
    assert read.file.incomplete


@pytest.mark.parametrize(
    "content",
    [
        b'{"pmej":[{"informationsGeneralesPMEJ":{},"ege":[]}]}',
        b'{"schemaVersion":"v1.0.0","gco":[],"pmej":[]}',
        b'{"pmej":[{"ege":[{"informationsGeneralesEGE":{"numFinessEge":"1"},"activitesExercees":[]}]}]}',
    ],
)
def test_a_file_without_addresses_is_another_one(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(NotOfficialError):
        read_bytes(tmp_path, content)


@pytest.mark.parametrize("head", [b"[]", b"{}", b"PK\x03\x04", b"Code|Code commune", b'{"type":"FeatureCollection"}'])
def test_another_file_is_not_recognised(head: bytes) -> None:
    assert not finess.recognises(head)


def test_what_is_not_sought_is_passed_over_fast_in_any_amount(tmp_path: Path) -> None:
    """A gap of several blocks without any establishment loses nothing of what comes after."""
    filler = [{"typeGco": "003", "note": "x" * 1000} for _ in range(3000)]
    content = compact(file_of(owner(establishment()), gco=filler))
    read = read_bytes(tmp_path, content)
    assert numbers(read) == ["230000001"]
    assert not read.file.incomplete


def test_an_establishment_without_a_main_address_is_nowhere() -> None:
    told = told_of(establishment("1", address(None, "06"), address(None, "04")))
    assert told.code not in ("", TOWN)
