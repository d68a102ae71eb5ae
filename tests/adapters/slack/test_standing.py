"""Who may do what: admins, who is in the moderators' room, and who is gone."""

from __future__ import annotations

import pytest

from bot.people import Room, Standing
from tests.adapters.slack.test_rooms import choose, standing, throw_out
from tests.adapters.slack.tools import space_of
from tests.contract.chat import ANA, MO
from tests.contract.slack import SlackChat

MEMBERS = "conversations.members"


@pytest.fixture
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the bot ask Slack each time, as it does after a minute."""
    monkeypatch.setattr("bot.adapters.slack.channels._REMEMBERED", 0.0)


async def test_who_is_in_the_moderators_room_moderates_and_who_left_does_not(
    chat: SlackChat, forgetful: None
) -> None:
    assert (await standing(chat, MO)) == Standing(here=True, moderates=True, sets_up=True)
    assert (await standing(chat, ANA)) == Standing(here=True, moderates=False, sets_up=False)
    chat.people[ANA].join(chat.moderators)
    assert (await standing(chat, ANA)).moderates
    chat.people[ANA].leave(chat.moderators)
    assert not (await standing(chat, ANA)).moderates
    chat.people[ANA].deactivate()
    assert (await standing(chat, ANA)) == Standing(here=False)
    throw_out(chat, chat.moderators)
    assert not (await standing(chat, MO)).moderates, "the bot cannot see who is in there"


async def test_a_large_moderators_room_is_read_to_its_end_and_once_a_minute(
    chat: SlackChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.adapters.slack.channels._PAGE", 2)
    crowd = [chat.fake.person(f"m{n}", chat.workspace) for n in range(5)]
    for one in crowd:
        one.join(chat.moderators)
    for one in crowd:
        assert (await chat.bot.standing(await chat.member(one.id))).moderates
    assert len(chat.fake.traffic.of(MEMBERS)) == 4


async def test_somebody_who_was_never_there_is_not_here(chat: SlackChat) -> None:
    assert not (await chat.bot.standing(await chat.member("U0NOBODY00"))).here


async def test_the_people_in_a_room_are_counted_without_the_bot(
    chat: SlackChat, forgetful: None
) -> None:
    space, platform = await space_of(chat), chat.app.platform
    assert await platform.people_in(space, Room.SUPPORT) == 4
    assert await platform.people_in(space, Room.MODERATORS) == 1
    await choose(chat, {Room.MODERATORS: chat.moderators["id"]})
    assert await platform.people_in(space, Room.SUPPORT) is None
    throw_out(chat, chat.moderators)
    assert await platform.people_in(space, Room.MODERATORS) is None
