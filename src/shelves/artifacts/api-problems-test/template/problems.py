from typing import Annotated

import pytest
from fastapi import FastAPI, HTTPException, Query
from fastapi.testclient import TestClient

# tsq: if errors: exceptions
from my_package.my_problems import add_problems, answering, responses


class StrangeError(Exception):
    """An error that the application answers."""
# tsq: else
from my_package.my_errors import Err, Ok, Result
from my_package.my_problems import add_problems, opened, responses


def brewed(name: str) -> Result[str, str]:
    return Err("it is a teapot") if name == "strange" else Ok(name)


def status_of(_: str) -> int:
    return 418
# tsq: end


@pytest.fixture(name="client")
def answered() -> TestClient:
    app = FastAPI()
    add_problems(app)
    # tsq: if errors: exceptions
    app.add_exception_handler(StrangeError, answering(418))
    # tsq: end

    @app.get("/things/{name}", responses=responses(404, 422))
    async def get_thing(name: str, many: Annotated[int, Query(ge=1)] = 1) -> dict[str, int]:
        if name == "lost":
            raise HTTPException(404, "nobody knows it")
        # tsq: if errors: exceptions
        if name == "strange":
            message = "it is a teapot"
            raise StrangeError(message)
        return {name: many}
        # tsq: else
        return {opened(brewed(name), status_of): many}
        # tsq: end

    @app.put("/things/{name}")
    async def put_thing(name: str) -> str:
        return name

    @app.post("/things")
    async def post_thing(thing: dict[str, int]) -> dict[str, int]:
        return thing

    return TestClient(app)


def test_what_is_refused_is_answered_as_a_problem(client: TestClient) -> None:
    answer = client.get("/things/lost")

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "nobody knows it",
        "errors": [],
    }


# tsq: if errors: exceptions
def test_an_error_is_answered_with_its_status_and_its_words(client: TestClient) -> None:
# tsq: else
def test_a_failure_is_answered_with_its_status_and_its_words(client: TestClient) -> None:
# tsq: end
    answer = client.get("/things/strange")

    assert (answer.status_code, answer.json()["detail"]) == (418, "it is a teapot")
# tsq: if errors: results, mixed


def test_a_success_is_answered_as_it_is(client: TestClient) -> None:
    assert client.get("/things/nail", params={"many": 3}).json() == {"nail": 3}
# tsq: end


def test_a_fault_of_the_request_is_named_by_its_place_and_not_quoted(client: TestClient) -> None:
    answer = client.get("/things/x", params={"many": "s3cret"})

    assert answer.status_code == 422
    assert [each["pointer"] for each in answer.json()["errors"]] == ["/query/many"]
    assert "s3cret" not in answer.text


def test_a_body_that_is_no_json_is_told_by_line_and_column(client: TestClient) -> None:
    headers = {"Content-Type": "application/json"}

    answer = client.post("/things", content=b'{"one": 1,\n "two": }', headers=headers)

    assert answer.status_code == 422
    [fault] = answer.json()["errors"]
    assert fault["pointer"] == "/body"
    assert "line 2 column 9" in fault["detail"]


def test_a_fault_in_a_body_is_pointed_at(client: TestClient) -> None:
    answer = client.post("/things", json={"one": "many"})

    assert [each["pointer"] for each in answer.json()["errors"]] == ["/body/one"]


def test_a_method_that_is_not_there_is_answered_with_all_that_are(client: TestClient) -> None:
    answer = client.delete("/things/x")

    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, PUT"


def test_a_path_that_is_not_there_is_a_problem_too(client: TestClient) -> None:
    assert client.get("/nowhere").headers["content-type"] == "application/problem+json"


def test_the_description_says_how_problems_look(client: TestClient) -> None:
    described = client.get("/openapi.json").json()["paths"]["/things/{name}"]["get"]["responses"]

    assert set(described["404"]["content"]) == {"application/problem+json"}
    assert set(described["422"]["content"]) == {"application/problem+json"}
    assert set(described["200"]["content"]) == {"application/json"}
    assert client.get("/openapi.json").json() == client.get("/openapi.json").json()
