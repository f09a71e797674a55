"""Vague references to the past, the present and the future, kept but never put on a day."""

from __future__ import annotations

from chrono.grammar.rules import Rule
from chrono.model import Mod
from chrono.terms import Later, Ref, Refers

RULES = (
    Rule("référence vague", "REF", "TIMEX", Ref, 10),
    Rule("plus tard", "(un peu|bien|beaucoup|) plus tard", "TIMEX", lambda: Later(Mod.AFTER)),
    Rule("plus tôt", "(un peu|bien|) plus tôt (dans la journée|dans la semaine|)", "TIMEX",
         lambda: Later(Mod.BEFORE)),
    Rule("actuel", "(actuel|actuelle|actuels|actuelles)", "TIMEX", lambda: Ref(Refers.PRESENT)),
    Rule("l'avenir", "<(l'|un|son|leur|notre)> avenir", "TIMEX", lambda: Ref(Refers.FUTURE)),
    Rule("futur", "(le|la|les|l') (futur|future|futurs|futures)", "TIMEX", lambda: Ref(Refers.FUTURE)),
    Rule("prochain", "<(le|la|son|sa|leur|un|une|ce|cette|du|au)> (NEXT1)", "TIMEX", lambda _: Ref(Refers.FUTURE), -30),
    Rule("à ce moment-là", "(à|) ce moment - là", "TIMEX", lambda: Ref(Refers.PAST)),
)
