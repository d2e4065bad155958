"""The federation’s side: its base of communes (SQLite or PostgreSQL), what it shows of them, and what it sends back."""
