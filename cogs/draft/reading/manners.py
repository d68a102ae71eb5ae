"""How a letter speaks to the member: du or Sie, tú or usted."""

from __future__ import annotations

from cogs.draft.reading.characters import without_accents
from cogs.draft.reading.patterns import compiled

_DU = compiled(r"\b(?:[Dd]u|[Dd]ir|[Dd]ich|[Dd]ein(?:e[nmrs]?)?|[Ee]uch|[Ee]ure?[nmrs]?)\b")
# A capital in the middle of a sentence, so that "sie" for "they" at its start does not count.
_SIE = compiled(r"[\pL\d,)] (?:Sie|Ihnen|Ihre?[nmrs]?)\b|\bSehr geehrte|\b(?:Frau|Herrn?) \p{Lu}")
_TU = compiled(
    without_accents(
        r"\b(?:tu|tus|te|ti|contigo|tuyo|has|eres|tienes|quieres|puedes|estas|tuviste|quedaste|"
        r"hiciste|recibe|llamame|escribenos|escribeme|animo|deseamos verte)\b"
    )
)
_USTED = compiled(
    without_accents(
        r"\b(?:usted|ustedes|su candidatura|su solicitud|su interes|su perfil|su curriculum|"
        r"su cv|su tiempo|su participacion|sus datos|agradecerle|comunicarle|informarle|"
        r"le (?:agradecemos|informamos|comunicamos|deseamos|agradezco|deseo)|reciba|"
        r"estimad[oa]/?a? (?:sr|srta|senor|senora|don|dona))\b"
    )
)


def familiar(language: str, text: str, folded: str) -> bool | None:
    """Return whether a letter is on first-name terms; ``None`` where that is not to be seen.

    ``text`` as written, ``folded`` without accents, in lower case.
    """
    if language == "de":
        return _more(len(_DU.findall(text)), len(_SIE.findall(text)))
    if language == "es":
        return _more(len(_TU.findall(folded)), 2 * len(_USTED.findall(folded)))
    return None


def _more(near: int, polite: int) -> bool | None:
    """Return which of the two is said more often; ``None`` at a draw."""
    return None if near == polite else near > polite
