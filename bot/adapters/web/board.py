"""Every message of the playground, who sees it, and what changed since somebody looked."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.adapters.web.people import BOT
from bot.adapters.web.posts import Post
from bot.adapters.web.storage import Storage
from bot.ui import Card

_PER_OPENING: Final = 1_000_000_000
"""Versions go on from here at each start, so that none is ever used twice."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A private answer its reader has put away."""

    number: int
    version: int
    person: str
    place: str


class Board:
    """The messages, in memory and on disk. ``version`` grows with everything that happens."""

    def __init__(self, storage: Storage) -> None:
        self.version = 0
        self._storage = storage
        self._posts: dict[int, Post] = {}
        self._removed: list[Removed] = []
        self._shown: dict[int, set[str]] = {}
        self._seen: dict[tuple[str, str], int] = {}
        self._watchers: set[asyncio.Event] = set()
        self._opened_at = 0
        self._changing = asyncio.Lock()

    async def open(self) -> None:
        """Read what there is."""
        self._opened_at = self.version = await self._storage.count_opening() * _PER_OPENING
        self._posts = {post.number: post for post in await self._storage.posts()}
        self._seen = await self._storage.seen()

    async def clear(self) -> None:
        """Throw everything away, as if nobody had ever said anything."""
        await self._storage.clear()
        self._posts.clear()

    def post(self, person: str, number: str) -> Post | None:
        """Return a message, if there is one with this number and this person sees it."""
        post = self._posts.get(int(number)) if number.isdecimal() and len(number) < 19 else None
        return post if post and post.seen_by(person) else None

    def is_older(self, number: str) -> bool:
        """Say whether a number was given out before this start: what was private then is gone."""
        return number.isdecimal() and len(number) < 19 and int(number) < self._opened_at

    def sent(self, number: str) -> Post | None:
        """Return a message of the bot's, whoever sees it."""
        post = self._posts.get(int(number)) if number.isdecimal() else None
        return post if post and post.author == BOT else None

    def with_nonce(self, nonce: str) -> Post | None:
        """Return the last message sent with a nonce."""
        sent = [post for post in self._posts.values() if nonce and post.nonce == nonce]
        return sent[-1] if sent else None

    def posts(self, person: str, place: str) -> list[Post]:
        """Return what somebody sees in a place, in order."""
        return [
            post for post in self._posts.values() if post.place == place and post.seen_by(person)
        ]

    def removed(self, person: str, place: str, since: int) -> list[int]:
        """Return the numbers of private answers put away after a version."""
        return [
            gone.number
            for gone in self._removed
            if gone.version > since and (gone.person, gone.place) == (person, place)
        ]

    async def add(self, *posts: Post) -> list[Post]:
        """Take messages in and return them with their numbers."""
        async with self._changing:
            versions = range(self.version + 1, self.version + 1 + len(posts))
            added = [
                replace(post, number=version, version=version)
                for post, version in zip(posts, versions, strict=True)
            ]
            await self._storage.keep(post for post in added if not post.private)
            self._posts |= {post.number: post for post in added}
            self._changed(versions[-1])
        return added

    def shows(self, post: Post, call: str) -> bool:
        """Say whether a message has a button that makes this call, or had one until it changed.

        Who still looks at the older card may press it, as on every platform.
        """
        return post.shows(call) or call in self._shown.get(post.number, ())

    async def change(self, number: int, card: Card) -> None:
        """Put another card in the place of a message's."""
        async with self._changing:
            before = self._posts[number].card
            if before is not None:
                calls = {button.call for button in before.buttons}
                self._shown[number] = self._shown.get(number, set()) | calls
            changed = replace(self._posts[number], card=card, version=self.version + 1)
            if not changed.private:
                await self._storage.keep([changed])
            self._posts[number] = changed
            self._changed(changed.version)

    async def backdate(self, now: datetime, between: timedelta) -> None:
        """Let all that was said look as if it had been said one by one, up to now."""
        async with self._changing:
            for back, number in enumerate(sorted(self._posts, reverse=True)):
                self._posts[number] = replace(self._posts[number], at=now - back * between)
            await self._storage.keep(self._posts.values())

    async def remove(self, number: int) -> None:
        """Take a private answer away."""
        async with self._changing:
            post = self._posts.pop(number, None)
            if post is not None:
                gone = Removed(number, self.version + 1, post.to, post.place)
                self._removed.append(gone)
                self._changed(gone.version)

    def unread(self, person: str, place: str) -> int:
        """Return how many messages in a place somebody has not seen, their own left out."""
        seen = self._seen.get((person, place), 0)
        posts = self.posts(person, place)
        return sum(post.number > seen and post.author != person for post in posts)

    async def mark_seen(self, person: str, place: str) -> None:
        """Take everything in a place as read by somebody."""
        if self.unread(person, place):
            self._seen[person, place] = self.version
            await self._storage.keep_seen(person, place, self.version)
            self.wake()

    @contextlib.contextmanager
    def watching(self) -> Iterator[asyncio.Event]:
        """Give an event that is set whenever something changed."""
        watcher = asyncio.Event()
        self._watchers.add(watcher)
        try:
            yield watcher
        finally:
            self._watchers.discard(watcher)

    def wake(self) -> None:
        """Let everybody who watches look again."""
        for watcher in self._watchers:
            watcher.set()

    def _changed(self, version: int) -> None:
        # Only now: who looked earlier must be given this version the next time.
        self.version = version
        self.wake()
