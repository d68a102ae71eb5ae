"""What goes wrong on the way: switches, limits, unknown routes, and what is remembered."""

from __future__ import annotations

import aiohttp
import discord
import pytest

from tests.databases import needed
from tests.fakes.discord import FakeDiscord, contract
from tests.fakes.talk import Json, Raw, running

SEND = ("POST", "/channels/{channel_id}/messages")


@pytest.fixture
def place(rough: FakeDiscord) -> str:
    """Return the path of a room's messages."""
    guild = rough.world.add_guild("Support")
    return f"/channels/{rough.world.add_channel(guild, 'general')['id']}/messages"


async def test_a_wrong_token_is_unauthorized(raw: Raw) -> None:
    for token in ("", "Bot wrong", "fake.bot.token"):
        status, answer = await raw("GET", "/users/@me", token=token)
        assert (status, answer) == (401, {"message": "401: Unauthorized", "code": 0})
    assert raw.fake.rates.invalid_requests == 3
    assert (await raw("GET", "/gateway", token=""))[0] == 200


async def test_an_unknown_route_is_remembered(raw: Raw) -> None:
    status, answer = await raw("GET", "/guilds/1/emojis")
    assert (status, answer["code"]) == (404, 0)
    assert raw.fake.unknown_routes == ["GET /guilds/1/emojis"]
    with pytest.raises(AssertionError):
        raw.fake.assert_clean()


async def test_a_switch_meets_so_many_requests(raw: Raw, place: str) -> None:
    faults = raw.fake.faults
    faults.answer(*SEND, code=50013, times=2)
    for expected in (403, 403, 200):
        assert (await raw("POST", place, {"content": "x"}))[0] == expected
    faults.server_error(*SEND, 503)
    assert (await raw("POST", place, {"content": "x"}))[0] == 503
    until = faults.answer(
        *SEND, status=418, body={"odd": True}, headers={"X-Odd": "1"}, times=None
    )
    for _ in range(3):
        assert await raw("POST", place, {"content": "x"}) == (418, {"odd": True})
    assert raw.headers["X-Odd"] == "1"
    faults.clear(until)
    faults.answer(*SEND, code=10003, channel_id="1")
    assert (await raw("POST", place, {"content": "x"}))[0] == 200
    faults.clear()
    faults.quarantined()
    ana = raw.fake.person("ana")
    body = {"recipient_id": ana.id}
    for _ in range(2):
        assert (await raw("POST", "/users/@me/channels", body))[1]["code"] == 20026
    faults.clear()
    faults.opening_too_fast()
    assert (await raw("POST", "/users/@me/channels", body))[1]["code"] == 40003
    assert (await raw("POST", "/users/@me/channels", body))[0] == 200
    assert not raw.fake.violations


async def test_an_answer_may_be_lost_or_never_done(raw: Raw, place: str) -> None:
    room = place.split("/")[2]
    raw.fake.faults.lose(*SEND)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await raw("POST", place, {"content": "done"})
    raw.fake.faults.drop(*SEND)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await raw("POST", place, {"content": "not done"})
    assert [one["content"] for one in raw.fake.messages.all(room)] == ["done"]
    assert [one.status for one in raw.fake.traffic.of(*SEND)] == [0, 0]


async def test_an_answer_may_be_slow(raw: Raw, place: str) -> None:
    raw.fake.faults.slow(*SEND, 0.01)
    raw.fake.faults.slow(*SEND, 0.01, after=True)
    assert (await raw("POST", place, {"content": "x"}))[0] == 200


async def test_limits_are_told_by_headers(raw: Raw, place: str) -> None:
    await raw("POST", place, {"content": "x"})
    assert int(raw.headers["X-RateLimit-Remaining"]) > 1000
    bucket = raw.headers["X-RateLimit-Bucket"]
    raw.fake.clock.forward(10)
    raw.fake.rates.as_discord()
    for left in (4, 3, 2, 1, 0):
        assert (await raw("POST", place, {"content": "x"}))[0] == 200
        assert raw.headers["X-RateLimit-Remaining"] == str(left)
        assert raw.headers["X-RateLimit-Limit"] == "5"
    status, answer = await raw("POST", place, {"content": "x"})
    assert (status, answer["global"]) == (429, False)
    assert 0 < answer["retry_after"] <= 5
    assert raw.headers["Via"] == "1.1 google"
    assert raw.headers["X-RateLimit-Scope"] == "user"
    assert raw.headers["X-RateLimit-Bucket"] == bucket
    assert int(raw.headers["Retry-After"]) >= 1
    raw.fake.clock.forward(5)
    assert (await raw("POST", place, {"content": "x"}))[0] == 200


async def test_fifty_requests_a_second_in_all(raw: Raw) -> None:
    raw.fake.rates.per_second = 50
    codes = [(await raw("GET", "/users/@me"))[0] for _ in range(50)]
    raw.fake.rates._global.left = 0
    status, answer = await raw("GET", "/users/@me")
    assert set(codes) == {200}
    assert (status, answer["global"]) == (429, True)
    assert raw.headers["X-RateLimit-Global"] == "true"
    raw.fake.clock.forward(1)
    assert (await raw("GET", "/users/@me"))[0] == 200


async def test_too_many_invalid_requests_are_a_ban(raw: Raw) -> None:
    raw.fake.rates.invalid_before_ban = 3
    for _ in range(3):
        await raw("GET", "/users/@me", token="wrong")  # noqa: S106
    status, text = await raw("GET", "/users/@me")
    assert (status, text) == (429, "error code: 1015")
    assert "Via" not in raw.headers
    raw.fake.clock.forward(600)
    assert (await raw("GET", "/users/@me"))[0] == 200


async def test_a_shared_limit_is_not_counted_as_invalid(raw: Raw, place: str) -> None:
    raw.fake.faults.limit(*SEND, scope="shared")
    assert (await raw("POST", place, {"content": "x"}))[0] == 429
    assert raw.fake.rates.invalid_requests == 0
    raw.fake.faults.limit(*SEND, via=False)
    assert (await raw("POST", place, {"content": "x"})) == (429, "error code: 1015")
    assert raw.fake.rates.invalid_requests == 1


async def test_discord_py_does_not_wait_for_cloudflare(fake: FakeDiscord) -> None:
    guild = fake.world.add_guild("Support")
    room = fake.world.add_channel(guild, "general")
    fake.faults.limit(*SEND, via=False)
    async with running(fake) as bot:
        channel = bot.get_channel(int(room["id"]))
        assert isinstance(channel, discord.TextChannel)
        with pytest.raises(discord.HTTPException) as refused:
            await channel.send("x")
    assert refused.value.status == 429


async def test_the_traffic_is_kept_for_a_search(raw: Raw, place: str) -> None:
    await raw("POST", place, {"content": "a canary"}, files={0: ("wren.txt", b"a robin")})
    traffic = raw.fake.traffic
    (sent,) = traffic.of(*SEND)
    assert (sent.method, sent.status, sent.body["content"]) == ("POST", 200, "a canary")
    assert sent.files == [("wren.txt", b"a robin")]
    assert [traffic.holds(word) for word in ("canary", "wren", "robin", "eagle")] == [
        True,
        True,
        True,
        False,
    ]
    traffic.clear()
    traffic.keep = False
    await raw("POST", place, {"content": "x"})
    assert traffic.requests == []


async def test_a_failure_of_the_fake_itself_is_loud(raw: Raw, place: str) -> None:
    async def broken(call: object) -> tuple[int, Json]:
        raise RuntimeError("a mistake in the fake")

    raw.fake._router.add("GET", "/broken", broken)
    assert (await raw("GET", "/broken"))[0] == 500
    assert "a mistake in the fake" in raw.fake.violations[0]


CHECKED = "the contract of Discord"
OUTSIDE: list[tuple[str, object]] = [
    ("POST /channels/{channel_id}/messages", {"content": 5}),
    ("POST /channels/{channel_id}/messages", {"content": "x", "unheard": 1}),
    ("POST /channels/{channel_id}/messages", {"components": [{"type": 1, "components": [{}]}]}),
    ("PATCH /channels/{channel_id}/messages/{message_id}", {"nonce": "x"}),
    ("POST /users/@me/channels", {"recipient": "1"}),
    ("PUT /applications/{application_id}/commands", [{"name": "x", "unheard": 1}]),
    ("PUT /applications/{application_id}/commands", [{"description": "x"}]),
    ("POST /interactions/{interaction_id}/{interaction_token}/callback", {"type": 4, "data": 1}),
    (
        "POST /interactions/{interaction_id}/{interaction_token}/callback",
        {"type": 9, "data": {"title": "x", "custom_id": "x", "components": [{"type": 99}]}},
    ),
    ("PATCH /channels/{channel_id}", {"auto_archive_duration": 5, "unheard": 1}),
]


@pytest.mark.parametrize(("route", "body"), OUTSIDE, ids=range(len(OUTSIDE)))
def test_what_discord_does_not_document_is_found(route: str, body: object) -> None:
    if contract.document() is None:
        needed(CHECKED)
    assert contract.faults(route, body, 11)


async def test_a_body_outside_the_contract_is_refused(fake: FakeDiscord) -> None:
    if not fake.checks_contract:
        needed(CHECKED)
    guild = fake.world.add_guild("Support")
    room = fake.world.add_channel(guild, "general")
    async with Raw(fake) as raw:
        path = f"/channels/{room['id']}/messages"
        assert (await raw("POST", path, {"content": "x", "unheard": 1}))[0] == 400
    assert "unheard" in fake.violations.pop()
