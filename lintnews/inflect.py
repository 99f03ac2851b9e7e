"""English inflection for rule files: plural nouns and verb forms, regular ones by rule, irregular ones by list.

Used only while rules are compiled. The irregular forms are those of common news vocabulary; a rule author who
needs another one writes it out.
"""

from __future__ import annotations

MODES = ("none", "noun", "verb")

_PLURALS = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "tooth": "teeth",
    "mouse": "mice", "goose": "geese", "life": "lives", "wife": "wives", "knife": "knives", "leaf": "leaves",
    "half": "halves", "thief": "thieves", "self": "selves", "shelf": "shelves", "wolf": "wolves",
    "crisis": "crises", "analysis": "analyses", "basis": "bases", "thesis": "theses", "hero": "heroes",
    "potato": "potatoes", "tomato": "tomatoes", "veto": "vetoes", "echo": "echoes", "criterion": "criteria",
    "phenomenon": "phenomena", "series": "series", "species": "species", "aircraft": "aircraft",
    "spacecraft": "spacecraft", "headquarters": "headquarters",
}  # fmt: skip
_IRREGULAR_VERBS = (
    "be was been|become became become|begin began begun|bite bit bitten|bring brought brought|build built built|"
    "break broke broken|burst burst burst|buy bought bought|catch caught caught|choose chose chosen|"
    "come came come|cost cost cost|cut cut cut|deal dealt dealt|die died died|do did done|draw drew drawn|"
    "drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|"
    "find found found|flee fled fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|"
    "freeze froze frozen|get got got|give gave given|go went gone|grow grew grown|hang hung hung|have had had|"
    "hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known|"
    "lay laid laid|lead led led|leave left left|lend lent lent|let let let|lie lay lain|lose lost lost|"
    "make made made|mean meant meant|meet met met|pay paid paid|put put put|quit quit quit|read read read|"
    "ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|"
    "sell sold sold|send sent sent|set set set|shake shook shaken|shoot shot shot|show showed shown|"
    "shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|speak spoke spoken|"
    "spend spent spent|spread spread spread|stand stood stood|steal stole stolen|stick stuck stuck|"
    "strike struck struck|swear swore sworn|sweep swept swept|swim swam swum|take took taken|"
    "teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|"
    "understand understood understood|wear wore worn|win won won|withdraw withdrew withdrawn|write wrote written"
)
_PAST = {base: (past, participle) for base, past, participle in (row.split() for row in _IRREGULAR_VERBS.split("|"))}
_DOUBLING = frozenset(
    "admit ban bar beg bet chat chop clap commit compel control cut defer drag drop equip fit get grab hit hug "
    "incur jam let log map nod occur omit pat permit plan plot pop prefer put quit refer regret rig rob rub run "
    "set shed ship shop shut sin sit skip slam slap slip snap spin split spot stab step stir stop strip submit "
    "swap swim tap tip top transfer transmit trap trim wed whip win wrap".split()
)
_VOWELS = frozenset("aeiou")


def inflected(phrases: tuple[str, ...], mode: str) -> list[tuple[str, ...]]:
    """Return the phrases as they are and in every other form, inflected alike.

    Args:
        phrases: A phrase and its repairs.
        mode: `none`; `noun` for the plural of the last word; `verb` for the forms of the first word.
    """
    if mode == "noun":
        return [phrases, tuple(" ".join([*phrase.split()[:-1], plural(phrase.split()[-1])]) for phrase in phrases)]
    if mode == "verb":
        columns = [
            [" ".join([form, *phrase.split()[1:]]) for form in verb_forms(phrase.split()[0])] for phrase in phrases
        ]
        return list(dict.fromkeys(zip(*columns, strict=True)))
    return [phrases]


def plural(noun: str) -> str:
    """Return the plural of a noun."""
    if noun.lower() in _PLURALS:
        return noun[:1] + _PLURALS[noun.lower()][1:]
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1].lower() not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def verb_forms(verb: str) -> tuple[str, str, str, str, str]:
    """Return base, third person, -ing form, past and past participle of a verb."""
    past, participle = _PAST.get(verb) or (_regular_past(verb),) * 2
    return verb, _third_person(verb), _ing(verb), past, participle


def _third_person(verb: str) -> str:
    special = {"be": "is", "have": "has", "do": "does", "go": "goes"}
    return special.get(verb) or plural(verb)


def _ing(verb: str) -> str:
    if verb in _DOUBLING:
        return verb + verb[-1] + "ing"
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")) and verb != "be":
        return verb[:-1] + "ing"
    return verb + "ing"


def _regular_past(verb: str) -> str:
    if verb in _DOUBLING:
        return verb + verb[-1] + "ed"
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + "ed"
