"""``make bench``: runs every benchmark and prints its figures.

``python -m tests.bench discord_rates`` runs those whose name begins so.
"""

import asyncio
import sys

from tests.bench import (
    delivery_flat,
    delivery_rates,
    delivery_restart,
    delivery_wave,
    discord_delays,
    discord_pace,
    discord_rates,
    discord_size,
    events,
    letters,
    nods,
    slack_http,
    slack_size,
    slack_socket,
    start,
)

_SECTIONS = {
    "The core": (events, nods, start),
    "Letters": (letters,),
    "Delivery": (delivery_rates, delivery_wave, delivery_flat, delivery_restart),
    "On Discord, of which a fake is run": (
        discord_rates,
        discord_delays,
        discord_pace,
        discord_size,
    ),
    "On Slack, of which a fake is run": (slack_http, slack_socket, slack_size),
}


async def main() -> None:
    """Run them, one after the other."""
    wanted = tuple(f"{__package__}.{name}" for name in sys.argv[1:] or [""])
    for title, benchmarks in _SECTIONS.items():
        chosen = [one for one in benchmarks if one.__name__.startswith(wanted)]
        if chosen:
            print(f"\n{title}")
        for benchmark in chosen:
            print(f"\n{(benchmark.__doc__ or '').splitlines()[0]}")
            async for line in benchmark.figures():
                print(f"  {line}", flush=True)


asyncio.run(main())
