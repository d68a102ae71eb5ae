"""One weekly check-in: whose, when, where its answers go, and when it rests."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from bot.people import Member, Space
from bot.streaks import Week
from bot.weekly import Weekly, week_of

WEEK: Final = timedelta(days=7)
_AHEAD: Final = 120
"""Weeks that are looked through for one that does not rest; who rests longer rests until asked."""


class GoesTo(StrEnum):
    """Who sees what somebody answers, beside themselves."""

    ME = "me"
    BUDDY = "buddy"
    POD = "pod"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Rest:
    """Days on which nothing is asked, by the member's calendar; ``last`` is among them.

    Without one it lasts until they come back. ``own`` says that the bot began it by itself.
    """

    first: date
    last: date | None = None
    own: bool = False

    def holds(self, day: date) -> bool:
        """Say whether a day is one of them."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A member's weekly check-in. ``week`` is the Monday of the next one that is to be planned.

    ``silent`` is how many were asked in a row and not answered; ``joined`` a Monday.
    """

    id: str
    member: Member
    weekly: Weekly
    goes_to: GoesTo
    joined: date
    week: date
    silent: int = 0
    rests: tuple[Rest, ...] = ()
    excluded: tuple[Member, ...] = ()
    owner: str = field(default="", repr=False)

    @property
    def space(self) -> Space:
        """Where it is."""
        return self.member.space

    def rests_on(self, day: date) -> Rest | None:
        """Return the rest a day falls into, if any."""
        return next((rest for rest in self.rests if rest.holds(day)), None)

    def rests_in(self, week: date) -> Rest | None:
        """Return the rest that keeps a week from being asked, if any."""
        return self.rests_on(week + timedelta(days=self.weekly.weekday))

    def this_week(self, now: datetime) -> date:
        """Return the Monday of the week it is where the member is."""
        return week_of(now, self.weekly.zone)

    def today(self, now: datetime) -> date:
        """Return the day it is where the member is."""
        return now.astimezone(ZoneInfo(self.weekly.zone)).date()

    def standing(self, week: date, *, kept: bool) -> Week:
        """Return what a week counts for in the streak."""
        if kept:
            return Week.KEPT
        return Week.RESTED if week <= self.joined or self.rests_in(week) else Week.MISSED

    def next_from(self, week: date, after: datetime) -> date | None:
        """Return the first week from ``week`` on that is asked later than ``after``.

        Nothing when it rests until the member comes back.
        """
        for _ in range(_AHEAD):
            if self.rests_in(week) is None and self.weekly.instant(week) > after:
                return week
            week += WEEK
        return None
