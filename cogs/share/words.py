"""What a share is made of: the form, what was typed, and what of it may leave."""

from __future__ import annotations

from dataclasses import replace

from bot import Field, Form, Gone, Quote, Share, Words, private_details, redact

ONE_MESSAGE = 1750
"""Characters of the author's in one post: what a card takes less our own words in it."""


class Rejection(Form, words="share/rejection"):
    """What a share is made of. The company is not asked for."""

    happened = Field(long=True, least=3, most=1200)
    stage = Field(options=("application", "screen", "interview", "final", "withdrawn", "silence"))
    need = Field(options=("listen", "me_too", "ideas", "reply"))
    feeling = Field(long=True, optional=True, most=400)
    field = Field(optional=True, most=60)


def words(form: Rejection) -> Words:
    """Return what was typed, without the space around it."""
    return Words(
        form.happened.strip(), form.feeling.strip(), form.need, form.stage, form.field.strip()
    )


def rewritten(form: Rejection, before: Words) -> Words:
    """Return what was typed over an earlier text; what that was asked for stays."""
    typed = replace(words(form), kept=before.kept)
    return replace(typed, stage=before.stage, quiet=True) if before.quiet else typed


def too_long(words: Words) -> bool:
    """Say whether the post could become two messages, with or without the private details.

    A post is one message: what is deleted or counted is all of it.
    """
    shown = (words, redacted(replace(words, kept=())))
    return any(len(one.happened + one.feeling + one.field) > ONE_MESSAGE for one in shown)


def typed(share: Share) -> Words:
    """Return a share's words; raises ``Gone`` when they are no more."""
    if share.words is None:
        raise Gone
    return share.words


def redacted(words: Words) -> Words:
    """Return the words as they may leave, without the private details."""
    return replace(
        words,
        happened=redact(words.happened, words.kept),
        feeling=redact(words.feeling, words.kept),
        field=redact(words.field, words.kept),
    )


def quotes(share: Share) -> tuple[Quote, ...]:
    """Return what the author wrote, to be shown as theirs."""
    words = typed(share)
    return tuple(Quote(text) for text in (words.happened, words.feeling) if text)


def details(words: Words) -> list[str]:
    """Return the kinds of private details in the words, each once."""
    texts = (words.happened, words.feeling, words.field)
    return sorted({found.kind for text in texts for found in private_details(text)})
