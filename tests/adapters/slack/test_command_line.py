"""The commands of whoever runs the bot, as they are typed, against a running Slack."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import aiohttp
import pytest
import yaml

from tests.fakes.discord import FakeDiscord
from tests.fakes.slack import FakeSlack, Person

HERE = Path(__file__).parents[3]
WRITTEN = HERE / "deploy/slack-manifest.yaml"
_WRONG = "xoxb-hunter2"


class Place:
    """A Slack with one workspace, the app in it, two rooms and an admin."""

    def __init__(self, fake: FakeSlack) -> None:
        self.fake = fake
        fake.deadline = 10.0
        fake.configure(yaml.safe_load(WRITTEN.read_text("utf-8")))
        self.workspace = fake.workspace("Second Start")
        fake.install(self.workspace)
        self.room = fake.channel(self.workspace, "support")
        self.mo: Person = fake.person("mo", self.workspace, admin=True, channels=[self.room])


@pytest.fixture
async def place() -> AsyncIterator[Place]:
    """Give a Slack; in the end the bot did nothing that it should not."""
    async with FakeSlack() as fake:
        yield Place(fake)
        fake.assert_clean()


class Comeback:
    """The program, in a folder of its own, with a Slack."""

    def __init__(self, place: Place, folder: Path, database: str) -> None:
        clean = {name: text for name, text in os.environ.items() if "COMEBACK_" not in name}
        self.place, self.folder = place, folder
        self.environment = clean | {
            "PYTHONPATH": str(HERE),
            "COMEBACK_ROOT_KEY": "A" * 43,
            "COMEBACK_DATABASE_URL": database,
            "COMEBACK_PORT": "0",
            "SLACK_API_URL": place.fake.api,
        }

    @property
    def by_socket(self) -> dict[str, str]:
        """Return the settings for Socket Mode."""
        token = self.place.fake.app.app_token
        return {
            "COMEBACK_SLACK_BOT_TOKEN": self.place.workspace.bot_token,
            "COMEBACK_SLACK_APP_TOKEN": token,
        }

    @property
    def by_http(self) -> dict[str, str]:
        """Return the settings for HTTP."""
        return {
            "COMEBACK_SLACK_BOT_TOKEN": self.place.workspace.bot_token,
            "COMEBACK_SLACK_SIGNING_SECRET": self.place.fake.app.signing_secret,
        }

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

    async def running(self, **more: str) -> tuple[asyncio.subprocess.Process, int]:
        """Start the bot and wait until it is ready; return its port as well."""
        process = await self.start("run", **more)
        port = await _port(process)
        async with asyncio.timeout(30), aiohttp.ClientSession() as session:
            while True:
                async with session.get(f"http://127.0.0.1:{port}/ready") as answer:
                    if answer.status == 200:
                        return process, port
                await asyncio.sleep(0.05)


async def _port(process: asyncio.subprocess.Process) -> int:
    assert process.stderr is not None
    while True:
        line = (await asyncio.wait_for(process.stderr.readline(), 30)).decode()
        assert line, "it ended"
        if found := re.findall(r'"port": (\d+)', line):
            return int(found[0])


@pytest.fixture
def comeback(place: Place, tmp_path: Path, sqlite_url: str) -> Comeback:
    """Give the program, with a root key and a database."""
    return Comeback(place, tmp_path, sqlite_url)


async def _stopped_in_the_middle(
    place: Place, process: asyncio.subprocess.Process, command: str
) -> str:
    """Tell the bot to stop while it opens a form; return what it logged from then on."""
    opened = place.fake.traffic.of("views.open")
    before = len(opened)
    place.fake.faults.slow("views.open", 0.4)
    task = asyncio.ensure_future(place.mo.use(place.room, command, "set-up"))
    async with asyncio.timeout(10):
        while len(place.fake.traffic.of("views.open")) == before:
            await asyncio.sleep(0.005)
    process.send_signal(signal.SIGTERM)
    assert (await task).acked
    _, err = await asyncio.wait_for(process.communicate(), 30)
    return err.decode()


@pytest.mark.parametrize("way", ["socket", "http"])
async def test_it_runs_and_when_told_to_stop_it_finishes_what_is_under_way(
    comeback: Comeback, place: Place, way: str
) -> None:
    settings = comeback.by_socket if way == "socket" else comeback.by_http
    prefix = "" if way == "socket" else "job-"
    process, port = await comeback.running(**settings, COMEBACK_SLACK_PREFIX=prefix)
    if way == "http":
        code, out, _ = await comeback(
            "manifest",
            "slack",
            COMEBACK_SLACK_PREFIX=prefix,
            COMEBACK_SLACK_URL=f"http://127.0.0.1:{port}",
        )
        assert code == 0
        place.fake.configure(yaml.safe_load(out))
        assert await place.fake.http.verify_url()
    outcome = await place.mo.use(place.room, f"/{prefix}comeback")
    assert outcome.acked
    assert place.mo.private()[-1].words.startswith("Your page")
    err = await _stopped_in_the_middle(place, process, f"/{prefix}support")
    assert process.returncode == 0, err
    assert place.mo.modal is not None
    assert '"level": "error"' not in err
    assert not place.fake.socket.connected


async def test_both_platforms_run_at_once(comeback: Comeback, place: Place) -> None:
    async with FakeDiscord() as discord:
        guild = discord.world.add_guild("Second Start")
        channel = discord.world.add_channel(guild, "support")
        process, _ = await comeback.running(
            COMEBACK_DISCORD_TOKEN=discord.token,
            COMEBACK_DISCORD_API_URL=discord.api,
            COMEBACK_DISCORD_GATEWAY_URL=discord.gateway_url,
            **comeback.by_socket,
        )
        assert (await place.mo.use(place.room, "/comeback")).acked
        ana = discord.person("ana", guild)
        outcome = await ana.use(channel, "comeback")
        assert outcome.kind == "message"
        process.send_signal(signal.SIGTERM)
        _, err = await asyncio.wait_for(process.communicate(), 30)
        assert process.returncode == 0, err


Wrong = Callable[[Comeback], dict[str, str]]

CASES: dict[str, tuple[Wrong, str]] = {
    "bot token": (
        lambda it: it.by_socket | {"COMEBACK_SLACK_BOT_TOKEN": _WRONG},
        "Slack does not accept COMEBACK_SLACK_BOT_TOKEN",
    ),
    "app token": (
        lambda it: it.by_socket | {"COMEBACK_SLACK_APP_TOKEN": "xapp-1-hunter2"},
        "Slack does not accept COMEBACK_SLACK_APP_TOKEN",
    ),
    "port": (lambda it: it.by_http | {"COMEBACK_PORT": str(_own_port(it))}, "is taken"),
}


def _own_port(it: Comeback) -> int:
    return int(it.place.fake.host.rpartition(":")[2])


@pytest.mark.parametrize("case", CASES)
async def test_what_keeps_it_from_running_is_a_sentence(comeback: Comeback, case: str) -> None:
    settings, sentence = CASES[case]
    code, _, err = await comeback("run", **settings(comeback))
    assert code == 2
    last = err.strip().splitlines()[-1]
    assert last.startswith("This did not work: ")
    assert sentence in last
    assert "Traceback" not in err
    assert "hunter2" not in err


async def test_a_token_that_is_revoked_while_it_runs_ends_it_with_a_sentence(
    comeback: Comeback, place: Place
) -> None:
    process, _ = await comeback.running(**comeback.by_socket)
    place.fake.socket.open_fails("token_revoked", 1000)
    place.fake.socket.disconnect("too_many_websockets")
    _, err = await asyncio.wait_for(process.communicate(), 30)
    assert process.returncode == 2
    assert "Slack does not accept COMEBACK_SLACK_APP_TOKEN" in err.decode().splitlines()[-1]


async def test_the_doctor_looks_and_says_what_is_missing(comeback: Comeback, place: Place) -> None:
    code, out, err = await comeback("doctor", **comeback.by_socket)
    assert code == 1, err
    assert "Slack opens a connection for Socket Mode." in out
    assert "Slack knows the bot as comeback in Second Start." in out
    assert "LOOK   Second Start: The support room is not chosen yet." in out
    assert not place.fake.traffic.of("chat.postMessage")
    several = {
        "COMEBACK_SLACK_SIGNING_SECRET": place.fake.app.signing_secret,
        "COMEBACK_SLACK_CLIENT_ID": place.fake.app.client_id,
        "COMEBACK_SLACK_CLIENT_SECRET": place.fake.app.client_secret,
        "COMEBACK_SLACK_URL": "https://comeback.example.org",
    }
    code, out, err = await comeback("doctor", **several)
    assert code == 1, err
    assert "in no workspace yet: open https://comeback.example.org/slack/install" in out
    code, out, err = await comeback(
        "doctor", **comeback.by_socket | {"COMEBACK_SLACK_BOT_TOKEN": _WRONG}
    )
    assert code == 2
    assert "Slack does not accept COMEBACK_SLACK_BOT_TOKEN" in err
    assert _WRONG not in out + err


async def test_the_manifest_is_printed_as_it_is_in_the_repository(comeback: Comeback) -> None:
    code, out, err = await comeback("manifest", "slack")
    assert (code, err) == (0, "")
    assert out == WRITTEN.read_text("utf-8")
