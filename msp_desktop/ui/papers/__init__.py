"""Documents on screen and out of the house: preview, print, send, list."""
