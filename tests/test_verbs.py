"""French verb forms: what each can be, what it isn't, and the table that says so."""

from __future__ import annotations

import importlib.util
import sys
from importlib.resources import files
from pathlib import Path
from types import FunctionType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chrono.languages.fr import conjugations, verbs
from chrono.languages.fr.verbgroups import verb_groups
from chrono.languages.fr.verbs import AUXILIARIES, Person, Tense, is_weak, names, readings

TOOLS = Path(__file__).parents[1] / "tools"
DATA = files("chrono.languages.fr")


def _words(text: str) -> list[str]:
    return text.split()


# The verbs of news, by what follows from their infinitive: third person singular of the present,
# plural of it, of the imperfect (singular), simple past, future, participle.
IRREGULAR = """
être est sont était fut sera été
avoir a ont avait eut aura eu
aller va vont allait alla ira allé
faire fait font faisait fit fera fait
dire dit disent disait dit dira dit
pouvoir peut peuvent pouvait put pourra pu
devoir doit doivent devait dut devra dû
vouloir veut veulent voulait voulut voudra voulu
savoir sait savent savait sut saura su
voir voit voient voyait vit verra vu
prévoir prévoit prévoient prévoyait prévit prévoira prévu
revoir revoit revoient revoyait revit reverra revu
venir vient viennent venait vint viendra venu
revenir revient reviennent revenait revint reviendra revenu
devenir devient deviennent devenait devint deviendra devenu
intervenir intervient interviennent intervenait intervint interviendra intervenu
parvenir parvient parviennent parvenait parvint parviendra parvenu
prévenir prévient préviennent prévenait prévint préviendra prévenu
convenir convient conviennent convenait convint conviendra convenu
tenir tient tiennent tenait tint tiendra tenu
obtenir obtient obtiennent obtenait obtint obtiendra obtenu
maintenir maintient maintiennent maintenait maintint maintiendra maintenu
soutenir soutient soutiennent soutenait soutint soutiendra soutenu
retenir retient retiennent retenait retint retiendra retenu
détenir détient détiennent détenait détint détiendra détenu
contenir contient contiennent contenait contint contiendra contenu
prendre prend prennent prenait prit prendra pris
reprendre reprend reprennent reprenait reprit reprendra repris
comprendre comprend comprennent comprenait comprit comprendra compris
apprendre apprend apprennent apprenait apprit apprendra appris
entreprendre entreprend entreprennent entreprenait entreprit entreprendra entrepris
mettre met mettent mettait mit mettra mis
permettre permet permettent permettait permit permettra permis
promettre promet promettent promettait promit promettra promis
remettre remet remettent remettait remit remettra remis
admettre admet admettent admettait admit admettra admis
soumettre soumet soumettent soumettait soumit soumettra soumis
transmettre transmet transmettent transmettait transmit transmettra transmis
attendre attend attendent attendait attendit attendra attendu
entendre entend entendent entendait entendit entendra entendu
rendre rend rendent rendait rendit rendra rendu
vendre vend vendent vendait vendit vendra vendu
perdre perd perdent perdait perdit perdra perdu
répondre répond répondent répondait répondit répondra répondu
défendre défend défendent défendait défendit défendra défendu
descendre descend descendent descendait descendit descendra descendu
suspendre suspend suspendent suspendait suspendit suspendra suspendu
étendre étend étendent étendait étendit étendra étendu
battre bat battent battait battit battra battu
abattre abat abattent abattait abattit abattra abattu
débattre débat débattent débattait débattit débattra débattu
partir part partent partait partit partira parti
sortir sort sortent sortait sortit sortira sorti
servir sert servent servait servit servira servi
sentir sent sentent sentait sentit sentira senti
démentir dément démentent démentait démentit démentira démenti
mourir meurt meurent mourait mourut mourra mort
courir court courent courait courut courra couru
ouvrir ouvre ouvrent ouvrait ouvrit ouvrira ouvert
rouvrir rouvre rouvrent rouvrait rouvrit rouvrira rouvert
offrir offre offrent offrait offrit offrira offert
découvrir découvre découvrent découvrait découvrit découvrira découvert
souffrir souffre souffrent souffrait souffrit souffrira souffert
accueillir accueille accueillent accueillait accueillit accueillera accueilli
recueillir recueille recueillent recueillait recueillit recueillera recueilli
acquérir acquiert acquièrent acquérait acquit acquerra acquis
requérir requiert requièrent requérait requit requerra requis
fuir fuit fuient fuyait fuit fuira fui
recevoir reçoit reçoivent recevait reçut recevra reçu
apercevoir aperçoit aperçoivent apercevait aperçut apercevra aperçu
écrire écrit écrivent écrivait écrivit écrira écrit
inscrire inscrit inscrivent inscrivait inscrivit inscrira inscrit
lire lit lisent lisait lut lira lu
élire élit élisent élisait élut élira élu
conduire conduit conduisent conduisait conduisit conduira conduit
produire produit produisent produisait produisit produira produit
réduire réduit réduisent réduisait réduisit réduira réduit
détruire détruit détruisent détruisait détruisit détruira détruit
construire construit construisent construisait construisit construira construit
suivre suit suivent suivait suivit suivra suivi
poursuivre poursuit poursuivent poursuivait poursuivit poursuivra poursuivi
vivre vit vivent vivait vécut vivra vécu
survivre survit survivent survivait survécut survivra survécu
croire croit croient croyait crut croira cru
craindre craint craignent craignait craignit craindra craint
atteindre atteint atteignent atteignait atteignit atteindra atteint
rejoindre rejoint rejoignent rejoignait rejoignit rejoindra rejoint
convaincre convainc convainquent convainquait convainquit convaincra convaincu
connaître connaît connaissent connaissait connut connaîtra connu
reconnaître reconnaît reconnaissent reconnaissait reconnut reconnaîtra reconnu
disparaître disparaît disparaissent disparaissait disparut disparaîtra disparu
naître naît naissent naissait naquit naîtra né
conclure conclut concluent concluait conclut conclura conclu
exclure exclut excluent excluait exclut exclura exclu
interdire interdit interdisent interdisait interdit interdira interdit
satisfaire satisfait satisfont satisfaisait satisfit satisfera satisfait
plaire plaît plaisent plaisait plut plaira plu
valoir vaut valent valait valut vaudra valu
résoudre résout résolvent résolvait résolut résoudra résolu
rompre rompt rompent rompait rompit rompra rompu
émouvoir émeut émeuvent émouvait émut émouvra ému
promouvoir promeut promeuvent promouvait promut promouvra promu
pourvoir pourvoit pourvoient pourvoyait pourvut pourvoira pourvu
envoyer envoie envoient envoyait envoya enverra envoyé
appeler appelle appellent appelait appela appellera appelé
rappeler rappelle rappellent rappelait rappela rappellera rappelé
jeter jette jettent jetait jeta jettera jeté
rejeter rejette rejettent rejetait rejeta rejettera rejeté
mener mène mènent menait mena mènera mené
lever lève lèvent levait leva lèvera levé
élever élève élèvent élevait éleva élèvera élevé
acheter achète achètent achetait acheta achètera acheté
achever achève achèvent achevait acheva achèvera achevé
renouveler renouvelle renouvellent renouvelait renouvela renouvellera renouvelé
céder cède cèdent cédait céda cédera cédé
espérer espère espèrent espérait espéra espérera espéré
libérer libère libèrent libérait libéra libérera libéré
protéger protège protègent protégeait protégea protégera protégé
siéger siège siègent siégeait siégea siégera siégé
suggérer suggère suggèrent suggérait suggéra suggérera suggéré
révéler révèle révèlent révélait révéla révélera révélé
annoncer annonce annoncent annonçait annonça annoncera annoncé
commencer commence commencent commençait commença commencera commencé
lancer lance lancent lançait lança lancera lancé
menacer menace menacent menaçait menaça menacera menacé
renoncer renonce renoncent renonçait renonça renoncera renoncé
engager engage engagent engageait engagea engagera engagé
envisager envisage envisagent envisageait envisagea envisagera envisagé
exiger exige exigent exigeait exigea exigera exigé
diriger dirige dirigent dirigeait dirigea dirigera dirigé
interroger interroge interrogent interrogeait interrogea interrogera interrogé
prolonger prolonge prolongent prolongeait prolongea prolongera prolongé
employer emploie emploient employait employa emploiera employé
déployer déploie déploient déployait déploya déploiera déployé
appuyer appuie appuient appuyait appuya appuiera appuyé
payer paie paient payait paya paiera payé
essayer essaie essaient essayait essaya essaiera essayé
"""

FIRST_GROUP = _words(
    """
    accepter accorder accuser adopter affirmer affronter aggraver aider ajouter améliorer
    annuler apporter approuver arrêter arriver assassiner assister assurer attaquer attirer
    attribuer augmenter autoriser avouer baisser blesser bloquer cesser chercher circuler
    clôturer commémorer compter concerner condamner confier confirmer considérer constater
    consacrer contester continuer convoquer créer critiquer débuter décéder décider déclarer
    déclencher décréter demander démarrer démissionner dénoncer dépasser déplorer déposer
    désigner détailler dévoiler diffuser discuter disputer dissiper distribuer donner durer
    échapper échouer éclater écouter écrouer effectuer élaborer éliminer emporter encourager
    enlever enquêter enregistrer entamer entraîner entrer estimer étudier évacuer éviter
    évoquer examiner exécuter expliquer exploser exprimer féliciter fermer fêter figurer fixer
    former frapper gagner garder grimper hésiter hospitaliser imposer inaugurer incarcérer
    incendier inculper indiquer inquiéter insister installer inviter juger justifier laisser
    limoger livrer manifester manquer marquer mentionner mobiliser monter montrer multiplier
    négocier nier nommer noter occuper opposer ordonner organiser oublier pardonner parler
    participer passer penser perquisitionner plaider porter poser préciser préparer présenter
    présider proclamer profiter programmer progresser prononcer proposer protester provoquer
    publier quitter rassembler ratifier réaliser recommander recommencer refuser regretter
    réitérer relancer remercier remporter rencontrer renforcer rentrer renverser reporter
    représenter réserver résister respecter rester retirer retrouver revendiquer risquer
    saluer saluer sauver sembler signaler signer situer souhaiter souligner stagner suspecter
    témoigner tenter terminer tirer tomber toucher tourner travailler traverser trouver tuer
    utiliser vacciner valider vérifier verser viser visiter voter
    """
)

SECOND_GROUP = _words(
    """
    aboutir accomplir affaiblir agir applaudir avertir bâtir bénir choisir définir durcir
    élargir enrichir envahir établir finir fournir franchir garantir grandir infléchir
    investir nourrir obéir périr punir ralentir réagir réfléchir réjouir remplir répartir
    rétablir retentir réunir réussir saisir subir surgir trahir unir vieillir
    """
)


def agreed(participle: str) -> list[str]:
    plural = participle if participle.endswith("s") else participle + "s"
    if participle in ("dû", "mû"):
        return [participle, "due", "dus", "dues"]
    return [participle, participle + "e", plural, participle + "es"]


def check(form: str, tense: int, person: int = 0, lemma: str = "") -> None:
    # The table itself is asked: `readings` is silent about words that never are verbs in news.
    found = [(verb, bits) for verb, bits in conjugations.table().find(form) if verb == lemma]
    assert any(bits & tense for _, bits in found), (form, names(tense), lemma)
    if person:
        assert any(bits >> 12 & person for _, bits in found), (form, person, lemma)


@pytest.mark.parametrize("line", IRREGULAR.strip().splitlines(), ids=lambda line: line.split()[0])
def test_irregular_verbs(line):
    lemma, singular, plural, imperfect, past, future, participle = line.split()
    check(lemma, Tense.INFINITIVE, 0, lemma)
    check(singular, Tense.PRESENT, Person.THIRD_SINGULAR, lemma)
    check(plural, Tense.PRESENT, Person.THIRD_PLURAL, lemma)
    check(imperfect, Tense.IMPERFECT, Person.THIRD_SINGULAR, lemma)
    check(imperfect.removesuffix("ait") + "aient", Tense.IMPERFECT, Person.THIRD_PLURAL, lemma)
    check(past, Tense.SIMPLE_PAST, Person.THIRD_SINGULAR, lemma)
    stem = future.removesuffix("a")
    check(future, Tense.FUTURE, Person.THIRD_SINGULAR, lemma)
    check(stem + "ont", Tense.FUTURE, Person.THIRD_PLURAL, lemma)
    check(stem + "ait", Tense.CONDITIONAL, Person.THIRD_SINGULAR, lemma)
    check(stem + "aient", Tense.CONDITIONAL, Person.THIRD_PLURAL, lemma)
    for form in agreed(participle):
        check(form, Tense.PAST_PARTICIPLE, 0, lemma)


@pytest.mark.parametrize("lemma", FIRST_GROUP)
def test_verbs_in_er(lemma):
    stem = lemma.removesuffix("er")
    soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)
    for ending, tense, person in [
        ("ait", Tense.IMPERFECT, Person.THIRD_SINGULAR),
        ("aient", Tense.IMPERFECT, Person.THIRD_PLURAL),
        ("a", Tense.SIMPLE_PAST, Person.THIRD_SINGULAR),
        ("ât", Tense.SUBJUNCTIVE_IMPERFECT, Person.THIRD_SINGULAR),
        ("ant", Tense.PRESENT_PARTICIPLE, 0),
    ]:
        check(soft + ending, tense, person, lemma)
    for ending, tense, person in [
        ("èrent", Tense.SIMPLE_PAST, Person.THIRD_PLURAL),
        ("é", Tense.PAST_PARTICIPLE, 0),
        ("ée", Tense.PAST_PARTICIPLE, 0),
        ("és", Tense.PAST_PARTICIPLE, 0),
        ("ées", Tense.PAST_PARTICIPLE, 0),
        ("ez", Tense.IMPERATIVE, Person.SECOND_PLURAL),
    ]:
        check(stem + ending, tense, person, lemma)
    if not verbs.fold(stem)[-2:].startswith("e"):  # those that change it are tested above
        for ending, tense, person in [
            ("e", Tense.PRESENT | Tense.SUBJUNCTIVE_PRESENT, Person.THIRD_SINGULAR),
            ("ent", Tense.PRESENT, Person.THIRD_PLURAL),
            ("era", Tense.FUTURE, Person.THIRD_SINGULAR),
            ("eront", Tense.FUTURE, Person.THIRD_PLURAL),
            ("erait", Tense.CONDITIONAL, Person.THIRD_SINGULAR),
        ]:
            check(stem + ending, tense, person, lemma)


@pytest.mark.parametrize("lemma", SECOND_GROUP)
def test_verbs_of_the_second_group(lemma):
    stem = lemma.removesuffix("r")
    for ending, tense in [
        ("t", Tense.PRESENT),
        ("t", Tense.SIMPLE_PAST),
        ("ssent", Tense.PRESENT),
        ("ssait", Tense.IMPERFECT),
        ("rent", Tense.SIMPLE_PAST),
        ("ra", Tense.FUTURE),
        ("raient", Tense.CONDITIONAL),
        ("ssant", Tense.PRESENT_PARTICIPLE),
        ("", Tense.PAST_PARTICIPLE),
        ("es", Tense.PAST_PARTICIPLE),
    ]:
        check(stem + ending, tense, 0, lemma)


def test_there_are_three_hundred_of_them():
    assert len(set(FIRST_GROUP) | set(SECOND_GROUP) | set(IRREGULAR.split("\n"))) >= 300


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("lira", {"future"}),
        ("aura", {"future"}),
        ("sera", {"future"}),
        ("opéra", {"simple-past"}),
        ("fut", {"simple-past"}),
        ("fût", {"subjunctive-imperfect"}),
        ("irait", {"conditional"}),
        ("allât", {"subjunctive-imperfect"}),
        ("finissait", {"imperfect"}),
        ("étant", {"present-participle"}),
        ("cèdera", {"future"}),  # the spelling of 1990
        ("cédera", {"future"}),
        ("apparaitra", {"future"}),
        ("oeuvrera", {"future"}),
        ("œuvrera", {"future"}),
        ("reconfinera", {"future"}),
        ("SERONT", {"future"}),
        ("pris", {"past-participle"}),  # "je pris" is not for news
        ("prit", {"simple-past"}),
        ("dit", {"present", "simple-past", "past-participle"}),
    ],
)
def test_one_reading(form, expected):
    assert set(names(readings(form))) == expected


@pytest.mark.parametrize(
    "form",
    [
        *("", " ", "49.3", "-", "é"),
        *_words(
            """
        lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai
        juin juillet août septembre octobre novembre décembre printemps automne hiver hier
        demain matin soir midi nuitamment bus but plus tu sus tus lui vers sous avant devant
        pendant durant maintenant cependant son membres tour président police monde cela celle
        camion opérateur trimestre voiture rue relations élections travail conseil réveil
        trêve accord réponse usa gaza lima cannes damas vannes xyz a-t-il
        """
        ),
    ],
)
def test_no_verbs(form):
    assert readings(form) == 0
    assert verbs.lemmas(form) == ()
    assert verbs.persons(form) == 0


@pytest.mark.parametrize(
    "form",
    _words(
        """
        nuit été parti parties produit entrée arrivée mise prise vue part entre montre porte
        marche ferme place avions lit vis dû cru crus pouvoir devoir avoir rire savoir comptes
        voile cadre cadres livre livres marque marques offre offres restes soldes double
        signes somme visite visites voyage voyages rencontre rencontres demande demandes grève
        attaque attaques blessés tués manifeste élève élèves juge juges courant suivant
        important passant commerçant militant étudiant participant gérant annonce annonces
        opéra vote votes marché armée
        """
    ),
)
def test_weak(form):
    assert is_weak(form)
    assert is_weak(form.upper())
    assert readings(form)


@pytest.mark.parametrize(
    "form",
    _words(
        """
        est a ont sont sera seront était fut aurait devra peut doit faut va vont vient
        annoncera annonçait annoncé déclare déclaré affirme indique précise estime rappelle
        souligne explique prévoit débute commence ouvre tombe sort meurt arrive reste décide
        dit fait écrit poursuit remporte accueille reçoit entrera opérera lira tuerait
        """
    ),
)
def test_strong(form):
    assert readings(form)
    assert not is_weak(form)


def test_folded():
    assert verbs.readings_folded("ANNONCEE") & Tense.PAST_PARTICIPLE
    assert verbs.readings_folded("ANNONCE") & Tense.PRESENT
    assert verbs.readings_folded("PREVOIT") == Tense.PRESENT
    assert verbs.readings_folded("Décèdera") == Tense.FUTURE
    assert verbs.readings_folded("OEUVRERA") == Tense.FUTURE
    assert verbs.readings_folded("LUNDI") == verbs.readings_folded("") == 0
    assert verbs.readings_folded("BUS") == 0


def test_folding_loses_no_reading():
    for form in _words(
        """
        a est été prévu dû naît reçoit gèlera siège haïssait œuvre cède
        """
    ):
        assert verbs.readings_folded(form) & readings(form) == readings(form)


def test_auxiliaries():
    forms = verbs._auxiliaries()
    assert {lemma for verbs_of in forms.values() for lemma in verbs_of} == set(AUXILIARIES)
    assert forms["sera"] == {"être": Tense.FUTURE}
    assert forms["faudrait"] == {"falloir": Tense.CONDITIONAL}
    assert list(forms["vint"]) == ["venir"]
    assert forms["due"] == {"devoir": Tense.PAST_PARTICIPLE}
    assert "bus" not in forms
    assert all(bits > 0 for verbs_of in forms.values() for bits in verbs_of.values())


def test_lemmas_of_homographs():
    assert verbs.lemmas("suis") == ("suivre", "être")
    assert verbs.lemmas("vit") == ("vivre", "voir")
    assert verbs.lemmas("peignent") == ("peigner", "peindre")


def homographs() -> list[tuple[str, str]]:
    section, words = "", []
    for line in DATA.joinpath("verbs.homographs.txt").read_text("utf-8").splitlines():
        text = line.partition("#")[0].strip()
        if text.startswith("["):
            section = text
        else:
            words += [(section, word) for word in text.split()]
    return words


def test_homographs_are_forms_once_each():
    words = homographs()
    only = [word for _, word in words]
    assert sorted(only) == sorted(set(only))
    idle = [word for _, word in words if not conjugations.table().find(word)]
    assert idle == []
    assert {section for section, _ in words} == {"[never]", "[weak]"}


def test_a_lookup_takes_few_steps():
    """A word is cut where endings like its own may begin, however many verbs there are."""
    if not isinstance(verbs.lemmas, FunctionType):
        pytest.skip("compiled code does not call the methods that a subclass of dict overrides")
    table = conjugations.table()
    cuts = 0

    class Counting(dict[str, tuple[int, ...]]):
        def get(self, key, default=None):
            nonlocal cuts
            cuts += 1
            return super().get(key, default)

    counted = conjugations.Table("")
    counted.endings, counted.infinitive = table.endings, table.infinitive
    counted.lengths, counted.stems = table.lengths, Counting(table.stems)
    assert counted.find("annoncera") == table.find("annoncera")
    assert 2 < cuts < len("annoncera")
    cuts = 0
    counted.find("x" * 10_000)
    assert cuts == 1


@pytest.mark.parametrize(
    "table", [conjugations.table(), conjugations.folded_table()], ids=["plain", "folded"]
)
def test_a_form_is_found_wherever_it_may_be_cut(table: conjugations.Table):
    forms = [stem + ending for stem, numbers in list(table.stems.items())[::25]
             for number in numbers for ending in table.endings[number]]  # fmt: skip
    assert len(forms) > 5_000
    for form in forms:
        everywhere = {
            (form[:end] + table.infinitive[number], table.endings[number][form[end:]])
            for end in range(len(form) + 1)
            for number in table.stems.get(form[:end], ())
            if form[end:] in table.endings[number]
        }
        assert set(table.find(form)) == everywhere


def test_the_table_is_small_and_read_once():
    size = len(DATA.joinpath("verbs.tsv").read_bytes())
    assert size < 200_000
    assert conjugations.table() is conjugations.table()
    table = conjugations.table()
    assert len(table.stems) > 3500
    assert sum(map(len, table.endings)) < 10_000  # endings are kept by conjugation, not by verb


def test_the_table_says_where_it_comes_from():
    text = DATA.joinpath("verbs.tsv").read_text("utf-8")
    assert "spacy-lookups-data" in text.partition("@")[0]
    assert "MIT" in text.partition("@")[0]


@pytest.fixture
def tools(monkeypatch):
    monkeypatch.syspath_prepend(str(TOOLS))
    yield
    for name in ("conjugation", "build_verbs"):
        sys.modules.pop(name, None)


def test_the_table_is_what_the_tool_writes(tools):
    if importlib.util.find_spec("spacy_lookups_data") is None:
        pytest.skip("spacy-lookups-data is not installed: only needed to rebuild verbs.tsv")
    import build_verbs

    assert build_verbs.table() == DATA.joinpath("verbs.tsv").read_text("utf-8")


def test_the_rules_make_every_form_of_the_table(tools):
    """The conjugations in the table are those of the rules, whoever has the word list."""
    import conjugation

    for infinitive in ("annoncer", "venir", "être", "finir", "échoir", "peser", "créer"):
        paradigm = conjugation.conjugate(infinitive)
        assert paradigm is not None
        for tense, cells in paradigm.items():
            bit = 1 << conjugation.TENSES.index(tense)
            for cell in cells:
                for form in cell:
                    assert any(
                        verb == infinitive and bits & bit
                        for verb, bits in conjugations.table().find(form)
                    ), (infinitive, tense, form)
    assert conjugation.conjugate("lundi") is None
    assert conjugation.TENSES == conjugations.TENSE_NAMES


GROUP_WORDS = st.sampled_from(
    _words(
        "a ont est sera pourrait doit vient de va avoir été être rejeté coordonnée partir annonce "
        "il se ne pas mardi , ; ( ) – ' que et à lui"
    )
)


@example(["pourrait", ",", "lui", ",", "coordonnée", ":", "rien"], set())
@given(st.lists(GROUP_WORDS, max_size=24), st.sets(st.integers(0, 23), max_size=3))
def test_verb_groups_follow_one_another(words: list[str], hidden: set[int]) -> None:
    groups = verb_groups(list(words), hidden, len(words))
    starts = [group.start for group in groups]
    assert starts == sorted(set(starts))
    assert all(group.start < group.end for group in groups)
