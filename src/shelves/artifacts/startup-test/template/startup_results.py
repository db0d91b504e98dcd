import os
import sqlite3
from pathlib import Path

import pytest

from my_package.my_errors import Err, Ok, Result
from my_package.my_startup import StartupProblem, alone, probe


def reason_of(result: Result[object, StartupProblem]) -> str:
    assert isinstance(result, Err)
    return result.error.reason


def test_a_place_that_can_be_written_to_will_do(tmp_path: Path) -> None:
    database = tmp_path / "kept.db"
    assert probe(database) == Ok(None)

    database.touch()
    assert probe(database) == Ok(None)

    assert [each.name for each in tmp_path.iterdir()] == ["kept.db"]


def test_a_place_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "nowhere is not a folder" in reason_of(probe(tmp_path / "nowhere" / "kept.db"))


def test_a_folder_is_no_place_for_a_database(tmp_path: Path) -> None:
    assert "is a folder" in reason_of(probe(tmp_path))


def test_a_place_that_cannot_be_written_to_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)

    assert "cannot be written to" in reason_of(probe(tmp_path / "kept.db"))


def test_only_one_serves_a_database_and_the_next_one_may_when_it_ended(tmp_path: Path) -> None:
    database, other = tmp_path / "kept.db", tmp_path / "other.db"

    lock = alone(database)
    assert isinstance(lock, Ok)
    with lock.value:
        assert reason_of(alone(database)) == f"another process serves {database}"
        another = alone(other)
        assert isinstance(another, Ok)
        another.value.close()

    again = alone(database)
    assert isinstance(again, Ok)
    again.value.close()


def test_a_folder_where_its_lock_belongs_is_named(tmp_path: Path) -> None:
    (tmp_path / "kept.db.lock").mkdir()

    for result in [probe(tmp_path / "kept.db"), alone(tmp_path / "kept.db")]:
        assert "kept.db.lock is a folder" in reason_of(result)


def test_a_file_that_is_no_lock_is_named(tmp_path: Path) -> None:
    (tmp_path / "kept.db.lock").write_bytes(b"no database" * 100)

    for result in [probe(tmp_path / "kept.db"), alone(tmp_path / "kept.db")]:
        assert "kept.db.lock is not empty" in reason_of(result)


def test_a_lock_of_another_user_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / "kept.db.lock"
    lock.touch()
    monkeypatch.setattr(os, "access", lambda place, _: place != lock)

    for result in [probe(tmp_path / "kept.db"), alone(tmp_path / "kept.db")]:
        assert reason_of(result) == f"{lock} cannot be written to"


def test_looking_at_a_lock_that_is_held_does_not_give_it_up(tmp_path: Path) -> None:
    lock = alone(tmp_path / "kept.db")
    assert isinstance(lock, Ok)
    with lock.value:
        assert probe(tmp_path / "kept.db") == Ok(None)
        assert "another process" in reason_of(alone(tmp_path / "kept.db"))


def test_a_place_that_cannot_be_looked_at_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(place: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(place))

    monkeypatch.setattr(Path, "is_dir", refuse)

    assert "Permission denied" in reason_of(probe(tmp_path / "kept.db"))


def test_what_goes_wrong_with_the_lock_itself_is_not_taken_for_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> sqlite3.Connection:
        # A folder is what SQLite cannot open, whoever asks for it.
        return really(tmp_path)

    really = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", refuse)

    assert "kept.db.lock cannot be locked: unable to open" in reason_of(alone(tmp_path / "kept.db"))
