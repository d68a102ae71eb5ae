"""People with a client: what they see, and what they can do with it."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from tests.fakes.slack import browser, reading
from tests.fakes.slack.errors import NotOffered
from tests.fakes.slack.eyes import Eyes
from tests.fakes.slack.forms import View, fill
from tests.fakes.slack.outcome import Outcome
from tests.fakes.slack.shown import Shown
from tests.fakes.slack.views import Held
from tests.fakes.slack.world import Json, Workspace, ident

if TYPE_CHECKING:
    from tests.fakes.slack.server import FakeSlack


class Person(Eyes):
    """Somebody with a client. Make one with ``FakeSlack.person``."""

    def __init__(self, fake: FakeSlack, user_id: str) -> None:
        super().__init__(fake, user_id)
        self.closed_with = "cannot_dm_bot"
        """What the app is told while ``closed``: or user_disabled, restricted_action."""

    def __repr__(self) -> str:
        return f"<Person {self.user['name']}>"

    @property
    def workspace(self) -> Workspace:
        """Return their workspace."""
        return self.fake.world.workspace_of(self.user)

    # Settings.

    @property
    def closed(self) -> bool:
        """Say whether the app cannot write to them."""
        return self.id in self.fake.world.closed

    @closed.setter
    def closed(self, closed: bool) -> None:
        if closed:
            self.fake.world.closed[self.id] = self.closed_with
        else:
            self.fake.world.closed.pop(self.id, None)

    @property
    def zone(self) -> str | None:
        """Return the IANA name of the zone in their profile."""
        zone: str | None = self.user["tz"]
        return zone

    @zone.setter
    def zone(self, zone: str | None) -> None:
        self.user["tz"] = zone

    def deactivate(self) -> None:
        """Let an admin deactivate their account."""
        self.user["deleted"] = True
        for channel, members in self.fake.world.members.items():
            if not self.fake.world.channels[channel].get("is_im"):
                members.discard(self.id)
        event = {"type": "user_change", "user": copy.deepcopy(self.user)}
        self.fake.world.tell(self.workspace, event, "user_change")

    def reload(self) -> None:
        """Restart the client: ephemeral messages and open forms are gone from it."""
        messages = self.fake.messages
        messages.dismissed |= {key for key, who in messages.private_to.items() if who == self.id}
        self.fake.views.clear(self.id)

    # Channels.

    def join(self, channel: Any) -> None:
        """Join a channel, or be invited to it."""
        self.fake.world.join(self.fake.world.channels[ident(channel)], self.id)

    def leave(self, channel: Any) -> None:
        """Leave a channel."""
        self.fake.world.leave(self.fake.world.channels[ident(channel)], self.id)

    def open_dm(self) -> Json:
        """Open the Messages tab of the app; raises ``NotOffered`` where there is none."""
        if not self.fake.world.app.set_up.messages_tab:
            raise NotOffered("the Messages tab is off")
        place = self.fake.world.open_dm(self.id)
        event = {"type": "app_home_opened", "user": self.id, "tab": "messages"}
        event["channel"] = place["id"]
        self.fake.world.tell(self.workspace, event, "app_home_opened")
        return place

    def write(self, channel: Any, text: str, *, under: Shown | None = None) -> Shown:
        """Write a message of their own, or a reply; < > and & are escaped as the client does."""
        place = self._place(channel)
        if place.get("is_im") and self.fake.world.app.set_up.read_only_tab:
            raise NotOffered("the Messages tab is read-only")
        safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        message: Json = {"type": "message", "user": self.id, "text": safe}
        message["team"] = self.workspace.id
        args = {"thread_ts": under.thread_ts or under.ts} if under else {}
        self.fake.messages.post(place, message, args)
        return self._copy(place["id"], message)

    def delete(self, message: Any) -> None:
        """Delete a message of their own, or as an admin anybody's."""
        channel, ts = self._key(message)
        held = self.fake.messages.by_key[(channel, ts)]
        if held.get("user") != self.id and not self.user["is_admin"]:
            raise NotOffered(f"{self} cannot delete this")
        self.fake.messages.remove(channel, ts)

    def dismiss(self, message: Any) -> None:
        """Press "Dismiss message" below an ephemeral message."""
        key = self._key(message)
        if self.fake.messages.private_to.get(key) != self.id:
            raise LookupError(message)
        self.fake.messages.dismissed.add(key)

    def _place(self, channel: Any) -> Json:
        if isinstance(channel, Shown):
            raise NotOffered("this is a thread, not a channel")
        place = self.fake.world.channels[ident(channel)]
        if self.id not in self.fake.world.members[place["id"]]:
            raise NotOffered(f"{self} is not in {place.get('name') or 'this DM'}")
        if place["is_archived"]:
            raise NotOffered("the channel is archived")
        return place

    # Commands and shortcuts.

    async def use(self, channel: Any, command: str, text: str = "") -> Outcome:
        """Use a slash command where they are; raises ``NotOffered``, also in a thread."""
        place = self._place(channel)
        manifest = self.fake.world.app.set_up
        if command not in manifest.commands:
            raise NotOffered(f"there is no {command}")
        if place.get("is_im") and manifest.read_only_tab:
            raise NotOffered("the Messages tab is read-only")
        return await self.fake.interactions.command(self.user, place, command, text.strip())

    async def global_shortcut(self, name: str) -> Outcome:
        """Use a shortcut of the app, wherever they are."""
        return await self.fake.interactions.shortcut(self.user, self._shortcut("global", name))

    async def message_shortcut(self, name: str, message: Any) -> Outcome:
        """Use a shortcut on a message; ephemeral messages have none."""
        seen = self._seen(message)
        if seen.ephemeral:
            raise NotOffered("an ephemeral message has no shortcuts")
        held, place = self._raw(seen), self.fake.world.channels[seen.channel]
        callback = self._shortcut("message", name)
        return await self.fake.interactions.message_shortcut(self.user, held, place, callback)

    def _shortcut(self, kind: str, name: str) -> str:
        for one in self.fake.world.app.set_up.shortcuts:
            if one["type"] == kind and name in (one["name"], one["callback_id"]):
                return str(one["callback_id"])
        raise NotOffered(f"there is no shortcut {name!r}")

    # Presses.

    def _seen(self, message: Any) -> Shown:
        found = self.look(message)
        if found is None:
            raise LookupError(f"{self} does not see {message}")
        return found

    def _raw(self, seen: Shown) -> Json:
        return self.fake.messages.by_key[(seen.channel, seen.ts)]

    async def press(self, message: Any, label: str) -> Outcome:
        """Press a button by label, its beginning, or action_id, on a message as it is now."""
        seen = self._seen(message)
        return await self._press(seen, reading.find(seen.blocks, label))

    async def press_stale(self, seen: Shown, label: str) -> Outcome:
        """Press a button on a message as it was seen, whatever became of it."""
        return await self._press(seen, reading.find(seen.blocks, label))

    async def press_raw(
        self, action_id: str, value: str | None = None, on: Shown | None = None
    ) -> Outcome:
        """Press a button they were never shown, as a changed client could."""
        action: Json = {"action_id": action_id, "block_id": "raw", "type": "button"}
        action["text"] = {"type": "plain_text", "text": "Raw", "emoji": True}
        if value is not None:
            action["value"] = value
        if on is not None:
            return await self._press(on, action)
        rooms = self.fake.world.members.items()
        channel = next((name for name, members in rooms if self.id in members), None)
        place = channel or self.fake.world.open_dm(self.id)["id"]
        bare: Json = {"type": "message", "ts": self.fake.world.new_ts(), "text": "", "blocks": []}
        return await self._press(Shown(bare, place), action)

    async def _press(self, seen: Shown, action: Json) -> Outcome:
        place = self.fake.world.channels[seen.channel]
        return await self.fake.interactions.press(
            self.user, place, seen.raw, action, ephemeral=seen.ephemeral
        )

    # The Home tab and forms.

    async def open_home(self) -> View | None:
        """Open the Home tab, wait until the app heard of it, and return what is there."""
        if not self.fake.world.app.set_up.home:
            raise NotOffered("the Home tab is off")
        event: Json = {"type": "app_home_opened", "user": self.id, "tab": "home"}
        event["channel"] = self.fake.world.open_dm(self.id)["id"]
        if self.home is not None:
            event["view"] = self.home.raw
        await self.fake.delivery.event(self.workspace, event, "app_home_opened")
        return self.home

    async def press_home(self, label: str) -> Outcome:
        """Press a button in their Home tab."""
        return await self._press_view(self.fake.views.homes.get(self.id), label)

    async def press_modal(self, label: str, **values: Any) -> Outcome:
        """Press a button in the form in front of them, with ``values`` typed before."""
        held = self._top()
        by_block = {one.block_id: one for one in held.fields}
        for name, value in values.items():
            by_block[name].take(value, self.sees)
        return await self._press_view(held, label)

    async def _press_view(self, held: Held | None, label: str) -> Outcome:
        if held is None:
            raise LookupError("there is nothing to press in")
        action = reading.find(held.raw["blocks"], label)
        return await self.fake.interactions.press_in_view(self.user, held, action)

    def _top(self) -> Held:
        held = self.fake.views.top(self.id)
        if held is None:
            raise LookupError("no form is open")
        return held

    async def submit(self, fields: dict[str, Any] | None = None, **values: Any) -> Outcome:
        """Send the form in front of them; names are block_ids, those not given keep their value.

        Raises ``LookupError`` for an unknown one and ``Unsent`` where the client would not send.
        """
        held = self._top()
        fill(held, {**(fields or {}), **values}, self.sees)
        held.errors = {}
        return await self.fake.interactions.submit(self.user, held, held.full)

    async def submit_raw(
        self,
        callback_id: str,
        values: dict[str, Any],
        private_metadata: str = "",
        view: View | None = None,
    ) -> Outcome:
        """Send a form no client showed; ``values`` as in the state, or texts by block_id."""
        raw: Json = copy.deepcopy(view.raw) if view else self._bare()
        raw |= {"callback_id": callback_id, "private_metadata": private_metadata}
        raw["state"] = {"values": {name: _state(name, one, raw) for name, one in values.items()}}
        return await self.fake.interactions.submit_raw(self.user, raw)

    def _bare(self) -> Json:
        raw: Json = {"id": self.fake.world.new_id("V"), "team_id": self.workspace.id}
        raw |= {"type": "modal", "blocks": [], "hash": "0.0", "external_id": ""}
        raw |= {"title": {"type": "plain_text", "text": "Raw"}, "submit": None, "close": None}
        raw |= {"root_view_id": raw["id"], "previous_view_id": None}
        raw |= {"app_id": self.fake.world.app.id, "bot_id": self.workspace.bot_id}
        return raw | {"app_installed_team_id": self.workspace.id}

    async def close_modal(self) -> None:
        """Close the form in front of them; the bot hears of it only where it wants to."""
        held = self._top()
        if held.raw["clear_on_close"]:
            for one in self.fake.views.clear(self.id):
                await self.fake.interactions.closed(self.user, one, cleared=True)
            return
        self.fake.views.close(held)
        await self.fake.interactions.closed(self.user, held)

    # Installing.

    async def authorize(
        self, url: str, *, refuse: bool = False, also: tuple[str, ...] = ()
    ) -> tuple[int, str]:
        """Follow an install link to Slack's page and back, and return the bot's last page."""
        return await browser.authorize(self, url, refuse=refuse, also=also)


def _state(name: str, value: Any, raw: Json) -> Json:
    if isinstance(value, dict):
        return value
    for block in raw["blocks"]:
        element = block.get("element")
        if block.get("block_id") == name and element:
            return {element["action_id"]: {"type": element["type"], "value": value}}
    return {name: {"type": "plain_text_input", "value": value}}
