"""Which part of a recording is which session."""
