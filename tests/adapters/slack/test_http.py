"""The way in over HTTP: who is let in, who is turned away, and what is on the same port."""

from __future__ import annotations

import asyncio
import io
import json
import re
import time
from typing import Any
from urllib.parse import urlencode

import aiohttp
import pytest

from tests.adapters.slack.conftest import Start
from tests.adapters.slack.tools import Gate, assert_knows_nobody, events
from tests.contract.chat import ANA
from tests.contract.slack import SlackOverHttp
from tests.fakes.slack.http import JSON
from tests.fakes.slack.traffic import Delivered

SECRET = "canarybody"  # noqa: S105 - what a request must not leave behind
AGE = 300
NOT_HERE = "Comeback isn't in this workspace any more. Whoever manages it can add it again."


@pytest.fixture
async def chat(start: Start) -> SlackOverHttp:
    """Give a workspace whose Slack sends its requests to the bot."""
    chat = await start(SlackOverHttp)
    assert isinstance(chat, SlackOverHttp)
    return chat


def host(chat: SlackOverHttp) -> str:
    """Return where the bot is."""
    return f"http://127.0.0.1:{chat.health.port}"


async def get(chat: SlackOverHttp, path: str) -> tuple[int, str]:
    """Ask the bot's port for something."""
    async with aiohttp.ClientSession() as session, session.get(host(chat) + path) as answer:
        return answer.status, await answer.text()


async def refused(chat: SlackOverHttp) -> dict[str, float]:
    """Return how many requests were refused so far, by reason."""
    _, text = await get(chat, "/metrics")
    found = re.findall(r'^comeback_slack_refused_total\{reason="(\w+)"\} (\S+)$', text, re.M)
    return {reason: float(count) for reason, count in found}


def command(chat: SlackOverHttp, **more: str) -> bytes:
    """Return the body of a command that would be answered, if it were let in."""
    ana = chat.people[ANA]
    body = {"team_id": chat.workspace.id, "channel_id": chat.support["id"], "user_id": ana.id}
    body |= {"command": "/privacy", "text": SECRET, "trigger_id": f"1.2.{SECRET}"}
    return urlencode(body | more).encode()


async def send(
    chat: SlackOverHttp, body: bytes, headers: dict[str, str], path: str = "/slack/events"
) -> Delivered:
    """Send a request as it is, with the headers it has."""
    return await chat.fake.http.send(host(chat) + path, body, headers)


async def test_what_slack_signed_is_answered_and_what_it_did_not_is_turned_away(
    chat: SlackOverHttp, log_lines: io.StringIO
) -> None:
    http, body, before = chat.fake.http, command(chat), await refused(chat)
    good = http.signed(body)
    unsigned = {"Content-Type": good["Content-Type"]}
    now = time.time()
    for headers, sent, reason in (
        (unsigned, body, "unsigned"),
        (good | {"X-Slack-Signature": ""}, body, "unsigned"),
        (good | {"X-Slack-Request-Timestamp": ""}, body, "unsigned"),
        (good | {"X-Slack-Request-Timestamp": "soon"}, body, "unsigned"),
        (good | {"X-Slack-Request-Timestamp": "٣" * 10}, body, "unsigned"),
        (good | {"X-Slack-Request-Timestamp": "9" * 40}, body, "unsigned"),
        (http.signed(body, at=now - AGE - 5), body, "old"),
        (http.signed(body, at=now + AGE + 5), body, "old"),
        (http.signed(body, secret=SECRET), body, "signature"),
        (good | {"X-Slack-Signature": "v0=" + "0" * 64}, body, "signature"),
        (good, body + b"&more=1", "signature"),
        (good, b"", "signature"),
    ):
        chat.fake.traffic.clear()
        answer = await send(chat, sent, headers)
        assert (answer.status, answer.answer) == (401, ""), reason
        assert not chat.fake.traffic.requests, "nothing is done"
        after = await refused(chat)
        assert after[reason] == before.get(reason, 0) + 1, reason
        before = after
    answer = await send(chat, body, good)
    assert answer.status == 200
    assert "ephemeral" in answer.answer
    assert await refused(chat) == before, "what is answered is not counted"
    assert len(events(log_lines, "slack.refused")) == 12
    assert_knows_nobody(log_lines, chat, SECRET)


async def test_a_request_that_is_sent_again_letter_by_letter_is_turned_away(
    chat: SlackOverHttp,
) -> None:
    before = (await refused(chat)).get("replayed", 0)
    await chat.say(ANA, "/comeback")
    seen = len(await chat.private(ANA))
    for _ in range(2):
        again = await chat.fake.http.replay()
        assert (again.status, again.answer) == (401, "")
    old = chat.fake.http.signed(body := command(chat), at=time.time() - AGE + 5)
    first, second = await asyncio.gather(send(chat, body, old), send(chat, body, old))
    assert sorted([first.status, second.status]) == [200, 401], "also at the same time"
    assert (await refused(chat))["replayed"] == before + 3
    assert len(await chat.private(ANA)) == seen


async def test_slacks_own_questions_are_answered(chat: SlackOverHttp) -> None:
    assert await chat.fake.http.verify_url()
    # One for each command: those of one second are alike to the letter.
    first, *rest = await chat.fake.http.ssl_check(post=True)
    assert first == 200
    assert set(rest) <= {200, 401}
    challenge = json.dumps({"type": "url_verification", "challenge": SECRET}).encode()
    answer = await send(chat, challenge, {"Content-Type": JSON})
    assert (answer.status, answer.answer) == (401, ""), "only when Slack signed it"


async def test_everything_is_on_one_port_and_nothing_else_is(chat: SlackOverHttp) -> None:
    assert await get(chat, "/health") == (200, "ok")
    assert await get(chat, "/ready") == (200, "ready")
    status, text = await get(chat, "/metrics")
    assert status == 200
    assert "comeback_slack_refused_total" in text
    for path in ("/", "/slack", "/slack/", "/slack/events/", "/slack/install", "/slack/oauth"):
        assert (await get(chat, path))[0] == 404, path
    body = command(chat)
    for path in ("/events", "/slack/commands", "/elsewhere/events", "/slack//events"):
        assert (await send(chat, body, chat.fake.http.signed(body), path)).status == 404, path


async def test_the_path_can_be_set(chat: SlackOverHttp) -> None:
    await chat.disconnect()
    await chat.connect(chat.house.clock.now(), COMEBACK_SLACK_PATH="/bots/comeback")
    assert chat.fake.app.set_up.events_url.endswith("/bots/comeback/events")
    await chat.say(ANA, "/comeback")
    assert (await chat.last(ANA)).text.startswith("Your page")
    body = command(chat)
    assert (await send(chat, body, chat.fake.http.signed(body))).status == 404


async def test_while_it_stops_what_came_before_is_answered_and_what_comes_is_not(
    chat: SlackOverHttp,
) -> None:
    gate, ana = Gate(chat), chat.people[ANA]
    doing = asyncio.ensure_future(ana.use(chat.support, "/comeback"))
    while not chat.app.desk._under_way:
        await asyncio.sleep(0.001)
    stopping = asyncio.ensure_future(chat.restart())
    await asyncio.sleep(0.02)
    late = await send(chat, body := command(chat), chat.fake.http.signed(body))
    assert (late.status, late.answer) == (503, ""), "Slack tries events again"
    assert not stopping.done()
    gate.open()
    outcome = await doing
    await stopping
    assert outcome.acked
    assert outcome.body["response_type"] == "ephemeral"


FORM = "application/x-www-form-urlencoded"
NONSENSE = (
    (b"{" + SECRET.encode(), JSON),
    (b"payload=%7B" + SECRET.encode(), FORM),
    (b"payload=" + SECRET.encode(), FORM),
    (b"\xff\xfe" + SECRET.encode(), FORM),
    (json.dumps([SECRET]).encode(), JSON),
    (json.dumps({"type": "block_actions", "actions": SECRET}).encode(), JSON),
    (json.dumps({"type": "event_callback", "event": {"type": SECRET}}).encode(), JSON),
    (urlencode({"command": f"/{SECRET}"}).encode(), FORM),
    (b"", JSON),
    (SECRET.encode() * (1024 * 1024 // len(SECRET) + 1), JSON),
)


@pytest.mark.faults
@pytest.mark.filterwarnings("ignore:Sending a large body")
async def test_what_is_signed_and_makes_no_sense_leaves_no_word_behind(
    chat: SlackOverHttp, log_lines: io.StringIO
) -> None:
    for body, kind in NONSENSE:
        answer = await send(chat, body, chat.fake.http.signed(body, kind))
        assert answer.status >= 400 or answer.answer in ("", NOT_HERE), body[:80]
        assert SECRET not in answer.answer + str(answer.answer_headers)
        assert "Traceback" not in answer.answer
    assert_knows_nobody(log_lines, chat, SECRET)
    await chat.say(ANA, "/comeback")
    assert (await chat.last(ANA)).text.startswith("Your page"), "it goes on"


async def test_what_no_client_may_set_is_not_believed(chat: SlackOverHttp) -> None:
    """A request without a signature cannot pretend to be a check of the certificate."""
    asked: dict[str, Any] = {"ssl_check": "1", "command": "/privacy"}
    answer = await send(
        chat,
        urlencode(asked).encode(),
        {"Content-Type": "application/x-www-form-urlencoded"},
    )
    assert (answer.status, answer.answer) == (401, "")
