# tsq: blocking concurrency: sync, recommend
# tsq: if concurrency: sync, recommend
from concurrent.futures import ThreadPoolExecutor
# tsq: end
# tsq: each sqlite
import sqlite3
# tsq: if concurrency: sync, recommend
from contextlib import closing
# tsq: end
from collections.abc import AsyncIterator, Callable
# tsq: each structured
from collections.abc import Iterator
# tsq: end
from pathlib import Path
# tsq: end
# tsq: slot imports
from uuid import uuid4
# tsq: end

# tsq: each sqlite
# tsq: if concurrency: async, mixed
import aiosqlite
# tsq: end
# tsq: each structured
import structlog
# tsq: end
# tsq: end
import pytest

# tsq: slot names
from my_package.my_component import MyComponent, MyComponentConflictError, MyComponentRepository
# tsq: end
from my_package.my_component_storage import InMemoryMyComponentRepository
# tsq: each sqlite
from my_package.my_component import MyComponentBusyError
from my_package.my_component_storage import SCHEMA, SqliteMyComponentRepository
# tsq: end
# tsq: if errors: results, mixed
from my_package.my_errors import Err, Ok
# tsq: end

# tsq: slot samples
FIRST = MyComponent(id=uuid4(), name="name 1")
SECOND = MyComponent(id=uuid4(), name="name 2")
# tsq: end


# tsq: each memory
@pytest.fixture(name="repository")
def new_repository() -> MyComponentRepository:
    return InMemoryMyComponentRepository()


# tsq: end
# tsq: each sqlite
@pytest.fixture(name="repository", params=["memory", "sqlite"])
async def opened(
    request: pytest.FixtureRequest, tmp_path: Path
) -> AsyncIterator[MyComponentRepository]:
    if request.param == "memory":
        yield InMemoryMyComponentRepository()
    else:
        async with SqliteMyComponentRepository.open(tmp_path / "kept.db") as repository:
            yield repository


# tsq: end
# tsq: if errors: exceptions
async def test_what_was_added_is_found(repository: MyComponentRepository) -> None:
    await repository.add(FIRST)
    await repository.add(SECOND)

    assert await repository.get(FIRST.id) == FIRST
    assert await repository.get(SECOND.id) == SECOND
    assert await repository.get(uuid4()) is None


async def test_an_id_is_taken_once(repository: MyComponentRepository) -> None:
    await repository.add(FIRST)

    with pytest.raises(MyComponentConflictError) as caught:
        await repository.add(SECOND.model_copy(update={"id": FIRST.id}))

    assert caught.value.field == "id"
    assert await repository.get(FIRST.id) == FIRST


# tsq: if concurrency: sync, recommend
def test_of_many_threads_one_gets_the_id(repository: MyComponentRepository) -> None:
    def added(_: int) -> bool:
        try:
            repository.add(FIRST)
        except MyComponentConflictError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(added, range(32))) == [False] * 31 + [True]


# tsq: end
# tsq: each uniques
async def test_my_field_is_taken_once(repository: MyComponentRepository) -> None:
    same = SECOND.model_copy(update={"my_field": FIRST.my_field})
    await repository.add(FIRST)

    with pytest.raises(MyComponentConflictError) as caught:
        await repository.add(same)

    assert caught.value.field == "my_field"
    assert await repository.get(SECOND.id) is None


# tsq: end
# tsq: each updating
async def test_one_takes_the_place_of_another(repository: MyComponentRepository) -> None:
    await repository.add(FIRST)
    changed = SECOND.model_copy(update={"id": FIRST.id})

    assert await repository.replace(changed)
    assert await repository.get(FIRST.id) == changed
    assert not await repository.replace(SECOND)
    assert await repository.get(SECOND.id) is None


# tsq: each uniques
async def test_no_other_may_take_my_field(repository: MyComponentRepository) -> None:
    await repository.add(FIRST)
    await repository.add(SECOND)

    with pytest.raises(MyComponentConflictError) as caught:
        await repository.replace(SECOND.model_copy(update={"my_field": FIRST.my_field}))

    assert caught.value.field == "my_field"
    assert await repository.get(SECOND.id) == SECOND


# tsq: end
# tsq: end
# tsq: each deleting
async def test_what_was_removed_is_gone(repository: MyComponentRepository) -> None:
    await repository.add(FIRST)

    assert await repository.remove(FIRST.id)
    assert await repository.get(FIRST.id) is None
    assert not await repository.remove(FIRST.id)


# tsq: end
# tsq: each listing
async def test_pages_follow_the_order_of_ids(repository: MyComponentRepository) -> None:
    for each in (FIRST, SECOND):
        await repository.add(each)
    low, high = sorted((FIRST, SECOND), key=lambda each: each.id)

    assert await repository.page(after=None, limit=10) == [low, high]
    assert await repository.page(after=None, limit=1) == [low]
    assert await repository.page(after=low.id, limit=10) == [high]
    assert await repository.page(after=high.id, limit=10) == []


# tsq: end
# tsq: else
async def test_what_was_added_is_found(repository: MyComponentRepository) -> None:
    unknown = uuid4()

    assert await repository.add(FIRST) == Ok(None)
    assert await repository.add(SECOND) == Ok(None)

    assert await repository.get(FIRST.id) == Ok(FIRST)
    assert await repository.get(SECOND.id) == Ok(SECOND)
    assert await repository.get(unknown) == Err(MyComponentNotFoundError(unknown))


async def test_an_id_is_taken_once(repository: MyComponentRepository) -> None:
    await repository.add(FIRST)

    added = await repository.add(SECOND.model_copy(update={"id": FIRST.id}))

    assert added == Err(MyComponentConflictError("id"))
    assert await repository.get(FIRST.id) == Ok(FIRST)


# tsq: if concurrency: sync, recommend
def test_of_many_threads_one_gets_the_id(repository: MyComponentRepository) -> None:
    with ThreadPoolExecutor(8) as pool:
        added = list(pool.map(lambda _: repository.add(FIRST), range(32)))

    assert sorted(isinstance(each, Ok) for each in added) == [False] * 31 + [True]


# tsq: end
# tsq: each uniques
async def test_my_field_is_taken_once(repository: MyComponentRepository) -> None:
    same = SECOND.model_copy(update={"my_field": FIRST.my_field})
    await repository.add(FIRST)

    assert await repository.add(same) == Err(MyComponentConflictError("my_field"))
    assert await repository.get(SECOND.id) == Err(MyComponentNotFoundError(SECOND.id))


# tsq: end
# tsq: each updating
async def test_one_takes_the_place_of_another(repository: MyComponentRepository) -> None:
    await repository.add(FIRST)
    changed = SECOND.model_copy(update={"id": FIRST.id})
    missing = Err(MyComponentNotFoundError(SECOND.id))

    assert await repository.replace(changed) == Ok(None)
    assert await repository.get(FIRST.id) == Ok(changed)
    assert await repository.replace(SECOND) == missing
    assert await repository.get(SECOND.id) == missing


# tsq: each uniques
async def test_no_other_may_take_my_field(repository: MyComponentRepository) -> None:
    await repository.add(FIRST)
    await repository.add(SECOND)

    replaced = await repository.replace(SECOND.model_copy(update={"my_field": FIRST.my_field}))

    assert replaced == Err(MyComponentConflictError("my_field"))
    assert await repository.get(SECOND.id) == Ok(SECOND)


# tsq: end
# tsq: end
# tsq: each deleting
async def test_what_was_removed_is_gone(repository: MyComponentRepository) -> None:
    await repository.add(FIRST)
    missing = Err(MyComponentNotFoundError(FIRST.id))

    assert await repository.remove(FIRST.id) == Ok(None)
    assert await repository.get(FIRST.id) == missing
    assert await repository.remove(FIRST.id) == missing


# tsq: end
# tsq: each listing
async def test_pages_follow_the_order_of_ids(repository: MyComponentRepository) -> None:
    for each in (FIRST, SECOND):
        await repository.add(each)
    low, high = sorted((FIRST, SECOND), key=lambda each: each.id)

    assert await repository.page(after=None, limit=10) == Ok([low, high])
    assert await repository.page(after=None, limit=1) == Ok([low])
    assert await repository.page(after=low.id, limit=10) == Ok([high])
    assert await repository.page(after=high.id, limit=10) == Ok([])


# tsq: end
# tsq: end
async def test_it_is_ready(repository: MyComponentRepository) -> None:
    assert await repository.is_ready()


# tsq: each sqlite
async def test_a_database_that_another_writes_to_is_busy(tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    async with (
        SqliteMyComponentRepository.open(path, patience=0.01) as repository,
        # tsq: if concurrency: sync, recommend
        closing(sqlite3.connect(path)) as other,
        # tsq: else
        aiosqlite.connect(path) as other,
        # tsq: end
    ):
        await other.execute("BEGIN IMMEDIATE")

        # tsq: if errors: exceptions
        with pytest.raises(MyComponentBusyError, match="try again"):
            await repository.add(FIRST)

        await other.rollback()
        await repository.add(FIRST)
        assert await repository.get(FIRST.id) == FIRST
        # tsq: else
        busy = Err(MyComponentBusyError())
        assert await repository.add(FIRST) == busy
        # tsq: each updating
        assert await repository.replace(FIRST) == busy
        # tsq: end
        # tsq: each deleting
        assert await repository.remove(FIRST.id) == busy
        # tsq: end

        await other.rollback()
        assert await repository.add(FIRST) == Ok(None)
        assert await repository.get(FIRST.id) == Ok(FIRST)
        # tsq: end


async def test_another_fault_of_the_database_stays_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    async with SqliteMyComponentRepository.open(path) as repository:
        # tsq: if concurrency: sync, recommend
        with closing(sqlite3.connect(path)) as other:
            other.execute('DROP TABLE "my_table"')
        # tsq: else
        async with aiosqlite.connect(path) as other:
            await other.execute('DROP TABLE "my_table"')
        # tsq: end

        with pytest.raises(sqlite3.OperationalError, match="no such table"):
            await repository.add(FIRST)


async def test_what_the_database_refuses_for_another_reason_is_no_conflict(tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    refusing = """
        CREATE TRIGGER refusing BEFORE INSERT ON "my_table"
        BEGIN
            SELECT RAISE(ABORT, 'no more of them');
        END
    """
    async with SqliteMyComponentRepository.open(path) as repository:
        # tsq: if concurrency: sync, recommend
        with closing(sqlite3.connect(path)) as other:
            other.execute(refusing)
        # tsq: else
        async with aiosqlite.connect(path) as other:
            await other.execute(refusing)
        # tsq: end

        with pytest.raises(sqlite3.IntegrityError, match="no more of them"):
            await repository.add(FIRST)


# tsq: each plain
@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Callable[[], str]:
    """All that was logged so far, as one text."""
    return lambda: caplog.text
# tsq: end
# tsq: each structured
@pytest.fixture
def log() -> Iterator[Callable[[], str]]:
    """All that was logged so far, as one text."""
    with structlog.testing.capture_logs() as logged:
        yield lambda: str(logged)
# tsq: end


@pytest.mark.parametrize(
    "table",
    [
        'CREATE TABLE "my_table" ("id" TEXT NOT NULL PRIMARY KEY) STRICT',
        SCHEMA.replace(") STRICT", ', "no field now" TEXT NOT NULL) STRICT'),
    ],
)
async def test_a_table_of_another_version_is_told_of_and_not_ready(
    tmp_path: Path, log: Callable[[], str], table: str
) -> None:
    path = tmp_path / "older.db"
    # tsq: if concurrency: sync, recommend
    with closing(sqlite3.connect(path)) as older:
        older.execute(table)
    # tsq: else
    async with aiosqlite.connect(path) as older:
        await older.execute(table)
    # tsq: end

    async with SqliteMyComponentRepository.open(path) as repository:
        assert not await repository.is_ready()
        assert "another version" in log()


async def test_a_column_that_a_newer_version_added_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    async with SqliteMyComponentRepository.open(path) as repository:
        await repository.add(FIRST)
        # tsq: if concurrency: sync, recommend
        with closing(sqlite3.connect(path)) as newer:
            newer.execute('ALTER TABLE "my_table" ADD COLUMN "new since" TEXT')
        # tsq: else
        async with aiosqlite.connect(path) as newer:
            await newer.execute('ALTER TABLE "my_table" ADD COLUMN "new since" TEXT')
        # tsq: end

        assert await repository.is_ready()
        # tsq: if errors: exceptions
        assert await repository.get(FIRST.id) == FIRST
        # tsq: else
        assert await repository.get(FIRST.id) == Ok(FIRST)
        # tsq: end


async def test_what_was_kept_is_there_when_the_database_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    async with SqliteMyComponentRepository.open(path) as repository:
        await repository.add(FIRST)

    async with SqliteMyComponentRepository.open(path) as repository:
        # tsq: if errors: exceptions
        assert await repository.get(FIRST.id) == FIRST
        # tsq: else
        assert await repository.get(FIRST.id) == Ok(FIRST)
        # tsq: end

    assert not await repository.is_ready()
# tsq: end
# tsq: end
