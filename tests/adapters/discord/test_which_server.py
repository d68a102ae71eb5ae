"""Commands and buttons in direct messages, where nothing says which server they are about."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.people import Room
from tests.adapters.discord.tools import space_of
from tests.contract.chat import ANA, BEN
from tests.contract.discord import DiscordChat
from tests.contract.steps import TYPED, replied, shared
from tests.fakes.discord.shown import Shown


class TwoServers(DiscordChat):
    """Ana and Ben are in a second server as well."""

    def furnish(self) -> None:
        """Make both."""
        super().furnish()
        world = self.fake.world
        self.other = world.add_guild("Other *Place*")
        self.other_room = world.add_channel(self.other, "elsewhere")
        for who in (ANA, BEN):
            world.add_member(self.other, self.people[who].user)

    async def choose_other(self) -> None:
        """Choose the other server's room."""
        space = await space_of(self, self.other)
        handle = self.house.rooms.handle(space, self.other_room["id"])
        await self.house.rooms.choose(space, {Room.SUPPORT: handle})

    async def share_there(self) -> None:
        """Let Ana share something in the other server."""
        ana = self.people[ANA]
        await self.say_in(self.other_room, ANA, "/rejection")
        await self.submit(ANA, **TYPED | {"happened": "Told elsewhere."})
        await self._done(ana.press(ana.private()[-1], "Post now"))
        await self.settle()

    async def direct(self, who: str, words: str) -> list[Shown]:
        """Type a command in the direct messages; return what is new there."""
        person = self.people[who]
        place = person.open_dm()
        before = {one.id for one in person.messages(place)}
        await self.say_in(place, who, words)
        return [one for one in person.messages(place) if one.id not in before]


@pytest.fixture
async def chat(sqlite_url: str, tmp_path: Path) -> AsyncIterator[TwoServers]:
    """Give both servers, each with a room."""
    chat = await TwoServers.start(sqlite_url, tmp_path)
    assert isinstance(chat, TwoServers)
    chat.fake.interactions.deadline = 10.0
    await chat.choose_other()
    yield chat
    await chat.close()


def texts(channel: Any, chat: TwoServers) -> list[str]:
    """Return what stands in a room."""
    return [one.words for one in chat.people[BEN].messages(channel)]


async def test_before_the_bot_ever_wrote_it_cannot_tell_and_says_so(chat: TwoServers) -> None:
    (answer,) = await chat.direct(ANA, "/rejection these words are not lost")
    assert "From here I can't tell which server" in answer.words
    assert "these words are not lost" in answer.words
    assert not answer.buttons
    assert answer.ephemeral


async def test_with_one_server_the_command_just_works(chat: TwoServers) -> None:
    await shared(chat)
    await chat.direct(ANA, "/rejection")
    await chat.submit(ANA, **TYPED | {"happened": "Told in private."})
    ana = chat.people[ANA]
    await chat._done(ana.press(ana.private()[-1], "Post now"))
    await chat.settle()
    assert any("Told in private." in text for text in texts(chat.support, chat))
    assert not texts(chat.other_room, chat)


async def test_with_two_servers_it_asks_and_the_answer_decides(chat: TwoServers) -> None:
    await shared(chat)
    await chat.share_there()
    (question,) = await chat.direct(ANA, "/rejection these words are not lost")
    assert "Which of your servers" in question.words
    assert "these words are not lost" in question.words
    assert [one.label for one in question.buttons] == ["Other *Place*", "Second Start"]
    ana = chat.people[ANA]
    await chat._done(ana.press(question, "Other *Place*"))
    await chat.submit(ANA, **TYPED | {"happened": "Chosen."})
    await chat._done(ana.press(ana.private()[-1], "Post now"))
    await chat.settle()
    assert any("Chosen." in text for text in texts(chat.other_room, chat))
    assert not any("Chosen." in text for text in texts(chat.support, chat))


async def test_a_sub_word_survives_the_question(chat: TwoServers) -> None:
    await shared(chat)
    await chat.share_there()
    (question,) = await chat.direct(ANA, "/privacy forget")
    ana = chat.people[ANA]
    await chat._done(ana.press(question, "Second Start"))
    assert "Yes, forget me" in [one.label for one in ana.private()[-1].buttons]


async def test_every_button_in_a_direct_message_finds_its_server(chat: TwoServers) -> None:
    await shared(chat)
    await chat.share_there()
    ana = chat.people[ANA]
    here, there = ana.inbox()
    await chat._done(ana.press(here, "Delete it"))
    await chat._done(ana.press(ana.private()[-1], "Yes, delete it"))
    await chat.settle()
    assert "Removed by its author." in texts(chat.support, chat)[0]
    assert "Told elsewhere." in texts(chat.other_room, chat)[0]
    await chat._done(ana.press(there, "Close it"))
    await chat.settle()
    assert "The author has closed this one." in texts(chat.other_room, chat)[0]


async def test_a_form_from_a_direct_message_finds_its_server_after_a_restart(
    chat: TwoServers,
) -> None:
    await chat.share_there()
    await shared(chat)
    await replied(chat)
    await chat.pass_time(timedelta(hours=1))
    await chat.press(ANA, "Answer as the author")
    await chat.restart()
    await chat.submit(ANA, words="From the direct messages.")
    await chat.settle()
    assert any("From the direct messages." in one.text for one in await chat.room(BEN))


async def test_try_again_in_a_direct_message_keeps_the_words_and_the_server(
    chat: TwoServers,
) -> None:
    await chat.share_there()
    await shared(chat)
    await replied(chat)
    await chat.pass_time(timedelta(hours=1))
    await chat.press(ANA, "Answer as the author")
    await chat.submit(ANA, words="x" * 1300)
    ana = chat.people[ANA]
    await chat._done(ana.press(ana.private()[-1], "Try again"))
    form = await chat.form(ANA)
    assert form is not None
    assert form.values["words"] == "x" * 1300
    await chat.submit(ANA, words="Shorter.")
    await chat.settle()
    assert any("Shorter." in one.text for one in await chat.room(BEN))


async def test_who_left_the_server_can_delete_but_not_post(chat: TwoServers) -> None:
    await shared(chat)
    await replied(chat)
    await chat.pass_time(timedelta(hours=1))
    ana = chat.people[ANA]
    chat.fake.world.remove_member(chat.guild, ana.id)
    receipt, news = ana.inbox()
    await chat._done(ana.press(news, "Answer as the author"))
    assert ana.modal is None
    assert "You aren't in that space any more" in ana.private()[-1].words
    await chat._done(ana.press(news, news.buttons[0].custom_id))
    assert "You aren't in that space any more" in ana.private()[-1].words
    await chat._done(ana.press(receipt, "Delete it"))
    await chat._done(ana.press(ana.private()[-1], "Yes, delete it"))
    await chat.settle()
    assert "Removed by its author." in texts(chat.support, chat)[0]


async def test_a_form_whose_server_is_forgotten_gives_the_words_back(chat: TwoServers) -> None:
    await shared(chat)
    await replied(chat)
    await chat.pass_time(timedelta(hours=1))
    await chat.press(ANA, "Answer as the author")
    space = await space_of(chat)
    await chat.house.spaces.delete(space.id)
    await chat.submit(ANA, words="Not lost.")
    assert "Not lost." in chat.people[ANA].private()[-1].words


async def test_who_uses_the_bot_where_is_in_no_table(chat: TwoServers) -> None:
    """The direct messages themselves say it: with them gone, nothing does."""
    await shared(chat)
    ana = chat.people[ANA]
    assert ana.dm is not None
    for message in ana.inbox():
        chat.fake.messages.remove(chat.fake.messages.by_id[message.id])
    (answer,) = await chat.direct(ANA, "/comeback")
    assert "From here I can't tell which server" in answer.words


async def test_set_up_is_not_offered_in_direct_messages(chat: TwoServers) -> None:
    ana = chat.people[ANA]
    offered = chat.fake.commands.offered(ana.id, ana.open_dm())
    assert {one["name"] for one in offered} == {
        *("checkin", "comeback", "draft", "privacy", "rejection"),
    }
