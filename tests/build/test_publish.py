"""The last good site stays until the next one is whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from errorbook.build.publish import BusyError, is_published, publishing
from errorbook.problems import RefusedError


def publish(site: Path, text: str) -> None:
    with publishing(site, "stamp") as folder:
        (folder / "index.html").write_text(text)


def test_finished_folder_takes_the_place_of_the_last(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, "first")
    publish(site, "second")
    assert (site / "index.html").read_text() == "second"
    publish(site, "third")
    versions = [path for path in (tmp_path / ".site-versions").iterdir() if path.is_dir()]
    assert len(versions) <= 2, "older versions are dropped, the one before may still be read"


def test_failure_leaves_the_last_site_and_no_rubbish(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, "good")
    with pytest.raises(FileNotFoundError), publishing(site, "stamp") as folder:
        (folder / "missing" / "index.html").write_text("half")
    assert (site / "index.html").read_text() == "good"
    assert [path.name for path in (tmp_path / ".site-versions").iterdir() if path.is_dir()] == [
        site.resolve().name
    ]


def test_killed_build_leaves_the_last_site_and_the_next_cleans_up(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, "good")
    killed = f"""
import os, pathlib, signal
from errorbook.build.publish import publishing
with publishing(pathlib.Path({str(site)!r}), "stamp") as folder:
    (folder / "index.html").write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""
    assert subprocess.run([sys.executable, "-c", killed], check=False).returncode == -9
    assert (site / "index.html").read_text() == "good"
    publish(site, "next")
    assert (site / "index.html").read_text() == "next"
    assert sum(path.is_dir() for path in (tmp_path / ".site-versions").iterdir()) <= 2


def test_second_build_at_the_same_time_is_told_to_wait(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with (
        publishing(site, "stamp"),
        pytest.raises(BusyError, match="another build is running"),
        publishing(site, "stamp"),
    ):
        pass


def test_empty_folder_may_be_replaced(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    publish(site, "new")
    assert (site / "index.html").read_text() == "new"


def test_folder_of_somebody_else_is_refused_and_kept(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "thesis.txt").write_text("years of work")
    with pytest.raises(RefusedError, match="left alone"), publishing(site, "stamp"):
        pass
    assert (site / "thesis.txt").read_text() == "years of work"


def test_site_bears_its_stamp_only_when_it_is_whole(tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert not is_published(site, "stamp")
    publish(site, "first")
    assert is_published(site, "stamp")
    assert not is_published(site, "another")
    with pytest.raises(FileNotFoundError), publishing(site, "another") as folder:
        (folder / "missing" / "index.html").write_text("half")
    assert is_published(site, "stamp")
