"""Platform ids on one side, ``Member`` on the other; the only place that knows both."""

from bot.identity.address import Address
from bot.identity.days import DayKeys, Expired
from bot.identity.identity import Identity
from bot.identity.root import KeyFailure, RootKey

__all__ = ["Address", "DayKeys", "Expired", "Identity", "KeyFailure", "RootKey"]
