"""A prefix for all commands: our texts name them so, and nobody else's words are touched."""

from __future__ import annotations

import pytest

from bot.people import Room
from bot.platform import Event, Responder
from bot.ui import Card, Quote
from bot.words import Ours
from tests.adapters.slack.conftest import Start
from tests.adapters.slack.tools import space_of
from tests.contract.chat import ANA, BEN, MO
from tests.contract.slack import SlackChat, SlackOverHttp
from tests.contract.steps import TYPED, replied

THEIRS = "I wrote /rejection and /cb-privacy file, </comeback>, /support set-up."


class Prefixed(SlackChat):
    """A workspace where somebody else has these words."""

    def settings(self) -> dict[str, str]:
        return super().settings() | {"COMEBACK_SLACK_PREFIX": "cb-"}


class PrefixedOverHttp(Prefixed, SlackOverHttp):
    """The same over HTTP."""


@pytest.mark.parametrize("kind", [Prefixed, PrefixedOverHttp])
async def test_everything_works_by_its_new_name(start: Start, kind: type[SlackChat]) -> None:
    chat = await start(kind)
    assert all(word.startswith("/cb-") for word in chat.fake.app.set_up.commands)
    await chat.say(ANA, "/cb-rejection")
    await chat.submit(ANA, **TYPED | {"happened": THEIRS})
    assert THEIRS in (await chat.last(ANA)).text
    await chat.press(ANA, "Post now")
    await chat.settle()
    await replied(chat, THEIRS)
    post, reply = await chat.room(BEN)
    assert THEIRS in post.text
    assert THEIRS in reply.text
    await chat.say(MO, "/cb-support set-up")
    assert await chat.form(MO) is not None
    await chat.say(BEN, "/cb-privacy forget")
    assert "No, leave it" in (await chat.last(BEN)).buttons
    await chat.say(BEN, "/cb-comeback")
    await chat.press(BEN, "Who can see what")
    assert (await chat.last(BEN)).buttons


async def test_our_texts_name_commands_as_they_are_called_here(start: Start) -> None:
    chat = await start(Prefixed)

    async def tells(event: Event, responder: Responder) -> None:
        card = Card(
            title=Ours("About /rejection"),
            text=Ours("Write /privacy file, or `/comeback`: not /tmp/privacy, https://a.b/privacy "
                      "or /privacyful, nor %s.") % THEIRS,
            note=Ours("/support set-up is for %s.") % "/support",
            quotes=(Quote(THEIRS, "/rejection"),),
        )  # fmt: skip
        await responder.reply(card)

    chat.bot.handle = tells  # type: ignore[method-assign]
    await chat.say(ANA, "/cb-comeback")
    (shown,) = chat.people[ANA].private()
    assert shown.words == (
        "About /cb-rejection\n"
        "Write /cb-privacy file, or /cb-comeback: not /tmp/privacy, https://a.b/privacy "
        f"or /privacyful, nor {THEIRS}.\n"
        f"/rejection\n{THEIRS}\n"
        "/cb-support set-up is for /support."
    )
    assert "/cb-privacy file" in shown.fallback
    assert shown.live == []


async def test_a_command_without_the_prefix_is_somebody_elses(start: Start) -> None:
    chat = await start(Prefixed)
    await chat.say(ANA, "/cb-nonsense")
    unknown = (await chat.last(ANA)).text
    assert "/cb-comeback shows everything" in unknown
    await chat.say(ANA, "/rejection")
    assert (await chat.last(ANA)).text == unknown
    assert await chat.form(ANA) is None


async def test_what_is_lacking_is_told_with_the_prefix(start: Start) -> None:
    chat = await start(Prefixed)
    space = await space_of(chat)
    await chat.house.rooms.choose(
        space, {Room.MODERATORS: chat.house.rooms.handle(space, chat.moderators["id"])}
    )
    await chat.say(ANA, "/cb-rejection")
    assert "/cb-support set-up" in (await chat.last(ANA)).text
