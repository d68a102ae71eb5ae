"""Receipts: who holds one may delete or lock what it was given for, for ever."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import delete, insert, select

from bot.errors import Gone
from bot.identity.identity import new_receipt, receipt_hash
from bot.store import Store
from bot.store.tables import receipts

Kind = Literal["share", "reply"]


class Receipts:
    """Only a receipt's hash is stored; the receipt itself is in its holder's messages."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def add(self, kind: Kind, subject: str) -> str:
        """Return a new receipt for a share or a reply."""
        receipt, stored = new_receipt()
        async with self._store.transaction() as db:
            await db.execute(insert(receipts).values(hash=stored, kind=kind, subject=subject))
        return receipt

    async def subject(self, kind: Kind, receipt: str) -> str:
        """Return what a receipt is for; raises ``Gone`` when there is nothing any more."""
        query = select(receipts.c.subject).where(
            receipts.c.hash == receipt_hash(receipt), receipts.c.kind == kind
        )
        async with self._store.reading() as db:
            subject = (await db.execute(query)).scalar()
        if subject is None:
            raise Gone
        return str(subject)

    async def drop(self, receipt: str) -> None:
        """Delete one receipt."""
        async with self._store.transaction() as db:
            await db.execute(delete(receipts).where(receipts.c.hash == receipt_hash(receipt)))

    async def void(self, subject: str) -> None:
        """Delete every receipt of a share or a reply."""
        async with self._store.transaction() as db:
            await db.execute(delete(receipts).where(receipts.c.subject == subject))
