"""What somebody's client shows: channels by permission, direct messages, their own secrets."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from tests.fakes.discord import permissions
from tests.fakes.discord.shown import Shown
from tests.fakes.discord.world import THREADS, Json, World, ident

if TYPE_CHECKING:
    from tests.fakes.discord.server import FakeDiscord


class Names:
    """The names of users, channels and roles by id, looked up when they are read."""

    def __init__(self, world: World) -> None:
        self._world = world

    def get(self, thing: str) -> str | None:
        """Return a name, if there is such a thing."""
        user = self._world.users.get(thing)
        if user is not None:
            return str(user["global_name"] or user["username"])
        channel = self._world.channels.get(thing)
        if channel is not None:
            return str(channel.get("name") or "")
        roles = (role for guild in self._world.guilds.values() for role in guild["roles"])
        return next((str(role["name"]) for role in roles if role["id"] == thing), None)


class Eyes:
    """The seeing half of a person."""

    def __init__(self, fake: FakeDiscord, user_id: str) -> None:
        self.fake, self.id = fake, user_id
        self._forgotten: set[str] = set()

    @property
    def user(self) -> Json:
        """Return their user, as JSON."""
        return self.fake.world.users[self.id]

    def messages(self, channel: Any) -> list[Shown]:
        """Return what they see in a channel, a thread or a DM, the oldest first.

        Without the permission to read the history they see nothing: this client just started.
        """
        place = self.fake.world.channels[ident(channel)]
        held = self.fake.world.may(self.id, place)
        needs = permissions.VIEW_CHANNEL | permissions.READ_MESSAGE_HISTORY
        if held & needs != needs:
            return []
        found = self.fake.messages.all(place["id"])
        return [self._copy(one) for one in found if self._sees(one)]

    def _sees(self, message: Json) -> bool:
        alone = self.fake.messages.private_to.get(message["id"])
        return alone is None or (alone == self.id and message["id"] not in self._forgotten)

    def _copy(self, message: Json) -> Shown:
        files = self.fake.messages.composer.files
        return Shown(copy.deepcopy(message), files, Names(self.fake.world))

    def look(self, message: Any) -> Shown | None:
        """Return a message as it is now, or nothing where they do not see it."""
        found = self.fake.messages.by_id.get(ident(message))
        if found is None or not self._sees(found):
            return None
        channel = self.fake.world.channels.get(found["channel_id"])
        if channel is None or not self.fake.world.may(self.id, channel) & permissions.VIEW_CHANNEL:
            return None
        return self._copy(found)

    def _held(self, message: Any) -> Json:
        """Return the message itself; raises ``LookupError`` where they do not see it."""
        if self.look(message) is None:
            raise LookupError(f"{self} does not see {ident(message)}")
        return self.fake.messages.by_id[ident(message)]

    def thread(self, message: Any) -> Json | None:
        """Return the thread under a message."""
        found = self.fake.world.channels.get(ident(message))
        return found if found and found["type"] in THREADS else None

    @property
    def dm(self) -> Json | None:
        """Return their direct message channel with the bot, if one was opened."""
        known = self.fake.world.dms.get(self.id)
        return self.fake.world.channels[known] if known else None

    def inbox(self) -> list[Shown]:
        """Return the direct messages with the bot, the oldest first."""
        return self.messages(self.dm) if self.dm else []

    def private(self) -> list[Shown]:
        """Return every message only they see, the oldest first."""
        mine = [one for one, who in self.fake.messages.private_to.items() if who == self.id]
        found = [self.look(one) for one in sorted(mine, key=int)]
        return [one for one in found if one is not None]
