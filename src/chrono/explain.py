"""Derivations: how the words of an expression were composed, as lines for people."""

from __future__ import annotations

from chrono.grammar.chart import Edge


def derivation(edge: Edge) -> tuple[str, ...]:
    """The rules of an edge, the top one first, each step in by two spaces.

    A word is shown with its category; a rule with the term that it made.
    """
    lines: list[str] = []
    _draw(edge, 0, lines)
    return tuple(lines)


def _draw(edge: Edge, depth: int, lines: list[str]) -> None:
    indent = "  " * depth
    if edge.flat is None:
        if edge.category.startswith("="):
            lines.append(f"{indent}{edge.category[1:]}")
        elif edge.value is None:
            lines.append(f"{indent}{edge.category}")
        else:
            lines.append(f"{indent}{edge.category} {edge.value}")
        return
    lines.append(f"{indent}{edge.flat.rule.name} → {edge.category} {edge.value}")
    for child in edge.children:
        _draw(child, depth + 1, lines)
