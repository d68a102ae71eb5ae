from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler

from tests.fakes.slack import FakeSlack, NotOffered
from tests.fakes.slack_stage import Stage, manifest, opened


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with opened() as made:
        yield made


async def test_a_call_needs_a_token(stage: Stage) -> None:
    async with stage.session.post(stage.fake.api + "auth.test") as answer:
        assert (await answer.json())["error"] == "not_authed"
    unknown = stage.space.bot_token + "x"
    assert (await stage.call("auth.test", token=unknown))["error"] == "invalid_auth"
    app_token = stage.fake.app.app_token
    assert (await stage.call("auth.test", token=app_token))["error"] == "not_allowed_token_type"
    wrong = await stage.call("apps.connections.open")
    assert wrong["error"] == "not_allowed_token_type"


async def test_arguments_come_as_json_form_or_query(stage: Stage) -> None:
    args = {"channel": stage.room["id"], "text": "x"}
    assert (await stage.call("chat.postMessage", **args))["ok"]
    blocks = '[{"type": "section", "text": {"type": "plain_text", "text": "B"}}]'
    assert (await stage.form("chat.postMessage", **args, blocks=blocks))["ok"]
    headers = {"Authorization": f"Bearer {stage.space.bot_token}"}
    url = stage.fake.api + "chat.postMessage"
    async with stage.session.get(url, params=args, headers=headers) as answer:
        assert (await answer.json())["ok"]
    assert [one.words for one in stage.ana.messages(stage.room)] == ["x", "B", "x"]


async def test_methods_that_read_no_json_see_no_arguments(stage: Stage) -> None:
    assert (await stage.call("users.info", user=stage.ana.id))["error"] == "invalid_arguments"
    assert (await stage.form("users.info", user=stage.ana.id))["ok"]


async def test_an_unknown_method_and_argument_are_remembered(stage: Stage) -> None:
    assert (await stage.call("chat.shout"))["error"] == "unknown_method"
    assert stage.fake.unknown_routes == ["POST /api/chat.shout"]
    await stage.post(colour="blue")
    assert any("colour" in line for line in stage.fake.violations)
    with pytest.raises(AssertionError):
        stage.fake.assert_clean()


@pytest.mark.parametrize(
    ("scope", "method", "args"),
    [
        ("chat:write", "chat.postMessage", {"channel": "room", "text": "x"}),
        ("im:write", "conversations.open", {"users": "ana"}),
        ("users:read", "users.info", {"user": "ana"}),
        ("channels:read", "conversations.info", {"channel": "room"}),
        ("channels:history", "conversations.history", {"channel": "room"}),
        ("files:write", "files.getUploadURLExternal", {"filename": "a", "length": 1}),
        ("groups:read", "conversations.list", {"types": "private_channel"}),
    ],
)
async def test_every_method_has_its_scope(
    stage: Stage, scope: str, method: str, args: dict[str, Any]
) -> None:
    names = {"room": stage.room["id"], "ana": stage.ana.id}
    sent = {key: names.get(str(value), value) for key, value in args.items()}
    assert (await stage.form(method, **sent))["ok"]
    stage.space.scopes.discard(scope)
    refused = await stage.form(method, **sent)
    assert (refused["error"], refused["needed"]) == ("missing_scope", scope)
    assert scope not in refused["provided"].split(",")


async def test_optional_scopes_are_granted_when_named() -> None:
    async with FakeSlack() as fake:
        fake.configure(manifest())
        space = fake.workspace("Second Start")
        fake.install(space, also=("groups:history",))
        assert "groups:history" in space.scopes
        with pytest.raises(ValueError, match="not optional"):
            fake.install(space, also=("admin",))


async def test_a_person_is_told_without_what_was_not_asked_for(stage: Stage) -> None:
    told = (await stage.form("users.info", user=stage.ana.id))["user"]
    assert told["tz"] == "Europe/Berlin"
    assert told["tz_offset"] in (3600, 7200)
    assert "locale" not in told
    assert "email" not in told["profile"]
    stage.ana.zone = "Asia/Tokyo"
    zone = (await stage.form("users.info", user=stage.ana.id))["user"]
    assert (zone["tz"], zone["tz_offset"]) == ("Asia/Tokyo", 32_400)
    assert zone["tz_label"] == "Japan Standard Time"
    stage.ana.zone = None
    assert (await stage.form("users.info", user=stage.ana.id))["user"]["tz"] is None
    full = await stage.form("users.info", user=stage.ana.id, include_locale="1")
    assert full["user"]["locale"] == "en-US"
    assert (await stage.form("users.info", user="U0"))["error"] == "user_not_found"


async def test_workspaces_do_not_see_each_other(stage: Stage) -> None:
    elsewhere = stage.fake.workspace("Elsewhere")
    stage.fake.install(elsewhere)
    cy = stage.fake.person("cy", elsewhere)
    assert (await stage.form("users.info", user=cy.id))["error"] == "user_not_found"
    room = stage.fake.channel(elsewhere, "away")
    sent = await stage.call("chat.postMessage", channel=room["id"], text="x")
    assert sent["error"] == "channel_not_found"
    own = await stage.call("chat.postMessage", elsewhere.bot_token, channel=room["id"], text="x")
    assert own["ok"]


async def test_lists_show_what_the_bot_may_know(stage: Stage) -> None:
    types = "public_channel,private_channel"
    found = await stage.form("conversations.list", types=types)
    assert {one["name"] for one in found["channels"]} == {"support", "general"}
    mine = await stage.form("users.conversations", types=types)
    assert {one["name"] for one in mine["channels"]} == {"support"}
    hers = await stage.form("users.conversations", types=types, user=stage.ana.id)
    assert {one["name"] for one in hers["channels"]} == {"support", "general"}
    page = await stage.form("conversations.members", channel=stage.room["id"], limit="2")
    assert len(page["members"]) == 2
    assert page["response_metadata"]["next_cursor"]


async def test_a_revoked_token_and_an_app_that_is_gone(stage: Stage) -> None:
    bot = await stage.bot()
    token = stage.space.bot_token
    await stage.fake.revoke(stage.space)
    assert (await stage.call("auth.test", token=token))["error"] == "token_revoked"
    tokens = bot.of("tokens_revoked")[0]["payload"]["event"]["tokens"]
    assert tokens["bot"] == [stage.space.bot_user_id]
    fresh = stage.fake.install(stage.space)
    await stage.fake.uninstall(stage.space)
    assert (await stage.call("auth.test", token=fresh))["error"] == "account_inactive"
    assert len(bot.of("app_uninstalled")) == 1
    with pytest.raises(NotOffered):
        await stage.ana.use(stage.room, "/word")


async def test_the_app_can_leave_by_itself(stage: Stage) -> None:
    app = stage.fake.app
    args = {"client_id": app.client_id, "client_secret": app.client_secret}
    wrong = await stage.form("apps.uninstall", **args | {"client_secret": "no"})
    assert wrong["error"] == "bad_client_secret"
    stage.fake.clock.forward(61)  # it may be called once a minute
    assert (await stage.form("apps.uninstall", **args))["ok"]
    assert stage.space.bot_token == ""


async def test_tiers_are_limited_a_minute(stage: Stage) -> None:
    for _ in range(20):
        assert (await stage.form("conversations.list"))["ok"]
    url, sent = stage.fake.api + "conversations.list", {"token": stage.space.bot_token}
    async with stage.session.post(url, data=sent) as answer:
        assert answer.status == 429
        assert int(answer.headers["Retry-After"]) > 50
        assert (await answer.json())["error"] == "ratelimited"
    assert (await stage.form("users.info", user=stage.ana.id))["ok"]
    stage.fake.clock.forward(61)
    assert (await stage.form("conversations.list"))["ok"]


async def test_a_channel_takes_a_burst_and_then_one_a_second(stage: Stage) -> None:
    stage.fake.rates.posts_at_once = 3
    assert [(await stage.post())["ok"] for _ in range(4)] == [True, True, True, False]
    assert (await stage.call("chat.postMessage", channel=stage.ana.id, text="x"))["ok"]
    stage.fake.clock.forward(1)
    assert [(await stage.post())["ok"] for _ in range(2)] == [True, False]
    stage.fake.rates.on = False
    assert (await stage.post())["ok"]


async def test_a_limit_is_waited_for_by_the_sdk(stage: Stage) -> None:
    stage.fake.faults.limit("auth.test", 0)
    stage.client.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=1))
    stage.fake.rates.on = False
    told = [one.status for one in stage.fake.traffic.of("auth.test")]
    assert told == []
    stage.client.retry_handlers.clear()
    with pytest.raises(SlackApiError) as refused:
        await stage.client.auth_test()
    assert refused.value.response["error"] == "ratelimited"
    assert (await stage.client.auth_test())["user_id"] == stage.space.bot_user_id


async def test_faults_meet_the_method_they_name(stage: Stage) -> None:
    faults = stage.fake.faults
    faults.answer("chat.postMessage", error="is_archived", channel=stage.room["id"])
    assert (await stage.call("chat.postMessage", channel=stage.ana.id, text="x"))["ok"]
    assert (await stage.post())["error"] == "is_archived"
    assert (await stage.post())["ok"]
    faults.answer("*", status=503, body="unavailable")
    url = stage.fake.api + "api.test"
    async with stage.session.post(url) as answer:
        assert (answer.status, await answer.text()) == (503, "unavailable")
    faults.lose("chat.postMessage")
    with pytest.raises(aiohttp.ClientError):
        await stage.post(text="lost")
    assert stage.ana.messages(stage.room)[-1].words == "lost"
    faults.drop("chat.postMessage")
    with pytest.raises(aiohttp.ClientError):
        await stage.post(text="dropped")
    assert stage.ana.messages(stage.room)[-1].words == "lost"
    faults.slow("chat.postMessage", 0.01, after=True)
    faults.slow("chat.postMessage", 0.01)
    assert (await stage.post())["ok"]
    fault = faults.answer("api.test", error="x", times=None)
    faults.clear(fault)
    assert (await stage.form("api.test"))["ok"]


async def test_everything_the_bot_sent_can_be_searched(stage: Stage) -> None:
    await stage.post(text="the canary sings")
    await stage.form("users.info", user=stage.ana.id)
    traffic = stage.fake.traffic
    assert traffic.holds("canary sings")
    assert not traffic.holds("Europe/Berlin")
    assert [one.body["text"] for one in traffic.of("chat.postMessage")] == ["the canary sings"]
    assert traffic.of("users.info")[0].headers
    traffic.clear()
    assert not traffic.holds("canary")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda raw: raw["features"]["slash_commands"][0].update(command="word"), "command"),
        (lambda raw: raw["features"]["slash_commands"].append({"command": "/x"}), "description"),
        (lambda raw: raw["oauth_config"]["scopes"]["bot"].remove("commands"), "scope commands"),
        (lambda raw: raw["oauth_config"]["scopes"]["bot"].remove("im:history"), "message.im"),
        (lambda raw: raw["settings"].update(socket_mode_enabled=False), "no url"),
        (lambda raw: raw["settings"]["interactivity"].update(is_enabled=False), "interactivity"),
        (lambda raw: raw.update(colour="blue"), "colour"),
    ],
)
async def test_a_manifest_must_make_sense(change: Any, sentence: str) -> None:
    raw = manifest()
    change(raw)
    async with FakeSlack() as fake:
        if sentence in ("colour", "description") and not _has_schema():
            pytest.skip("Slack's schema of manifests is not here")
        with pytest.raises(ValueError, match=sentence):
            fake.configure(raw)


def _has_schema() -> bool:
    from tests.fakes.slack import manifest as module

    return module.PLACE.exists()


async def test_somebody_who_left_uses_nothing(stage: Stage) -> None:
    dm = stage.ben.open_dm()
    stage.ben.deactivate()
    for doing in (stage.ben.use(dm, "/word"), stage.ben.global_shortcut("Share")):
        with pytest.raises(NotOffered):
            await doing
    members = await stage.form("conversations.members", channel=stage.room["id"])
    assert stage.ben.id not in members["members"]
    stage.space.scopes.discard("commands")
    with pytest.raises(NotOffered):
        await stage.ana.use(stage.room, "/word")
