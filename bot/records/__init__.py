"""What the features keep, with its seals: the only code that touches their tables."""

from bot.clock import Clock
from bot.delivery.outbox import Outbox
from bot.identity import Identity
from bot.records.checkin import CheckIn, GoesTo, Rest
from bot.records.checkins import CheckIns
from bot.records.circles import Circle, Circles
from bot.records.customs import Custom, Customs
from bot.records.digests import Digest, Digests
from bot.records.drafts import Draft, Drafts
from bot.records.kept import Kept
from bot.records.nods import Nods
from bot.records.posts import Posts
from bot.records.receipts import Receipts
from bot.records.reminders import Reminder, Reminders
from bot.records.replies import Replies, Reply, Signed
from bot.records.shares import Share, Shares, ShareState, Words
from bot.records.spared import Spared
from bot.records.weeks import EFFORT, Answer, Weeks
from bot.store import Store

__all__ = [
    "EFFORT",
    "Answer",
    "CheckIn",
    "Circle",
    "Custom",
    "Digest",
    "Draft",
    "GoesTo",
    "Records",
    "Reminder",
    "Reply",
    "Rest",
    "Share",
    "ShareState",
    "Signed",
    "Words",
]


class Records:
    """Every record of the house, one attribute a kind."""

    def __init__(self, store: Store, identity: Identity, clock: Clock, rows: Outbox) -> None:
        self.kept = Kept(store, identity, clock)
        self.posts = Posts(store)
        self.shares = Shares(store, identity, clock)
        self.nods = Nods(store, self.shares)
        self.replies = Replies(store, identity, self.shares)
        self.receipts = Receipts(store)
        self.checkins = CheckIns(store, identity, clock, rows)
        self.weeks = Weeks(store, identity)
        self.circles = Circles(store, identity)
        self.customs = Customs(store, identity)
        self.digests = Digests(store, identity)
        self.spared = Spared(store, identity, clock)
        self.drafts = Drafts(store, identity, clock)
        self.reminders = Reminders(store, identity, clock)
