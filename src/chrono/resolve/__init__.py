"""From a term and a context to a resolution: bounds, TIMEX3, EDTF, and why."""

from chrono.resolve.core import resolve
from chrono.resolve.direction import needs_direction
from chrono.resolve.parts import resolve_with_parts
from chrono.resolve.sight import Sight, sight

__all__ = ["Sight", "needs_direction", "resolve", "resolve_with_parts", "sight"]
