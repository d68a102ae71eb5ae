"""People with a client: what they see, and what they can do with it."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from tests.fakes.discord import components, permissions, selects
from tests.fakes.discord.eyes import Eyes
from tests.fakes.discord.forms import Modal, opened
from tests.fakes.discord.interactions import AUTOCOMPLETE, COMMAND, COMPONENT, SUBMIT, Interaction
from tests.fakes.discord.options import NotOffered, command_data, offers, resolved
from tests.fakes.discord.outcome import Outcome
from tests.fakes.discord.shown import Shown
from tests.fakes.discord.world import THREADS, Json, ident

if TYPE_CHECKING:
    from tests.fakes.discord.server import FakeDiscord


class Person(Eyes):
    """Somebody with a client. Make one with ``FakeDiscord.person``."""

    def __init__(self, fake: FakeDiscord, user_id: str) -> None:
        super().__init__(fake, user_id)
        self.modal: Modal | None = None
        """The form that is open in front of them."""
        self._opener: Interaction | None = None

    def __repr__(self) -> str:
        return f"<Person {self.user['username']}>"

    def reload(self) -> None:
        """Restart the client: ephemeral messages and an open form are gone from it."""
        self._forgotten |= set(self.fake.messages.private_to)
        self.modal = self._opener = None

    def dismiss(self, message: Any) -> None:
        """Press "Dismiss message" below an ephemeral message: the bot can no longer change it."""
        if self.fake.messages.private_to.get(ident(message)) != self.id:
            raise LookupError(message)
        self.fake.messages.remove(self._held(message))

    # Settings.

    @property
    def closed(self) -> bool:
        """Say whether direct messages are refused (50007)."""
        return self.id in self.fake.messages.closed_inboxes

    @closed.setter
    def closed(self, closed: bool) -> None:
        inboxes = self.fake.messages.closed_inboxes
        (inboxes.add if closed else inboxes.discard)(self.id)

    # Doing.

    def open_dm(self) -> Json:
        """Open the direct messages with the bot, as by pressing its name."""
        return self.fake.world.open_dm(self.id)

    def write(self, channel: Any, text: str) -> Shown:
        """Write a message of their own."""
        place = self.fake.world.channels[ident(channel)]
        closed = self.closed
        self.closed = False  # their own words reach their own direct messages
        try:
            message = self.fake.messages.send(self.id, place, {"content": text}, {})
        finally:
            self.closed = closed
        return self._copy(message)

    def delete(self, message: Any) -> None:
        """Delete a message: their own, or with Manage Messages anybody's."""
        held = self._held(message)
        channel = self.fake.world.channels[held["channel_id"]]
        self.fake.messages.delete_as(self.id, channel, held["id"])

    async def use(self, channel: Any, words: str, **options: Any) -> Outcome:
        """Use a slash command, as ``use(channel, "privacy forget")``; raises ``NotOffered``."""
        place = self._place(channel, speaks=True)
        offered = self.fake.commands.offered(self.id, place)
        data = command_data(self, place, offered, words, options)
        return await self._send(COMMAND, place, data)

    async def complete(
        self, channel: Any, words: str, focused: str, value: Any, **options: Any
    ) -> list[Json]:
        """Type into an option with autocomplete, and return the choices."""
        place = self._place(channel, speaks=True)
        offered = self.fake.commands.offered(self.id, place)
        given = {**options, focused: value}
        data = command_data(self, place, offered, words, given, focused=focused)
        return (await self._send(AUTOCOMPLETE, place, data)).interaction.choices

    async def context_menu(self, label: str, on: Any) -> Outcome:
        """Use *Apps, label* on a message; raises ``NotOffered``."""
        message = self._held(on)
        place = self._place(message["channel_id"])
        data = self._menu(label, place, 3)
        data["target_id"] = message["id"]
        data["resolved"] = {"messages": {message["id"]: copy.deepcopy(message)}}
        return await self._send(COMMAND, place, data)

    async def context_menu_user(self, label: str, channel: Any, person: Person) -> Outcome:
        """Use *Apps, label* on a person in a channel."""
        place = self._place(channel)
        data = self._menu(label, place, 2)
        data |= {"target_id": person.id, "resolved": resolved(self.fake.world, place, [person.id])}
        return await self._send(COMMAND, place, data)

    def _menu(self, label: str, place: Json, kind: int) -> Json:
        for command in self.fake.commands.offered(self.id, place, kind):
            if command["name"] == label:
                keys = ("id", "name", "type", "guild_id")
                return {key: command[key] for key in keys if key in command}
        raise NotOffered(f"{label!r} is not in the menu")

    def _place(self, channel: Any, *, speaks: bool = False) -> Json:
        place = self.fake.world.channels[ident(channel)]
        held = self.fake.world.may(self.id, place)
        if not held & permissions.VIEW_CHANNEL:
            raise LookupError(f"{self} does not see {place.get('name')}")
        thread = place["type"] in THREADS
        needs = permissions.SEND_MESSAGES_IN_THREADS if thread else permissions.SEND_MESSAGES
        if speaks and not held & needs:
            raise NotOffered(f"{self} cannot type in {place.get('name')}")
        return place

    async def press(self, message: Any, label: str) -> Outcome:
        """Press a button by label or custom_id, on a message as it is now.

        Raises ``LookupError`` where it is not shown, is disabled or is only a link.
        """
        held = self._held(message)
        button = self._copy(held).find(label)
        if button.disabled or not button.custom_id:
            raise LookupError(f"{label!r} cannot be pressed")
        return await self._component(held, {"custom_id": button.custom_id, "component_type": 2})

    async def press_stale(self, seen: Shown, label: str, *, crossed: bool = False) -> Outcome:
        """Press a button on a message as it was seen, before the client drew it anew.

        Discord looks the button up in the message as it is now: gone or disabled, it refuses with
        "Component validation failed" and the bot hears nothing (the outcome is "nothing"). With
        ``crossed`` the press was let through a moment before the change and reaches the bot after
        it, with the message as it was then: rare, and real.
        """
        button = seen.find(label)
        data = {"custom_id": button.custom_id, "component_type": 2}
        if crossed:
            return await self._component(seen.raw, data)
        now = self.look(seen)
        same = [one for one in now.buttons if one.custom_id == button.custom_id] if now else []
        if not same or same[0].disabled:
            place = self.fake.world.channels[seen.channel_id]
            return Outcome(self, self.fake.interactions.new(COMPONENT, self.id, place, data))
        return await self._component(self._held(seen), data)

    async def choose(self, message: Any, select: str, *values: str) -> Outcome:
        """Choose in a select, by its custom_id or placeholder; values by label, value or id."""
        held = self._held(message)
        found = [
            one
            for one in self._copy(held).selects
            if select in (one.get("custom_id"), one.get("placeholder")) and not one.get("disabled")
        ]
        if len(found) != 1:
            raise LookupError(f"{select!r} is {len(found)} times there")
        menu = found[0]
        least, most = menu.get("min_values"), menu.get("max_values")
        least, most = 1 if least is None else least, 1 if most is None else most
        if not least <= len(values) <= most:
            raise LookupError(f"{select!r} takes {least} to {most} values")
        data: Json = {"custom_id": menu["custom_id"], "component_type": menu["type"]}
        place = self.fake.world.channels[held["channel_id"]]
        if menu["type"] == selects.STRING_SELECT:
            by_name = {one["label"]: one["value"] for one in menu["options"]}
            by_name |= {one["value"]: one["value"] for one in menu["options"]}
            data["values"] = [by_name[one] for one in values]
        else:
            data["values"] = [ident(one) for one in values]
            data["resolved"] = resolved(self.fake.world, place, data["values"])
        return await self._component(held, data)

    async def _component(self, message: Json, data: Json) -> Outcome:
        place = self.fake.world.channels[message["channel_id"]]
        every = components.walk(message["components"])
        data["id"] = next(
            one["id"] for _, one in every if one.get("custom_id") == data["custom_id"]
        )
        return await self._send(COMPONENT, place, data, message)

    # Forms.

    async def submit(self, **values: Any) -> Outcome:
        """Send the open form; fields not given keep what they start with.

        Names are custom_ids. Raises ``LookupError`` for an unknown one and ``Unsent`` where the
        client would not let it through; the form stays open then.
        """
        if self.modal is None or self._opener is None:
            raise LookupError("no form is open")
        modal, opener = self.modal, self._opener
        place = opener.channel
        data = modal.submitted(
            values,
            lambda kind, one: offers(self.fake.world, place, self.id, kind, one),
            lambda ids: resolved(self.fake.world, place, ids),
        )
        self.modal = self._opener = None
        source = opener.message
        if source is not None:
            source = self.fake.messages.by_channel.get(place["id"], {}).get(source["id"], source)
        return await self._send(SUBMIT, place, data, source, opener)

    def close_modal(self) -> None:
        """Close the form; Discord tells nobody."""
        self.modal = self._opener = None

    async def _send(
        self,
        kind: int,
        place: Json,
        data: Json,
        message: Json | None = None,
        opener: Interaction | None = None,
    ) -> Outcome:
        interactions = self.fake.interactions
        interaction = interactions.new(kind, self.id, place, data, message, opener)
        await interactions.send(interaction)
        if interaction.modal is not None:
            self.modal, self._opener = opened(interaction.modal), interaction
        return Outcome(self, interaction)
