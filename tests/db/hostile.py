"""Dossiers made to harm: each takes a sound one and turns it into what a stranger could send."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from msp_desktop.db.sums import recompute

Craft = Callable[[Path], None]

#: Programs and things of others in the list of tables: by name, the SQL that puts them there.
FOREIGN_OBJECTS: dict[str, str] = {
    "trigger_delete": "CREATE TRIGGER t AFTER UPDATE ON action BEGIN DELETE FROM person; END",
    "trigger_before_insert": "CREATE TRIGGER t BEFORE INSERT ON person BEGIN DELETE FROM exchange; END",
    "trigger_after_delete": "CREATE TRIGGER t AFTER DELETE ON exchange BEGIN DELETE FROM meeting; END",
    "trigger_ignore": "CREATE TRIGGER t BEFORE UPDATE ON action BEGIN SELECT RAISE(IGNORE); END",
    "trigger_abort": "CREATE TRIGGER t BEFORE UPDATE ON action BEGIN SELECT RAISE(ABORT, 'https://exemple.fr'); END",
    "trigger_rollback": "CREATE TRIGGER t BEFORE UPDATE ON action BEGIN SELECT RAISE(ROLLBACK, 'x'); END",
    "trigger_memory": "CREATE TRIGGER t AFTER UPDATE ON action BEGIN UPDATE commune SET name=hex(zeroblob(4e8)); END",
    "trigger_endless": "CREATE TRIGGER t AFTER UPDATE ON action BEGIN INSERT INTO wording(code, text) "
    "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT x, 'a' FROM c; END",
    "trigger_recursive": "CREATE TRIGGER t AFTER UPDATE ON action BEGIN UPDATE action SET notes=notes||'x'; END",
    "trigger_of_column": "CREATE TRIGGER t AFTER UPDATE OF title ON action BEGIN DELETE FROM finding; END",
    "trigger_when": "CREATE TRIGGER t AFTER UPDATE ON action WHEN new.id=1 BEGIN DELETE FROM finding; END",
    "trigger_named_as_a_table": 'CREATE TRIGGER "action" AFTER UPDATE ON action BEGIN DELETE FROM finding; END',
    "view_more": "CREATE VIEW v AS SELECT * FROM person",
    "view_for_table": "ALTER TABLE person RENAME TO person_; CREATE VIEW person AS SELECT * FROM person_",
    "view_infinite": "DROP TABLE offer; CREATE VIEW offer AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL "
    "SELECT x+1 FROM c) SELECT x AS id, x AS position, '' AS kind FROM c",
    "view_commune_infinite": "CREATE TABLE commune_ AS SELECT * FROM commune; DROP TABLE commune; CREATE VIEW commune "
    "AS SELECT * FROM commune_ WHERE (WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) "
    "SELECT count(*) FROM c) > 0",
    "view_of_itself": "DROP TABLE offer; CREATE VIEW offer AS SELECT * FROM offer",
    "view_instead_of": "ALTER TABLE need RENAME TO need_; CREATE VIEW need AS SELECT * FROM need_; "
    "CREATE TRIGGER t INSTEAD OF INSERT ON need BEGIN DELETE FROM person; END",
    "view_of_pragma": "DROP TABLE offer; CREATE VIEW offer AS SELECT * FROM pragma_database_list",
    "virtual_fts": "CREATE VIRTUAL TABLE words USING fts5(text)",
    "virtual_fts_for_table": "DROP TABLE wording; CREATE VIRTUAL TABLE wording USING fts4(id, code, text)",
    "virtual_rtree": "CREATE VIRTUAL TABLE places USING rtree(id, a, b)",
    "virtual_dbstat": "CREATE VIRTUAL TABLE pages USING dbstat",
    "shadow_table": "CREATE TABLE words_data(id INTEGER PRIMARY KEY, block BLOB)",
    "table_more": "CREATE TABLE extra(id INTEGER PRIMARY KEY)",
    "table_autoincrement": "CREATE TABLE extra(id INTEGER PRIMARY KEY AUTOINCREMENT)",
    "table_strict": "CREATE TABLE extra(id INTEGER PRIMARY KEY) STRICT",
    "table_without_rowid": "DROP TABLE need; CREATE TABLE need (id INTEGER NOT NULL PRIMARY KEY, title) WITHOUT ROWID",
    "table_missing": "DROP TABLE opportunity",
    "column_more": "ALTER TABLE person ADD COLUMN more VARCHAR",
    "column_missing": "ALTER TABLE need DROP COLUMN details",
    "column_default": "ALTER TABLE person ADD COLUMN more DEFAULT 1",
    "column_generated": "ALTER TABLE person ADD COLUMN more AS (hex(zeroblob(400000000))) VIRTUAL",
    "column_collation": "ALTER TABLE person ADD COLUMN more COLLATE NOCASE",
    "column_references_nothing": "ALTER TABLE person ADD COLUMN more REFERENCES nowhere(id)",
    "column_renamed": "ALTER TABLE need RENAME COLUMN details TO detail",
    "index_more": "CREATE INDEX i ON person(last_name)",
    "index_expression": "CREATE INDEX i ON person(upper(last_name))",
    "index_partial": "CREATE INDEX i ON person(last_name) WHERE last_name > 'a'",
    "index_unique": "CREATE UNIQUE INDEX i ON person(id, last_name)",
    "index_missing": "DROP INDEX ix_next_step_action_id",
    "index_same_name": "DROP INDEX ix_next_step_action_id; CREATE INDEX ix_next_step_action_id ON person(last_name)",
    "index_descending": "DROP INDEX ix_next_step_action_id; "
    "CREATE INDEX ix_next_step_action_id ON next_step (action_id DESC)",
    "statistics": "ANALYZE",
    "statistics_poisoned": "ANALYZE; DELETE FROM sqlite_stat1; "
    "INSERT INTO sqlite_stat1 VALUES ('person', NULL, '99999999999999 1 unordered')",
    "version_of_alembic": "UPDATE alembic_version SET version_num='r99'",
    "version_of_alembic_twice": "INSERT INTO alembic_version VALUES ('r2')",
    "version_of_alembic_none": "DELETE FROM alembic_version",
    "user_version_zero": "PRAGMA user_version=0",
    "user_version_negative": "PRAGMA user_version=-3",
    "user_version_earlier": "PRAGMA user_version=1",
    "user_version_later": "PRAGMA user_version=2147483647",
    "application_id": "PRAGMA application_id=12",
}


def _person(before: str, after: str) -> str:
    return (
        "PRAGMA writable_schema=ON; "
        f"UPDATE sqlite_master SET sql=replace(sql, '{before}', '{after}') WHERE name='person' AND type='table'"
    )


#: The text of a table changed behind SQLite's back.
FOREIGN_TEXTS: dict[str, str] = {
    "text_check": _person("CONSTRAINT pk", "CHECK (length(randomblob(1000000000)) > 1), CONSTRAINT pk"),
    "text_check_endless": _person("CONSTRAINT pk", "CHECK (id IN (SELECT 1)), CONSTRAINT pk"),
    "text_default": _person("first_name VARCHAR NOT NULL", "first_name VARCHAR NOT NULL DEFAULT (hex(zeroblob(4e8)))"),
    "text_collation": _person("first_name VARCHAR NOT NULL", "first_name VARCHAR NOT NULL COLLATE nowhere"),
    "text_generated": _person("first_name VARCHAR NOT NULL", "first_name VARCHAR NOT NULL AS (last_name) STORED"),
    "text_nullable": _person("first_name VARCHAR NOT NULL", "first_name VARCHAR"),
    "text_type_in_quotes": _person("first_name VARCHAR NOT NULL", 'first_name "VARCHAR NOT NULL"'),
    "text_column_in_quotes": _person("first_name VARCHAR", "[first_name] VARCHAR"),
    "text_comment": _person("CONSTRAINT pk", "/* , */ CONSTRAINT pk"),
    "text_columns_swapped": _person("phone VARCHAR NOT NULL", "email VARCHAR NOT NULL"),
    "text_without_rowid": "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql=sql||' WITHOUT ROWID' "
    "WHERE name='person' AND type='table'",
    "text_nonsense": _person("CREATE TABLE", "CREATE TROUBLE"),
    "text_empty": "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql='' WHERE name='person'",
    "text_null": "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql=NULL WHERE name='person'",
    "text_ten_megabytes": _person("CONSTRAINT pk", "/*' || hex(zeroblob(5000000)) || '*/ CONSTRAINT pk"),
    "text_two_thousand_columns": "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql=(WITH RECURSIVE c(x) AS "
    "(SELECT 1 UNION ALL SELECT x+1 FROM c WHERE x<2000) SELECT 'CREATE TABLE person (id, '||group_concat('c'||x)||')' "
    "FROM c) WHERE name='person' AND type='table'",
    "text_deep": _person("CONSTRAINT pk", "CHECK (' || replace(hex(zeroblob(3000)), '00', '(') || '1), CONSTRAINT pk"),
    "page_shared": "PRAGMA writable_schema=ON; UPDATE sqlite_master SET rootpage=(SELECT rootpage FROM sqlite_master "
    "WHERE name='action' AND type='table') WHERE name='person' AND type='table'",
    "page_first": "PRAGMA writable_schema=ON; UPDATE sqlite_master SET rootpage=1 WHERE name='person'",
    "page_none": "PRAGMA writable_schema=ON; UPDATE sqlite_master SET rootpage=0 WHERE name='person'",
    "page_beyond": "PRAGMA writable_schema=ON; UPDATE sqlite_master SET rootpage=999999 WHERE name='person'",
    "page_negative": "PRAGMA writable_schema=ON; UPDATE sqlite_master SET rootpage=-1 WHERE name='person'",
    "page_of_an_index": "PRAGMA writable_schema=ON; UPDATE sqlite_master SET rootpage=(SELECT rootpage FROM "
    "sqlite_master WHERE name='ix_attendance_person_id') WHERE name='person'",
    "object_twice": "PRAGMA writable_schema=ON; INSERT INTO sqlite_master SELECT * FROM sqlite_master "
    "WHERE name='person'",
    "object_of_no_kind": "PRAGMA writable_schema=ON; INSERT INTO sqlite_master VALUES ('poem', 'x', 'x', 0, 'x')",
    "trigger_behind": "PRAGMA writable_schema=ON; INSERT INTO sqlite_master VALUES ('trigger', 't', 'action', 0, "
    "'CREATE TRIGGER t AFTER UPDATE ON action BEGIN DELETE FROM person; END')",
}


def by_sql(statements: str) -> Craft:
    """Return what runs statements on a dossier as any program could."""

    def craft(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as raw:
            raw.execute("PRAGMA foreign_keys=OFF")
            raw.executescript(statements)

    return craft


#: What must be refused whatever it holds, since its tables are not ours.
FOREIGN_SCHEMAS: dict[str, Craft] = {
    name: by_sql(statements) for name, statements in (FOREIGN_OBJECTS | FOREIGN_TEXTS).items()
}


#: Values no dossier holds: by name, the SQL that puts them there.
WRONG_VALUES: dict[str, str] = {
    "number_for_a_name": "UPDATE person SET last_name=12 WHERE id=1",
    "blob_for_a_name": "UPDATE person SET last_name=x'00ff' WHERE id=1",
    "null_for_a_name": "UPDATE person SET last_name=NULL WHERE id=1",
    "null_for_a_title": "UPDATE action SET title=NULL WHERE id=1",
    "text_for_a_number": "UPDATE action SET position='premier' WHERE id=1",
    "float_for_a_number": "UPDATE action SET position=1.5 WHERE id=1",
    "text_for_a_yes": "UPDATE action_step SET done='oui' WHERE id=1",
    "two_for_a_yes": "UPDATE action_step SET done=2 WHERE id=1",
    "word_unknown": "UPDATE action SET state='nowhere' WHERE id=1",
    "word_in_capitals": "UPDATE action SET state='TODO' WHERE id=1",
    "word_of_a_person": "UPDATE person SET category='king' WHERE id=1",
    "day_that_is_none": "UPDATE action SET planned_on='2026-02-31' WHERE id=1",
    "instant_of_a_day_that_is_none": "INSERT INTO produced_document VALUES "
    "(1,'agenda','t','','x.pdf','2026-02-30 12:00:00.000000','',0,'','','')",
    "day_in_words": "UPDATE action SET planned_on='demain' WHERE id=1",
    "day_as_a_number": "UPDATE action SET planned_on=20260428 WHERE id=1",
    "day_with_an_hour": "UPDATE action SET planned_on='2026-04-28 12:00' WHERE id=1",
    "day_empty": "UPDATE action SET planned_on='' WHERE id=1",
    "day_first": "UPDATE commune SET mandate_start='0001-01-01'",
    "day_last": "UPDATE commune SET mandate_start='9999-12-31'",
    "day_zero_last": "UPDATE commune SET day_zero='9999-12-31'",
    "day_year_zero": "UPDATE action SET due_on='0000-01-01' WHERE id=1",
    "day_negative": "UPDATE action SET due_on='-2026-01-01' WHERE id=1",
    "day_five_digits": "UPDATE action SET due_on='12026-01-01' WHERE id=1",
    "day_null": "UPDATE commune SET mandate_start=NULL",
    "hour_that_is_none": "UPDATE meeting SET starts_at='25:61:00.000000' WHERE id=1",
    "hour_in_words": "UPDATE meeting SET starts_at='midi' WHERE id=1",
    "instant_in_words": "INSERT INTO produced_document VALUES (1,'agenda','t','','x.pdf','hier','',0,'','','')",
    "instant_as_a_number": "INSERT INTO produced_document VALUES (1,'agenda','t','','x.pdf',1e9,'',0,'','','')",
    "instant_last": "INSERT INTO produced_document VALUES "
    "(1,'agenda','t','','x.pdf','9999-12-31 23:59:59.999999','',0,'','','')",
    "number_beyond_2_53": "UPDATE action SET position=9007199254740993 WHERE id=1",
    "number_least": "UPDATE action SET position=-9223372036854775808 WHERE id=1",
    "number_infinite": "UPDATE health_professional SET distance_km=9e999 WHERE id=1",
    "number_infinite_below": "UPDATE health_professional SET distance_km=-9e999 WHERE id=1",
    "number_enormous": "UPDATE health_professional SET distance_km=1e300 WHERE id=1",
    "minutes_enormous": "UPDATE agenda_item SET minutes=2000000000 WHERE id=1",
    "minutes_negative": "UPDATE agenda_item SET minutes=-5 WHERE id=1",
    "age_enormous": "UPDATE inventory SET retirement_age=1000000",
    "phase_enormous": "UPDATE action SET phase=1000 WHERE id=1",
    "id_negative": "INSERT INTO objective(id, position, title, person, notes) VALUES (-3, 1, 'x', '', '')",
    "id_zero": "INSERT INTO objective(id, position, title, person, notes) VALUES (0, 1, 'x', '', '')",
    "id_beyond_2_53": "INSERT INTO objective(id, position, title, person, notes) "
    "VALUES (9007199254740993, 1, 'x', '', '')",
    "id_greatest": "INSERT INTO objective(id, position, title, person, notes) "
    "VALUES (9223372036854775807, 1, 'x', '', '')",
    "orphan_step": "UPDATE action_step SET action_id=99999 WHERE id=1",
    "orphan_guest": "UPDATE attendance SET person_id=99999 WHERE id=1",
    "orphan_professional": "UPDATE health_professional SET person_id=99999 WHERE id=1",
    "orphan_link": "UPDATE assignment SET person_id=99999 WHERE id=(SELECT min(id) FROM assignment)",
    "reference_of_text": "UPDATE attendance SET meeting_id='un' WHERE id=1",
    "name_enormous": "UPDATE person SET last_name=replace(hex(zeroblob(600000)), '0', 'a') WHERE id=1",
    "name_of_the_commune_enormous": "UPDATE commune SET name=replace(hex(zeroblob(600000)), '0', 'a')",
    "word_enormous": "UPDATE person SET category=replace(hex(zeroblob(600000)), '0', 'a') WHERE id=1",
    "note_enormous": "UPDATE action SET notes=replace(hex(zeroblob(25000000)), '0', 'a') WHERE id=1",
    "picture_enormous": "UPDATE picture SET data=zeroblob(50000000)",
    "commune_missing": "DELETE FROM commune",
    "commune_second": "INSERT INTO commune SELECT 2,name,insee,postcode,department_code,department,region_code,region,"
    "epci_code,epci,population,is_sample,mayor_civility,mayor_first_name,mayor_last_name,elected_round,mandate_start,"
    "day_zero,address,phone,email,opening_hours,uid,dpo_name,dpo_email,dpo_phone,privacy_reviewed_on FROM commune",
    "commune_of_another_number": "UPDATE commune SET id=7",
    "inventory_second": "INSERT INTO inventory SELECT 2,made_with_federation,shared_on,retirement_age,notes "
    "FROM inventory",
    "everything_deleted": "".join(
        f"DELETE FROM {table};"
        for table in ("assignment", "attendance", "agenda_item", "preparation", "next_step", "meeting", "commune")
    ),
    "sum_of_nothing": "INSERT INTO content_sum VALUES ('nothing', 1, 1)",
    "sums_by_the_thousand": "INSERT INTO content_sum WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c "
    "WHERE x<150000) SELECT 'n'||x, 1, 1 FROM c",
    "sum_in_words": "UPDATE content_sum SET digest='abc'",
}


def by_value(statements: str) -> Craft:
    """Return what puts values into a dossier that its columns would not take, its tables as they were."""

    def craft(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as raw:
            texts = raw.execute("SELECT sql, name FROM sqlite_master WHERE type='table'").fetchall()
            _rewrite(raw, [(_lax(sql), name) for sql, name in texts if name not in ("alembic_version", "content_sum")])
        with closing(sqlite3.connect(path, isolation_level=None)) as raw:
            raw.execute("PRAGMA foreign_keys=OFF")
            raw.executescript(statements)
            _rewrite(raw, texts)
        if "content_sum" not in statements:
            with closing(sqlite3.connect(path)) as raw, raw:
                recompute(raw)  # who can write values can write their sums too

    return craft


def _lax(sql: str) -> str:
    """Return the text of a table that takes anything in any column but its id."""
    return re.sub(r" (NOT NULL|VARCHAR|DATETIME|DATE|BOOLEAN|FLOAT)\b|(?<!\tid) INTEGER", "", sql)


def _rewrite(raw: sqlite3.Connection, texts: list[tuple[str, str]]) -> None:
    raw.execute("PRAGMA writable_schema=ON")
    raw.executemany("UPDATE sqlite_master SET sql=? WHERE name=?", texts)


UNREADABLE: dict[str, Craft] = {name: by_value(statements) for name, statements in WRONG_VALUES.items()}

#: Text that SQLite takes for text: only reading it tells.
TEXT_TO_READ: dict[str, Craft] = {
    name: by_value(f"UPDATE person SET last_name=CAST(x'{text.hex()}' AS TEXT) WHERE id=1; DELETE FROM content_sum")
    for name, text in {
        "text_with_nul": b"Ro\x00che",
        "text_with_bell": b"Ro\x07che",
        "text_with_escape": b"\x1b[31mRoche",
        "text_with_return": b"Ro\rche",
        "text_with_c1": "Ro\x9bche".encode(),
        "text_not_utf8": b"Ro\xffche",
    }.items()
}


def _many(table: str, times: int, changes: str) -> str:
    """Return the SQL that adds copies of a table's first row, with changes of some columns (« name=SQL of x, … »)."""
    return (
        f"CREATE TEMP TABLE one AS SELECT * FROM {table} WHERE id=(SELECT min(id) FROM {table}); "
        f"CREATE TEMP TABLE many AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c WHERE x<{times}) "
        f"SELECT one.*, x FROM one, c; UPDATE many SET id=x+1000{', ' + changes if changes else ''}; "
        f"ALTER TABLE many DROP COLUMN x; INSERT INTO {table} SELECT * FROM many"
    )


_LONG = "substr(replace(hex(zeroblob(16384)), '0', 'a'), 1, 32767)"

#: As much, as far, as unheard of as a dossier may be: each opens, and every use of it is safe.
FAR: dict[str, Craft] = {
    name: by_value(statements)
    for name, statements in {
        "long_names": f"UPDATE person SET last_name={_LONG}, first_name={_LONG}, organisation={_LONG}",
        "long_titles": f"UPDATE action SET title={_LONG}; UPDATE meeting SET title={_LONG}; "
        f"UPDATE agenda_item SET title={_LONG}",
        "long_commune": f"UPDATE commune SET name={_LONG}, mayor_last_name={_LONG}, epci={_LONG}",
        "long_notes": "UPDATE action SET notes=hex(zeroblob(1000000)) WHERE id<4; UPDATE person SET notes="
        "hex(zeroblob(1000000)) WHERE id<4; UPDATE meeting SET summary=hex(zeroblob(100000))",
        "long_note_of_lines": "UPDATE action SET notes=replace(hex(zeroblob(500000)), '0', char(10)) WHERE id<4",
        "first_days": "UPDATE commune SET mandate_start='0100-01-01', day_zero='0100-01-01'; "
        "UPDATE action SET planned_start='0100-01-01', planned_on='0100-01-02', due_on='0100-01-01'; "
        "UPDATE exchange SET held_on='0100-01-01', next_step_on='0100-01-01'; UPDATE meeting SET held_on='0100-01-01'",
        "last_days": "UPDATE commune SET mandate_start='9899-12-31', day_zero='9899-12-31'; "
        "UPDATE action SET planned_start='9899-12-31', planned_on='9899-12-31', due_on='9899-12-31'; "
        "UPDATE exchange SET held_on='9899-12-31', next_step_on='9899-12-31'; UPDATE meeting SET held_on='9899-12-31'",
        "first_to_last_day": "UPDATE action SET planned_start='0100-01-01', planned_on='9899-12-31', "
        "due_on='9899-12-31'; UPDATE health_professional SET departure_on='9899-12-31', age_noted_on='0100-01-01'; "
        "UPDATE referent SET since='0100-01-01', until='9899-12-31'",
        "last_day_before_the_first": "UPDATE action SET planned_start='9899-12-31', planned_on='0100-01-01'",
        "greatest_numbers": "UPDATE action SET position=1000000000, phase=9; UPDATE need SET strength=9; "
        "UPDATE health_professional SET distance_km=1e9; UPDATE inventory SET retirement_age=150; "
        "UPDATE agenda_item SET minutes=100000, position=-1000000000; UPDATE commune SET population=-1000000000; "
        "UPDATE meeting SET present_count=1000000000; UPDATE referent SET hours_per_month=-1e9",
        "greatest_ids": "INSERT INTO objective(id, position, title, person, notes) VALUES (1000000000, 1, 'x', '', '')",
        "codes_unknown": "UPDATE action SET kit_code='inconnu'||id; UPDATE finding SET kit_code='inconnu'||id, "
        "theme='inconnu'; UPDATE mission SET kit_code='inconnu'||id, theme='inconnu'; UPDATE meeting SET kind='inconnu';"
        "UPDATE health_professional SET profession='inconnu'; UPDATE offer SET kind='inconnu'; UPDATE dynamic SET "
        "kind='inconnu'; UPDATE need SET profession='inconnu'; UPDATE opportunity SET profession='inconnu'; "
        "UPDATE federation_help SET code='inconnu'||id; UPDATE wording SET code='inconnu'||id; UPDATE picture SET "
        "media_type='inconnu'; UPDATE commune SET department_code='999', region_code='999', insee='zzzzz'",
        "codes_empty": "UPDATE action SET kit_code=NULL; UPDATE finding SET kit_code=NULL, theme=''; UPDATE mission SET "
        "kit_code=NULL, theme=''; UPDATE meeting SET kind=''; UPDATE health_professional SET profession=''; "
        "UPDATE offer SET kind=''; UPDATE commune SET department_code='', region_code='', insee=''",
        "texts_empty": "UPDATE person SET last_name='', first_name='', organisation='', civility=''; UPDATE action SET "
        "title=''; UPDATE meeting SET title='', uid=uid; UPDATE commune SET name=''; UPDATE objective SET title=''",
        "method_without_its_rows": "DELETE FROM finding; DELETE FROM mission; DELETE FROM inventory; "
        "DELETE FROM meeting_place; DELETE FROM referent; DELETE FROM action_step; DELETE FROM role",
        "referent_of_nobody": "UPDATE referent SET person_id=NULL, second_id=NULL",
        "referent_of_one_twice": "UPDATE referent SET kind='pair', second_id=person_id",
        "guest_twice_over": "UPDATE assignment SET action_id=NULL, objective_id=NULL, communication_id=NULL, "
        "next_step_id=NULL, exchange_id=NULL",
        "picture_of_zeros": "UPDATE picture SET data=zeroblob(4000000)",
        "picture_empty": "UPDATE picture SET data=x''",
        "braces_and_percents": "UPDATE commune SET name='{name} %s %(x)s {0}'; UPDATE person SET last_name='{name} %d'; "
        "UPDATE action SET title='{title} %s'; UPDATE meeting SET title='{}'",
        "sources_of_nonsense": "INSERT INTO produced_document VALUES (1,'agenda','t','','x.pdf',"
        "'2026-04-28 12:00:00.000000','',0,'[[[{','zz','zz'), (2,'nothing','t','','','2026-04-28 12:00:00.000000','',"
        "-5,'" + "[" * 5000 + "','',''), (3,'agenda','t','','/dev/zero','2026-04-28 12:00:00.000000','x',0,"
        "'{\"a\": 1}','','')",
    }.items()
}

#: As many rows of a kind as a whole mandate makes, or more: left to the long run.
MANY: dict[str, Craft] = {
    name: by_value(statements)
    for name, statements in {
        "people_by_the_thousand": _many("person", 5_000, "last_name='n'||x"),
        "exchanges_by_the_thousand": _many("exchange", 5_000, "subject='s'||x"),
        "actions_by_the_thousand": _many("action", 1_500, "title='t'||x, kit_code=NULL"),
        "meetings_by_the_thousand": _many("meeting", 2_500, "title='t'||x, uid='u'||x"),
        "points_by_the_thousand": _many("agenda_item", 2_500, "title='t'||x"),
        "steps_by_the_thousand": _many("action_step", 2_500, "text='t'||x"),
        "professionals_by_the_thousand": _many("health_professional", 2_000, "source='s'||x"),
    }.items()
}
