"""The five errors to avoid (contenu-metier, section 2): each a small pure function, which says what the dossier shows of it."""
