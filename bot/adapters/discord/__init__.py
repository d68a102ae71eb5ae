"""Discord: discord.py on one side, ``Event`` and ``Responder`` on the other."""

from bot.adapters.discord.client import Client, create
from bot.adapters.discord.connecting import logged_in, stay
from bot.adapters.discord.doctor import examine

__all__ = ["Client", "create", "examine", "logged_in", "stay"]
