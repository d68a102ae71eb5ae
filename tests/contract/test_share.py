"""Sharing a rejection, as everybody sees it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.contract.chat import ANA, BEN, HANA, Chat
from tests.contract.steps import TYPED, a_share_id, everything_private, shared


async def test_a_share_is_previewed_in_private_and_then_stands_in_the_room(chat: Chat) -> None:
    await chat.say(ANA, "/rejection")
    form = await chat.form(ANA)
    assert form is not None
    assert form.title == "Share a rejection"
    await chat.submit(ANA, **TYPED)
    preview = await chat.last(ANA)
    assert preview.private
    assert "somebody else had more years" in preview.text
    assert await chat.room(BEN) == []
    assert await chat.private(BEN) == []
    await chat.press(ANA, "Post now")
    await chat.settle()
    (post,) = await chat.room(BEN)
    assert "They said somebody else had more years." in post.text
    assert "after the final round" in post.text
    assert "design" in post.text
    assert "hollow" in post.text
    assert not post.private
    assert [label.split(" · ")[0] for label in post.buttons] == [
        "♥ You are not alone",
        "I've been there",
        "Write to them",
    ]


async def test_the_author_gets_a_receipt_by_direct_message_and_nobody_else_does(
    chat: Chat,
) -> None:
    await shared(chat)
    (receipt,) = await chat.inbox(ANA)
    assert "receipt" in receipt.text.lower()
    assert TYPED["happened"] not in receipt.text
    assert receipt.buttons == ("Close it", "Delete it", "Throw this receipt away")
    assert await chat.inbox(BEN) == []


async def test_private_details_are_taken_out_before_anybody_sees_them(chat: Chat) -> None:
    await chat.say(ANA, "/rejection")
    await chat.submit(
        ANA, **TYPED | {"happened": "Mail bob@acme.com or +49 170 1234567, see https://acme.com/x"}
    )
    preview = await chat.last(ANA)
    assert "Mail [e-mail] or [phone], see [link]" in preview.text
    assert "a phone number" in preview.text
    await chat.press(ANA, "Keep the link")
    await chat.press(ANA, "Post now")
    await chat.settle()
    (post,) = await chat.room(BEN)
    assert "Mail [e-mail] or [phone], see https://acme.com/x" in post.text
    assert post.live == ()


async def test_a_draft_can_be_changed_and_cancelled(chat: Chat) -> None:
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED)
    await chat.press(ANA, "Change it")
    form = await chat.form(ANA)
    assert form is not None
    assert form.values["happened"] == TYPED["happened"]
    assert form.values["stage"] == "final"
    await chat.submit(ANA, happened="They never called.")
    assert "They never called." in (await chat.last(ANA)).text
    await chat.press(ANA, "Cancel")
    assert "Nothing was posted" in (await chat.last(ANA)).text
    await chat.settle()
    assert await chat.room(BEN) == []


async def test_a_share_can_go_up_some_time_within_the_hour(chat: Chat) -> None:
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED)
    await chat.press(ANA, "Post some time")
    await chat.settle()
    assert await chat.room(BEN) == []
    await chat.pass_time(timedelta(hours=1))
    assert len(await chat.room(BEN)) == 1


async def test_a_share_on_its_way_can_be_stopped_with_the_receipt(chat: Chat) -> None:
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED)
    await chat.press(ANA, "Post some time")
    await chat.settle()
    await chat.press(ANA, "Delete it")
    await chat.press(ANA, "Yes, delete it")
    await chat.pass_time(timedelta(hours=2))
    assert await chat.room(BEN) == []


async def test_a_receipt_deletes_a_share_and_leaves_a_tombstone(chat: Chat) -> None:
    await shared(chat)
    await chat.press(ANA, "Delete it")
    await chat.press(ANA, "Yes, delete it")
    await chat.settle()
    (post,) = await chat.room(BEN)
    assert post.text.strip("_") == "Removed by its author."
    assert post.buttons == ()


async def test_a_receipt_works_after_the_day_key_is_gone_and_after_a_restart(chat: Chat) -> None:
    await shared(chat)
    await chat.pass_time(timedelta(days=32))
    await chat.restart()
    await chat.press(BEN, "♥ You are not alone")
    assert "too old" in (await chat.last(BEN)).text
    await chat.press(ANA, "Delete it")
    await chat.press(ANA, "Yes, delete it")
    await chat.settle()
    (post,) = await chat.room(BEN)
    assert post.text.strip("_") == "Removed by its author."


async def test_a_closed_share_keeps_its_words_and_takes_no_more_answers(chat: Chat) -> None:
    await shared(chat)
    before = (await chat.room(BEN))[0]
    await chat.press(BEN, "Write to them")
    await chat.press(ANA, "Close it")
    await chat.settle()
    (post,) = await chat.room(BEN)
    assert TYPED["happened"] in post.text
    assert post.buttons == ()
    assert before.buttons != ()
    await chat.submit(BEN, words="I am with you.", sign="pseudonym")
    await chat.settle()
    assert len(await chat.room(BEN)) == 1


async def test_a_button_is_an_address_not_a_permission(chat: Chat) -> None:
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED)
    with pytest.raises(LookupError):
        await chat.press(BEN, "Post now")
    await shared(chat)
    await chat.press(BEN, "Write to them")
    share_id = await a_share_id(chat)
    await chat.guess(BEN, f"share.rewrite:{share_id}", **TYPED)
    assert "isn't yours" in await everything_private(chat, BEN)
    await chat.guess(BEN, f"reply.answer:{share_id}", words="I am the author")
    assert "isn't yours" in await everything_private(chat, BEN)
    await chat.settle()
    assert len(await chat.room(HANA)) == 1


async def test_a_button_of_a_deleted_share_says_so(chat: Chat) -> None:
    await shared(chat)
    (before,) = await chat.room(BEN)
    await chat.press(BEN, "Write to them")
    await chat.press(ANA, "Delete it")
    await chat.press(ANA, "Yes, delete it")
    await chat.settle()
    for label in before.buttons:
        await chat.press_late(BEN, label, before)
        assert (await chat.last(BEN)).text == "Its author has deleted that share."
    await chat.submit(BEN, words="I am with you.", sign="pseudonym")
    assert "deleted that share" in await everything_private(chat, BEN)


@pytest.mark.parametrize("blank", ["", "   \n\t ", "\u200b\u200d\u2060", "\x00\x07"])
async def test_nothing_is_answered_with_a_sentence_and_the_rest_is_kept(
    chat: Chat, blank: str
) -> None:
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED | {"happened": blank})
    if not chat.inline:
        assert "Write a few words here." in (await chat.last(ANA)).text
        await chat.press(ANA, "Try again")
    form = await chat.form(ANA)
    assert form is not None
    assert form.values["feeling"] == "hollow"
    assert not chat.inline or form.faults["happened"] == "Write a few words here."
    await chat.submit(ANA, happened="Now with words.")
    assert "Now with words." in (await chat.last(ANA)).text


async def test_too_much_is_answered_with_what_fits_and_nothing_is_lost(chat: Chat) -> None:
    long = "word " * 400
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED | {"happened": long})
    if not chat.inline:
        assert "up to 1200 fit here" in (await chat.last(ANA)).text
        await chat.press(ANA, "Try again")
    form = await chat.form(ANA)
    assert form is not None
    assert form.values["happened"].strip() == long.strip()


@pytest.mark.parametrize(
    "nasty",
    [
        "@everyone <!channel> <@1> <#2>",
        "**bold** _it_ `code` # heading\n> quote\n- list",
        "<b>bold</b> <script>alert(1)</script> &amp; <img src=x onerror=alert(1)>",
        "[a](https://example.org) ![b](c)",
        "{{ 7*7 }} {% if x %} %(name)s {0} ${x}",
        "back\\slash \\* ||spoiler|| ~~gone~~",
    ],
)
async def test_what_others_wrote_is_shown_dead_and_whole(chat: Chat, nasty: str) -> None:
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED | {"happened": nasty, "field": nasty[:60]})
    for label in ("Keep the handle", "Keep the link"):
        try:
            await chat.press(ANA, label)
        except LookupError:
            continue
    await chat.press(ANA, "Post now")
    await chat.settle()
    (post,) = await chat.room(BEN)
    assert post.live == ()
    assert "".join(nasty.split()) in "".join(post.text.split())


async def test_controls_and_direction_overrides_do_not_reach_others(chat: Chat) -> None:
    await shared(chat, happened="abc\u202egnp.exe\u2066 \x1b[31mred\x07 \ud800 ok \ue0f0x\ue0f1")
    (post,) = await chat.room(BEN)
    assert "abcgnp.exe [31mred  ok x" in post.text
    assert not set(post.text) & set("\u202e\u2066\x1b\x07\ue0f0\ue0f1")


async def test_numbers_about_others_need_five(chat: Chat) -> None:
    for number in range(5):
        await shared(chat, happened=f"Number {number} said no.")
    receipts = await chat.inbox(ANA)
    assert "shared here" not in receipts[4].text
    await shared(chat, happened="Number 5 said no.")
    assert "5 rejections were shared here in the last 30 days." in (await chat.inbox(ANA))[5].text


async def test_an_unknown_command_and_a_wrong_word_are_answered(chat: Chat) -> None:
    await chat.say(ANA, "/nonsense")
    assert "/comeback" in (await chat.last(ANA)).text


async def test_words_after_the_command_are_in_the_form(chat: Chat) -> None:
    await chat.say(ANA, "/rejection they said no again")
    form = await chat.form(ANA)
    assert form is not None
    assert form.values["happened"] == "they said no again"


async def test_a_post_is_always_one_message(chat: Chat) -> None:
    long = "My manager laughed. " + "@a " * 390
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED | {"happened": long, "feeling": "x" * 390})
    assert "a little shorter" in await everything_private(chat, ANA)
    if not chat.inline:
        await chat.press(ANA, "Try again")
    form = await chat.form(ANA)
    assert form is not None
    assert form.values["happened"].strip() == long.strip()


async def test_what_shows_nothing_is_not_posted(chat: Chat) -> None:
    await shared(chat, feeling="\u200b\u2800", field="\u2060")
    (post,) = await chat.room(BEN)
    assert not set(post.text) & set("\u200b\u2800\u2060")
    assert "·" not in post.text


async def test_deleting_can_be_thought_over(chat: Chat) -> None:
    await shared(chat)
    await chat.press(ANA, "Delete it")
    await chat.press(ANA, "No, keep it")
    assert "stays where it is" in (await chat.last(ANA)).text
    await chat.settle()
    assert TYPED["happened"] in (await chat.room(BEN))[0].text


async def test_a_receipt_can_be_thrown_away(chat: Chat) -> None:
    await shared(chat)
    (seen,) = await chat.inbox(ANA)
    receipt = seen.calls[seen.buttons.index("Throw this receipt away")].partition(":")[2]
    await chat.press(ANA, "Throw this receipt away")
    (gone,) = await chat.inbox(ANA)
    assert "gone, here and everywhere" in gone.text
    assert gone.calls == ()
    await chat.guess(ANA, f"share.delete_now:{receipt.partition('§')[0]}")
    await chat.settle()
    assert (await chat.room(BEN))[0].text.startswith("Somebody was turned down")
    await chat.say(ANA, "/comeback")
    await chat.press(ANA, "Your share")
    await chat.press(ANA, "Delete it")
    await chat.press(ANA, "Yes, delete it")
    await chat.settle()
    assert "Removed by its author" in (await chat.room(BEN))[0].text
