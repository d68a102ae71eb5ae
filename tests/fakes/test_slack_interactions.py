from collections.abc import AsyncIterator

import pytest

from tests.fakes.slack import NotOffered
from tests.fakes.slack_stage import Json, SocketBot, Stage, buttons, opened, section


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with opened() as made:
        yield made


@pytest.fixture
async def bot(stage: Stage) -> SocketBot:
    return await stage.bot()


def last(bot: SocketBot, kind: str) -> Json:
    return dict(bot.of(kind)[-1]["payload"])


async def test_a_command_works_where_the_bot_is_not(stage: Stage, bot: SocketBot) -> None:
    done = await stage.ana.use(stage.hidden, "/word", " a & <b> ")
    assert (done.acked, done.status, done.error) == (True, 200, "")
    said = last(bot, "slash_commands")
    assert said["text"] == "a &amp; &lt;b&gt;"
    assert (said["command"], said["user_id"]) == ("/word", stage.ana.id)
    assert (said["channel_id"], said["channel_name"]) == (stage.hidden["id"], "privategroup")
    assert (said["team_id"], said["api_app_id"]) == (stage.space.id, stage.fake.app.id)
    await stage.ana.use(stage.ana.open_dm(), "/word")
    assert last(bot, "slash_commands")["channel_name"] == "directmessage"


async def test_a_command_is_not_offered_everywhere(stage: Stage, bot: SocketBot) -> None:
    said = await stage.post()
    await stage.post(thread_ts=said["ts"])
    (parent,) = stage.ana.messages(stage.room)
    for place, command in (
        (stage.room, "/other"),
        (stage.ana.thread(parent)[0], "/word"),
        (stage.fake.channel(stage.space, "elsewhere"), "/word"),
    ):
        with pytest.raises(NotOffered):
            await stage.ana.use(place, command)


async def test_an_acknowledgement_may_be_a_message(stage: Stage, bot: SocketBot) -> None:
    bot.answers["slash_commands"] = {"text": "only you"}
    await stage.ana.use(stage.room, "/word")
    assert [one.words for one in stage.ana.private()] == ["only you"]
    assert stage.ben.messages(stage.room) == []
    assert not stage.fake.violations
    bot.answers["slash_commands"] = {"text": "all of you", "response_type": "in_channel"}
    await stage.ana.use(stage.room, "/word")
    assert stage.ben.messages(stage.room)[0].used_by == stage.ana.id
    assert "names the person" in stage.fake.violations[0]


async def test_silence_is_told_to_the_person(stage: Stage, bot: SocketBot) -> None:
    bot.silent, stage.fake.deadline = True, 0.05
    done = await stage.ana.use(stage.room, "/word")
    assert not done.acked
    assert done.error == '/word failed with the error "operation_timeout"'
    await bot.close()
    done = await stage.ana.use(stage.room, "/word")
    assert done.error == '/word failed with the error "dispatch_failed"'


async def test_a_press_carries_its_message(stage: Stage, bot: SocketBot) -> None:
    await stage.post(section("Words"), buttons("Nod", "Post now"))
    (seen,) = stage.ana.messages(stage.room)
    assert (await stage.ana.press(seen, "Post")).acked
    said = last(bot, "block_actions")
    action = said["actions"][0]
    assert (action["action_id"], action["value"]) == ("post now", "v-post now")
    assert (action["block_id"], action["type"]) == ("row", "button")
    assert said["container"] == {
        "type": "message",
        "message_ts": seen.ts,
        "channel_id": stage.room["id"],
        "is_ephemeral": False,
    }
    assert said["message"]["ts"] == seen.ts
    assert said["user"]["name"] == "ana"
    assert said["channel"] == {"id": stage.room["id"], "name": "support"}
    with pytest.raises(LookupError):
        await stage.ana.press(seen, "Nothing")


async def test_a_press_on_an_ephemeral_message_carries_none(stage: Stage, bot: SocketBot) -> None:
    where = {"channel": stage.room["id"], "user": stage.ana.id}
    await stage.call("chat.postEphemeral", **where, text="x", blocks=[buttons("Nod")])
    await stage.ana.press(stage.ana.private()[0], "Nod")
    said = last(bot, "block_actions")
    assert said["container"]["is_ephemeral"] is True
    assert "message" not in said
    with pytest.raises(NotOffered):
        await stage.ana.message_shortcut("Write to them", stage.ana.private()[0])


async def test_a_stale_press_and_one_never_offered_reach_the_bot(
    stage: Stage, bot: SocketBot
) -> None:
    said = await stage.post(buttons("Nod"))
    (seen,) = stage.ana.messages(stage.room)
    await stage.call("chat.delete", channel=stage.room["id"], ts=said["ts"])
    with pytest.raises(LookupError):
        await stage.ana.press(seen, "Nod")
    assert (await stage.ana.press_stale(seen, "Nod")).acked
    assert last(bot, "block_actions")["actions"][0]["value"] == "v-nod"
    await stage.ana.press_raw("forged", "v", on=seen)
    assert last(bot, "block_actions")["actions"][0]["action_id"] == "forged"
    await stage.ana.press_raw("bare")
    assert "value" not in last(bot, "block_actions")["actions"][0]


async def test_shortcuts_carry_what_they_were_used_on(stage: Stage, bot: SocketBot) -> None:
    seen = stage.ben.write(stage.room, "I was turned down")
    assert (await stage.ana.message_shortcut("Write to them", seen)).acked
    said = last(bot, "message_action")
    assert (said["callback_id"], said["message_ts"]) == ("write", seen.ts)
    assert said["message"]["text"] == "I was turned down"
    assert "response_url" in said
    await stage.ana.global_shortcut("Share")
    said = last(bot, "shortcut")
    assert said["callback_id"] == "share"
    assert not {"channel", "response_url"} & set(said)
    with pytest.raises(NotOffered):
        await stage.ana.global_shortcut("Write to them")


async def test_a_response_url_shows_a_message_to_one_person(stage: Stage, bot: SocketBot) -> None:
    await stage.ana.use(stage.hidden, "/word")
    url = last(bot, "slash_commands")["response_url"]
    assert await stage.respond(url, text="first") == (200, "ok")
    await stage.respond(url, text="second", replace_original=True)
    assert [one.words for one in stage.ana.private()] == ["second"]
    await stage.respond(url, delete_original=True)
    assert stage.ana.private() == []


async def test_an_ephemeral_message_is_replaced_in_its_place(stage: Stage, bot: SocketBot) -> None:
    where = {"channel": stage.room["id"], "user": stage.ana.id}
    await stage.call("chat.postEphemeral", **where, text="x", blocks=[buttons("Nod")])
    (before,) = stage.ana.private()
    await stage.ana.press(before, "Nod")
    url = last(bot, "block_actions")["response_url"]
    assert (await stage.respond(url, text="done", replace_original=True))[0] == 200
    (after,) = stage.ana.private()
    assert (after.ts, after.words, after.buttons) == (before.ts, "done", [])
    assert stage.fake.urls.replaced == []


async def test_replacing_a_channel_message_changes_it_for_everybody(
    stage: Stage, bot: SocketBot
) -> None:
    await stage.post(buttons("Nod"))
    await stage.ana.press(stage.ana.messages(stage.room)[0], "Nod")
    url = last(bot, "block_actions")["response_url"]
    await stage.respond(url, text="only ana")
    await stage.respond(url, text="all", replace_original=True)
    assert [one.words for one in stage.ben.messages(stage.room)] == ["all"]
    assert [one.words for one in stage.ana.private()] == ["only ana"]
    assert "for everybody" in stage.fake.urls.replaced[0]
    await stage.respond(url, text="posted", response_type="in_channel")
    assert stage.ben.messages(stage.room)[1].words == "posted"
    assert not stage.fake.violations


async def test_a_response_url_is_used_five_times(stage: Stage, bot: SocketBot) -> None:
    await stage.ana.use(stage.room, "/word")
    url = last(bot, "slash_commands")["response_url"]
    for number in range(5):
        assert (await stage.respond(url, text=str(number)))[0] == 200
    status, text = await stage.respond(url, text="too many")
    assert (status, "used_url" in text) == (404, True)


async def test_a_response_url_lives_thirty_minutes(stage: Stage, bot: SocketBot) -> None:
    await stage.ana.use(stage.room, "/word")
    url = last(bot, "slash_commands")["response_url"]
    stage.fake.clock.forward(1801)
    status, text = await stage.respond(url, text="late")
    assert (status, "expired_url" in text) == (404, True)
    assert (await stage.respond(url + "x", text="x"))[0] == 404


async def test_a_response_url_looks_at_blocks(stage: Stage, bot: SocketBot) -> None:
    await stage.ana.use(stage.room, "/word")
    url = last(bot, "slash_commands")["response_url"]
    status, text = await stage.respond(url, blocks=[{"type": "nonsense"}] * 51)
    assert (status, "invalid_blocks" in text) == (404, True)
    assert stage.fake.violations
    await stage.respond(url, text="x", colour="blue")
    assert "colour" in stage.fake.violations[1]
    stage.fake.faults.answer("response_url", status=500, body="no")
    assert await stage.respond(url, text="x") == (500, "no")


async def test_names_are_in_what_slack_sends(stage: Stage, bot: SocketBot) -> None:
    cy = stage.fake.person("cy-canary", stage.space, channels=(stage.room,))
    await cy.use(stage.room, "/word")
    assert last(bot, "slash_commands")["user_name"] == "cy-canary"
    assert not stage.fake.traffic.holds("canary")


async def test_events_come_for_what_is_subscribed(stage: Stage, bot: SocketBot) -> None:
    dm = stage.ana.open_dm()
    stage.ana.write(dm, "hello")
    stage.fake.person("dan", stage.space).join(stage.room)
    await stage.fake.delivery.settled()
    event = last(bot, "message")["event"]
    assert (event["channel_type"], event["text"], event["user"]) == ("im", "hello", stage.ana.id)
    payload = last(bot, "message")
    assert payload["authorizations"][0]["user_id"] == stage.space.bot_user_id
    assert payload["event_id"].startswith("Ev")
    assert last(bot, "member_joined_channel")["event"]["channel"] == stage.room["id"]
    stage.space.scopes.discard("im:history")
    stage.ana.write(dm, "unheard")
    stage.ana.write(stage.other, "unheard too")
    await stage.fake.delivery.settled()
    assert len(bot.of("message")) == 1
