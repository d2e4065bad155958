"""What assistive tools are given of the window, read from another process over AT-SPI, as Orca does."""
