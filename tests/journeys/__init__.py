"""Whole journeys of a secretary, from the icon to the paper: the window driven from outside, by mouse and keyboard.

Each ends in a file that is read back, each is done at 100 % and at 125 % on a screen of 1366×768, and each is listened to
as a screen reader would: what gets the keyboard must have a name. `Secretary` counts the clicks; a journey says how many
it may take.
"""
