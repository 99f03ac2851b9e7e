"""Check `wrong-conversion`: a measure and its conversion in brackets that do not agree, as in “10 miles (16 m)”.

Rounding is allowed for: a figure may be off by half a unit of its last digit that is not zero, but by no more than
15 percent, and by `tolerance` percent besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lintnews.checks.base import Check
from lintnews.expression import Match
from lintnews.view import View

# Unit names to dimension and size in the dimension's first unit: meter, kilogram, square meter, liter, meter a second.
_UNITS: dict[str, tuple[str, float]] = {}
for _names, _dimension, _size in (
    ("mm millimeter millimeters millimetre millimetres", "length", 0.001),
    ("cm centimeter centimeters centimetre centimetres", "length", 0.01),
    ("m meter meters metre metres", "length", 1.0),
    ("km kilometer kilometers kilometre kilometres kms", "length", 1000.0),
    ("in inch inches", "length", 0.0254),
    ("ft foot feet", "length", 0.3048),
    ("yard yards yd yds", "length", 0.9144),
    ("mile miles mi", "length", 1609.344),
    ("g gram grams", "mass", 0.001),
    ("kg kilogram kilograms kilo kilos", "mass", 1.0),
    ("pound pounds lb lbs", "mass", 0.45359237),
    ("ounce ounces oz", "mass", 0.028349523),
    ("hectare hectares ha", "area", 10_000.0),
    ("acre acres", "area", 4046.8564224),
    ("liter liters litre litres", "volume", 1.0),
    ("gallon gallons", "volume", 3.785411784),
    ("mph", "speed", 0.44704),
    ("kph km/h kmh kmph", "speed", 1 / 3.6),
):
    _UNITS.update(dict.fromkeys(_names.split(), (_dimension, _size)))
_GALLONS = (3.785411784, 4.54609)
_MAGNITUDES = {"": 1.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_ROUGHEST = 0.15
_FIGURE = r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:[ -](thousand|million|billion))?"
_UNIT = r"(" + "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True)) + r")"
_LENGTH = r"(square|sq\.?|cubic)? ?"
_PAIR = re.compile(
    rf"(?<![\d.,–-]){_FIGURE}[ -]?{_LENGTH}{_UNIT}\.?(?: an hour| per hour)? "
    rf"\((?:about |around |roughly |nearly |almost |some |over |more than |approximately |approx\. )?"
    rf"{_FIGURE}[ -]?{_LENGTH}{_UNIT}\.?(?: an hour| per hour)?\)"
)


def _find(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    allowed = options["tolerance"] / 100
    for found in _PAIR.finditer(view.text):
        first, second = found.groups()[:4], found.groups()[4:]
        if _power(first[2]) == _power(second[2]) and not _agree(first, second, allowed):
            yield Match(*found.span())


def _power(word: str | None) -> int:
    return {"s": 2, "c": 3}[word[0]] if word else 1


def _agree(first: tuple[str, ...], second: tuple[str, ...], allowed: float) -> bool:
    (kind, size), (other_kind, other_size) = _UNITS[first[3]], _UNITS[second[3]]
    if kind != other_kind:
        return "area" in (kind, other_kind) or _power(first[2]) > 1
    if size == other_size:
        return True
    power = _power(first[2])
    low, high = _range(first)
    other_low, other_high = _range(second)
    sizes = _GALLONS if "gallon" in first[3] + second[3] else (size,)
    for own in sizes:
        ratio = (own / other_size) ** power if "gallon" in first[3] or len(sizes) == 1 else (size / own) ** power
        if low * ratio * (1 - allowed) <= other_high and other_low <= high * ratio * (1 + allowed):
            return True
    return False


def _range(measure: tuple[str, ...]) -> tuple[float, float]:
    """Return the smallest and largest amount that a writer may have rounded to this figure."""
    digits = measure[0].replace(",", "")
    unit = _MAGNITUDES[measure[1] or ""]
    if "." in digits:
        step = 10.0 ** -len(digits.partition(".")[2])
    else:
        step = 10.0 ** (len(digits) - len(digits.rstrip("0"))) if digits.strip("0") else 1.0
    value = float(digits)
    half = min(step / 2, _ROUGHEST * value) if value else step / 2
    return (value - half) * unit, (value + half) * unit


CHECK = Check(_find, {"tolerance": 10})
