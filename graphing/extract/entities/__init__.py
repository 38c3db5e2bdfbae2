"""Who and what the names of an article stand for: its people and its organisations."""
