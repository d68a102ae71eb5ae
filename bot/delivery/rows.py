"""Rows of the outbox as a courier handles them: claimed with a lease, begun, put back, finished.

Every step takes many rows at once, so that a wave costs a commit for many messages and not two for
each. What a claim looks through is kept small by two partial indexes: its cost does not grow with
what waits for later or is done with.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)

from bot.clock import Clock
from bot.delivery.priority import Priority
from bot.identity import Identity
from bot.store import Store
from bot.store.engine import new_id
from bot.store.tables import LEFT, WAITING, outbox, spaces

LEASE: Final = timedelta(seconds=60)
"""How long a claimed row belongs to one process; sending takes less, or is reconciled."""

PATIENCE: Final = ("waiting", "try_later", "paced")
"""Reasons to come again that are nobody's failure."""

_FORGOTTEN: Final = ("recipient", "card", "drawing", "batch", "lease_until")


def midnight(day: date) -> datetime:
    """Return a day as an instant: a row that stays tells no time, only its day."""
    return datetime.combine(day, time(), UTC)


def still(row: Row[Any]) -> ColumnElement[bool]:
    """Return the condition that a row belongs to whoever claimed it."""
    return and_(outbox.c.id == row.id, outbox.c.lease_owner == row.lease_owner)


def _of(platforms: Sequence[str]) -> Select[Any]:
    """Return the ids of the spaces this process sends to; one that was left waits, or goes."""
    return select(spaces.c.id).where(spaces.c.platform.in_(platforms), spaces.c.left_on.is_(None))


def _free(now: datetime) -> ColumnElement[bool]:
    """Return the condition that nobody has a row.

    A lease from the future was written before the clock was moved back, and holds nobody up.
    """
    lease = outbox.c.lease_until
    return or_(lease.is_(None), lease < now, lease > now + 2 * LEASE)


class Rows:
    """The rows, for couriers."""

    def __init__(self, store: Store, identity: Identity, clock: Clock) -> None:
        self._store = store
        self._identity = identity
        self._clock = clock
        # Built once: building them costs more than running them.
        owner = outbox.c.lease_owner.is_not_distinct_from(bindparam("owner"))
        mine = (outbox.c.id == bindparam("row"), owner)
        gone = dict.fromkeys(_FORGOTTEN)
        self._keep = update(outbox).where(*mine).values(card=bindparam("sealed"), drawing=None)
        paced: dict[str, Any] = {"due": bindparam("at"), "fault": "paced", "lease_until": None}
        self._again = update(outbox).where(*mine).values(paced)
        self._done = (
            update(outbox)
            .where(*mine)
            .values(gone)
            .values(
                id=bindparam("new"),
                state=bindparam("now"),
                fault=bindparam("why"),
                done=bindparam("on"),
                due=bindparam("at"),
            )
        )

    async def claim(self, platforms: Sequence[str], owner: str, most: int) -> Sequence[Row[Any]]:
        """Return up to ``most`` due rows, leased to ``owner``: new ones, and ones left in flight.

        On PostgreSQL any number of processes may claim at once.
        """
        now = self._clock.now()
        due = {one: self._due(platforms, one, now) for one in Priority}
        waits = select(*(exists(query).label(one.name) for one, query in due.items()))
        async with self._store.reading() as db:
            found = (await db.execute(waits)).one()
        ready = [one for one in Priority if getattr(found, one.name)]
        if not ready:
            return []
        lease = {"lease_owner": owner, "lease_until": now + LEASE}
        rows: list[Row[Any]] = []
        async with self._store.transaction() as db:
            for one in ready:
                if len(rows) >= most:
                    break
                ids = due[one].limit(most - len(rows)).with_for_update(skip_locked=True)
                claimed = await db.execute(
                    update(outbox).where(outbox.c.id.in_(ids)).values(lease).returning(outbox)
                )
                rows += claimed.all()
        return sorted(rows, key=lambda row: (row.priority, row.due))

    def _due(self, platforms: Sequence[str], priority: Priority, now: datetime) -> Select[Any]:
        # An edit waits for the one under way: else the older drawing may land last.
        other = outbox.alias()
        changing = exists().where(
            other.c.post_id == outbox.c.post_id,
            other.c.id != outbox.c.id,
            other.c.state.in_(("pending", "sending")),
            other.c.lease_until >= now,
        )
        return (
            select(outbox.c.id)
            .where(WAITING, outbox.c.priority == int(priority), outbox.c.due <= now, _free(now))
            .where(outbox.c.space_id.in_(_of(platforms)), or_(outbox.c.kind != "edit", ~changing))
            .order_by(outbox.c.due)
        )

    async def next_due(self, platforms: Sequence[str]) -> datetime | None:
        """Return when the next row is due, or when a lease runs out; nothing when none waits."""
        now = self._clock.now()
        here = outbox.c.space_id.in_(_of(platforms))
        queries = [
            select(outbox.c.due)
            .where(WAITING, outbox.c.priority == int(one), _free(now), here)
            .order_by(outbox.c.due)
            .limit(1)
            for one in Priority
        ]
        leases = select(outbox.c.lease_until).where(WAITING, outbox.c.lease_until >= now, here)
        queries.append(leases.order_by(outbox.c.lease_until).limit(1))
        async with self._store.reading() as db:
            found = [(await db.execute(query)).scalar() for query in queries]
        return min((at for at in found if at is not None), default=None)

    async def backlog(self) -> tuple[int, timedelta]:
        """Return how many rows wait or are being sent, and for how long the oldest was due."""
        now = self._clock.now()
        count = select(func.count()).select_from(outbox).where(WAITING)
        async with self._store.reading() as db:
            waiting = (await db.execute(count)).scalar_one()
            dues = [
                (await db.execute(select(func.min(outbox.c.due)).where(WAITING, which))).scalar()
                for which in (outbox.c.priority == int(one) for one in Priority)
            ]
        oldest = min((due for due in dues if due is not None), default=now)
        return waiting, max(timedelta(0), now - oldest)

    async def left(self) -> dict[str, int]:
        """Return how many rows are in each of the states nobody works on."""
        query = select(outbox.c.state, func.count()).where(LEFT).group_by(outbox.c.state)
        async with self._store.reading() as db:
            return {str(state): int(n) for state, n in (await db.execute(query)).all()}

    async def begin(self, row: Row[Any]) -> bool:
        """Mark a claimed row as being sent and free its batch; says whether it still may be."""
        return bool(await self.begin_all([row]))

    async def begin_all(self, rows: Sequence[Row[Any]]) -> set[str]:
        """Mark claimed rows as being sent and free their batches; return the ids that still may.

        The rows' update comes first in its transaction: who wants to join a batch from now on
        waits for the commit and then opens a new one.
        """
        begun: set[str] = set()
        leases: dict[tuple[str, datetime], list[str]] = {}
        for row in rows:
            leases.setdefault((row.lease_owner, row.lease_until), []).append(row.id)
        values = {"state": "sending", "batch": None, "lease_until": self._clock.now() + LEASE}
        async with self._store.transaction() as db:
            for (owner, until), ids in leases.items():
                done = await db.execute(
                    update(outbox)
                    .where(outbox.c.id.in_(ids), outbox.c.lease_owner == owner)
                    .where(outbox.c.lease_until == until)
                    .values(values)
                    .returning(outbox.c.id)
                )
                begun.update(done.scalars())
        return begun

    async def keep_cards(self, cards: Sequence[tuple[Row[Any], Any]]) -> None:
        """Keep what was drawn, as ``pack`` gives it, so that another attempt sends the same."""
        if not cards:
            return
        changes = []
        for row, packed in cards:
            about = f"card/{row.id}"
            sealed = await self._identity.seal_again(row.space_id, row.day, packed, about)
            changes.append({"row": row.id, "owner": row.lease_owner, "sealed": sealed})
        async with self._store.transaction() as db:
            await db.execute(self._keep, changes)

    async def later(
        self, row: Row[Any], due: datetime, fault: str, *, in_flight: bool = False
    ) -> None:
        """Put a row back that was not sent; one ``in_flight`` keeps its state until it is due."""
        values = {"due": due, "fault": fault, "lease_until": None}
        values["state"] = "sending" if in_flight else "pending"
        values["attempts"] = row.attempts + (fault not in PATIENCE)
        async with self._store.transaction() as db:
            await db.execute(update(outbox).where(still(row)).values(values))

    async def put_back(self, rows: Sequence[tuple[Row[Any], datetime]]) -> None:
        """Let claimed rows come again at their time; nobody failed, and they keep their state."""
        changes = [{"row": row.id, "owner": row.lease_owner, "at": at} for row, at in rows]
        async with self._store.transaction() as db:
            await db.execute(self._again, changes)

    async def finish(self, row: Row[Any], state: str, fault: str | None = None) -> None:
        """Mark a row as done with, and forget to whom, what and which message it became.

        Rows without a key go. The message holds a number made from the row's id; the row gets a
        new one.
        """
        await self.finish_all([(row, state, fault)])

    async def finish_all(self, rows: Sequence[tuple[Row[Any], str, str | None]]) -> None:
        """Mark rows as done with, each with its state and why; see ``finish``."""
        # The day is enough: a time would tell when something was typed.
        day = self._clock.today()
        go: dict[str, list[str]] = {}
        stay = []
        for row, state, fault in rows:
            if row.key is None and state in ("sent", "dropped"):
                go.setdefault(row.lease_owner, []).append(row.id)
                continue
            stay.append(
                {
                    "row": row.id,
                    "owner": row.lease_owner,
                    "new": new_id(),
                    "now": state,
                    "why": fault,
                    "on": day,
                    "at": midnight(day),
                }
            )
        async with self._store.transaction() as db:
            for owner, ids in go.items():
                mine = outbox.c.lease_owner.is_not_distinct_from(owner)
                await db.execute(delete(outbox).where(outbox.c.id.in_(ids), mine))
            if stay:
                await db.execute(self._done, stay)
