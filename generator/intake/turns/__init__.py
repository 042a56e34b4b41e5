"""Who speaks where in a panel, or when an audience asks."""
