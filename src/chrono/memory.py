"""Bounded memories: what was found out about a word or a day is kept, until there are too many.

Texts have few words and days, often; a memory that is emptied when it is full holds those of late,
at no cost but for the look-up.
"""

from __future__ import annotations

from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

MOST = 50_000
"""Entries of one memory: the vocabulary of some thousand articles, and a few megabytes."""


def keep(memory: dict[Key, Value], key: Key, value: Value) -> Value:
    """Put a value into a memory, emptied first if it is full, and return it.

    >>> memory: dict[str, int] = {}
    >>> keep(memory, "mardi", 5), memory
    (5, {'mardi': 5})
    """
    if len(memory) >= MOST:
        memory.clear()
    memory[key] = value
    return value
