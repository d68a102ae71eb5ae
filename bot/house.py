"""The parts a cog must not reach: keys, addresses, the database, the platforms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.clock import Clock
from bot.delivery import Inboxes, Outbox
from bot.delivery.retracting import Retracting
from bot.identity import Identity, RootKey
from bot.platform import Platform
from bot.records.posts import Posts
from bot.records.rooms import Rooms
from bot.records.spaces import Spaces
from bot.records.tokens import Tokens
from bot.settings import Settings
from bot.store import Store
from bot.store.notes import Notes

if TYPE_CHECKING:
    from bot.app import Bot


def house_of(bot: Bot) -> House:
    """Return the house a bot stands on. For adapters and commands; a cog cannot import this."""
    return bot._house  # noqa: SLF001 - private so that nothing public on it leads to a key


class House:
    """Everything one process shares. Adapters and commands hold it; ``Bot`` keeps it private."""

    def __init__(self, settings: Settings, root: RootKey, clock: Clock | None = None) -> None:
        self.settings = settings
        self.clock = clock or Clock()
        self.store = Store(settings.database)
        self.notes = Notes(self.store)
        self.identity = Identity(self.store, root, self.clock, settings.retention_days)
        self.tokens = Tokens(self.store, root)
        self.posts = Posts(self.store)
        self.rooms = Rooms(self.store, self.identity)
        self.outbox = Outbox(self.store, self.identity, self.clock)
        self.inboxes = Inboxes(self.store, self.identity, self.clock, self.outbox)
        self.retracting = Retracting(self.store, self.identity)
        self.spaces = Spaces(self.store, self.identity, self.clock, self.outbox)
        self.platforms: dict[str, Platform] = {}
        self.clock.watch(self.outbox.wake.set)

    async def open(self) -> None:
        """Bring the database up to date and check that the root key is its own.

        Raises ``StoreFailure`` and ``KeyFailure``.
        """
        await self.store.open()
        await self.identity.verify()
        await self.store.scrub()

    async def close(self) -> None:
        """Close the database."""
        await self.store.close()
