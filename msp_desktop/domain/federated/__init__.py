"""What a federation sees of its communes: frozen values that its base gives, and the window, the command and the paper show."""
