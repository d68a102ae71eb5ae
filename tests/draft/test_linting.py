"""Checking a reply before it is sent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.templates import Texts
from cogs.draft.linting import Finding, lint
from cogs.draft.linting.looking import RULES
from cogs.draft.linting.rule import Rule
from cogs.draft.reading.letter import Letter
from tests.draft.lint_scores import MORE, SEEN, THIRD, Text, score, texts

LETTER = Letter(company="Pennick Freight GmbH", role="Inventory Controller", sender="Ruth Tolland")
NAMES = [rule.name for rule in RULES]


def found(text: str, letter: Letter | None = None, letter_text: str = "") -> set[str]:
    return {finding.rule for finding in lint(text, letter, letter_text)}


@pytest.mark.parametrize("folder", [SEEN, MORE, THIRD], ids=["seen", "more", "third"])
def test_findings_are_right_and_hardly_any_is_missed(folder: Path) -> None:
    scores = score(folder)
    assert scores.precision >= 0.97, scores.remarks
    assert scores.recall >= 0.93, scores.remarks


@pytest.mark.parametrize("folder", [SEEN, MORE, THIRD], ids=["seen", "more", "third"])
def test_an_honest_reply_is_left_alone(folder: Path) -> None:
    scores = score(folder)
    assert scores.false_alarms <= 0.02, scores.remarks


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_every_rule_finds_something(rule: Rule) -> None:
    assert score().right[rule.name]


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_every_rule_says_why_and_what_to_do_instead(rule: Rule) -> None:
    says = Texts.of("says/lint")
    for sentence in (says(rule.name), says(f"{rule.name}_try")):
        assert re.fullmatch(r"[A-Z][^.!?]+\.", sentence)
        assert not re.search(r"\b(?:sorry|regret)", sentence)


def test_names_of_rules_are_unique() -> None:
    assert len(set(NAMES)) == len(RULES) == 18


@pytest.mark.parametrize("one", texts(), ids=lambda one: one.slug)
def test_a_quote_is_whole_words_of_the_text(one: Text) -> None:
    for finding in lint(one.text):
        assert finding.quote
        assert len(finding.quote) <= 120
        assert re.search(rf"(?<!\w){re.escape(finding.quote)}(?!\w)", one.text)


def test_serious_things_come_first_and_then_what_stands_first() -> None:
    text = "Hi Ana,\n\nWhy was I rejected? I disagree with that. I demand an answer. When?"
    findings = lint(text)
    assert [finding.severity for finding in findings] == sorted(
        (finding.severity for finding in findings), reverse=True
    )
    serious = [text.index(one.quote) for one in findings if one.severity == "serious"]
    assert serious == sorted(serious)


def test_no_rule_scolds_more_than_twice() -> None:
    text = "I demand an answer. I demand a reason. I demand a call. I demand it all."
    assert [finding.rule for finding in lint(text)].count("demands") == 2


def test_a_finding_quotes_the_words_as_they_were_written() -> None:
    (finding,) = lint("Hi Ana,\n\nThank you. I  really DON’T agree with that.\n\nBest\nBo")
    assert finding == Finding("argues", "serious", "DON’T agree with")


@pytest.mark.parametrize(
    "text",
    [
        "Thank you, Ruth. I would never argue with your decision.",
        "Thank you for your time. I am not asking you to reconsider.",
        "Thanks so much for everything. I do not blame anyone.",
        "Thank you for your kind reply. Please do not feel you owe me an explanation.",
        "Vielen Dank. Ich erwarte keine Begründung und wünsche Ihnen alles Gute.",
        "Gracias por su respuesta. No le pido que reconsidere nada.",
    ],
)
def test_what_is_denied_is_not_said(text: str) -> None:
    assert found(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for the time and effort you put into this process.",
        "Thank you. Please send my regards to Mr. Hale, who recommended me to you.",
        "I can imagine how many applications you had to read. Thank you.",
        "Thank you. I have nothing but respect for the way you handled this.",
        "Thank you. I enjoyed talking with your director about the new line.",
        "Thank you. Do think of me when another position opens.",
        "Thank you. Let me know when something comes up. Would you share one piece of advice?",
        "Danke. Dass ich den Grund erfahre, ist nicht selbstverständlich.",
        "Me da pena, no lo voy a negar, pero lo entiendo. Gracias por avisarme.",
        "Thank you, Sue. I have good memories of the day, and the weather was unfair to us all.",
        "Thank you. I know I can do better next time, and I made a mistake in the test.",
        "Thank you. It was hard to accept that at first, and I cried a little, but I am fine.",
        "Thank you for waiting when I came in ten minutes late.",
        "Thank you. It was not the right moment, and someone else was the better fit.",
        "Thank you. I now see things differently, and I no longer doubt that nursing is for me.",
        "Thank you for the talk about bias in data. You were not late, my train was.",
        "Thank you. My mother was in hospital, so I was on my phone a lot that week.",
        "Thank you. I liked the food waste project and the debate in court most of all.",
        "Danke. Das Wetter war ungerecht zu uns allen, der Laden ist wunderbar.",
        "Danke. Ich habe noch viel zu lernen, und kein Wunder, dass alle gerne bei Ihnen sind.",
        "Gracias. El clima fue injusto con todos, y la empresa me encanta.",
    ],
)
def test_what_only_sounds_like_it_is_let_through(text: str) -> None:
    assert found(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "I will drop Dr. Imrie a line tonight to hear his side.",
        "I have taken the matter to your board.",
        "I have copied your managing director in.",
        "I would rather discuss this with the person who decides.",
        "Ich wende mich in dieser Sache nun direkt an Herrn Keil.",
        "Voy a hablar directamente con el gerente.",
    ],
)
def test_whoever_is_reached_without_the_sender_is_gone_around(text: str) -> None:
    assert found(f"Thank you, Ruth. {text}", LETTER) == {"goes_around"}


@pytest.mark.parametrize("closing", ["Con aprecio,", "In hope of better days,", "Mit Dank,"])
def test_a_last_line_with_a_comma_closes(closing: str) -> None:
    assert found(f"Dear Ruth,\n\nThank you. I enjoyed it. All went well.\n\n{closing}") == set()


def test_whom_the_letter_greets_did_not_sign_it() -> None:
    text = "Dear Bo,\n\nThank you.\n\nBo"
    assert "wrong_name" in found(text, LETTER, "Dear Bo,\n\nThank you.\n\nRuth Tolland")


def test_questions_without_marks_are_counted_by_line() -> None:
    text = "thanks a lot\ncan you tell me what went wrong\nand when is the next round"
    assert found(text) == {"many_questions"}


@pytest.mark.parametrize(
    "typed", ["I don't agree", "i dont agree", "I don’t agree", "I do not agree"]
)
def test_spelling_does_not_hide_anything(typed: str) -> None:
    assert found(f"thanks for the mail, but {typed} with this") == {"argues"}


@pytest.mark.parametrize(
    "greeting",
    ["Dear Ruth", "Dear Ms. Tolland", "hi ruth", "Dear Hiring Team", "Dear Ruth and Sam", "Hello"],
)
def test_the_sender_or_a_team_is_the_right_name(greeting: str) -> None:
    assert "wrong_name" not in found(f"{greeting},\n\nThank you.\n\nBo", LETTER)


@pytest.mark.parametrize("greeting", ["Dear Ursula", "Dear Mr. Holland", "hey kim", "Liebe Kim"])
def test_another_name_is_wrong(greeting: str) -> None:
    assert "wrong_name" in found(f"{greeting},\n\nThank you.\n\nBo", LETTER)


def test_both_who_signed_may_be_greeted() -> None:
    text = "Dear Mr. Imrie,\n\nThank you.\n\nBo"
    assert "wrong_name" not in found(text, LETTER, "Thank you.\n\nRuth Tolland\nStuart Imrie")


def test_a_name_is_one_however_its_umlaut_is_written() -> None:
    letter = Letter(sender="Jürgen Müller")
    assert found("Dear Mr. Mueller,\n\nThank you.\n\nBo", letter) == set()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Thank you for the interview at Harrow Logistics.", True),
        ("Thank you for the interview at Pennick.", False),
        ("Thank you for the interview. My time at Harrow Logistics taught me patience.", False),
        ("Vielen Dank für das Gespräch bei Harrow Logistik.", True),
        ("Gracias por la entrevista en Harrow Logistics.", True),
        ("Thank you for the interview, I admire what Harrow Logistics stands for.", True),
        ("thank you, i would love to work for harrow logistics one day", True),
        ("Vielen Dank. Ich wünsche Ihnen und dem Team von Herzen alles Gute.", False),
        ("Thank you. In May I start a new job at Harrow Logistics.", False),
    ],
)
def test_only_the_place_applied_to_can_be_the_wrong_one(text: str, wrong: bool) -> None:
    assert ("wrong_company" in found(text, LETTER)) is wrong


def test_a_company_the_letter_names_is_known() -> None:
    text = "Thank you for the interview at Harrow Logistics."
    assert found(text, LETTER, "Our client Harrow Logistics has decided.") == set()


def test_without_a_letter_no_name_is_wrong() -> None:
    assert found("Dear Kim,\n\nThank you for the interview at Harrow.\n\nBest\nBo") == set()


def test_only_the_body_is_counted_for_length() -> None:
    body = "Thank you. " + "word " * 118
    closing = "\n\nKind regards,\nBo\n\n> " + "quoted " * 40
    assert found(f"Dear Ruth,\n\n{body}{closing}") == set()
    assert found(f"Dear Ruth,\n\n{body} one{closing}") == {"too_long"}


def test_one_question_in_two_halves_is_one() -> None:
    assert found("Thanks. Could you tell me what to improve and whether to apply again??") == set()


def test_capitals_that_are_names_are_no_shouting() -> None:
    letter = Letter(company="NORDHAFEN TECHNIK AG", role="SENIOR HVAC ENGINEER")
    text = "Thank you for the SENIOR HVAC ENGINEER role at NORDHAFEN TECHNIK, with AWS and SQL."
    assert found(text, letter) == set()


@given(st.text())
@settings(max_examples=150)
def test_any_text_can_be_checked(text: str) -> None:
    for finding in lint(text, LETTER, text):
        assert finding.quote in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\ud800",
        "> " * 20_000,
        "[" * 20_000,
        "On " * 10_000,
        "a" * 50_000,
        "\n" * 50_000,
        "i was i was not a " * 3_000,
        "THANK YOU. " * 4_000,
        "Dear " * 10_000,
    ],
    ids=["empty", "unfit", "quotes", "slots", "on", "word", "lines", "almost", "capitals", "dear"],
)
def test_hostile_texts_are_read_too(text: str) -> None:
    lint(text, LETTER, text)
