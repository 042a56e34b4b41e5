"""One module a command; the only room that puts rooms together."""
