"""``python -m tests.kills.worker 3``: lives of the bot, each a fork of a process that is warm.

Orders come on the socket of that number, a line of JSON each: an environment, how far the clock is
ahead, and where to die. What becomes of a life is told there as well.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import selectors
import signal
import socket
import sys
import traceback
from contextlib import AbstractAsyncContextManager, ExitStack
from datetime import timedelta
from functools import partial
from tempfile import TemporaryDirectory
from typing import Any, Final

from bot import logs, planning, running
from bot.adapters import discord, slack
from bot.adapters.memory import Memory
from bot.app import Bot
from bot.clock import Clock
from bot.delivery.courier import Courier
from bot.delivery.rows import Rows
from bot.house import House
from bot.platform import Pace
from bot.records import GoesTo
from bot.retention import sweep
from bot.running import opened, root_key, working
from bot.scheduling import Scheduler
from bot.settings import load
from bot.store.alone import alone
from bot.weekly import Weekly
from tests.kills.board import Board
from tests.kills.points import Points, Watched

_SOON: Final = 0.3
"""Seconds: what is due sooner is waited for, or else the life is at rest."""
_LONGEST: Final = 60  # seconds; nothing here takes that long

Order = dict[str, Any]


class Life:
    """One life of the bot: as ``comeback run``, without what comes in from the platform."""

    def __init__(self, order: Order, line: socket.socket) -> None:
        self._order = order
        self._line = line
        self._rounds = 0
        self._rested = False

    def say(self, what: str, **more: object) -> None:
        """Tell the one who gave the order."""
        said = {"life": self._order["life"], "says": what, **more}
        self._line.sendall(json.dumps(said).encode() + b"\n")

    async def live(self) -> None:
        """Deliver and plan until it is killed."""
        order = self._order
        settings = load(order["environment"])
        clock = Clock(timedelta(seconds=order["ahead"]))
        points = Points(order["die"], lambda point: self.say("point", at=point))
        self._watch()
        async with opened(settings, root_key(settings), clock) as (house, bot):
            points.wrap(house)
            bot.add(Board(bot))
            with ExitStack() as leaving:
                leaving.enter_context(alone(house.store))
                await sweep(house, bot)
                async with _entered(house, bot):
                    for platform in house.platforms.values():
                        if order["rate"]:
                            pace = Pace(order["rate"], order["rate"])
                            type(platform).pace = pace
                            platform.pace = pace
                        points.wrap_platform(platform)
                    async with working(house, bot):
                        self.say("works")
                        await asyncio.sleep(_LONGEST)
        self.say("late")

    def _watch(self) -> None:
        """Say once when there is nothing to do any more."""
        setattr(running, "Courier", Watched)  # noqa: B010 - it is nobody else's to set
        setattr(planning, "_AT_ONCE", self._order["batch"])  # noqa: B010
        next_due, planned = Rows.next_due, Scheduler.round

        async def asked(rows: Rows, *arguments: Any) -> Any:
            due = await next_due(rows, *arguments)
            ahead = None if due is None else (due - rows._clock.now()).total_seconds()
            courier = Watched.latest
            rests = courier is not None and not courier.is_busy and self._rounds
            if rests and not self._rested and (ahead is None or ahead > _SOON):
                self._rested = True
                waiting, _ = await rows.backlog()
                self.say("rests", due=due.isoformat() if due else None, waiting=waiting)
            return due

        async def rounded(scheduler: Scheduler) -> None:
            await planned(scheduler)
            self._rounds += 1
            scheduler._clock.move(timedelta(0))  # wakes the courier: it may say that it rests

        setattr(Rows, "next_due", asked)  # noqa: B010
        setattr(Scheduler, "round", rounded)  # noqa: B010


def _entered(house: House, bot: Bot) -> AbstractAsyncContextManager[None]:
    """Go in to the platform that is set, to send alone: nothing comes in."""
    if house.settings.discord_token is not None:
        client = discord.create(house.settings, bot)
        return discord.logged_in(client, house.settings, looks_only=True)
    return slack.connected(slack.create(house.settings, bot), looks_only=True)


async def _rehearse(folder: str) -> None:
    """Send each kind of thing once, so that what is imported or read late is there for all."""
    environment = {"COMEBACK_FOLDER": folder, "COMEBACK_ROOT_KEY": "A" * 43}
    settings, clock = load(environment), Clock()
    async with opened(settings, root_key(settings), clock) as (house, bot):
        member = await Memory(house, bot).member("ana")
        await bot.records.checkins.join(member, Weekly(0, 540, "UTC"), GoesTo.ME)
        for _ in range(2):
            clock.move(timedelta(days=7))
            await Scheduler(house, bot).round()
            while await Courier(house, bot.draw).round():
                pass


def _warm() -> None:
    """Do once what every life would have to do first."""
    logs.configure("ERROR")
    with TemporaryDirectory() as folder:
        asyncio.run(_rehearse(folder))
    gc.collect()
    gc.freeze()


def _begin(order: Order, line: socket.socket) -> int:
    """Begin a life in a process of its own; return that process's id."""
    pid = os.fork()
    if pid:
        return pid
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        logs.configure("WARNING")
        line.setblocking(True)
        asyncio.run(Life(order, line).live())
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(1)


class Nursery:
    """Begins lives as they are ordered, and tells of their ends."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self._lives: dict[int, int] = {}
        self._rest = b""

    def run(self) -> None:
        """Go on until nobody gives orders any more; then nobody lives on."""
        woken, wakes = socket.socketpair()
        wakes.setblocking(False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(wakes.fileno())
        with selectors.DefaultSelector() as selector:
            selector.register(self._line, selectors.EVENT_READ, partial(self._line.recv, 65_536))
            selector.register(woken, selectors.EVENT_READ, partial(woken.recv, 65_536))
            while True:
                for key, _ in selector.select():
                    got = key.data()
                    if key.fileobj is woken:
                        self._bury()
                    elif got:
                        self._take(got)
                    else:
                        for pid in self._lives:
                            os.kill(pid, signal.SIGKILL)
                        return

    def _take(self, got: bytes) -> None:
        *lines, self._rest = (self._rest + got).split(b"\n")
        for order in map(json.loads, lines):
            pid = _begin(order, self._line)
            self._lives[pid] = order["life"]
            self._say(order["life"], "born", pid=pid)

    def _bury(self) -> None:
        while self._lives:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                return
            self._say(self._lives.pop(pid), "dead", status=status)

    def _say(self, life: int, what: str, **more: object) -> None:
        said = {"life": life, "says": what, **more}
        self._line.sendall(json.dumps(said).encode() + b"\n")


def main() -> None:
    """Warm up and take orders."""
    line = socket.socket(fileno=int(sys.argv[1]))
    _warm()
    Nursery(line).run()


if __name__ == "__main__":
    main()
