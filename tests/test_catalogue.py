"""Walks everything there is: commands, cogs, templates, settings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from jinja2 import nodes

from bot import limits
from bot.app import Bot
from bot.cog import Cog
from bot.commands import command_button
from bot.settings import variables
from bot.templates import FOLDER, environment
from bot.ui import Form
from tests.houses import open_house

HERE = Path(__file__).parent.parent
# A letter is written anew in every language, see tests/draft/test_letters.py.
CARDS = sorted(path for path in FOLDER.rglob("*.j2") if not {"web", "letters"} & set(path.parts))


@pytest.fixture
async def bot(sqlite_url: str, tmp_path: Path) -> Bot:
    """Return a bot with all its cogs."""
    house, bot = await open_house(sqlite_url, tmp_path)
    await house.close()
    return bot


async def test_every_cog_that_stores_can_forget_and_export(bot: Bot) -> None:
    for cog in bot.cogs.values():
        own = type(cog)
        uses_records = any("records" in line for line in _source(own).splitlines())
        kept = own.stores or (own.kept_by in bot.cogs and bot.cogs[own.kept_by].stores)
        assert kept or not uses_records, f"{cog.name} uses records: say stores=True"
        if own.stores:
            assert own.forget is not Cog.forget, f"{cog.name} stores and cannot forget"
            assert own.export is not Cog.export, f"{cog.name} stores and cannot export"


def _source(kind: type) -> str:
    import inspect

    return inspect.getsource(kind)


async def test_every_command_is_described_and_in_the_readme(bot: Bot) -> None:
    readme = (HERE / "README.md").read_text("utf-8")
    for word, item in bot.commands.items():
        assert 1 <= len(item.description) <= limits.DESCRIPTION
        assert f"/{word}" in readme, f"/{word} is not in the README"
    for item in bot.shortcuts.values():
        assert item.description in readme


async def test_every_command_can_be_reached_by_pressing_buttons(bot: Bot) -> None:
    for word in bot.commands:
        if " " not in word and word != "comeback":
            assert command_button(word).call == f"/{word}"


def test_every_setting_is_in_the_readme() -> None:
    readme = (HERE / "README.md").read_text("utf-8")
    for variable in variables():
        assert variable in readme


def test_every_form_fits_every_platform() -> None:
    assert Form.__subclasses__()
    for form in Form.__subclasses__():
        assert len(form.title) <= limits.FORM_TITLE
        assert all(len(field.label) <= limits.FIELD_LABEL for field in form.fields)


@pytest.mark.parametrize("path", CARDS, ids=lambda path: str(path.relative_to(FOLDER)))
def test_every_sentence_can_be_translated(path: Path) -> None:
    """Words outside of ``{% trans %}`` would stay English in every language."""
    made = environment()
    tree = made.parse(path.read_text("utf-8"))
    for data in tree.find_all(nodes.TemplateData):
        assert not re.search(r"[A-Za-z]{2,}", data.data), f"{path.name}: {data.data!r}"
    assert "{#" in path.read_text("utf-8"), f"{path.name} begins with what it is for"


@pytest.mark.parametrize("path", CARDS, ids=lambda path: str(path.relative_to(FOLDER)))
def test_every_sentence_keeps_the_house_style(path: Path) -> None:
    made = environment()
    for _, _, message in made.extract_translations(path.read_text("utf-8")):  # type: ignore[attr-defined]  # of the i18n extension
        for text in [message] if isinstance(message, str) else message:
            if text is None:
                continue
            assert "!" not in text, text
            assert "regret" not in text.lower(), text
            assert "sorry" not in text.lower(), f"the bot writes no sympathy: {text}"
            others = [character for character in text if ord(character) > 0x2190]
            assert set(others) <= {"♥"}, text


def test_babel_finds_every_sentence() -> None:
    options = {"**.j2": {"trimmed": "true", "newstyle_gettext": "true"}}
    found = list(extract_from_dir(str(FOLDER), [("**.j2", "jinja2")], options_map=options))
    assert len(found) > 100


def test_every_template_is_used() -> None:
    code = "\n".join(
        path.read_text("utf-8")
        for folder in ("bot", "cogs", "templates")
        for path in (HERE / folder).rglob("*.*")
        if path.suffix in (".py", ".j2", ".html")
    )
    for path in CARDS:
        name = path.relative_to(FOLDER).with_suffix("")
        shown = name.parts[-1] if name.parts[0] == "cards" else "/".join(name.parts[1:])
        assert f'"{shown}"' in code or f'"{name}' in code or name.parts[0] == "says", path
