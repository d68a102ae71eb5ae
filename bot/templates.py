"""The Jinja environment: every sentence the bot can say, by name, translatable.

A card is a template whose blocks are its parts: ``title``, ``text``, ``note`` and, for every
button, ``<action>_button``. A form is one whose blocks are ``title``, each field's label, its
``<field>_hint`` and its ``<field>_<option>``. Short sentences are blocks of ``says/<cog>.j2``.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Self

from babel.dates import format_date, get_day_names
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from bot.words import Ours, mark


def _folder() -> Path:
    """Return where the templates are: in the wheel beside this module, else in the checkout."""
    packed = Path(__file__).with_name("_templates")
    return packed if packed.is_dir() else Path(__file__).parent.parent / "templates"


FOLDER = _folder()


def _finalize(value: Any) -> Any:
    return mark(value)


@cache
def environment(language: str = "en") -> Environment:
    """Return the environment whose sentences are in ``language`` (IETF, as ``templates/locale``).

    Undefined values raise: a card with an empty slot is never sent. Text is in English where a
    translation is missing.
    """
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        extensions=["jinja2.ext.i18n"],
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - not HTML; finalize marks what is theirs
        finalize=_finalize,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.policies["ext.i18n.trimmed"] = True
    made.filters["day"] = lambda day: Ours(format_date(day, "d MMMM", locale=language))
    days = get_day_names("wide", locale=language)
    made.filters["weekday"] = lambda number: Ours(str(days[number]))
    made.filters["clock"] = lambda minute: Ours(f"{minute // 60:02}:{minute % 60:02}")
    catalogue = gettext.translation(
        "comeback", str(FOLDER / "locale"), languages=[language], fallback=True
    )

    def one(message: str) -> Ours:
        return Ours(catalogue.gettext(message))

    def many(singular: str, plural: str, number: int) -> Ours:
        return Ours(catalogue.ngettext(singular, plural, number))

    made.install_gettext_callables(one, many, newstyle=True)  # type: ignore[attr-defined]  # added by the extension
    return made


class Texts:
    """The blocks of one template, with the values they are filled in with."""

    def __init__(self, template: Template, values: Mapping[str, Any]) -> None:
        self._template = template
        self._values = dict(values)

    @classmethod
    def of(cls, path: str, values: Mapping[str, Any] | None = None) -> Self:
        """Return the texts of ``templates/<path>.j2``; raises ``TemplateNotFound``."""
        return cls(environment().get_template(f"{path}.j2"), values or {})

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the blocks."""
        yield from self._template.blocks

    def __contains__(self, name: str) -> bool:
        """Say whether there is a block of that name."""
        return name in self._template.blocks

    def __call__(self, name: str, /, **more: Any) -> Ours:
        """Return the block ``name``, filled in; raises ``LookupError`` when there is none."""
        try:
            block = self._template.blocks[name]
        except KeyError:
            message = f"{self._template.name} has no block {name!r}"
            raise LookupError(message) from None
        context = self._template.new_context({**self._values, **more})
        return Ours("".join(block(context))).strip()

    def get(self, name: str, /, **more: Any) -> Ours:
        """Return the block ``name``, or nothing when the template leaves it out."""
        return self(name, **more) if name in self else Ours("")
