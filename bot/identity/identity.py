"""Members, seals, pseudonyms, tags and receipts."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import time
from base64 import b32encode, urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from bot.clock import Clock
from bot.errors import Gone
from bot.identity import sealing
from bot.identity.address import Address
from bot.identity.days import DayKeys
from bot.identity.pseudonyms import name_for
from bot.identity.root import KeyFailure, RootKey, as_text, keyed_hash
from bot.people import Member, Space
from bot.store import Store
from bot.store.engine import new_id
from bot.store.tables import meta, spaces

_REMEMBERED = 60.0
"""Seconds a space's id stays in memory; other processes learn of a deletion in that time."""


@dataclass(frozen=True, slots=True)
class SpaceRow:
    """A space, what its platform calls it, and for how many days its keys are kept."""

    space: Space
    external: str
    retention_days: int


class Identity:
    """Turns addresses into members and back, and seals what must be forgotten in time."""

    def __init__(self, store: Store, root: RootKey, clock: Clock, retention_days: int) -> None:
        self._store = store
        self._check = root.check
        self._member_key = root.derive("member")
        self._envelope_key = root.derive("envelope")
        self._block_key = root.derive("block")
        self._inbox_key = root.derive("inbox")
        self._row_key = root.derive("row")
        self._owner_key = root.derive("owner")
        self._own_key = root.derive("own")
        self._spared_key = root.derive("spared")
        self._retention_days = retention_days
        self._spaces: dict[tuple[str, str], tuple[float, Space]] = {}
        self._of_id: dict[str, Space] = {}
        self.days = DayKeys(store, root, clock)

    async def verify(self) -> None:
        """Raise ``KeyFailure`` when the database was made with another root key."""
        async with self._store.transaction() as db:
            query = select(meta.c.value).where(meta.c.key == "root")
            known = (await db.execute(query)).scalar()
            if known is None:
                row = {"key": "root", "value": self._check}
                await db.execute(self._store.insert(meta).values(row).on_conflict_do_nothing())
                known = (await db.execute(query)).scalar_one()
            if not hmac.compare_digest(known, self._check):
                message = (
                    "the root key is not the one this database was made with; nothing changed. "
                    "Put the old key back: with another one nobody's things can be read again"
                )
                raise KeyFailure(message)

    async def space(self, platform: str, external: str) -> Space:
        """Return the space a platform calls ``external``; it is written down at first sight."""
        now = time.monotonic()
        until, known = self._spaces.get((platform, external), (0.0, None))
        if known is not None and until > now:
            return known
        query = select(spaces.c.id).where(
            spaces.c.platform == platform, spaces.c.external == external
        )
        async with self._store.reading() as db:
            found = (await db.execute(query)).scalar()
        if found is None:
            row = {
                "id": new_id(),
                "platform": platform,
                "external": external,
                "retention_days": self._retention_days,
            }
            async with self._store.transaction() as db:
                await db.execute(self._store.insert(spaces).values(row).on_conflict_do_nothing())
                found = (await db.execute(query)).scalar_one()
        space = Space(found, platform)
        known_until = now + _REMEMBERED, space
        self._store.after_commit(
            lambda: self._spaces.__setitem__((platform, external), known_until)
        )
        return space

    def forget_space(self, space_id: str) -> None:
        """Let go of a space that was deleted, and of its keys, in this process."""
        self._spaces = {at: known for at, known in self._spaces.items() if known[1].id != space_id}
        self._of_id.pop(space_id, None)
        self.days.forget(space_id)

    async def where(self, space_id: str) -> SpaceRow:
        """Return a space as it is written down; raises ``LookupError`` when it is not."""
        found = await self.find(space_id)
        if found is None:
            message = "there is no such space"
            raise LookupError(message)
        return found

    async def space_of(self, space_id: str) -> Space:
        """Return the space of a row's id: what that is never changes, so it is asked once."""
        if space_id not in self._of_id:
            self._of_id[space_id] = (await self.where(space_id)).space
        return self._of_id[space_id]

    async def find(self, space_id: str) -> SpaceRow | None:
        """Return a space as it is written down, nothing when it is not."""
        async with self._store.reading() as db:
            row = (await db.execute(select(spaces).where(spaces.c.id == space_id))).first()
        if row is None:
            return None
        return SpaceRow(Space(row.id, row.platform), row.external, row.retention_days)

    def member(self, address: Address, space: Space) -> Member:
        """Return the member at ``address``."""
        digest = keyed_hash(self._member_key, address.platform, address.person)
        envelope = sealing.seal(self._envelope_key, sealing.pad(address.to_bytes()), "envelope")
        return Member(as_text(digest), space, envelope)

    def address(self, member: Member) -> Address:
        """Return where a member is. For adapters and the outbox, never for a cog."""
        return Address.from_bytes(
            sealing.open_sealed(self._envelope_key, member.envelope, "envelope")
        )

    def hide(self, text: str, about: str) -> str:
        """Return an id of the platform's as a cog may hold it: sealed, as text."""
        sealed = sealing.seal(self._envelope_key, text.encode(), about)
        return urlsafe_b64encode(sealed).decode()

    def show(self, hidden: str, about: str) -> str:
        """Return what ``hide`` was given; raises ``Gone`` for anything else."""
        try:
            sealed = urlsafe_b64decode(hidden.encode())
            return sealing.open_sealed(self._envelope_key, sealed, about).decode()
        except (ValueError, sealing.Broken):
            raise Gone from None

    def block_tag(self, member: Member) -> bytes:
        """Return what a block is kept under: the same in a space whatever the pseudonym."""
        return keyed_hash(self._block_key, member.space.id, member.id)

    def inbox_tag(self, member: Member) -> str:
        """Return what a closed inbox is noted under: another one in every space."""
        return as_text(keyed_hash(self._inbox_key, member.space.id, member.id))

    def owner_tag(self, member: Member) -> str:
        """Return what rows are kept under that a member owns: another one in every space."""
        return as_text(keyed_hash(self._owner_key, member.space.id, member.id))

    def spared_tag(self, member: Member) -> str:
        """Return what it is kept under that nothing cheerful is written to a member."""
        return as_text(keyed_hash(self._spared_key, member.space.id, member.id))

    def seal_own(self, owner: str, content: object, about: str) -> bytes:
        """Return ``content`` (fit for JSON), sealed with the key of an owner's tag.

        It is kept for as long as the owner wants it, so no day's key can open it.
        """
        key = keyed_hash(self._own_key, owner)
        return sealing.seal(key, sealing.pad(json.dumps(content).encode()), about)

    def open_own(self, owner: str, sealed: bytes, about: str) -> Any:
        """Return what ``seal_own`` was given."""
        return json.loads(sealing.open_sealed(keyed_hash(self._own_key, owner), sealed, about))

    def opaque(self, key: str) -> str:
        """Return a row's key as it is kept: unique as before, and telling nothing."""
        return as_text(keyed_hash(self._row_key, key))

    async def seal(self, space_id: str, content: object, about: str) -> tuple[date, bytes]:
        """Return today and ``content`` (fit for JSON), sealed with today's key."""
        day, key = await self.days.today(space_id)
        return day, sealing.seal(key, sealing.pad(json.dumps(content).encode()), about)

    async def open(self, space_id: str, day: date, sealed: bytes, about: str) -> Any:
        """Return what ``seal`` was given; raises ``Expired`` once the day's key is gone."""
        return json.loads(sealing.open_sealed(await self.days.key(space_id, day), sealed, about))

    async def seal_again(self, space_id: str, day: date, content: object, about: str) -> bytes:
        """Return ``content`` sealed with the key of an earlier day; raises ``Expired``."""
        key = await self.days.key(space_id, day)
        return sealing.seal(key, sealing.pad(json.dumps(content).encode()), about)

    async def seal_member(self, member: Member, about: str) -> tuple[date, bytes]:
        """Return today and the member's address, sealed with today's key."""
        day, key = await self.days.today(member.space.id)
        return day, sealing.seal(key, sealing.pad(self.address(member).to_bytes()), about)

    async def open_member(self, space: Space, day: date, sealed: bytes, about: str) -> Member:
        """Return who was sealed; raises ``Expired`` once the day's key is gone."""
        key = await self.days.key(space.id, day)
        return self.member(Address.from_bytes(sealing.open_sealed(key, sealed, about)), space)

    async def new_share_key(self, space_id: str, day: date, about: str) -> bytes:
        """Return a new random key for one share, sealed with its day's key."""
        return sealing.seal(await self.days.key(space_id, day), os.urandom(32), about)

    async def share_key(self, space_id: str, day: date, sealed: bytes, about: str) -> bytes:
        """Return a share's key (32 bytes); raises ``Expired`` once the day's key is gone."""
        return sealing.open_sealed(await self.days.key(space_id, day), sealed, about)


def nod_tag(share_key: bytes, member: Member) -> bytes:
    """Return what a member's nod is kept under, the same person always the same on one share."""
    return keyed_hash(share_key, "nod", member.id)


def voice_tag(share_key: bytes, member: Member) -> bytes:
    """Return what a member's pseudonym is kept under, on one share."""
    return keyed_hash(share_key, "voice", member.id)


def pseudonym(share_key: bytes, member: Member, attempt: int = 0) -> str:
    """Return a member's pseudonym under one share; a taken one is followed by the next attempt."""
    return name_for(keyed_hash(share_key, "name", member.id, str(attempt)))


def new_receipt() -> tuple[str, bytes]:
    """Return a new receipt (26 characters, 130 random bits) and the hash that is stored of it."""
    receipt = b32encode(secrets.token_bytes(17)).decode().lower()[:26]
    return receipt, receipt_hash(receipt)


def receipt_hash(receipt: str) -> bytes:
    """Return what is stored of a receipt. It is random and long: a plain hash is enough."""
    return hashlib.sha256(receipt.encode()).digest()
