"""French news-like text without end, for measuring speed: ours, and never the same twice.

The dispatches in `texts/` are written by hand. `articles` makes more in their manner: sentences
with and without dates, about one time expression in 240 characters as in regional news, and words
drawn by frequency from a list of 30,000 and names from one of 60,000, so that a program that
remembers words or phrases remembers what it would of real news and no more.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from peers import Doc
from wordfreq import top_n_list, word_frequency

TEXTS = Path(__file__).parent / "texts"
DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]

DATED = (
    "{Name} a annoncé {day} que {the} {word} {word2} serait {word3} {future}.",
    "Le {word} de {Name} avait {word2} {past}, selon {Name2}.",
    "{Past}, {Name} avait demandé au {word} de {word2} les {word3} de la région.",
    "« {Word} {word2} et {word3}, c'est ce que nous voulons », a déclaré {day} {Name} {Name2}.",
    "La réunion, prévue {future}, portera sur {the} {word} et les {word2} de {Name}.",
    "{Name}, {age} ans, a été {word} {clock}, {place}.",
    "Les travaux dureront {length} et devraient coûter {number} millions d'euros.",
    "Depuis {since}, le {word} ne cesse de {word2}, et {Name} n'y peut rien.",
    "{The} {word} {word2} de {Name} doit être {word3} {range}.",
    "Le {word} a progressé de {percent} % {period}, après une baisse de {percent} % {period2}.",
    "Interrogé {day} {clock}, {Name} a refusé de {word} sur {the} {word2}.",
    "Le tribunal se prononcera {future} sur {the} {word} ; le jugement de {Name} est attendu.",
)
UNDATED = (
    "Quelque {number} personnes ont {word} {place}, et {number} autres ont {word2} {the} {word3}.",
    "C'est {the} {word} le plus {word2} que {Name} ait {word3} ; {Name2} n'en dit pas davantage.",
    "Pour {Name}, {the} {word} {word2} reste un {word3} sans {word4}, ni plus ni moins.",
    "{The} {word}, {word2}, {word3} : rien ne manque au {word4} de {Name} {Name2}.",
    "Dans {the} {word} de {Name}, les {word2} sont {word3} et la {word4} se fait attendre.",
    "Les {word} {word2} du {word3} de {Name} ont été {word4} par une {word5} de {Name2}.",
    "On ne sait pas encore si {the} {word} {word2} ou si {Name} {word3} sans {word4}.",
    "Une partie du {word} a été {word2}, et {the} {word3} de la rue du {number} reste {word4}.",
    "« {The} {word} {word2}, et {the} {word3} avec », résume {Name}, qui {word4} la {word5}.",
    "Ni {the} {word} ni {the} {word2} n'ont répondu à {Name} sur {the} {word3}.",
    "{Name} {Name2}, {word} à la {word2}, juge que « {the} {word3} {word4} {the} {word5} ».",
    "Il faudra {word} {number} {word2} et {word3} la {word4}, ce qui n'est pas rien pour {Name}.",
)

SLOTS = {
    "day": ("{wd}", "{wd}", "{wd}", "hier", "{wd} {d} {m}", "le {d} {m}", "{wd} soir", "ce {wd}"),
    "past": (
        "{wd} dernier",
        "la semaine dernière",
        "il y a {n} jours",
        "il y a {n} mois",
        "le {d} {m} {y}",
        "en {m} {y}",
        "en {y}",
        "le mois dernier",
        "dans la nuit de {wd} à {wd2}",
        "au printemps {y}",
        "fin {y}",
        "début {m}",
    ),
    "future": (
        "{wd} prochain",
        "la semaine prochaine",
        "dans {n} jours",
        "le {d} {m}",
        "{wd} ou {wd2}",
        "d'ici à la fin de l'année",
        "à la mi-{m}",
        "demain",
        "à l'automne",
        "fin {m}",
        "avant le {d} {m}",
        "le week-end prochain",
    ),
    "since": ("{y}", "{wd}", "le {d} {m}", "{n} ans", "le début de l'année", "le mois de {m}"),
    "range": ("du {d} au {d2} {m}", "entre {wd} et {wd2}", "de {y} à {y2}", "les {d} et {d2} {m}"),
    "period": ("en {m}", "en {y}", "au deuxième trimestre", "l'an dernier", "sur un an"),
    "clock": ("vers {h} heures", "à {h}h{min}", "à {h} h", "peu après midi", "{wd} à {h}h{min}"),
    "length": ("{n} mois", "{n} ans", "{n} semaines", "une dizaine de jours", "plus de {n} ans"),
    "place": ("à {Name}", "près de {Name}", "dans {the} {word} de {Name}", "rue {Name}"),
}
SLOTS["period2"] = SLOTS["period"]
SYLLABLES = [
    "bar",
    "mon",
    "ver",
    "la",
    "ri",
    "cour",
    "saint",
    "bel",
    "vil",
    "dor",
    "an",
    "nec",
    "pu",
    "mau",
    "rin",
    "ker",
    "cas",
    "ta",
    "lou",
    "mi",
    "res",
]


def _names(number: int) -> list[str]:
    """Invented names, the same at every call."""
    invent = random.Random(0)
    made: dict[str, None] = {}
    while len(made) < number:
        made["".join(invent.choices(SYLLABLES, k=invent.randint(2, 4))).capitalize()] = None
    return list(made)


NAMES = _names(60_000)
NAME_WEIGHTS = list(accumulate(1 / rank**0.8 for rank in range(1, len(NAMES) + 1)))


class _Writer:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.words = [w for w in top_n_list("fr", 30_000) if w.isalpha() and len(w) > 2]
        self.names: list[str] = []
        self.weights: list[float] = []
        total = 0.0
        for word in self.words:
            total += word_frequency(word, "fr") ** 0.75  # running text has rarer content words
            self.weights.append(total)

    def word(self) -> str:
        return self.random.choices(self.words, cum_weights=self.weights)[0]

    def cast(self) -> None:
        """Choose who and what an article is about: names come back in it, as in news."""
        self.names = self.random.choices(NAMES, cum_weights=NAME_WEIGHTS, k=6)

    def name(self) -> str:
        return self.random.choice(self.names)

    def slot(self, match: re.Match[str]) -> str:
        name, choose = match.group(1), self.random.randint
        key = name.lower().rstrip("2345")
        if key in SLOTS or name in SLOTS:
            text = self.fill(self.random.choice(SLOTS.get(name, SLOTS.get(key, ("",)))))
        else:
            text = {
                "word": self.word,
                "name": self.name,
                "the": lambda: self.random.choice(("le", "la", "l'autre", "ce", "cette", "son")),
                "wd": lambda: self.random.choice(DAYS),
                "m": lambda: self.random.choice(MONTHS),
                "d": lambda: self.random.choice(("1er", *map(str, range(2, 29)))),
                "y": lambda: str(choose(1950, 2027)),
                "n": lambda: self.random.choice(
                    ("deux", "trois", "six", "dix", str(choose(2, 40)))
                ),
                "h": lambda: str(choose(1, 23)),
                "min": lambda: f"{choose(0, 59):02d}",
                "age": lambda: str(choose(18, 90)),
                "number": lambda: str(choose(2, 900)),
                "percent": lambda: f"{choose(0, 20)},{choose(0, 9)}",
            }[key]()
        return text[:1].upper() + text[1:] if name[0].isupper() else text

    def sentence(self) -> str:
        frames = DATED if self.random.random() < 0.28 else UNDATED
        return self.fill(self.random.choice(frames))

    def fill(self, frame: str) -> str:
        return re.sub(r"\{(\w+)\}", self.slot, frame)


def articles(seed: int = 1) -> Iterator[Doc]:
    """Articles of 600 to 1,500 characters, each another day's; the same seed, the same articles."""
    writer = _Writer(seed)
    number = 0
    while True:
        writer.cast()
        published = date(2019, 1, 1) + timedelta(days=writer.random.randrange(2400))
        paragraphs, size = [], writer.random.randint(600, 1500)
        while size > 0:
            paragraphs.append(" ".join(writer.sentence() for _ in range(4)))
            size -= len(paragraphs[-1])
        yield Doc(f"made-{seed}-{number}", "\n\n".join(paragraphs), published.isoformat())
        number += 1


def characters(size: int, seed: int = 1) -> list[Doc]:
    """Articles of together at least `size` characters."""
    docs = []
    for doc in articles(seed):
        docs.append(doc)
        size -= len(doc.text)
        if size <= 0:
            break
    return docs


def dispatches() -> list[Doc]:
    """The articles written by hand."""
    docs = []
    for path in sorted(TEXTS.glob("*.txt")):
        for number, text in enumerate(path.read_text("utf-8").split("\n===\n")):
            head, _, body = text.partition("\n")
            docs.append(Doc(f"{path.stem}-{number}", body, head.removeprefix("@ ")))
    return docs
