"""Markdown to HTML through an engine; what has changed; publishing whole."""
