"""The schemas published say what the types do: real files pass both, wrong ones neither."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from msp_desktop.db.store import Store
from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.carried.envelope import content_id, decoded_data, decoded_reply, encoded
from msp_desktop.domain.carried.leaves import Leaves
from msp_desktop.domain.carried.refusals import RefusedError
from msp_desktop.domain.carried.reply import Reply
from msp_desktop.services.sending import commune_data
from tests.conftest import NOW, TODAY
from tests.domain.carried.test_envelope import ANSWER, TOLD
from tools.carried_schemas import FOLDER, main, schemas

DATA, REPLY = (
    Draft202012Validator(json.loads((FOLDER / name).read_text(encoding="utf-8")), format_checker=FormatChecker())
    for name in ("donnees-1.schema.json", "reponse-1.schema.json")
)


def test_the_schemas_published_are_those_of_the_types() -> None:
    assert main("check") == 0
    assert [path.name for path in schemas()] == ["donnees-1.schema.json", "reponse-1.schema.json"]
    for validator in (DATA, REPLY):
        Draft202012Validator.check_schema(validator.schema)


@pytest.mark.parametrize("leaves", [Leaves(), Leaves(names=True, crossed=True)])
def test_the_data_of_a_dossier_pass(sample: Store, leaves: Leaves) -> None:
    told = json.loads(encoded(commune_data(sample.reader, TODAY, NOW, leaves)))
    assert list(DATA.iter_errors(told)) == []
    assert list(REPLY.iter_errors(json.loads(encoded(ANSWER)))) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"version": 2},
        {"commune": {"insee": "2C004", "name": ""}},
        {"commune": {"insee": "", "name": "Saint-Essai\n"}},
        {"commune": {"insee": "", "name": "a\u0000"}},
        {"places": [{"profession": "medecin", "place": "here", "n": 10_001}]},
        {"day_zero": "22/03/2026"},
        {"sender": {}},
    ],
)
def test_what_the_types_refuse_the_schema_refuses(wrong: dict[str, Any]) -> None:
    told = json.loads(encoded(TOLD)) | wrong
    assert not DATA.is_valid(told)
    with pytest.raises(RefusedError):
        decoded_data(json.dumps(told).encode())


def test_an_answer_with_an_unknown_line_is_refused_by_both() -> None:
    told = json.loads(encoded(ANSWER)) | {"lines": [{"kind": "run", "key": "un"}]}
    assert not REPLY.is_valid(told)
    with pytest.raises(RefusedError):
        decoded_reply(json.dumps(told).encode())


def test_what_is_published_for_other_programs_says_each_field_and_its_example_is_one() -> None:
    page = (FOLDER.parents[1] / "docs" / "donnees-echangees.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```json\n(.+?)```", page, re.DOTALL)
    assert list(DATA.iter_errors(json.loads(example))) == []
    assert content_id(decoded_data(example.encode())) == as_published(json.loads(example))
    told = {name for row in re.findall(r"^\| (`.+?`) \|", page, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)}
    assert {*CommuneData.__struct_fields__, *Reply.__struct_fields__} <= told


def as_published(told: dict[str, Any]) -> str:
    """Return the identity of a content by what the page says, with no code of ours: the example gives nothing that is a default."""

    def said(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    told = told | {"made_at": "2020-01-01T00:00:00Z", "sender": {"dossier": told["sender"]["dossier"]}}
    for name in ("phases", "vigilances", "places", "departures", "ages", "crossed"):
        if name in told:
            told[name] = sorted(told[name], key=said)
    return hashlib.sha256(said(told).encode()).hexdigest()[:32]
