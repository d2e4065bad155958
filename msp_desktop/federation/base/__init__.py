"""The base of a federation: one row a commune, every version, every file seen; a SQLite file or a PostgreSQL base."""
