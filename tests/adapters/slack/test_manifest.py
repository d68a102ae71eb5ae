"""What Slack is told of the bot: all of it is used, and nothing that is used is missing."""

from __future__ import annotations

import dataclasses
import functools
import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from bot.adapters.slack import manifest
from bot.adapters.slack.scopes import NEEDED, OPTIONAL, reason
from bot.app import Bot
from bot.house import House
from bot.identity import RootKey
from bot.people import Room
from bot.settings import Settings, load
from bot.ui import Card, Picture
from bot.words import Ours
from tests.adapters.slack.conftest import Start
from tests.adapters.slack.tools import answered, said, space_of
from tests.contract.chat import ANA, BEN, MO
from tests.contract.slack import SlackChat
from tests.contract.steps import replied, shared
from tests.fakes.slack import FakeSlack
from tests.houses import ROOT
from tests.pictures import png

HERE = Path(__file__).parents[3]
CONTRACT = HERE.parent / "shared/contracts/slack-manifest.schema.json"
URL = "https://comeback.example.org"


@functools.cache
def loaded() -> Bot:
    """Return a bot with all its cogs, in a house that is never opened."""
    bot = Bot(House(load({}), RootKey(ROOT)))
    bot.load()
    return bot


def text_of(**more: Any) -> str:
    """Return the manifest as it is written for some settings."""
    settings: Settings = dataclasses.replace(load({}), **more)
    return manifest(settings, loaded().commands, loaded().shortcuts)


def read(**more: Any) -> dict[str, Any]:
    """Return the manifest as Slack reads it."""
    found = yaml.safe_load(text_of(**more))
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    "more",
    [{}, {"slack_prefix": "job-"}, {"slack_url": URL}, {"slack_url": URL, "slack_path": "/a/b"}],
    ids=["socket", "prefix", "http", "path"],
)
def test_slacks_own_schema_takes_it(more: dict[str, Any]) -> None:
    if not CONTRACT.exists():
        assert not os.environ.get("CI"), f"{CONTRACT} is missing"
        pytest.skip(f"{CONTRACT.name} is not here, so the manifest is not held against it")
    schema = json.loads(CONTRACT.read_text("utf-8"))
    faults = [error.message for error in Draft7Validator(schema).iter_errors(read(**more))]
    assert not faults
    FakeSlack().configure(read(**more))


def test_the_one_in_the_repository_is_the_one_that_is_written() -> None:
    kept = (HERE / "deploy/slack-manifest.yaml").read_text("utf-8")
    assert kept == text_of()


@pytest.mark.parametrize("prefix", ["", "job-"])
def test_every_command_and_shortcut_is_in_it_and_no_other(prefix: str) -> None:
    features = read(slack_prefix=prefix)["features"]
    words = {name.partition(" ")[0] for name in loaded().commands}
    assert {one["command"] for one in features["slash_commands"]} == {
        f"/{prefix}{word}" for word in words
    }
    hints = " ".join(one.get("usage_hint", "") for one in features["slash_commands"])
    for name in loaded().commands:
        assert name.partition(" ")[2] in hints
    found = {one["callback_id"]: one for one in features["shortcuts"]}
    assert set(found) == set(loaded().shortcuts)
    for word, command in loaded().shortcuts.items():
        assert found[word]["name"] == command.description
        assert found[word]["type"] == "message"


def test_over_http_slack_is_told_one_address_for_everything() -> None:
    told = read(slack_url=f"{URL}/", slack_path="/in")
    events = f"{URL}/in/events"
    assert {one["url"] for one in told["features"]["slash_commands"]} == {events}
    assert told["settings"]["interactivity"]["request_url"] == events
    assert told["settings"]["event_subscriptions"]["request_url"] == events
    assert told["oauth_config"]["redirect_urls"] == [f"{URL}/in/oauth"]
    assert told["settings"]["socket_mode_enabled"] is False
    by_socket = text_of()
    assert "url" not in by_socket.replace("https://api.slack.com", "")
    assert read()["settings"]["socket_mode_enabled"] is True


def test_it_asks_for_the_least_and_says_why() -> None:
    scopes = read()["oauth_config"]["scopes"]
    assert list(scopes) == ["bot", "bot_optional"], "nothing of people's own"
    assert scopes["bot"] == [*NEEDED]
    assert scopes["bot_optional"] == [*OPTIONAL]
    every = {*NEEDED, *OPTIONAL}
    assert not [one for one in every if one.endswith(":history") and one != "im:history"]
    assert not every & {"users:read.email", "chat:write.public", "chat:write.customize", "im:read"}
    lines = text_of().splitlines()
    for scope in every:
        at = next(n for n, line in enumerate(lines) if line.strip() == f'- "{scope}"')
        assert lines[at - 1].strip() == f"# {reason(scope)}"
    events = read()["settings"]["event_subscriptions"]["bot_events"]
    assert set(events) == {"app_home_opened", "app_uninstalled", "tokens_revoked"}


class Lacking(SlackChat):
    """A workspace in which one scope was taken away after everything was set up."""

    lacks = ""

    def furnish(self) -> None:
        super().furnish()
        self.digest = self.fake.channel(self.workspace, "digest", private=True)

    async def do_everything(self) -> set[str]:
        """Let people and the bot do what needs any scope; return the scopes that were missing."""
        self.workspace.scopes.discard(self.lacks)
        space, member = await space_of(self), await self.member(self.person(MO))
        async with self.bot.transaction():
            await self.bot.post(space, Room.SUPPORT, said("A post."))
            await self.bot.tell(member, said("A message."))
            picture = Picture(png(), Ours("A picture."))
            await self.bot.post(space, Room.SUPPORT, Card(text=Ours("Shown."), picture=picture))
        await self.settle()
        await self.bot.standing(member)
        await self.app.platform.people_in(space, Room.SUPPORT)
        for room in (Room.SUPPORT, Room.MODERATORS):
            await self.app.platform.check(space, room)
        await self.people[ANA].open_home()
        await answered(self)
        asked = [line.rpartition(" needs ")[2] for line in self.fake.refusals if "needs" in line]
        return {scope for one in asked for scope in one.split()}


@pytest.mark.faults
@pytest.mark.parametrize("scope", [one for one in NEEDED if one != "commands"])
async def test_without_any_of_its_scopes_something_is_refused(start: Start, scope: str) -> None:
    kind = type("Without", (Lacking,), {"lacks": scope})
    chat = await start(kind)
    assert isinstance(chat, Lacking)
    try:
        missing = await chat.do_everything()
    except Exception:  # whatever it is, what Slack refused is known
        missing = {one.rpartition(" needs ")[2] for one in chat.fake.refusals if "needs" in one}
    assert missing == {scope}
    chat.fake.violations.clear()


async def test_with_exactly_its_scopes_nothing_is_refused(start: Start) -> None:
    chat = await start(Lacking)
    assert isinstance(chat, Lacking)
    assert chat.workspace.scopes == set(NEEDED)
    assert await chat.do_everything() == set()
    await shared(chat)
    await replied(chat)
    await chat.press(BEN, "I've been there")
    await chat.say(MO, "/support set-up")
    await chat.settle()
    assert not chat.fake.refusals
    assert "commands" in chat.workspace.scopes, "without it nobody could type one"
    used = {one.template for one in chat.fake.traffic.requests} & set(chat.fake.methods)
    assert {chat.fake.methods[name].scope for name in used} - {""} <= set(NEEDED)


async def test_every_command_shortcut_and_event_in_it_is_listened_to(chat: SlackChat) -> None:
    ana = chat.people[ANA]
    for command in chat.fake.app.set_up.commands:
        outcome = await chat.done(ana.use(chat.support, command))
        assert outcome.acked
        assert outcome.body or ana.modal is not None, command
        ana.reload()
    await shared(chat)
    for shortcut in chat.fake.app.set_up.shortcuts:
        await chat.shortcut(BEN, shortcut["name"], (await chat.room(BEN))[0])
        assert chat.people[BEN].modal is not None
    await ana.open_home()
    await answered(chat)
    assert ana.home is not None
