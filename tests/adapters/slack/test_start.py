"""Starting, going on and being looked at: what Slack says then, in words for who runs the bot."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import pytest

from bot.adapters.slack import App, connected, create, examine
from bot.adapters.slack.scopes import NEEDED
from bot.doctor import Finding
from bot.errors import StartFailure
from bot.people import Room
from bot.settings import SettingsFailure
from tests.adapters.slack.tools import answered, space_of
from tests.contract.chat import ANA
from tests.contract.slack import SlackChat
from tests.houses import MONDAY, open_house

BOT, APP = "COMEBACK_SLACK_BOT_TOKEN", "COMEBACK_SLACK_APP_TOKEN"
SIGNING = "COMEBACK_SLACK_SIGNING_SECRET"
CLIENT, SECRET = "COMEBACK_SLACK_CLIENT_ID", "COMEBACK_SLACK_CLIENT_SECRET"
NOBODY = "http://127.0.0.1:1/api/"


async def entered(chat: SlackChat, settings: Mapping[str, str]) -> None:
    """Start another bot with these settings, and stop it."""
    house, bot = await open_house(
        chat.url, chat.folder, MONDAY, **{"SLACK_API_URL": chat.fake.api} | settings
    )
    try:
        async with connected(create(house.settings, bot)):
            pass
    finally:
        await house.close()


async def test_half_of_the_settings_is_a_sentence_before_slack_is_asked(chat: SlackChat) -> None:
    asked = len(chat.fake.traffic.requests)
    bot, app = chat.workspace.bot_token, chat.fake.app.app_token
    for settings, sentence in (
        ({APP: app}, f"{BOT} is not set"),
        ({SIGNING: "x"}, f"{BOT} is not set"),
        ({BOT: bot}, f"set {APP} for Socket Mode, or {SIGNING}"),
        ({BOT: bot, APP: app, CLIENT: "1.2"}, "unset one of them"),
        ({BOT: bot, SIGNING: "x", SECRET: "x"}, "unset one of them"),
        ({SIGNING: "x", CLIENT: "1.2"}, "belong together"),
        ({SIGNING: "x", SECRET: "x"}, "belong together"),
        ({CLIENT: "1.2", SECRET: "x"}, f"set {APP} for Socket Mode, or {SIGNING}"),
    ):
        with pytest.raises(StartFailure, match=sentence):
            await entered(chat, settings)
    assert len(chat.fake.traffic.requests) == asked


async def test_tokens_in_each_others_place_are_told_apart(chat: SlackChat) -> None:
    for settings in (
        {BOT: chat.fake.app.app_token, APP: chat.fake.app.app_token},
        {BOT: chat.workspace.bot_token, APP: chat.workspace.bot_token},
    ):
        with pytest.raises(SettingsFailure) as failure:
            await entered(chat, settings)
        assert not [one for one in settings.values() if one in str(failure.value)]


@pytest.mark.faults
async def test_what_slack_says_at_the_start_is_a_sentence(chat: SlackChat) -> None:
    good = {BOT: chat.workspace.bot_token, APP: chat.fake.app.app_token}
    opening = "apps.connections.open"
    for method, error, sentence in (
        ("auth.test", "invalid_auth", f"does not accept {BOT}"),
        ("auth.test", "token_revoked", f"does not accept {BOT}"),
        ("auth.test", "account_inactive", f"does not accept {BOT}"),
        ("auth.test", "fatal_error", "does not let the bot in \\(fatal_error\\)"),
        (opening, "invalid_auth", f"does not accept {APP}"),
        (opening, "not_allowed_token_type", f"{APP} is not an app-level token"),
        (opening, "missing_scope", f"{APP} lacks the scope connections:write"),
        (opening, "forbidden_team", "does not let this app connect"),
        (opening, "internal_error", "opens no connection \\(internal_error\\)"),
    ):
        chat.fake.faults.answer(method, error=error)
        with pytest.raises(StartFailure, match=sentence):
            await entered(chat, good)
        assert not chat.fake.faults.active
    for fault in (chat.fake.faults.drop, chat.fake.faults.lose):
        fault("auth.test", times=None)
        with pytest.raises(StartFailure, match="cannot be reached"):
            await entered(chat, good)
        chat.fake.faults.clear()
    chat.fake.faults.answer("auth.test", status=503, body="<html>", times=None)
    with pytest.raises(StartFailure, match=r"does not let the bot in|cannot be reached"):
        await entered(chat, good)
    chat.fake.faults.clear()
    with pytest.raises(StartFailure, match="cannot be reached"):
        await entered(chat, good | {"SLACK_API_URL": NOBODY})


async def test_the_connection_is_asked_of_the_address_that_is_set(chat: SlackChat) -> None:
    assert {one.template for one in chat.fake.traffic.requests} >= {
        "auth.test",
        "apps.connections.open",
    }
    opened = chat.fake.traffic.of("apps.connections.open")
    assert {one.headers["Authorization"] for one in opened} == {
        f"Bearer {chat.fake.app.app_token}"
    }


async def test_taken_out_of_its_one_workspace_the_bot_ends_with_a_sentence(
    chat: SlackChat,
) -> None:
    staying = asyncio.ensure_future(chat.app.stay())
    revoked = {"type": "tokens_revoked", "tokens": {"oauth": ["U1"]}}
    await chat.fake.delivery.event(chat.workspace, revoked, "tokens_revoked")
    await answered(chat)
    assert not staying.done(), "that was somebody's own token"
    await chat.fake.uninstall(chat.workspace)
    with pytest.raises(StartFailure, match="taken out of the workspace"):
        await asyncio.wait_for(staying, 5)
    assert len(await chat.house.spaces.left("slack")) == 1
    chat.fake.install(chat.workspace)
    await chat.restart()
    assert await chat.house.spaces.left("slack") == [], "with a new token it is as it was"
    await chat.say(ANA, "/comeback")
    assert (await chat.last(ANA)).text.startswith("Your page")


def wrong(findings: list[Finding]) -> list[str]:
    """Return what is to be looked at."""
    return [one.text for one in findings if not one.fine]


async def test_the_doctor_finds_what_each_room_lacks(chat: SlackChat) -> None:
    findings = await examine(chat.app)
    assert wrong(findings) == []
    said = [one.text for one in findings]
    assert "Second Start: every room has all the bot needs." in said
    chat.fake.world.leave(chat.support, chat.workspace.bot_user_id)
    chat.fake.world.leave(chat.moderators, chat.workspace.bot_user_id)
    first, second = sorted(wrong(await examine(chat.app)))
    assert "cannot be found. If it is private, invite me" in first
    assert "is without me: write /invite and my name there." in second
    for channel in (chat.support, chat.moderators):
        chat.fake.world.join(channel, chat.workspace.bot_user_id)
    chat.fake.archive(chat.support)
    (one,) = wrong(await examine(chat.app))
    assert "is archived" in one
    chat.fake.archive(chat.support, archived=False)
    space = await space_of(chat)
    handle = chat.house.rooms.handle(space, chat.support["id"])
    await chat.house.rooms.choose(space, {Room.SUPPORT: handle, Room.MODERATORS: handle})
    (one,) = wrong(await examine(chat.app))
    assert "nobody counts as a moderator" in one


@pytest.mark.faults
async def test_the_doctor_finds_what_slack_does_not_grant(chat: SlackChat) -> None:
    for scope in NEEDED:
        chat.workspace.scopes.discard(scope)
        found = wrong(await examine(chat.app))
        assert any(f"the scope {scope} is missing" in one for one in found), scope
        chat.workspace.scopes.add(scope)
    chat.fake.socket.open_fails("missing_scope")
    (one,) = wrong(await examine(chat.app))
    assert one == "Slack opens no connection for Socket Mode: missing_scope."
    chat.fake.faults.answer("auth.test", error="token_revoked")
    (one,) = wrong(await examine(chat.app))
    assert one == "Slack says of a workspace: token_revoked."
    chat.fake.faults.drop("*", times=None)
    assert wrong(await examine(chat.app)) == ["Slack cannot be reached."] * 2
    chat.fake.faults.clear()
    chat.fake.violations.clear()


async def test_an_app_that_is_never_opened_is_closed_without_a_word(chat: SlackChat) -> None:
    app: App = create(chat.house.settings, chat.bot)
    await app.close()
    chat.house.platforms["slack"] = chat.app.platform
