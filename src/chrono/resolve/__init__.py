"""From a term and a context to a resolution: bounds, TIMEX3, EDTF, and why."""

from chrono.resolve.core import needs_direction, resolve, resolve_parts

__all__ = ["needs_direction", "resolve", "resolve_parts"]
