"""From what was pasted to what it says: every value by its own rules."""

from __future__ import annotations

from dataclasses import replace

from cogs.draft.reading.agencies import is_agency
from cogs.draft.reading.answering import is_automatic, is_unread, reply_address
from cogs.draft.reading.characters import LONGEST_LETTER, clean, fold, value
from cogs.draft.reading.company import company
from cogs.draft.reading.days import day
from cogs.draft.reading.feedback import offers_feedback
from cogs.draft.reading.greetings import addressee
from cogs.draft.reading.headers import Headers
from cogs.draft.reading.invitations import invites_again
from cogs.draft.reading.languages import language
from cogs.draft.reading.letter import Letter
from cogs.draft.reading.manners import familiar
from cogs.draft.reading.markup import is_markup, visible, without_entities
from cogs.draft.reading.names import compact
from cogs.draft.reading.page import laid_out
from cogs.draft.reading.patterns import compiled
from cogs.draft.reading.people import sender, without_chat
from cogs.draft.reading.reasons import reason
from cogs.draft.reading.role import role
from cogs.draft.reading.sentences import unrolled
from cogs.draft.reading.source import is_source, opened
from cogs.draft.reading.stages import stage
from cogs.draft.reading.threads import Segment, letters

__all__ = ["read"]

# Bold and italics as chats and pasted Markdown write them.
_EMPHASIS = compiled(r"\*{1,2}([^\s*](?:[^*\n]{0,120}[^\s*])?)\*{1,2}")


def read(pasted: str) -> Letter:
    """Return what a pasted letter says: pure, in linear time, for any string at all."""
    text = clean(pasted)
    if is_source(text):
        text = opened(text)
    text = visible(text) if is_markup(text) else without_entities(text)
    text = _EMPHASIS.sub(r"\1", clean(text, LONGEST_LETTER))
    found, note = letters(unrolled(text))
    first = _letter(found[0], note=note)
    for other in found[1:]:
        first = _agreed(first, _letter(other, note=False))
    return first


def _letter(segment: Segment, *, note: bool) -> Letter:
    """Return what one letter says."""
    text, writer = without_chat(segment.text)
    headers = segment.headers
    page = laid_out(text, headers)
    everything = page.everything
    code = language([fold(page.greeting), *everything])
    agency = is_agency(page)
    title, title_guess = role(page)
    employer, employer_guess = company(page, agency, title)
    name = sender(page, employer or employer_guess, writer)
    guesses = {"company": employer_guess, "role": title_guess}
    return Letter(
        company=employer,
        role=title,
        sender=name,
        no_reply=is_unread(page),
        automated=is_automatic(page),
        stage=stage(page, note and not writer),
        feedback_offered=offers_feedback(page),
        invited_again=invites_again(page),
        agency=agency,
        reason=reason(page),
        language=code,
        familiar=familiar(code, f"{page.greeting}\n{page.body}", " ".join(everything)),
        addressee=addressee(page.greeting),
        day=day(page),
        guesses={key: guess for key, each in guesses.items() if (guess := value(each))},
        **_headed(headers, reply_address(page)),
    )


def _headed(headers: Headers, reply_to: str | None) -> dict[str, str | None]:
    """Return what was read of header lines, each on one line."""
    return {
        "subject": value(headers.subject),
        "reply_to": value(reply_to),
        "message_id": value(headers.message_id),
        "references": value(headers.references),
    }


def _agreed(first: Letter, other: Letter) -> Letter:
    """Return the first of two letters, without the names in which they differ."""
    keep = {
        name: getattr(first, name)
        for name in ("company", "role", "sender")
        if compact(getattr(first, name) or "") == compact(getattr(other, name) or "")
    }
    return replace(
        first, company=keep.get("company"), role=keep.get("role"), sender=keep.get("sender")
    )
