from collections.abc import AsyncIterator

import pytest

from tests.fakes.slack_stage import Stage, buttons, opened, section


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with opened() as made:
        yield made


async def test_a_message_is_seen_by_everybody_in_the_channel(stage: Stage) -> None:
    said = await stage.post(section("*Well* done"), buttons("Nod"))
    (seen,) = stage.ben.messages(stage.room)
    assert (seen.ts, seen.channel, seen.words) == (said["ts"], stage.room["id"], "Well done")
    assert (seen.user, seen.bot_id) == (stage.space.bot_user_id, stage.space.bot_id)
    assert seen.fallback == "Hello"
    assert [(one.label, one.value) for one in seen.buttons] == [("Nod", "v-nod")]
    stage.fake.assert_clean()


async def test_a_message_needs_words_or_blocks(stage: Stage) -> None:
    assert (await stage.post(text=" "))["error"] == "no_text"
    assert stage.fake.violations


@pytest.mark.parametrize(
    ("blocks", "error"),
    [
        ([section("x")] * 51, "invalid_blocks"),
        ([section("x" * 3000)] * 5, "msg_blocks_too_long"),
        ([{"no": "type"}], "invalid_blocks"),
        ("[", "invalid_blocks_format"),
        ([section("x" * 3001)], "invalid_blocks"),
    ],
)
async def test_blocks_have_limits(stage: Stage, blocks: object, error: str) -> None:
    args = {"channel": stage.room["id"], "text": "x", "blocks": blocks}
    said = await stage.call("chat.postMessage", **args)
    assert said["error"] == error
    assert stage.fake.violations
    if error == "invalid_blocks":
        assert said["response_metadata"]["messages"]


async def test_a_text_has_a_limit(stage: Stage) -> None:
    assert (await stage.post(text="x" * 40_001))["error"] == "msg_too_long"
    assert (await stage.post(text="x" * 40_000))["ok"]
    said = await stage.post()
    where = {"channel": stage.room["id"], "ts": said["ts"]}
    assert (await stage.call("chat.update", **where, text="x" * 4001))["error"] == "msg_too_long"


async def test_texts_come_back_escaped(stage: Stage) -> None:
    said = await stage.post(section("this & that <b>", "plain_text"))
    assert said["message"]["blocks"][0]["text"]["text"] == "this &amp; that &lt;b&gt;"
    assert said["message"]["blocks"][0]["block_id"]
    assert stage.ana.messages(stage.room)[0].words == "this & that <b>"


async def test_a_private_channel_without_the_bot_is_not_there(stage: Stage) -> None:
    where = {"channel": stage.hidden["id"]}
    for method in ("chat.postMessage", "conversations.info", "conversations.members"):
        args = where | {"text": "x"} if method.startswith("chat") else where
        assert (await stage.form(method, **args))["error"] == "channel_not_found", method
    whisper = await stage.call("chat.postEphemeral", **where, user=stage.ana.id, text="x")
    assert whisper["error"] == "channel_not_found"


async def test_a_public_channel_must_be_joined(stage: Stage) -> None:
    where = {"channel": stage.other["id"]}
    assert (await stage.form("conversations.info", **where))["channel"]["is_member"] is False
    assert (await stage.call("chat.postMessage", **where, text="x"))["error"] == "not_in_channel"
    whisper = await stage.call("chat.postEphemeral", **where, user=stage.ana.id, text="x")
    assert whisper["error"] == "not_in_channel"
    stage.space.scopes.add("chat:write.public")
    assert (await stage.call("chat.postMessage", **where, text="x"))["ok"]
    stage.space.scopes.discard("chat:write.public")
    assert (await stage.call("conversations.join", **where))["ok"]
    assert (await stage.call("chat.postMessage", **where, text="x"))["ok"]


async def test_an_archived_channel_takes_nothing(stage: Stage) -> None:
    said = await stage.post()
    stage.room["is_archived"] = True
    assert (await stage.post())["error"] == "is_archived"
    where = {"channel": stage.room["id"], "ts": said["ts"], "text": "x"}
    assert (await stage.call("chat.update", **where))["error"] == "is_archived"


async def test_a_deleted_channel_is_not_there(stage: Stage) -> None:
    stage.fake.delete_channel(stage.room)
    assert (await stage.post())["error"] == "channel_not_found"


async def test_only_own_messages_are_changed_and_deleted(stage: Stage) -> None:
    hers = stage.ana.write(stage.room, "mine & yours")
    assert hers.raw["text"] == "mine &amp; yours"
    where = {"channel": stage.room["id"], "ts": hers.ts}
    assert (await stage.call("chat.update", **where, text="x"))["error"] == "cant_update_message"
    assert (await stage.call("chat.delete", **where))["error"] == "cant_delete_message"
    own = {"channel": stage.room["id"], "ts": (await stage.post())["ts"]}
    assert (await stage.call("chat.delete", **own))["ok"]
    assert (await stage.call("chat.delete", **own))["error"] == "message_not_found"
    assert (await stage.call("chat.update", **own, text="x"))["error"] == "message_not_found"


async def test_a_text_without_blocks_takes_the_blocks_away(stage: Stage) -> None:
    said = await stage.post(section("Blocks"), buttons("Nod"))
    where = {"channel": stage.room["id"], "ts": said["ts"]}
    await stage.call("chat.update", **where, blocks=[section("Other")], text="fallback")
    (seen,) = stage.ana.messages(stage.room)
    assert (seen.words, seen.edited, seen.buttons) == ("Other", False, [])
    await stage.call("chat.update", **where, text="Only text")
    (seen,) = stage.ana.messages(stage.room)
    assert (seen.words, seen.edited, seen.blocks) == ("Only text", True, [])


async def test_replies_stand_under_their_message(stage: Stage) -> None:
    said = await stage.post()
    await stage.post(text="under", thread_ts=said["ts"])
    await stage.post(text="both", thread_ts=said["ts"], reply_broadcast=True)
    top = stage.ana.messages(stage.room)
    assert [one.words for one in top] == ["Hello", "both"]
    assert [one.words for one in stage.ana.thread(top[0])] == ["under", "both"]
    assert top[0].raw["reply_count"] == 2


async def test_a_thread_must_be_there(stage: Stage) -> None:
    assert (await stage.post(thread_ts="1.000001"))["error"] == "thread_not_found"
    said = await stage.post()
    reply = await stage.post(thread_ts=said["ts"])
    assert stage.fake.violations == []
    await stage.post(thread_ts=reply["ts"])
    assert "thread_ts is a reply's" in stage.fake.violations[0]


async def test_a_deleted_message_with_replies_leaves_a_stone(stage: Stage) -> None:
    said = await stage.post()
    await stage.post(text="under", thread_ts=said["ts"])
    await stage.call("chat.delete", channel=stage.room["id"], ts=said["ts"])
    (stone,) = stage.ana.messages(stage.room)
    assert stone.words == "This message was deleted."
    assert [one.words for one in stage.ana.thread(stone)] == ["under"]


async def test_an_ephemeral_message_is_for_one_person(stage: Stage) -> None:
    where = {"channel": stage.room["id"], "user": stage.ana.id}
    said = await stage.call("chat.postEphemeral", **where, text="only you")
    assert [one.words for one in stage.ana.private()] == ["only you"]
    assert stage.ana.messages(stage.room)[0].ephemeral
    assert stage.ben.messages(stage.room) == []
    own = {"channel": stage.room["id"], "ts": said["message_ts"]}
    assert (await stage.call("chat.update", **own, text="x"))["error"] == "message_not_found"
    assert (await stage.call("chat.delete", **own))["error"] == "message_not_found"
    history = await stage.form("conversations.history", channel=stage.room["id"])
    assert history["messages"] == []
    stage.ana.reload()
    assert stage.ana.private() == []


async def test_an_ephemeral_message_needs_a_person_who_is_there(stage: Stage) -> None:
    cy = stage.fake.person("cy", stage.space)
    where = {"channel": stage.room["id"], "text": "x"}
    refused = await stage.call("chat.postEphemeral", **where, user=cy.id)
    assert refused["error"] == "user_not_in_channel"
    cy.join(stage.room)
    assert (await stage.call("chat.postEphemeral", **where, user=cy.id))["ok"]


async def test_in_a_thread_it_is_shown_only_where_there_are_replies(stage: Stage) -> None:
    said = await stage.post()
    where = {"channel": stage.room["id"], "user": stage.ana.id, "thread_ts": said["ts"]}
    await stage.call("chat.postEphemeral", **where, text="unseen")
    assert stage.ana.private() == []
    await stage.post(text="under", thread_ts=said["ts"])
    await stage.call("chat.postEphemeral", **where, text="seen")
    parent = stage.ana.messages(stage.room)[0]
    assert [one.words for one in stage.ana.thread(parent)][-1] == "seen"


async def test_metadata_is_read_only_when_asked_for(stage: Stage) -> None:
    told = {"event_type": "kept", "event_payload": {"id": "x"}}
    await stage.post(metadata=told)
    args = {"channel": stage.room["id"]}
    plain = await stage.form("conversations.history", **args)
    assert "metadata" not in plain["messages"][0]
    full = await stage.form("conversations.history", **args, include_all_metadata="true")
    assert full["messages"][0]["metadata"] == told
    big = {"event_type": "kept", "event_payload": {"id": "x" * 16_000}}
    assert (await stage.post(metadata=big))["error"] == "metadata_too_large"
    assert (await stage.post(metadata={"id": 1}))["error"] == "invalid_metadata_format"


async def test_a_direct_message_goes_by_the_person_or_the_channel(stage: Stage) -> None:
    assert (await stage.call("chat.postMessage", channel=stage.ana.id, text="one"))["ok"]
    dm = await stage.call("conversations.open", users=stage.ana.id)
    await stage.call("chat.postMessage", channel=dm["channel"]["id"], text="two")
    assert [one.words for one in stage.ana.inbox()] == ["one", "two"]
    where = {"channel": dm["channel"]["id"], "user": stage.ana.id}
    assert (await stage.call("chat.postEphemeral", **where, text="three"))["ok"]
    assert len(stage.ana.inbox()) == 2
    assert stage.ana.private()[0].words == "three"
    assert stage.ben.inbox() == []


@pytest.mark.parametrize("error", ["cannot_dm_bot", "user_disabled", "restricted_action"])
async def test_a_closed_inbox_says_so(stage: Stage, error: str) -> None:
    stage.ana.closed_with = error
    stage.ana.closed = True
    assert (await stage.call("conversations.open", users=stage.ana.id))["error"] == error
    sent = await stage.call("chat.postMessage", channel=stage.ana.id, text="x")
    assert sent["error"] == error
    stage.ana.closed = False
    assert (await stage.call("conversations.open", users=stage.ana.id))["ok"]


async def test_somebody_deactivated_gets_nothing(stage: Stage) -> None:
    stage.ben.deactivate()
    told = await stage.form("users.info", user=stage.ben.id)
    assert told["user"]["deleted"]
    opened_dm = await stage.call("conversations.open", users=stage.ben.id)
    assert opened_dm["error"] == "user_disabled"


async def test_history_is_the_newest_first_in_pages(stage: Stage) -> None:
    for number in range(3):
        await stage.post(text=str(number))
    args = {"channel": stage.room["id"], "limit": "2"}
    first = await stage.form("conversations.history", **args)
    assert [one["text"] for one in first["messages"]] == ["2", "1"]
    assert first["has_more"]
    cursor = first["response_metadata"]["next_cursor"]
    rest = await stage.form("conversations.history", **args, cursor=cursor)
    assert [one["text"] for one in rest["messages"]] == ["0"]
    oldest = first["messages"][1]["ts"]
    later = await stage.form("conversations.history", channel=stage.room["id"], oldest=oldest)
    assert [one["text"] for one in later["messages"]] == ["2"]


async def test_replies_are_read_with_their_message(stage: Stage) -> None:
    said = await stage.post()
    await stage.post(text="under", thread_ts=said["ts"])
    args = {"channel": stage.room["id"]}
    found = await stage.form("conversations.replies", **args, ts=said["ts"])
    assert [one["text"] for one in found["messages"]] == ["Hello", "under"]
    missing = await stage.form("conversations.replies", **args, ts="1.000001")
    assert missing["error"] == "thread_not_found"


async def test_a_permalink_leads_to_the_message(stage: Stage) -> None:
    said = await stage.post()
    args = {"channel": stage.room["id"], "message_ts": said["ts"]}
    link = (await stage.form("chat.getPermalink", **args))["permalink"]
    assert link.endswith(f"/archives/{stage.room['id']}/p{said['ts'].replace('.', '')}")


async def test_an_attachment_must_show_something(stage: Stage) -> None:
    refused = await stage.post(attachments=[{"color": "#fff"}])
    assert refused["error"] == "invalid_attachments"
    assert (await stage.post(attachments=[{"text": "x"}]))["ok"]


async def test_edits_and_deletions_are_told_to_who_listens(stage: Stage) -> None:
    bot = await stage.bot()
    said = await stage.post()
    where = {"channel": stage.room["id"], "ts": said["ts"]}
    await stage.call("chat.update", **where, text="other")
    await stage.call("chat.delete", **where)
    await stage.fake.delivery.settled()
    heard = [one["payload"]["event"] for one in bot.of("message")]
    kinds = [one.get("subtype", "") for one in heard]
    assert kinds == ["", "message_changed", "message_deleted"]
    assert heard[1]["message"]["text"] == "other"
