"""``python -m bot``: the same as ``comeback``."""

from bot.cli import main

if __name__ == "__main__":
    main()
