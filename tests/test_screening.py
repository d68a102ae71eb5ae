"""Private details with a shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.screening import private_details, redact


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("write to a.b+c@mail.example.org.", "write to [e-mail]."),
        ("bob (at) example (dot) org", "[e-mail]"),
        ("see https://x.example/y?z=1#a now", "see [link] now"),
        (
            "it is at https://x.example/y. (or www.x.example/z), ok",
            "it is at [link]. (or [link]), ok",
        ),
        ("on www.example.org/jobs and example.io/careers", "on [link] and [link]"),
        ("ping @ana.b or <@U123> or ana#1234", "ping [handle] or [handle] or [handle]"),
        ("@everyone <!channel> @here", "[handle] [handle] [handle]"),
        ("u/some_person told me", "[handle] told me"),
        ("call +49 170 1234567", "call [phone]"),
        ("or (415) 555-2671, 030 123456, 555-2671", "or [phone], [phone], [phone]"),
        ("0041 44 668 18 00", "[phone]"),
    ],
)
def test_what_points_to_a_person_is_taken_out(text: str, redacted: str) -> None:
    assert redact(text) == redacted


@pytest.mark.parametrize(
    "text",
    [
        "I applied to 120 jobs in 2024-2025, on 2026-11-22 and 22.11.2026.",
        "They offered 85,000, then 100 000 - 120 000, then nothing.",
        "Java, Workday, Greenhouse, Node.js, ASP.NET, C#, F#, socket.io",
        "5 rounds, 3 interviews, 40 hours, 1,200 euros, room 12",
        "e.g. this, i.e. that... and so on",
        "It was 9/10, 24/7, 50:50.",
        "Reference 12345678",
    ],
)
def test_ordinary_words_and_numbers_stay(text: str) -> None:
    assert redact(text) == text


def test_what_the_author_keeps_stays() -> None:
    text = "mail a@example.org or see https://example.org"
    assert redact(text, ("url",)) == "mail [e-mail] or see https://example.org"
    assert redact(text, ("url", "email")) == text


@given(st.text(max_size=600))
def test_findings_are_in_order_and_inside_whatever_is_pasted(text: str) -> None:
    at = 0
    for finding in private_details(text):
        assert at <= finding.start < finding.end <= len(text)
        at = finding.end


@given(
    st.lists(st.sampled_from(["a@b.example.org ", "https://x.y ", "@ana ", "word "]), max_size=30)
)
def test_nothing_with_a_shape_is_left(parts: list[str]) -> None:
    left = redact("".join(parts))
    assert "@" not in left
    assert "http" not in left
