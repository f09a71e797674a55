"""Vague references to the past, the present and the future, kept but never put on a day."""

from __future__ import annotations

from chrono.grammar.rules import Rule
from chrono.model import Mod
from chrono.terms import DayPart, Later, Ref, Refers

# What lasts for generations: "le monde de demain", "les métiers d'hier" are of no day.
_LASTING = (
    "(monde|mondes|société|sociétés|ville|villes|école|métier|métiers|génération|générations|"
    "jeunes|jeunesse|citoyens|adultes|emplois|industrie|médecine|agriculture|mobilité|mobilités|"
    "énergie|énergies|champions|talents|élites|technologies|europe|afrique|agriculteurs|artistes|"
    "scientifiques|habitat|usine|usines|hôpital|paysans|sportifs|dirigeants|entreprise|paysages)"
)
_VAGUELY = {-1: Ref(Refers.PAST), 0: Ref(Refers.PRESENT), 1: Ref(Refers.FUTURE)}

# fmt: off
RULES = (
    Rule("référence vague", "REF", "TIMEX", Ref, 10),
    Rule("plus tard", "(un peu|bien|beaucoup|) PLUS_TARD", "TIMEX", lambda _: Later(Mod.AFTER)),
    Rule("plus tôt", "(un peu|bien|) PLUS_TOT", "TIMEX", lambda _: Later(Mod.BEFORE)),
    Rule("plus tard dans la ‹partie›", "PLUS_TARD dans (la|l') (DAYTIME|EE)", "TIMEX",
         lambda _, p: DayPart(None, p), 4),
    Rule("le monde de ‹déictique›", f"<{_LASTING} (de|d')> DEICTIC", "TIMEX", _VAGUELY.get, 8),
    Rule("actuel", "ADJ_REF", "TIMEX", Ref),
    Rule("l'avenir", "l' AVENIR", "TIMEX", Ref),
    Rule("futur", "(le|la|les|l'|<(son|sa|ses|leur|leurs|un|une|de|des)>) ADJ_FUTURE", "TIMEX", Ref),
    Rule("dans le passé", "<dans> le passé", "TIMEX", lambda: Ref(Refers.PAST), 12),
    Rule("à ce moment-là", "ce MOMENT_WORD (-|) là", "TIMEX", lambda _: Ref(Refers.PAST)),
)
# fmt: on
