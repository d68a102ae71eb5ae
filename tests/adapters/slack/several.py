"""A bot that anybody may add to their workspace, and two workspaces that could."""

from __future__ import annotations

from typing import Any

import aiohttp
from sqlalchemy import select
from yarl import URL

from bot.people import Room
from tests.adapters.slack.tools import space_of
from tests.contract.chat import MO
from tests.contract.slack import SlackChat
from tests.contract.steps import TYPED
from tests.fakes.slack import Person, Workspace

OTHER = "zoe"
"""An admin of another workspace."""


class Several(SlackChat):
    """A bot that anybody may add: over HTTP, with OAuth."""

    over_http = True

    def furnish(self) -> None:
        super().furnish()
        self.second = self.fake.workspace("Third Start")
        self.second_support = self.fake.channel(self.second, "help")
        self.people[OTHER] = self.fake.person(
            f"canary-{OTHER}", self.second, admin=True, channels=[self.second_support]
        )

    def settings(self) -> dict[str, str]:
        app = self.fake.app
        return {
            "COMEBACK_SLACK_SIGNING_SECRET": app.signing_secret,
            "COMEBACK_SLACK_CLIENT_ID": app.client_id,
            "COMEBACK_SLACK_CLIENT_SECRET": app.client_secret,
            "COMEBACK_PORT": "0",
            "SLACK_API_URL": self.fake.api,
        }

    @property
    def page(self) -> str:
        """Return the address of the page that adds it."""
        return f"http://127.0.0.1:{self.health.port}/slack/install"

    async def add(self, who: str = MO, **more: Any) -> tuple[int, str]:
        """Let somebody add the bot to their workspace."""
        return await self.people[who].authorize(self.page, **more)

    async def look(self, address: str = "", **more: Any) -> tuple[int, str, dict[str, str]]:
        """Open a page of the bot's; return status, text and headers."""
        async with (
            aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session,
            session.get(URL(address or self.page, encoded=True), **more) as answer,
        ):
            return answer.status, await answer.text(), dict(answer.headers)


async def rows(chat: SlackChat, table: Any) -> list[Any]:
    """Return all rows of a table."""
    async with chat.house.store.reading() as db:
        return list((await db.execute(select(table))).all())


async def at(chat: Several, workspace: Workspace, channel: Any) -> None:
    """Choose the support room of a workspace."""
    space = await space_of(chat, workspace)
    handle = chat.house.rooms.handle(space, channel["id"])
    await chat.house.rooms.choose(space, {Room.SUPPORT: handle})


async def shares_in(chat: Several, who: str, channel: Any) -> None:
    """Let somebody share a rejection in a channel."""
    await chat.say_in(channel, who, "/rejection")
    await chat.submit(who, **TYPED)
    person = chat.people[who]
    await chat.done(person.press(person.private()[-1], "Post now"))
    await chat.settle()


def answers(person: Person) -> list[str]:
    """Return the private answers somebody sees."""
    return [one.words for one in person.private()]
