"""One package a tab; tabs do not know one another."""
