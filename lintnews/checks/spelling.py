"""Check `mixed-spelling`: British and American spelling in one text. Quotations do not count.

The rarer of the two manners is reported. Words that both write alike, and names, tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lintnews.checks.base import Check
from lintnews.expression import Match
from lintnews.view import View

# British to American stems; what follows the stem is the same in both.
_STEMS = dict(
    pair.split(":")
    for pair in (
        "colour:color favour:favor honour:honor labour:labor harbour:harbor neighbour:neighbor behaviour:behavior "
        "rumour:rumor humour:humor flavour:flavor armour:armor vapour:vapor tumour:tumor savour:savor "
        "endeavour:endeavor "
        "centre:center theatre:theater metre:meter kilometre:kilometer litre:liter fibre:fiber calibre:caliber "
        "defence:defense offence:offense licence:license travell:travel cancell:cancel labell:label modell:model "
        "fuell:fuel signall:signal counsell:counsel quarrell:quarrel jewell:jewel marvell:marvel catalogue:catalog "
        "programme:program cheque:check tyre:tire grey:gray plough:plow mould:mold sceptic:skeptic aluminium:aluminum "
        "ageing:aging pyjama:pajama moustache:mustache kerb:curb haem:hem paed:ped foetus:fetus foetal:fetal "
        "manoeuvr:maneuver encyclopaedia:encyclopedia anaesthe:anesthe orthopaed:orthoped leukaemia:leukemia "
        "organis:organiz recognis:recogniz realis:realiz criticis:criticiz emphasis:emphasiz authoris:authoriz "
        "apologis:apologiz summaris:summariz prioritis:prioritiz minimis:minimiz maximis:maximiz stabilis:stabiliz "
        "mobilis:mobiliz legalis:legaliz finalis:finaliz modernis:moderniz normalis:normaliz specialis:specializ "
        "utilis:utiliz vandalis:vandaliz victimis:victimiz hospitalis:hospitaliz privatis:privatiz analys:analyz "
        "paralys:paralyz"
    ).split()
)
# Words in -ize are written in Britain too, so they tell nothing; those in -ise are British.
_AMERICAN = tuple(american for american in _STEMS.values() if not american.endswith("iz"))
_ENDINGS = {
    "l": "ed|ing|er|ers|or|ors|ery|ation|ations",
    "is": "e|ed|es|ing|ation|ations|er|ers",
    "iz": "e|ed|es|ing|ation|ations|er|ers",
    "ys": "e|ed|ing",
    "yz": "e|ed|es|ing",
}
_PLAIN_ENDINGS = "|s|d|ed|ing|able|ite|ites|ful|less|hood|hoods|al|ally|ism|ist|ists|y|e|es"
_AMBIGUOUS = frozenset("program programs check checks checked checking tire tires tired tiring curb curbs curbed "
                       "curbing meter meters license licensed licenses licensing emphasis".split())  # fmt: skip


def _pattern(stems: Iterable[str]) -> re.Pattern[str]:
    groups: dict[str, list[str]] = {}
    for stem in stems:
        ending = next((_ENDINGS[tail] for tail in ("is", "iz", "ys", "yz", "l") if stem.endswith(tail)), _PLAIN_ENDINGS)
        groups.setdefault(ending, []).append(stem)
    return re.compile(r"\b(?:" + "|".join(f"(?:{'|'.join(names)})(?:{end})" for end, names in groups.items()) + r")\b")


_BRITISH_WORDS, _AMERICAN_WORDS = _pattern(_STEMS), _pattern(_AMERICAN)


def _find(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    british, american = (_words(view, pattern) for pattern in (_BRITISH_WORDS, _AMERICAN_WORDS))
    fewer, name = (british, "American") if len(british) <= len(american) else (american, "British")
    if min(len(british), len(american)) >= options["min-words"]:
        yield from (Match(*span, (), {"manner": name}) for span in fewer)


def _words(view: View, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return the spans of the words of one manner, in small letters and outside quotations."""
    return [
        word.span()
        for word in pattern.finditer(view.text)
        if word[0] not in _AMBIGUOUS and not view.quoted(*view.span(*word.span()))
    ]


CHECK = Check(_find, {"min-words": 1})
