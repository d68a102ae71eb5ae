"""``comeback draft`` and ``comeback lint``, as a script calls them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli import app
from cogs.draft.writing import TONES
from tests.test_command_line import comeback

LETTER = """Dear Ana,

thank you for your application for the position of Baker at Vela and for the interview. We decided
to go with another candidate. We are happy to give you feedback if you wish.

Kind regards,
Jane Smith
Vela GmbH
"""

READ = {
    "company": "Vela",
    "role": "Baker",
    "sender": "Jane Smith",
    "no_reply": False,
    "automated": False,
    "stage": "interview",
    "feedback_offered": True,
    "invited_again": False,
    "agency": False,
    "reason": "other_candidate",
    "language": "en",
}


def run(*words: str, given: str | bytes = "") -> Result:
    """Run a command with something on its standard input."""
    return CliRunner().invoke(app, list(words), input=given)


def lines(result: Result) -> list[dict[str, Any]]:
    """Return what was printed, a JSON object a line."""
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_program_reads_a_letter_from_standard_input(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, "utf-8")
    made = comeback(
        "draft", "--letter", "letter.txt", "--tone", "plain", "--json", folder=tmp_path
    )
    assert made.returncode == 0, made.stderr
    (answer,) = [json.loads(line) for line in made.stdout.splitlines()]
    assert answer["read"] == READ
    assert list(answer["read"]) == list(READ)
    draft = answer["draft"]
    assert list(draft) == ["kind", "tone", "subject", "text"]
    assert (draft["kind"], draft["tone"]) == ("feedback", "plain")
    assert "Jane," in draft["text"]
    assert draft["text"].endswith("\nAna")


def test_a_letter_gets_the_same_draft_each_time_and_another_seed_another_one() -> None:
    first, again = (run("draft", "--json", given=LETTER).stdout for _ in range(2))
    assert first == again
    others = {run("draft", "--json", "--seed", str(n), given=LETTER).stdout for n in range(5)}
    assert len(others) > 1


@pytest.mark.parametrize("tone", TONES)
def test_it_sounds_as_it_is_told_to(tone: str) -> None:
    (made,) = lines(run("draft", "--json", "--tone", tone, given=LETTER))
    assert made["draft"]["tone"] == tone


def test_without_json_it_is_to_be_read() -> None:
    made = run("draft", "--letter", "-", given=LETTER)
    assert made.stdout.split("\n")[2].endswith("Jane,")
    assert "{" not in made.stdout


def test_many_letters_are_read_in_one_process_and_a_broken_line_says_so() -> None:
    given = "\n".join(
        [
            json.dumps({"id": "a", "letter": LETTER}),
            "",
            "{nonsense",
            json.dumps({"id": "b", "letter": 7}),
            json.dumps({"id": 3, "letter": "Dear Bo, we chose somebody else. Kim"}),
        ]
    )
    made = run("draft", "--jsonl", given=given)
    assert made.exit_code == 2
    first, second, third, fourth = lines(made)
    assert first["id"] == "a"
    assert first["read"] == READ
    assert "line 3" in second["error"]
    assert "line 4" in third["error"]
    assert fourth["id"] == 3
    assert fourth["read"]["role"] is None


def test_nobody_is_drafted_to_where_nobody_reads() -> None:
    letter = "From: no-reply@vela.example\n\nDear Ana,\nwe chose another candidate.\nVela Careers"
    (made,) = lines(run("draft", "--json", given=letter))
    assert made["read"]["no_reply"] is True
    assert made["draft"]["kind"] == "none"
    assert made["draft"]["subject"] is None
    assert "Nobody would read" in made["draft"]["text"]


@pytest.mark.parametrize(
    ("words", "given", "sentence"),
    [
        (["draft"], " \n", "There is no letter"),
        (["draft", "--letter", "no/such"], "", "no/such cannot be read"),
        (["draft", "--tone", "rude"], LETTER, "rude"),
        (["lint", "no/such"], "", "no/such cannot be read"),
        (["lint"], "", "There is no text"),
        (["lint", "-", "--letter", "-"], "x", "Only one of the two"),
    ],
)
def test_what_does_not_fit_is_one_sentence(words: list[str], given: str, sentence: str) -> None:
    made = run(*words, given=given)
    assert made.exit_code == 2
    assert sentence in made.stderr
    assert made.stdout == ""


def test_a_serious_finding_ends_with_one(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, "utf-8")
    text = "Dear John,\n\nthank you. I demand that you tell me the reasons.\n\nBest,\nAna"
    made = run("lint", "-", "--letter", str(letter), "--json", given=text)
    assert made.exit_code == 1
    (answer,) = lines(made)
    assert {one["rule"] for one in answer["findings"]} == {"demands", "wrong_name"}
    for one in answer["findings"]:
        assert list(one) == ["rule", "severity", "quote", "why"]
        assert one["severity"] == "serious"
        assert one["quote"] in text
        assert one["why"].endswith(".")
    shown = run("lint", "-", "--letter", str(letter), given=text)
    assert shown.exit_code == 1
    assert "serious: demands:" in shown.stdout


def test_an_honest_text_ends_with_nothing() -> None:
    text = "Dear Jane,\n\nthank you for letting me know. I wish you all the best.\n\nBest,\nAna"
    made = run("lint", "--json", given=text)
    assert made.exit_code == 0
    assert lines(made) == [{"findings": []}]


def test_many_texts_are_looked_through_in_one_process() -> None:
    honest = "Dear Jane,\n\nthank you for letting me know.\n\nBest,\nAna"
    given = [
        {"id": 1, "text": honest, "letter": LETTER},
        {"id": 2, "text": honest.replace("Jane", "John"), "letter": LETTER},
        {"id": 3, "text": honest.replace("Jane", "John"), "letter": None},
    ]
    made = run("lint", "--jsonl", given="\n".join(map(json.dumps, given)))
    assert made.exit_code == 1
    found = [[one["rule"] for one in line["findings"]] for line in lines(made)]
    assert found == [[], ["wrong_name"], []]
    assert run("lint", "--jsonl", given=json.dumps(given[0])).exit_code == 0


def test_an_old_mail_in_an_older_encoding_is_read_all_the_same() -> None:
    raw = LETTER.replace("Baker", "Bäcker").encode("latin-1")
    (made,) = lines(run("draft", "--json", given=raw))
    assert made["read"]["role"] == "Bäcker"
