"""From a term and a context to a resolution: bounds, TIMEX3, EDTF, and why."""

from chrono.resolve.core import resolve, resolve_parts
from chrono.resolve.direction import needs_direction

__all__ = ["needs_direction", "resolve", "resolve_parts"]
