"""How right the readings are, on which texts that was measured, and what is known not to work."""

from graphing.view import accuracy, session
from graphing.view.entry import leave_home

leave_home()
accuracy.page(session.language())
