"""Rules in plain Python on frozen values: no Qt, no SQL, no PDF."""
