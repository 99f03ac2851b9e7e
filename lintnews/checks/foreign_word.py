"""Check `foreign-word`: a word in small letters with letters English does not have ("in xilindró, he added").

Names begin with a capital and are left alone, and so are quotations, brackets, titles (a capital or another foreign
word beside it is left to `foreign-sentence`) and the words English has borrowed with their accents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lintnews.checks.base import Check
from lintnews.expression import Match
from lintnews.view import View

_WORD = re.compile(r"(?<=[a-z,] )[a-zß-öø-ÿā-ž]{3,}(?=[ .,;:!?\n]|$)")
_ENDINGS = ("s", "ed", "ing", "d")
_BORROWED = frozenset(
    "appliqué archæology attaché attachés açaí blasé bric-à-brac brulée brûlée bébé béchamel bête bœuf café café- "
    "bar cafés canapé canapés carré cañon chargé chargés chaussée château château-bottled châteaux cliché clichéd "
    "clichés consommé cortège coöperate coöperation croûton croûtons crèche crème crêpe curaçao célèbre cœliac "
    "d'être d'œuvre d'œuvres dalaï divorcé divorcée doppelgänger doña début débutante décor déjà dénouement "
    "détente encyclopædia entrée exposé exposés façade façades feijão fiancé fiancée fiancées fiancés flambé "
    "frappé fraîche frère fête fêted föhn führer fœtus garçon gemütlich glacé glühwein gruyère grâce gâteau "
    "gâteaux habitué haček håndball hæmoglobin hôtel idée ingénue jalapeño jalapeños kärcher kümmel lycée macramé "
    "macédoine manqué manœuvre matinée maître mañana mediæval melée moiré mère mélange mémoire ménage mésalliance "
    "métier mêlange mêlée naïf naïve naïvely naïveté nestlé niña niño noël née négligée olé outré papier-mâché "
    "passé pied-à-terre piqué pièce piña piñata premièr première protégé protégée provençal précis purée puréed "
    "pâté pão père raisonné recherché risqué rosé roué régime résistance résumé résumés rôle rösti sauté sautéed "
    "señor señora señorita smörgas smörgåsbord soigné soirée soufflé suède são séance tapénade touché très tête- "
    "à-tête têtes velouté vicuña vis-à-vis voilà zoë ångström æon æsthetic éclair éclat élan élite émigré émigrée "
    "émigrés époque épée étagère étude über über-rich œdema œuvre".split()
)


def _find(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    if view.text.isascii():
        return
    sentence_of = iter(view.sentences)
    start, end = 0, -1
    for found in _WORD.finditer(view.text):
        word = found[0]
        if (
            word.isascii()
            or not word.islower()
            or word in _BORROWED
            or any(word.removesuffix(ending) in _BORROWED for ending in _ENDINGS)
        ):
            continue
        while found.start() >= end:
            start, end = next(sentence_of, (start, len(view.text) + 1))
        if not _excused(view, found, start, end):
            yield Match(*found.span())


def _excused(view: View, found: re.Match[str], start: int, end: int) -> bool:
    """Tell whether the word is quoted, bracketed, glossed or part of a foreign name or title."""
    if view.quoted(*view.span(*found.span())):
        return True
    before, after = view.text[start : found.start()], view.text[found.end() : end]
    if before.count("(") > before.count(")") or before.count("[") > before.count("]") or after.startswith(" ("):
        return True
    beside = (before.split() or [""])[-1], (after.split() or [""])[0]
    return any(not word.isascii() or word[:1].isupper() for word in beside)


CHECK = Check(_find, {})
