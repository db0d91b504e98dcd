import runpy
import sys
from importlib.metadata import entry_points

import pytest


@pytest.mark.parametrize("typed", ["--version", "--help"])
def test_the_module_and_the_console_script_print_the_same(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    (script,) = entry_points(group="console_scripts", name="my-package")
    monkeypatch.setattr(sys, "argv", ["anything", typed])

    with pytest.raises(SystemExit) as by_script:
        script.load()()
    printed_by_script = capsys.readouterr()
    with pytest.raises(SystemExit) as by_module:
        runpy.run_module("my_package", run_name="__main__")

    assert capsys.readouterr() == printed_by_script
    assert (by_script.value.code, by_module.value.code) == (0, 0)
