"""Names such as "Quiet Heron": words that neither judge nor joke, from a list in the templates."""

from __future__ import annotations

from functools import cache

from bot.templates import FOLDER


@cache
def words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the adjectives and the animals, 64 of each."""
    adjectives, animals = (FOLDER / "pseudonyms.txt").read_text("utf-8").split("\n\n")
    return tuple(adjectives.split()), tuple(animals.split())


def name_for(digest: bytes) -> str:
    """Return the name a digest (at least two bytes) stands for, each of 4096 equally likely."""
    adjectives, animals = words()
    return f"{adjectives[digest[0] % 64]} {animals[digest[1] % 64]}"
