"""The same way on Slack, with the real bot: from the rooms to a share with answers under it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

from markupsafe import Markup

from tests.contract.chat import ANA, BEN, HANA, MO
from tests.contract.slack import SlackChat
from tests.drawing.slack_client import Window
from tests.drawing.walk import ANSWER, FIRST, SECOND, TYPED
from tests.houses import MONDAY


class Space(SlackChat):
    """A workspace as it is the moment the bot was added: no room is chosen."""

    @classmethod
    async def open(cls, url: str, folder: Path) -> Space:
        """Return a running chat; ``close`` ends it."""
        chat = cls(url, folder)
        await chat.fake.start()
        chat.fake.clock.forward(MONDAY.timestamp() - chat.fake.clock.now())
        chat.furnish()
        await chat.connect(MONDAY)
        return chat

    def furnish(self) -> None:
        """Make the workspace; nobody has invited the bot to the moderators' room yet."""
        self.workspace = self.fake.workspace("Second Start")
        self.support = self.fake.channel(self.workspace, "support")
        self.moderators = self.fake.channel(self.workspace, "moderators", private=True, bot=False)
        for who in (ANA, BEN, HANA, MO):
            rooms = [self.support, *([self.moderators] if who == MO else [])]
            self.people[who] = self.fake.person(
                who, self.workspace, display_name=who.title(), admin=who == MO, channels=rooms
            )


async def walk(
    url: str, folder: Path, drawer: type[Window] = Window
) -> AsyncIterator[tuple[str, str]]:
    """Yield every picture's name and its HTML."""
    chat = await Space.open(url, folder)
    window = drawer(chat.fake, chat.workspace)
    steps = {"set-up": _set_up, "rejection": _share, "room": _room, "home": _home}
    try:
        for name, step in steps.items():
            yield f"slack-{name}", window.page(await step(chat, window), 980)
    finally:
        await chat.close()


async def _set_up(chat: Space, window: Window) -> Markup:
    """Mo chooses the rooms: first one is without the bot, then the bot was invited."""
    mo = chat.people[MO]
    await chat.say_in(chat.moderators, MO, "/support set-up")
    assert mo.modal is not None
    for name, room in (("support", chat.support), ("moderators", chat.moderators)):
        mo.modal.fields[name].take(room, mo.sees)
    form = window.modal(mo.modal)
    await chat.submit(MO)
    seen = [window.message(mo.private()[-1])]
    await chat.pass_time(timedelta(minutes=2))
    chat.fake.world.join(chat.moderators, chat.workspace.bot_user_id)
    seen.append(window.added(chat.moderators, mo))
    await chat.say_in(chat.moderators, MO, "/support set-up")
    await chat.submit(MO)
    seen.append(window.message(mo.private()[-1]))
    return window.columns(form, window.channel(chat.moderators, seen))


async def _share(chat: Space, window: Window) -> Markup:
    """Ana shares a rejection."""
    ana = chat.people[ANA]
    await chat.pass_time(timedelta(minutes=44))
    await chat.say(ANA, "/rejection")
    assert ana.modal is not None
    for name, answer in TYPED.items():
        ana.modal.fields[name].take(answer, ana.sees)
    form = window.modal(ana.modal)
    await chat.submit(ANA)
    preview = window.channel(chat.support, [window.message(ana.private()[-1])])
    return window.columns(form, preview)


async def _room(chat: Space, window: Window) -> Markup:
    """Others nod and write, and the author answers."""
    await chat.press(ANA, "Post now")
    await chat.settle()
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
    mo = chat.people[MO]
    share = next(one for one in mo.messages(chat.support) if not one.ephemeral)
    replies = mo.thread(share)
    room = window.channel(chat.support, [window.message(share, replies)])
    thread = window.thread(chat.support, [window.message(one) for one in replies])
    return window.columns(room, thread)


async def _home(chat: Space, window: Window) -> Markup:
    """What the author has of the bot's: a page, and messages."""
    ana = chat.people[ANA]
    await chat.done(ana.open_home())
    assert ana.home is not None
    messages = [window.message(one) for one in ana.inbox()]
    return window.columns(window.home(ana.home), window.inbox(messages))
