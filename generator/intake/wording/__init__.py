"""From what was heard to what is read: fillers, numbers, punctuation, paragraphs and chapters."""
