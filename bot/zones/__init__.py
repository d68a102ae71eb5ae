"""Where people are, as they say it, and the time zone that goes with it."""

from bot.zones.finding import Place, find, place_name
from bot.zones.rules import is_zone

__all__ = ["Place", "find", "is_zone", "place_name"]
