# tsq: blocking concurrency: sync, recommend
from collections.abc import Iterator
# tsq: each sqlite
from pathlib import Path
# tsq: end
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from my_package.my_app import create_app
from my_package.my_component import MyComponentBusyError, MyComponentService
from my_package.my_config import Settings
# tsq: if errors: results, mixed
from my_package.my_errors import Err
# tsq: end

ADDRESS = "/v1/my-address"
# tsq: slot samples
FIRST: dict[str, Any] = {"name": "name 1"}
SECOND: dict[str, Any] = {"name": "name 2"}
# tsq: end


# tsq: each memory
@pytest.fixture(name="client")
def started() -> Iterator[TestClient]:
    with TestClient(create_app(Settings())) as client:
        yield client


# tsq: end
# tsq: each sqlite
@pytest.fixture(name="client")
def started(tmp_path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(database=tmp_path / "kept.db"))) as client:
        yield client


# tsq: end
def test_what_was_created_is_found_at_its_address(client: TestClient) -> None:
    created = client.post(ADDRESS, json=FIRST)

    assert created.status_code == 201
    assert created.json().items() >= FIRST.items()
    found = client.get(created.headers["Location"])
    assert found.status_code == 200
    assert found.json() == created.json()


def test_an_unknown_id_is_a_problem(client: TestClient) -> None:
    unknown = uuid4()

    answer = client.get(f"{ADDRESS}/{unknown}")

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert str(unknown) in answer.json()["detail"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        # tsq: slot wrong
        ("name", ""),
        # tsq: end
        ("no_such_field", 1),
    ],
)
def test_a_wrong_value_is_a_problem_that_says_where(
    client: TestClient, field: str, value: object
) -> None:
    answer = client.post(ADDRESS, json={**FIRST, field: value})

    assert answer.status_code == 422
    assert [each["pointer"] for each in answer.json()["errors"]] == [f"/body/{field}"]


def test_whoever_comes_when_it_is_busy_is_told_when_to_come_back(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    # tsq: if errors: exceptions
    async def busy(*_: object) -> None:
        raise MyComponentBusyError
    # tsq: else
    async def busy(*_: object) -> Err[MyComponentBusyError]:
        return Err(MyComponentBusyError())
    # tsq: end

    monkeypatch.setattr(MyComponentService, "create", busy)

    answer = client.post(ADDRESS, json=FIRST)

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "1")
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_body_that_is_no_json_is_a_problem(client: TestClient) -> None:
    answer = client.post(ADDRESS, content=b"{", headers={"Content-Type": "application/json"})

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


# tsq: each uniques
def test_my_field_must_differ(client: TestClient) -> None:
    client.post(ADDRESS, json=FIRST)

    answer = client.post(ADDRESS, json={**SECOND, "my_field": FIRST["my_field"]})

    assert answer.status_code == 409
    assert "my_field" in answer.json()["detail"]


# tsq: end
# tsq: each updating
def test_an_update_replaces_everything(client: TestClient) -> None:
    address = client.post(ADDRESS, json=FIRST).headers["Location"]

    updated = client.put(address, json=SECOND)

    assert updated.status_code == 200
    assert updated.json().items() >= SECOND.items()
    assert client.get(address).json() == updated.json()
    assert client.put(f"{ADDRESS}/{uuid4()}", json=FIRST).status_code == 404


# tsq: end
# tsq: each deleting
def test_what_was_deleted_is_gone(client: TestClient) -> None:
    address = client.post(ADDRESS, json=FIRST).headers["Location"]

    assert client.delete(address).status_code == 204
    assert client.get(address).status_code == 404
    assert client.delete(address).status_code == 404


# tsq: end
# tsq: each listing
def test_pages_hold_each_once(client: TestClient) -> None:
    created = [client.post(ADDRESS, json=each).json() for each in (FIRST, SECOND)]

    first = client.get(ADDRESS, params={"limit": 1}).json()
    second = client.get(ADDRESS, params={"limit": 1, "after": first["next"]}).json()

    assert [*first["items"], *second["items"]] == sorted(created, key=lambda each: each["id"])
    assert second["next"] is None


@pytest.mark.parametrize("limit", ["0", "101", "many"])
def test_a_page_has_bounds(client: TestClient, limit: str) -> None:
    assert client.get(ADDRESS, params={"limit": limit}).status_code == 422


# tsq: end
def test_a_method_that_is_not_there_is_answered_with_those_that_are(client: TestClient) -> None:
    address = client.post(ADDRESS, json=FIRST).headers["Location"]

    answer = client.patch(address, json={})

    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
# tsq: end
