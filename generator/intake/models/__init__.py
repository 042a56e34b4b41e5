"""Models that may help, where somebody asks for them: signs of punctuation, and lightly edited paragraphs."""
