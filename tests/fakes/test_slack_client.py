"""The fake as slack-bolt and slack_sdk see it, unmodified."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp

from tests.fakes.slack_stage import Stage, buttons, field, modal, opened, section


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with opened() as made:
        yield made
        made.fake.assert_clean()


@pytest.fixture(autouse=True)
def _quiet(log_lines: object) -> None:
    logging.getLogger().setLevel(logging.CRITICAL)  # after the fixture that set it


def listening(stage: Stage) -> AsyncApp:
    app = AsyncApp(client=stage.client, signing_secret=stage.fake.app.signing_secret)

    @app.command("/word")
    async def word(ack: Any, body: Any, client: Any) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=modal(field("words")))

    @app.view("form")
    async def form(ack: Any, view: Any, client: Any) -> None:
        words = view["state"]["values"]["words"]["v"]["value"]
        if len(words) > 9:
            await ack(response_action="errors", errors={"words": "Shorter, please"})
            return
        await ack()
        blocks = [section(words, "plain_text"), buttons("Nod")]
        await client.chat_postMessage(channel=stage.room["id"], text="x", blocks=blocks)

    @app.action("nod")
    async def nod(ack: Any, respond: Any) -> None:
        await ack()
        await respond("Thank you", replace_original=False)

    @app.shortcut("write")
    async def write(ack: Any, shortcut: Any, client: Any) -> None:
        await ack()
        await client.chat_postMessage(channel=shortcut["user"]["id"], text="In private")

    @app.event("app_home_opened")
    async def home(event: Any, client: Any) -> None:
        view = {"type": "home", "blocks": [section("Welcome")]}
        await client.views_publish(user_id=event["user"], view=view)

    return app


@asynccontextmanager
async def running(stage: Stage) -> AsyncIterator[AsyncSocketModeHandler]:
    token = stage.fake.app.app_token
    handler = AsyncSocketModeHandler(listening(stage), token, ping_interval=0.05)
    await handler.connect_async()
    await stage.fake.until(lambda: stage.fake.socket.connected)
    try:
        yield handler
    finally:
        await handler.close_async()


async def test_a_person_shares_something(stage: Stage) -> None:
    async with running(stage):
        await stage.ana.use(stage.room, "/word")
        await stage.fake.until(lambda: stage.ana.modal)
        done = await stage.ana.submit(words="much too long")
        assert done.errors == {"words": "Shorter, please"}
        assert (await stage.ana.submit(words="a & b")).acked
        assert stage.ana.modal is None
        await stage.fake.until(lambda: stage.ben.messages(stage.room))
        (seen,) = stage.ben.messages(stage.room)
        assert seen.words == "a & b"
        await stage.ben.press(seen, "Nod")
        await stage.fake.until(lambda: stage.ben.private())
        assert stage.ben.private()[0].words == "Thank you"
        await stage.ana.message_shortcut("Write to them", seen)
        await stage.fake.until(lambda: stage.ana.inbox())
        await stage.ana.open_home()
        await stage.fake.until(lambda: stage.ana.home)


async def test_a_client_replaces_its_connection(stage: Stage) -> None:
    async with running(stage):
        await stage.fake.socket.disconnect("refresh_requested")
        await stage.fake.until(lambda: stage.fake.socket.connected)
        assert (await stage.ana.use(stage.room, "/word")).acked
        stage.fake.socket.drop()
        await stage.fake.until(lambda: not stage.fake.socket.connected)
        await stage.fake.until(lambda: stage.fake.socket.connected)
        assert (await stage.ana.use(stage.room, "/word")).acked


async def test_a_client_without_pongs_connects_again(stage: Stage) -> None:
    stage.fake.deadline = 2.0
    async with running(stage):
        stage.fake.socket.withhold_pongs = True
        opened_before = len(stage.fake.traffic.of("apps.connections.open"))
        await stage.fake.until(
            lambda: len(stage.fake.traffic.of("apps.connections.open")) > opened_before
        )
        stage.fake.socket.withhold_pongs = False
        await stage.fake.until(lambda: stage.fake.socket.connected)


async def test_a_failing_address_is_asked_for_again(stage: Stage) -> None:
    async with running(stage):
        stage.fake.socket.open_fails("internal_error")
        stage.fake.socket.drop()
        await stage.fake.until(lambda: not stage.fake.socket.connected)
        await stage.fake.until(lambda: stage.fake.socket.connected)


async def test_a_bot_without_a_listener_is_told_to_the_person(stage: Stage) -> None:
    stage.fake.deadline = 0.05
    async with running(stage):
        done = await stage.ana.global_shortcut("Share")
        assert done.error == "operation_timeout"
