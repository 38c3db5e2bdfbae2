"""The places of an article, and which of them is that of a told encounter."""

from graphing.extract.places_choice import place_for
from graphing.extract.places_finding import PlaceMention, find_places

__all__ = ["PlaceMention", "find_places", "place_for"]
