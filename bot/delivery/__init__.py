"""The outbox: everything the bot sends on its own, and the loop that sends it."""

from bot.delivery.inboxes import Inboxes, Waiting
from bot.delivery.outbox import Outbox
from bot.delivery.priority import Priority

__all__ = ["Inboxes", "Outbox", "Priority", "Waiting"]
