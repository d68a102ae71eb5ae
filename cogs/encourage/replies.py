"""Replies: written under a pseudonym, a mention or as the author, told in batches, thanked for."""

from __future__ import annotations

from datetime import timedelta

from bot import (
    Bot,
    Button,
    Card,
    Cog,
    Context,
    Form,
    Gone,
    Invalid,
    Member,
    NotYours,
    OpenThing,
    Ours,
    Priority,
    Problem,
    Quote,
    Reply,
    Room,
    Share,
    ShareState,
    Signed,
    action,
    command,
    drawn,
    plain,
    private_details,
    redact,
)
from cogs.encourage.forms import ALL_SHOWN, ONE_MESSAGE, SHOWN, Answer, Note, is_quiet


class Replying(Cog, name="reply", stores=True, posts=True):
    """Replies under shares."""

    def __init__(self, bot: Bot) -> None:
        super().__init__(bot)
        self.shares = bot.records.shares
        self.nods = bot.records.nods
        self.replies = bot.records.replies
        self.receipts = bot.records.receipts
        self.kept = bot.records.kept

    def under(self, share: Share) -> list[Button]:
        """Return the way to write to the author."""
        return [self.texts("under").button(self.write, share.id)] if share.open else []

    @command("write-to-them", on_message=True)
    async def write_to(self, ctx: Context) -> None:
        """Write to the author of the share that was clicked on."""
        try:
            post = await self.bot.records.posts.find(ctx.space, ctx.about)
            share = await self.shares.at_post(post)
        except Gone:
            raise Problem(self.say("no_share")) from None
        await self.write(ctx, share.id)

    @action
    async def write(self, ctx: Context, share_id: str) -> None:
        """Open the form, with what the author asked for."""
        share = await self.open_share(share_id, ctx.member)
        if await self.shares.author(share) == ctx.member:
            await ctx.ask(Answer(), self.answer, share.id)
        else:
            await ctx.ask(Note(sign="pseudonym"), self.send, share.id)

    async def asked_for(self, share_id: str) -> Ours:
        """Return what the author of a share asked for, to stand above the form."""
        share = await self.open_share(share_id)
        return self.texts("asked_for", words=share.words)("text")

    @action(intro=asked_for)
    async def send(self, ctx: Context, form: Note, share_id: str) -> None:
        """Send a reply, or show the private details in it first."""
        share = await self.open_share(share_id, ctx.member)
        if private_details(form.words):
            await self._ask_first(ctx, form, self.call(self.send, share.id))
        else:
            await ctx.reply(await self._reply(ctx, share, form.words, Signed(form.sign)))

    @action
    async def answer(self, ctx: Context, form: Answer, share_id: str) -> None:
        """Put the author's answer under the share, or show the private details in it first."""
        share = await self._own(ctx, share_id)
        if private_details(form.words):
            await self._ask_first(ctx, form, self.call(self.answer, share.id))
        else:
            await ctx.reply(await self._reply(ctx, share, form.words, Signed.AUTHOR))

    @action
    async def send_kept(self, ctx: Context, kept_id: str, as_typed: bool) -> None:
        """Send what was held back for its private details, with or without them."""
        kept = await self.kept.get(ctx.member, kept_id)
        share_id = kept.call.partition(":")[2]
        # Anybody can have any form kept: it is checked again, as if it came now.
        form: Note | Answer
        if kept.call == self.call(self.answer, share_id):
            form, signed = Answer.read(kept.answers), Signed.AUTHOR
            share = await self._own(ctx, share_id)
        else:
            form = Note.read(kept.answers)
            share = await self.open_share(share_id, ctx.member)
            signed = Signed.MENTION if form.sign == Signed.MENTION else Signed.PSEUDONYM
        known = (self.call(self.send, share_id), self.call(self.answer, share_id))
        if form.faults() or kept.call not in known:
            raise Gone
        words = form.words if as_typed else redact(form.words)
        async with self.bot.transaction():
            await self.kept.drop(kept.id)
            card = await self._reply(ctx, share, words, signed)
        await ctx.update(card)

    @drawn
    async def show(self, reply_id: str) -> Card | None:
        """Draw a reply, or its tombstone."""
        reply = await self.replies.get(reply_id)
        if not reply.up:
            return self.texts("deleted").card()
        quote = Quote(reply.words or "", await self._signature(reply))
        return Card(quotes=(quote,)) if reply.words is not None else None

    @drawn
    async def news(self, share_id: str) -> Card | None:
        """Draw what is new under a share, for its author, and mark it as told."""
        share = await self.shares.get(share_id)
        if share.state is ShareState.DELETED:
            return None
        most = ALL_SHOWN if is_quiet(share) else None
        fresh = await self.replies.take_untold(share.id, most)
        nods = await self.nods.take_untold(share.id)
        if not fresh and not nods:
            return None
        if len(fresh) == most:  # there may be more, which stand nowhere else
            await self.tell_author(share, await self.shares.author(share), timedelta(0))
        shown = fresh[: most or SHOWN]
        more = len(fresh) - len(shown)
        texts = self.texts("news", fresh=len(fresh), more=more, nods=nods, day=share.day)
        quotes = [Quote(reply.words or "", await self._signature(reply)) for reply in shown]
        thanks = [texts.button(self.thank, reply.id, name=reply.name) for reply in shown]
        answer = [texts.button(self.write, share.id)] if fresh and share.open else []
        return texts.card(*thanks, *answer, quotes=tuple(quotes))

    @action
    async def thank(self, ctx: Context, reply_id: str) -> None:
        """Let the writer of a reply know that it landed."""
        reply = await self.replies.get(reply_id)
        share = await self.shares.get(reply.share_id)
        author = await self.shares.author(share)
        if author is None:
            raise Gone(self.say("share_resting"))
        if author != ctx.member:
            raise NotYours
        writer = await self.replies.writer(reply)
        if writer is None:
            raise Gone(self.say("reply_gone"))
        card = self.texts("thanked").card(quotes=(Quote(reply.words or ""),))
        async with self.bot.transaction():
            if await self.replies.thank(reply):
                await self.bot.tell(writer, card, key=f"thanks:{reply.id}")
        await ctx.reply(self.texts("thanks_sent").card())

    @action
    async def mine(self, ctx: Context, reply_id: str) -> None:
        """Show a reply to the one who wrote it, while it is known who that is."""
        reply = await self.replies.get(reply_id)
        writer = await self.replies.writer(reply)
        if writer is None:
            raise Gone(self.say("reply_gone"))
        if writer != ctx.member:
            raise NotYours
        texts = self.texts("mine")
        receipt = await self.receipts.add("reply", reply.id)
        quotes = (Quote(reply.words or "", reply.name),)
        await ctx.reply(texts.card(texts.button(self.take_back, receipt), quotes=quotes))

    @action(always=True)
    async def take_back(self, ctx: Context, receipt: str) -> None:
        """Delete a reply."""
        reply = await self.replies.get(await self.receipts.subject("reply", receipt))
        await self._delete(reply)
        await ctx.update(self.texts("taken_back").card())

    async def open_things(self, member: Member) -> list[OpenThing]:
        """Return the member's replies."""
        found = []
        for reply in await self.replies.of(member):
            if reply.up and reply.words:
                texts = self.texts("open_thing", day=reply.day, words=reply.words)
                found.append(OpenThing(texts("text"), texts.button(self.mine, reply.id)))
        return found

    async def forget(self, member: Member) -> None:
        """Delete the member's replies, with a tombstone in the room, and their pseudonyms."""
        for reply in await self.replies.of(member):
            await self._delete(reply)
        for share in await self.shares.live(member.space.id):
            await self.replies.forget_voice(share, member)

    async def export(self, member: Member) -> dict[str, object]:
        """Return the member's replies, as far as it is known which those are."""
        replies = await self.replies.of(member)
        return {
            "replies": [
                {"day": reply.day.isoformat(), "signed": reply.signed.value, "words": reply.words}
                for reply in replies
                if reply.up
            ]
        }

    async def open_share(self, share_id: str, member: Member | None = None) -> Share:
        """Return a share one can still answer; raises with the sentence that says why not."""
        share = await self.shares.get(share_id)
        if member is not None and member.space != share.space:
            raise Gone
        if share.state is ShareState.DELETED:
            raise Gone(self.say("share_deleted"))
        if share.state is ShareState.LOCKED:
            own = member is not None and await self.shares.author(share) == member
            raise Problem(self.say("you_locked" if own else "share_locked"))
        if not share.open:
            raise Problem(self.say("share_resting"))
        return share

    async def tell_author(self, share: Share, author: Member | None, after: timedelta) -> None:
        """Let the author know within ``after``, together with what else happens until then."""
        if author is not None:
            await self.bot.tell(
                author,
                self.drawing(self.news, share.id),
                at=self.bot.clock.now() + after,
                batch=f"news:{share.id}",
                priority=Priority.NEWS,
            )

    async def _own(self, ctx: Context, share_id: str) -> Share:
        share = await self.open_share(share_id, ctx.member)
        if await self.shares.author(share) != ctx.member:
            raise NotYours
        return share

    async def _ask_first(self, ctx: Context, form: Form, call: str) -> None:
        if len(redact(form.answers["words"])) > ONE_MESSAGE:
            raise Invalid(words=self.say("one_message"))
        kept = await self.kept.add(ctx.member, call, form.answers)
        words = form.answers["words"]
        kinds = sorted({finding.kind for finding in private_details(words)})
        texts = self.texts("ask_first", kinds=kinds)
        await ctx.reply(
            texts.card(
                texts.button(self.send_kept, kept, False, as_typed=False),
                texts.button(self.send_kept, kept, True, as_typed=True),
                texts.button(self.bot.again.again, kept),
                quotes=(Quote(redact(words)),),
            )
        )

    async def _reply(self, ctx: Context, share: Share, words: str, signed: Signed) -> Card:
        """Write the reply, post it under the share, and return what its writer is told."""
        async with self.bot.transaction():
            # First the outbox, then the share: everybody in one order, or two wait for each other.
            if signed is not Signed.AUTHOR:
                author = await self.shares.author(share)
                await self.tell_author(share, author, self.bot.waits.news)
            reply = await self.replies.add(share, ctx.member, words.strip(), signed)
            if signed is Signed.AUTHOR or not is_quiet(share):
                await self._put_under(share, reply)
            receipt = await self.receipts.add("reply", reply.id)
        texts = self.texts("sent", signed=signed.value, name=reply.name, quiet=is_quiet(share))
        return texts.card(texts.button(self.take_back, receipt))

    async def _put_under(self, share: Share, reply: Reply) -> None:
        show, key = self.drawing(self.show, reply.id), f"reply:{reply.id}"
        post = await self.bot.post(share.space, Room.SUPPORT, show, under=share.post_id, key=key)
        await self.replies.place(reply, post)

    async def _delete(self, reply: Reply) -> None:
        async with self.bot.transaction():
            await self.replies.delete(reply.id)
            await self.receipts.void(reply.id)
            if reply.post_id is not None:
                await self.bot.refresh(reply.space, reply.post_id)
        await self.bot.retract(reply.space, self.call(self.thank, reply.id))
        await self.bot.scrub()

    async def _signature(self, reply: Reply) -> str | Member:
        if reply.signed is Signed.AUTHOR:
            return plain(self.say("the_author"))
        if reply.signed is Signed.MENTION:
            return await self.replies.writer(reply) or plain(self.say("somebody"))
        return reply.name
