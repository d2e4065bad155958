"""The tab « Acteurs et suivi »: the directory, the journal, the roles, the communication; one page each."""
