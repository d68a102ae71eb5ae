from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.installation_store.models import Bot, Installation
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.slack import FakeSlack, Person
from tests.fakes.slack_stage import SCOPES, manifest
from tests.fakes.test_slack_http import serving

# slack_sdk 3.47 still writes its client's id and secret with it


class Kept(AsyncInstallationStore):
    def __init__(self) -> None:
        self.found: list[Installation] = []

    async def async_save(self, installation: Installation) -> None:
        self.found.append(installation)

    async def async_find_bot(self, **which: Any) -> Bot | None:
        return self.found[-1].to_bot() if self.found else None


class States(AsyncOAuthStateStore):
    def __init__(self) -> None:
        self.issued: set[str] = set()

    async def async_issue(self, *args: Any, **more: Any) -> str:
        self.issued.add("a-state")
        return "a-state"

    async def async_consume(self, state: str) -> bool:
        known = state in self.issued
        self.issued.discard(state)
        return known


@asynccontextmanager
async def installing(fake: FakeSlack, kept: Kept, **more: Any) -> AsyncIterator[str]:
    settings = AsyncOAuthSettings(
        client_id=fake.app.client_id,
        client_secret=fake.app.client_secret,
        scopes=SCOPES,
        authorization_url=f"{fake.host}/oauth/v2/authorize",
        installation_store=kept,
        state_store=States(),
        **more,
    )
    client = AsyncWebClient(base_url=fake.api)
    app = AsyncApp(client=client, signing_secret=fake.app.signing_secret, oauth_settings=settings)
    async with serving(app.web_app()) as host:
        raw = manifest(f"{host}/slack/events")
        raw["oauth_config"]["redirect_urls"] = [f"{host}/slack/oauth_redirect"]
        fake.configure(raw)
        yield f"{host}/slack/install"


@pytest.fixture
async def fake() -> AsyncIterator[FakeSlack]:
    async with FakeSlack() as running:
        running.configure(manifest())
        yield running


@pytest.fixture
async def ana(fake: FakeSlack) -> Person:
    return fake.person("ana", fake.workspace("Second Start"), admin=True)


@pytest.mark.parametrize("page", [True, False])
async def test_an_installation_gives_a_token(fake: FakeSlack, ana: Person, page: bool) -> None:
    kept = Kept()
    async with installing(fake, kept, install_page_rendering_enabled=page) as url:
        status, text = await ana.authorize(url)
        assert (status, "Thank you" in text) == (200, True)
        (installation,) = kept.found
        space = ana.workspace
        assert installation.bot_token == space.bot_token
        assert (installation.team_id, installation.team_name) == (space.id, "Second Start")
        assert (installation.user_id, installation.bot_id) == (ana.id, space.bot_id)
        assert space.scopes == set(SCOPES)
        room = fake.channel(space, "support")
        ana.join(room)
        assert (await ana.use(room, "/word")).status == 404  # bolt has no listener for it
        before = space.bot_token
        await ana.authorize(url)
        assert space.bot_token == before
        await fake.uninstall(space)
        await ana.authorize(url)
        assert space.bot_token not in ("", before)
    assert not fake.violations


async def test_an_installation_can_be_refused(fake: FakeSlack, ana: Person) -> None:
    kept = Kept()
    async with installing(fake, kept) as url:
        status, text = await ana.authorize(url, refuse=True)
        assert (status, "access_denied" in text) == (200, True)
    assert kept.found == []
    assert ana.workspace.bot_token == ""


async def test_an_unknown_scope_is_told_on_slacks_page(fake: FakeSlack, ana: Person) -> None:
    async with installing(fake, Kept()) as url:
        assert fake.app.manifest is not None
        fake.app.manifest.raw["oauth_config"]["scopes"]["bot"].remove("files:write")
        _, text = await ana.authorize(url)
        assert "invalid_scope: files:write" in text
        fake.app.manifest.raw["oauth_config"]["redirect_urls"].clear()
        fake.app.manifest.raw["oauth_config"]["scopes"]["bot"].append("files:write")
        _, text = await ana.authorize(url)
        assert "bad_redirect_uri" in text


async def test_a_code_is_used_once_within_ten_minutes(fake: FakeSlack, ana: Person) -> None:
    client = AsyncWebClient(base_url=fake.api)
    app = fake.app
    query = {"scope": "commands", "client_id": app.client_id}

    def code() -> str:
        back = fake.installs.agree(query, ana.workspace, ana.id, ())
        return back.partition("code=")[2].partition("&")[0]

    async def access(**more: Any) -> Any:
        args = {"client_id": app.client_id, "client_secret": app.client_secret} | more
        return await client.api_call("oauth.v2.access", params=args)

    def error(refused: pytest.ExceptionInfo[Exception]) -> str:
        return str(refused.value.response["error"])  # type: ignore[attr-defined]

    first = code()
    done = await client.oauth_v2_access(
        client_id=app.client_id, client_secret=app.client_secret, code=first
    )
    assert done["access_token"].startswith("xoxb-")
    assert (done["token_type"], done["scope"]) == ("bot", "commands")
    assert done["authed_user"] == {"id": ana.id}
    late = code()
    wrong = {
        "code_already_used": {"code": first},
        "invalid_code": {"code": "1.2"},
        "invalid_client_id": {"code": code(), "client_id": "1.2"},
        "bad_client_secret": {"code": code(), "client_secret": "no"},
        "bad_redirect_uri": {"code": code(), "redirect_uri": "http://127.0.0.1:1/"},
    }
    for said, args in wrong.items():
        with pytest.raises(Exception, match="failed") as refused:
            await access(**args)
        assert error(refused) == said
    fake.clock.forward(601)
    with pytest.raises(Exception, match="failed") as refused:
        await access(code=late)
    assert error(refused) == "invalid_code"
