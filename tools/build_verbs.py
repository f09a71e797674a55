"""Write the table of French verbs that chrono ships: ``python tools/build_verbs.py``.

The infinitives come from spacy-lookups-data (MIT), those that wordfreq has met; the forms are made
by `conjugation` from the rules of grammar. Neither package is needed to run chrono's verbs.

With ``--compare FILE``, where FILE is the conjugations.json of the npm package
french-verbs-lefff, nothing is written: the forms on which the two disagree are counted and shown.
No word of that lexicon (LGPL-LR) goes into the table.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import defaultdict
from importlib import metadata
from importlib.util import find_spec
from os.path import commonprefix
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from conjugation import TENSES, Paradigm, conjugate

TABLE = Path(__file__).parents[1] / "src/chrono/languages/fr/verbs.tsv"

HEADER = """\
# French verbs: conjugations as stem + ending. Written by tools/build_verbs.py: don't edit.
#
# Infinitives: spacy-lookups-data {lookups}, French lemma tables,
#   Copyright (C) 2019 ExplosionAI GmbH, MIT licence; those which wordfreq {wordfreq} has met,
#   and those that tools/build_verbs.py adds. Only infinitives are taken.
# Forms: made by tools/conjugation.py from the rules of grammar; licence: that of chrono.
#
# @VERB opens a conjugation, named by one of its verbs. Then a line for each tense: its endings in
# the order of persons (participles: masculine, feminine, their plurals), "/" between spellings,
# "0" for no ending, "-" for no form. Then its verbs, one a line, in full.
"""


def _words(text: str) -> list[str]:
    return text.split()


# Verbs of today's news that the lexicon is too old for, or that are missing from it.
MORE = _words(
    """
    agender replanifier auditionner reconfiner déconfiner tweeter retweeter liker poster googliser
    instagrammer
    podcaster streamer scroller zapper twitter booster coacher crasher débriefer briefer
    flasher hacker pirater numériser digitaliser dématérialiser géolocaliser télétravailler
    téléverser téléconsulter vacciner revacciner covoiturer mobiliser remobiliser démobiliser
    verbaliser judiciariser instrumentaliser invisibiliser présidentialiser ubériser
    végétaliser débitumer désimperméabiliser renaturer décarboner relocaliser délocaliser
    déréférencer labelliser sanctuariser pérenniser finaliser acter candidater impacter
    solutionner clôturer caillasser squatter taguer racketter dealer kidnapper sprinter
    dribbler tacler shooter sponsoriser rempiler reprogrammer déprogrammer budgéter rebudgéter
    surtaxer défiscaliser refiscaliser reconduire coprésider coorganiser coproduire coécrire
    codiriger cofonder cosigner réexaminer rejuger réauditionner perquisitionner mandater
    missionner commissionner auto-proclamer entre-tuer sous-estimer sous-entendre sous-traiter
    sous-louer sous-tendre sous-payer incendier vandaliser dégrader endeuiller hospitaliser
    réhospitaliser intuber ressortir
    annualiser artificialiser caramboler crématiser cyberattaquer cyberharceler césariser
    débugger décoter dépublier entarter fuiter hélitreuiller morigéner oscariser panthéoniser
    patcher rebooter réinaugurer réindexer treuiller troller viraliser
    """
)

# Infinitives that are no French verbs, or so rare that their forms are always something else.
FEWER = frozenset(
    _words(
        """
        agonir ailler alper angler anser arer auberger autopsier avir aviner avoiner baguer baller
        barber baster bassiner bastionner bâter bicher bicyclettes biller biser biter bomer
        briquer bulbe burger buser cabaner cacheter cadencer camer canarder caner canner
        canter caper caquer carer carotter caver celer chaloir challenger chambrer champer
        charpenter chemiser cheviller chiner cintrer clairer cliver cloper cochonner computer
        coquiller corner corser couder coulisser craner cravater crémer croche crosser croûter
        crécher cuber cuver cuter daguer daller damer dauber designer deviser douer driver
        fader fariner fauter fibrer ficher flipper fraiser fronder gainer galer galonner
        gaucher genre gober goder golfer grader grainer grouper halder haler halter haver
        herber hier hotter huiler hutter héler hybrider jaffer juter justicier lamer laquer
        lainer larver liguer lisser ligner liser liter lober luger machiner maltais malter
        manager mailler marger marner maturer meuler minuter mirer monder muser médailler
        nacrer napper norma normer nover nuer officier onder opiner ordonnancer outrer ouïr
        pager pailler palmer pantoufler passager paumer perler pester peinturer pigner piner
        plancher plâtrer pocher poisser pommer ponter poter poudrer poêler priser pulser puter
        quiller rader rafer raller rober rocher roquer roser router routiner réer sabler
        sabrer salariér saloper saucer seiner sexer sevrer siester siller siéster skipper
        souter sourdre styler super supers taler talonner tarer tarter tomer trapper
        trôner troncher tronçonner typer usager usiner vaguer vanner verger viander viner
        volter voiturer voûter zoner écosser écorcer écharper épicer étager étranger évider
        """
    )
)


def infinitives() -> list[str]:
    """Return the infinitives of the table, sorted."""
    import wordfreq

    spec = find_spec("spacy_lookups_data")
    if spec is None or spec.origin is None:
        raise SystemExit("build_verbs: pip install spacy-lookups-data first.")
    data = Path(spec.origin).parent / "data"
    found: set[str] = set()
    with gzip.open(data / "fr_lemma_index.json.gz", "rt", encoding="utf-8") as file:
        found.update(json.load(file)["verb"])
    with gzip.open(data / "fr_lemma_exc.json.gz", "rt", encoding="utf-8") as file:
        exceptions = json.load(file)
    for kind in ("verb", "aux"):
        for lemmas in exceptions[kind].values():
            found.update(lemmas)
    met = {word for word in found if wordfreq.word_frequency(word, "fr") > 0}
    met.update(MORE)
    verbs = {word for word in met - FEWER if word.endswith(("er", "ir", "ïr", "re"))}
    return sorted(word.replace("oeu", "œu") for word in verbs)


def split(paradigm: Paradigm) -> tuple[str, tuple[str, ...]]:
    """Return the stem that all forms share, and a line of endings for each tense."""
    forms = [form for cells in paradigm.values() for cell in cells for form in cell]
    stem = commonprefix(forms)  # noqa: RUF071 (they are words, not paths)
    lines = []
    for tense in TENSES:
        cells = paradigm[tense]
        if any(cells):
            endings = ("/".join(form[len(stem) :] or "0" for form in cell) or "-" for cell in cells)
            lines.append(f"{tense}\t{' '.join(endings)}")
    return stem, tuple(lines)


def table() -> str:
    """Return the text of the table."""
    groups: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for infinitive in infinitives():
        paradigm = conjugate(infinitive)
        if paradigm is not None:
            groups[split(paradigm)[1]].append(infinitive)
    out = [
        HEADER.format(
            lookups=metadata.version("spacy-lookups-data"), wordfreq=metadata.version("wordfreq")
        )
    ]
    for lines, verbs in sorted(groups.items(), key=lambda group: group[1]):
        out.append(f"@{verbs[0]}\n")
        out.extend(f"{line}\n" for line in lines)
        out.extend(f"{verb}\n" for verb in verbs)
    return "".join(out)


_LEFFF = {"P": 0, "I": 1, "J": 2, "F": 3, "C": 4, "S": 5, "T": 6, "Y": 7, "W": 8, "G": 9, "K": 10}


def compare(path: Path) -> None:
    """Show the forms of a Lefff conjugations.json that the rules don't make, by verb."""
    lefff = json.loads(path.read_text("utf-8"))
    verbs = forms = missed = 0
    for infinitive in infinitives():
        paradigm = conjugate(infinitive)
        if infinitive not in lefff or paradigm is None:
            continue
        verbs += 1
        wrong = []
        for key, cells in lefff[infinitive].items():
            tense = TENSES[_LEFFF[key]]
            made = {form for cell in paradigm[tense] for form in cell}
            wanted = {f.strip() for c in cells if c != "NA" for f in str(c).split("/")}
            forms += len(wanted)
            lost = sorted(wanted - made)
            missed += len(lost)
            wrong += [f"{tense}: {' '.join(lost)} (made: {' '.join(sorted(made))})"] if lost else []
        if wrong:
            print(infinitive, *wrong, sep="\n  ")
    print(f"{verbs} verbs, {forms} forms, {missed} not made")


def main() -> None:
    """Write the table, or compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--compare", type=Path, metavar="FILE")
    options = parser.parse_args()
    if options.compare:
        compare(options.compare)
    else:
        TABLE.write_text(table(), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
