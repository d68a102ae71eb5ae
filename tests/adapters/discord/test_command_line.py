"""The commands of whoever runs the bot, as they are typed, against a running Discord."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from tests.fakes.discord import FakeDiscord

_WRONG = "hunter2"
HERE = Path(__file__).parent.parent.parent.parent


@pytest.fixture
async def fake() -> AsyncIterator[FakeDiscord]:
    """Give a Discord with one server, and a channel in it that everybody sees."""
    async with FakeDiscord() as running:
        guild = running.world.add_guild("Second Start")
        running.world.add_channel(guild, "support")
        yield running
        running.assert_clean()


class Comeback:
    """The program, in a folder of its own, with a Discord."""

    def __init__(self, fake: FakeDiscord, folder: Path) -> None:
        clean = {name: text for name, text in os.environ.items() if "COMEBACK_" not in name}
        self.environment = clean | {
            "PYTHONPATH": str(HERE),
            "COMEBACK_DISCORD_TOKEN": fake.token,
            "COMEBACK_DISCORD_API_URL": fake.api,
            "COMEBACK_DISCORD_GATEWAY_URL": fake.gateway_url,
            "COMEBACK_PORT": "0",
        }
        self.folder = folder

    async def start(self, *words: str, **more: str) -> asyncio.subprocess.Process:
        """Start the program."""
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *words,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            cwd=self.folder,
            env=self.environment | more,
        )

    async def __call__(self, *words: str, **more: str) -> tuple[int, str, str]:
        """Run the program; return its code and what it wrote."""
        process = await self.start(*words, **more)
        out, err = await asyncio.wait_for(process.communicate(), 60)
        return process.returncode or 0, out.decode(), err.decode()


@pytest.fixture
async def comeback(fake: FakeDiscord, tmp_path: Path) -> Comeback:
    """Give the program, with a root key."""
    program = Comeback(fake, tmp_path)
    code, _, err = await program("init")
    assert code == 0, err
    return program


async def test_invite_asks_for_exactly_what_it_explains(comeback: Comeback) -> None:
    code, out, _ = await comeback("invite", "discord", COMEBACK_DISCORD_APPLICATION_ID="9" * 18)
    assert code == 0
    link, _, reasons = out.partition("\n\n")
    assert f"client_id={'9' * 18}" in link
    asked = int(re.findall(r"permissions=(\d+)", link)[0])
    named = re.findall(r"^  ([A-Z][A-Za-z ]+): ", reasons, re.MULTILINE)
    assert len(named) == asked.bit_count()
    assert asked & 1 << 3 == 0, "never administrator"


async def test_the_token_holds_the_applications_id(comeback: Comeback) -> None:
    token = "MTIzNDU2Nzg5MDEyMzQ1Njc4.any.thing"  # noqa: S105 - it opens nothing
    _, out, _ = await comeback("invite", "discord", COMEBACK_DISCORD_TOKEN=token)
    assert "client_id=123456789012345678" in out
    code, _, err = await comeback("invite", "discord", COMEBACK_DISCORD_TOKEN=_WRONG)
    assert code == 2
    assert "COMEBACK_DISCORD_APPLICATION_ID" in err


async def test_the_doctor_says_what_is_missing_and_tells_discord_nothing(
    comeback: Comeback, fake: FakeDiscord
) -> None:
    code, out, err = await comeback("doctor")
    assert code == 1, err
    assert "Second Start: The support room is not chosen yet." in out
    assert fake.commands.puts == 0
    code, _, err = await comeback("doctor", COMEBACK_DISCORD_TOKEN=_WRONG)
    assert code == 2
    assert "does not accept COMEBACK_DISCORD_TOKEN" in err


async def test_a_wrong_token_is_a_sentence(comeback: Comeback) -> None:
    code, _, err = await comeback("run", COMEBACK_DISCORD_TOKEN=_WRONG)
    assert code == 2
    assert "does not accept COMEBACK_DISCORD_TOKEN" in err
    assert "Traceback" not in err
    assert _WRONG not in err


async def test_it_runs_says_that_it_is_ready_and_stops_when_told(
    comeback: Comeback, fake: FakeDiscord
) -> None:
    process = await comeback.start("run")
    assert process.stderr is not None
    port = 0
    while not port:
        line = (await asyncio.wait_for(process.stderr.readline(), 30)).decode()
        assert line, "it ended"
        port = int((re.findall(r'"port": (\d+)', line) or [0])[0])
    async with aiohttp.ClientSession() as session:
        while True:
            async with session.get(f"http://127.0.0.1:{port}/ready") as answer:
                if answer.status == 200:
                    break
            await asyncio.sleep(0.1)
    assert fake.commands.puts == 1
    process.send_signal(signal.SIGTERM)
    await asyncio.wait_for(process.communicate(), 30)
    assert process.returncode == 0
