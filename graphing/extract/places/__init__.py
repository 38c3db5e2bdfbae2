"""The places of an article, and which of them is that of a told encounter."""
