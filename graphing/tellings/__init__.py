"""One encounter told by several articles: which tellings belong together, where they differ, and how a plan turned out. Pure.

Precision first, as with names: tellings belong together where those who were there are mostly the same and the dates allow it;
articles never lose a meeting of their own, for one article tells its meetings apart itself. What people decided comes before all that.
"""

from graphing.tellings.choosing import choices
from graphing.tellings.encounters import Encounter, Field, Reading, encounter, encounters, gathered
from graphing.tellings.fitting import Doubt, doubts

__all__ = ["Doubt", "Encounter", "Field", "Reading", "choices", "doubts", "encounter", "encounters", "gathered"]
