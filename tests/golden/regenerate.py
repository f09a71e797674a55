"""The chronology of the golden files, and the way to write them anew.

    python tests/golden/regenerate.py

writes `chronology.ics`, `chronology.json` and `chronology.md` beside this file. Read the
difference (`git diff tests/golden`) before you commit it: these files are checked by hand.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from chrono.model import (
    Anchor,
    ArticleRef,
    Basis,
    Bounds,
    Change,
    Chronology,
    Event,
    EventMention,
    Granularity,
    Kind,
    Mod,
    Publication,
    Resolution,
    Statement,
    Status,
    Timex,
    TimexType,
)

HERE = Path(__file__).parent
FORMATS = {"ical": "chronology.ics", "json": "chronology.json", "markdown": "chronology.md"}

G = Granularity
NIGHT_OWL = datetime(2025, 3, 20, 23, 30, tzinfo=UTC)

LONDON = ArticleRef(
    id=1,
    title="Ukraine : réunion à Londres des chefs militaires d'une trentaine de pays",
    url="https://example.org/ukraine/londres?édition=1&page=2",
    source="londres.txt",
    language="fr",
    timezone="Europe/Paris",
    publication=Publication(
        date(2025, 3, 20), time(14, 3), "header", "Publié le 20 mars 2025 à 14h03"
    ),
    added_at=datetime(2025, 3, 20, 15, 0, tzinfo=UTC),
)
RIYAD = ArticleRef(
    id=2,
    title="Pourparlers [à Riyad] *lundi* <b>gras</b>",
    url=None,
    source="-",
    language="fr",
    timezone="Asia/Riyadh",
    publication=Publication(
        date(2025, 3, 22), None, "dateline", "RIYAD, 22 mars 2025 (AFP) -", date(2025, 3, 23)
    ),
    added_at=datetime(2025, 3, 22, 9, 0, tzinfo=UTC),
)
UNDATED = ArticleRef(
    id=3,
    title="",
    url="javascript:alert(1)",
    source="notes.txt",
    language="en",
    timezone="Europe/London",
    publication=Publication(None, rule="undated"),
    added_at=datetime(2025, 3, 23, 9, 0, tzinfo=UTC),
)


def resolution(
    value: str,
    first: date | None = None,
    last: date | None = None,
    grain: Granularity | None = G.DAY,
    *,
    mod: Mod | None = None,
    edtf: str | None = None,
    start: time | None = None,
    end: time | None = None,
    alternatives: tuple[Resolution, ...] = (),
    open: bool = False,
    anchor: Anchor = Anchor.PUBLICATION,
    why: tuple[str, ...] = (),
    type: TimexType | None = None,
) -> Resolution:
    """A resolution, told briefly."""
    bounds = Bounds(first, last or first, start, end) if first else None
    kind = type or (TimexType.TIME if start or "T" in value else TimexType.DATE)
    return Resolution(kind, value, bounds, grain, mod, edtf, anchor, alternatives, open, why)


def mention(
    number: int,
    title: str,
    when: Resolution | None,
    article: ArticleRef = LONDON,
    *,
    quote: str = "",
    words: str = "",
    status: Status = Status.PAST,
    kind: Kind = Kind.EVENT,
    basis: Basis | None = None,
    cue: str = "",
) -> EventMention:
    """A mention whose quote is found at offset 100 times its number."""
    start = 100 * number
    quote = quote or title
    timex = None
    if words and when is not None:
        at = start + quote.index(words)
        timex = Timex(at, at + len(words), words, when, rule="golden")
    basis = basis or (Basis.TIMEX if timex else Basis.UNDATED)
    statement = Statement(
        start, start + len(quote), quote, title, status, kind, basis, timex, when, cue
    )
    return EventMention(number, statement, article)


_events: list[Event] = []
_withdrawn: list[Event] = []


def event(
    title: str,
    when: Resolution | None,
    *,
    status: Status = Status.PAST,
    kind: Kind = Kind.EVENT,
    article: ArticleRef = LONDON,
    quote: str = "",
    words: str = "",
    mentions: tuple[EventMention, ...] | None = None,
    **more: object,
) -> None:
    """Add an event with one mention, unless several are given."""
    number = len(_events) + len(_withdrawn) + 1
    if mentions is None:
        one = mention(
            number, title, when, article, quote=quote, words=words, status=status, kind=kind
        )
        mentions = (one,)
    fields: dict[str, object] = {
        "created_at": datetime(2025, 3, 20, 15, 0, tzinfo=UTC),
        "modified_at": datetime(2025, 3, 20, 15, 0, number, tzinfo=UTC),
        **more,
    }
    uid = f"0195b3a4-{number:04}@chrono"
    _events.append(Event(number, uid, title, when, status, kind, mentions, **fields))  # type: ignore[arg-type]


def _all() -> None:
    # plain days
    event(
        "Le Kremlin dénonce la militarisation de l'Europe",
        resolution(
            "2025-03-20",
            date(2025, 3, 20),
            edtf="2025-03-20",
            why=("jeudi: a weekday", "a dénoncé: past", "the publication day itself"),
        ),
        quote="Le Kremlin a vivement dénoncé jeudi les « plans de militarisation de l'Europe »",
        words="jeudi",
        tags=("Russie", "Europe, défense"),
        score=0.8125,
        score_why=("told by 1 article",),
    )
    event(
        "Premier jour d'un mois",
        resolution("2025-05-01", date(2025, 5, 1), edtf="2025-05-01"),
        status=Status.PLANNED,
    )
    # a length of several days, and a night
    event(
        "Sommet de l'UE à Bruxelles",
        resolution(
            "2025-05-03/2025-05-05",
            date(2025, 5, 3),
            date(2025, 5, 5),
            edtf="2025-05-03/2025-05-05",
        ),
        status=Status.PLANNED,
    )
    event(
        "La Russie lance 171 drones",
        resolution(
            "2025-03-19TNI",
            date(2025, 3, 19),
            date(2025, 3, 20),
            G.NIGHT,
            edtf="2025-03-19/2025-03-20",
        ),
        quote="la Russie avait lancé 171 drones sur l'Ukraine dans la nuit de mercredi à jeudi",
        words="dans la nuit de mercredi à jeudi",
    )
    # alternatives, then the same made sharper by a second article, with its history
    talks = resolution(
        "2025-03-23/2025-03-25",
        date(2025, 3, 23),
        date(2025, 3, 25),
        edtf="[2025-03-23,2025-03-24..2025-03-25]",
        alternatives=(
            resolution("2025-03-23", date(2025, 3, 23), edtf="2025-03-23"),
            resolution("2025-W13", date(2025, 3, 24), date(2025, 3, 25), G.WEEK, mod=Mod.START),
        ),
    )
    words = "dimanche ou en tout début de semaine prochaine"
    event(
        "Pourparlers russo-américains en Arabie saoudite",
        talks,
        status=Status.PLANNED,
        mentions=(
            mention(
                5,
                "Pourparlers russo-américains en Arabie saoudite",
                talks,
                quote=f"Des pourparlers russo-américains doivent se tenir {words}",
                words=words,
                status=Status.PLANNED,
                cue="doivent",
            ),
            mention(
                6,
                "Des experts se verront lundi",
                resolution("2025-03-24", date(2025, 3, 24), edtf="2025-03-24"),
                RIYAD,
                quote='Des experts se verront lundi à Riyad, \\ selon ; une source, "proche"',
                words="lundi",
                status=Status.CONDITIONAL,
                cue="selon",
            ),
        ),
        conflict=True,
        conflicts=("2025-03-23..2025-03-25 (Londres) against 2025-03-24 (Riyad)",),
        history=(
            Change(date(2025, 3, 20), datetime(2025, 3, 20, 15, 0, tzinfo=UTC), "found"),
            Change(
                date(2025, 3, 22),
                datetime(2025, 3, 22, 9, 0, tzinfo=UTC),
                "date 2025-03-24 told",
                "a second article",
            ),
        ),
        sequence=1,
        modified_at=datetime(2025, 3, 22, 9, 0, tzinfo=UTC),
        merge_why=("shares Arabie saoudite, pourparlers",),
    )
    event(
        "Une commémoration, le 8 ou le 9 mai",
        resolution(
            "2025-05-08/2025-05-09",
            date(2025, 5, 8),
            date(2025, 5, 9),
            edtf="[2025-05-08,2025-05-09]",
            alternatives=(
                resolution("2025-05-08", date(2025, 5, 8)),
                resolution("2025-05-09", date(2025, 5, 9)),
            ),
        ),
        status=Status.PLANNED,
    )
    event(
        "Deux journées portes ouvertes",
        resolution(
            "2025-06-03/2025-06-04",
            date(2025, 6, 3),
            date(2025, 6, 4),
            edtf="{2025-06-03,2025-06-04}",
            alternatives=(
                resolution("2025-06-03", date(2025, 6, 3)),
                resolution("2025-06-04", date(2025, 6, 4)),
            ),
        ),
        status=Status.PLANNED,
    )
    # a direction left open: both candidates, the nearer first
    event(
        "Réunion samedi",
        resolution(
            "2025-03-22",
            date(2025, 3, 15),
            date(2025, 3, 22),
            alternatives=(
                resolution("2025-03-22", date(2025, 3, 22)),
                resolution("2025-03-15", date(2025, 3, 15)),
            ),
            open=True,
        ),
        status=Status.ONGOING,
    )
    # clock times: a point, an hour, a length, a part of the day, past midnight, another zone
    event(
        "Allocution du président",
        resolution(
            "2025-03-20T14:30",
            date(2025, 3, 20),
            grain=G.MINUTE,
            start=time(14, 30),
            end=time(14, 30),
        ),
    )
    event(
        "Séisme",
        resolution(
            "2025-07-14T05:00",
            date(2025, 7, 14),
            grain=G.HOUR,
            mod=Mod.APPROX,
            start=time(5),
            end=time(5),
        ),
    )
    event(
        "Arrivée de Kaja Kallas à Bruxelles",
        resolution(
            "2025-03-20TMO", date(2025, 3, 20), grain=G.DAYPART, start=time(6), end=time(12)
        ),
    )
    event(
        "Veillée de la Saint-Sylvestre",
        resolution(
            "2025-12-31T22:00/2026-01-01T02:00",
            date(2025, 12, 31),
            date(2026, 1, 1),
            G.HOUR,
            start=time(22),
            end=time(2),
        ),
        status=Status.PLANNED,
    )
    event(
        "Conférence de presse à Riyad",
        resolution(
            "2025-03-24T18:00", date(2025, 3, 24), grain=G.HOUR, start=time(18), end=time(18)
        ),
        article=RIYAD,
        status=Status.PLANNED,
    )
    # longer than a day by name
    event(
        "Trump ouvre des discussions avec la Russie",
        resolution("2025-02", date(2025, 2, 1), date(2025, 2, 28), G.MONTH, edtf="2025-02"),
        quote="Donald Trump a ouvert des discussions directes avec la Russie le mois dernier",
        words="le mois dernier",
    )
    event(
        "Livraison des premiers avions",
        resolution(
            "2025-04",
            date(2025, 4, 1),
            date(2025, 4, 10),
            G.MONTH,
            mod=Mod.START,
            edtf="2025-04-01/2025-04-10",
        ),
        status=Status.CONDITIONAL,
    )
    event(
        "Semaine de l'industrie",
        resolution("2025-W13", date(2025, 3, 24), date(2025, 3, 30), G.WEEK),
        status=Status.PLANNED,
    )
    event(
        "Marathon, puis repos",
        resolution("2025-W12-WE", date(2025, 3, 22), date(2025, 3, 23), G.WEEKEND),
        status=Status.POSTPONED,
    )
    event(
        "Croissance de l'économie",
        resolution("2024-Q2", date(2024, 4, 1), date(2024, 6, 30), G.QUARTER),
    )
    event(
        "Élections régionales",
        resolution("2025-FA", date(2025, 9, 22), date(2025, 12, 20), G.SEASON, edtf="2025-23"),
        status=Status.PLANNED,
    )
    event(
        "Annexion de la Crimée",
        resolution("2014", date(2014, 1, 1), date(2014, 12, 31), G.YEAR, edtf="2014"),
    )
    event(
        "Décolonisation",
        resolution("196X", date(1960, 1, 1), date(1969, 12, 31), G.DECADE, edtf="196X"),
    )
    event(
        "Révolution industrielle",
        resolution("18XX", date(1801, 1, 1), date(1900, 12, 31), G.CENTURY, edtf="1801/1900"),
    )
    # what no calendar can show
    event(
        "Couronnement de Charlemagne",
        resolution("0800-12-25", date(800, 12, 25), edtf="0800-12-25"),
    )
    event("Siège d'Alésia", resolution("-0051", grain=G.YEAR, edtf="-0051"))
    # hostile words
    event(
        "# 1. *gras* _souligné_ `code` [lien](http://x.example) <script>é</script> & | ~~b~~",
        resolution("2025-03-21", date(2025, 3, 21)),
        quote="BEGIN:VEVENT\r\nSUMMARY:faux\nEND:VEVENT\x00 \u2028- liste\n\n> citation\n==="
        "\n![i](x)",
        article=RIYAD,
        tags=("a;b", "a,b", "a\\b\nc"),
        note="Une note; avec, des signes\\ et\nune seconde ligne 🏛️",
    )
    event(
        "Été : " + "l'écho de l'élection à Orléans où l'évêque a été élu ; " * 3 + "🎉" * 20,
        resolution("2025-03-21", date(2025, 3, 21)),
    )
    # of doubtful reality, called off, withdrawn by a person (lately, and long ago)
    event(
        "Démission du ministre",
        resolution("2025-03-18", date(2025, 3, 18)),
        status=Status.DENIED,
    )
    event(
        "Visite à Oslo",
        resolution("2025-03-26", date(2025, 3, 26)),
        status=Status.CANCELLED,
    )
    event(
        "Doublon",
        resolution("2025-03-20", date(2025, 3, 20)),
        withdrawn=True,
        sequence=2,
        modified_at=datetime(2025, 3, 22, 10, 0, tzinfo=UTC),
    )
    event(
        "Vieux doublon",
        resolution("2025-01-02", date(2025, 1, 2)),
        withdrawn=True,
        created_at=datetime(2025, 1, 3, tzinfo=UTC),
        modified_at=datetime(2025, 1, 4, tzinfo=UTC),
    )
    _withdrawn.append(replace(_events.pop(-2), withdrawn=False))  # the timeline sets it apart
    # by a person, without an article; and undated
    event(
        "Anniversaire ajouté à la main",
        resolution("2025-04-30", date(2025, 4, 30), anchor=Anchor.EXPLICIT),
        mentions=(),
        status=Status.PLANNED,
    )
    event(
        "An undated remark",
        resolution("PAST_REF", grain=None),
        article=UNDATED,
        kind=Kind.SPEECH,
        quote="he said recently",
        words="recently",
    )
    event("Rien ne dit quand", None)


_all()

CHRONOLOGY = Chronology(
    name="golden",
    title="Ukraine & Europe, 2025",
    events=tuple(_events),
    articles=(LONDON, RIYAD, UNDATED),
    revised_at=datetime(2025, 3, 23, 9, 0, tzinfo=UTC),
    undated=2,
    withdrawn=tuple(_withdrawn),
)


def write() -> None:
    """Write the golden files."""
    from chrono.plugins import create_plugin_manager

    plugins = create_plugin_manager(load_entry_points=False)
    for name, file in FORMATS.items():
        (HERE / file).write_bytes(plugins.render(name, CHRONOLOGY).content)


if __name__ == "__main__":
    write()
