"""Adding the bot to workspaces by a page."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from yarl import URL

from bot.adapters.slack.ids import address
from bot.adapters.slack.scopes import NEEDED, OPTIONAL
from bot.store.schema import metadata
from bot.store.tables import tokens
from tests.adapters.slack.conftest import Start
from tests.adapters.slack.several import OTHER, Several, at, rows, shares_in
from tests.adapters.slack.tools import assert_knows_nobody, space_of
from tests.contract.chat import BEN, MO
from tests.contract.steps import shared

# slack_sdk 3.47 still writes its client's id and secret with it
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")


@pytest.fixture
async def chat(start: Start) -> Several:
    """Give a bot that is in no workspace yet, and two workspaces."""
    chat = await start(Several)
    assert isinstance(chat, Several)
    return chat


async def test_the_page_says_what_it_asks_for_and_asks_for_just_that(chat: Several) -> None:
    status, text, headers = await chat.look()
    assert status == 200
    assert headers["Content-Type"].startswith("text/html")
    for scope in (*NEEDED, *OPTIONAL):
        assert f"<code>{scope}</code>" in text
    assert text.count("may be left out") == len(OPTIONAL)
    link = URL(text.split('class="add" href="')[1].split('"')[0].replace("&amp;", "&"))
    assert str(link).startswith(f"{chat.fake.host}/oauth/v2/authorize?")
    assert set(link.query["scope"].split(",")) == {*NEEDED, *OPTIONAL}
    assert not link.query.get("user_scope")
    assert link.query["client_id"] == chat.fake.app.client_id
    cookie = headers["Set-Cookie"]
    assert link.query["state"] in cookie
    assert "HttpOnly" in cookie
    assert "Secure" in cookie
    assert chat.fake.app.client_secret not in text


async def test_added_by_the_page_it_works_and_its_token_is_kept_sealed(
    chat: Several, tmp_path: Path, log_lines: io.StringIO
) -> None:
    status, text = await chat.add()
    assert status == 200
    assert "/support set-up" in text
    assert f"team={chat.workspace.id}" in text
    assert chat.workspace.scopes == set(NEEDED), "what may be left out was left out"
    await at(chat, chat.workspace, chat.support)
    await shared(chat)
    assert len(await chat.room(BEN)) == 1
    await chat.restart()
    await chat.press(BEN, "I've been there")
    await chat.settle()
    token = chat.workspace.bot_token.encode()
    found = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert b"SQLite format 3" in found
    for secret in (token, token[5:], chat.fake.app.client_secret.encode(), b"xoxb-"):
        assert secret not in found
    for table in metadata.sorted_tables:
        assert "xoxb-" not in repr(await rows(chat, table))
    assert len(await rows(chat, tokens)) == 1
    assert_knows_nobody(log_lines, chat, "xoxb-")


async def test_what_may_be_left_out_is_used_where_it_was_not(chat: Several) -> None:
    await chat.add(also=("im:history",))
    workspace = await chat.app.workspaces.of(chat.workspace.id)
    assert workspace is not None
    assert workspace.scopes == {*NEEDED, *OPTIONAL}


async def test_two_workspaces_know_nothing_of_each_other(chat: Several) -> None:
    await chat.add()
    await chat.add(OTHER)
    assert len(await rows(chat, tokens)) == 2
    await at(chat, chat.workspace, chat.support)
    await at(chat, chat.second, chat.second_support)
    await shared(chat)
    await shares_in(chat, OTHER, chat.second_support)
    zoe = chat.people[OTHER]
    (theirs,) = [one for one in zoe.messages(chat.second_support) if not one.ephemeral]
    assert len(await chat.room(BEN)) == 1
    assert theirs.bot_id == chat.second.bot_id
    # A button of one workspace pressed in the other is not known there.
    call = next(one.action_id for one in theirs.buttons if one.label.startswith("Write"))
    await chat.done(chat.people[BEN].press_raw(call, on=chat._visible(chat.people[BEN])[0]))
    assert chat.people[BEN].modal is None or not chat.people[BEN].modal.submit
    first, second = [await space_of(chat, one) for one in (chat.workspace, chat.second)]
    members = {
        chat.house.identity.member(address(team.id, "U1"), space).id
        for team, space in ((chat.workspace, first), (chat.second, second))
    }
    assert len(members) == 2, "an id of Slack's is somebody else in each workspace"
    shares = chat.bot.records.shares
    assert len(await shares.live(first.id)) == len(await shares.live(second.id)) == 1


@pytest.mark.faults
async def test_what_was_not_begun_here_or_now_is_not_ended_here(chat: Several) -> None:
    _, page, headers = await chat.look()
    link = URL(page.split('class="add" href="')[1].split('"')[0].replace("&amp;", "&"))
    cookie = {"Cookie": headers["Set-Cookie"].split(";")[0]}
    back = chat.fake.installs.agree(dict(link.query), chat.workspace, chat.people[MO].id, ())
    status, text, _ = await chat.look(back)
    assert status == 400
    assert "same browser" in text, "another browser, which has no cookie"
    wrong = back.replace("state=", "state=x")
    status, text, _ = await chat.look(wrong, headers=cookie)
    assert status == 400
    status, text, _ = await chat.look(back.split("?")[0], headers=cookie)
    assert status == 400
    assert not await rows(chat, tokens)
    status, text, _ = await chat.look(back, headers=cookie)
    assert status == 200
    (kept,) = await rows(chat, tokens)
    status, text, _ = await chat.look(back, headers=cookie)
    assert status >= 400, "a code is good once"
    assert "did not complete" in text
    assert await rows(chat, tokens) == [kept]


@pytest.mark.faults
async def test_a_page_that_was_open_for_too_long_is_begun_again(chat: Several) -> None:
    _, page, headers = await chat.look()
    link = URL(page.split('class="add" href="')[1].split('"')[0].replace("&amp;", "&"))
    cookie = {"Cookie": headers["Set-Cookie"].split(";")[0]}
    back = chat.fake.installs.agree(dict(link.query), chat.workspace, chat.people[MO].id, ())
    chat.house.clock.move(timedelta(minutes=10))
    status, text, _ = await chat.look(back, headers=cookie)
    assert status >= 400
    assert "more than ten minutes" in text
    assert not await rows(chat, tokens)
    forged = {"Cookie": "slack-app-oauth-state=mine"}
    mine = back.split("&state=")[0] + "&state=mine"
    status, text, _ = await chat.look(mine, headers=forged)
    assert status >= 400, "a state that is not ours, in both places"
    assert not await rows(chat, tokens)


@pytest.mark.faults
async def test_who_says_no_or_chooses_a_whole_organisation_reads_why(chat: Several) -> None:
    _, text = await chat.add(refuse=True)
    assert "You chose not to add it" in text
    told: dict[str, Any] = {"ok": True, "app_id": chat.fake.app.id, "token_type": "bot"}
    told |= {"authed_user": {"id": chat.people[MO].id}, "scope": ",".join(NEEDED)}
    told |= {"access_token": "xoxb-1", "bot_user_id": chat.workspace.bot_user_id, "team": None}
    told |= {"enterprise": {"id": "E1", "name": "All"}, "is_enterprise_install": True}
    chat.fake.faults.answer("oauth.v2.access", body=told)
    chat.fake.faults.answer("auth.test", body={"ok": True, "bot_id": "B1", "url": "https://x"})
    status, text = await chat.add()
    assert status >= 400
    assert "Choose one workspace" in text
    chat.fake.faults.answer("oauth.v2.access", error="internal_error")
    status, text = await chat.add()
    assert status >= 400
    assert "did not complete" in text
    assert not await rows(chat, tokens)
    status, _ = await chat.add()
    assert status == 200
