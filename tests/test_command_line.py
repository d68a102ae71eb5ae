"""The commands of whoever runs the bot, as they are typed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import SettingsFailure, load, table, variables

HERE = Path(__file__).parent.parent


def comeback(*words: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a person does, in an empty folder."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("COMEBACK_")}
    clean["PYTHONPATH"] = str(HERE)
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "bot", *words],
        capture_output=True,
        text=True,
        cwd=folder,
        env=clean | environment,
        check=False,
        timeout=120,
    )


def test_init_makes_a_key_once(tmp_path: Path) -> None:
    made = comeback("init", folder=tmp_path)
    assert made.returncode == 0
    assert "Keep a copy" in made.stdout
    assert (tmp_path / ".comeback" / "root.key").stat().st_mode & 0o077 == 0
    again = comeback("init", folder=tmp_path)
    assert again.returncode == 2
    assert "already" in again.stderr
    printed = comeback("init", "--print", folder=tmp_path)
    assert len(printed.stdout.strip()) == 43


def test_run_without_a_token_says_what_to_set_and_where_to_try_it(tmp_path: Path) -> None:
    run = comeback("run", folder=tmp_path)
    assert run.returncode == 2
    assert "COMEBACK_DISCORD_TOKEN" in run.stderr
    assert "comeback demo" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    ("words", "environment", "sentence"),
    [
        (["run"], {"COMEBACK_PROT": "80"}, "did you mean COMEBACK_PORT"),
        (["run"], {"COMEBACK_PORT": "99999"}, "COMEBACK_PORT does not fit"),
        (["run"], {"COMEBACK_RETENTION_DAYS": "0"}, "COMEBACK_RETENTION_DAYS does not fit"),
        (["run"], {"COMEBACK_DATABASE_URL": "mysql://u:hunter2@h/d"}, "SQLite or PostgreSQL"),
        (["migrate"], {"COMEBACK_DATABASE_URL": "postgresql://u:hunter2@127.0.0.1:1/d"}, "cannot"),
        (["migrate"], {"COMEBACK_DATABASE_URL": "sqlite:////no/such/x.db"}, "there is no folder"),
        (["demo", "--port", "0"], {}, "--port"),
        (["run"], {"COMEBACK_SLACK_BOT_TOKEN": "hunter2"}, "begins with xoxb-"),
        (["run"], {"COMEBACK_SLACK_APP_TOKEN": "xoxb-hunter2"}, "begins with xapp-"),
        (["run"], {"COMEBACK_SLACK_PATH": "no/slash"}, "a path such as /slack"),
        (["run"], {"COMEBACK_SLACK_PREFIX": "Capital!"}, "COMEBACK_SLACK_PREFIX does not fit"),
        (["run"], {"SLACK_API_URL": "slack.com"}, "SLACK_API_URL does not fit"),
    ],
)
def test_what_is_wrong_is_one_sentence_and_code_2(
    tmp_path: Path, words: list[str], environment: dict[str, str], sentence: str
) -> None:
    run = comeback(*words, folder=tmp_path, **environment)
    assert run.returncode == 2
    assert sentence in run.stderr
    assert "Traceback" not in run.stderr
    assert "hunter2" not in run.stderr + run.stdout


def test_settings_shows_what_is_set_and_masks_secrets(tmp_path: Path) -> None:
    shown = comeback(
        "settings", folder=tmp_path, COMEBACK_ROOT_KEY="hunter2", COMEBACK_RETENTION_DAYS="9"
    )
    assert shown.returncode == 0
    assert "hunter2" not in shown.stdout
    assert "COMEBACK_COUNTERS_AFTER_SECONDS" in shown.stdout
    assert "environment" in shown.stdout


def test_health_says_when_nothing_runs(tmp_path: Path) -> None:
    asked = comeback("health", folder=tmp_path, COMEBACK_PORT="1")
    assert asked.returncode == 1
    assert "Nothing answers" in asked.stderr


def test_migrate_brings_the_database_up_to_date(tmp_path: Path) -> None:
    (tmp_path / ".comeback").mkdir()
    done = comeback("migrate", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    database = tmp_path / ".comeback" / "comeback.db"
    assert database.stat().st_mode & 0o077 == 0


def test_every_setting_is_one_row_of_the_table() -> None:
    settings = load({"COMEBACK_DISCORD_TOKEN": "hunter2"})
    rows = list(table(settings, {"COMEBACK_DISCORD_TOKEN": "hunter2"}))
    assert [row.variable for row in rows] == list(variables())
    assert all(row.about for row in rows)
    token = next(row for row in rows if row.variable == "COMEBACK_DISCORD_TOKEN")
    assert (token.value, token.source) == ("••••••", "environment")
    assert "hunter2" not in repr(settings)


def test_a_setting_that_is_empty_is_not_set() -> None:
    assert load({"COMEBACK_PORT": ""}).port == 8080


def test_a_wrong_value_is_not_repeated() -> None:
    with pytest.raises(SettingsFailure) as raised:
        load({"COMEBACK_PORT": "hunter2"})
    assert "hunter2" not in str(raised.value)
