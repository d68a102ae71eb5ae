"""Who is with whom: buddies in pairs, pods of three to five."""

from bot.matching.candidates import Candidate
from bot.matching.grouping import pods
from bot.matching.pairing import pairs

__all__ = ["Candidate", "pairs", "pods"]
