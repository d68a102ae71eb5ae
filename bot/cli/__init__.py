"""``comeback …``: the commands of whoever runs the bot, and the only place that names adapters."""

import os

from bot.cli import adding, keeping, letters, playground, serving, times
from bot.cli.terminal import app

__all__ = ["adding", "app", "keeping", "letters", "main", "playground", "serving", "times"]


def main() -> None:
    """Run the command line. What it writes is for its owner alone."""
    os.umask(0o077)
    app()
