import runpy
import sys
from importlib.metadata import version
# tsq: if configuration: files, combination
from pathlib import Path
# tsq: end

import pytest

from my_package.__main__ import main
from my_package.my_diagnostics import CheckCode

RELEASE = f"my-package {version('my-package')}"


def test_it_says_its_version_and_every_finding(capsys: pytest.CaptureFixture[str]) -> None:
    main([])

    first, *findings = capsys.readouterr().out.splitlines()
    assert first == RELEASE
    assert [line.split(":")[0] for line in findings] == list(CheckCode)


def test_the_module_itself_is_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["anything", "--version"])
    # What was imported above is run anew.
    monkeypatch.delitem(sys.modules, "my_package.__main__")

    with pytest.raises(SystemExit) as ended:
        runpy.run_module("my_package", run_name="__main__")

    assert (ended.value.code, capsys.readouterr().out) == (0, f"{RELEASE}\n")


# tsq: if configuration: files, combination
def test_what_hinders_it_ends_it_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([str(tmp_path / "missing.toml")])
# tsq: else
def test_what_hinders_it_ends_it_with_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MY_PACKAGE_LOG_LEVEL", "loud")

    with pytest.raises(SystemExit) as ended:
        main([])
# tsq: end

    assert ended.value.code == 1
    assert "settings: failed, " in capsys.readouterr().out
