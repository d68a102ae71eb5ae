"""How names of places are compared: without accents, case and punctuation."""

from __future__ import annotations

import re
import unicodedata

# Letters that are no letter with an accent, as they are written where they are missing.
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ŋ": "n",
        "\u0131": "i",
        "ə": "e",
    }
)
# What stands inside a word and is no space: the apostrophe of N'Djamena, the stop of St. Louis.
_WITHIN = re.compile("['`\u00b4\u02b9-\u02bf\u2018\u2019.]")
_WORD = re.compile(r"[^\W_]+")


def fold(name: str) -> str:
    """Return ``name`` as it is compared: lower case, no accents, words with one space between.

    >>> fold("São Paulo"), fold("St.-Denis"), fold("America/Argentina/Buenos_Aires")
    ('sao paulo', 'st denis', 'america argentina buenos aires')
    """
    spread = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    bare = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return " ".join(_WORD.findall(_WITHIN.sub("", bare)))
