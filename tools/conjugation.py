"""French conjugation from its rules: an infinitive to every form, for `build_verbs`.

The models are written from the rules of French grammar, so the table built from them carries no
one else's licence. Where spelling has two ways (the 1990 reform: *cèdera*, *règlementera*,
*apparait*, *étiquète*), both are made: the table recognises, it does not write.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# The tenses in the order of the bits in chrono.languages.fr.verbs.Tense.
TENSES = (
    "present",
    "imperfect",
    "simple-past",
    "future",
    "conditional",
    "subjunctive-present",
    "subjunctive-imperfect",
    "imperative",
    "infinitive",
    "present-participle",
    "past-participle",
)

# A cell holds the spellings of one form; an empty cell is a form that the verb does not have.
Cell = tuple[str, ...]
Paradigm = dict[str, tuple[Cell, ...]]

_IMPERFECT = ("ais", "ais", "ait", "ions", "iez", "aient")
_FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
_PAST = {
    "a": ("ai", "as", "a", "âmes", "âtes", "èrent"),
    "i": ("is", "is", "it", "îmes", "îtes", "irent"),
    "ï": ("ïs", "ïs", "ït", "ïmes", "ïtes", "ïrent"),
    "u": ("us", "us", "ut", "ûmes", "ûtes", "urent"),
    "in": ("ins", "ins", "int", "înmes", "întes", "inrent"),
}
_PAST_SUBJUNCTIVE = {
    "a": ("asse", "asses", "ât", "assions", "assiez", "assent"),
    "i": ("isse", "isses", "ît", "issions", "issiez", "issent"),
    "ï": ("ïsse", "ïsses", "ït", "ïssions", "ïssiez", "ïssent"),
    "u": ("usse", "usses", "ût", "ussions", "ussiez", "ussent"),
    "in": ("insse", "insses", "înt", "inssions", "inssiez", "inssent"),
}


_C = "[bcdfghjklmnpqrstvwxz]"  # a consonant


def _words(text: str) -> list[str]:
    return text.split()


@dataclass(frozen=True, slots=True)
class Model:
    """The principal parts of an irregular verb; the other forms follow from them.

    Verbs that end as `name` does take it with their own prefix, but for those in `but`.
    A present of two words is of a verb of the third person only.
    """

    name: str
    present: str
    future: str
    past: str  # stem, a colon, and the vowel: a, i, ï, u or in; empty where there is none
    participle: str
    imperfect: str = ""  # stem, if it isn't that of the first person plural
    subjunctive: str = ""  # six forms, if they don't follow from the present
    imperative: str = ""
    gerund: str = ""  # the present participle
    but: str = ""  # verbs of this ending that go another way


MODELS = (
    # -ir of the third group
    Model("venir", "viens viens vient venons venez viennent", "viendr", "v:in", "venu"),
    Model("tenir", "tiens tiens tient tenons tenez tiennent", "tiendr", "t:in", "tenu"),
    Model("partir", "pars pars part partons partez partent", "partir", "part:i", "parti",
          but="répartir impartir"),
    Model("sortir", "sors sors sort sortons sortez sortent", "sortir", "sort:i", "sorti",
          but="assortir réassortir rassortir"),
    Model("sentir", "sens sens sent sentons sentez sentent", "sentir", "sent:i", "senti"),
    Model("mentir", "mens mens ment mentons mentez mentent", "mentir", "ment:i", "menti"),
    Model("repentir", "repens repens repent repentons repentez repentent", "repentir", "repent:i",
          "repenti"),
    Model("servir", "sers sers sert servons servez servent", "servir", "serv:i", "servi",
          but="asservir réasservir"),
    Model("dormir", "dors dors dort dormons dormez dorment", "dormir", "dorm:i", "dormi"),
    Model("courir", "cours cours court courons courez courent", "courr", "cour:u", "couru"),
    Model("mourir", "meurs meurs meurt mourons mourez meurent", "mourr", "mour:u", "mort"),
    Model("ouvrir", "ouvre ouvres ouvre ouvrons ouvrez ouvrent", "ouvrir", "ouvr:i", "ouvert"),
    Model("ffrir", "ffre ffres ffre ffrons ffrez ffrent", "ffrir", "ffr:i", "ffert"),
    Model("cueillir", "cueille cueilles cueille cueillons cueillez cueillent", "cueiller",
          "cueill:i", "cueilli"),
    Model("assaillir", "assaille assailles assaille assaillons assaillez assaillent", "assaillir",
          "assaill:i", "assailli"),
    Model("tressaillir", "tressaille tressailles tressaille tressaillons tressaillez tressaillent",
          "tressaillir", "tressaill:i", "tressailli"),
    Model("défaillir", "défaille défailles défaille défaillons défaillez défaillent", "défaillir",
          "défaill:i", "défailli"),
    Model("faillir", "faux faux faut faillons faillez faillent", "faillir", "faill:i", "failli"),
    Model("bouillir", "bous bous bout bouillons bouillez bouillent", "bouillir", "bouill:i",
          "bouilli"),
    Model("fuir", "fuis fuis fuit fuyons fuyez fuient", "fuir", "fu:i", "fui",
          but="enfouir"),
    Model("quérir", "quiers quiers quiert quérons quérez quièrent", "querr", "qu:i", "quis"),
    Model("vêtir", "vêts vêts vêt vêtons vêtez vêtent", "vêtir", "vêt:i", "vêtu"),
    Model("haïr", "hais hais hait haïssons haïssez haïssent", "haïr", "ha:ï", "haï"),
    Model("ouïr", "ois ois oit oyons oyez oient", "ouïr", "ou:ï", "ouï"),
    Model("gésir", "gis gis gît/git gisons gisez gisent", "", "", ""),
    # -oir
    Model("avoir", "ai as a avons avez ont", "aur", "e:u", "eu", imperfect="av",
          subjunctive="aie aies ait ayons ayez aient", imperative="aie ayons ayez",
          gerund="ayant"),
    Model("savoir", "sais sais sait savons savez savent", "saur", "s:u", "su",
          subjunctive="sache saches sache sachions sachiez sachent",
          imperative="sache sachons sachez", gerund="sachant"),
    Model("devoir", "dois dois doit devons devez doivent", "devr", "d:u", "dû due dus dues"),
    Model("pouvoir", "peux/puis peux peut pouvons pouvez peuvent", "pourr", "p:u", "pu",
          subjunctive="puisse puisses puisse puissions puissiez puissent"),
    Model("vouloir", "veux veux veut voulons voulez veulent", "voudr", "voul:u", "voulu",
          subjunctive="veuille veuilles veuille voulions vouliez veuillent",
          imperative="veuille voulons veuillez/voulez"),
    Model("valoir", "vaux vaux vaut valons valez valent", "vaudr", "val:u", "valu",
          subjunctive="vaille vailles vaille valions valiez vaillent"),
    Model("prévaloir", "prévaux prévaux prévaut prévalons prévalez prévalent", "prévaudr",
          "préval:u", "prévalu"),
    Model("falloir", "faut -", "faudr", "fall:u", "fallu", imperfect="fall",
          subjunctive="- - faille - - -"),
    Model("pleuvoir", "pleut pleuvent", "pleuvr", "pl:u", "plu", imperfect="pleuv",
          subjunctive="- - pleuve - - pleuvent", gerund="pleuvant"),
    Model("voir", "vois vois voit voyons voyez voient", "verr", "v:i", "vu"),
    Model("prévoir", "prévois prévois prévoit prévoyons prévoyez prévoient", "prévoir", "prév:i",
          "prévu"),
    Model("pourvoir", "pourvois pourvois pourvoit pourvoyons pourvoyez pourvoient", "pourvoir",
          "pourv:u", "pourvu"),
    Model("cevoir", "çois çois çoit cevons cevez çoivent", "cevr", "ç:u", "çu"),
    Model("mouvoir", "meus meus meut mouvons mouvez meuvent", "mouvr", "m:u", "mû mue mus mues"),
    Model("émouvoir", "émeus émeus émeut émouvons émouvez émeuvent", "émouvr", "ém:u", "ému"),
    Model("promouvoir", "promeus promeus promeut promouvons promouvez promeuvent", "promouvr",
          "prom:u", "promu"),
    Model("asseoir", "assieds/assois assieds/assois assied/assoit asseyons/assoyons "
          "asseyez/assoyez asseyent/assoient", "assiér/assoir", "ass:i", "assis"),
    Model("rasseoir", "rassieds/rassois rassieds/rassois rassied/rassoit rasseyons/rassoyons "
          "rasseyez/rassoyez rasseyent/rassoient", "rassiér/rassoir", "rass:i", "rassis"),
    Model("seoir", "sied siéent", "siér", "", "sis", imperfect="sey",
          subjunctive="- - siée - - siéent", gerund="seyant"),
    Model("surseoir", "sursois sursois sursoit sursoyons sursoyez sursoient", "surseoir",
          "surs:i", "sursis"),
    Model("échoir", "échoit échoient", "échoir/écherr", "éch:u", "échu", imperfect="échoy",
          subjunctive="- - échoie - - échoient", gerund="échéant"),
    Model("choir", "chois chois choit choyons choyez choient", "choir/cherr", "ch:u", "chu"),
    Model("déchoir", "déchois déchois déchoit déchoyons déchoyez déchoient", "déchoir", "déch:u",
          "déchu"),
    # -re
    Model("être", "suis es est sommes êtes sont", "ser", "f:u", "été", imperfect="ét",
          subjunctive="sois sois soit soyons soyez soient", imperative="sois soyons soyez",
          gerund="étant"),
    Model("prendre", "prends prends prend prenons prenez prennent", "prendr", "pr:i", "pris"),
    Model("aindre", "ains ains aint aignons aignez aignent", "aindr", "aign:i", "aint"),
    Model("eindre", "eins eins eint eignons eignez eignent", "eindr", "eign:i", "eint"),
    Model("oindre", "oins oins oint oignons oignez oignent", "oindr", "oign:i", "oint"),
    Model("absoudre", "absous absous absout absolvons absolvez absolvent", "absoudr", "absol:u",
          "absous absoute absous absoutes"),
    Model("dissoudre", "dissous dissous dissout dissolvons dissolvez dissolvent", "dissoudr",
          "dissol:u", "dissous dissoute dissous dissoutes"),
    Model("résoudre", "résous résous résout résolvons résolvez résolvent", "résoudr", "résol:u",
          "résolu"),
    Model("coudre", "couds couds coud cousons cousez cousent", "coudr", "cous:i", "cousu"),
    Model("moudre", "mouds mouds moud moulons moulez moulent", "moudr", "moul:u", "moulu"),
    Model("endre", "ends ends end endons endez endent", "endr", "end:i", "endu"),
    Model("andre", "ands ands and andons andez andent", "andr", "and:i", "andu"),
    Model("ondre", "onds onds ond ondons ondez ondent", "ondr", "ond:i", "ondu"),
    Model("erdre", "erds erds erd erdons erdez erdent", "erdr", "erd:i", "erdu"),
    Model("ordre", "ords ords ord ordons ordez ordent", "ordr", "ord:i", "ordu"),
    Model("rompre", "romps romps rompt rompons rompez rompent", "rompr", "romp:i", "rompu"),
    Model("vaincre", "vaincs vaincs vainc vainquons vainquez vainquent", "vaincr", "vainqu:i",
          "vaincu"),
    Model("battre", "bats bats bat battons battez battent", "battr", "batt:i", "battu"),
    Model("mettre", "mets mets met mettons mettez mettent", "mettr", "m:i", "mis"),
    Model("foutre", "fous fous fout foutons foutez foutent", "foutr", "fout:i", "foutu"),
    Model("faire", "fais fais fait faisons faites font", "fer", "f:i", "fait",
          subjunctive="fasse fasses fasse fassions fassiez fassent"),
    Model("dire", "dis dis dit disons disez dites", "dir", "d:i", "dit"),
    Model("maudire", "maudis maudis maudit maudissons maudissez maudissent", "maudir", "maud:i",
          "maudit"),
    Model("lire", "lis lis lit lisons lisez lisent", "lir", "l:u", "lu"),
    Model("crire", "cris cris crit crivons crivez crivent", "crir", "criv:i", "crit"),
    Model("uire", "uis uis uit uisons uisez uisent", "uir", "uis:i", "uit"),
    Model("luire", "luis luis luit luisons luisez luisent", "luir", "luis:i", "lui"),
    Model("nuire", "nuis nuis nuit nuisons nuisez nuisent", "nuir", "nuis:i", "nui"),
    Model("bruire", "bruit bruissent", "bruir", "", "", imperfect="bruiss",
          subjunctive="- - bruisse - - bruissent", gerund="bruissant"),
    Model("rire", "ris ris rit rions riez rient", "rir", "r:i", "ri"),
    Model("frire", "fris fris frit - - -", "frir", "", "frit"),
    Model("suffire", "suffis suffis suffit suffisons suffisez suffisent", "suffir", "suff:i",
          "suffi"),
    Model("confire", "confis confis confit confisons confisez confisent", "confir", "conf:i",
          "confit"),
    Model("circoncire", "circoncis circoncis circoncit circoncisons circoncisez circoncisent",
          "circoncir", "circonc:i", "circoncis"),
    Model("suivre", "suis suis suit suivons suivez suivent", "suivr", "suiv:i", "suivi"),
    Model("vivre", "vis vis vit vivons vivez vivent", "vivr", "véc:u", "vécu"),
    Model("boire", "bois bois boit buvons buvez boivent", "boir", "b:u", "bu"),
    Model("croire", "crois crois croit croyons croyez croient", "croir", "cr:u", "cru"),
    Model("naître", "nais nais naît/nait naissons naissez naissent", "naîtr/naitr", "naqu:i", "né",
          but="connaître reconnaître méconnaître"),
    Model("connaître", "connais connais connaît/connait connaissons connaissez connaissent",
          "connaîtr/connaitr", "conn:u", "connu"),
    Model("paraître", "parais parais paraît/parait paraissons paraissez paraissent",
          "paraîtr/paraitr", "par:u", "paru"),
    Model("paître", "pais pais paît/pait paissons paissez paissent", "paîtr/paitr", "p:u", "pu"),
    Model("croître", "croîs croîs croît croissons croissez croissent", "croîtr/croitr", "cr:u",
          "crû crue crus crues"),
    Model("accroître", "accrois accrois accroît/accroit accroissons accroissez accroissent",
          "accroîtr/accroitr", "accr:u", "accru"),
    Model("décroître", "décrois décrois décroît/décroit décroissons décroissez décroissent",
          "décroîtr/décroitr", "décr:u", "décru"),
    Model("clure", "clus clus clut cluons cluez cluent", "clur", "cl:u", "clu"),
    Model("inclure", "inclus inclus inclut incluons incluez incluent", "inclur", "incl:u",
          "inclus"),
    Model("clore", "clos clos clôt/clot closons closez closent", "clor", "", "clos"),
    Model("plaire", "plais plais plaît/plait plaisons plaisez plaisent", "plair", "pl:u", "plu"),
    Model("taire", "tais tais tait taisons taisez taisent", "tair", "t:u", "tu"),
    Model("traire", "trais trais trait trayons trayez traient", "trair", "", "trait"),
    Model("braire", "brait braient", "brair", "", "", imperfect="bray",
          subjunctive="- - braie - - braient", gerund="brayant"),
    # -er
    Model("aller", "vais vas va allons allez vont", "ir", "all:a", "allé",
          subjunctive="aille ailles aille allions alliez aillent", imperative="va/vas allons allez",
          but="baller caler emballer déballer remballer taller installer réinstaller désinstaller"
          " trimballer squaller dallers daller empaller staller"),
    Model("envoyer", "envoie envoies envoie envoyons envoyez envoient", "enverr", "envoy:a",
          "envoyé"),
)  # fmt: skip

# Verbs that only look like those of a model of the third group, beside each model's `but`: found
# by comparing with a lexicon (see build_verbs --compare).
_SECOND_GROUP = frozenset(
    _words(
        """
        ralentir retentir alentir blottir assouvir jouir réjouir éblouir épanouir évanouir
        enfouir fouir rouir ravir gravir sévir asservir
        """
    )
)


def _cells(text: str) -> tuple[Cell, ...]:
    return tuple(() if cell == "-" else tuple(cell.split("/")) for cell in text.split())


def _join(stems: Sequence[str], endings: Sequence[str]) -> tuple[Cell, ...]:
    return tuple(tuple(stem + ending for stem in stems if stem) for ending in endings)


def _agree(participle: str) -> tuple[Cell, ...]:
    given = participle.split()
    if len(given) == 4:
        return _cells(participle)
    if not given:
        return ()
    (masculine,) = given
    plural = masculine if masculine.endswith(("s", "x")) else masculine + "s"
    return ((masculine,), (masculine + "e",), (plural,), (masculine + "es",))


def _third_person(present: tuple[Cell, ...]) -> tuple[Cell, ...]:
    if len(present) == 2:
        return ((), (), present[0], (), (), present[1])
    return present


def _strip(cell: Cell, ending: str) -> tuple[str, ...]:
    return tuple(form.removesuffix(ending) for form in cell if form.endswith(ending))


def _from_model(model: Model) -> Paradigm:
    present = _third_person(_cells(model.present))
    if model.name == "dire":
        # Only dire and redire have "vous dites"; the others (contredire …) "vous disez": both.
        present = _cells("dis dis dit disons disez/dites disent")
    impersonal = not present[0]
    stems = tuple(model.imperfect.split("/")) if model.imperfect else _strip(present[3], "ons")
    imperfect = _join(stems, _IMPERFECT)
    if model.subjunctive:
        subjunctive = _cells(model.subjunctive)
    else:
        strong = _strip(present[5], "ent")
        subjunctive = (
            *_join(strong, ("e", "es", "e")),
            *_join(stems, ("ions", "iez")),
            *_join(strong, ("ent",)),
        )
    if model.imperative:
        imperative = _cells(model.imperative)
    else:
        second = present[1]
        if model.present.split()[0].endswith("e"):
            second = _strip(second, "s") + second  # "ouvre", but "ouvres-en"
        imperative = () if impersonal else (second, present[3], present[4])
    futures = tuple(model.future.split("/")) if model.future else ()
    past: tuple[Cell, ...] = ()
    past_subjunctive: tuple[Cell, ...] = ()
    if model.past:
        stem, vowel = model.past.split(":")
        past = _join((stem,), _PAST[vowel])
        past_subjunctive = _join((stem,), _PAST_SUBJUNCTIVE[vowel])
    infinitive: Cell = (model.name,)
    if model.name.endswith("aître") or model.name.endswith("oître"):
        infinitive = (model.name, model.name.replace("î", "i"))
    gerund = (model.gerund,) if model.gerund else tuple(stem + "ant" for stem in stems)
    future = _join(futures, _FUTURE)
    conditional = _join(futures, _IMPERFECT)
    if impersonal:
        third = (2, 5) if present[5] else (2,)
        keep = [i in third for i in range(6)]
        imperfect, future, conditional, past, past_subjunctive = (
            tuple(cell if kept else () for cell, kept in zip(cells, keep, strict=True))
            if cells
            else ()
            for cells in (imperfect, future, conditional, past, past_subjunctive)
        )
        gerund = (model.gerund,) if model.gerund else ()
    return {
        "present": present,
        "imperfect": imperfect,
        "simple-past": past,
        "future": future,
        "conditional": conditional,
        "subjunctive-present": subjunctive,
        "subjunctive-imperfect": past_subjunctive,
        "imperative": imperative,
        "infinitive": (infinitive,),
        "present-participle": (gerund,) if gerund else (),
        "past-participle": _agree(model.participle),
    }


def _first_group(infinitive: str) -> Paradigm:
    stem = infinitive[:-2]
    # The stem before a, o: the c and g of "placer" and "manger" stay soft.
    soft = stem
    if stem.endswith("c"):
        soft = stem[:-1] + "ç"
    elif stem.endswith("g"):
        soft = stem + "e"
    # The stems before a mute e, and in the future, where the syllable before it changes.
    mute: tuple[str, ...] = (stem,)
    future: tuple[str, ...] = (stem,)
    if stem.endswith(("oy", "uy")):
        mute = future = (stem[:-1] + "i",)
    elif stem.endswith("ay"):
        mute = future = (stem, stem[:-1] + "i")
    elif match := re.search(rf"é({_C}*(?:[gq]u|{_C}))$", stem):
        mute = (stem[: match.start()] + "è" + match[1],)
        future = (stem, *mute)
    elif match := re.search(rf"(?:(?<={_C})|(?<=[gq]u))e(l|t)$", stem):
        grave = stem[:-2] + "è" + match[1]
        mute = future = (grave, stem + match[1])
    elif match := re.search(rf"(?<={_C})e([bcdfgkmnprsvz]|vr|ch|gn)$", stem):
        mute = future = (stem[: match.start()] + "è" + match[1],)
    singular = _join(mute, ("e", "es", "e"))
    plural = _join(mute, ("ent",))
    return {
        "present": (*singular, (soft + "ons",), (stem + "ez",), *plural),
        "imperfect": _hard_soft(stem, soft, _IMPERFECT),
        "simple-past": _hard_soft(stem, soft, _PAST["a"]),
        "future": _join(tuple(f + "er" for f in future), _FUTURE),
        "conditional": _join(tuple(f + "er" for f in future), _IMPERFECT),
        "subjunctive-present": (*singular, (stem + "ions",), (stem + "iez",), *plural),
        "subjunctive-imperfect": _hard_soft(stem, soft, _PAST_SUBJUNCTIVE["a"]),
        "imperative": (
            tuple(form for m in mute for form in (m + "e", m + "es")),
            (soft + "ons",),
            (stem + "ez",),
        ),
        "infinitive": ((infinitive,),),
        "present-participle": ((soft + "ant",),),
        "past-participle": _agree(stem + "é"),
    }


def _hard_soft(stem: str, soft: str, endings: Sequence[str]) -> tuple[Cell, ...]:
    return tuple(((soft if ending[0] in "aâo" else stem) + ending,) for ending in endings)


def _second_group(infinitive: str) -> Paradigm:
    stem, i = infinitive[:-2], infinitive[-2]
    long = stem + i + "ss"
    return _from_model(
        Model(
            infinitive,
            " ".join(
                (
                    *(stem + i + e for e in ("s", "s", "t")),
                    *(long + e for e in ("ons", "ez", "ent")),
                )
            ),
            infinitive,
            f"{stem}:{i}",
            stem + i,
        )
    )


def _prefixed(prefix: str, paradigm: Paradigm) -> Paradigm:
    return {
        tense: tuple(tuple(prefix + form for form in cell) for cell in cells)
        for tense, cells in paradigm.items()
    }


def model_of(infinitive: str) -> Model | None:
    """Return the irregular model that the verb follows, the longest ending first."""
    if infinitive in _SECOND_GROUP:
        return None
    for model in sorted(MODELS, key=lambda model: -len(model.name)):
        if infinitive.endswith(model.name):
            if infinitive in model.but.split():
                return None
            if model.name in {"avoir", "être", "ouïr", "taire", "aller", "rire", "lire", "faillir"}:
                # Too short an ending to prove kinship: "crire", "valoir", "paître" have their own.
                kin = infinitive[: -len(model.name)]
                if kin not in {"", "sou", "re", "ré", "é", "réé", "pré", "par", "sur"}:
                    continue
            return model
    return None


def conjugate(infinitive: str) -> Paradigm | None:
    """Return every form of the verb by tense, or None for what ends as no verb does."""
    model = model_of(infinitive)
    if model is not None:
        return _prefixed(infinitive[: -len(model.name)], _from_model(model))
    if infinitive.endswith("er"):
        return _first_group(infinitive)
    if infinitive.endswith(("ir", "ïr")):
        return _second_group(infinitive)
    return None
