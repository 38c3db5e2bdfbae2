"""Documents are read, split into their articles and cleaned: bytes → Document → Article with a map back to the document."""

from graphing.articles.imprint import Imprint, imprint
from graphing.articles.readers import Problem, Settings, read_bytes, read_documents, read_text
from graphing.articles.splitting import printed_date, split_articles

__all__ = ["Imprint", "Problem", "Settings", "imprint", "printed_date", "read_bytes", "read_documents", "read_text", "split_articles"]
