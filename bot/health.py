"""Is it alive, is it ready: for whoever runs it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from aiohttp import ClientError, ClientSession, ClientTimeout, web
from sqlalchemy import text

from bot import logs, metrics
from bot.house import House


class Health:
    """``/health`` answers while the process turns; ``/ready`` when all it stands on does too.

    ``/metrics`` is for Prometheus. ``connected`` says of a platform whether its connection is up;
    ``routes`` are a platform's own, that it calls the bot by. One port serves them all.
    """

    def __init__(
        self,
        house: House,
        *connected: Callable[[], bool],
        routes: Iterable[web.AbstractRouteDef] = (),
    ) -> None:
        self._house = house
        self._connected = connected
        self._routes = routes
        self._runner: web.AppRunner | None = None
        self.port = 0

    async def start(self) -> None:
        """Listen where the settings say; raises ``OSError`` when that place is taken."""
        application = web.Application()
        application.router.add_get("/health", self._health)
        application.router.add_get("/ready", self._ready)
        application.router.add_get("/metrics", self._metrics)
        application.router.add_routes(self._routes)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=5.0)
        await self._runner.setup()
        settings = self._house.settings
        site = web.TCPSite(self._runner, settings.host, settings.port)
        try:
            await site.start()
        except OSError:
            await self._runner.cleanup()
            raise
        self.port = int(self._runner.addresses[0][1])

    async def stop(self) -> None:
        """Stop listening."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _health(self, request: web.Request) -> web.Response:
        return web.Response(text="ok")

    async def _ready(self, request: web.Request) -> web.Response:
        try:
            async with self._house.store.reading() as db:
                await db.execute(text("SELECT 1"))
        except Exception:
            # Whatever it is, the answer is the same; the courier logs it.
            return web.Response(status=503, text="the database does not answer")
        if not all(is_up() for is_up in self._connected):
            return web.Response(status=503, text="a platform is not connected")
        return web.Response(text="ready")

    async def _metrics(self, request: web.Request) -> web.Response:
        try:
            waiting, late = await self._house.outbox.backlog()
            states = dict.fromkeys(("dead", "unsure", "held"), 0)
            for state, number in (states | await self._house.outbox.left()).items():
                metrics.waiting.labels(state).set(number)
        except Exception:
            logs.warning("metrics.no_database")  # what was counted is told all the same
        else:
            metrics.waiting.labels("waiting").set(waiting)
            metrics.late.set(late.total_seconds())
        return web.Response(body=metrics.text(), headers={"Content-Type": metrics.CONTENT_TYPE})


async def ask(host: str, port: int) -> bool:
    """Return whether a bot that runs at ``host`` and ``port`` says that it is alive."""
    try:
        async with (
            ClientSession(timeout=ClientTimeout(total=3)) as session,
            session.get(f"http://{host}:{port}/health") as answer,
        ):
            return answer.status == 200
    except (ClientError, OSError, TimeoutError):
        return False
