"""The weekly check-in as its members see it: joining, the week's questions, resting, leaving."""

from __future__ import annotations

from datetime import timedelta

from tests.contract.chat import ANA, BEN, Chat
from tests.contract.steps import everything_private

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)

# It is Monday 23 November 2026, nine in the morning in London, when everything begins.


async def joined(chat: Chat, who: str = ANA, **chosen: str) -> None:
    """Let somebody join, for Tuesdays at nine in London unless told otherwise."""
    await chat.say(who, "/checkin")
    await chat.press(who, "Join")
    typed = {"day": "tue", "time": "9 am", "city": "Europe/London", "goes_to": "me"}
    await chat.submit(who, **(typed | chosen))
    await chat.settle()


async def answered(chat: Chat, who: str = ANA, **said: str) -> None:
    """Let somebody answer the newest question."""
    await chat.press(who, "Check in")
    await chat.submit(who, **({"mood": "three", "goal": "Send two applications"} | said))
    await chat.settle()


async def inbox_text(chat: Chat, who: str) -> str:
    """Return all direct messages of somebody's."""
    return "\n".join(seen.text for seen in await chat.inbox(who))


async def test_joining_shows_the_next_dates_and_sends_a_first_message(chat: Chat) -> None:
    await joined(chat, city="lisbon")
    page = (await chat.last(ANA)).text
    assert "Every Tuesday at 09:00" in page
    assert "Europe/Lisbon" in page
    assert "Tuesday 24 November, 09:00" in page
    assert "Tuesday 8 December, 09:00" in page
    (first,) = [seen for seen in await chat.inbox(ANA) if "check-in begins" in seen.text]
    assert "Answer one now" in first.buttons


async def test_the_week_is_asked_once_and_answered(chat: Chat) -> None:
    await joined(chat)
    await chat.pass_time(DAY)
    await chat.pass_time(DAY / 2)
    asked = [seen for seen in await chat.inbox(ANA) if "How was your week" in seen.text]
    assert len(asked) == 1
    await answered(chat, went_well="A recruiter called back", learned="Call earlier")
    saved = (await chat.last(ANA)).text
    assert "Saved for 2026-W48" in saved
    assert "A recruiter called back" in saved
    await chat.press(ANA, "Count what you did")
    await chat.submit(ANA, applications="3", rejections="1")
    assert "3 applications, 1 rejection" in (await chat.last(ANA)).text
    await chat.pass_time(WEEK)
    assert "two applications" not in await inbox_text(chat, ANA), "messages are in exports"
    await chat.press(ANA, "Check in")
    form = await chat.form(ANA)
    assert form is not None
    assert "met" in form.labels
    await chat.submit(ANA, met="done", mood="four")
    assert "done" in (await chat.last(ANA)).text
    assert len([one for one in await chat.inbox(ANA) if "How was your week" in one.text]) == 2


async def test_who_does_not_answer_is_reminded_once_and_left_in_peace_after_three_weeks(
    chat: Chat,
) -> None:
    await joined(chat)
    for _ in range(6 * 7):
        await chat.pass_time(DAY)
    text = await inbox_text(chat, ANA)
    assert text.count("How was your week") == 3
    assert text.count("still open") == 3
    assert text.count("Three weeks were quiet") == 1
    await chat.press(ANA, "Ask me again")
    await chat.pass_time(WEEK)
    assert (await inbox_text(chat, ANA)).count("How was your week") == 4


async def test_what_cannot_be_read_is_said_and_kept(chat: Chat) -> None:
    await chat.say(ANA, "/checkin")
    await chat.press(ANA, "Join")
    await chat.submit(ANA, day="fri", time="nineish", city="Lisbn", goes_to="me")
    said = await everything_private(chat, ANA)
    assert "cannot read that as a time" in said
    assert "Lisbon" in said


async def test_a_pause_a_skipped_week_and_coming_back(chat: Chat) -> None:
    await joined(chat)
    await chat.say(ANA, "/checkin")
    await chat.press(ANA, "Skip the next one")
    assert "Tuesday 24 November" not in (await chat.last(ANA)).text
    await chat.pass_time(2 * DAY)
    assert "How was your week" not in await inbox_text(chat, ANA)
    await chat.say(ANA, "/checkin")
    await chat.press(ANA, "End the break")
    await chat.press(ANA, "Pause or holidays")
    await chat.submit(ANA, first="2026-11-26", last="2026-12-10")
    page = (await chat.last(ANA)).text
    assert "10 December" in page
    assert "Tuesday 15 December, 09:00" in page
    await chat.pass_time(2 * WEEK)
    assert "How was your week" not in await inbox_text(chat, ANA)
    await chat.pass_time(WEEK)
    assert (await inbox_text(chat, ANA)).count("How was your week") == 1


async def test_leaving_deletes_everything(chat: Chat) -> None:
    await joined(chat)
    await chat.pass_time(DAY)
    await answered(chat, went_well="A recruiter called back")
    await chat.say(ANA, "/checkin")
    await chat.press(ANA, "Leave")
    await chat.press(ANA, "Leave and delete")
    assert "all of it is deleted" in await everything_private(chat, ANA)
    await chat.pass_time(WEEK)
    assert (await inbox_text(chat, ANA)).count("How was your week") == 1
    await chat.say(ANA, "/checkin")
    assert "Join" in (await chat.last(ANA)).buttons


async def test_a_low_day_gets_no_cheerful_words_for_two_weeks(chat: Chat) -> None:
    await joined(chat)
    await chat.pass_time(DAY)
    await answered(chat, mood="one")
    await chat.pass_time(WEEK)
    last = (await chat.inbox(ANA))[-1].text
    assert "Nothing needs to be answered" in last
    assert "How was your week" not in last
    await chat.pass_time(2 * WEEK)
    assert "How was your week" in (await chat.inbox(ANA))[-1].text


async def test_nobody_answers_for_somebody_else(chat: Chat) -> None:
    await joined(chat)
    await chat.pass_time(DAY)
    weekly = (await chat.inbox(ANA))[-1]
    await chat.say(BEN, "/privacy")
    await chat.guess(BEN, weekly.calls[0].split("§")[0])
    said = await everything_private(chat, BEN)
    assert "not joined" in said or "isn't yours" in said
    await chat.say(BEN, "/checkin")
    assert "Join" in (await chat.last(BEN)).buttons
