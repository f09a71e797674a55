"""What a sentence says became of a plan, what it denies, and what it only says."""

from __future__ import annotations

from datetime import date

import pytest

from chrono.model import Article, Basis, Kind, Publication, Statement, Status
from chrono.pipeline import read

THURSDAY = date(2025, 3, 20)
LEDE = "Le conseil s'est réuni dans le calme."


def told(text: str) -> tuple[Statement, ...]:
    return read(Article("", text, Publication(THURSDAY))).statements


def body(text: str) -> list[Statement]:
    """The statements of a text that is not the lede."""
    return [one for one in told(f"{LEDE}\n\n{text}") if one.start > len(LEDE)]


def statuses(text: str) -> list[tuple[str, Status]]:
    return [(s.timex.text if s.timex else "", s.status) for s in body(text)]


# -- plans that another day took the place of ----------------------------------------------------


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Le tournoi, initialement programmé en avril, se jouera en juin.",
            Status.POSTPONED,
            Status.PLANNED,
        ),
        (
            "Le tournoi, d'abord prévu en avril, aura lieu à Orcey le 3 juin.",
            Status.POSTPONED,
            Status.PLANNED,
        ),
        (
            "Initialement prévu en avril, le tournoi pourrait se jouer en juin.",
            Status.POSTPONED,
            Status.CONDITIONAL,
        ),
        (
            "Le tournoi, prévu en avril, se tiendra finalement en juin.",
            Status.POSTPONED,
            Status.PLANNED,
        ),
        (
            "La gare, dont l'ouverture était espérée pour 2026, ne rouvrira pas avant 2028.",
            Status.POSTPONED,
            Status.PLANNED,
        ),
        (
            "La gare, attendue en 2024, ne rouvrira qu'en 2028.",
            Status.POSTPONED,
            Status.PLANNED,
        ),
        (
            "Le verdict devait tomber en mai, mais le tribunal l'a repoussé au 3 juin.",
            Status.POSTPONED,
            Status.PLANNED,
        ),
        (
            "Le verdict devait tomber en mai à Orcey, il tombera finalement en juin.",
            Status.POSTPONED,
            Status.PLANNED,
        ),
        (
            "Alors qu'elle devait rouvrir en 2024, la gare ne rouvrira qu'en 2028.",
            Status.POSTPONED,
            Status.PLANNED,
        ),
        (
            "La gare, prévue en 2026, ne rouvrirait pas avant 2028.",
            Status.POSTPONED,
            Status.CONDITIONAL,
        ),
        (
            "Le préfet, qui devait parler mardi, parlera mercredi.",
            Status.POSTPONED,
            Status.PLANNED,
        ),
        (
            "Le préfet, qui devait parler mardi, parlera aussi mercredi.",
            Status.PLANNED,
            Status.PLANNED,
        ),
        # not moved: the other day is not that of the same thing, or lies within the first
        (
            "Le préfet, attendu en avril à Orcey, partira en juin.",
            Status.PLANNED,
            Status.PLANNED,
        ),
        (
            "Le tournoi, prévu en avril, aura lieu du 3 au 7 avril.",
            Status.PLANNED,
            Status.PLANNED,
        ),
        (
            "Le tournoi, prévu en avril, se tiendra en deux manches, la seconde en juin.",
            Status.PLANNED,
            Status.PLANNED,
        ),
        (
            "Prévu en avril, le chantier durera jusqu'en juin.",
            Status.PLANNED,
            Status.PLANNED,
        ),
    ],
)
def test_a_plan_may_be_moved_to_another_day(text: str, first: Status, second: Status) -> None:
    assert [status for _, status in statuses(text)] == [first, second]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("La piscine devait initialement rouvrir en 2024.", Status.POSTPONED),
        ("La réouverture était initialement prévue en 2024.", Status.POSTPONED),
        ("La piscine devait rouvrir en 2024.", Status.PLANNED),
        ("Le bal était initialement prévu samedi à Orcey.", Status.PLANNED),
        (
            "La digue devait être rasée en 2023, mais les travaux ont été reportés.",
            Status.POSTPONED,
        ),
        ("La digue devait être rasée en 2023, mais la neige est tombée.", Status.PLANNED),
        ("La réouverture était prévue en 2024.", Status.PLANNED),
        ("La digue devait être rasée en 2023, elle a été classée.", Status.PLANNED),
        ("Le pacte aurait dû être conclu mardi.", Status.PLANNED),
        ("Le ministre aurait été limogé mardi.", Status.CONDITIONAL),
    ],
)
def test_a_plan_stays_one_unless_its_sentence_says_more(text: str, status: Status) -> None:
    (found,) = [s for s in body(text) if s.timex]
    assert found.status is status


# -- plans that are called off -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "time", "status"),
    [
        ("La tournée du groupe, annoncée pour mai, a été annulée.", "mai", Status.CANCELLED),
        ("La tournée, envisagée en mai, n'aura pas lieu.", "mai", Status.CANCELLED),
        ("La tournée promise pour mai ne se tiendra pas.", "mai", Status.CANCELLED),
        ("La prime, souhaitée pour mai, a été abandonnée.", "mai", Status.CANCELLED),
        ("Le bal, qui devait se tenir mardi dernier, a été annulé.", "mardi dernier",
         Status.CANCELLED),
        ("Celui qui devait s'ouvrir mardi dernier a été annulé.", "mardi dernier",
         Status.CANCELLED),
        ("Le pacte, qui aurait dû être conclu mardi, est repoussé.", "mardi", Status.POSTPONED),
        ("Le syndicat, qui devait être entendu mardi, a vu son audition annulée.", "mardi",
         Status.CANCELLED),
        ("Le bal du 3 mai n'aura pas lieu.", "3 mai", Status.CANCELLED),
        ("La mairie a annulé le bal qui devait se tenir samedi.", "samedi", Status.CANCELLED),
        ("La mairie a annoncé l'annulation du bal du 3 mai.", "3 mai", Status.CANCELLED),
        ("Le bal a été annulé alors qu'il devait se tenir samedi.", "samedi", Status.CANCELLED),
        ("Le bal devait se tenir samedi avant d'être annulé.", "samedi", Status.CANCELLED),
    ],
)  # fmt: skip
def test_what_is_called_off_is_one_event(text: str, time: str, status: Status) -> None:
    (found,) = body(text)
    assert found.timex is not None
    assert (found.timex.text, found.status, found.kind) == (time, status, Kind.EVENT)
    assert found.quote == text.removesuffix(".")


def test_a_lede_that_calls_off_a_plan_stands_on_its_day() -> None:
    (found,) = told("La tournée, envisagée pour mai, n'aura pas lieu.")
    assert found.timex is not None
    assert (found.basis, found.timex.text) == (Basis.PUBLICATION, "mai")
    assert found.status is Status.CANCELLED


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Le ministre a annoncé le report de deux ans de la réforme, qui devait s'appliquer "
            "en juin.",
            Status.POSTPONED,
        ),
        (
            "La mairie a confirmé l'annulation du bal, qui devait se tenir en juin.",
            Status.CANCELLED,
        ),
        (
            "Les élus réclament le report de la réforme, qui doit s'appliquer en juin.",
            Status.PLANNED,
        ),
        (
            "La mairie a démenti l'annulation du bal, qui doit se tenir en juin.",
            Status.PLANNED,
        ),
        ("Le préfet, qui doit partir en juin, a annulé le marché.", Status.PLANNED),
        ("Le chanteur, qui devait se produire en juin, a annulé sa venue.", Status.CANCELLED),
        ("Le chanteur, qui devait jouer en juin, a annulé en raison d'un deuil.", Status.CANCELLED),
        ("Le car devait partir en juin, mais un autre a été annulé.", Status.PLANNED),
        ("La région a reporté son aide à la gare, qui doit ouvrir en juin.", Status.PLANNED),
        ("L'agent, convoqué en juin, a été suspendu.", Status.PLANNED),
    ],
)
def test_who_calls_what_off(text: str, status: Status) -> None:
    assert [s.status for s in body(text) if s.timex] == [status]


# -- what will not be, and what is denied --------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("La prime ne sera pas versée l'an prochain.", Status.PLANNED),
        ("Aucun bus ne roulera samedi prochain.", Status.PLANNED),
        ("Le site ne devrait pas fermer en mai.", Status.PLANNED),
        ("Le maire n'exclut pas de fermer le site en mai.", Status.CONDITIONAL),
        ("Il n'est pas exclu que le site ferme en mai.", Status.CONDITIONAL),
        ("Le maire ne s'interdit pas de fermer le site en mai.", Status.CONDITIONAL),
        ("Le maire a démenti que le site fermera en mai.", Status.DENIED),
        ("Le bal n'a pas eu lieu mardi.", Status.DENIED),
        ("Le bal de mardi n'a pas eu lieu.", Status.DENIED),
        ("Le bal ne se tiendra pas samedi.", Status.CANCELLED),
    ],
)
def test_what_will_not_be_is_announced(text: str, status: Status) -> None:
    (found,) = [s for s in body(text) if s.timex]
    assert found.status is status


# -- what is said --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Le préfet a laissé entendre mardi que le site fermerait.", Kind.SPEECH),
        ("Le préfet a fait savoir mardi que le site fermerait.", Kind.SPEECH),
        ("Le préfet laissait mardi entendre le contraire.", Kind.SPEECH),
        ("Le chef a fait valoir ses droits à la retraite mardi.", Kind.EVENT),
        ("Le chef a fait évacuer le site mardi.", Kind.EVENT),
        ("« Médée » est reprise du 3 au 7 mai.", Kind.EVENT),
        ("La cour a confirmé mardi l'acquittement du maire.", Kind.EVENT),
        ("Le préfet a confirmé mardi à la presse que le site fermerait.", Kind.SPEECH),
        ("Le préfet a annoncé le 2 mars que le site fermerait.", Kind.SPEECH),
        ("La firme publiera ses comptes détaillés le 3 mai.", Kind.EVENT),
        ("Le maire a promis une crèche avant la fin 2026.", Kind.EVENT),
        ("Le maire a promis 40 logements d'ici 2027.", Kind.EVENT),
        ("Le maire a promis mardi de bâtir une crèche.", Kind.SPEECH),
        ("Le maire avait promis mardi que le site rouvrirait.", Kind.SPEECH),
    ],
)
def test_what_is_said_and_what_is_done(text: str, kind: Kind) -> None:
    (found,) = [s for s in body(text) if s.timex]
    assert found.kind is kind


def test_what_is_promised_for_a_day_is_planned() -> None:
    assert statuses("Le maire a promis 40 logements d'ici 2027.") == [
        ("d'ici 2027", Status.PLANNED)
    ]
