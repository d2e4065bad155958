"""Faults put into the real program from outside, at every system call: `python -m tests.faults`."""
