from collections.abc import Iterator
# tsq: if logging: structlog
from typing import Any
# tsq: end

import pytest
from fastapi import FastAPI, WebSocket
from fastapi.responses import StreamingResponse
from fastapi.testclient import TestClient
# tsq: if logging: structlog
from structlog.contextvars import merge_contextvars
from structlog.testing import capture_logs
# tsq: end

from my_package.my_requests import HEADER, RequestContext

app = FastAPI()
app.add_middleware(RequestContext)


@app.get("/fine")
async def fine() -> str:
    return "fine"


@app.get("/broken")
async def broken() -> str:
    message = "the cellar is flooded"
    raise RuntimeError(message)


@app.get("/half")
async def half() -> StreamingResponse:
    def parts() -> Iterator[bytes]:
        yield b"half"
        message = "the other half is lost"
        raise RuntimeError(message)

    return StreamingResponse(parts())


@app.websocket("/talk")
async def talk(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text("hello")
    await socket.close()


@pytest.fixture(name="client")
def asking() -> TestClient:
    return TestClient(app, raise_server_exceptions=False)


def test_an_id_that_was_given_is_sent_back(client: TestClient) -> None:
    assert client.get("/fine", headers={HEADER: "shop-7.1"}).headers[HEADER] == "shop-7.1"


@pytest.mark.parametrize("given", ["", "two words", "a;b", "x" * 65])
def test_what_is_no_id_is_replaced_by_one(client: TestClient, given: str) -> None:
    made = client.get("/fine", headers={HEADER: given}).headers[HEADER]

    assert made != given
    assert len(made) == 32


def test_each_request_gets_an_id_of_its_own(client: TestClient) -> None:
    assert client.get("/fine").headers[HEADER] != client.get("/fine").headers[HEADER]


def test_what_nobody_expected_is_a_problem_with_an_id_and_without_details(
    client: TestClient,
) -> None:
    answer = client.get("/broken", headers={HEADER: "shop-7"})

    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers[HEADER] == "shop-7"
    assert "cellar" not in answer.text


def test_an_answer_that_has_begun_is_not_answered_twice() -> None:
    with pytest.raises(RuntimeError, match="other half"):
        TestClient(app).get("/half")


def test_other_protocols_pass_through(client: TestClient) -> None:
    with client.websocket_connect("/talk") as socket:
        assert socket.receive_text() == "hello"


# tsq: if logging: structlog
def test_a_request_is_logged_once_with_its_id(client: TestClient) -> None:
    with capture_logs(processors=[merge_contextvars]) as logged:
        client.get("/fine", headers={HEADER: "shop-7"})

    event: Any = logged[-1]
    assert len(logged) == 1
    assert event["request_id"] == "shop-7"
    assert (event["method"], event["path"], event["status"]) == ("GET", "/fine", 200)
# tsq: else
def test_a_request_is_logged_once_with_its_id(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO", logger="my_package"):
        client.get("/fine", headers={HEADER: "shop-7"})

    (record,) = [each for each in caplog.records if each.name.startswith("my_package")]
    assert "shop-7" in record.getMessage()
    assert "GET '/fine'" in record.getMessage()
    assert " 200 " in record.getMessage()
# tsq: end
