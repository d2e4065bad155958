"""Build the Windows installers of Santé 100 jours on Linux."""
