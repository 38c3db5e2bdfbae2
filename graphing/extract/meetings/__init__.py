"""What clauses tell, dated, placed and gathered into the encounters of an article."""
