"""Which words of an article name people and organisations."""
