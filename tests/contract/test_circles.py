"""Buddies, pods and the digest, as those who are in them see it."""

from __future__ import annotations

from datetime import timedelta

from tests.contract.chat import ANA, BEN, HANA, MO, Chat
from tests.contract.steps import everything_private
from tests.contract.test_checkin import WEEK, answered, inbox_text, joined

DAY = timedelta(days=1)
MORE = ("cleo", "dev")


async def paired(chat: Chat, *people: str) -> None:
    """Let people join as buddies and be put together next Monday."""
    for who in people:
        await joined(chat, who, goes_to="buddy")
    await chat.pass_time(WEEK)


async def test_two_are_put_together_and_see_what_the_other_shares(chat: Chat) -> None:
    await paired(chat, ANA, BEN)
    assert "Until 28 December you have a buddy" in await inbox_text(chat, ANA)
    (met,) = [one for one in await chat.inbox(ANA) if "you have a buddy" in one.text]
    assert len(met.live) == 1, "it names the other one"
    await chat.pass_time(DAY)
    await answered(chat, ANA, went_well="A recruiter called back", mood="two")
    assert "Your buddy will see what went well" in (await chat.last(ANA)).text
    await chat.pass_time(2 * DAY)
    heard = await inbox_text(chat, BEN)
    assert "A recruiter called back" in heard
    assert "Rather low" not in heard, "nobody sees how somebody is"
    assert "Your buddy's week" not in await inbox_text(chat, ANA), "no absence is shown"
    await chat.press(BEN, "Write to them")
    await chat.submit(BEN, words="Good for you, Ana.")
    await chat.settle()
    assert "Good for you, Ana." in await inbox_text(chat, ANA)


async def test_a_week_can_be_kept_to_oneself(chat: Chat) -> None:
    await paired(chat, ANA, BEN)
    await chat.pass_time(DAY)
    await answered(chat, ANA, went_well="A recruiter called back")
    await chat.press(ANA, "Keep this week to myself")
    await chat.pass_time(2 * DAY)
    assert "recruiter" not in await inbox_text(chat, BEN)


async def test_three_are_one_circle_and_whoever_leaves_is_not_explained(chat: Chat) -> None:
    await paired(chat, ANA, BEN, HANA)
    assert "you have two buddies" in await inbox_text(chat, ANA)
    await chat.press(ANA, "Leave this circle")
    await chat.press(ANA, "Leave")
    await chat.settle()
    assert "You are two from now on." in await inbox_text(chat, BEN)
    await chat.pass_time(DAY)
    await answered(chat, BEN, went_well="An offer")
    await chat.pass_time(2 * DAY)
    assert "An offer" in await inbox_text(chat, HANA)
    assert "An offer" not in await inbox_text(chat, ANA)


async def test_nobody_is_put_together_with_whom_they_exclude(chat: Chat) -> None:
    await joined(chat, BEN, goes_to="buddy")
    await joined(chat, ANA, goes_to="buddy")
    await chat.say(ANA, "/checkin")
    await chat.press(ANA, "Buddy or pod")
    await chat.press(ANA, "Never with")
    await chat.press(ANA, "Add somebody")
    await chat.submit(ANA, person=BEN)
    assert "never put together" in await everything_private(chat, ANA)
    await chat.pass_time(WEEK)
    assert "you have a buddy" not in await inbox_text(chat, ANA) + await inbox_text(chat, BEN)
    assert "never" not in (await inbox_text(chat, BEN)).lower()


async def test_the_digest_needs_five_people_and_names_nobody(chat: Chat) -> None:
    everybody = (ANA, BEN, HANA, MO, *MORE)
    for who in MORE:
        await chat.arrive(who)
    for who in everybody[:4]:
        await joined(chat, who, goes_to="digest")
    await chat.pass_time(DAY)
    for who in everybody[:4]:
        await answered(chat, who)
    await chat.pass_time(WEEK - DAY)
    assert not [one for one in await chat.room(ANA) if "checked in" in one.text]
    for who in everybody[4:]:
        await joined(chat, who, goes_to="digest")
    await chat.pass_time(DAY)
    for number, who in enumerate(everybody):
        await answered(chat, who, went_well=f"Win number {number}, call 030 1234567")
        await chat.press(who, "Count what you did")
        await chat.submit(who, applications="2")
    await chat.press(ANA, "Tell my win")
    await chat.pass_time(WEEK - DAY)
    (digest,) = [one for one in await chat.room(BEN) if "checked in" in one.text]
    assert "6 people checked in" in digest.text
    assert "12 applications" in digest.text
    assert "Win number 0" in digest.text
    assert "1234567" not in digest.text
    assert "Win number 1" not in digest.text
    assert digest.picture is not None
    assert "12 applications" in digest.picture[1]
    person = chat.person  # type: ignore[attr-defined]
    assert not any(person(who) in digest.text for who in everybody)
    await chat.say(ANA, "/checkin")
    await chat.press(ANA, "Leave")
    await chat.press(ANA, "Leave and delete")
    await chat.settle()
    (digest,) = [one for one in await chat.room(BEN) if "checked in" in one.text]
    assert "Win number 0" not in digest.text
    assert "6 people checked in" in digest.text


async def test_a_space_asks_in_its_own_words(chat: Chat) -> None:
    await chat.say(MO, "/support check-ins")
    await chat.submit(MO, went_well="What are you proud of?", learned="", city="Europe/Madrid")
    assert "Europe/Madrid" in await everything_private(chat, MO)
    await joined(chat, ANA)
    await chat.pass_time(DAY)
    await chat.press(ANA, "Check in")
    form = await chat.form(ANA)
    assert form is not None
    assert "learned" not in form.values
    await chat.submit(ANA, went_well="The interview")
    assert "The interview" in (await chat.last(ANA)).text
    await chat.say(BEN, "/support check-ins")
    assert "whoever manages" in await everything_private(chat, BEN)
