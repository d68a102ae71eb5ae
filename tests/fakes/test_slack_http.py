import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qs

import pytest
from aiohttp import web
from slack_bolt.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.slack import FakeSlack
from tests.fakes.slack_stage import Stage, buttons, manifest, opened


class Listener:
    """A bot that only writes down what it hears."""

    def __init__(self) -> None:
        self.heard: list[tuple[dict[str, str], bytes]] = []
        self.statuses: list[int] = []
        """What to answer with, one after the other; then 200."""
        self.body: Any = None
        self.headers: dict[str, str] = {}
        self.seconds = 0.0

    async def hear(self, request: web.Request) -> web.Response:
        raw = await request.read()
        self.heard.append((dict(request.headers), raw))
        await asyncio.sleep(self.seconds)
        status = self.statuses.pop(0) if self.statuses else 200
        if self.body is None:
            return web.Response(status=status, headers=self.headers)
        return web.json_response(self.body, status=status)

    @property
    def last(self) -> dict[str, Any]:
        raw = self.heard[-1][1].decode()
        if raw.startswith("{"):
            return dict(json.loads(raw))
        fields = {key: value[0] for key, value in parse_qs(raw).items()}
        return dict(json.loads(fields["payload"])) if "payload" in fields else fields


@asynccontextmanager
async def serving(app: web.Application) -> AsyncIterator[str]:
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@pytest.fixture
async def bot() -> Listener:
    return Listener()


@pytest.fixture
async def stage(bot: Listener) -> AsyncIterator[Stage]:
    app = web.Application()
    app.router.add_route("*", "/slack", bot.hear)
    async with serving(app) as host, opened(url=f"{host}/slack") as made:
        yield made


async def test_everything_is_signed(stage: Stage, bot: Listener) -> None:
    await stage.post(buttons("Nod"))
    await stage.ana.use(stage.room, "/word", "hi")
    assert bot.last["text"] == "hi"
    await stage.ana.press(stage.ana.messages(stage.room)[0], "Nod")
    assert bot.last["type"] == "block_actions"
    await stage.ana.open_home()
    assert bot.last["event"]["type"] == "app_home_opened"
    verifier = SignatureVerifier(stage.fake.app.signing_secret)
    assert all(verifier.is_valid_request(raw, headers) for headers, raw in bot.heard)
    stage.fake.http.skew = -400
    await stage.ana.use(stage.room, "/word")
    headers, raw = bot.heard[-1]
    assert not verifier.is_valid_request(raw, headers)


async def test_a_request_can_be_replayed_and_forged(stage: Stage, bot: Listener) -> None:
    await stage.ana.use(stage.room, "/word")
    again = await stage.fake.http.replay()
    assert again.status == 200
    assert bot.heard[0][1] == bot.heard[1][1]
    body = b"command=/word"
    headers = stage.fake.http.signed(body, "application/x-www-form-urlencoded", secret="no")  # noqa: S106
    await stage.fake.http.send(again.url, body, headers)
    verifier = SignatureVerifier(stage.fake.app.signing_secret)
    assert not verifier.is_valid_request(bot.heard[-1][1], bot.heard[-1][0])


async def test_an_answer_may_be_a_message(stage: Stage, bot: Listener) -> None:
    bot.body = {"text": "only you"}
    await stage.ana.use(stage.room, "/word")
    assert [one.words for one in stage.ana.private()] == ["only you"]


async def test_a_wrong_status_and_silence_are_told(stage: Stage, bot: Listener) -> None:
    bot.statuses = [500]
    done = await stage.ana.use(stage.room, "/word")
    assert (done.acked, done.status) == (False, 500)
    assert "dispatch_unknown_error" in done.error
    stage.fake.deadline, bot.seconds = 0.05, 0.1
    done = await stage.ana.use(stage.room, "/word")
    assert "operation_timeout" in done.error


async def test_events_come_again_at_once_after_one_minute_and_after_five(
    stage: Stage, bot: Listener
) -> None:
    bot.statuses = [500, 500, 500, 500]
    await stage.ana.open_home()
    retries = stage.fake.http.retry_due
    assert (len(bot.heard), await retries()) == (2, 0)
    stage.fake.clock.forward(60)
    assert await retries() == 1
    stage.fake.clock.forward(300)
    assert await retries() == 1
    stage.fake.clock.forward(3600)
    assert await retries() == 0
    numbers = [headers.get("X-Slack-Retry-Num") for headers, _ in bot.heard]
    assert numbers == [None, "1", "2", "3"]
    assert bot.heard[1][0]["X-Slack-Retry-Reason"] == "http_error"


async def test_the_bot_may_ask_for_no_other_try(stage: Stage, bot: Listener) -> None:
    bot.statuses, bot.headers = [500], {"X-Slack-No-Retry": "1"}
    await stage.ana.open_home()
    stage.fake.clock.forward(3600)
    assert (len(bot.heard), await stage.fake.http.retry_due()) == (1, 0)


async def test_a_bot_that_is_not_there_is_told(stage: Stage) -> None:
    stage.fake.configure(manifest("http://127.0.0.1:9/slack"))
    done = await stage.ana.use(stage.room, "/word")
    assert "dispatch_failed" in done.error


@asynccontextmanager
async def bolt(fake: FakeSlack, token: str) -> AsyncIterator[AsyncApp]:
    client = AsyncWebClient(token=token, base_url=fake.api)
    app = AsyncApp(client=client, signing_secret=fake.app.signing_secret)
    async with serving(app.web_app()) as host:
        fake.configure(manifest(f"{host}/slack/events"))
        yield app


async def test_bolt_is_reached_over_http(stage: Stage) -> None:
    async with bolt(stage.fake, stage.space.bot_token) as app:

        @app.command("/word")
        async def word(ack: Any, respond: Any) -> None:
            await ack()
            await respond("Thank you")

        assert (await stage.ana.use(stage.room, "/word")).acked
        await stage.fake.until(lambda: stage.ana.private())
        assert stage.ana.private()[0].words == "Thank you"
        assert await stage.fake.http.verify_url()
        assert await stage.fake.http.ssl_check(post=True) == [200]
        stage.fake.http.skew = -400
        assert (await stage.ana.use(stage.room, "/word")).status == 401
        stage.fake.http.skew = 0
        other = b"ssl_check=0"
        headers = stage.fake.http.signed(other)
        assert stage.fake.http.last is not None
        url = stage.fake.http.last.url
        assert (await stage.fake.http.send(url, b"other=1", headers)).status == 401


async def test_the_address_must_know_its_challenge(stage: Stage, bot: Listener) -> None:
    assert not await stage.fake.http.verify_url()
    bot.statuses = [404]
    assert not await stage.fake.http.verify_url()
    assert await stage.fake.http.ssl_check() == [200]
