"""Record held against recording, and translation against source."""
