"""Scripts, sorting, dates and the words of the interface: all that depends on the reader's language."""
