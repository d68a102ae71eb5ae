"""Who can be chosen on Slack, and where it says they are."""

from __future__ import annotations

import pytest

from bot import Cog, Context, Field, Form, action
from tests.adapters.slack.tools import space_of
from tests.contract.chat import ANA, BEN
from tests.contract.slack import SlackChat

INFO = "users.info"


class Asked(Form, words="share/rejection"):
    """Somebody, and perhaps somebody else."""

    need = Field(person=True)
    feeling = Field(person=True, optional=True)


class Picks(Cog, name="picks"):
    """Keeps whoever was chosen."""

    @action
    async def open(self, ctx: Context) -> None:
        """Open the form."""
        await ctx.ask(Asked(), self.take)

    @action
    async def take(self, ctx: Context, form: Asked) -> None:
        """Keep the handles."""
        self.chosen = form.need, form.feeling


async def test_the_bot_itself_is_nobody(chat: SlackChat) -> None:
    picks, me = Picks(chat.bot), chat.workspace.bot_user_id
    chat.bot.add(picks)
    await chat.say(ANA, "/privacy")
    await chat.guess(ANA, "picks.open")
    await chat.submit(ANA, need=me)
    form = await chat.form(ANA)
    assert form is not None
    assert "Choose somebody" in form.faults["need"]
    await chat.submit(ANA, need=BEN, feeling=me)
    need, feeling = picks.chosen
    assert feeling == ""
    chosen = await chat.bot.person(await space_of(chat), need)
    assert chosen == await chat.member(chat.person(BEN))


async def test_who_has_no_zone_has_none(chat: SlackChat) -> None:
    ana = await chat.member(chat.person(ANA))
    assert await chat.bot.zone(ana) == "Europe/Berlin"
    chat.people[ANA].zone = None
    assert await chat.bot.zone(ana) is None
    assert await chat.bot.zone(await chat.member("U0NOBODY00")) is None


async def test_a_slack_that_does_not_answer_keeps_nobody_waiting(
    chat: SlackChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.adapters.slack.platform._GLANCE", 0.01)
    ana = await chat.member(chat.person(ANA))
    chat.fake.faults.slow(INFO, 0.2)
    assert await chat.bot.zone(ana) is None
    chat.fake.faults.clear()
    chat.fake.faults.lose(INFO, times=None)
    assert await chat.bot.zone(ana) is None
    chat.fake.faults.clear()
    chat.fake.faults.limit(INFO, 30)
    assert await chat.bot.zone(ana) is None
