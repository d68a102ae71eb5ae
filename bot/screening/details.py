"""Private details with a shape: e-mail addresses, links, handles, phone numbers.

Patterns run in RE2, in linear time whatever is pasted.
"""

from __future__ import annotations

from collections.abc import Iterator

import re2

from bot.screening.screen import Finding, Screen

# Top-level domains people write without "https://". Longer lists take product names for links.
_DOMAINS = (
    "com|org|net|edu|gov|io|dev|app|co|ai|me|info|biz|eu|uk|us|de|fr|es|it|nl|at|ch|ca|au|in|ly|gg"
)
_NOT_LINKS = frozenset({"asp.net", "vb.net", "ado.net", "socket.io", "e.g", "i.e", "draw.io"})
_DATE = re2.compile(
    r"^\(?(?:(?:19|20)\d\d[-/. ]\d{1,2}[-/. ]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)?\d\d"
    r"|(?:19|20)\d\d\s*[-/–]\s*(?:19|20)\d\d)$"
)
_AMOUNT = re2.compile(r"^\d{1,3}(?:[., ]\d{3})+(?:[.,]\d{1,2})?$")
_RANGE = re2.compile(r"\s*[-–]\s*")


class _Pattern(Screen):
    """Finds what a pattern matches; ``fits`` may say no to a match."""

    kind = ""
    pattern = ""

    def __init__(self) -> None:
        self._compiled = re2.compile(self.pattern)

    def find(self, text: str) -> Iterator[Finding]:
        """Yield every match that fits; the first group is what counts."""
        for match in self._compiled.finditer(text):
            if self.fits(match.group(1)):
                yield Finding(match.start(1), match.end(1), self.kind)

    def fits(self, found: str) -> bool:
        """Say whether a match is one."""
        return True


class Email(_Pattern):
    """``name@example.org``, also with spaces or brackets around the ``@``."""

    kind = "email"
    pattern = (
        r"(?i)([\pL\pN._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\pL\pN.-]*[\pL\pN]"
        r"\s?(?:\.|\(dot\)|\[dot\])\s?\pL\pL+)"
    )


class Link(_Pattern):
    """A URL, or a domain with a path or a well-known ending."""

    kind = "url"
    pattern = (
        r"(?i)(\b(?:(?:https?|ftp)://|www\.)[^\s<>]*[^\s<>.,;:!?'\")\]]"
        rf"|\b(?:[\pL\pN](?:[\pL\pN-]*[\pL\pN])?\.)+(?:{_DOMAINS})\b(?:/(?:[^\s<>]*[^\s<>.,;:!?'\")\]])?)?)"
    )

    def fits(self, found: str) -> bool:
        """Leave out names of techniques that look like domains."""
        return found.lower().rstrip(".") not in _NOT_LINKS


class Handle(_Pattern):
    """``@name``, a platform's own mention, ``name#1234``, ``u/name``."""

    kind = "handle"
    pattern = (
        r"(?i)(?:^|[^\w@.%+-])(@[\pL\pN_](?:[\pL\pN_.-]*[\pL\pN_])?|<[@#!&][^>\s]+>"
        r"|[\w.]+#\d\d\d\d\b|/?u/[\w-]+\b)"
    )


class Phone(_Pattern):
    """Seven to fifteen digits (ITU-T E.164) grouped as people write a phone number."""

    kind = "phone"
    pattern = r"(?:^|[^\w.,/+-])((?:\+|00)?\(?\d(?:[ \t().\-/–\x{a0}]{0,3}\d){6,14})\b"

    def fits(self, found: str) -> bool:
        """Leave out dates, years and amounts."""
        digits = sum(character.isdecimal() for character in found)
        if _DATE.search(found) or all(map(_AMOUNT.search, _RANGE.split(found))):
            return False
        # A plain row of digits is a number of something else unless it is long.
        return found[0] in "+0(" or digits >= 9 or (digits >= 7 and "-" in found)
