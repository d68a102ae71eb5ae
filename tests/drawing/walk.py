"""The whole way, with the real bot: from the invitation to a share with answers under it."""

from __future__ import annotations

import asyncio
import base64
import os
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Final

from markupsafe import Markup

from tests.contract.chat import ANA, BEN, HANA, MO
from tests.contract.discord import DiscordChat
from tests.drawing.client import Window
from tests.fakes.discord.permissions import MANAGE_GUILD, VIEW_CHANNEL
from tests.houses import MONDAY

HERE: Final = Path(__file__).parent.parent.parent

ANNOUNCEMENT: Final = """\
When a rejection comes, you can share it in #support without your name: type `/rejection`, \
look at the preview, post it. People can nod or write to you, and you can answer, still unnamed.
Nobody here is shown who wrote what, moderators included. Discord itself sees what you type. \
Whoever runs the bot could find out: for 30 days with its key, later only through the receipt \
in your direct messages. How you write can give you away, too.
`/privacy show` says who can see what, `/privacy forget` deletes what was yours in the last \
30 days. We are peers here and no crisis service."""
"""What the README offers to be pasted, and what Mo pastes here."""

HAPPENED: Final = """\
Five rounds, a task that took my weekend, and then two lines from hiring@northwind.example: \
somebody internal. I had already told my mother it looked good."""
TYPED: Final = {
    "happened": HAPPENED,
    "stage": "final",
    "need": "me_too",
    "feeling": "Embarrassed, mostly.",
    "field": "product design",
}
FIRST: Final = """\
Five rounds and then somebody from inside happened to me in March. \
It says a lot about their process and very little about your work."""
SECOND: Final = "I told my whole family once, too. They only remember that I got that far."
ANSWER: Final = "Thank you both. I rang her. She wanted to know whether I had eaten."


class Server(DiscordChat):
    """A server as it is the moment the bot was added: no room is chosen."""

    @classmethod
    async def open(cls, url: str, folder: Path) -> Server:
        """Return a running chat; ``close`` ends it."""
        chat = cls(url, folder)
        await chat.fake.start()
        chat.fake.clock.forward(MONDAY.timestamp() - chat.fake.clock.now())
        chat.furnish()
        await chat.connect(MONDAY)
        return chat

    def furnish(self) -> None:
        """Make the server; the moderators' room is still closed to the bot."""
        world = self.fake.world
        world.bot["username"] = "Comeback"
        # A real token begins with the application's id, from which the invitation is made.
        self.fake.token = f"{base64.b64encode(world.app_id.encode()).decode()}.of.the-fake"
        self.guild = world.add_guild("Second Start")
        self.support = world.add_channel(self.guild, "support")
        role = world.add_role(self.guild, "moderators", MANAGE_GUILD)
        self.moderators = world.add_channel(self.guild, "moderators", only=[role])
        for who in (ANA, BEN, HANA, MO):
            roles = [role] if who == MO else []
            self.people[who] = self.fake.person(
                who, self.guild, roles=roles, global_name=who.title()
            )


async def walk(url: str, folder: Path) -> AsyncIterator[tuple[str, str]]:
    """Yield every picture's name and its HTML."""
    chat = await Server.open(url, folder)
    window = Window(chat.fake)
    try:
        typed = "comeback invite discord"
        printed = await _printed(typed, COMEBACK_DISCORD_TOKEN=chat.fake.token)
        yield "invite", window.page(window.terminal(typed, printed), 860)
        async for picture in _set_up(chat, window):
            yield picture
        async for picture in _share(chat, window):
            yield picture
        yield "room", window.page(await _room(chat, window), 1040)
        yield "inbox", window.page(await _inbox(chat, window), 640)
    finally:
        await chat.close()


async def _printed(typed: str, **environment: str) -> str:
    """Return what a command of the bot's prints."""
    words = [sys.executable, "-m", "bot", *typed.split()[1:]]
    plain = {key: value for key, value in os.environ.items() if not key.startswith("COMEBACK_")}
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *words, cwd=HERE, env=plain | environment, stdout=pipe
    )
    printed, _ = await process.communicate()
    assert process.returncode == 0
    return printed.decode()


async def _set_up(chat: Server, window: Window) -> AsyncIterator[tuple[str, str]]:
    """Mo sets the server up: first the bot lacks something, then it has it."""
    mo = chat.people[MO]
    rooms = {"support": chat.support["id"], "moderators": chat.moderators["id"]}
    await chat.say_in(chat.moderators, MO, "/support set-up")
    assert mo.modal is not None
    for name, room in rooms.items():
        mo.modal.field(name).take(room)
    form = window.modal(mo.modal)
    await chat.submit(MO)
    first = mo.private()[-1]
    await chat.pass_time(timedelta(minutes=2))
    bot_role = next(one for one in chat.guild["roles"] if one["managed"])
    chat.fake.world.overwrite(chat.moderators, bot_role, allow=VIEW_CHANNEL)
    await chat.say_in(chat.moderators, MO, "/support set-up")
    await chat.submit(MO)
    messages = [window.message(one) for one in (first, mo.private()[-1])]
    checks = window.channel(chat.moderators, messages)
    yield "set-up", window.page(window.columns(form, checks), 1040)


async def _share(chat: Server, window: Window) -> AsyncIterator[tuple[str, str]]:
    """Mo tells the members, and Ana shares a rejection."""
    ana, mo = chat.people[ANA], chat.people[MO]
    await chat.pass_time(timedelta(minutes=3))
    told = mo.write(chat.support, ANNOUNCEMENT.replace("#support", f"<#{chat.support['id']}>"))
    picker = window.picker(ana, chat.support)
    body = window.channel(chat.support, [window.message(told), picker], "/")
    yield "commands", window.page(body, 700)
    await chat.pass_time(timedelta(minutes=41))
    await chat.say(ANA, "/rejection")
    assert ana.modal is not None
    for name, answer in TYPED.items():
        ana.modal.field(name).take(answer)
    form = window.modal(ana.modal)
    await chat.submit(ANA)
    preview = window.channel(chat.support, [window.message(ana.private()[-1])])
    yield "rejection", window.page(window.columns(form, preview), 1040)
    await chat.press(ANA, "Post now")
    await chat.settle()


async def _room(chat: Server, window: Window) -> Markup:
    """Others nod and write, and the author answers."""
    await chat.pass_time(timedelta(minutes=12))
    await chat.press(HANA, "I've been there")
    await chat.press(MO, "♥")
    for who, words, sign in ((BEN, FIRST, "pseudonym"), (HANA, SECOND, "mention")):
        await chat.press(who, "Write to them")
        await chat.submit(who, words=words, sign=sign)
        await chat.pass_time(timedelta(minutes=7))
    await chat.press(ANA, "Answer as the author")
    await chat.submit(ANA, words=ANSWER)
    await chat.pass_time(timedelta(minutes=1))
    ben = chat.people[BEN]
    share = next(one for one in ben.messages(chat.support) if one.author == chat.fake.world.app_id)
    thread = ben.thread(share)
    assert thread is not None
    room = window.channel(chat.support, [window.message(share, thread)])
    written = [window.message(one) for one in ben.messages(thread) if one.raw["type"] != 21]
    return window.columns(room, window.channel(thread, written))


async def _inbox(chat: Server, window: Window) -> Markup:
    """What the author has in their direct messages."""
    ana = chat.people[ANA]
    assert ana.dm is not None
    found = [one for one in ana.inbox() if not one.ephemeral]
    return window.channel(ana.dm, [window.message(one) for one in found])
