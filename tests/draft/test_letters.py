"""Every letter there can be: true, whole, short enough, and without a finding of the linter."""

from __future__ import annotations

import itertools
import random
import re
from dataclasses import replace
from typing import Final

import pytest

from bot.templates import FOLDER
from cogs.draft.linting import lint
from cogs.draft.reading import Letter
from cogs.draft.writing import LANGUAGES, MOST, TONES, Choice, Facts, Written, compose
from cogs.draft.writing.composing import _Letter, _tidy
from cogs.draft.writing.parts import ANSWER, IN_TOUCH, SILENCE

KNOWN: Final = Facts(
    company="Nordwind Logistik",
    role="Backend Engineer",
    sender="Jane Smith",
    signature="Ana Pereira",
    stage="interview",
    reason="other_candidate",
)

CASES: Final = {
    "thanks": KNOWN,
    "nothing known": Facts(),
    "application": replace(KNOWN, stage="application", sender="", reason="none"),
    "screen": replace(KNOWN, stage="screen", company="", reason="experience"),
    "final": replace(KNOWN, stage="final"),
    "invited": replace(KNOWN, invited_again=True, role=""),
    "offered": replace(KNOWN, feedback_offered=True, invited_again=True),
    "internal": replace(KNOWN, reason="internal"),
    "freeze": replace(KNOWN, reason="freeze", stage="final"),
    "withdrawn": replace(KNOWN, reason="withdrawn", signature=""),
    "visa": replace(KNOWN, reason="visa", stage="application"),
    "offer withdrawn": replace(KNOWN, stage="offer_withdrawn", reason="freeze"),
    "recruiter": replace(KNOWN, agency=True),
    "recruiter offering": replace(KNOWN, agency=True, feedback_offered=True, company=""),
    "silence": replace(KNOWN, stage="silence", sender=""),
    "position": replace(KNOWN, role="PhD position in soil ecology"),
}

MOMENT: Final = {
    "people": "Luis und Anna",
    "when": "2026",
    "moment": "Pair Programming, Kanban, Retrospektiven und die Ruhe, über Fehler zu sprechen",
}

BUTTONS: Final = tuple(
    itertools.product((None, True, False), (True, False), (True, False), (False, True))
)
"""Whether to ask for feedback, to keep the door open, to be familiar, to have a moment."""

SAMPLED: Final = 4
"""Combinations of buttons looked through for each case and tone, of all of them."""


def every(language: str, *, of_each: int = len(BUTTONS)) -> list[tuple[str, Facts, Choice]]:
    """Return every case with every tone and every combination of buttons, or some of those.

    For each tone they are shuffled and dealt out among the cases, so that each is there.
    """
    found = []
    for tone in TONES:
        chance = random.Random(f"{language}{tone}")  # noqa: S311 - no secret
        deck = itertools.cycle(chance.sample(BUTTONS, len(BUTTONS)))
        for (name, facts), _ in itertools.product(CASES.items(), range(of_each)):
            ask, door, familiar, with_moment = next(deck)
            moment = MOMENT if with_moment else {}
            known = replace(facts, language=language, familiar=familiar, **moment)
            seed = f"{name}{tone}{ask}{door}{familiar}{with_moment}"
            found.append((name, known, Choice(tone, None, ask, door, seed)))
    return found


def _letter_of(facts: Facts) -> Letter:
    """Return the letter a reply is held against."""
    return Letter(
        company=facts.company or None,
        role=facts.role or None,
        sender=facts.sender or None,
        language=facts.language,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_has_every_case_tone_and_combination_of_buttons(language: str) -> None:
    sample = every(language, of_each=SAMPLED)
    assert {(name, choice.tone) for name, _, choice in sample} == {
        *itertools.product(CASES, TONES)
    }
    for tone in TONES:
        pressed = {
            (choice.ask, choice.door, facts.familiar, bool(facts.moment))
            for _, facts, choice in sample
            if choice.tone == tone
        }
        assert pressed == set(BUTTONS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_draft_has_a_finding_whatever_is_pressed(language: str) -> None:
    for name, facts, choice in every(language, of_each=SAMPLED):
        made = compose(facts, choice)
        found = lint(made.text, _letter_of(facts))
        assert not found, f"{name} {choice}: {found}\n{made.text}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["in_touch", "call"])
def test_nor_has_one_that_keeps_in_touch_or_is_for_a_call(language: str, kind: str) -> None:
    for name, facts, choice in every(language, of_each=SAMPLED):
        chosen = replace(choice, kind=kind)
        for since in ("", "Terraform; Kubernetes"):
            made = compose(replace(facts, since=since), chosen)
            assert made.kind == kind
            assert since in made.text or kind == "call"
            assert made.text.startswith("- ") == (kind == "call")
            found = kind != "call" and lint(made.text, _letter_of(facts))
            assert not found, f"{name}: {found}\n{made.text}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_draft_is_whole_and_short(language: str) -> None:
    for name, facts, choice in every(language):
        made = compose(facts, choice)
        _is_whole(made, f"{name} {choice}")
        assert made.text.count("?") <= 1, made.text
        if choice.ask is False:
            assert "?" not in made.text, made.text
        assert made.text.count(facts.moment) == 1 or not facts.moment, made.text
        if choice.tone == "brief" and not facts.moment:
            assert len(made.text.split()) <= 80, made.text


def _is_whole(made: Written, about: str) -> None:
    text = made.text
    assert len(text.split()) <= MOST, f"{about}: {len(text.split())}\n{text}"
    assert made.subject, about
    for wrong in ("  ", " ,", " .", " :", "..", ".,", "{", "}", "!", "None", "\ue0f0", "\n\n\n"):
        assert wrong not in text, f"{about}: {wrong!r}\n{text}"
    assert not re.search(r"\b(\w+) \1\b", text.replace("sie sie", "")), f"{about}\n{text}"
    assert not re.search(r"[\[\]<>_]", text), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_known_is_not_said(language: str) -> None:
    for name, facts, choice in every(language, of_each=SAMPLED):
        made = compose(facts, choice)
        for value, known in (
            (KNOWN.company, facts.company),
            (KNOWN.role, facts.role),
            ("Jane", facts.sender),
            ("Pereira", facts.signature),
        ):
            assert known or value not in made.text, f"{name}: {value} in {made.text}"


def test_a_reason_is_named_only_where_they_gave_it() -> None:
    plain = compose(KNOWN, Choice("plain", seed="1")).text
    for reason, word in (("internal", "within|internal|place"), ("freeze", "hiring|budget|chang")):
        said = compose(replace(KNOWN, reason=reason), Choice("plain", seed="1")).text
        assert re.search(word, said), said
        assert not re.search(word, plain), plain


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_has_six_variants_whatever_is_known(language: str) -> None:
    parts = {part.name for part in (*ANSWER, *SILENCE, *IN_TOUCH)}
    facts = [*CASES.values(), *(replace(one, familiar=True) for one in CASES.values())]
    for one, tone in itertools.product(facts, TONES):
        known = replace(one, language=language, people="Luis", moment="x", since="y")
        letter = _Letter(_tidy(known), Choice(tone))
        for part in sorted(parts):
            lines = letter._lines(part, tone)
            assert len(set(lines)) == len(lines) >= 6, f"{language}/{part} {tone}: {lines}"
    letter = _Letter(_tidy(replace(KNOWN, language=language)), Choice())
    for block in ("opening", "asking", "keeping", "ending"):
        lines = letter._lines("call", block)
        assert len(set(lines)) == len(lines) >= 6, f"{language}/call {block}: {lines}"


def test_every_language_has_every_part() -> None:
    english = {path.name for path in (FOLDER / "letters" / "en").iterdir()}
    for language in LANGUAGES:
        assert {path.name for path in (FOLDER / "letters" / language).iterdir()} == english
    for path in (FOLDER / "letters").rglob("*.j2"):
        assert path.read_text("utf-8").startswith("{#"), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cohort_does_not_send_the_same_letter(language: str) -> None:
    facts = replace(KNOWN, language=language)
    for tone in TONES:
        made = {compose(facts, Choice(tone, seed=str(seed))).text for seed in range(100)}
        assert len(made) >= 70, f"{tone}: {len(made)}"


def test_the_same_seed_gives_the_same_letter_and_a_button_changes_its_part_alone() -> None:
    first = compose(KNOWN, Choice(seed="one"))
    assert compose(KNOWN, Choice(seed="one")) == first
    asked = compose(KNOWN, Choice(seed="one", ask=True))
    sentences = set(re.split(r"(?<=[.?])\s+", first.text))
    assert len(sentences - set(re.split(r"(?<=[.?])\s+", asked.text))) <= 2


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        (replace(KNOWN, no_reply=True, agency=True), "none"),
        (replace(KNOWN, stage="silence"), "silence"),
        (replace(KNOWN, agency=True, reason="freeze"), "recruiter"),
        (replace(KNOWN, stage="offer_withdrawn", reason="freeze"), "offer_withdrawn"),
        (replace(KNOWN, reason="internal", feedback_offered=True), "internal"),
        (replace(KNOWN, reason="withdrawn"), "withdrawn"),
        (replace(KNOWN, feedback_offered=True), "feedback"),
        (KNOWN, "thanks"),
    ],
)
def test_the_kind_follows_from_what_is_known(facts: Facts, kind: str) -> None:
    assert compose(facts, Choice()).kind == kind


def test_the_subject_is_theirs_once_answered() -> None:
    facts = replace(KNOWN, subject="AW: Re:  Ihre Bewerbung")
    assert compose(facts, Choice()).subject == "Re: Ihre Bewerbung"


def test_what_a_member_typed_cannot_break_the_letter() -> None:
    rude = "x\n\n{{ 7*7 }} {% raw %}\x00 \ue0f0 [a](http://b) <@U1> @everyone."
    facts = replace(KNOWN, people=rude, when=rude, moment=rude, company=rude, sender=rude)
    for tone in TONES:
        text = compose(facts, Choice(tone)).text
        assert "{{ 7*7 }}" in text
        assert "\x00" not in text
        assert "\ue0f0" not in text


def test_a_language_that_is_not_written_is_answered_in_english() -> None:
    assert "role at Nordwind" in compose(replace(KNOWN, language="fi"), Choice()).text
