"""The playground: a small chat platform of its own, in the browser, on this computer only."""

from bot.adapters.web.platform import Playground

__all__ = ["Playground"]
