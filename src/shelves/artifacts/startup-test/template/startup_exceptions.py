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


def test_a_folder_where_its_lock_belongs_is_named(tmp_path: Path) -> None:
    (tmp_path / "kept.db.lock").mkdir()

    with pytest.raises(StartupError, match=r"kept\.db\.lock is a folder"):
        probe(tmp_path / "kept.db")
    with pytest.raises(StartupError, match="is a folder"), alone(tmp_path / "kept.db"):
        pass


def test_a_file_that_is_no_lock_is_named(tmp_path: Path) -> None:
    (tmp_path / "kept.db.lock").write_bytes(b"no database" * 100)

    with pytest.raises(StartupError, match=r"kept\.db\.lock is not empty"):
        probe(tmp_path / "kept.db")
    with pytest.raises(StartupError, match="is not empty"), alone(tmp_path / "kept.db"):
        pass


def test_a_lock_of_another_user_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / "kept.db.lock"
    lock.touch()
    monkeypatch.setattr(os, "access", lambda place, _: place != lock)

    with pytest.raises(StartupError, match=r"kept\.db\.lock cannot be written to"):
        probe(tmp_path / "kept.db")
    with pytest.raises(StartupError, match="cannot be written to"), alone(tmp_path / "kept.db"):
        pass


def test_looking_at_a_lock_that_is_held_does_not_give_it_up(tmp_path: Path) -> None:
    with alone(tmp_path / "kept.db"):
        probe(tmp_path / "kept.db")
        with pytest.raises(StartupError, match="another process"), alone(tmp_path / "kept.db"):
            pass


def test_a_place_that_cannot_be_looked_at_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(place: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(place))

    monkeypatch.setattr(Path, "is_dir", refuse)

    with pytest.raises(StartupError, match="Permission denied"):
        probe(tmp_path / "kept.db")


def test_what_goes_wrong_with_the_lock_itself_is_not_taken_for_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> sqlite3.Connection:
        # A folder is what SQLite cannot open, whoever asks for it.
        return really(tmp_path)

    really = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", refuse)

    with pytest.raises(StartupError, match="cannot be locked"), alone(tmp_path / "kept.db"):
        pass


def test_it_is_a_failure_of_the_package() -> None:
    assert issubclass(StartupError, MyPackageError)
    assert StartupError.error_code == "startup"
