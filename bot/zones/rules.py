"""Which rules every zone follows: those of the tzdata package, on every machine the same."""

from __future__ import annotations

import zoneinfo
from functools import lru_cache

# A container has its distribution's rules, or none, and two processes of one bot must agree on
# when a Monday morning is. So the system's are left aside, before any zone is read from them.
zoneinfo.reset_tzpath(())
zoneinfo.ZoneInfo.clear_cache()


@lru_cache(maxsize=1)
def known() -> frozenset[str]:
    """Return the names of all zones, as IANA writes them; old names are among them."""
    return frozenset(zoneinfo.available_timezones())


def is_zone(name: str) -> bool:
    """Say whether ``name`` is a zone's, letter for letter: ``Europe/Berlin``."""
    return name in known()


@lru_cache(maxsize=700)
def zone(name: str) -> zoneinfo.ZoneInfo:
    """Return a zone's rules; raises ``ValueError``, which does not say the name.

    They are kept: ``zoneinfo`` itself keeps eight, and reading one takes as long as a thousand
    questions to it.
    """
    if not is_zone(name):
        message = "there is no such zone"
        raise ValueError(message)
    return zoneinfo.ZoneInfo(name)


def forget() -> None:
    """Read all rules anew from here on; ``bot.weekly.forget_rules`` is for others."""
    known.cache_clear()
    zone.cache_clear()
    zoneinfo.ZoneInfo.clear_cache()
