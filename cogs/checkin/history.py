"""What a member answered, week by week."""

from __future__ import annotations

from bot import EFFORT, Answer, Bot, Cog, Context, Gone, action, iso
from cogs.checkin.asking import Asking

PAGE = 5
"""Weeks in one message."""


class History(Cog, name="history", kept_by="checkin"):
    """Looking back."""

    def __init__(self, bot: Bot, asking: Asking) -> None:
        super().__init__(bot)
        self.checkins = bot.records.checkins
        self.weeks = bot.records.weeks
        self._asking = asking

    @action
    async def history(self, ctx: Context, skipped: int) -> None:
        """Show what was answered, the newest first."""
        checkin = await self.checkins.own(ctx.member)
        answers = [*reversed(await self.weeks.of(checkin))]
        if not answers:
            raise Gone(self.say("no_history"))
        shown = answers[max(skipped, 0) :][:PAGE]
        older = len(answers) - max(skipped, 0) - len(shown)
        texts = self.texts("history", answers=[(iso(one.week), one) for one in shown])
        buttons = [
            texts.button(self._asking.answer, iso(one.week), week=iso(one.week))
            for one in shown
            if self._asking.is_open(checkin, one.week)
        ]
        if older > 0:
            buttons.append(texts.button(self.history, max(skipped, 0) + PAGE))
        await ctx.reply(texts.card(*buttons))


def exported(answer: Answer) -> dict[str, object]:
    """Return a week as it stands in a member's file."""
    return {
        "week": iso(answer.week),
        "mood": answer.mood,
        "went_well": answer.went_well,
        "learned": answer.learned,
        "goal_before": answer.met,
        "goal": answer.goal,
        "effort": {name: answer.effort.get(name, 0) for name in EFFORT},
        "kept_to_myself": answer.to_self,
        "told_in_the_digest": answer.win,
    }
