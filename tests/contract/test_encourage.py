"""Nods, replies, and how the author hears of them, as everybody sees it."""

from __future__ import annotations

import contextlib
from datetime import timedelta

import pytest

from tests.contract.chat import ANA, BEN, HANA, MO, Chat, Seen
from tests.contract.steps import TYPED, a_share_id, everything_private, replied, shared


async def nods(chat: Chat) -> list[str]:
    """Return the labels of the two nods."""
    return list((await chat.room(MO))[0].buttons[:2])


async def signature(seen: Seen) -> str:
    """Return how a reply is signed."""
    return seen.text.split("\n")[0]


async def test_a_nod_is_counted_once_a_person(chat: Chat) -> None:
    await shared(chat)
    for _ in range(3):
        await chat.press(BEN, "♥ You are not alone")
    await chat.press(HANA, "♥ You are not alone")
    await chat.settle()
    assert await nods(chat) == ["♥ You are not alone · 2", "I've been there"]
    assert "already counted" in (await chat.last(BEN)).text


async def test_a_nod_can_be_moved_and_taken_back(chat: Chat) -> None:
    await shared(chat)
    await chat.press(BEN, "♥ You are not alone")
    await chat.press(BEN, "I've been there")
    await chat.settle()
    assert await nods(chat) == ["♥ You are not alone", "I've been there · 1"]
    await chat.press(BEN, "I've been there")
    await chat.press(BEN, "Take it back")
    await chat.settle()
    assert await nods(chat) == ["♥ You are not alone", "I've been there"]


async def test_the_author_cannot_nod_to_themselves(chat: Chat) -> None:
    await shared(chat)
    await chat.press(ANA, "♥ You are not alone")
    assert "This one is yours" in (await chat.last(ANA)).text
    await chat.settle()
    assert await nods(chat) == ["♥ You are not alone", "I've been there"]


async def test_a_reply_stands_under_the_share_signed_with_a_pseudonym(chat: Chat) -> None:
    await shared(chat)
    await chat.press(BEN, "Write to them")
    form = await chat.form(BEN)
    assert form is not None
    assert "just listen" in form.intro
    await chat.submit(BEN, words="I sat in that same corridor.")
    await chat.settle()
    post, reply = await chat.room(HANA)
    assert reply.under == post.id
    assert "I sat in that same corridor." in reply.text
    assert len((await signature(reply)).split()) == 2
    assert "ben" not in reply.text.lower()
    assert reply.live == ()


async def test_a_person_is_always_the_same_one_under_one_share(chat: Chat) -> None:
    await shared(chat)
    await replied(chat, "One.")
    await replied(chat, "Two.")
    await replied(chat, "Three.", who=HANA)
    _, one, two, three = await chat.room(MO)
    assert await signature(one) == await signature(two) != await signature(three)


async def test_a_writer_may_sign_with_their_own_name(chat: Chat) -> None:
    await shared(chat)
    await replied(chat, "It is me.", sign="mention")
    reply = (await chat.room(HANA))[1]
    assert "ben" in reply.text.lower()
    assert len(reply.live) == 1


async def test_the_author_hears_of_replies_in_one_message(chat: Chat) -> None:
    await shared(chat)
    await replied(chat, "One.")
    await replied(chat, "Two.", who=HANA)
    assert len(await chat.inbox(ANA)) == 1
    await chat.pass_time(timedelta(minutes=3))
    _, news = await chat.inbox(ANA)
    assert "2 people wrote to you." in news.text
    assert "One." in news.text
    assert "Two." in news.text
    await chat.pass_time(timedelta(hours=3))
    assert len(await chat.inbox(ANA)) == 2
    assert await chat.inbox(BEN) == []


async def test_nods_alone_reach_the_author_later_and_with_replies_at_once(chat: Chat) -> None:
    await shared(chat)
    await chat.press(BEN, "♥ You are not alone")
    await chat.pass_time(timedelta(minutes=5))
    assert len(await chat.inbox(ANA)) == 1
    await chat.pass_time(timedelta(minutes=30))
    assert "So far one person has nodded." in (await chat.inbox(ANA))[1].text


async def test_the_author_answers_as_the_author_and_says_thanks(chat: Chat) -> None:
    await shared(chat)
    await replied(chat, "One.")
    await chat.pass_time(timedelta(minutes=3))
    await chat.press(ANA, "Say thanks")
    await chat.settle()
    (thanks,) = await chat.inbox(BEN)
    assert "says thanks" in thanks.text
    assert "One." in thanks.text
    await chat.press(ANA, "Say thanks")
    await chat.settle()
    assert len(await chat.inbox(BEN)) == 1
    await chat.press(ANA, "Answer as the author")
    await chat.submit(ANA, words="That helps.")
    await chat.settle()
    answer = (await chat.room(HANA))[-1]
    assert await signature(answer) == "The author"
    assert "That helps." in answer.text
    assert "ana" not in answer.text.lower().replace("that", "")


async def test_the_share_button_of_the_author_signs_as_the_author_too(chat: Chat) -> None:
    await shared(chat)
    await chat.press(ANA, "Write to them")
    form = await chat.form(ANA)
    assert form is not None
    assert form.title == "Answer as the author"


async def test_only_the_author_can_say_thanks(chat: Chat) -> None:
    await shared(chat)
    await replied(chat)
    bot = chat.bot  # type: ignore[attr-defined]
    (reply,) = await bot.records.replies.under(await a_share_id(chat))
    await chat.guess(HANA, f"reply.thank:{reply.id}")
    assert "isn't yours" in await everything_private(chat, HANA)
    await chat.settle()
    assert await chat.inbox(BEN) == []


async def test_private_details_in_a_reply_are_shown_before_it_goes_up(chat: Chat) -> None:
    await shared(chat)
    await replied(chat, "Write to me: ben@example.org")
    assert len(await chat.room(HANA)) == 1
    ask = await chat.last(BEN)
    assert "[e-mail]" in ask.text
    await chat.press(BEN, "Change it")
    form = await chat.form(BEN)
    assert form is not None
    assert form.values["words"] == "Write to me: ben@example.org"
    await chat.submit(BEN)
    await chat.press(BEN, "Send it like this")
    await chat.settle()
    assert "Write to me: [e-mail]" in (await chat.room(HANA))[1].text
    await replied(chat, "Or here: ben@example.org")
    await chat.press(BEN, "Send it as I wrote it")
    await chat.settle()
    assert "Or here: ben@example.org" in (await chat.room(HANA))[2].text


async def test_a_held_back_reply_is_sent_once_however_often_it_is_pressed(chat: Chat) -> None:
    await shared(chat)
    await replied(chat, "Write to me: ben@example.org")
    ask = await chat.last(BEN)
    await chat.press(BEN, "Send it like this", on=ask)
    with contextlib.suppress(LookupError):
        await chat.press(BEN, "Send it like this", on=ask)
    await chat.settle()
    assert len(await chat.room(HANA)) == 2


async def test_a_reply_can_be_taken_back(chat: Chat) -> None:
    await shared(chat)
    await replied(chat)
    await chat.press(BEN, "Take it back")
    await chat.settle()
    reply = (await chat.room(HANA))[1]
    assert reply.text.strip("_") == "Removed by its writer."
    await chat.pass_time(timedelta(minutes=5))
    assert len(await chat.inbox(ANA)) == 1


async def test_write_to_them_is_also_a_shortcut_on_the_message(chat: Chat) -> None:
    await shared(chat)
    (post,) = await chat.room(BEN)
    await chat.shortcut(BEN, "Write to them", post)
    await chat.submit(BEN, words="From the menu.")
    await chat.settle()
    reply = (await chat.room(HANA))[1]
    assert "From the menu." in reply.text
    await chat.shortcut(BEN, "Write to them", reply)
    assert "isn't a share" in (await chat.last(BEN)).text


async def test_buttons_work_after_a_restart(chat: Chat) -> None:
    await shared(chat)
    await chat.press(BEN, "Write to them")
    await chat.restart()
    await chat.submit(BEN, words="Still here.", sign="pseudonym")
    await chat.press(HANA, "I've been there")
    await chat.settle()
    assert await nods(chat) == ["♥ You are not alone", "I've been there · 1"]
    assert "Still here." in (await chat.room(HANA))[1].text
    await chat.restart()
    await chat.pass_time(timedelta(minutes=3))
    assert "Somebody wrote to you." in (await chat.inbox(ANA))[1].text


@pytest.mark.parametrize("count", [7])
async def test_more_replies_than_fit_are_named(chat: Chat, count: int) -> None:
    await shared(chat)
    for number in range(count):
        await replied(chat, f"Reply {number}.", who=(BEN, HANA)[number % 2])
    await chat.pass_time(timedelta(minutes=3))
    news = (await chat.inbox(ANA))[1]
    assert f"{count} people wrote to you." in news.text or "wrote to you" in news.text
    assert "2 more are in the room." in news.text


async def test_a_long_reply_reaches_the_author_whole(chat: Chat) -> None:
    await shared(chat, happened=TYPED["happened"])
    words = " ".join(f"word{number}" for number in range(130))
    await replied(chat, words)
    await replied(chat, words, who=HANA)
    await chat.pass_time(timedelta(minutes=3))
    told = "\n".join(seen.text for seen in (await chat.inbox(ANA))[1:])
    assert "".join(told.split()).count("".join(words.split())) == 2


async def test_words_stay_when_a_counter_changes_after_the_key_is_gone(chat: Chat) -> None:
    await shared(chat)
    await chat.press(BEN, "♥ You are not alone")
    await chat.pass_time(timedelta(days=31))
    (post,) = await chat.room(HANA)
    assert TYPED["happened"] in post.text


async def test_on_its_last_day_a_share_loses_its_buttons_and_keeps_its_words(chat: Chat) -> None:
    await shared(chat)
    (before,) = await chat.room(BEN)
    await chat.pass_time(timedelta(days=30))
    (post,) = await chat.room(BEN)
    assert TYPED["happened"] in post.text
    assert post.buttons == ()
    await chat.press_late(BEN, "Write to them", before)
    assert "too old" in (await chat.last(BEN)).text


async def test_after_the_retention_thanks_are_too_late_and_say_so(chat: Chat) -> None:
    await shared(chat)
    await replied(chat)
    await chat.pass_time(timedelta(minutes=3))
    await chat.pass_time(timedelta(days=31))
    await chat.press(ANA, "Say thanks")
    assert "too old" in (await chat.last(ANA)).text


async def test_the_author_of_a_closed_share_is_told_that_they_closed_it(chat: Chat) -> None:
    await shared(chat)
    await replied(chat)
    await chat.pass_time(timedelta(minutes=3))
    await chat.press(ANA, "Close it")
    await chat.press(ANA, "Answer as the author")
    assert "You have closed this share" in (await chat.last(ANA)).text


async def test_what_was_written_to_a_share_that_closed_meanwhile_is_given_back(
    chat: Chat,
) -> None:
    await shared(chat)
    await chat.press(BEN, "Write to them")
    await chat.press(ANA, "Close it")
    await chat.submit(BEN, words="I took an hour for this.")
    if not chat.inline:
        await chat.press(BEN, "Try again")
        assert "I took an hour for this." in (await chat.last(BEN)).text
    else:
        form = await chat.form(BEN)
        assert form is not None
        assert form.values["words"] == "I took an hour for this."
    assert "has closed that share" in await everything_private(chat, BEN)


async def test_nobody_but_the_author_signs_as_the_author(chat: Chat) -> None:
    await shared(chat)
    share_id = await a_share_id(chat)
    bot = chat.bot  # type: ignore[attr-defined]
    member = await chat.platform.member(chat.person(BEN))  # type: ignore[attr-defined]
    for call, answers in (
        (f"reply.answer:{share_id}", {"words": "I am the author."}),
        (f"reply.send:{share_id}", {"words": "I am the author.", "sign": "author"}),
        (f"reply.send:{share_id}", {"words": "x" * 50_000, "sign": "pseudonym"}),
        (f"share.rewrite:{share_id}", {"words": "I am the author.", "sign": "pseudonym"}),
    ):
        kept = await bot.records.kept.add(member, call, answers)
        # As a changed client would: the id is on the button of a form that was not accepted.
        await bot.handle(*chat.press_of(member, f"reply.send_kept:{kept}:1"))  # type: ignore[attr-defined]
    await chat.settle()
    assert len(await chat.room(HANA)) == 1
