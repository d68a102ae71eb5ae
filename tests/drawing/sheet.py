"""What a client of any platform is drawn with: a template of macros, a style, a page."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

HERE: Final = Path(__file__).parent
COLOURS: Final = ("#7d5ba6", "#3f7cac", "#b0563f", "#a27b2c", "#5c6f82")
BOT: Final = "#4f8a6b"
"""Behind the first letters of people, and of the bot, where there would be a picture."""


class Sheet:
    """A template and its style. Every method returns a piece of HTML."""

    def __init__(self, template: str, style: str, **helpers: Any) -> None:
        environment = Environment(
            loader=FileSystemLoader(HERE),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        environment.globals |= helpers
        self._macros = environment.get_template(template).module
        self._style = HERE / style

    def columns(self, *parts: Markup) -> Markup:
        """Return pieces beside each other."""
        return Markup('<div class="columns">{}</div>').format(Markup("").join(parts))

    def page(self, body: Markup, width: int) -> str:
        """Return the whole document; what is drawn is its ``#picture``, so many pixels wide."""
        style = Markup(self._style.read_text("utf-8"))  # noqa: S704  our own file
        return str(self._draw("page", body, width, style))

    def _draw(self, macro: str, *values: Any) -> Markup:
        drawn: Markup = getattr(self._macros, macro)(*values)
        return drawn


def clock(at: datetime) -> str:
    """Return a time of day as clients write it."""
    return f"{at.hour % 12 or 12}:{at:%M %p}"


def unknown(part: dict[str, Any]) -> None:
    """Raise for what the bot sends and no macro draws."""
    message = f"no drawing of what is of type {part['type']}"
    raise NotImplementedError(message)
