"""Write news articles of a made-up country, with what each sentence tells: the truth to merge by.

    python bench/generate_articles.py --articles 10000 --seed 1 > articles.jsonl

One JSON line an article: `title`, `published`, `url`, `text`, and `truth`, a list of
``{"start", "end", "event"}``: the sentences that tell an event (offsets in code points). The same
arguments give the same bytes. Events come in families that look alike on purpose: the same thing
in another town on the same day, in the same town a week later, with other figures.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


MONTHS = _listed(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
)
DAYS = _listed("lundi mardi mercredi jeudi vendredi samedi dimanche")
SOURCES = ("depeche.example", "quotidien.example", "radio.example", "agence.example")

HEADS = _listed(
    "Val Mont Clar Ros Bel Orc Tar Gran Sar Vern Cham Lor Mar Pel Rav Sol Vil Fon Cour Bar Gal Mer"
)
TAILS = _listed(
    "brune court igny mare sac leven oyre entin issac ville ombre ault agne otte euil evran oux"
)
FIRST = _listed(
    "Claire Paul Hélène Gérard Inès Milan Lina Marc Sophie Karim Anne Louis Jeanne Hugo Nadia "
    "Pierre Alice Samuel Émile Laure"
)
LAST_HEADS = _listed("Ver Mor Del Car Ans Mau Lef Rou Gau Ber Tes Nor Pas Cha Dur Fab")
LAST_TAILS = _listed("dier eau motte rance el pin ebvre sset tier nard sier mand cal bert and iani")

TRADES = _listed("cheminots enseignants éboueurs infirmiers dockers postiers pompiers boulangers")
CRIMES = ("détournement de fonds", "escroquerie", "trafic de drogue", "faux témoignage")
CAUSES = ("la fermeture de l'hôpital", "le projet d'autoroute", "la réforme des retraites",
          "la vie chère", "l'extension de l'aéroport")  # fmt: skip
SITES = ("une usine chimique", "un immeuble", "une boulangerie", "un entrepôt", "une école")
BUILDINGS = ("le nouveau musée", "la médiathèque", "le tramway", "la piscine olympique", "le pont")
OFFICES = ("ministre de la Santé", "ministre des Transports", "ministre de la Justice",
           "ministre de l'Agriculture")  # fmt: skip
TOPICS = ("les salaires", "le temps de travail", "le télétravail", "les retraites")
TOWNS, PEOPLE = 90, 240
MOVED, MISTAKEN, VAGUE = 0.15, 0.03, 0.12
"""How many plans are put off, days told wrong by one source, memories without a day."""

FILLERS = (
    "Aucune autre précision n'était disponible dans l'immédiat.",
    "La préfecture appelle à la prudence.",
    "Les autorités locales suivent la situation de près.",
    "Le dossier reste sensible dans la région.",
    "Les habitants attendent des réponses.",
)

# (planned, told, remembered, titles); {d} is the day, {p} the town.
KINDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "explosion": (
        (),
        ("Une explosion a fait {n} blessés {d} dans {site} de {p}.",
         "Une violente explosion s'est produite {d} dans {site} de {p}, faisant {n} blessés.",
         "L'explosion survenue {d} dans {site} de {p} a fait {n} blessés."),
        ("Une explosion avait fait {n} blessés {d} dans {site} de {p}.",),
        ("Explosion à {p} : {n} blessés", "{p} : une explosion fait {n} blessés"),
    ),
    "grève": (
        ("Les {trade} de {p} seront en grève {d}.",
         "Les {trade} de {p} sont appelés à faire grève {d}."),
        ("La grève des {trade} de {p} a été très suivie {d}.",
         "Les {trade} de {p} ont fait grève {d}."),
        ("Les {trade} de {p} avaient fait grève {d}.",),
        ("{p} : grève des {trade}", "Les {trade} de {p} en grève"),
    ),
    "procès": (
        ("Le procès de {x}, poursuivi pour {crime}, s'ouvrira {d} à {p}.",),
        ("Le procès de {x}, poursuivi pour {crime}, s'est ouvert {d} à {p}.",
         "{x} a comparu {d} devant le tribunal de {p} pour {crime}."),
        ("Le procès de {x} s'était ouvert {d} à {p}.",),
        ("{p} : {x} devant ses juges", "Procès de {x} à {p}"),
    ),
    "visite": (
        ("{x}, {office}, se rendra {d} à {p}.", "{x}, {office}, est attendu {d} à {p}."),
        ("{x}, {office}, s'est rendu {d} à {p}.", "{x}, {office}, a visité {p} {d}."),
        ("{x}, {office}, s'était rendu {d} à {p}.",),
        ("{x} en visite à {p}", "Visite de {x} à {p}"),
    ),
    "incendie": (
        (),
        ("Un incendie a détruit {n} hectares de forêt {d} près de {p}.",
         "{n} hectares de forêt ont brûlé {d} près de {p} dans un incendie."),
        ("Un incendie avait détruit {n} hectares de forêt {d} près de {p}.",),
        ("Incendie de forêt près de {p}", "{p} : {n} hectares détruits par un incendie"),
    ),
    "manifestation": (
        ("Une manifestation contre {cause} aura lieu {d} à {p}.",
         "Les opposants manifesteront {d} à {p} contre {cause}."),
        ("Plusieurs milliers de personnes ont manifesté {d} à {p} contre {cause}.",
         "Une manifestation contre {cause} a réuni {n} personnes {d} à {p}."),
        ("Plusieurs milliers de personnes avaient manifesté {d} à {p} contre {cause}.",),
        ("{p} : manifestation contre {cause}", "Manifestation à {p} contre {cause}"),
    ),
    "accident": (
        (),
        ("Un autocar a quitté la route {d} près de {p}, faisant {n} blessés.",
         "L'accident d'un autocar a fait {n} blessés {d} près de {p}."),
        ("L'accident d'un autocar avait fait {n} blessés {d} près de {p}.",),
        ("Accident d'autocar près de {p}", "{p} : {n} blessés dans un accident d'autocar"),
    ),
    "élection": (
        ("Le conseil municipal de {p} élira son nouveau maire {d}, {x} étant seul candidat.",),
        ("{x} a été élu {d} maire de {p}.", "Le conseil municipal de {p} a élu {x} maire {d}."),
        ("{x} avait été élu {d} maire de {p}.",),
        ("{x} élu maire de {p}", "{p} : {x} nouveau maire"),
    ),
    "accord": (
        ("La direction de {c} et les syndicats signeront {d} à {p} un accord sur {topic}.",),
        ("La direction de {c} et les syndicats ont signé {d} à {p} un accord sur {topic}.",
         "Un accord sur {topic} a été signé {d} à {p} par la direction de {c} et les syndicats."),
        ("La direction de {c} avait signé {d} à {p} un accord sur {topic}.",),
        ("{c} : accord sur {topic}", "Accord sur {topic} chez {c} à {p}"),
    ),
    "arrestation": (
        (),
        ("{x}, soupçonné de {crime}, a été arrêté {d} à {p}.",
         "La police a interpellé {d} à {p} {x}, soupçonné de {crime}."),
        ("{x} avait été arrêté {d} à {p}.",),
        ("{x} arrêté à {p}", "{p} : arrestation de {x}"),
    ),
    "inauguration": (
        ("{x} inaugurera {d} {building} de {p}.",),
        ("{x} a inauguré {d} {building} de {p}.",
         "Cérémonie attendue depuis des années, {building} de {p} a été inauguré {d} par {x}."),
        ("{x} avait inauguré {d} {building} de {p}.",),
        ("{p} : {x} inaugure {building}", "Inauguration à {p}"),
    ),
}  # fmt: skip


THINGS = {
    "procès": "Le procès de {x}, poursuivi pour {crime} à {p}",
    "visite": "La visite à {p} de {x}, {office}",
    "manifestation": "La manifestation de {p} contre {cause}",
}
"""What can be put off, as a noun."""


@dataclass(frozen=True)
class Happening:
    """Something that happens, as the generator knows it."""

    number: int
    kind: str
    day: date
    words: dict[str, str]
    planned_on: date | None = None


@dataclass
class Text:
    """A text that grows, with the spans of what it tells."""

    parts: list[str] = field(default_factory=list)
    truth: list[dict[str, int]] = field(default_factory=list)

    @property
    def length(self) -> int:
        """How many characters it has."""
        return sum(map(len, self.parts))

    def add(self, sentence: str, event: int | None, gap: str) -> None:
        """Add a sentence after a gap; `event` is what it tells."""
        if self.parts:
            self.parts.append(gap)
        start = self.length
        self.parts.append(sentence)
        if event is not None:
            self.truth.append({"start": start, "end": start + len(sentence), "event": event})


class World:
    """The made-up country: its towns, its people, what happens there."""

    def __init__(self, seed: int, first: date, days: int, events: int) -> None:
        self.dice = random.Random(seed)
        towns = sorted({head + tail for head in HEADS for tail in TAILS})
        people = sorted(
            {f"{name} {a}{b}" for name in FIRST for a in LAST_HEADS for b in LAST_TAILS}
        )
        # Few enough to meet again: the same town and the same people make other news.
        self.towns = sorted(self.dice.sample(towns, TOWNS))
        self.people = sorted(self.dice.sample(people, PEOPLE))
        self.companies = sorted(
            {f"{a}{b.capitalize()}" for a in LAST_HEADS for b in ("tech", "mat", "lux")}
        )
        self.events: list[Happening] = []
        while len(self.events) < events:
            self._happen(first + timedelta(days=self.dice.randrange(days)))
        self.events.sort(key=lambda event: (event.day, event.number))

    def _happen(self, day: date) -> None:
        dice = self.dice
        kind = dice.choice(sorted(KINDS))
        words = {
            "p": dice.choice(self.towns),
            "x": dice.choice(self.people),
            "n": str(dice.randrange(2, 90)),
            "site": dice.choice(SITES),
            "trade": dice.choice(TRADES),
            "crime": dice.choice(CRIMES),
            "cause": dice.choice(CAUSES),
            "office": dice.choice(OFFICES),
            "building": dice.choice(BUILDINGS),
            "topic": dice.choice(TOPICS),
            "c": dice.choice(self.companies),
        }
        self._add(kind, day, words)
        twin = dice.random()
        other = {"x": dice.choice(self.people), "n": str(dice.randrange(2, 90))}
        if twin < 0.10:  # the same day, another town
            self._add(kind, day, {**words, **other, "p": dice.choice(self.towns)})
        elif twin < 0.20:  # the same town, a week later
            self._add(kind, day + timedelta(days=7), {**words, **other})

    def _add(self, kind: str, day: date, words: dict[str, str]) -> None:
        before = None
        if KINDS[kind][0] and kind in THINGS and self.dice.random() < MOVED:
            before = day - timedelta(days=self.dice.randrange(5, 40))
        self.events.append(Happening(len(self.events), kind, day, words, before))

    def sentence(self, event: Happening, published: date, background: bool) -> str:
        """Tell an event as seen from a publication day."""
        planned, told, remembered, _ = KINDS[event.kind]
        day = event.day
        if event.day > published:
            forms = planned
            if event.planned_on is not None:
                day = event.planned_on
                if (day - published).days <= 2:  # the news is that it is put off
                    thing = THINGS[event.kind].format(**event.words)
                    return (
                        f"{thing}, qui devait avoir lieu {self.day(day, published)}, "
                        f"est reporté{'e' if thing.startswith(('Une', 'La')) else ''} "
                        f"au {_number(event.day)} {MONTHS[event.day.month - 1]}."
                    )
        elif background:
            forms = (*remembered, *told)
        else:
            forms = told
        said = self.day(day, published)
        past = day < published
        if background and past and self.dice.random() < VAGUE:
            said = self.vague(day, published)
        elif past and not background and self.dice.random() < MISTAKEN:
            said = self.day(day - timedelta(days=1), published)
        text = self.dice.choice(forms).format(d=said, **event.words)
        return text[:1].upper() + text[1:]

    def vague(self, day: date, published: date) -> str:
        """Say a day as people remember it: by its month, or its week."""
        away = published.isocalendar().week - day.isocalendar().week
        if away == 1 and published.year == day.year:
            return "la semaine dernière"
        text = f"en {MONTHS[day.month - 1]}"
        return text if (published - day).days < 150 else f"{text} {day.year}"

    def day(self, day: date, published: date) -> str:
        """Say a day as an agency does: by its weekday within six days, else by its date."""
        away = (day - published).days
        if -6 <= away <= 6:
            if self.dice.random() < 0.8:
                return DAYS[day.weekday()]
            return f"{DAYS[day.weekday()]} {_number(day)} {MONTHS[day.month - 1]}"
        text = f"le {_number(day)} {MONTHS[day.month - 1]}"
        return text if abs(away) < 150 else f"{text} {day.year}"


def _number(day: date) -> str:
    return "1er" if day.day == 1 else str(day.day)


def articles(count: int, seed: int = 1, first: date = date(2024, 1, 1)) -> Iterator[dict[str, Any]]:
    """Yield articles in the order of their publication, some fourteen a day."""
    days = max(30, count // 14)
    world = World(seed, first, days, max(10, int(count * 0.42)))
    dice = world.dice
    plan: list[tuple[date, Happening]] = []
    while len(plan) < count:
        for event in world.events:
            if len(plan) >= count * 1.0:
                break
            if len(plan) > count * 0.9 and dice.random() < 0.5:
                continue
            plan.extend(_told_on(dice, event))
    plan = sorted(plan[:count], key=lambda item: (item[0], item[1].number))
    past: list[Happening] = []
    ahead = 0
    for published, event in plan:
        while ahead < len(world.events) and world.events[ahead].day < published - timedelta(days=7):
            past.append(world.events[ahead])
            ahead += 1
        yield _article(world, event, published, past[-400:])


def _told_on(dice: random.Random, event: Happening) -> Iterator[tuple[date, Happening]]:
    """Yield on which days an event makes an article: before, on the day, and after."""
    if event.planned_on is not None:
        yield event.planned_on - timedelta(days=dice.randrange(4, 13)), event
        yield event.planned_on - timedelta(days=dice.randrange(1, 3)), event
    elif KINDS[event.kind][0] and dice.random() < 0.5:
        yield event.day - timedelta(days=dice.randrange(1, 13)), event
    yield event.day + timedelta(days=dice.randrange(0, 2)), event
    while dice.random() < 0.45:
        yield event.day + timedelta(days=dice.randrange(0, 5)), event


def _article(
    world: World, event: Happening, published: date, past: list[Happening]
) -> dict[str, Any]:
    dice = world.dice
    title = dice.choice(KINDS[event.kind][3]).format(**event.words)
    text = Text()
    text.add(world.sentence(event, published, False), event.number, "")
    text.add(dice.choice(FILLERS), None, " ")
    for _ in range(dice.randrange(0, 3)):
        if past:
            other = dice.choice(past)
            text.add(world.sentence(other, published, True), other.number, "\n\n")
    return {
        "title": title[:1].upper() + title[1:],
        "published": published.isoformat(),
        "url": f"https://{dice.choice(SOURCES)}/{dice.randrange(10**9)}",
        "text": "".join(text.parts),
        "truth": text.truth,
    }


def main() -> None:
    """Write the articles to standard output."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    for article in articles(args.articles, args.seed):
        sys.stdout.write(json.dumps(article, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
