"""Whether the bot is still in its one workspace: at the start, and whatever Slack tells of it."""

from __future__ import annotations

import base64
from datetime import timedelta
from functools import partial

import pytest

from bot import running
from bot.cli import serving
from bot.clock import StoppedClock
from bot.doctor import Finding
from bot.errors import StartFailure
from bot.settings import Settings, load
from bot.store.schema import metadata
from bot.store.tables import shares, spaces
from tests.adapters.slack.pauses import Paused
from tests.adapters.slack.several import rows
from tests.adapters.slack.tools import answered, space_of
from tests.contract.chat import ANA
from tests.contract.slack import NAME, SlackChat
from tests.contract.steps import shared
from tests.houses import ROOT, open_house

GONE = "app_uninstalled"
WRONG = "xoxb-1-2-wrong"


def settings_of(chat: SlackChat, **more: str) -> Settings:
    """Return the settings somebody would start this bot with."""
    root = base64.urlsafe_b64encode(ROOT).decode().rstrip("=")
    where = {"COMEBACK_DATABASE_URL": chat.url, "COMEBACK_FOLDER": str(chat.folder)}
    return load(chat.settings() | where | {"COMEBACK_ROOT_KEY": root} | more)


async def looked_at(chat: SlackChat) -> None:
    """Open the house again, without the bot on Slack, to see what is kept in it."""
    await chat.house.close()
    now = chat.house.clock.now()
    chat.house, chat.bot = await open_house(chat.url, chat.folder, now)


@pytest.mark.faults
async def test_a_bot_that_is_never_let_in_again_deletes_everything_after_seven_full_days(
    chat: SlackChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    await shared(chat)
    space, settings = await space_of(chat), settings_of(chat)
    await chat.disconnect()
    await chat.fake.uninstall(chat.workspace)
    clock = StoppedClock(chat.house.clock.now())
    monkeypatch.setattr(running, "opened", partial(running.opened, clock=clock))
    for days, kept in ((0, 1), (7, 1), (1, 0)):
        clock.move(timedelta(days=days))
        with pytest.raises(StartFailure, match="does not accept COMEBACK_SLACK_BOT_TOKEN"):
            await serving._serve(settings)
        await looked_at(chat)
        assert len(await rows(chat, spaces)) == len(await rows(chat, shares)) == kept
    for table in metadata.sorted_tables:
        assert space.id not in repr(await rows(chat, table)), table.name


@pytest.mark.faults
async def test_a_wrong_token_costs_nothing_where_the_right_one_is_set_within_the_week(
    chat: SlackChat,
) -> None:
    await shared(chat)
    now, wrong = chat.house.clock.now(), settings_of(chat, COMEBACK_SLACK_BOT_TOKEN=WRONG)
    await chat.disconnect()
    findings: list[Finding] = []
    with pytest.raises(StartFailure, match="does not accept COMEBACK_SLACK_BOT_TOKEN"):
        await serving._examine(wrong, findings)
    await looked_at(chat)
    assert await chat.house.spaces.left(NAME) == [], "who only looks leaves nothing"
    with pytest.raises(StartFailure, match="does not accept COMEBACK_SLACK_BOT_TOKEN"):
        await serving._serve(wrong)
    await looked_at(chat)
    assert len(await chat.house.spaces.left(NAME)) == 1
    await chat.house.close()
    await chat.connect(now + timedelta(days=6))
    assert await chat.house.spaces.left(NAME) == []
    await chat.say(ANA, "/comeback")
    assert "Your share" in (await chat.last(ANA)).text


async def test_told_that_it_is_out_while_its_token_is_good_the_bot_looks_again_soon(
    chat: SlackChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    await shared(chat)
    pause = Paused()
    monkeypatch.setattr("bot.adapters.slack.app.asyncio", pause)
    staying = pause.ensure_future(chat.app.stay())
    await chat.fake.delivery.event(chat.workspace, {"type": GONE}, GONE)
    await answered(chat)
    await chat.fake.until(lambda: pause.asked == [60.0])
    assert not staying.done()
    assert await chat.house.spaces.left(NAME) == [], "nothing is deleted on a word alone"
    await chat.say(ANA, "/comeback")
    assert "Your share" in (await chat.last(ANA)).text
    chat.fake.world.tokens[chat.workspace.bot_token] = (chat.workspace.id, "account_inactive")
    pause.release()
    with pytest.raises(StartFailure, match="taken out of the workspace"):
        await pause.wait_for(staying, 5)
    assert len(await chat.house.spaces.left(NAME)) == 1
    assert len(await rows(chat, shares)) == 1, "it has a week"
