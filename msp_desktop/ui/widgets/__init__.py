"""Our own small widgets, one class a file: given what they need, wired by who uses them."""
