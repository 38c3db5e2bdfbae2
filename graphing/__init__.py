"""Hoedong: who met whom in Korean business news, and where it says so."""
