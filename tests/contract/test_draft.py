"""Answering a rejection letter, as its author sees it."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes, policy

from tests.contract.chat import ANA, BEN, HANA, Chat
from tests.contract.steps import everything_private, replied

LETTER = """From: Jane Smith <jane.smith@nordwind-logistik.example>
To: Ana Pereira <ana@mail.example>
Subject: Your application as Backend Engineer
Date: Fri, 20 Nov 2026 10:12:00 +0100
Message-ID: <a1b2c3@mail.nordwind-logistik.example>

Dear Ana,

Thank you for your application for the position of Backend Engineer at Nordwind Logistik and for
taking the time to interview with us last week.

After careful consideration we have decided to move forward with another candidate whose
experience is a closer match.

We wish you all the best in your search.

Kind regards,
Jane Smith
Talent Acquisition, Nordwind Logistik GmbH
"""

BUTTONS = (
    "Plainer",
    "More formal",
    "Shorter",
    "Ask for feedback",
    "Don't keep the door open",
    "Add a moment",
    "Edit",
    "Check it",
    "As a file",
    "Remind me in 3 months",
    "Ask peers",
    "Correct it",
    "Notes for a call",
    "Delete",
)


async def drafted(chat: Chat, letter: str = LETTER, **typed: str) -> str:
    """Let Ana paste a letter; return what the draft says."""
    await chat.say(ANA, "/draft")
    await chat.submit(ANA, letter=letter, **({"tone": "warm"} | typed))
    return (await chat.last(ANA)).text


async def test_a_pasted_letter_becomes_a_reply_in_two_presses(chat: Chat) -> None:
    await chat.say(ANA, "/draft")
    form = await chat.form(ANA)
    assert form is not None
    assert form.title == "Draft a reply"
    assert form.values["tone"] == "warm"
    await chat.submit(ANA, letter=LETTER)
    draft = await chat.last(ANA)
    assert draft.private
    assert "Jane," in draft.text
    assert "Backend Engineer" in draft.text
    assert "at Nordwind Logistik" in draft.text
    assert "jane.smith@nordwind-logistik.example" in draft.text
    assert "Re: Your application as Backend Engineer" in draft.text
    assert draft.text.count("Ana") == 1
    assert draft.buttons == BUTTONS
    assert draft.live == ()
    assert await chat.private(BEN) == []
    assert await chat.inbox(ANA) == []


async def test_a_letter_of_three_thousand_characters_is_read_whole(chat: Chat) -> None:
    head, end = LETTER.split("We wish you")
    words = "We were glad to learn so much about your work in these weeks. " * 40
    letter = head + words[: 3000 - len(LETTER)] + "We wish you" + end
    assert len(letter) == 3000
    text = await drafted(chat, letter)
    assert "Jane," in text
    assert "Backend Engineer role at Nordwind Logistik" in text


async def test_every_button_changes_the_draft_in_its_place(chat: Chat) -> None:
    texts = {await drafted(chat)}
    first = await chat.last(ANA)
    for label in ("Plainer", "More formal", "Shorter", "Warmer"):
        await chat.press(ANA, label)
        now = await chat.last(ANA)
        assert now.id == first.id
        texts.add(now.text)
    assert len(texts) == 4
    await chat.press(ANA, "Ask for feedback")
    assert (await chat.last(ANA)).text.count("?") == 1
    await chat.press(ANA, "Don't ask for feedback")
    assert "?" not in (await chat.last(ANA)).text
    with_door = (await chat.last(ANA)).text
    await chat.press(ANA, "Don't keep the door open")
    assert len((await chat.last(ANA)).text) < len(with_door)
    await chat.press(ANA, "Keep the door open")
    assert (await chat.last(ANA)).text == with_door


async def test_a_moment_goes_into_the_letter_in_the_members_own_words(chat: Chat) -> None:
    await drafted(chat)
    await chat.press(ANA, "Add a moment")
    await chat.submit(ANA, people="Luis", when="on Tuesday", moment="how you plan a release.")
    text = (await chat.last(ANA)).text
    assert "meeting Luis on Tuesday" in text
    assert ": how you plan a release." in text
    await chat.press(ANA, "Change the moment")
    form = await chat.form(ANA)
    assert form is not None
    assert form.values["moment"] == "how you plan a release."
    await chat.submit(ANA, people="", when="", moment="")
    assert "Luis" not in (await chat.last(ANA)).text


async def test_what_was_misread_is_put_right(chat: Chat) -> None:
    await drafted(chat)
    await chat.press(ANA, "Correct it")
    form = await chat.form(ANA)
    assert form is not None
    assert form.values["company"] == "Nordwind Logistik"
    assert form.values["role"] == "Backend Engineer"
    assert form.values["person"] == "Jane Smith"
    assert form.values["happened"] == "interview"
    assert form.values["signature"] == "Ana"
    await chat.submit(ANA, company="Vela", person="", happened="internal", signature="Ana Pereira")
    text = (await chat.last(ANA)).text
    assert "Vela" in text
    assert "Nordwind Logistik " not in text
    assert "Ana Pereira" in text


async def test_what_is_typed_counts_more_than_what_was_read(chat: Chat) -> None:
    text = await drafted(chat, company="Vela", role="Baker", person="Mo Zubari", tone="formal")
    assert "Dear Mo Zubari," in text
    assert "the Baker role at Vela" in text


async def test_nobody_is_asked_to_answer_a_machine(chat: Chat) -> None:
    letter = LETTER.replace("Jane Smith <jane.smith@", "Careers <no-reply@").replace(
        "Kind regards,\nJane Smith\nTalent Acquisition, ",
        "Please do not reply to this e-mail: this mailbox is not monitored.\n",
    )
    assert "Nobody would read an answer" in await drafted(chat, letter)
    assert "As a file" not in (await chat.last(ANA)).buttons
    await chat.press(ANA, "Write one anyway")
    assert "Backend Engineer" in (await chat.last(ANA)).text


async def test_without_a_letter_the_member_says_what_it_is_to_be(chat: Chat) -> None:
    await drafted(chat, "", company="Vela", role="Baker")
    assert (await chat.last(ANA)).buttons == (
        "They said no",
        "I never heard back",
        "I want to keep in touch",
        "Notes for a call",
        "Check a text of mine",
        "Delete",
    )
    await chat.press(ANA, "I never heard back")
    text = (await chat.last(ANA)).text
    assert "the Baker role at Vela" in text


async def test_a_line_is_no_letter_and_is_kept(chat: Chat) -> None:
    await chat.say(ANA, "/draft")
    await chat.submit(ANA, letter="they said no", company="Vela")
    assert "Paste a little more" in await everything_private(chat, ANA)
    if not chat.inline:
        await chat.press(ANA, "Try again")
    form = await chat.form(ANA)
    assert form is not None
    assert form.values["letter"] == "they said no"
    assert form.values["company"] == "Vela"


async def test_an_edited_text_is_never_written_over(chat: Chat) -> None:
    await drafted(chat)
    await chat.press(ANA, "Edit")
    form = await chat.form(ANA)
    assert form is not None
    assert "Nordwind Logistik" in form.values["text"]
    mine = "Dear Jane,\n\nthank you for the talk. I wish you well.\n\nAna"
    await chat.submit(ANA, text=mine)
    draft = await chat.last(ANA)
    assert "thank you for the talk" in draft.text
    assert "Plainer" not in draft.buttons
    await chat.press(ANA, "Show the drafted one")
    assert "thank you for the talk" not in (await chat.last(ANA)).text
    await chat.press(ANA, "More formal")
    await chat.press(ANA, "Back to my text")
    assert "thank you for the talk. I wish you well." in (await chat.last(ANA)).text


async def test_a_draft_passes_its_own_check(chat: Chat) -> None:
    await drafted(chat)
    await chat.press(ANA, "Check it")
    assert "would send it as it is" in (await chat.last(ANA)).text


async def test_a_text_of_ones_own_is_looked_through(chat: Chat) -> None:
    await drafted(chat, "")
    await chat.press(ANA, "Check a text of mine")
    await chat.submit(
        ANA,
        text="Dear John,\n\nI demand that you explain your decision.\n\nAna",
        letter=LETTER,
    )
    text = (await chat.last(ANA)).text
    assert "“I demand" in text
    assert "Dear John" in text
    await chat.press(ANA, "Edit")
    form = await chat.form(ANA)
    assert form is not None
    assert form.values["text"].startswith("Dear John,")


async def test_the_file_opens_as_a_mail_and_answers_theirs(chat: Chat) -> None:
    text = await drafted(chat)
    before = len(await chat.private(ANA))
    await chat.press(ANA, "As a file")
    mail, plain = (await chat.private(ANA))[before:][-2:]
    if mail.file is None:  # shown as text, to the person alone
        assert "In-Reply-To: <a1b2c3@mail.nordwind-logistik.example>" in mail.text
        return
    assert mail.file[0] == "reply.eml"
    opened = message_from_bytes(mail.file[1], policy=policy.default)
    assert opened["To"] == "jane.smith@nordwind-logistik.example"
    assert opened["Subject"] == "Re: Your application as Backend Engineer"
    assert opened["In-Reply-To"] == "<a1b2c3@mail.nordwind-logistik.example>"
    assert opened["From"] is None
    words = opened.get_content().split()
    assert " ".join(words) in " ".join(text.split())
    assert plain.file is not None
    assert plain.file[1].decode().split() == words


async def test_three_months_later_a_reminder_brings_a_draft(chat: Chat) -> None:
    await drafted(chat)
    await chat.press(ANA, "Remind me in 3 months")
    said = (await chat.last(ANA)).text
    assert "23 February" in said
    assert "Nordwind Logistik" in said
    await chat.pass_time(timedelta(days=90))
    assert await chat.inbox(ANA) == []
    await chat.pass_time(timedelta(days=3))
    (reminder,) = await chat.inbox(ANA)
    assert "23 November" in reminder.text
    assert "Nordwind" not in reminder.text
    assert "Jane" not in reminder.text
    await chat.press(ANA, "Show the draft")
    draft = await chat.last(ANA)
    assert "Jane," in draft.text
    assert "the Backend Engineer role at Nordwind Logistik" in draft.text
    await chat.press(ANA, "Add what I did since")
    await chat.submit(ANA, since="a course in Terraform\ntwo mock interviews.")
    assert ": a course in Terraform; two mock interviews." in (await chat.last(ANA)).text
    await chat.pass_time(timedelta(days=100))
    assert len(await chat.inbox(ANA)) == 1


async def test_a_reminder_recalls_the_goals_somebody_kept_if_they_let_it(chat: Chat) -> None:
    await chat.say(ANA, "/checkin")
    await chat.press(ANA, "Join")
    await chat.submit(ANA, day="mon", time="11:00", city="London", goes_to="me")
    await drafted(chat)
    await chat.press(ANA, "Remind me in 3 months")
    await chat.pass_time(timedelta(days=1))
    await chat.press(ANA, "Check in")
    await chat.submit(ANA, mood="four", goal="finish the Terraform course")
    await chat.pass_time(timedelta(days=7))
    await chat.press(ANA, "Check in")
    await chat.submit(ANA, mood="four", met="done", goal="ask Luis")
    await chat.pass_time(timedelta(days=85))
    await chat.press(ANA, "Show the draft")
    assert "Terraform" not in (await chat.last(ANA)).text
    await chat.press(ANA, "Add what I did since")
    form = await chat.form(ANA)
    assert form is not None
    assert form.values["since"] == "finish the Terraform course"
    await chat.submit(ANA)
    assert ": finish the Terraform course." in (await chat.last(ANA)).text


async def test_a_reminder_can_be_put_off_or_dropped(chat: Chat) -> None:
    await drafted(chat)
    await chat.press(ANA, "Remind me in 3 months")
    await chat.press(ANA, "In 6 months instead")
    assert "23 May" in (await chat.last(ANA)).text
    await chat.pass_time(timedelta(days=95))
    assert await chat.inbox(ANA) == []
    await chat.say(ANA, "/comeback")
    await chat.press(ANA, "Your reminder")
    assert "23 May" in (await chat.last(ANA)).text
    await chat.press(ANA, "Drop the reminder")
    await chat.pass_time(timedelta(days=100))
    assert await chat.inbox(ANA) == []


async def test_peers_see_a_draft_without_names_and_answer_its_author_alone(chat: Chat) -> None:
    await drafted(chat)
    await chat.press(ANA, "Ask peers")
    assert await chat.room(BEN) == []
    assert "[company]" in (await chat.last(ANA)).text
    await chat.press(ANA, "Post now")
    await chat.settle()
    (post,) = await chat.room(BEN)
    for name in ("Nordwind", "Jane", "Ana", "Logistik"):
        assert name not in post.text
    assert "Only its author will read" in post.text
    await replied(chat, "I would leave the second sentence out.")
    assert len(await chat.room(HANA)) == 1
    assert "to the author alone" in (await chat.last(BEN)).text
    await chat.pass_time(timedelta(hours=1))
    assert "I would leave the second sentence out." in (await chat.inbox(ANA))[-1].text
    await chat.press(ANA, "Say thanks")
    await chat.settle()
    assert "second sentence" in (await chat.inbox(BEN))[-1].text


async def test_a_draft_waits_on_the_page_for_thirty_days(chat: Chat) -> None:
    await drafted(chat)
    await chat.pass_time(timedelta(days=29))
    await chat.restart()
    await chat.say(ANA, "/comeback")
    await chat.press(ANA, "Your draft")
    assert "at Nordwind Logistik" in (await chat.last(ANA)).text
    old = await chat.last(ANA)
    await chat.pass_time(timedelta(days=3))
    await chat.press_late(ANA, "Plainer", old)
    assert "isn't there any more" in await everything_private(chat, ANA)
    await chat.say(ANA, "/comeback")
    assert "Your draft" not in (await chat.last(ANA)).buttons


async def test_a_deleted_draft_is_gone(chat: Chat) -> None:
    await drafted(chat)
    await chat.press(ANA, "Delete")
    await chat.press(ANA, "No, keep it")
    assert "Nordwind" in (await chat.last(ANA)).text
    await chat.press(ANA, "Delete")
    await chat.press(ANA, "Yes, delete it")
    assert "It is deleted" in (await chat.last(ANA)).text
    await chat.say(ANA, "/comeback")
    assert "Your draft" not in (await chat.last(ANA)).buttons


async def test_an_id_is_no_permission(chat: Chat) -> None:
    await drafted(chat)
    await chat.say(BEN, "/comeback")
    draft_id = (await chat.last(ANA)).calls[0].split(":")[1]
    for call in (
        *("draft.sound:{}:warm", "draft.delete:{}", "edit.file:{}"),
        *("remind.remind:{}", "peers.ask_peers:{}"),
    ):
        await chat.guess(BEN, call.format(draft_id))
        assert "isn't yours" in (await chat.last(BEN)).text, call
    assert "Nordwind" not in await everything_private(chat, BEN)


async def test_what_is_kept_of_letters_can_be_had_as_a_file_and_forgotten(chat: Chat) -> None:
    await drafted(chat)
    await chat.press(ANA, "Remind me in 3 months")
    await chat.say(ANA, "/privacy file")
    given = await chat.last(ANA)
    content = given.file[1].decode() if given.file else given.text
    assert "Nordwind Logistik" in content
    assert "2027-02-23" in content
    await chat.say(ANA, "/privacy forget")
    await chat.press(ANA, "Yes, forget me")
    await chat.say(ANA, "/comeback")
    page = await chat.last(ANA)
    assert "Your draft" not in page.buttons
    assert "Your reminder" not in page.buttons
    await chat.pass_time(timedelta(days=95))
    assert await chat.inbox(ANA) == []
