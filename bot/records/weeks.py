"""What members answered for a week, sealed with the key of each owner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, select

from bot.identity import Identity
from bot.people import Space
from bot.records.checkin import CheckIn
from bot.store import Store
from bot.store.checkin_tables import checkin_weeks, checkins

EFFORT: Final = ("applications", "conversations", "asks", "learning", "rejections")
"""What is counted: effort and not luck. That somebody was rejected means that they tried."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One week of a member. Words are theirs; ``mood`` is ``one`` to ``five``, or nothing.

    ``met`` is what became of the goal before: ``done partly not changed``, or nothing. ``to_self``
    keeps this week from a buddy or pod, ``win`` puts what went well into the digest.
    """

    week: date
    mood: str = ""
    went_well: str = field(default="", repr=False)
    learned: str = field(default="", repr=False)
    met: str = ""
    goal: str = field(default="", repr=False)
    effort: Mapping[str, int] = field(default_factory=dict)
    to_self: bool = False
    win: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said: such a week is answered, and counts in no sum."""
        said = self.mood, self.went_well, self.learned, self.met, self.goal
        return not (any(said) or self.done())

    def done(self) -> list[tuple[str, int]]:
        """Return what was counted, without what was not done."""
        return [(name, self.effort[name]) for name in EFFORT if self.effort.get(name)]


class Weeks:
    """The answers of all check-ins."""

    def __init__(self, store: Store, identity: Identity) -> None:
        self._store = store
        self._identity = identity
        add = store.insert(checkin_weeks)
        self._put = add.on_conflict_do_update(
            index_elements=["checkin_id", "week"], set_={"sealed": add.excluded.sealed}
        )

    async def of(self, checkin: CheckIn) -> list[Answer]:
        """Return all a member answered, the oldest first."""
        query = select(checkin_weeks).where(checkin_weeks.c.checkin_id == checkin.id)
        async with self._store.reading() as db:
            rows = (await db.execute(query.order_by(checkin_weeks.c.week))).all()
        return [self._opened(row, checkin.owner) for row in rows]

    async def get(self, checkin: CheckIn, week: date) -> Answer | None:
        """Return what a member answered for a week, if they have."""
        query = select(checkin_weeks).where(
            checkin_weeks.c.checkin_id == checkin.id, checkin_weeks.c.week == week
        )
        async with self._store.reading() as db:
            row = (await db.execute(query)).first()
        return None if row is None else self._opened(row, checkin.owner)

    async def put(self, checkin: CheckIn, answer: Answer) -> None:
        """Keep an answer, in the place of an earlier one for its week."""
        content = asdict(answer) | {"week": None}
        about = f"week/{checkin.id}/{answer.week}"
        sealed = self._identity.seal_own(checkin.owner, content, about)
        row = {"checkin_id": checkin.id, "week": answer.week, "sealed": sealed}
        async with self._store.transaction() as db:
            await db.execute(self._put, row)

    async def in_space(self, space: Space, week: date) -> dict[str, Answer]:
        """Return all that was answered in a space for a week, by the check-ins' ids."""
        query = (
            select(checkin_weeks, checkins.c.owner)
            .join(checkins, checkins.c.id == checkin_weeks.c.checkin_id)
            .where(checkins.c.space_id == space.id, checkin_weeks.c.week == week)
            .order_by(checkin_weeks.c.checkin_id)
        )
        async with self._store.reading() as db:
            rows = (await db.execute(query)).all()
        return {row.checkin_id: self._opened(row, row.owner) for row in rows}

    def _opened(self, row: Row[Any], owner: str) -> Answer:
        about = f"week/{row.checkin_id}/{row.week}"
        return Answer(**self._identity.open_own(owner, row.sealed, about) | {"week": row.week})
