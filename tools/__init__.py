"""What developers run, and what tests and pictures share: the scenes of the window."""
