"""The group of commands, and how one ends: with a sentence, whatever happened."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Coroutine
from typing import Any, NoReturn

import click
from jinja2 import TemplateNotFound

from bot import logs
from bot.errors import StartFailure
from bot.identity import KeyFailure
from bot.settings import Settings, SettingsFailure, load
from bot.store import StoreFailure


@click.group()
def app() -> None:
    """Comeback helps people who were rejected for a job. Try it with `comeback demo`."""


def stop(sentence: str) -> NoReturn:
    """Say one sentence on standard error and end with code 2."""
    click.echo(sentence, err=True)
    sys.exit(2)


def read_settings() -> Settings:
    """Return the settings, and log as they say."""
    try:
        settings = load()
    except SettingsFailure as fault:
        stop(str(fault))
    logs.configure(settings.log_level, plain=sys.stderr.isatty())
    return settings


def carry_out(work: Coroutine[Any, Any, None]) -> None:
    """Do it; what is wrong with settings, database, key or platform is one sentence."""
    try:
        asyncio.run(work)
    except (SettingsFailure, StoreFailure, KeyFailure, StartFailure) as fault:
        stop(f"This did not work: {fault}.")
    except TemplateNotFound:  # an OSError by name only
        raise
    except OSError as fault:
        stop(f"This did not work: {fault.strerror or type(fault).__name__}.")
    except KeyboardInterrupt:
        sys.exit(0)
