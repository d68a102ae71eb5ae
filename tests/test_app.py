"""From an event to its method: commands with words, shortcuts, buttons, and what is refused."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Literal

import pytest

from bot.adapters.memory import Memory
from bot.app import Bot
from bot.cog import Cog, action, command
from bot.context import Context
from bot.ui import Card, Unfit
from bot.words import Ours, plain
from tests.houses import open_house

DESCRIBED = Ours("What a test needs")


@pytest.fixture(autouse=True)
def _described(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the commands of tests be described without a template."""
    for module in ("cog", "commands"):
        monkeypatch.setattr(f"bot.{module}.described", lambda word, **more: DESCRIBED)
    monkeypatch.setattr("bot.cog.command_button", lambda word: None)


@pytest.fixture
async def platform(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Memory]:
    """Give a platform with a cog that repeats what it was called with."""

    class Repeating(Cog, name="repeating"):
        """Says what it was called with."""

        @command("weekly")
        async def plain_word(self, ctx: Context) -> None:
            """Take nothing."""
            await ctx.reply(Card(text=Ours("weekly")))

        @command("weekly pause")
        async def sub_word(self, ctx: Context, weeks: int, why: str = "") -> None:
            """Take a number and the rest."""
            await ctx.reply(Card(text=Ours(f"pause {weeks} [{why}]")))

        @command("say")
        async def rest(self, ctx: Context, how: Literal["loud", "low"], what: str) -> None:
            """Take a word and the rest."""
            await ctx.reply(Card(text=Ours(f"{how} {what}")))

        @command("look-at", on_message=True)
        async def look_at(self, ctx: Context) -> None:
            """Take a message."""
            await ctx.reply(Card(text=Ours(f"at {ctx.about}")))

        @action
        async def number(self, ctx: Context, number: int) -> None:
            """Take a number."""
            await ctx.reply(Card(text=Ours(f"number {number}")))

    house, bot = await open_house(sqlite_url, tmp_path)
    bot.add(Repeating(bot))
    yield Memory(house, bot)
    await house.close()


async def said(platform: Memory, call: str, **more: Any) -> str:
    """Return what the bot answers."""
    await platform.event("ana", call, **more)
    return plain(platform.messages[-1].card.text)


async def test_a_command_with_a_sub_word_goes_before_the_one_without(platform: Memory) -> None:
    assert await said(platform, "/weekly") == "weekly"
    assert await said(platform, "/weekly", text="pause 3 I am away") == "pause 3 [I am away]"
    assert await said(platform, "/WEEKLY", text="  Pause 2 ") == "pause 2 []"


@pytest.mark.parametrize(
    ("call", "text"),
    [
        ("/weekly", "pause"),
        ("/weekly", "pause soon"),
        ("/weekly", "other"),
        ("/say", "shy x"),
        ("/say", "loud"),
    ],
)
async def test_words_that_do_not_fit_are_answered_with_how_to_write_it(
    platform: Memory, call: str, text: str
) -> None:
    answer = await said(platform, call, text=text)
    assert answer.startswith(f"Write it like this: {call}")


async def test_a_word_that_is_no_command_alone_says_which_words_follow(platform: Memory) -> None:
    for typed in ("", "nonsense"):
        answer = await said(platform, "/support", text=typed)
        assert answer == "Write it like this: /support check-ins | set-up"


async def test_the_last_word_takes_the_rest(platform: Memory) -> None:
    assert await said(platform, "/say", text="loud how are you") == "loud how are you"


async def test_a_shortcut_is_told_which_message(platform: Memory) -> None:
    assert await said(platform, ">look-at", about="m7") == "at m7"


@pytest.mark.parametrize(
    "call",
    [
        "",
        "/",
        ">",
        "/unknown",
        ">unknown",
        "unknown",
        "repeating",
        "repeating.",
        ".number",
        "repeating.number",
        "repeating.number:x",
        "repeating.number:1:2",
        "repeating.rest:loud:x",
        "repeating.__init__",
        "bot.card",
        "share.show:x",
        "share.preview",
        "reply.news:x",
        "a" * 500,
    ],
)
async def test_what_nobody_answers_is_said(platform: Memory, call: str) -> None:
    assert "I don't know that one." in await said(platform, call)


async def test_a_form_where_none_belongs_is_not_taken(platform: Memory) -> None:
    await platform.event("ana", "repeating.number:1", form={"words": "x"})
    assert "I don't know that one." in plain(platform.messages[-1].card.text)
    await platform.event("ana", "share.preview", form={})
    assert "Write a few words here." in plain(platform.messages[-1].card.text)


@pytest.mark.parametrize("word", ["", "Upper", "two words more", "x" * 33, "semi;colon"])
def test_a_word_no_platform_takes_fails_at_import(word: str) -> None:
    with pytest.raises(Unfit):
        command(word)


async def test_names_and_words_are_taken_once(platform: Memory) -> None:
    bot: Bot = platform.bot

    class Other(Cog, name="other"):
        """Wants a word that is taken."""

        @command("weekly")
        async def mine(self, ctx: Context) -> None:
            """Take nothing."""

    with pytest.raises(ValueError, match="two commands 'weekly'"):
        bot.add(Other(bot))
    with pytest.raises(ValueError, match="two cogs named 'other'"):
        bot.add(Other(bot))
