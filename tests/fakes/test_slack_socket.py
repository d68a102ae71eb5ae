import asyncio
import json
from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.fakes.slack_stage import Stage, buttons, opened


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with opened() as made:
        yield made


async def test_a_connection_is_greeted(stage: Stage) -> None:
    bot = await stage.bot()
    (hello,) = bot.of("hello")
    assert hello["num_connections"] == 1
    assert hello["connection_info"]["app_id"] == stage.fake.app.id
    assert hello["debug_info"]["approximate_connection_time"] > 0
    assert stage.fake.socket.connected == 1


async def test_an_address_is_used_once_and_soon(stage: Stage) -> None:
    token = stage.fake.app.app_token
    url = (await stage.call("apps.connections.open", token=token))["url"]
    assert "ticket=" in url
    socket = await stage.session.ws_connect(url)
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await stage.session.ws_connect(url)
    late = (await stage.call("apps.connections.open", token=token))["url"]
    stage.fake.clock.forward(60)
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await stage.session.ws_connect(late)
    await socket.close()


async def test_an_app_has_ten_connections(stage: Stage) -> None:
    for _ in range(10):
        await stage.bot()
    eleventh = await stage.bot()
    assert eleventh.of("disconnect")[0]["reason"] == "too_many_websockets"
    assert stage.fake.socket.connected == 10


async def test_an_envelope_says_whether_an_answer_is_read(stage: Stage) -> None:
    bot = await stage.bot()
    await stage.post(buttons("Nod"))
    await stage.ana.use(stage.room, "/word")
    await stage.ana.press(stage.ana.messages(stage.room)[0], "Nod")
    await stage.ana.submit_raw("form", {})
    await stage.ana.open_home()
    reads = {one["type"] + _inner(one): one["accepts_response_payload"] for one in bot.heard[1:]}
    assert reads == {
        "events_apimessage": False,
        "slash_commands": True,
        "interactiveblock_actions": False,
        "interactiveview_submission": True,
        "events_apiapp_home_opened": False,
    }
    event = bot.of("app_home_opened")[0]
    assert (event["retry_attempt"], event["retry_reason"]) == (0, "")


def _inner(frame: dict) -> str:  # type: ignore[type-arg]
    payload = frame["payload"]
    return str(payload.get("event", payload).get("type", ""))


async def test_a_payload_where_none_is_read_is_a_violation(stage: Stage) -> None:
    bot = await stage.bot()
    bot.answers["events_api"] = {"text": "x"}
    await stage.ana.open_home()
    assert "a payload where none is read" in stage.fake.violations[0]
    await bot.socket.send_str(json.dumps({"envelope_id": "nothing"}))
    await stage.fake.until(lambda: len(stage.fake.violations) == 2)
    await bot.socket.send_str("not json")
    await stage.fake.until(lambda: len(stage.fake.violations) == 3)


async def test_connections_take_turns(stage: Stage) -> None:
    one, two = await stage.bot(), await stage.bot()
    for _ in range(4):
        await stage.ana.use(stage.room, "/word")
    assert (len(one.of("slash_commands")), len(two.of("slash_commands"))) == (2, 2)


async def test_an_event_without_an_answer_comes_again(stage: Stage) -> None:
    bot = await stage.bot()
    bot.silent, stage.fake.deadline = True, 0.02
    await stage.ana.open_home()
    sent = bot.of("app_home_opened")
    assert [one["retry_attempt"] for one in sent] == [0, 1]
    assert sent[1]["retry_reason"] == "timeout"
    assert await stage.fake.socket.retry_due() == 0
    stage.fake.clock.forward(61)
    assert await stage.fake.socket.retry_due() == 1
    stage.fake.clock.forward(61)
    assert await stage.fake.socket.retry_due() == 0
    stage.fake.clock.forward(240)
    bot.silent = False
    assert await stage.fake.socket.retry_due() == 1
    sent = bot.of("app_home_opened")
    assert [one["retry_attempt"] for one in sent] == [0, 1, 2, 3]
    assert len({one["payload"]["event_id"] for one in sent}) == 1
    stage.fake.clock.forward(1000)
    assert await stage.fake.socket.retry_due() == 0


async def test_what_a_lost_connection_held_comes_on_the_next(stage: Stage) -> None:
    first = await stage.bot()
    first.silent = True
    stage.fake.deadline = 2.0
    doing = asyncio.ensure_future(stage.ana.use(stage.room, "/word"))
    await stage.fake.until(lambda: first.of("slash_commands"))
    stage.fake.socket.drop()
    await stage.fake.until(lambda: not stage.fake.socket.connected)
    second = await stage.bot()
    assert (await doing).acked
    (one,), (two,) = first.of("slash_commands"), second.of("slash_commands")
    assert one["payload"]["trigger_id"] == two["payload"]["trigger_id"]
    assert one["envelope_id"] != two["envelope_id"]


async def test_what_was_acknowledged_may_come_again(stage: Stage) -> None:
    bot = await stage.bot()
    await stage.ana.open_home()
    await stage.fake.socket.redeliver_last()
    sent = bot.of("app_home_opened")
    assert [one["retry_attempt"] for one in sent] == [0, 1]
    assert sent[0]["payload"] == sent[1]["payload"]


@pytest.mark.parametrize("reason", ["warning", "refresh_requested"])
async def test_a_connection_told_to_go_gets_nothing_more(stage: Stage, reason: str) -> None:
    old = await stage.bot()
    await stage.fake.socket.disconnect(reason=reason)
    assert stage.fake.socket.connected == 0
    await stage.fake.until(lambda: old.of("disconnect"))
    assert old.of("disconnect")[0]["reason"] == reason
    assert not old.socket.closed
    fresh = await stage.bot()
    assert (await stage.ana.use(stage.room, "/word")).acked
    assert fresh.of("slash_commands")
    assert not old.of("slash_commands")


async def test_socket_mode_can_be_switched_off(stage: Stage) -> None:
    bot = await stage.bot()
    await stage.fake.socket.disconnect("link_disabled")
    await stage.fake.until(lambda: bot.socket.closed)
    token = stage.fake.app.app_token
    refused = await stage.call("apps.connections.open", token=token)
    assert not refused["ok"]
    stage.fake.socket.enable()
    assert (await stage.call("apps.connections.open", token=token))["ok"]
    stage.fake.socket.open_fails("internal_error", times=1)
    refused = await stage.call("apps.connections.open", token=token)
    assert refused["error"] == "internal_error"


async def test_pings_are_answered_unless_withheld(stage: Stage) -> None:
    bot = await stage.bot()
    await bot.socket.ping(b"one")
    await stage.fake.until(lambda: stage.fake.socket.connected)
    await stage.ana.use(stage.room, "/word")
    assert bot.pongs == [b"one"]
    stage.fake.socket.withhold_pongs = True
    await bot.socket.ping(b"two")
    await stage.ana.use(stage.room, "/word")
    assert bot.pongs == [b"one"]
    await stage.fake.socket.ping()
