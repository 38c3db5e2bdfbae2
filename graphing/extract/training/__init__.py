"""How the models are trained: from annotated articles, and from sentences made for it."""
