from importlib.metadata import version

import pytest
import uvicorn
from fastapi import FastAPI

from my_package.__main__ import main


def test_it_serves_where_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    served: dict[str, object] = {}
    monkeypatch.setattr(uvicorn, "run", lambda app, **how: served.update(how, app=app))

    main(["--host", "::1", "--port", "8123"])

    assert isinstance(served["app"], FastAPI)
    assert (served["host"], served["port"]) == ("::1", 8123)


def test_a_setting_that_is_not_allowed_ends_it_with_its_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MY_PACKAGE_LOG_LEVEL", "loud")

    with pytest.raises(SystemExit) as caught:
        main([])

    assert caught.value.code == 2
    assert "MY_PACKAGE_LOG_LEVEL" in capsys.readouterr().err


def test_it_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])

    assert caught.value.code == 0
    assert capsys.readouterr().out.strip() == version("my-package")
