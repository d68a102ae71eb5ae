"""A reply as the rules see it: layout taken apart, words folded, every place kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from cogs.draft.linting.folding import DASHES, compiled, folded, listed, plain
from cogs.draft.linting.layout import Layout, Span, lay_out
from cogs.draft.linting.spellings import ELIDED, SPELLINGS
from cogs.draft.reading.letter import Letter

_WORD: Final = compiled(r"[a-z0-9]+")
_SHORT: Final = listed(
    "mr,mrs,ms,mx,dr,prof,st,nr,no,ca,etc,bzw,vgl,sr,sra,srta,ud,uds,inc,ltd,co,jr,approx",
    "fr,hr,z,b,u,a,d,h,g,e,i,s,v",
)
_LONGEST: Final = 600  # characters in a sentence; what goes on is read as the next one


@dataclass(frozen=True, slots=True)
class Folded:
    """Text folded for reading, one sentence a line, and where each character stood."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return where characters ``start`` to ``end`` stood as written."""
        return self.places[start], self.places[end - 1] + 1

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the sentence around a place."""
        first = self.text.rfind("\n", 0, start) + 1
        last = self.text.find("\n", end)
        return first, len(self.text) if last < 0 else last

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Yield where each sentence that holds a word begins and ends."""
        start = 0
        for line in self.text.split("\n"):
            if _WORD.search(line):
                yield start, start + len(line)
            start += len(line) + 1


class Reply:
    """A text a member wrote, prepared once for all rules.

    ``text`` is as written. ``body`` is what stands between greeting and closing, ``whole`` has
    both too; neither has earlier mail that is quoted.
    """

    def __init__(self, text: str, letter: Letter | None, letter_text: str) -> None:
        # Lone surrogates cannot be encoded, and RE2 reads bytes; the length stays.
        self.text = text.encode(errors="replace").decode()
        self.letter = letter
        self.letter_text = letter_text
        self.layout: Layout = lay_out(self.text)

    @cached_property
    def body(self) -> Folded:
        """The folded text between greeting and closing."""
        return fold(self.text, self.layout.body)

    @cached_property
    def whole(self) -> Folded:
        """The folded text with greeting, closing and signature."""
        return fold(self.text, self.layout.own)

    @cached_property
    def words(self) -> int:
        """How many words the body has."""
        return sum(
            any(map(str.isalnum, word))
            for start, end in self.layout.body
            for word in self.text[start:end].split()
        )

    @cached_property
    def letter_words(self) -> frozenset[str]:
        """Every folded word of the letter, and of what was read from it."""
        read = self.letter
        known = (read.company, read.role, read.sender, read.addressee) if read else ()
        text = " ".join([self.letter_text, *filter(None, known)])
        return frozenset(_WORD.findall(plain(text)))


def fold(text: str, pieces: tuple[Span, ...]) -> Folded:
    """Fold the pieces of a text; in time linear in their length."""
    folding = _Folding(text)
    for start, end in pieces:
        folding.piece(start, end)
    return _spelled("".join(folding.characters), folding.places)


class _Folding:
    """What has been folded so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.characters: list[str] = []
        self.places: list[int] = []
        self._length = 0

    def piece(self, start: int, end: int) -> None:
        """Fold one piece; its end ends a sentence."""
        at = start
        while at < end:
            character = self.text[at]
            if character.isspace():
                at = self._space(at, end)
                continue
            written = self._elided(at) if character in "'’" else folded(character)
            if character in DASHES or (written == "-" and self._stands_alone(at)):
                written = self._comma()
            for one in written:
                self._add(one, at)
            at += 1
        self._break(end - 1)

    def _elided(self, at: int) -> str:
        following = self.text[at + 1 : at + 4].lower()
        letters = following.rstrip(" ,.!?;:\n\t")[:2]
        whole = not following[len(letters) : len(letters) + 1].isalpha()
        return ELIDED.get(letters, "") if whole else ""

    def _stands_alone(self, at: int) -> bool:
        around = self.text[at - 1 : at] + self.text[at + 1 : at + 2]
        return not around.strip(" -")

    def _comma(self) -> str:
        """Let a dash be a comma at the word before it."""
        if self.characters and self.characters[-1] == " ":
            self.characters.pop()
            self.places.pop()
        return "" if self.characters and self.characters[-1] in ",\n" else ","

    def _space(self, at: int, end: int) -> int:
        """Fold a run of spaces into one, or into the end of a sentence."""
        after = at
        while after < end and self.text[after].isspace():
            after += 1
        lines = self.text.count("\n", at, after)
        if lines > 1 or self._ended(self.text[after : after + 1]) or self._length > _LONGEST:
            self._break(at)
        elif self.characters and self.characters[-1] not in " \n":
            if self.characters[-1] == ".":  # of an abbreviation, as in "Mr."
                self.characters.pop()
                self.places.pop()
            self._add(" ", at)
        return after

    def _ended(self, following: str) -> bool:
        """Say whether the last word ended its sentence."""
        tail = "".join(self.characters[-12:])
        if tail.endswith(("!", "?", "…")):
            return True
        if tail.endswith("..") and following.islower():
            return False
        if not tail.endswith("."):
            return False
        word = tail[:-1].replace("\n", " ").rpartition(" ")[2].rpartition(".")[2]
        return word not in _SHORT and not (word.isdigit() and len(word) < 3)

    def _break(self, at: int) -> None:
        if self.characters and self.characters[-1] != "\n":
            self._add("\n", at)

    def _add(self, character: str, at: int) -> None:
        self.characters.append(character)
        self.places.append(at)
        self._length = 0 if character == "\n" else self._length + 1
        if self._length > 2 * _LONGEST:  # no space for so long is no sentence
            self._break(at)


def _spelled(text: str, places: list[int]) -> Folded:
    """Write words as dictionaries do."""
    characters: list[str] = []
    kept: list[int] = []
    done = 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        spelled = SPELLINGS.get(text[start:end])
        if spelled is None:
            continue
        characters += text[done:start], spelled
        kept += places[done:start]
        kept += [places[start]] * (len(spelled) - 1) + [places[end - 1]]
        done = end
    characters.append(text[done:])
    kept += places[done:]
    return Folded("".join(characters), tuple(kept))
