"""Run tests against a project whose functions do nothing, and tell which of them pass all the same.

Each function of the project asks, when a test calls it, whether it is to do its work. While modules are loaded all of
them do: a test that fails because something could not be imported proves nothing.
"""

from __future__ import annotations

import ast
import inspect
import json
import sys
import textwrap
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from types import CodeType, ModuleType

SCRATCH = Path(__file__).resolve().parent
DEEPEST = 3


def take_orders() -> "dict[str, Any] | None":
    orders = SCRATCH / "stub-orders.json"
    try:
        read: "dict[str, Any]" = json.loads(orders.read_text(encoding="utf-8"))
        orders.unlink()
    except FileNotFoundError:
        # A child that a test started: there everything works as it does.
        return None
    return read


class Stubbed(RuntimeError):
    """What every function of the project raises."""


class Stage:
    """Whether functions work, and how often a test met one that did not."""

    def __init__(self, mode: str) -> None:
        self.mode = mode
        self.active = False
        self.met = 0

    def stubs(self) -> bool:
        if not self.active:
            return False
        self.met += 1
        if self.mode == "raising":
            raise Stubbed
        return True


ORDERS = take_orders()
STAGE = Stage(ORDERS["mode"] if ORDERS else "")


def stubs() -> bool:
    return STAGE.stubs()


def is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant) and isinstance(statement.value.value, str)


def question() -> ast.If:
    source = f"if __import__({__name__!r}).stubs():\n    return"
    asked = ast.parse(source).body[0]
    assert isinstance(asked, ast.If)
    return asked


def with_question(tree: ast.Module) -> ast.Module:
    """Have each function and method ask first; what is defined inside of one is its own business."""

    def change(body: "list[ast.stmt]") -> None:
        for statement in body:
            if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
                asked = question()
                first = statement.body[0]
                for node in ast.walk(asked):
                    ast.copy_location(node, first)
                statement.body.insert(1 if is_docstring(first) else 0, asked)
            elif isinstance(statement, ast.ClassDef):
                change(statement.body)
            else:
                for _, value in ast.iter_fields(statement):
                    if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                        change(value)

    change(tree.body)
    return ast.fix_missing_locations(tree)


class AskingLoader(SourceFileLoader):
    def get_code(self, fullname: str) -> "CodeType | None":
        # Never from what was compiled before: that does not ask.
        path = self.get_filename(fullname)
        return compile(with_question(ast.parse(self.get_data(path), path)), path, "exec", dont_inherit=True)


class AskingFinder(MetaPathFinder):
    def __init__(self, packages: "Sequence[str]") -> None:
        self.packages = frozenset(packages)

    def find_spec(
        self, fullname: str, path: "Sequence[str] | None", target: "ModuleType | None" = None
    ) -> "ModuleSpec | None":
        if fullname.split(".")[0] not in self.packages:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and type(spec.loader) is SourceFileLoader:
            spec.loader = AskingLoader(spec.loader.name, spec.loader.path)
        return spec


def expects(function: object, depth: int = 0) -> bool:
    """Tell whether a test says what must be: by a statement, by what expects a failure, or by a helper that does."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(inspect.unwrap(function))))  # type: ignore[arg-type]
    except (OSError, TypeError, SyntaxError):
        return True
    names = getattr(inspect.unwrap(function), "__globals__", {})  # type: ignore[arg-type]
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert):
            return True
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called.startswith(("assert", "raises", "warns", "fail", "deprecated_call")):
            return True
        helper = names.get(called)
        if depth < DEEPEST and inspect.isfunction(helper) and expects(helper, depth + 1):
            return True
    return False


class Proof:
    def __init__(self, orders: "dict[str, Any]") -> None:
        self.nonce = orders["nonce"]
        self.into = SCRATCH / orders["into"]
        self.tests: "dict[str, dict[str, Any]]" = {}
        self.errors: "list[str]" = []

    def pytest_collectreport(self, report: Any) -> None:
        if report.failed:
            self.errors.append(report.nodeid.split("::")[0])

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> "Generator[None, object, object]":
        STAGE.met = 0
        STAGE.active = True
        try:
            return (yield)
        finally:
            STAGE.active = False
            told = self.tests.setdefault(item.nodeid, {"outcome": "none"})
            told["met"] = STAGE.met
            told["expects"] = expects(getattr(item, "obj", None))
            told["line"] = item.location[1]

    def pytest_runtest_logreport(self, report: Any) -> None:
        told = self.tests.setdefault(report.nodeid, {"outcome": "none"})
        if report.failed:
            told["outcome"] = "failed"
        elif report.skipped and told["outcome"] != "failed":
            told["outcome"] = "skipped"
        elif report.when == "call" and told["outcome"] == "none":
            told["outcome"] = "passed"

    def pytest_sessionfinish(self) -> None:
        tests = [{"id": name, **told} for name, told in self.tests.items()]
        answer = {"nonce": self.nonce, "errors": self.errors, "tests": tests}
        self.into.write_text(json.dumps(answer), encoding="utf-8")


if ORDERS is not None:
    sys.meta_path.insert(0, AskingFinder(ORDERS["packages"]))


def pytest_configure(config: pytest.Config) -> None:
    if ORDERS is not None:
        config.pluginmanager.register(Proof(dict(ORDERS)), "trysquare-proof")
        ORDERS.clear()
