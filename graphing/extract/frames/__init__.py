"""What each clause tells: who met whom, who is meant by words that name nobody, and whether it took place."""
