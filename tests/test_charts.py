"""The picture of a few numbers."""

from __future__ import annotations

import io
import random
from itertools import groupby, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.charts import bars

GREEN, PAPER = (44, 106, 93), (251, 248, 243)
TITLE = "Why it ended"


def _picture(data: bytes) -> Image.Image:
    """Return the picture of a PNG, all of it decoded."""
    with Image.open(io.BytesIO(data)) as file:
        assert file.format == "PNG"
        return file.convert("RGB")


def _bars(data: bytes) -> list[int]:
    """Return how wide each green bar is, from above."""
    with Image.open(io.BytesIO(data)) as file:
        colours, shown = file.getpalette() or [], file.tobytes()
        green = next(at for at in range(16) if tuple(colours[3 * at : 3 * at + 3]) == GREEN)
        rows = [shown[at + 56 : at + 960] for at in range(0, len(shown), 960)]
    widths = [row.count(green) if row[0] == green else 0 for row in rows]
    return [max(bar) for wide, bar in groupby(widths, bool) if wide]


def _chunks(data: bytes) -> list[bytes]:
    at, kinds = 8, []
    while at < len(data):
        kinds.append(data[at + 4 : at + 8])
        at += 12 + int.from_bytes(data[at : at + 4])
    return kinds


@pytest.mark.parametrize("count", range(1, 9))
def test_it_is_a_picture_of_960_points_that_grows_with_the_rows(count: int) -> None:
    picture = _picture(bars([("No answer", 3)] * count, title=TITLE))
    assert picture.width == 960
    assert picture.height == 188 + 70 * count + 26 * (count - 1) + 12
    assert picture.getpixel((0, 0)) == PAPER


def test_bars_are_as_wide_as_their_numbers_are_large() -> None:
    widths = _bars(bars([("a", 5), ("b", 10), ("c", 20), ("d", 40)], title=TITLE))
    assert len(widths) == 4
    for less, more in pairwise(widths):
        assert more == pytest.approx(2 * less, abs=8)


@given(st.lists(st.integers(1, 10**30), min_size=1, max_size=8))
@settings(max_examples=20, deadline=None)
def test_a_larger_number_never_has_a_narrower_bar(numbers: list[int]) -> None:
    widths = _bars(bars([("a", number) for number in numbers], title=TITLE))
    in_order = [width for _, width in sorted(zip(numbers, widths, strict=True))]
    assert in_order == sorted(in_order)


def test_zero_has_no_green_bar() -> None:
    assert _bars(bars([("a", 0), ("b", 0)], title=TITLE)) == []
    assert len(_bars(bars([("a", 0), ("b", 10**18)], title=TITLE))) == 1


def test_the_same_numbers_are_the_same_bytes_and_nothing_but_the_picture() -> None:
    data = bars([("No answer", 12), ("Something else", 3)], title=TITLE)
    assert bars([("No answer", 12), ("Something else", 3)], title=TITLE) == data
    assert set(_chunks(data)) == {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


@given(
    st.lists(st.tuples(st.text(max_size=600), st.integers(0, 10**40)), min_size=1, max_size=8),
    st.text(max_size=600),
)
@settings(max_examples=40, deadline=None)
def test_whatever_a_label_says_it_is_drawn(rows: list[tuple[str, int]], title: str) -> None:
    data = bars(rows, title=title)
    assert _picture(data).width == 960
    assert len(data) < 40_000


def test_the_fullest_picture_is_small_and_nothing_leaves_its_margins() -> None:
    words = "Qualifications weighed @ & 100% — gegenüber größeren Bewerbungsfeldern " * 9
    rows = [(words, 10**14 + number) for number in range(6)]
    rows += [("Donaudampfschifffahrtsgesellschaft" * 20, 10**5000), ("不採用 ✨ " * 90, 7)]
    data = bars(rows, title=words)
    picture = _picture(data)
    assert len(data) < 40_000
    for x in (*range(50), *range(910, 960)):
        assert {picture.getpixel((x, y)) for y in range(picture.height)} == {PAPER}


@pytest.mark.parametrize("letters", ["@&%#8W$Qgm36", "abcdefghijklmnopqrstuvwxyz", "不採用"])
def test_no_noise_makes_it_large(letters: str) -> None:
    chance = random.Random(1)  # noqa: S311 - noise for a test
    rows = [("".join(chance.choices(letters, k=600)), 10**14 + row) for row in range(8)]
    assert len(bars(rows, title=rows[0][0])) < 40_000


def test_accents_go_and_the_letters_stay() -> None:
    assert bars([("Größe – naïve “Œuvre” 🙂", 1)], title="Été") == bars(
        [("Grosse - naive “OEuvre”", 1)], title="Ete"
    )


def test_a_long_label_loses_its_middle_and_keeps_both_ends() -> None:
    middle = "and so on and on " * 30
    label = f"The first words {middle} the last words"
    shorter = f"The first words {middle[:-17]} the last words"
    assert bars([(label, 1)], title=TITLE) == bars([(shorter, 1)], title=TITLE)
    other = bars([(label.replace("last", "very last"), 1)], title=TITLE)
    assert bars([(label, 1)], title=TITLE) != other


@pytest.mark.parametrize("rows", [[], [("a", 1)] * 9, [("a", -1)]])
def test_no_rows_too_many_or_less_than_nothing_are_refused(rows: list[tuple[str, int]]) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        bars(rows, title=TITLE)
