"""What the bot has put in rooms: how it is drawn, under what, and which message it is."""

from __future__ import annotations

from sqlalchemy import insert, select, update

from bot.errors import Gone
from bot.people import Room, Space
from bot.store import Store
from bot.store.engine import new_id
from bot.store.tables import posts


class Posts:
    """Posts by id."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def add(self, space_id: str, room: Room, under: str | None, drawing: str) -> str:
        """Write a post that is on its way and return its id."""
        post_id = new_id()
        row = {"id": post_id, "space_id": space_id, "room": room.value}
        async with self._store.transaction() as db:
            await db.execute(insert(posts).values(row | {"under": under, "drawing": drawing}))
        return post_id

    async def find(self, space: Space, ref: str) -> str:
        """Return the post that is the platform's message ``ref``; raises ``Gone``."""
        query = select(posts.c.id).where(posts.c.space_id == space.id, posts.c.ref == ref)
        async with self._store.reading() as db:
            found = (await db.execute(query)).scalar()
        if found is None:
            raise Gone
        return str(found)

    async def met(self, space: Space, post_id: str, ref: str) -> bool:
        """Note which message a post became, if that is not known; say whether it was not.

        An answer that was lost on the way leaves a post without it: then nothing can be changed
        there, and nothing deleted.
        """
        mine = posts.c.id == post_id, posts.c.space_id == space.id
        async with self._store.reading() as db:
            known = select(posts.c.id).where(*mine, posts.c.ref.is_(None))
            if (await db.execute(known)).first() is None:
                return False
        async with self._store.transaction() as db:
            met = update(posts).where(*mine, posts.c.ref.is_(None)).values(ref=ref)
            return (await db.execute(met)).rowcount == 1
