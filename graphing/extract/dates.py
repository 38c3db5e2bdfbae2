"""The dates of an article, and which of them is that of a told encounter."""

from graphing.extract.dates_choice import date_for
from graphing.extract.dates_finding import DateMention, find_dates

__all__ = ["DateMention", "date_for", "find_dates"]
