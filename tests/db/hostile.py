"""Dossiers made to harm: each takes a sound one and turns it into what a stranger could send."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

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
