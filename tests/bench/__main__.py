"""``make bench``: runs every benchmark and prints its figures."""

import asyncio

from tests.bench import events, nods, start


async def main() -> None:
    """Run them all, one after the other."""
    for benchmark in (events, nods, start):
        print(f"\n{(benchmark.__doc__ or '').splitlines()[0]}")
        async for line in benchmark.figures():
            print(f"  {line}")


asyncio.run(main())
