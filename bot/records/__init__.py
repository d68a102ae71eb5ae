"""What the features keep, with its seals: the only code that touches their tables."""

from bot.clock import Clock
from bot.identity import Identity
from bot.records.kept import Kept
from bot.records.nods import Nods
from bot.records.posts import Posts
from bot.records.receipts import Receipts
from bot.records.replies import Replies, Reply, Signed
from bot.records.shares import Share, Shares, ShareState, Words
from bot.store import Store

__all__ = ["Records", "Reply", "Share", "ShareState", "Signed", "Words"]


class Records:
    """Every record of the house, one attribute a kind."""

    def __init__(self, store: Store, identity: Identity, clock: Clock) -> None:
        self.kept = Kept(store, identity, clock)
        self.posts = Posts(store)
        self.shares = Shares(store, identity, clock)
        self.nods = Nods(store, self.shares)
        self.replies = Replies(store, identity, self.shares)
        self.receipts = Receipts(store)
