"""What `serve` is made of: the state that browsers are told, the server, and the watch over files."""
