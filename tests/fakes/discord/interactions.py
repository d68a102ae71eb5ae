"""Interactions: what somebody did, on its way to the bot, and what became of it."""

from __future__ import annotations

import asyncio
import copy
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.fakes.discord.bodies import FILE_LIMIT
from tests.fakes.discord.errors import ApiError
from tests.fakes.discord.shapes import member_of, public_user
from tests.fakes.discord.world import DM, Json

if TYPE_CHECKING:
    from tests.fakes.discord.server import FakeDiscord

COMMAND, COMPONENT, AUTOCOMPLETE, SUBMIT = 2, 3, 4, 5
TOKEN_LIFE = 15 * 60.0


@dataclass
class Interaction:
    """One interaction. ``answer`` is the type of the first answer, 0 while there is none."""

    id: str
    token: str
    type: int
    user_id: str
    channel: Json
    data: Json
    at: float
    message: Json | None = None
    """The message a component stands on, as it was when it was used."""
    opener: Interaction | None = None
    """What was answered with the form this one submits."""
    answer: int = 0
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    original: str = ""
    """The id of the message the first answer made, or changes."""
    modal: Json | None = None
    choices: list[Json] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    """Ids of every message it made."""
    delivered: bool = False

    @property
    def guild_id(self) -> str | None:
        """Return the guild's id, or nothing in a direct message."""
        return self.channel.get("guild_id")


class Interactions:
    """All interactions, by token, and the deadlines."""

    def __init__(self, fake: FakeDiscord) -> None:
        self.fake, self.world = fake, fake.world
        self.deadline = 3.0
        """Seconds for the first answer."""
        self.by_token: dict[str, Interaction] = {}

    def new(
        self,
        kind: int,
        user_id: str,
        channel: Json,
        data: Json,
        message: Json | None = None,
        opener: Interaction | None = None,
    ) -> Interaction:
        """Make an interaction; nobody hears of it yet."""
        interaction = Interaction(
            self.world.new_id(),
            "aW50ZXJhY3Rpb246" + secrets.token_urlsafe(96),
            kind,
            user_id,
            channel,
            data,
            self.fake.clock.monotonic(),
            copy.deepcopy(message),
            opener,
        )
        self.by_token[interaction.token] = interaction
        return interaction

    async def send(self, interaction: Interaction) -> None:
        """Send it to the bot; return when it is answered or the deadline has passed."""
        payload = self.payload(interaction)
        interaction.at = self.fake.clock.monotonic()
        guild_id = interaction.guild_id
        interaction.delivered = self.fake.gateway.dispatch("INTERACTION_CREATE", payload, guild_id)
        if not interaction.delivered:
            interaction.at -= self.deadline  # nobody is there to answer
            return
        try:
            await asyncio.wait_for(interaction.answered.wait(), self.deadline)
        except TimeoutError:
            # A clock that a test stopped or a loop that woke early must not leave it alive.
            interaction.at = min(interaction.at, self.fake.clock.monotonic() - self.deadline)

    def waiting(self, interaction_id: str, token: str) -> Interaction:
        """Return an interaction that may get its first answer now; raises 10062, 40060."""
        found = self.by_token.get(token)
        if found is None or found.id != interaction_id:
            raise ApiError(10062)
        if found.answer:
            raise ApiError(40060)
        if self.fake.clock.monotonic() - found.at >= self.deadline:
            raise ApiError(10062)
        return found

    def alive(self, app_id: str, token: str) -> Interaction:
        """Return an interaction that may be followed up; raises 10015, 50027."""
        found = self.by_token.get(token)
        if found is None or app_id != self.world.app_id or not found.answer:
            raise ApiError(10015)
        if self.fake.clock.monotonic() - found.at >= TOKEN_LIFE:
            raise ApiError(50027)
        return found

    def payload(self, interaction: Interaction) -> Json:
        """Return INTERACTION_CREATE's data."""
        world, channel = self.world, interaction.channel
        direct = channel["type"] == DM
        user = world.users[interaction.user_id]
        payload: Json = {"id": interaction.id, "application_id": world.app_id, "version": 1}
        payload |= {"type": interaction.type, "token": interaction.token, "data": interaction.data}
        payload |= {"channel_id": channel["id"], "locale": user["locale"], "entitlements": []}
        payload |= {"entitlement_sku_ids": [], "attachment_size_limit": FILE_LIMIT}
        payload["channel"] = dict(channel)
        payload["app_permissions"] = str(world.may(world.app_id, channel))
        payload["context"] = 1 if direct else 0
        payload["authorizing_integration_owners"] = self.owners(interaction)
        if direct:
            payload["user"] = public_user(user)
        else:
            guild = world.guilds[channel["guild_id"]]
            payload["guild_id"], payload["guild_locale"] = guild["id"], guild["preferred_locale"]
            payload["guild"] = {"id": guild["id"], "locale": guild["preferred_locale"]}
            payload["guild"]["features"] = guild["features"]
            payload["member"] = member_of(world, guild, interaction.user_id, channel)
            payload["channel"]["permissions"] = payload["member"]["permissions"]
        if interaction.message is not None:
            payload["message"] = interaction.message
        return payload

    def owners(self, interaction: Interaction) -> Json:
        """Return who installed the app: the guild, or ``"0"`` in its own direct messages."""
        return {"0": interaction.guild_id or "0"}

    def metadata(self, interaction: Interaction, *, follow_up: bool) -> Json:
        """Return ``interaction_metadata``: a message shows who used what."""
        user = self.world.users[interaction.user_id]
        data: Json = {"id": interaction.id, "type": interaction.type, "user": public_user(user)}
        data["authorizing_integration_owners"] = self.owners(interaction)
        if interaction.type == COMMAND:
            kind = interaction.data["type"]
            data |= {"command_type": kind, "name": interaction.data["name"]}
            if kind == 3:
                data["target_message_id"] = interaction.data["target_id"]
            if kind == 2:
                data["target_user"] = public_user(self.world.users[interaction.data["target_id"]])
        if interaction.type == COMPONENT and interaction.message is not None:
            data["interacted_message_id"] = interaction.message["id"]
        if follow_up and interaction.original:
            data["original_response_message_id"] = interaction.original
        if interaction.opener is not None:
            data["triggering_interaction_metadata"] = self.metadata(
                interaction.opener, follow_up=False
            )
        return data
