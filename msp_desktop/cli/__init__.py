"""The services from a terminal: same verbs as the window, no window."""
