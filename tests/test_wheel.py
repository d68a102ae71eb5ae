"""What is built: a wheel that works from any folder, with its templates, scripts and page."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

HERE = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the wheel's content, as pip would install it."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(  # noqa: S603 - the build backend, on our own project
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=HERE,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_everything_that_is_read_at_run_time_is_in_it(unpacked: Path) -> None:
    for path in (
        "bot/_templates/cards/share/post.j2",
        "bot/_templates/web/page.html",
        "bot/_templates/pseudonyms.txt",
        "bot/store/migrations/versions/v0001_house.py",
        "bot/adapters/web/static/playground.css",
        "bot/zones/cities.txt",
        "cogs/share/__init__.py",
    ):
        assert (unpacked / path).is_file(), path
    assert list(unpacked.glob("bot/adapters/web/static/vendor/**/*LICENSE*"))
    assert not (unpacked / "tests").exists()
    assert list(unpacked.glob("*.dist-info/licenses/LICENSE"))


def test_it_works_from_any_folder(unpacked: Path, tmp_path: Path) -> None:
    program = (
        "from bot.templates import FOLDER; assert FOLDER.name == '_templates', FOLDER\n"
        "from bot.cli import main; import sys; sys.argv = ['comeback', 'init']; main()"
    )
    clean = {key: value for key, value in os.environ.items() if not key.startswith("COMEBACK_")}
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-P", "-c", program],
        cwd=tmp_path,
        env=clean | {"PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / ".comeback" / "root.key").exists()
