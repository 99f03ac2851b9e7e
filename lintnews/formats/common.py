"""What the formats share: URLs and e-mail addresses, suppression comments, character references."""

from __future__ import annotations

import html
import re
import string

from lintnews.document import HIDDEN, OBJECT, Directive

# The first character stands in front of the alternatives because `re` can then skip to it quickly.
_URL = re.compile(
    rf"""[hHfFwWpP]
    (?: (?<=[hH])[tT][tT][pP][sS]?://
      | (?<=[fF])[tT][pP]://
      | (?<=[wW])(?<!\w[wW])[wW][wW]\.(?=\w)
      | (?<=[pP])(?<!\w[pP])ic\.twitter\.com/
    )
    [^\s<>"“”«»{OBJECT}]+""",
    re.VERBOSE,
)
_URL_SIGNS = ("://", "www.", "WWW.", "Www.", "pic.twitter.com/")
_AFTER_URL = ".,;:!?'’‘\"”*_…]}" + HIDDEN

_MAIL_DOMAIN = re.compile(r"@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_MAIL_NAME = string.ascii_letters + string.digits + "._%+-"
_LONGEST_MAIL_NAME = 64

_DIRECTIVE = re.compile(r"<!--\s*lintnews:(.*?)(?:-->)?\Z", re.DOTALL)

REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def hide_objects(masked: str) -> str:
    """Return the mask with every URL and e-mail address as one OBJECT and hidden characters."""
    if any(sign in masked for sign in _URL_SIGNS):
        masked = _URL.sub(_url_as_object, masked)
    if "@" in masked:
        masked = _hide_mail(masked)
    return masked


def _url_as_object(match: re.Match[str]) -> str:
    """Hide a URL, but not the punctuation after it, which belongs to the sentence."""
    whole = match.group()
    # "(see https://example.org/a_(b))." closes a bracket of the sentence too.
    surplus = whole.count(")") - whole.count("(")
    end = len(whole)
    while whole[end - 1] in _AFTER_URL or (whole[end - 1] == ")" and surplus > 0):
        surplus -= whole[end - 1] == ")"
        end -= 1
    return as_object(end) + whole[end:]


def _hide_mail(masked: str) -> str:
    parts: list[str] = []
    position = 0
    for match in _MAIL_DOMAIN.finditer(masked):
        before = masked[max(position, match.start() - _LONGEST_MAIL_NAME) : match.start()]
        name = len(before) - len(before.rstrip(_MAIL_NAME))
        if name:
            parts += (masked[position : match.start() - name], as_object(name + len(match.group())))
            position = match.end()
    parts.append(masked[position:])
    return "".join(parts)


def as_object(length: int) -> str:
    """Return the mask of something that is not prose and has `length` characters, at least one."""
    return OBJECT + HIDDEN * (length - 1)


def directive(text: str, start: int, end: int) -> Directive | None:
    """Return the suppression that the HTML comment from `start` to `end` is, or None."""
    match = _DIRECTIVE.match(text[start:end])
    return Directive(start, end, match.group(1).strip()) if match else None


def referenced(reference: str) -> str | None:
    """Return what a character reference such as `&amp;` shows, or None when it shows itself.

    A line end becomes a space, because the mask has line ends only where the text has them.
    """
    shown = html.unescape(reference)
    if shown == reference or len(shown) > len(reference):
        return None
    return shown.replace("\n", " ").replace("\r", " ").replace(HIDDEN, " ")
