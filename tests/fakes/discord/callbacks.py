"""Answers to interactions: the first one, and the follow-ups by its token."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.fakes.discord import modals, permissions
from tests.fakes.discord.bodies import Files
from tests.fakes.discord.content import EPHEMERAL, LOADING
from tests.fakes.discord.errors import ApiError, refuse, refused
from tests.fakes.discord.interactions import (
    AUTOCOMPLETE,
    COMMAND,
    COMPONENT,
    SUBMIT,
    Interaction,
)
from tests.fakes.discord.messages import COMMAND as COMMAND_MESSAGE
from tests.fakes.discord.messages import KEEPS, MENU, REPLY
from tests.fakes.discord.routes import Call, Reply, Router
from tests.fakes.discord.world import Json

if TYPE_CHECKING:
    from tests.fakes.discord.server import FakeDiscord

MESSAGE, DEFER, DEFER_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
ALLOWED = {
    COMMAND: {MESSAGE, DEFER, MODAL},
    COMPONENT: {MESSAGE, DEFER, DEFER_UPDATE, UPDATE, MODAL},
    SUBMIT: {MESSAGE, DEFER, DEFER_UPDATE, UPDATE},
    AUTOCOMPLETE: {CHOICES},
}


class Callbacks:
    """The routes with an interaction's token."""

    def __init__(self, fake: FakeDiscord) -> None:
        self.fake, self.world = fake, fake.world
        self.messages, self.interactions = fake.messages, fake.interactions

    def add_to(self, router: Router) -> None:
        """Add the routes; none of them wants the bot's token."""
        callback = "/interactions/{interaction_id}/{interaction_token}/callback"
        hook = "/webhooks/{webhook_id}/{webhook_token}"
        router.add("POST", callback, self.first, token=False)
        router.add("POST", hook, self.follow_up, token=False)
        for which in ("@original", "{message_id}"):
            message = f"{hook}/messages/{which}"
            router.add("GET", message, self.get, token=False)
            router.add("PATCH", message, self.edit, token=False)
            router.add("DELETE", message, self.delete, token=False)

    async def first(self, call: Call) -> Reply:
        """POST the first answer."""
        params = call.params
        token = params["interaction_token"]
        interaction = self.interactions.waiting(params["interaction_id"], token)
        body = call.body if isinstance(call.body, dict) else {}
        kind, data = body.get("type"), body.get("data") or {}
        allowed = set(ALLOWED[interaction.type])
        if interaction.type == SUBMIT and interaction.message is None:
            allowed -= {UPDATE, DEFER_UPDATE}
        if kind not in allowed:
            values = ", ".join(str(one) for one in sorted(allowed))
            raise refused([("type", "BASE_TYPE_CHOICES", f"Value must be one of {{{values}}}.")])
        message = self._do(interaction, kind, data, call.files)
        interaction.answer = kind
        interaction.answered.set()
        self.fake.moved()
        if call.query.get("with_response") not in ("1", "true"):
            return 204, None
        return 200, self._response(interaction, message)

    def _do(self, interaction: Interaction, kind: int, data: Json, files: Files) -> Json | None:
        """Do what the first answer says, and return the message it made or changed."""
        if kind == MODAL:
            refuse(modals.faults(data))
            interaction.modal = data
            return None
        if kind == CHOICES:
            interaction.choices = _checked(data.get("choices") or [])
            return None
        if kind in (UPDATE, DEFER_UPDATE):
            assert interaction.message is not None
            interaction.original = interaction.message["id"]
            if kind == DEFER_UPDATE:
                return None
            source = self.messages.get(interaction.channel["id"], interaction.original)
            return self._change(source, data, files)
        if kind == DEFER:
            flags = (data.get("flags") or 0) & EPHEMERAL | LOADING
            message = self._add(interaction, {}, flags, None, follow_up=False)
        else:
            message = self._make(interaction, data, files, follow_up=False)
        interaction.original = message["id"]
        return message

    def _response(self, interaction: Interaction, message: Json | None) -> Json:
        told: Json = {"id": interaction.id, "type": interaction.type}
        resource: Json = {"type": interaction.answer}
        if message is not None:
            told["response_message_id"] = message["id"]
            told["response_message_loading"] = bool(message["flags"] & LOADING)
            told["response_message_ephemeral"] = bool(message["flags"] & EPHEMERAL)
            resource["message"] = self.messages.for_bot(message)
        return {"interaction": told, "resource": resource}

    # Making and changing messages.

    def _make(
        self, interaction: Interaction, data: Json, files: Files, *, follow_up: bool
    ) -> Json:
        channel = interaction.channel
        fields = self.messages.composer.compose(data, files, channel["id"], None)
        flags = (data.get("flags") or 0) & (KEEPS | EPHEMERAL)
        allowed = data.get("allowed_mentions")
        return self._add(interaction, fields, flags, allowed, follow_up=follow_up)

    def _add(
        self, interaction: Interaction, fields: Json, flags: int, allowed: Any, *, follow_up: bool
    ) -> Json:
        channel = interaction.channel
        if channel["id"] not in self.world.channels:
            raise ApiError(10003)
        person = self.world.may(interaction.user_id, channel)
        self.messages.age(channel)
        if not flags & EPHEMERAL:
            self.messages.open_thread(channel, person)
        fields |= {"type": self._type(interaction, follow_up), "application_id": self.world.app_id}
        fields |= {"webhook_id": self.world.app_id}
        about = self.interactions.metadata(interaction, follow_up=follow_up)
        fields["interaction_metadata"] = about
        if interaction.type == COMMAND and not follow_up:
            old = {key: about[key] for key in ("id", "type", "user", "name")}
            fields["interaction"] = old
        target = interaction.original if follow_up else (interaction.message or {}).get("id")
        if fields["type"] == REPLY and target:
            where = {"type": 0, "channel_id": channel["id"], "message_id": target}
            where |= {"guild_id": channel["guild_id"]} if channel.get("guild_id") else {}
            fields["message_reference"] = where
        message = self.messages.add(self.world.app_id, channel, fields, flags, allowed)
        interaction.made.append(message["id"])
        if flags & EPHEMERAL:
            self.messages.private_to[message["id"]] = interaction.user_id
        else:
            self.messages.told("MESSAGE_CREATE", message)
        return message

    def _type(self, interaction: Interaction, follow_up: bool) -> int:
        root = interaction.opener or interaction
        if follow_up or root.type == COMPONENT:
            return REPLY
        return COMMAND_MESSAGE if root.data.get("type") == 1 else MENU

    def _change(self, message: Json, data: Json, files: Files) -> Json:
        channel = self.world.channels.get(message["channel_id"])
        if channel is None:
            raise ApiError(10003)
        self.messages.age(channel)
        state = channel.get("thread_metadata") or {}
        if state.get("archived") and message["id"] not in self.messages.private_to:
            held = self.world.may(self.world.app_id, channel)
            if state["locked"] and not held & permissions.MANAGE_THREADS:
                raise ApiError(50083)
        return self.messages.edit(message, data, files)

    # Follow-ups.

    def _interaction(self, call: Call) -> Interaction:
        return self.interactions.alive(call.params["webhook_id"], call.params["webhook_token"])

    def _message(self, call: Call, interaction: Interaction) -> Json:
        wanted = call.params.get("message_id", interaction.original)
        message = self.messages.get(interaction.channel["id"], wanted)
        if wanted not in (interaction.original, *interaction.made):
            raise ApiError(10008)
        return message

    async def follow_up(self, call: Call) -> Reply:
        """POST a follow-up; after a deferral the first one fills the message that waits."""
        interaction = self._interaction(call)
        body = call.body if isinstance(call.body, dict) else {}
        held = self.messages.by_channel.get(interaction.channel["id"], {})
        original = held.get(interaction.original)
        if interaction.answer == DEFER and original and original["flags"] & LOADING:
            # Who sees it was decided with the deferral: the flag in this body is ignored.
            message = self._change(original, body, call.files)
        else:
            message = self._make(interaction, body, call.files, follow_up=True)
        self.fake.moved()
        return 200, self.messages.for_bot(message)

    async def get(self, call: Call) -> Reply:
        """GET a message of this interaction."""
        return 200, self.messages.for_bot(self._message(call, self._interaction(call)))

    async def edit(self, call: Call) -> Reply:
        """PATCH a message of this interaction."""
        message = self._message(call, self._interaction(call))
        body = call.body if isinstance(call.body, dict) else {}
        return 200, self.messages.for_bot(self._change(message, body, call.files))

    async def delete(self, call: Call) -> Reply:
        """DELETE a message of this interaction."""
        self.messages.remove(self._message(call, self._interaction(call)))
        return 204, None


def _checked(choices: list[Json]) -> list[Json]:
    if len(choices) > 25:
        raise refused([("data.choices", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.")])
    for number, choice in enumerate(choices):
        if not 1 <= len(choice.get("name") or "") <= 100:
            at = f"data.choices.{number}.name"
            raise refused([(at, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")])
    return choices
