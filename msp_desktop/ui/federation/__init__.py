"""The federation's window: a hundred communes at once, from what each of them sent."""
