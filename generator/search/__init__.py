"""The index that readers ask, and what a reader's query becomes."""
