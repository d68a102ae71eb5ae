"""What a bot on slack-bolt costs that does nothing: it acknowledges one command.

A program of its own: ``AsyncApp`` as its documentation sets it up, on its own server or its own
Socket Mode handler. With ``before`` it does everything before it answers.
"""

from __future__ import annotations

import asyncio
import os
import sys

from aiohttp import web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient


def made(*, before: bool) -> AsyncApp:
    """Return the app; only where Slack's API is differs from its stock set-up."""
    token = os.environ["COMEBACK_SLACK_BOT_TOKEN"]
    app = AsyncApp(
        token=token,
        signing_secret=os.environ.get("COMEBACK_SLACK_SIGNING_SECRET"),
        client=AsyncWebClient(token, base_url=os.environ["SLACK_API_URL"]),
        process_before_response=before,
    )

    @app.command("/comeback")
    async def page(ack: AsyncAck) -> None:
        await ack()

    return app


async def _connected(app: AsyncApp) -> None:
    handler = AsyncSocketModeHandler(app, os.environ["COMEBACK_SLACK_APP_TOKEN"])
    await handler.connect_async()
    _started()
    await asyncio.Event().wait()


def _served(app: AsyncApp) -> None:
    server = app.server(int(os.environ["COMEBACK_PORT"]), "/slack/events", "127.0.0.1")

    async def started(application: web.Application) -> None:
        _started()

    server.web_app.on_startup.append(started)
    server.start()


def _started() -> None:
    print("slack.ready bot.started", file=sys.stderr, flush=True)


async def _by_socket(*, before: bool) -> None:
    await _connected(made(before=before))


if __name__ == "__main__":
    before = "before" in sys.argv
    if "COMEBACK_SLACK_APP_TOKEN" in os.environ:
        asyncio.run(_by_socket(before=before))
    else:
        _served(made(before=before))
