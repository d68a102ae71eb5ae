"""What a member sees: cards, buttons, forms. Frozen values, checked where they are made.

A form's words are checked against the limits when its class is made, that is, when the cog's
module is imported.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self, overload

from bot import limits
from bot.people import Member
from bot.templates import Texts
from bot.words import Ours, clean, is_blank, plain

_NOTHING = Ours("")


class Unfit(ValueError):
    """A card or a form that no platform could show; a mistake in a cog, found early."""


def _fits(what: str, text: str, most: int, least: int = 1) -> None:
    if not least <= len(text) <= most:
        message = f"{what} must have {least} to {most} characters and has {len(text)}"
        raise Unfit(message)


@dataclass(frozen=True, slots=True)
class Button:
    """A label and the call it makes. ``call`` is at most 100 characters and names no person."""

    label: Ours
    call: str

    def __post_init__(self) -> None:
        _fits("a button's label", plain(self.label), limits.BUTTON)
        _fits("a button's call", self.call, limits.CALL)


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, shown escaped and dead; ``by`` is a pseudonym, or a member to mention."""

    text: str
    by: str | Member = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG with the description read to those who cannot see it."""

    png: bytes
    description: Ours

    def __post_init__(self) -> None:
        _fits("a picture's description", plain(self.description), limits.PICTURE_DESCRIPTION)


@dataclass(frozen=True, slots=True)
class File:
    """A file to keep. ``name`` says what it is, never whose."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Card:
    """One message: our words, theirs apart, then small print and buttons.

    ``text`` and ``note`` are Markdown of ours (bold, italics, lists, links); ``quotes`` are
    theirs. A card longer than a platform takes is split by its adapter, see ``bot.splitting``.
    """

    title: Ours = _NOTHING
    text: Ours = _NOTHING
    quotes: tuple[Quote, ...] = ()
    note: Ours = _NOTHING
    buttons: tuple[Button, ...] = ()
    picture: Picture | None = None
    file: File | None = None

    def __post_init__(self) -> None:
        if not (self.title or self.text or self.quotes or self.note):
            message = "a card without words cannot be read aloud"
            raise Unfit(message)
        if len(self.buttons) > limits.BUTTONS:
            message = f"a card has at most {limits.BUTTONS} buttons, this one {len(self.buttons)}"
            raise Unfit(message)
        if len({button.call for button in self.buttons}) < len(self.buttons):
            message = "two buttons of a card make the same call; Discord refuses that"
            raise Unfit(message)


class Field:
    """One question of a form; on the form's instance it is the answer, a ``str``.

    ``long`` gives several lines; ``options`` makes it a choice, the answer is one of them;
    ``channel`` lets somebody choose a channel of their space, the answer is a handle for
    ``bot.rooms``; ``person`` lets them choose somebody of it, themselves too, the answer is a
    handle for ``bot.person``. ``optional`` lets it be empty; ``least`` and ``most`` are
    characters. Label, hint and the options' words are blocks of the form's template.

    Who is chosen may be a bot where a platform does not say so, and may have left meanwhile:
    ``bot.standing`` tells. In Discord's direct messages a person can choose only themselves.
    """

    def __init__(
        self,
        *,
        long: bool = False,
        options: tuple[str, ...] = (),
        channel: bool = False,
        person: bool = False,
        optional: bool = False,
        least: int = 0,
        most: int | None = None,
    ) -> None:
        self.name = ""
        self.label = self.hint = Ours("")
        self.long, self.options, self.optional = long, options, optional
        self.channel, self.person = channel, person
        self.least = least
        self.most = most if most is not None else (limits.ANSWER if long else 100)
        self.labels: dict[str, Ours] = {}

    @property
    def picked(self) -> bool:
        """Whether the answer comes from a platform's own list, and is a handle."""
        return self.channel or self.person

    def __set_name__(self, owner: type[Form], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, form: None, owner: type[Form]) -> Field: ...
    @overload
    def __get__(self, form: Form, owner: type[Form]) -> str: ...
    def __get__(self, form: Form | None, owner: type[Form]) -> Field | str:
        return self if form is None else form.answers.get(self.name, "")

    def word(self, texts: Texts) -> None:
        """Take the words from the form's template; raises ``Unfit`` when they do not fit."""
        self.label, self.hint = texts(self.name), texts.get(f"{self.name}_hint")
        self.labels = {option: texts(f"{self.name}_{option}") for option in self.options}
        _fits(f"the label of {self.name}", self.label, limits.FIELD_LABEL)
        _fits(f"the hint of {self.name}", self.hint, limits.FIELD_HINT, least=0)
        for option, label in self.labels.items():
            _fits(f"the option {option} of {self.name}", label, limits.OPTION)
        if len(self.options) > limits.OPTIONS or not 1 <= self.most <= limits.ANSWER:
            message = f"{self.name}: at most {limits.OPTIONS} options, {limits.ANSWER} characters"
            raise Unfit(message)

    def fault(self, answer: str) -> Ours | None:
        """Return the sentence that says why ``answer`` does not fit, or nothing when it does."""
        says = Texts.of("says/bot", {"most": self.most, "least": self.least, "has": len(answer)})
        if is_blank(answer):
            return None if self.optional else says(self._missing())
        if self.picked:
            return None  # a handle of ours
        if self.options and answer not in self.options:
            return says("choose_one")
        if len(answer) > self.most:
            return says("too_long")
        return says("too_short") if len(answer.strip()) < self.least else None

    def _missing(self) -> str:
        """Return the name of the sentence for no answer."""
        if self.person:
            return "choose_person"
        return "choose_one" if self.options or self.channel else "required"

    def asked(self, label: Ours) -> Field:
        """Return the same question in other words; raises ``Unfit`` when they do not fit."""
        _fits(f"the label of {self.name}", plain(label), limits.FIELD_LABEL)
        field = copy.copy(self)
        field.label = label
        return field

    def hinted(self, hint: Ours) -> Field:
        """Return the same question with another hint; raises ``Unfit`` when that does not fit."""
        _fits(f"the hint of {self.name}", plain(hint), limits.FIELD_HINT)
        field = copy.copy(self)
        field.hint = hint
        return field


class Form:
    """A class of questions; an instance holds the answers, or the values to start from.

    ``words`` names the template below ``templates/forms``. ``intro`` is one paragraph of ours
    shown above the questions; the house fills it in, see ``action``. ``fields`` are all there can
    be, and on an instance those that are asked, see ``asking``. Raises ``Unfit`` at import where a
    limit is passed.
    """

    title: ClassVar[Ours]
    submit: ClassVar[Ours]
    fields: tuple[Field, ...]

    def __init_subclass__(cls, *, words: str, **rest: Any) -> None:
        super().__init_subclass__(**rest)
        texts = Texts.of(f"forms/{words}")
        cls.title = texts("title")
        cls.submit = texts.get("submit") or Texts.of("says/bot")("submit")
        cls.fields = tuple(item for item in vars(cls).values() if isinstance(item, Field))
        _fits(f"the title of {cls.__name__}", cls.title, limits.FORM_TITLE)
        _fits(f"the button of {cls.__name__}", cls.submit, limits.FORM_SUBMIT)
        if not 1 <= len(cls.fields) <= limits.FIELDS:
            message = f"{cls.__name__} must have 1 to {limits.FIELDS} fields"
            raise Unfit(message)
        for field in cls.fields:
            field.word(texts)

    def __init__(self, **answers: str) -> None:
        known = {field.name for field in self.fields}
        if not answers.keys() <= known:
            message = f"{type(self).__name__} has no field {sorted(answers.keys() - known)}"
            raise Unfit(message)
        self.intro = _NOTHING
        self.answers = {name: str(answer) for name, answer in answers.items()}

    def asking(self, labels: Mapping[str, Ours | None]) -> Self:
        """Return the same form with some questions asked in other words, or not at all.

        ``labels`` has by field what stands there instead, at most 45 characters, or ``None`` where
        the question is left out; its answer is read all the same, if one is sent. What is there
        by ``<field>_hint`` stands below, at most 100 characters. Raises ``Unfit`` for other
        fields, longer words, a needed question left out, or none left.
        """
        known = {field.name: field for field in self.fields}
        hints = {name: labels[f"{name}_hint"] for name in known if f"{name}_hint" in labels}
        labels = {name: label for name, label in labels.items() if name[:-5] not in hints}
        if not labels.keys() <= known.keys():
            message = f"{type(self).__name__} has no field {sorted(labels.keys() - known.keys())}"
            raise Unfit(message)
        needed = [name for name, field in known.items() if not field.optional]
        if any(labels.get(name, _NOTHING) is None for name in needed):
            message = f"{type(self).__name__}: only an optional field can be left out"
            raise Unfit(message)
        known |= {
            name: known[name].asked(label) for name, label in labels.items() if label is not None
        }
        known |= {name: known[name].hinted(hint) for name, hint in hints.items() if hint}
        form = self.holding(self.answers)
        form.fields = tuple(
            field for name, field in known.items() if labels.get(name, _NOTHING) is not None
        )
        if not form.fields:
            message = f"{type(self).__name__} asks nothing"
            raise Unfit(message)
        return form

    def holding(self, answers: Mapping[str, str]) -> Self:
        """Return the same form with other answers."""
        form = copy.copy(self)
        form.answers = dict(answers)
        return form

    @classmethod
    def read(cls, sent: Mapping[str, str]) -> Self:
        """Return the form as it was filled in; what it has no field for is left out."""
        form = cls()
        for field in cls.fields:
            if field.name in sent:
                answer = clean(sent[field.name])
                form.answers[field.name] = "" if is_blank(answer) else answer
        return form

    def faults(self) -> dict[str, Ours]:
        """Return one sentence for every field whose answer does not fit."""
        checked = ((field, field.fault(self.answers.get(field.name, ""))) for field in self.fields)
        return {field.name: fault for field, fault in checked if fault is not None}
