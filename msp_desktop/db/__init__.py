"""The dossier file: tables, changes, store, opening, copies, migrations."""
