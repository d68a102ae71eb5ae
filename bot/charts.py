"""A picture of a few numbers: quiet bars on warm paper."""

from __future__ import annotations

import io
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image, ImageDraw, ImageFont

    Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

Colour = tuple[int, int, int]

# All lengths are in points of the picture; clients show it at half its size.
_WIDTH = 960
_MARGIN = 56
_INNER = _WIDTH - 2 * _MARGIN
_TITLE, _TITLE_LINE, _TITLE_GAP = 42, 52, 36
_LABEL, _LABEL_LINE, _LABEL_GAP = 28, 36, 8
_BAR, _ROW_GAP, _NUMBER_GAP = 26, 26, 16
_ROUND = 6
_STRONG = 0.5  # drawn around title and numbers: the font has one weight
_LEAST = 4  # so wide is the narrowest bar
_LINES = 2  # of a title or a label
_LARGE = 40_000  # bytes
_MOST_ROWS = 8
_FINE = 4  # times as large are bars drawn at first, so that their edges are smooth

# The playground's paper, ink and green.
_PAPER = (251, 248, 243)
_INK = (42, 37, 33)
_GREEN = (44, 106, 93)
_PALE = (214, 204, 188)

# What the font lacks and Unicode does not take apart.
_NEAREST = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l"}
    | {"Ł": "L", "đ": "d", "Đ": "D", "\N{LATIN SMALL LETTER DOTLESS I}": "i", "×": "x"}
    | {"\N{DOUBLE LOW-9 QUOTATION MARK}": '"', "\N{MINUS SIGN}": "-"}
)
_ENOUGH = 200  # characters at either end of a text: what is between them never fits


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as it is drawn."""

    lines: list[str]
    number: str
    value: int

    @property
    def height(self) -> int:
        return len(self.lines) * _LABEL_LINE + _LABEL_GAP + _BAR


def bars(rows: Sequence[tuple[str, int]], *, title: str) -> bytes:
    """Return a PNG, 960 points wide, of one to eight labelled numbers as horizontal bars.

    Numbers are 0 or more. The largest fills the width, the others are in proportion to it. The
    title and labels are shown in two lines at most, in one where the file would be over 40 kB, and
    shortened in their middle when they do not fit. The font has Latin letters without accents:
    accents go, emoji too, and letters it has not are empty boxes. The same input gives the same
    bytes, and the file says nothing but the picture.

    Raises ``ValueError`` when there are no rows, more than eight, or a number is below 0.
    """
    if not 1 <= len(rows) <= _MOST_ROWS or any(value < 0 for _, value in rows):
        raise ValueError
    data = _draw(rows, title, _LINES)
    return data if len(data) < _LARGE else _draw(rows, title, 1)


def _draw(rows: Sequence[tuple[str, int]], title: str, most: int) -> bytes:
    """Return the PNG, no text of it in more than so many lines."""
    from PIL import Image, ImageDraw

    heading = _fit(title, _font(_TITLE), most)
    drawn = [
        _Row(_fit(label, _font(_LABEL), most), _number(value), value) for label, value in rows
    ]
    head = len(heading) * _TITLE_LINE + _TITLE_GAP
    body = sum(row.height for row in drawn) + (len(drawn) - 1) * _ROW_GAP
    size = (_WIDTH, _MARGIN + head + body + _MARGIN)
    ink, green, pale = (Image.new("L", size) for _ in range(3))
    draw = ImageDraw.Draw(ink)
    y = _write(draw, heading, _MARGIN, _font(_TITLE), _TITLE_LINE, _STRONG) + _TITLE_GAP
    widest = max(_width(row.number, _font(_LABEL)) for row in drawn)
    for row, width in zip(drawn, _widths(rows, _INNER - _NUMBER_GAP - widest), strict=True):
        y = _write(draw, row.lines, y, _font(_LABEL), _LABEL_LINE) + _LABEL_GAP
        (green if row.value else pale).paste(_bar(width), (_MARGIN, y))
        place = (_MARGIN + width + _NUMBER_GAP, y + _BAR // 2)
        draw.text(place, row.number, 255, _font(_LABEL), "lm", stroke_width=_STRONG)
        y += _BAR + _ROW_GAP
    return _png([(ink, _INK, 10), (green, _GREEN, 4), (pale, _PALE, 1)])


def _widths(rows: Sequence[tuple[str, int]], room: int) -> list[int]:
    """Return how wide each bar is: never nothing, and 0 is told by its colour."""
    most = max(value for _, value in rows)
    return [_LEAST + (room - _LEAST) * value // most if value else _LEAST for _, value in rows]


def _number(value: int) -> str:
    """Return a number in groups of three digits, and a very large one in its order."""
    return f"{value:,}".replace(",", " ") if value < 10**15 else f"{Decimal(value):.2E}"


@lru_cache(maxsize=2)
def _font(size: int) -> Font:
    from PIL import ImageFont

    return ImageFont.load_default(size)


def _width(text: str, font: Font) -> int:
    return round(font.getlength(text))


def _write(
    draw: ImageDraw.ImageDraw, lines: list[str], y: int, font: Font, height: int, strong: float = 0
) -> int:
    """Draw lines from ``y`` on, and return where they end."""
    for line in lines:
        place = (_MARGIN, y + height // 2)
        draw.text(place, line, 255, font, "lm", stroke_width=strong)
        y += height
    return y


def _bar(width: int) -> Image.Image:
    """Return the mask of a bar, its left end straight: that is where it is read from."""
    from PIL import Image, ImageDraw

    mask = Image.new("L", (width * _FINE, _BAR * _FINE))
    edge = (0, 0, width * _FINE - 1, _BAR * _FINE - 1)
    radius = min(_ROUND, width // 2) * _FINE
    right = (False, True, True, False)
    ImageDraw.Draw(mask).rounded_rectangle(edge, radius, fill=255, corners=right)
    return mask.reduce(_FINE)


def _fit(text: str, font: Font, most: int) -> list[str]:
    """Return ``text`` in so many lines, without its middle if there would be too many."""
    if len(text) > 2 * _ENOUGH:
        text = text[:_ENOUGH] + text[-_ENOUGH:]
    text = " ".join(_showable(text).split())
    lines = _wrap(text, font)
    if len(lines) <= most:
        return lines

    def shortened(parts: Sequence[str], between: str, keep: int) -> list[str]:
        head, tail = parts[: (keep + 1) // 2], parts[len(parts) - keep // 2 :]
        return _wrap(between.join([*head, "…", *tail]), font)

    words = text.split(" ")
    for parts, between in ((words, " "), (list(text), "")):
        keep = bisect_right(
            range(len(parts)), most, key=lambda keep: len(shortened(parts, between, keep))
        )
        lines = shortened(parts, between, keep - 1)
        if keep > 2:  # a word before the gap and one after it
            break
    return lines


def _wrap(text: str, font: Font) -> list[str]:
    """Return ``text`` in lines, broken between words, and inside one that is wider than a line."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if _width(longer, font) <= _INNER:
            lines[-1] = longer
            continue
        lines.append("")
        for character in word:
            if _width(lines[-1] + character, font) > _INNER:
                lines.append("")
            lines[-1] += character
    return [line for line in lines if line] or [""]


def _showable(text: str) -> str:
    """Return ``text`` as near as the font can show it; symbols and what is invisible go."""
    shown = []
    for character in unicodedata.normalize("NFKD", text).translate(_NEAREST):
        kind = unicodedata.category(character)
        if kind == "Pd":
            shown.append("-")  # one dash is all the font has
        elif kind[0] in "LNPZ" or character in "$+<=>^`|~°\n\t":
            shown.append(character)
    return "".join(shown)


def _png(layers: Sequence[tuple[Image.Image, Colour, int]]) -> bytes:
    """Return masks, their colours and how many shades of each, on paper, as a small PNG."""
    from PIL import Image

    picture = Image.new("L", layers[0][0].size)
    palette = [*_PAPER]
    for mask, colour, shades in layers:
        before = len(palette) // 3 - 1
        steps = [round(value * shades / 255) for value in range(256)]
        places = mask.point([before + step for step in steps])
        picture.paste(places, mask=mask.point([255 if step else 0 for step in steps]))
        for step in range(1, shades + 1):
            mixed = zip(_PAPER, colour, strict=True)
            palette += [round(paper + (full - paper) * step / shades) for paper, full in mixed]
    picture.putpalette(palette)
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()
