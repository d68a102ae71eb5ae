"""What a hostile reader tried with check-ins, and what must not happen."""

from __future__ import annotations

from datetime import timedelta

from tests.contract.chat import ANA, BEN, HANA, MO, Chat
from tests.contract.test_checkin import WEEK, answered, inbox_text, joined
from tests.contract.test_circles import DAY, MORE, paired


async def goes_to(chat: Chat, who: str, where: str) -> None:
    """Let somebody change where their answers go."""
    await chat.say(who, "/checkin")
    await chat.press(who, "Settings")
    await chat.submit(who, goes_to=where)
    await chat.settle()


async def test_who_keeps_answers_to_themselves_from_now_on_is_read_by_nobody(chat: Chat) -> None:
    await paired(chat, ANA, BEN)
    await chat.pass_time(DAY)
    await answered(chat, ANA, went_well="Told before the change")
    await goes_to(chat, ANA, "me")
    await chat.pass_time(2 * DAY)
    assert "Told before" not in await inbox_text(chat, BEN)
    assert "Your pair has ended" in await inbox_text(chat, BEN)


async def test_an_older_week_is_not_shown_to_a_new_circle(chat: Chat) -> None:
    await joined(chat, ANA)
    await chat.pass_time(DAY)
    await answered(chat, ANA, went_well="Long before")
    await goes_to(chat, ANA, "buddy")
    await joined(chat, BEN, goes_to="buddy")
    await chat.pass_time(WEEK)
    await chat.say(ANA, "/checkin")
    await chat.press(ANA, "History")
    await chat.press(ANA, "Change 2026-W48")
    await chat.submit(ANA, learned="Something later")
    await chat.pass_time(3 * DAY)
    assert "Long before" not in await inbox_text(chat, BEN)


async def test_ending_a_long_break_early_begins_at_once(chat: Chat) -> None:
    await joined(chat)
    await chat.say(ANA, "/checkin")
    await chat.press(ANA, "Pause or holidays")
    await chat.submit(ANA, first="2026-11-23", last="2027-02-28")
    await chat.say(ANA, "/checkin")
    await chat.press(ANA, "End the break")
    assert "Tuesday 24 November, 09:00" in (await chat.last(ANA)).text
    await chat.pass_time(DAY)
    assert (await inbox_text(chat, ANA)).count("How was your week") == 1


async def test_with_a_closed_inbox_one_week_waits_and_not_all_of_them(chat: Chat) -> None:
    await joined(chat)
    await chat.close_inbox(ANA)
    for _ in range(23):
        await chat.pass_time(DAY)
    await chat.open_inbox(ANA)
    await chat.say(ANA, "/comeback")
    await chat.press(ANA, "Read")
    shown = "\n".join(seen.text for seen in await chat.private(ANA))
    assert shown.count("How was your week") == 1
    assert "Three weeks were quiet" not in shown


async def test_what_a_circle_was_not_shown_yet_goes_with_who_leaves(chat: Chat) -> None:
    await paired(chat, ANA, BEN)
    await chat.close_inbox(BEN)
    await chat.pass_time(DAY)
    await answered(chat, ANA, went_well="Only for a while")
    await chat.pass_time(2 * DAY)
    await chat.say(ANA, "/checkin")
    await chat.press(ANA, "Leave")
    await chat.press(ANA, "Leave and delete")
    await chat.settle()
    await chat.open_inbox(BEN)
    await chat.say(BEN, "/comeback")
    await chat.press(BEN, "Read")
    shown = "\n".join(seen.text for seen in await chat.private(BEN))
    assert "Only for a while" not in shown + await inbox_text(chat, BEN)


async def test_four_empty_answers_do_not_hide_a_fifth_person_in_a_sum(chat: Chat) -> None:
    everybody = (ANA, BEN, HANA, MO, MORE[0])
    await chat.arrive(MORE[0])
    for who in everybody:
        await joined(chat, who, goes_to="digest")
    await chat.pass_time(DAY)
    for who in everybody:
        await answered(chat, who, mood="three")
    await chat.press(ANA, "Count what you did")
    await chat.submit(ANA, applications="17", rejections="4")
    await chat.pass_time(WEEK - DAY)
    (digest,) = [one for one in await chat.room(BEN) if "checked in" in one.text]
    assert "17" not in digest.text
    assert digest.picture is None


async def test_a_digest_of_long_wins_is_one_message(chat: Chat) -> None:
    everybody = (ANA, BEN, HANA, MO, MORE[0])
    await chat.arrive(MORE[0])
    for who in everybody:
        await joined(chat, who, goes_to="digest")
    await chat.pass_time(DAY)
    for number, who in enumerate(everybody):
        await answered(chat, who, went_well=f"w{number} " + "well & good " * 40)
        await chat.press(who, "Tell my win")
    await chat.pass_time(WEEK - DAY)
    told = [one for one in await chat.room(BEN) if "well & good" in one.text]
    assert len(told) == 1
    assert "checked in" in told[0].text
    for who in everybody:
        await chat.say(who, "/checkin")
        await chat.press(who, "Leave")
        await chat.press(who, "Leave and delete")
    await chat.pass_time(timedelta(minutes=5))
    assert not [one for one in await chat.room(BEN) if "well & good" in one.text]


async def test_a_week_out_of_this_world_is_gone(chat: Chat) -> None:
    await joined(chat)
    for call in ("week.answer:9999-W52", "week.skip:0001-W01", "week.count:2026-W54"):
        before = len(await chat.private(ANA))
        await chat.guess(ANA, call)
        said = " ".join(seen.text for seen in (await chat.private(ANA))[before:])
        assert "broke" not in said
    assert await chat.form(ANA) is None or not (await chat.form(ANA)).values  # type: ignore[union-attr]  # asked just before
