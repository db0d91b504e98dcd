import os
import sqlite3
from pathlib import Path

import pytest

from my_package.my_errors import MyPackageError
from my_package.my_startup import StartupError, alone, probe


def test_a_place_that_can_be_written_to_will_do(tmp_path: Path) -> None:
    database = tmp_path / "kept.db"
    probe(database)

    database.touch()
    probe(database)

    assert [each.name for each in tmp_path.iterdir()] == ["kept.db"]


def test_a_place_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StartupError, match="nowhere is not a folder"):
        probe(tmp_path / "nowhere" / "kept.db")


def test_a_folder_is_no_place_for_a_database(tmp_path: Path) -> None:
    with pytest.raises(StartupError, match="is a folder"):
        probe(tmp_path)


def test_a_place_that_cannot_be_written_to_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)

    with pytest.raises(StartupError, match="cannot be written to"):
        probe(tmp_path / "kept.db")


def test_only_one_serves_a_database_and_the_next_one_may_when_it_ended(tmp_path: Path) -> None:
    database = tmp_path / "kept.db"

    with alone(database):
        with pytest.raises(StartupError, match=r"another process serves .*kept\.db"), alone(database):
            pass
        with alone(tmp_path / "other.db"):
            pass
    with alone(database):
        pass


def test_what_goes_wrong_with_the_lock_itself_is_not_taken_for_another_process(
    tmp_path: Path,
) -> None:
    (tmp_path / "kept.db.lock").write_bytes(b"no database" * 100)

    with pytest.raises(sqlite3.DatabaseError), alone(tmp_path / "kept.db"):
        pass


def test_it_is_a_failure_of_the_package() -> None:
    assert issubclass(StartupError, MyPackageError)
    assert StartupError.error_code == "startup"
