"""Records: Markdown as people write it, read by one parser, and given marks."""
