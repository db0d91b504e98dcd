# tsq: blocking concurrency: sync, recommend
# tsq: slot opening
"""Keeps my_components.
# tsq: end

The rules stand on the fields of its data: whatever exists is valid. A repository keeps it, in
memory, in a database, or wherever a class of your own does.
"""

# tsq: if errors: results, mixed
from dataclasses import dataclass
from typing import TypeAlias
# tsq: end
# tsq: slot imports
from enum import StrEnum
from typing import Annotated, Final, Protocol
from uuid import UUID, uuid4

from pydantic import BaseModel, ConfigDict, Field

# tsq: end
# tsq: if errors: exceptions
from my_package.my_errors import MyPackageError
# tsq: else
from my_package.my_errors import Err, Ok, Result
# tsq: end

__all__ = [
    # tsq: each listing
    "DEFAULT_LIMIT",
    "LARGEST_LIMIT",
    "MyComponentPage",
    # tsq: end
    # tsq: each choices
    "MyChoice",
    # tsq: end
    "MyComponent",
    "MyComponentBusyError",
    "MyComponentConflictError",
    "MyComponentData",
    # tsq: if errors: results, mixed
    "MyComponentFailure",
    # tsq: end
    "MyComponentNotFoundError",
    "MyComponentRepository",
    "MyComponentService",
]
# tsq: each listing

DEFAULT_LIMIT: Final = 20
LARGEST_LIMIT: Final = 100
# tsq: end
# tsq: each texts

SECONDS: Final = re.compile(r"\s*[-+]?[0-9.]+\s*")
# tsq: end
# tsq: each amounts

AMOUNT: Final = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,8})?")
# tsq: end


# tsq: each numbers
def _number(value: object) -> object:
    # Pydantic would read "7" and true as numbers too.
    if isinstance(value, bool | str | bytes):
        code = "number_type"
        raise PydanticCustomError(code, "Input should be a number")
    return value


# tsq: end
# tsq: each texts
def _no_number(value: object) -> object:
    # Pydantic would read 7 and "7" as seconds since 1970.
    if isinstance(value, int | float) or (isinstance(value, str) and SECONDS.fullmatch(value)):
        code = "text_type"
        raise PydanticCustomError(code, "Input should be a text")
    return value


# tsq: end
# tsq: each amounts
def _amount(value: object) -> object:
    # A number of JSON has often lost digits already: amounts are sent as text.
    if isinstance(value, int | float) or (isinstance(value, str) and not AMOUNT.fullmatch(value)):
        code = "amount_type"
        raise PydanticCustomError(code, "Input should be an amount, written as a text: 12.50")
    return value


# tsq: end
# tsq: each instants
def _utc(value: dt.datetime) -> dt.datetime:
    # One instant looks the same wherever it was written down, and JSON keeps it exactly.
    try:
        return value.astimezone(dt.UTC)
    except OverflowError as error:
        code = "instant_range"
        raise PydanticCustomError(code, "Input should lie in the years 1 to 9999") from error


# tsq: end
# tsq: each choices
class MyChoice(StrEnum):
    """What `my_field` may be."""

    # tsq: slot members
    FIRST = "first"
    # tsq: end


# tsq: end
class MyComponentData(BaseModel):
    """What is said of one; its id comes from the service."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    # tsq: slot fields
    name: Annotated[str, Field(min_length=1)]
    # tsq: end


class MyComponent(MyComponentData):
    """One that is kept."""

    id: UUID


# tsq: each listing
class MyComponentPage(BaseModel):
    """Some of those that are kept, in the order of their ids.

    Attributes:
        items: What is on the page.
        next: Give it as `after` to get the next page; None when this is the last one.
    """

    model_config = ConfigDict(frozen=True)

    items: tuple[MyComponent, ...]
    next: UUID | None


# tsq: end
# tsq: if errors: exceptions
class MyComponentNotFoundError(MyPackageError):
    """Nothing is kept under an id.

    Attributes:
        my_component_id: The id.
    """

    def __init__(self, my_component_id: UUID) -> None:
        """Name the id."""
        super().__init__(my_component_id)
        self.my_component_id = my_component_id

# tsq: else
@dataclass(frozen=True, slots=True)
class MyComponentNotFoundError:
    """Nothing is kept under an id.

    Attributes:
        my_component_id: The id.
    """

    my_component_id: UUID

# tsq: end
    def __str__(self) -> str:
        """Return one line for people."""
        return f"there is no my_component {self.my_component_id}"


# tsq: if errors: exceptions
class MyComponentConflictError(MyPackageError):
    """Another one has the same value in a field where all must differ.

    Attributes:
        field: The field.
    """

    def __init__(self, field: str) -> None:
        """Name the field."""
        super().__init__(field)
        self.field = field

# tsq: else
@dataclass(frozen=True, slots=True)
class MyComponentConflictError:
    """Another one has the same value in a field where all must differ.

    Attributes:
        field: The field.
    """

    field: str

# tsq: end
    def __str__(self) -> str:
        """Return one line for people."""
        return f"another my_component has the same {self.field}"


# tsq: if errors: exceptions
class MyComponentBusyError(MyPackageError):
    """Where it is kept is busy with others for too long; in a while it may be free."""

# tsq: else
@dataclass(frozen=True, slots=True)
class MyComponentBusyError:
    """Where it is kept is busy with others for too long; in a while it may be free."""

# tsq: end
    def __str__(self) -> str:
        """Return one line for people."""
        return "where my_components are kept is busy; try again in a while"


# tsq: if errors: exceptions
class MyComponentRepository(Protocol):
    """Keeps what it is given; each call happens as a whole or not at all.

    Any call raises MyComponentBusyError when others keep it waiting for too long.
    """

    async def add(self, new_my_component: MyComponent) -> None:
        """Keep a new one.

        Raises:
            MyComponentConflictError: Another one has the same value.
        """
        ...

    async def get(self, my_component_id: UUID) -> MyComponent | None:
        """Return what is kept under the id, or None."""
        ...

    # tsq: each listing
    async def page(self, *, after: UUID | None, limit: int) -> list[MyComponent]:
        """Return at most `limit` of those with ids above `after`, in the order of their ids."""
        ...

    # tsq: end
    # tsq: each updating
    async def replace(self, new_my_component: MyComponent) -> bool:
        """Put it in the place of the one with its id; False when there is none.

        Raises:
            MyComponentConflictError: Another one has the same value.
        """
        ...

    # tsq: end
    # tsq: each deleting
    async def remove(self, my_component_id: UUID) -> bool:
        """Forget what is kept under the id; False when there is nothing."""
        ...

    # tsq: end
    async def is_ready(self) -> bool:
        """Tell whether it can keep and find anything right now."""
        ...


class MyComponentService:
    """What can be done with them, wherever they are kept."""

    def __init__(self, repository: MyComponentRepository) -> None:
        """Work on what a repository keeps."""
        self._repository = repository

    async def create(self, data: MyComponentData) -> MyComponent:
        """Keep a new one.

        Raises:
            MyComponentConflictError: Another one has the same value.
        """
        created = MyComponent(id=uuid4(), **dict(data))
        await self._repository.add(created)
        return created

    async def get(self, my_component_id: UUID) -> MyComponent:
        """Return what is kept under the id.

        Raises:
            MyComponentNotFoundError: Nothing is.
        """
        found = await self._repository.get(my_component_id)
        if found is None:
            raise MyComponentNotFoundError(my_component_id)
        return found

    # tsq: each listing
    async def page(
        self, *, after: UUID | None = None, limit: int = DEFAULT_LIMIT
    ) -> MyComponentPage:
        """Return some of them.

        Args:
            after: Only those with a greater id; by default from the start.
            limit: How many at most, from 1 to LARGEST_LIMIT.

        Raises:
            ValueError: The limit is out of these bounds.
        """
        if not 1 <= limit <= LARGEST_LIMIT:
            message = f"a page holds 1 to {LARGEST_LIMIT}, not {limit}"
            raise ValueError(message)
        # One more than asked for tells whether there is a next page.
        found = await self._repository.page(after=after, limit=limit + 1)
        items = tuple(found[:limit])
        return MyComponentPage(items=items, next=items[-1].id if len(found) > limit else None)

    # tsq: end
    # tsq: each updating
    async def update(self, my_component_id: UUID, data: MyComponentData) -> MyComponent:
        """Replace everything that is said of one.

        Raises:
            MyComponentNotFoundError: Nothing is kept under the id.
            MyComponentConflictError: Another one has the same value.
        """
        updated = MyComponent(id=my_component_id, **dict(data))
        if not await self._repository.replace(updated):
            raise MyComponentNotFoundError(my_component_id)
        return updated

    # tsq: end
    # tsq: each deleting
    async def delete(self, my_component_id: UUID) -> None:
        """Forget one.

        Raises:
            MyComponentNotFoundError: Nothing is kept under the id.
        """
        if not await self._repository.remove(my_component_id):
            raise MyComponentNotFoundError(my_component_id)
    # tsq: end
# tsq: else
MyComponentFailure: TypeAlias = (
    MyComponentNotFoundError | MyComponentConflictError | MyComponentBusyError
)
"""Whatever can be expected to go wrong."""


class MyComponentRepository(Protocol):
    """Keeps what it is given; each call happens as a whole or not at all.

    Any call fails with MyComponentBusyError when others keep it waiting for too long.
    """

    async def add(
        self, new_my_component: MyComponent
    ) -> Result[None, MyComponentConflictError | MyComponentBusyError]:
        """Keep a new one, unless another one has the same value."""
        ...

    async def get(
        self, my_component_id: UUID
    ) -> Result[MyComponent, MyComponentNotFoundError | MyComponentBusyError]:
        """Return what is kept under the id."""
        ...

    # tsq: each listing
    async def page(
        self, *, after: UUID | None, limit: int
    ) -> Result[list[MyComponent], MyComponentBusyError]:
        """Return at most `limit` of those with ids above `after`, in the order of their ids."""
        ...

    # tsq: end
    # tsq: each updating
    async def replace(self, new_my_component: MyComponent) -> Result[None, MyComponentFailure]:
        """Put it in the place of the one with its id, unless another one has the same value."""
        ...

    # tsq: end
    # tsq: each deleting
    async def remove(
        self, my_component_id: UUID
    ) -> Result[None, MyComponentNotFoundError | MyComponentBusyError]:
        """Forget what is kept under the id."""
        ...

    # tsq: end
    async def is_ready(self) -> bool:
        """Tell whether it can keep and find anything right now."""
        ...


class MyComponentService:
    """What can be done with them, wherever they are kept."""

    def __init__(self, repository: MyComponentRepository) -> None:
        """Work on what a repository keeps."""
        self._repository = repository

    async def create(
        self, data: MyComponentData
    ) -> Result[MyComponent, MyComponentConflictError | MyComponentBusyError]:
        """Keep a new one, unless another one has the same value."""
        created = MyComponent(id=uuid4(), **dict(data))
        added = await self._repository.add(created)
        return added if isinstance(added, Err) else Ok(created)

    async def get(
        self, my_component_id: UUID
    ) -> Result[MyComponent, MyComponentNotFoundError | MyComponentBusyError]:
        """Return what is kept under the id."""
        return await self._repository.get(my_component_id)

    # tsq: each listing
    async def page(
        self, *, after: UUID | None = None, limit: int = DEFAULT_LIMIT
    ) -> Result[MyComponentPage, MyComponentBusyError]:
        """Return some of them.

        Args:
            after: Only those with a greater id; by default from the start.
            limit: How many at most, from 1 to LARGEST_LIMIT.

        Raises:
            ValueError: The limit is out of these bounds.
        """
        if not 1 <= limit <= LARGEST_LIMIT:
            message = f"a page holds 1 to {LARGEST_LIMIT}, not {limit}"
            raise ValueError(message)
        # One more than asked for tells whether there is a next page.
        found = await self._repository.page(after=after, limit=limit + 1)
        if isinstance(found, Err):
            return found
        items = tuple(found.value[:limit])
        more = len(found.value) > limit
        return Ok(MyComponentPage(items=items, next=items[-1].id if more else None))

    # tsq: end
    # tsq: each updating
    async def update(
        self, my_component_id: UUID, data: MyComponentData
    ) -> Result[MyComponent, MyComponentFailure]:
        """Replace everything that is said of one, unless another one has the same value."""
        updated = MyComponent(id=my_component_id, **dict(data))
        replaced = await self._repository.replace(updated)
        return replaced if isinstance(replaced, Err) else Ok(updated)

    # tsq: end
    # tsq: each deleting
    async def delete(
        self, my_component_id: UUID
    ) -> Result[None, MyComponentNotFoundError | MyComponentBusyError]:
        """Forget one."""
        return await self._repository.remove(my_component_id)
    # tsq: end
# tsq: end
# tsq: end
