"""Workspaces that take the bot out, and what then becomes of what was kept of them."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest

from bot.retention import sweep
from bot.store.schema import metadata
from bot.store.tables import spaces, tokens
from tests.adapters.slack.conftest import Start
from tests.adapters.slack.several import OTHER, Several, answers, at, rows, shares_in
from tests.adapters.slack.tools import HOOK, answered, events, later, space_of
from tests.contract.chat import ANA, BEN, HANA
from tests.contract.slack import NAME
from tests.contract.steps import shared

# slack_sdk 3.47 still writes its client's id and secret with it
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")


@pytest.fixture
async def chat(start: Start) -> Several:
    """Give a bot that is in no workspace yet, and two workspaces."""
    chat = await start(Several)
    assert isinstance(chat, Several)
    return chat


async def test_taken_out_its_token_goes_at_once_and_everything_else_after_a_week(
    chat: Several, log_lines: io.StringIO
) -> None:
    await chat.add()
    await chat.add(OTHER)
    await at(chat, chat.workspace, chat.support)
    await at(chat, chat.second, chat.second_support)
    await shared(chat)
    await shares_in(chat, OTHER, chat.second_support)
    space, second = await space_of(chat), await space_of(chat, chat.second)
    await chat.fake.uninstall(chat.workspace)
    assert [row.space_id for row in await rows(chat, tokens)] == [second.id]
    assert events(log_lines, "slack.left"), "two events tell of it"
    assert await chat.app.workspaces.of(chat.workspace.id) is None
    before = len(chat.fake.traffic.requests)
    await later(chat, timedelta(days=7))
    await sweep(chat.house, chat.bot)
    assert len(await rows(chat, spaces)) == 2, "seven full days"
    await later(chat, timedelta(days=1))
    await sweep(chat.house, chat.bot)
    assert [row.id for row in await rows(chat, spaces)] == [second.id]
    for table in metadata.sorted_tables:
        assert space.id not in repr(await rows(chat, table)), table.name
    assert len(await chat.bot.records.shares.live(second.id)) == 1
    asked = chat.fake.traffic.requests[before:]
    old = [one for one in asked if chat.support["id"] in str(one.body)]
    assert not old, "nothing is sent there any more"


async def test_added_again_within_the_week_nothing_is_lost(chat: Several) -> None:
    await chat.add()
    await at(chat, chat.workspace, chat.support)
    await shared(chat)
    await chat.fake.revoke(chat.workspace)
    assert not await rows(chat, tokens)
    await later(chat, timedelta(days=6))
    assert (await chat.add())[0] == 200
    await chat.press(HANA, "I've been there")
    await chat.settle()
    assert "1" in " ".join((await chat.room(BEN))[0].buttons)
    await later(chat, timedelta(days=9))
    await sweep(chat.house, chat.bot)
    assert len(await rows(chat, spaces)) == 1


async def test_an_old_word_of_leaving_does_not_undo_a_new_coming(chat: Several) -> None:
    await chat.add()
    await chat.fake.uninstall(chat.workspace)
    chat.fake.http.skew += 1
    await chat.add()
    chat.fake.http.skew += 1
    await chat.fake.socket.redeliver_last()
    await answered(chat)
    assert len(await rows(chat, tokens)) == 1, "Slack tells it again for up to five minutes"
    await chat.say(ANA, "/comeback")
    assert answers(chat.people[ANA])[-1].startswith("Your page")


@pytest.mark.faults
async def test_of_a_workspace_that_is_not_known_everything_is_answered_and_nothing_done(
    chat: Several,
) -> None:
    chat.configure_first()
    chat.configure()
    await answered(chat)
    chat.fake.traffic.clear()
    before = await rows(chat, spaces)
    for doing in (
        chat.people[ANA].use(chat.support, "/comeback"),
        chat.people[ANA].press_raw("share.post:nothing"),
        chat.people[ANA].submit_raw("share.post:nothing", {"words": "x"}),
    ):
        outcome = await chat.done(doing)
        assert outcome.acked
    await chat.people[ANA].open_home()
    await answered(chat)
    assert chat.people[ANA].home is None
    await chat.fake.uninstall(chat.workspace)
    assert {one.template for one in chat.fake.traffic.requests} <= {HOOK}
    assert "isn't in this workspace any more" in answers(chat.people[ANA])[0]
    assert {one.status for one in chat.fake.traffic.deliveries} == {200}
    assert await rows(chat, spaces) == before


async def test_that_a_persons_own_tokens_were_revoked_means_nothing(chat: Several) -> None:
    await chat.add()
    revoked = {"type": "tokens_revoked", "tokens": {"oauth": [chat.people[ANA].id], "bot": []}}
    assert await chat.fake.delivery.event(chat.workspace, revoked, "tokens_revoked")
    assert len(await rows(chat, tokens)) == 1
    await chat.say(ANA, "/comeback")
    assert answers(chat.people[ANA])[-1].startswith("Your page")


async def test_taken_out_while_the_bot_was_away_is_noticed_when_it_is_back(chat: Several) -> None:
    await chat.add()
    now = chat.house.clock.now()
    await chat.disconnect()
    await chat.fake.uninstall(chat.workspace)
    await chat.connect(now)
    await answered(chat)
    assert not await rows(chat, tokens)
    assert [team for _, team in await chat.house.spaces.left(NAME)] == [chat.workspace.id]


@pytest.mark.faults
async def test_a_while_with_the_token_of_one_workspace_deletes_nothing_of_the_others(
    chat: Several,
) -> None:
    await chat.add()
    await chat.add(OTHER)
    await at(chat, chat.workspace, chat.support)
    await at(chat, chat.second, chat.second_support)
    now, several = chat.house.clock.now(), chat.settings
    await chat.disconnect()
    signing = {"COMEBACK_SLACK_SIGNING_SECRET": chat.fake.app.signing_secret}
    one = several() | {"COMEBACK_SLACK_BOT_TOKEN": chat.workspace.bot_token} | signing
    for name in ("COMEBACK_SLACK_CLIENT_ID", "COMEBACK_SLACK_CLIENT_SECRET"):
        del one[name]
    chat.settings = lambda: one  # type: ignore[method-assign]
    await chat.connect(now)
    await answered(chat)
    outcome = await chat.people[OTHER].use(chat.second_support, "/comeback")
    assert outcome.acked
    assert "isn't in this workspace any more" in answers(chat.people[OTHER])[-1]
    await chat.disconnect()
    chat.settings = several  # type: ignore[method-assign]
    await chat.connect(now)
    await answered(chat)
    assert await chat.house.spaces.left(NAME) == [], "it is in both"
    await chat.done(chat.people[OTHER].use(chat.second_support, "/comeback"))
    assert answers(chat.people[OTHER])[-1].startswith("Your page")
    await later(chat, timedelta(days=9))
    await sweep(chat.house, chat.bot)
    assert len(await rows(chat, spaces)) == 2
