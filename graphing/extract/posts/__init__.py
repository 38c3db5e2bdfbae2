"""Which posts people hold, and with whom, by the words beside their names."""
