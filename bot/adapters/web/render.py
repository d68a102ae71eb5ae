"""Cards as HTML: our Markdown, with everything of theirs escaped and dead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup, escape

from bot.words import CLOSE, OPEN, Ours
from bot.words import escape as escape_theirs

_SLOT: Final = re.compile(f"{OPEN}(\\d+){CLOSE}")


def _link(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    env: EnvType,
) -> str:
    tokens[index].attrSet("rel", "noopener noreferrer")
    tokens[index].attrSet("target", "_blank")
    return renderer.renderToken(tokens, index, options, env)


def _markdown() -> MarkdownIt:
    """Return a reader of the little Markdown that cards are written in: no HTML, no pictures."""
    made = MarkdownIt("zero", {"breaks": True, "html": False, "linkify": False})
    made.enable(["emphasis", "link", "list", "newline", "escape", "backticks"])
    made.add_render_rule("link_open", _link)
    return made


_READER: Final = _markdown()


def markdown(text: Ours) -> Markup:
    """Return our words as HTML. What is theirs is put in afterwards: Markdown never sees it."""
    theirs: list[str] = []

    def keep(span: str) -> str:
        theirs.append(span)
        return f"{OPEN}{len(theirs) - 1}{CLOSE}"

    def put_back(slot: re.Match[str]) -> str:
        return str(escape(theirs[int(slot.group(1))])).replace("\n", "<br>\n")

    html = _READER.render(escape_theirs(text, keep))
    return Markup(_SLOT.sub(put_back, html))  # noqa: S704 - escaped piece by piece above
