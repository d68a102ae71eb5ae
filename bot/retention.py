"""What is deleted when its time is over: day keys, all that only they could open, left spaces."""

from __future__ import annotations

from datetime import timedelta

from bot import logs
from bot.app import Bot
from bot.delivery import Priority
from bot.house import House

_DONE_ROWS = timedelta(days=400)
"""How long a row that must not come twice is remembered: longer than any yearly thing."""

_WEEKLY_ROWS = timedelta(days=60)
"""How long one of a routine is: its key names a week, and no week that old is planned again."""


async def sweep(house: House, bot: Bot) -> None:
    """Delete what is past its retention. May run anywhere, at any time, twice at once."""
    for share in await bot.records.shares.resting_today():
        if share.post_id is not None:
            await house.outbox.refresh(share.space.id, share.post_id, key=f"rest:{share.id}")
    async with house.store.transaction():
        gone = await house.identity.days.sweep()
        await bot.records.kept.sweep()
        await bot.records.spared.sweep()
        await bot.records.shares.sweep()
        await bot.records.replies.sweep()
        swept = [await one.sweep() for one in (bot.records.drafts, bot.records.reminders)]
        await house.outbox.sweep(house.clock.today() - _DONE_ROWS)
        await house.outbox.sweep(house.clock.today() - _WEEKLY_ROWS, Priority.ROUTINE)
    if gone:
        logs.event("retention.keys_deleted", count=len(gone))
    if gone or any(swept) or house.store.owes_scrub:
        await house.store.scrub()
    notes, left = await house.inboxes.sweep(), await house.spaces.sweep()
    if left:
        logs.event("retention.spaces_deleted", count=left)
    if notes or left:
        await house.store.scrub()
