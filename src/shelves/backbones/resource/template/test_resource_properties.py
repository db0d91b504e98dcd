# tsq: blocking concurrency: sync, recommend
# tsq: slot imports
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
# tsq: end
from hypothesis import strategies as st

# tsq: slot names
from my_package.my_component import MyComponent, MyComponentData
# tsq: end
# tsq: each sqlite
from my_package.my_component_storage import SqliteMyComponentRepository
# tsq: if errors: results, mixed
from my_package.my_errors import Ok
# tsq: end
# tsq: end

# tsq: slot strategies
anything = st.builds(MyComponent, id=st.uuids(), name=st.text(min_size=1))
# tsq: end


@given(anything)
def test_json_keeps_everything(one: MyComponent) -> None:
    assert MyComponent.model_validate_json(one.model_dump_json()) == one


@given(anything)
def test_its_data_alone_is_valid_too(one: MyComponent) -> None:
    data = one.model_dump(exclude={"id"})

    assert MyComponentData.model_validate(data).model_dump() == data


# tsq: each sqlite
@given(anything)
@settings(max_examples=25, deadline=None)
async def test_the_database_keeps_everything(one: MyComponent) -> None:
    # tsq: if concurrency: sync, recommend
    with (
        TemporaryDirectory() as folder,
        SqliteMyComponentRepository.open(Path(folder, "kept.db")) as repository,
    ):
        repository.add(one)

        # tsq: if errors: exceptions
        assert repository.get(one.id) == one
        # tsq: else
        assert repository.get(one.id) == Ok(one)
        # tsq: end
    # tsq: else
    with TemporaryDirectory() as folder:
        async with SqliteMyComponentRepository.open(Path(folder, "kept.db")) as repository:
            await repository.add(one)

            # tsq: if errors: exceptions
            assert await repository.get(one.id) == one
            # tsq: else
            assert await repository.get(one.id) == Ok(one)
            # tsq: end
    # tsq: end
# tsq: end
# tsq: end
