"""Taking words back out of messages that are written and not yet read."""

from __future__ import annotations

from sqlalchemy import select, update

from bot.identity import Expired, Identity
from bot.identity.sealing import Broken
from bot.store import Store
from bot.store.tables import outbox


class Retracting:
    """Changes the sealed cards of a space; they are few: those on their way and those held."""

    def __init__(self, store: Store, identity: Identity) -> None:
        self._store = store
        self._identity = identity

    async def retract(self, space_id: str, call: str) -> None:
        """Take out the quotes whose button makes ``call``, and the button.

        The n-th quote of a card belongs to its n-th button.
        """
        query = select(outbox).where(
            outbox.c.space_id == space_id, outbox.c.kind == "tell", outbox.c.card.is_not(None)
        )
        async with self._store.transaction() as db:
            for row in (await db.execute(query.with_for_update())).all():
                about = f"card/{row.id}"
                try:
                    packed = await self._identity.open(space_id, row.day, row.card, about)
                except (Expired, Broken):
                    continue
                calls = [button[1] for button in packed.get("buttons", ())]
                if call not in calls or calls.index(call) >= len(packed["quotes"]):
                    continue
                at = calls.index(call)
                packed["quotes"].pop(at)
                packed["buttons"].pop(at)
                sealed = await self._identity.seal_again(space_id, row.day, packed, about)
                await db.execute(update(outbox).where(outbox.c.id == row.id).values(card=sealed))
