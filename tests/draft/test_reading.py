"""Rejection letters, read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.draft.reading import Letter, read
from tests.draft.scores import MORE, SEEN, Score, score

LETTER = """\
Dear Ana Pereira,

Thank you for your interview for the Data Analyst position at Fernhill Optics. Unfortunately we
have decided to go ahead with another candidate.

Kind regards,
Ines Costa
Head of People, Fernhill Optics
"""


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return score(SEEN, MORE)


@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [
        ("company", 0.98, 0.95),  # a wrong company in a letter is the worst fault
        ("role", 0.96, 0.92),
        ("sender", 0.97, 0.95),
        ("no_reply", 0.95, 0.92),
        ("automated", 0.95, 0.95),
        ("stage", 0.93, 0.93),
        ("feedback_offered", 0.93, 0.9),
        ("invited_again", 0.95, 0.94),
        ("agency", 0.95, 0.95),
        ("reason", 0.94, 0.92),
        ("language", 0.99, 0.99),
    ],
)
def test_what_is_told_is_right_and_most_is_told(
    scores: dict[str, Score], name: str, precision: float, recall: float
) -> None:
    assert scores[name].precision >= precision, scores[name].wrong
    assert scores[name].recall >= recall, scores[name].wrong


def _names(letter: Letter) -> tuple[str | None, str | None, str | None]:
    return letter.company, letter.role, letter.sender


ALL_THREE = ("Fernhill Optics", "Data Analyst", "Ines Costa")


def test_a_plain_letter_is_read() -> None:
    letter = read(LETTER)
    assert _names(letter) == ALL_THREE
    assert letter.addressee == "Ana Pereira"
    assert (letter.stage, letter.reason, letter.language) == ("interview", "other_candidate", "en")


@pytest.mark.parametrize(
    "above",
    [
        "---------- Forwarded message ---------\nFrom: Ines Costa <ines@fernhill-optics.example>\n"
        "Date: Tue, Mar 4, 2025 at 9:12 AM\nSubject: Your interview\nTo: <ana@postbox.example>",
        "Von: Ines Costa <ines@fernhill-optics.example>\nGesendet: Dienstag, 4. März 2025 09:12\n"
        "An: Ana Pereira\nBetreff: Your interview",
        "Inicio del mensaje reenviado:\n\n> De: Ines Costa <ines@fernhill-optics.example>\n"
        "> Fecha: 4 de marzo de 2025\n> Asunto: Your interview",
    ],
    ids=["gmail", "outlook", "apple"],
)
def test_in_a_forward_the_forwarded_letter_is_the_letter(above: str) -> None:
    letter = read(f"no luck at Barlow Steel either, they said no :(\n\n{above}\n\n{LETTER}")
    assert _names(letter) == ALL_THREE
    assert letter.subject == "Your interview"
    assert letter.reply_to == "ines@fernhill-optics.example"
    assert letter.day == date(2025, 3, 4)


def test_a_raw_mail_is_decoded() -> None:
    body = LETTER.replace("Costa", "Cos=\nt=C3=A1").replace("Kind", "K=69nd")
    letter = read(
        "Received: from mx.example by mail.example\nMIME-Version: 1.0\n"
        "From: =?utf-8?q?Ines_Cost=C3=A1?= <ines@fernhill-optics.example>\n"
        "Reply-To: jobs@fernhill-optics.example\nMessage-ID: <a.1@fernhill-optics.example>\n"
        "Subject: =?utf-8?b?WW91ciBpbnRlcnZpZXc=?=\nDate: Tue, 4 Mar 2025 09:12:44 -0500\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        + body
    )
    assert _names(letter) == ("Fernhill Optics", "Data Analyst", "Ines Costá")
    assert letter.subject == "Your interview"
    assert letter.message_id == "<a.1@fernhill-optics.example>"
    assert letter.reply_to == "jobs@fernhill-optics.example"
    assert letter.day == date(2025, 3, 4)


def test_html_is_read_as_it_is_seen() -> None:
    lines = "".join(f"<p>{line}</p>" for line in LETTER.split("\n") if line)
    letter = read(f"<html><head><style>p{{}}</style></head><body>{lines}<script>x</script></body>")
    assert letter.company == "Fernhill Optics"
    assert letter.sender == "Ines Costa"


def test_the_members_own_mail_below_is_not_the_letter() -> None:
    letter = read(
        LETTER + "\nOn Mon, Mar 3, 2025 at 8:00 AM Ana Pereira <ana@postbox.example> wrote:\n\n"
        "> Dear Ines,\n> I have an offer as Team Lead at Barlow Steel. Any feedback?\n"
        "> Best,\n> Ana Pereira\n> Analyst, Barlow Steel GmbH\n"
    )
    assert _names(letter) == ALL_THREE
    assert not letter.feedback_offered


def test_two_letters_of_two_companies_are_not_sure() -> None:
    other = LETTER.replace("Fernhill Optics", "Barlow Steel").replace("Ines Costa", "Tom Reed")
    letter = read(f"1)\n{LETTER}\n2)\n{other}")
    assert _names(letter) == (None, "Data Analyst", None)
    assert letter.stage == "interview"


@pytest.mark.parametrize(
    ("letter", "company", "role", "sender"),
    [
        ("Hi Ana,\n\nsorry, no.\n\nRooting for you,\nThe Barlow crew", "Barlow", None, None),
        ("Hi Ana, it's a no, sorry. Take care! Jo @ Barlow Steel", "Barlow Steel", None, "Jo"),
        ("Hi Ana,\n\nwe gave the barista job to somebody else.\n\nJo Reed\nBarlow Steel",
         "Barlow Steel", "barista", "Jo Reed"),
        ("Subject: Barlow Steel | Data Analyst | Update\n\nHi Ana,\n\nsorry, no.\n\nThe Team",
         "Barlow Steel", "Data Analyst", None),
        ("From: Jo Reed <jo@barlow-steel.example>\nSubject: Hello\n\nHi Ana,\n\nsorry, no.\n\nJo",
         "Barlow Steel", None, "Jo Reed"),
        ("Dear Ana,\n\nwe regret.\n\nRegards\nHR\n\n© 2026 Barlow Steel Ltd, 1 Mill Ln, Leeds",
         "Barlow Steel", None, None),
        ("Our client, Barlow Steel, chose somebody else.\n\nJo Reed\nReed & Pike Recruitment Ltd",
         "Barlow Steel", None, "Jo Reed"),
        ("Hi Ana,\n\nsorry, no.\n\nKind regards\nJo Reed, she/her\nDirector, Infrastructure",
         None, None, "Jo Reed"),
    ],
)  # fmt: skip
def test_names_are_found_where_they_stand(
    letter: str, company: str | None, role: str | None, sender: str | None
) -> None:
    assert _names(read(letter)) == (company, role, sender)


def test_a_note_about_silence_is_read_as_silence() -> None:
    letter = read("applied at Barlow Steel in May, two interviews, never heard back")
    assert letter.stage == "silence"


@pytest.mark.parametrize(
    ("address", "text", "reply_to", "no_reply"),
    [
        ("no-reply@jobs.example", "", None, True),
        ("ines@fernhill.example", "", "ines@fernhill.example", False),
        ("no-reply@jobs.example", "Write to jo@fernhill.example.", "jo@fernhill.example", False),
        ("ines@fernhill.example", "Please do not reply to this email.", None, True),
    ],
)  # fmt: skip
def test_an_answer_goes_where_somebody_reads_it(
    address: str, text: str, reply_to: str | None, no_reply: bool
) -> None:
    letter = read(
        f"From: {address}\nSubject: Your application\n\nDear Ana,\n\nSorry, no. {text}\n"
    )
    assert (letter.reply_to, letter.no_reply) == (reply_to, no_reply)


@pytest.mark.parametrize(
    ("greeting", "addressee"),
    [
        ("Dear Ana Pereira,", "Ana Pereira"),
        ("Hi Ben!", "Ben"),
        ("Hallo Jörg,", "Jörg"),
        ("Querida Valentina:", "Valentina"),
        ("Dear Ms Pereira,", None),
        ("Dear candidate,", None),
        ("Hi there,", None),
        ("Sehr geehrte Frau Petrova,", None),
        ("Estimado Sr. Quispe:", None),
    ],
)
def test_the_member_is_greeted_by_name_or_not(greeting: str, addressee: str | None) -> None:
    assert read(f"{greeting}\n\nwe regret to say no.\n").addressee == addressee


@pytest.mark.parametrize(
    ("text", "language", "familiar"),
    [
        ("Hallo Lena, leider hat es für dich nicht geklappt.", "de", True),
        ("Sehr geehrte Frau Adam, wir haben uns nicht für Sie entschieden.", "de", False),
        ("Hola Noelia, gracias por tu interés. No podemos seguir contigo.", "es", True),
        ("Estimado Sr. Quispe: le agradecemos su interés en la vacante.", "es", False),
        ("Hi Ben, no luck this time.", "en", None),
        ("Bonjour, nous avons reçu votre candidature et vous remercions.", "fr", None),
        ("Ciao Anna, purtroppo non abbiamo scelto la tua candidatura.", "it", None),
        ("Beste Jan, helaas hebben we voor een andere kandidaat gekozen.", "nl", None),
        ("sorry no", "en", None),
        ("", "en", None),
    ],
)  # fmt: skip
def test_language_and_manners_are_heard(text: str, language: str, familiar: bool | None) -> None:
    letter = read(text)
    assert (letter.language, letter.familiar) == (language, familiar)


def test_no_value_can_break_a_header() -> None:
    letter = read(
        "From: Ines\r Costa <ines@fernhill.example>\x00\r\nBcc: all@postbox.example\r\n"
        "Subject: =?utf-8?q?Hello=0D=0ABcc:_x@postbox.example?=\r\n"
        "Message-ID: <a\x0b@b>\u2028Bcc: c\r\nMIME-Version: 1.0\r\nReceived: x\r\n\r\nHi Ana,\r\n"
    )
    values = [letter.subject, letter.message_id, letter.reply_to, letter.sender, letter.company]
    assert not any(ord(char) < 32 or char == "\u2028" for each in values for char in each or "")


HOSTILE = (
    "\n", "On ", "> ", "<", "<a ", "<p><!--", "&#", "a@", "From: a@b.example\n", "Dear Ana,\n",
    "((",
    "Content-Type: multipart/mixed; boundary=x\n\n--x\n", "\x00", "\ud800", "🙂", "\u202e", "Aa ",
    "for the ", "GmbH & Co. ", "[1/1/20, 10:00] A: b\n", "=?utf-8?q?",
    "-----Original Message-----\n",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_hostile_input_returns(piece: str) -> None:
    letter = read("<p><p>MIME-Version: 1.0\nReceived: x\n" + piece * (100_000 // len(piece)))
    assert all(len(each) <= 100 for each in (*letter.guesses.values(), letter.company or ""))


@settings(max_examples=150, deadline=None)
@given(st.text())
def test_nothing_pasted_raises(text: str) -> None:
    assert len(read(text).language) == 2
