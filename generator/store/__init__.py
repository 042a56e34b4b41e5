"""Content on disk <-> model: reading, schemas, and faults with file, line and column."""
