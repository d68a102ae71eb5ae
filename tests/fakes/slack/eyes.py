"""What somebody's client shows: channels they are in, threads, the DM, their own secrets."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from tests.fakes.slack.forms import View
from tests.fakes.slack.messages import Key
from tests.fakes.slack.shown import Shown
from tests.fakes.slack.views import Held
from tests.fakes.slack.world import Json, World, ident

if TYPE_CHECKING:
    from tests.fakes.slack.server import FakeSlack


class Names:
    """The names of users and channels by id, looked up when they are read."""

    def __init__(self, world: World) -> None:
        self._world = world

    def get(self, thing: str) -> str | None:
        """Return a name, if there is such a thing."""
        user = self._world.users.get(thing)
        if user is not None:
            return str(user["profile"]["display_name"] or user["real_name"])
        channel = self._world.channels.get(thing)
        return str(channel.get("name") or "") if channel else None


class Eyes:
    """The seeing half of a person."""

    def __init__(self, fake: FakeSlack, user_id: str) -> None:
        self.fake, self.id = fake, user_id

    @property
    def user(self) -> Json:
        """Return their user, as JSON."""
        return self.fake.world.users[self.id]

    def sees(self, channel_id: str) -> bool:
        """Say whether they can choose a channel or a person: in it, public, or a colleague."""
        world, team = self.fake.world, self.user["team_id"]
        if channel_id in world.users:
            return bool(world.users[channel_id]["team_id"] == team)
        channel = world.channels.get(channel_id)
        if channel is None or channel["context_team_id"] != team or channel["is_archived"]:
            return False
        return not channel["is_private"] or self.id in world.members[channel_id]

    def messages(self, channel: Any) -> list[Shown]:
        """Return what they see in a channel or the DM, the oldest first, replies aside."""
        return [one for one in self._visible(ident(channel)) if self._on_top(one)]

    def thread(self, message: Any) -> list[Shown]:
        """Return the replies under a message, the oldest first."""
        channel, ts = self._key(message)
        found = self._visible(channel)
        return [one for one in found if one.thread_ts == ts and one.ts != ts]

    def _on_top(self, one: Shown) -> bool:
        reply = one.thread_ts not in ("", one.ts)
        return not reply or one.raw.get("subtype") == "thread_broadcast"

    def _visible(self, channel_id: str) -> list[Shown]:
        if not self._reads(channel_id):
            return []
        found = self.fake.messages.all(channel_id, ephemeral=True)
        return [self._copy(channel_id, one) for one in found if self._shows(channel_id, one)]

    def _reads(self, channel_id: str) -> bool:
        channel = self.fake.world.channels[channel_id]
        inside = self.id in self.fake.world.members[channel_id]
        return inside or (not channel["is_private"] and self.sees(channel_id))

    def _shows(self, channel_id: str, message: Json) -> bool:
        messages, key = self.fake.messages, (channel_id, message["ts"])
        if key not in messages.private_to:
            return True
        if messages.private_to[key] != self.id or key in messages.dismissed:
            return False
        thread = message.get("thread_ts")
        if not thread:
            return True
        # By its page: in a thread it is shown only where the thread is already active.
        parent = messages.by_key.get((channel_id, thread))
        return parent is not None and bool(parent.get("thread_ts"))

    def _copy(self, channel_id: str, message: Json) -> Shown:
        key = (channel_id, message["ts"])
        messages = self.fake.messages
        private, options = key in messages.private_to, messages.options.get(key, {})
        names = Names(self.fake.world)
        return Shown(copy.deepcopy(message), channel_id, private, options, self.fake.files, names)

    def _key(self, message: Any) -> Key:
        """Return channel and timestamp of a message, given it or its timestamp."""
        if isinstance(message, Shown):
            return message.channel, message.ts
        ts = str(message["ts"] if isinstance(message, dict) else message)
        for key in self.fake.messages.by_key:
            if key[1] == ts:
                return key
        raise LookupError(f"no message {ts}")

    def look(self, message: Any) -> Shown | None:
        """Return a message as it is now, or nothing where they do not see it."""
        channel, ts = self._key(message)
        found = self.fake.messages.by_key.get((channel, ts))
        if found is None or not self._reads(channel) or not self._shows(channel, found):
            return None
        return self._copy(channel, found)

    def private(self) -> list[Shown]:
        """Return every message only they see, the oldest first."""
        mine = [key for key, who in self.fake.messages.private_to.items() if who == self.id]
        found = [self.look(self.fake.messages.by_key[key]) for key in sorted(mine, key=_time)]
        return [one for one in found if one is not None]

    @property
    def dm(self) -> Json | None:
        """Return their DM with the app, if one was opened."""
        known = self.fake.world.dms.get(self.id)
        return self.fake.world.channels[known] if known else None

    def inbox(self) -> list[Shown]:
        """Return what the app wrote to them, the oldest first, ephemeral messages aside."""
        found = self.messages(self.dm) if self.dm else []
        return [one for one in found if one.bot_id and not one.ephemeral]

    # Views.

    @property
    def modal(self) -> View | None:
        """Return the form in front of them."""
        return self._view(self.fake.views.top(self.id))

    @property
    def home(self) -> View | None:
        """Return their Home tab, if the app published one."""
        return self._view(self.fake.views.homes.get(self.id))

    def _view(self, held: Held | None) -> View | None:
        if held is None:
            return None
        return View(held, held.full, dict(held.errors), Names(self.fake.world))


def _time(key: Key) -> str:
    return key[1]
