# tsq: blocking concurrency: sync, recommend
# tsq: slot imports
from uuid import uuid4
# tsq: end

import pytest
from pydantic import ValidationError

# tsq: slot names
from my_package.my_component import MyComponentData, MyComponentNotFoundError, MyComponentService
# tsq: end
from my_package.my_component_storage import InMemoryMyComponentRepository
# tsq: if errors: results, mixed
from my_package.my_errors import Err, Ok
# tsq: end

# tsq: slot samples
FIRST = MyComponentData(name="name 1")
SECOND = MyComponentData(name="name 2")
# tsq: end


@pytest.fixture(name="service")
def new_service() -> MyComponentService:
    return MyComponentService(InMemoryMyComponentRepository())


# tsq: if errors: exceptions
async def test_what_was_created_is_found(service: MyComponentService) -> None:
    created = await service.create(FIRST)

    assert await service.get(created.id) == created
    assert created.model_dump(exclude={"id"}) == FIRST.model_dump()


async def test_each_gets_an_id_of_its_own(service: MyComponentService) -> None:
    assert (await service.create(FIRST)).id != (await service.create(SECOND)).id


async def test_an_unknown_id_is_refused_by_name(service: MyComponentService) -> None:
    unknown = uuid4()

    with pytest.raises(MyComponentNotFoundError, match=str(unknown)) as caught:
        await service.get(unknown)

    assert caught.value.my_component_id == unknown


# tsq: each uniques
async def test_my_field_must_differ(service: MyComponentService) -> None:
    await service.create(FIRST)

    with pytest.raises(MyComponentConflictError, match="same my_field") as caught:
        await service.create(SECOND.model_copy(update={"my_field": FIRST.my_field}))

    assert caught.value.field == "my_field"


# tsq: end
# tsq: each updating
async def test_an_update_replaces_everything(service: MyComponentService) -> None:
    created = await service.create(FIRST)

    updated = await service.update(created.id, SECOND)

    assert updated.id == created.id
    assert updated.model_dump(exclude={"id"}) == SECOND.model_dump()
    assert await service.get(created.id) == updated


async def test_an_update_may_leave_everything_as_it_is(service: MyComponentService) -> None:
    created = await service.create(FIRST)

    assert await service.update(created.id, FIRST) == created


async def test_what_is_not_there_is_not_updated(service: MyComponentService) -> None:
    unknown = uuid4()

    with pytest.raises(MyComponentNotFoundError):
        await service.update(unknown, FIRST)

    with pytest.raises(MyComponentNotFoundError):
        await service.get(unknown)


# tsq: end
# tsq: each deleting
async def test_what_was_deleted_is_gone(service: MyComponentService) -> None:
    kept = await service.create(FIRST)
    deleted = await service.create(SECOND)

    await service.delete(deleted.id)

    assert await service.get(kept.id) == kept
    with pytest.raises(MyComponentNotFoundError):
        await service.get(deleted.id)
    with pytest.raises(MyComponentNotFoundError):
        await service.delete(deleted.id)


# tsq: end
# tsq: each listing
async def test_pages_hold_each_once_in_the_order_of_ids(service: MyComponentService) -> None:
    created = [await service.create(each) for each in (FIRST, SECOND)]

    first = await service.page(limit=1)
    second = await service.page(after=first.next, limit=1)

    assert [*first.items, *second.items] == sorted(created, key=lambda each: each.id)
    assert second.next is None


# tsq: end
# tsq: else
async def kept_by(service: MyComponentService, data: MyComponentData) -> MyComponent:
    created = await service.create(data)
    assert isinstance(created, Ok)
    return created.value


async def test_what_was_created_is_found(service: MyComponentService) -> None:
    created = await kept_by(service, FIRST)

    assert await service.get(created.id) == Ok(created)
    assert created.model_dump(exclude={"id"}) == FIRST.model_dump()


async def test_each_gets_an_id_of_its_own(service: MyComponentService) -> None:
    first = await kept_by(service, FIRST)
    second = await kept_by(service, SECOND)

    assert first.id != second.id


async def test_an_unknown_id_is_a_failure_that_names_it(service: MyComponentService) -> None:
    unknown = uuid4()

    found = await service.get(unknown)

    assert found == Err(MyComponentNotFoundError(unknown))
    assert str(unknown) in str(MyComponentNotFoundError(unknown))


# tsq: each uniques
async def test_my_field_must_differ(service: MyComponentService) -> None:
    await service.create(FIRST)

    created = await service.create(SECOND.model_copy(update={"my_field": FIRST.my_field}))

    assert created == Err(MyComponentConflictError("my_field"))
    assert "same my_field" in str(MyComponentConflictError("my_field"))


# tsq: end
# tsq: each updating
async def test_an_update_replaces_everything(service: MyComponentService) -> None:
    created = await kept_by(service, FIRST)

    updated = await service.update(created.id, SECOND)

    assert updated == Ok(MyComponent(id=created.id, **dict(SECOND)))
    assert await service.get(created.id) == updated


async def test_an_update_may_leave_everything_as_it_is(service: MyComponentService) -> None:
    created = await kept_by(service, FIRST)

    assert await service.update(created.id, FIRST) == Ok(created)


async def test_what_is_not_there_is_not_updated(service: MyComponentService) -> None:
    unknown = uuid4()

    updated = await service.update(unknown, FIRST)

    assert updated == Err(MyComponentNotFoundError(unknown))
    assert await service.get(unknown) == updated


# tsq: end
# tsq: each deleting
async def test_what_was_deleted_is_gone(service: MyComponentService) -> None:
    kept = await kept_by(service, FIRST)
    deleted = await kept_by(service, SECOND)

    assert await service.delete(deleted.id) == Ok(None)

    gone = Err(MyComponentNotFoundError(deleted.id))
    assert await service.get(kept.id) == Ok(kept)
    assert await service.get(deleted.id) == gone
    assert await service.delete(deleted.id) == gone


# tsq: end
# tsq: each listing
async def test_pages_hold_each_once_in_the_order_of_ids(service: MyComponentService) -> None:
    created = [await kept_by(service, each) for each in (FIRST, SECOND)]
    low, high = sorted(created, key=lambda each: each.id)

    first = await service.page(limit=1)
    second = await service.page(after=low.id, limit=1)

    assert first == Ok(MyComponentPage(items=(low,), next=low.id))
    assert second == Ok(MyComponentPage(items=(high,), next=None))


# tsq: end
# tsq: end
# tsq: each listing
@pytest.mark.parametrize("limit", [0, -1, LARGEST_LIMIT + 1])
async def test_a_page_has_bounds(service: MyComponentService, limit: int) -> None:
    with pytest.raises(ValueError, match=str(limit)):
        await service.page(limit=limit)


# tsq: end
@pytest.mark.parametrize(
    ("field", "value"),
    [
        # tsq: slot wrong
        ("name", ""),
        # tsq: end
        ("no_such_field", 1),
    ],
)
def test_a_wrong_value_is_refused_at_its_field(field: str, value: object) -> None:
    with pytest.raises(ValidationError) as caught:
        MyComponentData.model_validate({**FIRST.model_dump(), field: value})

    assert [each["loc"] for each in caught.value.errors()] == [(field,)]


# tsq: each instants
def test_my_field_is_kept_in_utc() -> None:
    elsewhere = FIRST.my_field.astimezone(dt.timezone(dt.timedelta(hours=5, seconds=7)))

    kept = MyComponentData.model_validate({**FIRST.model_dump(), "my_field": elsewhere})

    assert kept == FIRST
    assert kept.my_field.tzinfo is dt.UTC


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00"])
def test_my_field_lies_in_the_years_of_the_calendar(text: str) -> None:
    with pytest.raises(ValidationError, match="years"):
        MyComponentData.model_validate({**FIRST.model_dump(), "my_field": text})


# tsq: end
def test_nothing_changes_afterwards() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        # tsq: slot first_field
        FIRST.name = "another"
        # tsq: end
# tsq: end
