# tsq: blocking concurrency: sync, recommend
"""Keeps what my_component.py describes."""

# tsq: each sqlite
# tsq: each plain
import logging
# tsq: end
import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
# tsq: if concurrency: sync, recommend
from contextlib import closing
# tsq: end
# tsq: end
# tsq: if concurrency: sync, recommend
import threading
# tsq: end
from typing import Final
# tsq: each sqlite
from typing import Any, Self
# tsq: end
from uuid import UUID

# tsq: each sqlite
# tsq: if concurrency: async, mixed
import aiosqlite

# tsq: end
# tsq: end
from my_package.my_component import MyComponent, MyComponentConflictError
# tsq: each sqlite
from my_package.my_component import MyComponentBusyError
# tsq: each structured
from my_package.my_logging import get_logger
# tsq: end
# tsq: end
# tsq: if errors: results, mixed
from my_package.my_component import MyComponentNotFoundError
# tsq: each sqlite
# tsq: each updating
from my_package.my_component import MyComponentFailure
# tsq: end
# tsq: end
from my_package.my_errors import Err, Ok, Result
# tsq: end

__all__ = [
    "InMemoryMyComponentRepository",
    # tsq: each sqlite
    "SqliteMyComponentRepository",
    # tsq: end
]

# tsq: each sqlite
# tsq: each structured
LOGGER: Final = get_logger(__name__)
# tsq: end
# tsq: each plain
LOGGER: Final = logging.getLogger(__name__)
# tsq: end
# tsq: end
# tsq: slot unique
UNIQUE: Final = ("id", "name")
# tsq: end
# tsq: each sqlite
# tsq: slot schema
SCHEMA: Final = ""
# tsq: end
# tsq: slot statements
ADD: Final = ""
# tsq: end
GET: Final = 'SELECT * FROM "my_table" WHERE "id" = ?'
# tsq: each listing
PAGE: Final = 'SELECT * FROM "my_table" WHERE "id" > ? ORDER BY "id" LIMIT ?'
# tsq: end
PRIMARY_CODE: Final = 0xFF
"""The part of an error's code that says which it is; the rest says which kind of that."""
TAKEN: Final = {sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_UNIQUE}
"""What SQLite says when another one has the same value; no other refusal is a conflict."""
COLUMNS: Final = """
SELECT "name", "notnull" AND "dflt_value" IS NULL AS "needed"
FROM pragma_table_info('my_table')
"""
"""What columns the table has, and which of them nobody may leave out."""
# tsq: each deleting
REMOVE: Final = 'DELETE FROM "my_table" WHERE "id" = ?'
# tsq: end
# tsq: end


class InMemoryMyComponentRepository:
    """Keeps everything in a dictionary, for tests and trials; it ends with the process."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: dict[UUID, MyComponent] = {}
        # tsq: if concurrency: sync, recommend
        self._lock = threading.Lock()
        # tsq: end

    # tsq: if errors: exceptions
    async def add(self, new_my_component: MyComponent) -> None:
        """Keep a new one.

        Raises:
            MyComponentConflictError: Another one has the same value.
        """
        # tsq: if concurrency: sync, recommend
        with self._lock:
            self._refuse_conflict(new_my_component, list(self._kept.values()))
            self._kept[new_my_component.id] = new_my_component
        # tsq: else
        self._refuse_conflict(new_my_component, list(self._kept.values()))
        self._kept[new_my_component.id] = new_my_component
        # tsq: end

    async def get(self, my_component_id: UUID) -> MyComponent | None:
        """Return what is kept under the id, or None."""
        return self._kept.get(my_component_id)

    # tsq: each listing
    async def page(self, *, after: UUID | None, limit: int) -> list[MyComponent]:
        """Return at most `limit` of those with ids above `after`, in the order of their ids."""
        # tsq: if concurrency: sync, recommend
        with self._lock:
            ids = sorted(each for each in self._kept if after is None or each > after)
            return [self._kept[each] for each in ids[:limit]]
        # tsq: else
        ids = sorted(each for each in self._kept if after is None or each > after)
        return [self._kept[each] for each in ids[:limit]]
        # tsq: end

    # tsq: end
    # tsq: each updating
    async def replace(self, new_my_component: MyComponent) -> bool:
        """Put it in the place of the one with its id; False when there is none.

        Raises:
            MyComponentConflictError: Another one has the same value.
        """
        # tsq: if concurrency: sync, recommend
        with self._lock:
            return self._replace(new_my_component)

    def _replace(self, new_my_component: MyComponent) -> bool:
        # tsq: end
        if new_my_component.id not in self._kept:
            return False
        others = [each for each in self._kept.values() if each.id != new_my_component.id]
        self._refuse_conflict(new_my_component, others)
        self._kept[new_my_component.id] = new_my_component
        return True

    # tsq: end
    # tsq: each deleting
    async def remove(self, my_component_id: UUID) -> bool:
        """Forget what is kept under the id; False when there is nothing."""
        return self._kept.pop(my_component_id, None) is not None

    # tsq: end
    # tsq: else
    async def add(self, new_my_component: MyComponent) -> Result[None, MyComponentConflictError]:
        """Keep a new one, unless another one has the same value."""
        # tsq: if concurrency: sync, recommend
        with self._lock:
            return self._put(new_my_component, list(self._kept.values()))
        # tsq: else
        return self._put(new_my_component, list(self._kept.values()))
        # tsq: end

    async def get(self, my_component_id: UUID) -> Result[MyComponent, MyComponentNotFoundError]:
        """Return what is kept under the id."""
        found = self._kept.get(my_component_id)
        return Err(MyComponentNotFoundError(my_component_id)) if found is None else Ok(found)

    # tsq: each listing
    async def page(self, *, after: UUID | None, limit: int) -> Ok[list[MyComponent]]:
        """Return at most `limit` of those with ids above `after`, in the order of their ids."""
        # tsq: if concurrency: sync, recommend
        with self._lock:
            ids = sorted(each for each in self._kept if after is None or each > after)
            return Ok([self._kept[each] for each in ids[:limit]])
        # tsq: else
        ids = sorted(each for each in self._kept if after is None or each > after)
        return Ok([self._kept[each] for each in ids[:limit]])
        # tsq: end

    # tsq: end
    # tsq: each updating
    async def replace(
        self, new_my_component: MyComponent
    ) -> Result[None, MyComponentNotFoundError | MyComponentConflictError]:
        """Put it in the place of the one with its id, unless another one has the same value."""
        # tsq: if concurrency: sync, recommend
        with self._lock:
            if new_my_component.id not in self._kept:
                return Err(MyComponentNotFoundError(new_my_component.id))
            others = [each for each in self._kept.values() if each.id != new_my_component.id]
            return self._put(new_my_component, others)
        # tsq: else
        if new_my_component.id not in self._kept:
            return Err(MyComponentNotFoundError(new_my_component.id))
        others = [each for each in self._kept.values() if each.id != new_my_component.id]
        return self._put(new_my_component, others)
        # tsq: end

    # tsq: end
    # tsq: each deleting
    async def remove(self, my_component_id: UUID) -> Result[None, MyComponentNotFoundError]:
        """Forget what is kept under the id."""
        removed = self._kept.pop(my_component_id, None)
        return Err(MyComponentNotFoundError(my_component_id)) if removed is None else Ok(None)

    # tsq: end
    # tsq: end
    async def is_ready(self) -> bool:
        """Tell that it can keep and find anything: memory always can."""
        return True

    # tsq: if errors: exceptions
    @staticmethod
    def _refuse_conflict(new_my_component: MyComponent, others: list[MyComponent]) -> None:
        for field in UNIQUE:
            value = getattr(new_my_component, field)
            if value is not None and any(getattr(each, field) == value for each in others):
                raise MyComponentConflictError(field)

    # tsq: else
    def _put(
        self, new_my_component: MyComponent, others: list[MyComponent]
    ) -> Result[None, MyComponentConflictError]:
        for field in UNIQUE:
            value = getattr(new_my_component, field)
            if value is not None and any(getattr(each, field) == value for each in others):
                return Err(MyComponentConflictError(field))
        self._kept[new_my_component.id] = new_my_component
        return Ok(None)
    # tsq: end


# tsq: each sqlite
class SqliteMyComponentRepository:
    """Keeps everything in one table; each call is one statement, and so one transaction."""

    # tsq: if concurrency: sync, recommend
    def __init__(self, connection: sqlite3.Connection) -> None:
        """Work on a database that has the table; `open` is the way to get one."""
        self._connection = connection
        # Threads share the connection: what one asked, no other may read.
        self._lock = threading.Lock()

    # tsq: else
    def __init__(self, connection: aiosqlite.Connection) -> None:
        """Work on a database that has the table; `open` is the way to get one."""
        self._connection = connection

    # tsq: end
    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path, *, patience: float = 5.0) -> AsyncIterator[Self]:
        """Open a database, making the file and the table when they are not there.

        A table that another version made is opened too: it is logged, and never ready.

        Args:
            path: The file of the database; its folder must exist.
            patience: How many seconds a call waits for others that use the database.
        """
        # tsq: if concurrency: sync, recommend
        opened = sqlite3.connect(
            path, timeout=patience, isolation_level=None, check_same_thread=False
        )
        with closing(opened) as connection:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(SCHEMA)
            _tell_of(_misfits(connection.execute(COLUMNS).fetchall()))
            yield cls(connection)
        # tsq: else
        async with aiosqlite.connect(
            path, timeout=patience, isolation_level=None
        ) as connection:
            connection.row_factory = sqlite3.Row
            await connection.execute("PRAGMA journal_mode = WAL")
            await connection.execute(SCHEMA)
            _tell_of(_misfits(list(await connection.execute_fetchall(COLUMNS))))
            yield cls(connection)
        # tsq: end

    # tsq: if errors: exceptions
    async def add(self, new_my_component: MyComponent) -> None:
        """Keep a new one.

        Raises:
            MyComponentConflictError: Another one has the same value.
        """
        await self._write(ADD, new_my_component)

    async def get(self, my_component_id: UUID) -> MyComponent | None:
        """Return what is kept under the id, or None."""
        rows, _ = await self._execute(GET, (str(my_component_id),))
        return _read(rows[0]) if rows else None

    # tsq: each listing
    async def page(self, *, after: UUID | None, limit: int) -> list[MyComponent]:
        """Return at most `limit` of those with ids above `after`, in the order of their ids."""
        begin = "" if after is None else str(after)
        rows, _ = await self._execute(PAGE, (begin, limit))
        return [_read(row) for row in rows]

    # tsq: end
    # tsq: each updating
    async def replace(self, new_my_component: MyComponent) -> bool:
        """Put it in the place of the one with its id; False when there is none.

        Raises:
            MyComponentConflictError: Another one has the same value.
        """
        return await self._write(REPLACE, new_my_component) > 0

    # tsq: end
    # tsq: each deleting
    async def remove(self, my_component_id: UUID) -> bool:
        """Forget what is kept under the id; False when there is nothing."""
        _, removed = await self._execute(REMOVE, (str(my_component_id),))
        return removed > 0

    # tsq: end
    # tsq: else
    async def add(
        self, new_my_component: MyComponent
    ) -> Result[None, MyComponentConflictError | MyComponentBusyError]:
        """Keep a new one, unless another one has the same value."""
        added = await self._write(ADD, new_my_component)
        return added if isinstance(added, Err) else Ok(None)

    async def get(
        self, my_component_id: UUID
    ) -> Result[MyComponent, MyComponentNotFoundError | MyComponentBusyError]:
        """Return what is kept under the id."""
        found = await self._execute(GET, (str(my_component_id),))
        if isinstance(found, Err):
            return found
        rows, _ = found.value
        return Ok(_read(rows[0])) if rows else Err(MyComponentNotFoundError(my_component_id))

    # tsq: each listing
    async def page(
        self, *, after: UUID | None, limit: int
    ) -> Result[list[MyComponent], MyComponentBusyError]:
        """Return at most `limit` of those with ids above `after`, in the order of their ids."""
        begin = "" if after is None else str(after)
        found = await self._execute(PAGE, (begin, limit))
        if isinstance(found, Err):
            return found
        rows, _ = found.value
        return Ok([_read(row) for row in rows])

    # tsq: end
    # tsq: each updating
    async def replace(self, new_my_component: MyComponent) -> Result[None, MyComponentFailure]:
        """Put it in the place of the one with its id, unless another one has the same value."""
        written = await self._write(REPLACE, new_my_component)
        if isinstance(written, Err):
            return written
        return Ok(None) if written.value else Err(MyComponentNotFoundError(new_my_component.id))

    # tsq: end
    # tsq: each deleting
    async def remove(
        self, my_component_id: UUID
    ) -> Result[None, MyComponentNotFoundError | MyComponentBusyError]:
        """Forget what is kept under the id."""
        done = await self._execute(REMOVE, (str(my_component_id),))
        if isinstance(done, Err):
            return done
        _, removed = done.value
        return Ok(None) if removed else Err(MyComponentNotFoundError(my_component_id))

    # tsq: end
    # tsq: end
    async def is_ready(self) -> bool:
        """Tell whether the database answers, and its table is one that this version works with."""
        # tsq: if errors: exceptions
        try:
            columns, _ = await self._execute(COLUMNS, ())
        except (MyComponentBusyError, sqlite3.Error, ValueError):
            return False
        return not _misfits(columns)
        # tsq: else
        try:
            found = await self._execute(COLUMNS, ())
        except (sqlite3.Error, ValueError):
            return False
        return isinstance(found, Ok) and not _misfits(found.value[0])
        # tsq: end

    # tsq: if errors: exceptions
    async def _write(self, statement: str, new_my_component: MyComponent) -> int:
        try:
            _, written = await self._execute(statement, new_my_component.model_dump(mode="json"))
        except sqlite3.IntegrityError as error:
            if error.sqlite_errorcode not in TAKEN:
                raise
            # "UNIQUE constraint failed: table.column": only the message names the column.
            raise MyComponentConflictError(str(error).rpartition(".")[2]) from error
        return written

    async def _execute(
        self, statement: str, values: Mapping[str, Any] | Sequence[Any]
    ) -> tuple[list[sqlite3.Row], int]:
        try:
            # tsq: if concurrency: sync, recommend
            with self._lock:
                cursor = self._connection.execute(statement, values)
                return cursor.fetchall(), cursor.rowcount
            # tsq: else
            cursor = await self._connection.execute(statement, values)
            return list(await cursor.fetchall()), cursor.rowcount
            # tsq: end
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & PRIMARY_CODE in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
                raise MyComponentBusyError from error
            raise

    # tsq: else
    async def _write(
        self, statement: str, new_my_component: MyComponent
    ) -> Result[int, MyComponentConflictError | MyComponentBusyError]:
        try:
            done = await self._execute(statement, new_my_component.model_dump(mode="json"))
        except sqlite3.IntegrityError as error:
            if error.sqlite_errorcode not in TAKEN:
                raise
            # "UNIQUE constraint failed: table.column": only the message names the column.
            return Err(MyComponentConflictError(str(error).rpartition(".")[2]))
        if isinstance(done, Err):
            return done
        _, written = done.value
        return Ok(written)

    async def _execute(
        self, statement: str, values: Mapping[str, Any] | Sequence[Any]
    ) -> Result[tuple[list[sqlite3.Row], int], MyComponentBusyError]:
        try:
            # tsq: if concurrency: sync, recommend
            with self._lock:
                cursor = self._connection.execute(statement, values)
                return Ok((cursor.fetchall(), cursor.rowcount))
            # tsq: else
            cursor = await self._connection.execute(statement, values)
            return Ok((list(await cursor.fetchall()), cursor.rowcount))
            # tsq: end
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & PRIMARY_CODE in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
                return Err(MyComponentBusyError())
            raise
    # tsq: end


def _misfits(columns: Sequence[sqlite3.Row]) -> list[str]:
    """Name the columns that are used and missing, and those that need a value and are not used."""
    present = {each["name"] for each in columns}
    needed = {each["name"] for each in columns if each["needed"]}
    used = MyComponent.model_fields.keys()
    return sorted((used - present) | (needed - used))


def _tell_of(misfits: Sequence[str]) -> None:
    if misfits:
        # tsq: each structured
        LOGGER.error("a table was made by another version", table="my_table", columns=misfits)
        # tsq: end
        # tsq: each plain
        message = "the table %s was made by another version: %s"
        LOGGER.error(message, "my_table", ", ".join(misfits))
        # tsq: end


def _read(row: sqlite3.Row) -> MyComponent:
    # tsq: slot reading
    return MyComponent.model_validate(dict(row))
    # tsq: end
# tsq: end
# tsq: end
